//! A function whose derivative is the user's own, by `#[differentiable(vjp = …, jvp = …)]`: it is read no further than its signature.

use super::Differentiated;
use super::arguments::reference_to;
use super::gradient::tuple;
use super::names::{along_name, derivative_name, lifted_name};
use crate::differentiable::OwnDerivative;
use crate::differentiable::hygiene::quote;
use crate::differentiable::signature::without_reference;
use proc_macro2::{Ident, TokenStream};

impl Differentiated<'_> {
    /// What users call.
    pub(super) fn own_functions(&self, own: &OwnDerivative) -> TokenStream {
        let (generics, clause) = self.user_generics();
        let number = quote!(f64);
        let (name, vjp) = (&self.function.name, &own.vjp);
        let (parameters, arguments) = (self.parameters(), self.names());
        let checks = self.length_checks();
        let derivatives = self.active_names(derivative_name);
        let types = self.each_active(&|parameter| parameter.adjoint_type(&number));
        let doc = format!(
            "Adds seed·∂y/∂p to what is there, for each of {}, and gives y, the result of [`{name}`](fn@{name}): the user's own \
             vector-Jacobian product.\n\n# Panics\n\nIf a list and that of its derivatives differ in length.",
            self.list_of_active()
        );
        let zeros = self.each_active(&|parameter| {
            let (name, derivative) = (&parameter.name, derivative_name(parameter));
            let reference = reference_to(parameter);
            quote!(let mut #derivative = __ad::zero_gradient(#reference #name);)
        });
        let ty = self.gradient_type();
        let gradient = tuple(&derivatives);
        let gradient_doc = format!(
            "The value of [`{name}`](fn@{name}), and its derivatives with respect to {}, by its own vjp.",
            self.list_of_active()
        );
        let jvp = own.jvp.as_ref().map(|jvp| {
            let along = self.active_names(along_name);
            let parameters = self.parameters_along();
            let doc = format!(
                "The value of [`{name}`](fn@{name}), and its derivative along a direction in {}, by its own jvp.",
                self.list_of_active()
            );
            quote! {
                #[doc = #doc]
                #[must_use]
                #[track_caller]
                pub fn jvp #generics (#(#parameters),*) -> (f64, f64) #clause {
                    #jvp(#(#arguments,)* #(#along),*)
                }
            }
        });
        let lanes = self.vjp_lanes();
        quote! {
            #[doc = #doc]
            #[track_caller]
            pub fn vjp #generics (#(#parameters,)* seed: f64, #(#derivatives: #types),*) -> f64 #clause {
                #checks
                #vjp(#(#arguments,)* seed, #(#derivatives),*)
            }

            #[doc = #gradient_doc]
            #[must_use]
            #[track_caller]
            pub fn gradient #generics (#(#parameters),*) -> (f64, #ty) #clause {
                #(#zeros)*
                let value = #vjp(#(#arguments,)* 1.0, #(&mut #derivatives),*);
                (value, #gradient)
            }

            #jvp
            #lanes
        }
    }

    /// The function over any number, for the functions that call it.
    pub(super) fn own_value(&self, own: &OwnDerivative) -> TokenStream {
        let name = &self.function.name;
        let text = name.to_string();
        let text = text.trim_start_matches("r#");
        let (generics, clause) = (self.generic_parameters(), self.where_clause());
        let parameters = self.parameters_over(&quote!(Num));
        let (flatten, shapes) = (self.flatten(), self.shapes());
        let (rebuild, arguments) = (self.rebuild(), self.lifted_arguments_again());
        let jvp = match &own.jvp {
            None => quote!(::core::option::Option::None),
            Some(jvp) => {
                let along = self.each_active(&|parameter| {
                    let (name, lifted) = (along_name(parameter), lifted_name(parameter));
                    let ty = without_reference(&parameter.ty);
                    quote!(let #name = __ad::rebuild::<#ty, f64>(&#lifted.0, &mut along);)
                });
                let handed = self.each_active(&|parameter| {
                    let (name, lend) = (
                        along_name(parameter),
                        parameter.is_reference().then(|| quote!(&)),
                    );
                    quote!(#lend #name)
                });
                quote! {
                    ::core::option::Option::Some(&mut |mut numbers: &[f64], mut along: &[f64]| {
                        #(#along)*
                        #rebuild
                        #jvp(#(#arguments,)* #(#handed),*)
                    })
                }
            }
        };
        let call = self.generic_name();
        quote! {
            #[doc(hidden)]
            pub fn value #generics (#(#parameters),*) -> Num #clause {
                #flatten
                #shapes
                __ad::value_of_opaque(
                    __ad::Opaque {
                        name: #text,
                        value: &mut |mut numbers: &[f64]| {
                            #rebuild
                            #call(#(#arguments),*)
                        },
                        jvp: #jvp,
                    },
                    &numbers,
                )
            }
        }
    }

    /// The same with its way back.
    pub(super) fn own_pullback(&self, own: &OwnDerivative) -> TokenStream {
        let text = self.function.name.to_string();
        let text = text.trim_start_matches("r#");
        let vjp = &own.vjp;
        let (generics, clause) = (self.generic_parameters(), self.where_clause());
        let number = quote!(Num);
        let parameters = self.parameters_over(&number);
        let (flatten, shapes) = (self.flatten(), self.shapes());
        let (rebuild, arguments) = (self.rebuild(), self.lifted_arguments_again());
        let again = self.arguments_again();
        let value = self.generic_call("value", &number);
        let types = self.each(&|parameter| parameter.adjoint_type(&number));
        let slots = self.each(&|parameter| {
            let ty = parameter.adjoint_type(&number);
            if parameter.is_active() {
                let name = derivative_name(parameter);
                quote!(#name: #ty)
            } else {
                quote!(_: #ty)
            }
        });
        let derivatives = self.active_names(derivative_name);
        let ty = self.active_types();
        let lifted = self.active_names(lifted_name);
        quote! {
            #[doc(hidden)]
            pub fn pullback #generics (#(#parameters),*)
                -> (Num, impl ::core::ops::FnOnce(&Num, #(#types),*)) #clause
            {
                #flatten
                #shapes
                let value = #value(#(#again),*);
                (value, move |seed: &Num, #(#slots),*| {
                    let found = __ad::back_of_opaque(
                        #text,
                        &mut |mut numbers: &[f64], seed: f64, adjoints: &mut [f64]| {
                            #(let mut #derivatives = __ad::rebuild::<#ty, f64>(&#lifted.0, &mut &*adjoints);)*
                            #rebuild
                            #vjp(#(#arguments,)* seed, #(&mut #derivatives),*);
                                    #(let adjoints = __ad::write_back::<#ty>(&#derivatives, adjoints);)*
                        },
                        &numbers,
                        *seed,
                    );
                    let mut found = &found[..];
                    #(__ad::Adjoint::add_numbers(&mut *#derivatives, &mut found);)*
                })
            }
        }
    }

    /// All active numbers in a row.
    fn flatten(&self) -> TokenStream {
        let push = self.each_active(&|parameter| {
            let (name, reference) = (&parameter.name, reference_to(parameter));
            quote!(__ad::Adjoint::push_numbers(#reference #name, &mut numbers);)
        });
        quote!(let mut numbers = ::std::vec::Vec::new(); #(#push)*)
    }

    /// The lengths of the active arguments, under the names that the arguments have later.
    fn shapes(&self) -> TokenStream {
        let lets = self.each_active(&|parameter| {
            let (name, reference) = (&parameter.name, reference_to(parameter));
            let lifted = lifted_name(parameter);
            quote!(let #lifted = (__ad::Adjoint::shape(#reference #name),);)
        });
        quote!(#(#lets)*)
    }

    /// The active arguments as plain numbers, from `numbers`.
    fn rebuild(&self) -> TokenStream {
        let lets = self.each_active(&|parameter| {
            let lifted = lifted_name(parameter);
            let ty = without_reference(&parameter.ty);
            quote!(let #lifted = __ad::rebuild::<#ty, f64>(&#lifted.0, &mut numbers);)
        });
        quote!(#(#lets)*)
    }

    fn names(&self) -> Vec<&Ident> {
        let parameters = self.function.parameters.iter();
        parameters.map(|parameter| &parameter.name).collect()
    }

    /// The function itself: `name::<N>`
    fn generic_name(&self) -> TokenStream {
        let name = &self.function.name;
        let constants: Vec<&Ident> = self.generics.const_params().map(|p| &p.ident).collect();
        if constants.is_empty() {
            quote!(#name)
        } else {
            quote!(#name::<#(#constants),*>)
        }
    }
}
