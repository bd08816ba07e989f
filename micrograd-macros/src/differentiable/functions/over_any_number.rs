//! What is generic over the number: the function itself, and the function with its way back.

use super::Differentiated;
use crate::differentiable::emit::Mode;
use crate::differentiable::hygiene::quote;
use crate::differentiable::signature::{over, seed_type};
use proc_macro2::{Ident, Span, TokenStream};

impl Differentiated<'_> {
    /// The generic parameters with the number type at their end.
    pub(super) fn generic_parameters(&self) -> TokenStream {
        let parameters = self.generics.params.iter();
        quote!(<#(#parameters,)* Num: __ad::Real>)
    }

    pub(super) fn where_clause(&self) -> TokenStream {
        let clause = &self.generics.where_clause;
        quote!(#clause)
    }

    pub(super) fn parameters_over(&self, number: &TokenStream) -> Vec<TokenStream> {
        self.each(&|parameter| {
            let (name, ty) = (&parameter.name, &parameter.ty);
            let mutable = parameter.mutable.then(|| quote!(mut));
            let ty = if parameter.is_active() {
                over(ty, number)
            } else {
                quote!(#ty)
            };
            quote!(#mutable #name: #ty)
        })
    }

    /// A number that is lent is one like any other in the function.
    fn numbers_of_references(&self) -> TokenStream {
        let lent = self.each_active(&|parameter| {
            if !parameter.is_reference() || parameter.depth != Some(0) {
                return TokenStream::new();
            }
            let name = &parameter.name;
            let mutable = parameter.mutable.then(|| quote!(mut));
            quote!(let #mutable #name = *#name;)
        });
        quote!(#(#lent)*)
    }

    /// The function over any number.
    pub(super) fn value(&self) -> TokenStream {
        let number = quote!(Num);
        let (generics, clause) = (self.generic_parameters(), self.where_clause());
        let parameters = self.parameters_over(&number);
        let result_type = over(&self.function.result_type, &number);
        let steps = self.builder.emit_forward(self.forward, Mode::ValueOnly);
        let result = &self.result;
        let lent = self.numbers_of_references();
        quote! {
            #[doc(hidden)]
            #[inline]
            pub fn value #generics (#(#parameters),*) -> #result_type #clause {
                #lent
                #steps
                #result
            }
        }
    }

    /// The function, and its way back.
    pub(super) fn pullback(&self) -> TokenStream {
        let number = quote!(Num);
        let (generics, clause) = (self.generic_parameters(), self.where_clause());
        let parameters = self.parameters_over(&number);
        let result_type = over(&self.function.result_type, &number);
        let seed_type = seed_type(&self.function.result_type, &number);
        let lent = self.numbers_of_references();
        let stacks = self.builder.emit_stacks();
        let steps = self.builder.emit_forward(self.forward, Mode::WithBack);
        let back = self.builder.emit_back(0, self.back);
        let (result, seed) = (&self.result, &self.seed);
        let mut types = Vec::new();
        let mut slots = Vec::new();
        let mut begin = TokenStream::new();
        let mut end = TokenStream::new();
        for parameter in &self.function.parameters {
            let ty = parameter.adjoint_type(&number);
            let name = parameter.name.to_string();
            let name = name.trim_start_matches("r#");
            let adjoint = Ident::new(&format!("d_{name}"), Span::mixed_site());
            let to = Ident::new(&format!("to_{name}"), Span::mixed_site());
            types.push(ty.clone());
            match parameter.depth {
                None => slots.push(quote!(_: #ty)),
                Some(0) => {
                    slots.push(quote!(#to: #ty));
                    if parameter.mutable {
                        begin.extend(quote!(let mut #adjoint = Num::ZERO;));
                        end.extend(quote!(*#to += #adjoint;));
                    } else {
                        // Whoever lends it goes on adding where this function ends.
                        begin.extend(quote!(let mut #adjoint = *#to;));
                        end.extend(quote!(*#to = #adjoint;));
                    }
                }
                Some(_) if parameter.mutable => {
                    slots.push(quote!(#to: #ty));
                    begin.extend(quote!(let mut #adjoint = __ad::zeros(&*#to);));
                    end.extend(quote!(__ad::accumulate(&mut #to[..], &#adjoint[..]);));
                }
                Some(_) => slots.push(quote!(#adjoint: #ty)),
            }
        }
        quote! {
            #[doc(hidden)]
            #[inline]
            pub fn pullback #generics (#(#parameters),*)
                -> (#result_type, impl ::core::ops::FnOnce(&#seed_type, #(#types),*)) #clause
            {
                #stacks
                #lent
                #steps
                (#result, move |seed: &#seed_type, #(#slots),*| {
                    #seed
                    #begin
                    #back
                    #end
                })
            }
        }
    }
}
