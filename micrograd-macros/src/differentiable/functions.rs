//! What stands beside the function: `f::gradient`, `f::vjp`, `f::jvp`, `f::hvp`, `f::hessian`.

use super::build::Builder;
use super::emit::Mode;
use super::program::{Back, Forward};
use super::signature::{Function, Parameter, ResultShape, element_of_vec, over, seed_type};
use crate::differentiable::hygiene::quote;
use proc_macro2::{Ident, Span, TokenStream};
use quote::format_ident;
use syn::{Generics, Path, Visibility};

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
}

impl Differentiated<'_> {
    pub(super) fn emit(&self) -> TokenStream {
        let name = &self.function.name;
        let (visibility, krate) = (self.visibility, self.krate);
        let roles = self.roles();
        let (value, pullback) = (self.value(), self.pullback());
        let public = self.public();
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
                #[allow(warnings, clippy::all, clippy::pedantic)]
                impl #name {
                    /// Whether a slope may be infinite where all numbers are finite: then a NaN may be a 0·∞, and ∞ a quotient that overflowed.
                    #[doc(hidden)]
                    pub const HAS_INFINITE_SLOPES: bool = {
                        #(#items)*
                        #infinite #(|| #callees::HAS_INFINITE_SLOPES)*
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
        let roles = self.function.parameters.iter().enumerate();
        roles
            .map(|(i, parameter)| {
                let i = proc_macro2::Literal::usize_unsuffixed(i);
                let role = if parameter.is_active() {
                    quote!(Active)
                } else {
                    quote!(Constant)
                };
                quote! {
                    impl __ad::Parameter<#i> for #name {
                        type Role = __ad::#role;
                    }
                }
            })
            .collect()
    }

    /// The generic parameters with the number type at their end.
    fn generic_parameters(&self) -> TokenStream {
        let parameters = self.generics.params.iter();
        quote!(<#(#parameters,)* Num: __ad::Real>)
    }

    fn where_clause(&self) -> TokenStream {
        let clause = &self.generics.where_clause;
        quote!(#clause)
    }

    fn parameters_over(&self, number: &TokenStream) -> Vec<TokenStream> {
        let parameters = self.function.parameters.iter();
        parameters
            .map(|parameter| {
                let (name, ty) = (&parameter.name, &parameter.ty);
                let mutable = parameter.mutable.then(|| quote!(mut));
                let ty = if parameter.is_active() {
                    over(ty, number)
                } else {
                    quote!(#ty)
                };
                quote!(#mutable #name: #ty)
            })
            .collect()
    }

    /// A number that is lent is one like any other in the function.
    fn numbers_of_references(&self) -> TokenStream {
        let parameters = self.active();
        let lent = parameters.filter(|p| p.is_reference() && p.depth == Some(0));
        lent.map(|parameter| {
            let name = &parameter.name;
            let mutable = parameter.mutable.then(|| quote!(mut));
            quote!(let #mutable #name = *#name;)
        })
        .collect()
    }

    /// The function over any number.
    fn value(&self) -> TokenStream {
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
    fn pullback(&self) -> TokenStream {
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

    fn active(&self) -> impl Iterator<Item = &Parameter> {
        self.function.parameters.iter().filter(|p| p.is_active())
    }

    /// The parameters as they stand.
    fn parameters(&self) -> Vec<TokenStream> {
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
    fn arguments_again(&self) -> Vec<TokenStream> {
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
    fn lifted_arguments(&self) -> Vec<TokenStream> {
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

    fn slots(&self, slot: impl Fn(&Parameter) -> TokenStream) -> Vec<TokenStream> {
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

    fn public(&self) -> TokenStream {
        let mut functions = self.jvp();
        functions.extend(self.vjp());
        if self.function.result.is_number() {
            functions.extend(self.gradient());
            functions.extend(self.second_order());
            functions.extend(self.vjp_lanes());
        }
        functions
    }

    fn user_generics(&self) -> (TokenStream, TokenStream) {
        let parameters = self.generics.params.iter();
        (quote!(<#(#parameters),*>), self.where_clause())
    }

    fn gradient_type(&self) -> TokenStream {
        tuple(self.active().map(Parameter::derivative_type))
    }

    fn gradient(&self) -> TokenStream {
        let (generics, clause) = self.user_generics();
        let parameters = self.parameters();
        let ty = self.gradient_type();
        let names: Vec<Ident> = self.active().map(derivative_name).collect();
        let zeros = self.active().map(|parameter| {
            let (name, derivative) = (&parameter.name, derivative_name(parameter));
            let reference = reference_to(parameter);
            quote!(let mut #derivative = __ad::zero_gradient(#reference #name);)
        });
        let again = self.arguments_again();
        let slots = self.slots(|parameter| {
            let name = derivative_name(parameter);
            quote!(&mut #name)
        });
        let result = tuple(names.iter().map(|name| quote!(#name)));
        let pullback = self.generic_call("pullback", &quote!(f64));
        let finite = all(names.iter().map(|name| quote!(__ad::are_finite(&#name))));
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
                if Self::HAS_INFINITE_SLOPES && !(#finite) {
                    #second_look
                }
                (value, #result)
            }
        }
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

    /// The function once more over a list of its operations, and a sweep over that for which 0·∞ is 0. It begins with the
    /// adjoints in `before`, if there are any.
    fn second_look(
        &self,
        seed: &TokenStream,
        before: &[Ident],
        targets: &[TokenStream],
    ) -> TokenStream {
        let lifts = self.active().map(|parameter| {
            let (name, lifted) = (&parameter.name, lifted_name(parameter));
            let reference = reference_to(parameter);
            quote!(let #lifted = __ad::leaves(&list, #reference #name);)
        });
        let value = self.generic_call("value", &quote!(__ad::Term<'_>));
        let arguments = self.lifted_arguments();
        let starts = before.iter().zip(self.active()).map(|(before, parameter)| {
            let name = derivative_name(parameter);
            quote!(__ad::starts(&#before, &*#name))
        });
        quote! {
            __ad::rarely(|| {
                let list = __ad::List::default();
                #(#lifts)*
                let value = #value(#(#arguments),*);
                let starts = [#(#starts),*];
                let mut adjoints = __ad::sweep(&list, &starts, &value, #seed);
                #(__ad::write(&mut adjoints, #targets);)*
            });
        }
    }

    fn vjp(&self) -> TokenStream {
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
        for parameter in self.active() {
            let (name, ty) = (derivative_name(parameter), parameter.adjoint_type(&number));
            parameters.push(quote!(#name: #ty));
        }
        let again = self.arguments_again();
        let slots = self.slots(|parameter| {
            let name = derivative_name(parameter);
            quote!(&mut *#name)
        });
        let checks = self.length_checks();
        let names: Vec<Ident> = self.active().map(derivative_name).collect();
        let before: Vec<Ident> = self.active().map(before_name).collect();
        let pullback = self.generic_call("pullback", &number);
        let finite = all(names.iter().map(|name| quote!(__ad::are_finite(&*#name))));
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
                if Self::HAS_INFINITE_SLOPES && !(#finite) {
                    #second_look
                }
                #result
            }
        }
    }

    /// Writes the result into the lists that the function fills, if it does.
    fn fill(&self, value: &TokenStream) -> Option<TokenStream> {
        let filled = self.function.filled.iter();
        let names: Vec<Ident> = filled.map(|filled| filled.name.clone()).collect();
        fill(&names, value)
    }

    fn length_checks(&self) -> TokenStream {
        let lists = self.active().filter(|p| p.depth != Some(0));
        lists
            .map(|parameter| {
                let (name, derivative) = (&parameter.name, derivative_name(parameter));
                let text = name.to_string();
                quote!(__ad::check_length(#text, #name.len(), #derivative.len());)
            })
            .collect()
    }

    /// The sweep at several points at once.
    fn vjp_lanes(&self) -> TokenStream {
        let lanes = quote!(__ad::Lanes<LANES>);
        let generics = self.generics.params.iter();
        let clause = self.where_clause();
        let mut parameters = self.parameters_over(&lanes);
        parameters.push(quote!(seed: #lanes));
        for parameter in self.active() {
            let (name, ty) = (derivative_name(parameter), parameter.adjoint_type(&lanes));
            parameters.push(quote!(#name: #ty));
        }
        let again = self.arguments_again();
        let slots = self.slots(|parameter| {
            let name = derivative_name(parameter);
            quote!(&mut *#name)
        });
        let names: Vec<Ident> = self.active().map(derivative_name).collect();
        let before: Vec<Ident> = self.active().map(before_name).collect();
        let finite = names
            .iter()
            .map(|name| quote!(__ad::InLanes::are_finite(&*#name)));
        let finite = all(finite);
        let single: Vec<Ident> = names
            .iter()
            .map(|name| format_ident!("single_{}", name, span = Span::mixed_site()))
            .collect();
        let pullback = self.generic_call("pullback", &lanes);
        let vjp = self.generic_call("vjp", &TokenStream::new());
        let one: Vec<TokenStream> = self
            .function
            .parameters
            .iter()
            .map(|parameter| {
                let name = &parameter.name;
                match (parameter.is_active(), parameter.is_reference()) {
                    (true, true) => quote!(&__ad::InLanes::lane(#name, lane)),
                    (true, false) => quote!(__ad::InLanes::lane(&#name, lane)),
                    (false, true) => quote!(#name),
                    (false, false) => quote!(::core::clone::Clone::clone(&#name)),
                }
            })
            .collect();
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
                    if !Self::HAS_INFINITE_SLOPES || (#finite) {
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

    /// The parameters, then a direction for each active one.
    fn parameters_along(&self) -> Vec<TokenStream> {
        let mut parameters = self.parameters();
        for parameter in self.active() {
            let (name, ty) = (along_name(parameter), &parameter.ty);
            parameters.push(quote!(#name: #ty));
        }
        parameters
    }

    fn lifts_along(&self) -> TokenStream {
        self.active()
            .map(|parameter| {
                let (name, lifted) = (&parameter.name, lifted_name(parameter));
                let (along, reference) = (along_name(parameter), reference_to(parameter));
                let text = name.to_string();
                quote!(let #lifted = __ad::along(#text, #reference #name, #reference #along);)
            })
            .collect()
    }

    fn jvp(&self) -> TokenStream {
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

    /// The tangents of the adjoints: forward mode over the sweep.
    fn second_order(&self) -> TokenStream {
        let (generics, clause) = self.user_generics();
        let along = self.parameters_along();
        let lifts = self.lifts_along();
        let names: Vec<Ident> = self.active().map(again_name).collect();
        let zeros: TokenStream = self
            .active()
            .map(|parameter| {
                let (name, lifted) = (again_name(parameter), lifted_name(parameter));
                quote!(let mut #name = __ad::zeros(&#lifted);)
            })
            .collect();
        let arguments = self.lifted_arguments();
        let slots = self.slots(|parameter| {
            let name = again_name(parameter);
            quote!(&mut #name)
        });
        // Where all slopes are finite, no product is 0·∞.
        let number = quote!(__ad::Dual1<{ Self::HAS_INFINITE_SLOPES }>);
        let pullback = self.generic_call("pullback", &number);
        let ty = self.gradient_type();
        let result = tuple(names.iter().map(|name| quote!(__ad::tangents(&#name))));
        let name = &self.function.name;
        let list = self.list_of_active();
        let hvp_doc = format!(
            "The product of the Hessian of [`{name}`](fn@{name}) in {list} with a direction: forward mode over the sweep.\n\n# Panics\n\nIf a list and its direction differ in length."
        );
        let hessian_doc = format!(
            "The Hessian of [`{name}`](fn@{name}), row by row, over all numbers of {list} in their order."
        );
        let parameters = self.parameters();
        let counts = self.active().map(|parameter| {
            let (name, reference) = (&parameter.name, reference_to(parameter));
            quote!(__ad::count(#reference #name))
        });
        let units: TokenStream = self
            .active()
            .map(|parameter| {
                let (name, lifted) = (&parameter.name, lifted_name(parameter));
                let reference = reference_to(parameter);
                quote!(let #lifted = __ad::with_unit(#reference #name, &mut left);)
            })
            .collect();
        let again = self.lifted_arguments_again();
        quote! {
            #[doc = #hvp_doc]
            #[inline]
            #[must_use]
            #[track_caller]
            pub fn hvp #generics (#(#along),*) -> #ty #clause {
                #lifts
                #zeros
                let (_, back) = #pullback(#(#arguments),*);
                back(&__ad::Dual1::constant(1.0), #(#slots),*);
                #result
            }

            #[doc = #hessian_doc]
            #[inline]
            #[must_use]
            pub fn hessian #generics (#(#parameters),*) -> ::std::vec::Vec<::std::vec::Vec<f64>> #clause {
                let count = 0 #(+ #counts)*;
                let mut rows = ::std::vec::Vec::with_capacity(count);
                for k in 0..count {
                    let mut left = ::core::option::Option::Some(k);
                    #units
                    #zeros
                    let (_, back) = #pullback(#(#again),*);
                    back(&__ad::Dual1::constant(1.0), #(#slots),*);
                    let mut row = ::std::vec::Vec::with_capacity(count);
                    #(__ad::push_tangents(&#names, &mut row);)*
                    rows.push(row);
                }
                rows
            }
        }
    }

    /// Arguments of which those without derivative are needed again.
    fn lifted_arguments_again(&self) -> Vec<TokenStream> {
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

    fn list_of_active(&self) -> String {
        let names: Vec<String> = self.active().map(|p| format!("`{}`", p.name)).collect();
        match &names[..] {
            [one] => one.clone(),
            [first @ .., last] => format!("{} and {last}", first.join(", ")),
            [] => String::new(),
        }
    }
}

/// Writes a result into the lists of these names, if there are any.
pub(super) fn fill(names: &[Ident], value: &TokenStream) -> Option<TokenStream> {
    match names {
        [] => None,
        [name] => Some(quote!(#name[..].clone_from_slice(&#value[..]);)),
        names => {
            let parts = (0..names.len()).map(proc_macro2::Literal::usize_unsuffixed);
            Some(quote!(#(#names[..].clone_from_slice(&#value.#parts[..]);)*))
        }
    }
}

/// One thing bare, several as a tuple.
fn tuple(parts: impl Iterator<Item = TokenStream>) -> TokenStream {
    let parts: Vec<TokenStream> = parts.collect();
    match &parts[..] {
        [one] => one.clone(),
        parts => quote!((#(#parts),*)),
    }
}

/// Whether all of these hold.
fn all(conditions: impl Iterator<Item = TokenStream>) -> TokenStream {
    let conditions: Vec<TokenStream> = conditions.collect();
    quote!(#(#conditions)&&*)
}

/// `&` before a parameter that is no reference.
fn reference_to(parameter: &Parameter) -> Option<TokenStream> {
    (!parameter.is_reference()).then(|| quote!(&))
}

fn prefixed(prefix: &str, parameter: &Parameter) -> Ident {
    let name = parameter.name.to_string();
    let name = name.trim_start_matches("r#");
    Ident::new(&format!("{prefix}{name}"), Span::mixed_site())
}

fn derivative_name(parameter: &Parameter) -> Ident {
    prefixed("d_", parameter)
}

fn before_name(parameter: &Parameter) -> Ident {
    prefixed("before_d_", parameter)
}

fn again_name(parameter: &Parameter) -> Ident {
    prefixed("again_", parameter)
}

fn along_name(parameter: &Parameter) -> Ident {
    prefixed("along_", parameter)
}

fn lifted_name(parameter: &Parameter) -> Ident {
    prefixed("lifted_", parameter)
}
