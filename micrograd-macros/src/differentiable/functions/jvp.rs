//! `f::jvp`, and the directions that forward mode takes.

use super::Differentiated;
use super::arguments::reference_to;
use super::names::{along_name, lifted_name};
use crate::differentiable::hygiene::quote;
use proc_macro2::TokenStream;

impl Differentiated<'_> {
    /// The parameters, then a direction for each active one.
    pub(super) fn parameters_along(&self) -> Vec<TokenStream> {
        let mut parameters = self.parameters();
        parameters.extend(self.each_active(&|parameter| {
            let (name, ty) = (along_name(parameter), &parameter.ty);
            quote!(#name: #ty)
        }));
        parameters
    }

    pub(super) fn lifts_along(&self) -> TokenStream {
        let lifts = self.each_active(&|parameter| {
            let (name, lifted) = (&parameter.name, lifted_name(parameter));
            let (along, reference) = (along_name(parameter), reference_to(parameter));
            let text = name.to_string();
            quote!(let #lifted = __ad::along(#text, #reference #name, #reference #along);)
        });
        quote!(#(#lifts)*)
    }

    pub(super) fn jvp(&self) -> TokenStream {
        let (generics, clause) = self.user_generics();
        let parameters = self.parameters_along();
        let lifts = self.lifts_along();
        let arguments = self.lifted_arguments();
        let value = self.generic_call("value", &quote!(__ad::Dual1));
        let result_type = &self.function.result_type;
        let name = &self.function.name;
        let doc = format!(
            "The value of [`{name}`](fn@{name}), and its derivative along a direction in {}: forward mode.\n\n# Panics\n\nIf a list and its direction differ in length.",
            self.list_of_active()
        );
        let (returned, result) = match self.fill(&quote!(primals)) {
            None => (
                quote!((#result_type, #result_type)),
                quote!((__ad::primals(&value), __ad::tangents(&value))),
            ),
            Some(fill) => (
                quote!(#result_type),
                quote!(let primals = __ad::primals(&value); #fill __ad::tangents(&value)),
            ),
        };
        quote! {
            #[doc = #doc]
            #[inline]
            #[must_use]
            #[track_caller]
            pub fn jvp #generics (#(#parameters),*) -> #returned #clause {
                #lifts
                let value = #value(#(#arguments),*);
                #result
            }
        }
    }
}
