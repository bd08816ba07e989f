//! What stands beside the function: `f::gradient`, `f::vjp`, `f::jvp`, `f::hvp`, `f::hessian`.

mod apply;
mod arguments;
mod gradient;
mod hessian;
mod jvp;
mod names;
mod over_any_number;
mod own_derivative;
mod second_look;
mod vjp;
mod vjp_lanes;

use super::OwnDerivative;
use super::build::Builder;
use super::filled;
use super::hygiene::quote;
use super::program::{Back, Forward};
use super::signature::{Function, Parameter, without_reference};
use proc_macro2::{Ident, Span, TokenStream};
use syn::{Generics, Path, Type, Visibility};

/// What has been found out about a function.
pub(super) struct Differentiated<'a> {
    pub(super) builder: &'a Builder,
    pub(super) function: &'a Function,
    pub(super) forward: &'a [Forward],
    pub(super) back: &'a [Back],
    /// Where the result is on the way forward.
    pub(super) result: TokenStream,
    /// Its adjoint from the seed, on the way back.
    pub(super) seed: TokenStream,
    pub(super) generics: &'a Generics,
    pub(super) visibility: &'a Visibility,
    pub(super) krate: &'a Path,
    /// The user's own derivative, in the place of one from the function's body.
    pub(super) own: Option<&'a OwnDerivative>,
}

impl Differentiated<'_> {
    pub(super) fn emit(&self) -> TokenStream {
        let name = &self.function.name;
        let (visibility, krate) = (self.visibility, self.krate);
        let roles = self.roles();
        let (value, pullback) = match self.own {
            None => (self.value(), self.pullback()),
            Some(own) => (self.own_value(own), self.own_pullback(own)),
        };
        let is_opaque = self.own.is_some();
        let mut public = self.public();
        let apply = self.function.result.is_number().then(|| self.apply());
        let mut applied = TokenStream::new();
        if let Some(apply) = apply.flatten() {
            public.extend(apply.function);
            applied = apply.items;
        }
        let infinite = self.builder.has_infinite_slopes;
        let (callees, items) = (self.callees(), &self.builder.items);
        let doc = format!("The derivatives of the function [`{name}`](fn@{name}).");
        quote! {
            #[doc = #doc]
            #[allow(non_camel_case_types, dead_code, unreachable_pub)]
            #visibility enum #name {}
            const _: () = {
                use #krate::__macro_support::differentiable as __ad;
                #[allow(unused_imports)]
                use __ad::{BinaryRow as _, ParametricRow as _, Real as _, TernaryRow as _, UnaryRow as _};
                #roles
                #applied
                #[allow(warnings, clippy::all, clippy::pedantic)]
                impl #name {
                    /// Whether a slope may be infinite where all numbers are finite: then a NaN may be a 0·∞, and ∞ a quotient that overflowed.
                    #[doc(hidden)]
                    pub const HAS_INFINITE_SLOPES: bool = !Self::IS_OPAQUE && {
                        #(#items)*
                        #infinite #(|| #callees::HAS_INFINITE_SLOPES)*
                    };

                    /// Whether it, or a function that it calls, has a derivative of the user's own: then its operations are not known.
                    #[doc(hidden)]
                    pub const IS_OPAQUE: bool = {
                        #(#items)*
                        #is_opaque #(|| #callees::IS_OPAQUE)*
                    };
                    #public
                    #value
                    #pullback
                }
            };
        }
    }

    /// Other functions that it calls; itself not.
    fn callees(&self) -> Vec<TokenStream> {
        let mut names: Vec<String> = vec![self.function.name.to_string()];
        let mut callees = Vec::new();
        for callee in &self.builder.callees {
            let text = callee.to_string();
            if !names.contains(&text) {
                names.push(text);
                callees.push(callee.clone());
            }
        }
        callees
    }

    fn roles(&self) -> TokenStream {
        let name = &self.function.name;
        let roles = self.each(&|parameter| {
            if parameter.is_active() {
                quote!(Active)
            } else {
                quote!(Constant)
            }
        });
        let places = (0..roles.len()).map(proc_macro2::Literal::usize_unsuffixed);
        quote! {
            #(
                impl __ad::Parameter<#places> for #name {
                    type Role = __ad::#roles;
                }
            )*
        }
    }

    fn public(&self) -> TokenStream {
        if let Some(own) = self.own {
            return self.own_functions(own);
        }
        let mut functions = self.jvp();
        functions.extend(self.vjp());
        if self.function.result.is_number() {
            functions.extend(self.gradient());
            functions.extend(self.hvp());
            functions.extend(self.hessian());
            functions.extend(self.vjp_lanes());
        }
        functions
    }

    fn active(&self) -> impl Iterator<Item = &Parameter> {
        self.function.parameters.iter().filter(|p| p.is_active())
    }

    /// What is written for each parameter. The closures are not told apart, so that this is compiled once.
    fn each(&self, write: &dyn Fn(&Parameter) -> TokenStream) -> Vec<TokenStream> {
        self.function.parameters.iter().map(write).collect()
    }

    fn each_active(&self, write: &dyn Fn(&Parameter) -> TokenStream) -> Vec<TokenStream> {
        self.active().map(write).collect()
    }

    fn active_types(&self) -> Vec<&Type> {
        self.active().map(|p| without_reference(&p.ty)).collect()
    }

    fn active_names(&self, name: fn(&Parameter) -> Ident) -> Vec<Ident> {
        self.active().map(name).collect()
    }

    fn user_generics(&self) -> (TokenStream, TokenStream) {
        let parameters = self.generics.params.iter();
        (quote!(<#(#parameters),*>), self.where_clause())
    }

    /// `Self::name::<…, number>`
    fn generic_call(&self, name: &str, number: &TokenStream) -> TokenStream {
        let constants: Vec<&Ident> = self
            .generics
            .const_params()
            .map(|parameter| &parameter.ident)
            .collect();
        let name = Ident::new(name, Span::call_site());
        if constants.is_empty() && number.is_empty() {
            return quote!(Self::#name);
        }
        quote!(Self::#name::<#(#constants,)* #number>)
    }

    fn list_of_active(&self) -> String {
        let names: Vec<String> = self.active().map(|p| format!("`{}`", p.name)).collect();
        match &names[..] {
            [one] => one.clone(),
            [first @ .., last] => format!("{} and {last}", first.join(", ")),
            [] => String::new(),
        }
    }

    /// Writes the result into the lists that the function fills, if it does.
    fn fill(&self, value: &TokenStream) -> Option<TokenStream> {
        let filled = self.function.filled.iter();
        let names: Vec<Ident> = filled.map(|filled| filled.name.clone()).collect();
        filled::fill(&names, value)
    }
}
