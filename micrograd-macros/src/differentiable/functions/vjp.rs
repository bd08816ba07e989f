//! `f::vjp`

use super::Differentiated;
use super::names::{before_name, derivative_name};
use crate::differentiable::hygiene::quote;
use crate::differentiable::signature::{ResultShape, element_of_vec, seed_type};
use proc_macro2::TokenStream;

impl Differentiated<'_> {
    pub(super) fn vjp(&self) -> TokenStream {
        let (generics, clause) = self.user_generics();
        let mut parameters = self.parameters();
        let number = quote!(f64);
        let result_type = &self.function.result_type;
        let seed_type = seed_type(result_type, &number);
        let is_list = matches!(self.function.result, ResultShape::List(..));
        let (seed_parameter, seed) = if is_list {
            (quote!(seed: &#seed_type), quote!(seed))
        } else {
            (quote!(seed: #seed_type), quote!(&seed))
        };
        parameters.push(seed_parameter);
        parameters.extend(self.each_active(&|parameter| {
            let (name, ty) = (derivative_name(parameter), parameter.adjoint_type(&number));
            quote!(#name: #ty)
        }));
        let again = self.arguments_again();
        let slots = self.slots(&|parameter| {
            let name = derivative_name(parameter);
            quote!(&mut *#name)
        });
        let checks = self.length_checks();
        let names = self.active_names(derivative_name);
        let before = self.active_names(before_name);
        let pullback = self.generic_call("pullback", &number);
        let targets: Vec<TokenStream> = names.iter().map(|name| quote!(&mut *#name)).collect();
        let second_look = self.second_look(&seed, &before, &targets);
        let has_length = is_list && element_of_vec(result_type).is_some();
        let seed_check = has_length.then(|| quote!(__ad::check_seed(value.len(), seed.len());));
        let name = &self.function.name;
        let doc = format!(
            "Adds seed·∂y/∂p to what is there, for each of {}, and gives y, {} [`{name}`](fn@{name}): a vector-Jacobian product.\n\n# Panics\n\nIf a list and that of its derivatives differ in length, or the result and its seed.",
            self.list_of_active(),
            if self.function.filled.is_empty() {
                "the result of"
            } else {
                "with which it fills the list, as does"
            },
        );
        let filled = self.fill(&quote!(value));
        let returned = filled.is_none().then(|| quote!(-> #result_type));
        let result = filled.unwrap_or(quote!(value));
        quote! {
            #[doc = #doc]
            #[inline]
            #[track_caller]
            pub fn vjp #generics (#(#parameters),*) #returned #clause {
                #checks
                #(let #before = __ad::unless_zero(Self::HAS_INFINITE_SLOPES, &*#names);)*
                let (value, back) = #pullback(#(#again),*);
                #seed_check
                back(#seed, #(#slots),*);
                if Self::HAS_INFINITE_SLOPES && !(#(__ad::are_finite(&*#names))&&*) {
                    #second_look
                }
                #result
            }
        }
    }

    pub(super) fn length_checks(&self) -> TokenStream {
        let checks = self.each_active(&|parameter| {
            let (name, derivative) = (&parameter.name, derivative_name(parameter));
            let text = name.to_string();
            if parameter.depth == Some(0) {
                return TokenStream::new();
            }
            quote!(__ad::check_length(#text, #name.len(), #derivative.len());)
        });
        quote!(#(#checks)*)
    }
}
