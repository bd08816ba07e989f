//! `f::gradient`

use super::Differentiated;
use super::arguments::reference_to;
use super::names::derivative_name;
use crate::differentiable::hygiene::quote;
use crate::differentiable::signature::Parameter;
use proc_macro2::TokenStream;
use quote::ToTokens;

impl Differentiated<'_> {
    pub(super) fn gradient_type(&self) -> TokenStream {
        tuple(&self.each_active(&Parameter::derivative_type))
    }

    pub(super) fn gradient(&self) -> TokenStream {
        let (generics, clause) = self.user_generics();
        let parameters = self.parameters();
        let ty = self.gradient_type();
        let names = self.active_names(derivative_name);
        let zeros = self.each_active(&|parameter| {
            let (name, derivative) = (&parameter.name, derivative_name(parameter));
            let reference = reference_to(parameter);
            quote!(let mut #derivative = __ad::zero_gradient(#reference #name);)
        });
        let again = self.arguments_again();
        let slots = self.slots(&|parameter| {
            let name = derivative_name(parameter);
            quote!(&mut #name)
        });
        let result = tuple(&names);
        let pullback = self.generic_call("pullback", &quote!(f64));
        let targets: Vec<TokenStream> = names.iter().map(|name| quote!(&mut #name)).collect();
        let second_look = self.second_look(&quote!(&1.0), &[], &targets);
        let name = &self.function.name;
        let doc = format!(
            "The value of [`{name}`](fn@{name}), and its derivatives with respect to {}, in one sweep.",
            self.list_of_active()
        );
        quote! {
            #[doc = #doc]
            #[inline]
            #[must_use]
            pub fn gradient #generics (#(#parameters),*) -> (f64, #ty) #clause {
                #(#zeros)*
                let (value, back) = #pullback(#(#again),*);
                back(&1.0, #(#slots),*);
                if Self::HAS_INFINITE_SLOPES && !(#(__ad::are_finite(&#names))&&*) {
                    #second_look
                }
                (value, #result)
            }
        }
    }
}

/// One thing bare, several as a tuple.
pub(super) fn tuple(parts: &[impl ToTokens]) -> TokenStream {
    match parts {
        [one] => one.to_token_stream(),
        parts => quote!((#(#parts),*)),
    }
}
