//! `f::hvp` and `f::hessian`: forward mode over the sweep.

use super::Differentiated;
use super::arguments::reference_to;
use super::gradient::tuple;
use super::names::{again_name, lifted_name};
use crate::differentiable::hygiene::quote;
use proc_macro2::TokenStream;

impl Differentiated<'_> {
    /// The tangents of the adjoints along a direction.
    pub(super) fn hvp(&self) -> TokenStream {
        let (generics, clause) = self.user_generics();
        let parameters = self.parameters_along();
        let (lifts, zeros) = (self.lifts_along(), self.zero_adjoints());
        let back = self.back_from(&self.lifted_arguments());
        let tangents = self.each_active(&|parameter| {
            let name = again_name(parameter);
            quote!(__ad::tangents(&#name))
        });
        let (ty, result) = (self.gradient_type(), tuple(&tangents));
        let name = &self.function.name;
        let doc = format!(
            "The product of the Hessian of [`{name}`](fn@{name}) in {} with a direction: forward mode over the sweep.\n\n# Panics\n\nIf a list and its direction differ in length.",
            self.list_of_active()
        );
        quote! {
            #[doc = #doc]
            #[inline]
            #[must_use]
            #[track_caller]
            pub fn hvp #generics (#(#parameters),*) -> #ty #clause {
                #lifts
                #zeros
                #back
                #result
            }
        }
    }

    /// The same along each unit vector.
    pub(super) fn hessian(&self) -> TokenStream {
        let (generics, clause) = self.user_generics();
        let parameters = self.parameters();
        let counts = self.each_active(&|parameter| {
            let (name, reference) = (&parameter.name, reference_to(parameter));
            quote!(__ad::count(#reference #name))
        });
        let units = self.each_active(&|parameter| {
            let (name, lifted) = (&parameter.name, lifted_name(parameter));
            let reference = reference_to(parameter);
            quote!(let #lifted = __ad::with_unit(#reference #name, &mut left);)
        });
        let zeros = self.zero_adjoints();
        let back = self.back_from(&self.lifted_arguments_again());
        let adjoints = self.active_names(again_name);
        let name = &self.function.name;
        let doc = format!(
            "The Hessian of [`{name}`](fn@{name}), row by row, over all numbers of {} in their order.",
            self.list_of_active()
        );
        quote! {
            #[doc = #doc]
            #[inline]
            #[must_use]
            pub fn hessian #generics (#(#parameters),*) -> ::std::vec::Vec<::std::vec::Vec<f64>> #clause {
                let count = 0 #(+ #counts)*;
                let mut rows = ::std::vec::Vec::with_capacity(count);
                for k in 0..count {
                    let mut left = ::core::option::Option::Some(k);
                    #(#units)*
                    #zeros
                    #back
                    let mut row = ::std::vec::Vec::with_capacity(count);
                    #(__ad::push_tangents(&#adjoints, &mut row);)*
                    rows.push(row);
                }
                rows
            }
        }
    }

    fn zero_adjoints(&self) -> TokenStream {
        let zeros = self.each_active(&|parameter| {
            let (name, lifted) = (again_name(parameter), lifted_name(parameter));
            quote!(let mut #name = __ad::zeros(&#lifted);)
        });
        quote!(#(#zeros)*)
    }

    /// The sweep over numbers with tangents.
    fn back_from(&self, arguments: &[TokenStream]) -> TokenStream {
        // Where all slopes are finite, no product is 0·∞.
        let number = quote!(__ad::Dual1<{ Self::HAS_INFINITE_SLOPES }>);
        let pullback = self.generic_call("pullback", &number);
        let slots = self.slots(&|parameter| {
            let name = again_name(parameter);
            quote!(&mut #name)
        });
        quote! {
            let (_, back) = #pullback(#(#arguments),*);
            back(&__ad::Dual1::constant(1.0), #(#slots),*);
        }
    }
}
