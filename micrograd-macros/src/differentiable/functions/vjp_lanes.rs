//! `f::vjp_lanes`

use super::Differentiated;
use super::names::{before_name, derivative_name};
use crate::differentiable::hygiene::quote;
use proc_macro2::{Ident, Span, TokenStream};
use quote::format_ident;

impl Differentiated<'_> {
    /// The sweep at several points at once.
    pub(super) fn vjp_lanes(&self) -> TokenStream {
        let lanes = quote!(__ad::Lanes<LANES>);
        let generics = self.generics.params.iter();
        let clause = self.where_clause();
        let mut parameters = self.parameters_over(&lanes);
        parameters.push(quote!(seed: #lanes));
        parameters.extend(self.each_active(&|parameter| {
            let (name, ty) = (derivative_name(parameter), parameter.adjoint_type(&lanes));
            quote!(#name: #ty)
        }));
        let again = self.arguments_again();
        let slots = self.slots(&|parameter| {
            let name = derivative_name(parameter);
            quote!(&mut *#name)
        });
        let names = self.active_names(derivative_name);
        let before = self.active_names(before_name);
        let single: Vec<Ident> = names
            .iter()
            .map(|name| format_ident!("single_{}", name, span = Span::mixed_site()))
            .collect();
        let pullback = self.generic_call("pullback", &lanes);
        let vjp = self.generic_call("vjp", &TokenStream::new());
        let one = self.each(&|parameter| {
            let name = &parameter.name;
            match (parameter.is_active(), parameter.is_reference()) {
                (true, true) => quote!(&__ad::InLanes::lane(#name, lane)),
                (true, false) => quote!(__ad::InLanes::lane(&#name, lane)),
                (false, true) => quote!(#name),
                (false, false) => quote!(::core::clone::Clone::clone(&#name)),
            }
        });
        let checks = self.length_checks();
        let name = &self.function.name;
        let doc = format!(
            "[`vjp`](Self::vjp) of [`{name}`](fn@{name}) at several points at once, one in each lane of the numbers; what has no derivative is the same in all lanes.\n\nWhere the lanes take different branches, or an adjoint of 0 meets an infinite slope, they are differentiated one after the other.\n\n# Panics\n\nIf a list and that of its derivatives differ in length."
        );
        quote! {
            #[doc = #doc]
            #[track_caller]
            pub fn vjp_lanes<#(#generics,)* const LANES: usize>(#(#parameters),*) -> #lanes #clause {
                #checks
                #(let #before = __ad::copy(&*#names);)*
                let together = __ad::stays_together(|| #pullback(#(#again),*));
                if let ::core::option::Option::Some((value, back)) = together {
                    back(&seed, #(#slots),*);
                    if !Self::HAS_INFINITE_SLOPES || (#(__ad::InLanes::are_finite(&*#names))&&*) {
                        return value;
                    }
                }
                let mut value = seed;
                for lane in 0..LANES {
                    #(let mut #single = __ad::InLanes::lane(&#before, lane);)*
                    value.0[lane] = #vjp(#(#one,)* seed.0[lane], #(&mut #single),*);
                    #(__ad::InLanes::set_lane(#names, lane, &#single);)*
                }
                value
            }
        }
    }
}
