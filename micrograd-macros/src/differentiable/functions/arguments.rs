//! Parameters as they stand in a signature, and the arguments that they are handed on as.

use super::Differentiated;
use super::names::lifted_name;
use crate::differentiable::hygiene::quote;
use crate::differentiable::signature::Parameter;
use proc_macro2::TokenStream;

impl Differentiated<'_> {
    /// The parameters as they stand.
    pub(super) fn parameters(&self) -> Vec<TokenStream> {
        self.each(&|parameter| {
            let name = &parameter.name;
            let mut filled = self.function.filled.iter();
            let filled = filled.find(|filled| filled.name == *name);
            let ty = filled.map_or(&parameter.ty, |filled| &filled.ty);
            quote!(#name: #ty)
        })
    }

    /// The arguments once more, so that they can be handed on twice.
    pub(super) fn arguments_again(&self) -> Vec<TokenStream> {
        self.each(&|parameter| {
            let name = &parameter.name;
            if parameter.is_reference() || parameter.depth == Some(0) {
                quote!(#name)
            } else {
                quote!(::core::clone::Clone::clone(&#name))
            }
        })
    }

    /// The arguments over another number, from names that hold the active ones.
    pub(super) fn lifted_arguments(&self) -> Vec<TokenStream> {
        self.each(&lifted_argument)
    }

    /// Arguments of which those without derivative are needed again.
    pub(super) fn lifted_arguments_again(&self) -> Vec<TokenStream> {
        self.each(&|parameter| {
            let lifted = lifted_argument(parameter);
            if parameter.is_active() || parameter.is_reference() {
                lifted
            } else {
                quote!(::core::clone::Clone::clone(&#lifted))
            }
        })
    }

    pub(super) fn slots(&self, slot: &dyn Fn(&Parameter) -> TokenStream) -> Vec<TokenStream> {
        self.each(&|parameter| {
            if parameter.is_active() {
                slot(parameter)
            } else {
                quote!(&mut ())
            }
        })
    }
}

fn lifted_argument(parameter: &Parameter) -> TokenStream {
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
}

/// `&` before a parameter that is no reference.
pub(super) fn reference_to(parameter: &Parameter) -> Option<TokenStream> {
    (!parameter.is_reference()).then(|| quote!(&))
}
