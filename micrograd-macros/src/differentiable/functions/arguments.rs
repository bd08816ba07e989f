//! Parameters as they stand in a signature, and the arguments that they are handed on as.

use super::Differentiated;
use super::names::lifted_name;
use crate::differentiable::hygiene::quote;
use crate::differentiable::signature::Parameter;
use proc_macro2::TokenStream;

impl Differentiated<'_> {
    /// The parameters as they stand.
    pub(super) fn parameters(&self) -> Vec<TokenStream> {
        let parameters = self.function.parameters.iter();
        parameters
            .map(|parameter| {
                let name = &parameter.name;
                let filled = self
                    .function
                    .filled
                    .iter()
                    .find(|filled| filled.name == *name);
                let ty = filled.map_or(&parameter.ty, |filled| &filled.ty);
                quote!(#name: #ty)
            })
            .collect()
    }

    /// The arguments once more, so that they can be handed on twice.
    pub(super) fn arguments_again(&self) -> Vec<TokenStream> {
        let parameters = self.function.parameters.iter();
        parameters
            .map(|parameter| {
                let name = &parameter.name;
                if parameter.is_reference() || parameter.depth == Some(0) {
                    quote!(#name)
                } else {
                    quote!(::core::clone::Clone::clone(&#name))
                }
            })
            .collect()
    }

    /// The arguments over another number, from names that hold the active ones.
    pub(super) fn lifted_arguments(&self) -> Vec<TokenStream> {
        let parameters = self.function.parameters.iter();
        parameters
            .map(|parameter| {
                let name = &parameter.name;
                if !parameter.is_active() {
                    return quote!(#name);
                }
                let lifted = lifted_name(parameter);
                if parameter.is_reference() {
                    quote!(&#lifted)
                } else {
                    quote!(#lifted)
                }
            })
            .collect()
    }

    /// Arguments of which those without derivative are needed again.
    pub(super) fn lifted_arguments_again(&self) -> Vec<TokenStream> {
        let lifted = self.lifted_arguments();
        let parameters = self.function.parameters.iter().zip(lifted);
        parameters
            .map(|(parameter, lifted)| {
                if parameter.is_active() || parameter.is_reference() {
                    lifted
                } else {
                    quote!(::core::clone::Clone::clone(&#lifted))
                }
            })
            .collect()
    }

    pub(super) fn slots(&self, slot: impl Fn(&Parameter) -> TokenStream) -> Vec<TokenStream> {
        let parameters = self.function.parameters.iter();
        parameters
            .map(|parameter| {
                if parameter.is_active() {
                    slot(parameter)
                } else {
                    quote!(&mut ())
                }
            })
            .collect()
    }
}

/// `&` before a parameter that is no reference.
pub(super) fn reference_to(parameter: &Parameter) -> Option<TokenStream> {
    (!parameter.is_reference()).then(|| quote!(&))
}
