//! `f::apply`: the function on values, as one node of their graph.

use super::Differentiated;
use super::names::{derivative_name, lifted_name};
use crate::differentiable::hygiene::quote;
use crate::differentiable::signature::{Parameter, without_reference};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::GenericParam;

/// `apply`, and what it stands on beside it.
pub(super) struct Apply {
    pub(super) function: TokenStream,
    pub(super) items: TokenStream,
}

/// A parameter of a call: which of the active arguments or of those that are kept it is.
enum Role<'a> {
    Active(&'a Parameter),
    Kept(&'a Parameter, Ident),
}

impl Differentiated<'_> {
    /// Nothing for a function with an argument that a call could not keep.
    pub(super) fn apply(&self) -> Option<Apply> {
        let parameters = &self.function.parameters;
        let clause = self.where_clause();
        let can_be_kept = |p: &Parameter| p.is_active() || is_plain(without_reference(&p.ty));
        if !parameters.iter().all(can_be_kept) || !is_plain(&clause) {
            return None;
        }
        let mut roles = Vec::new();
        for parameter in parameters {
            roles.push(if parameter.is_active() {
                Role::Active(parameter)
            } else {
                let number = roles
                    .iter()
                    .filter(|role| matches!(role, Role::Kept(..)))
                    .count();
                Role::Kept(
                    parameter,
                    Ident::new(&format!("Kept{number}"), Span::mixed_site()),
                )
            });
        }
        Some(Apply {
            function: self.apply_function(&roles),
            items: self.applied_items(&roles),
        })
    }

    fn apply_function(&self, roles: &[Role<'_>]) -> TokenStream {
        let generics = self.generics.params.iter();
        let clause = self.where_clause();
        let clause = if clause.is_empty() {
            quote!(where)
        } else {
            quote!(#clause,)
        };
        let constants = self.constants();
        let (mut parameters, mut kinds, mut bounds) = (Vec::new(), Vec::new(), Vec::new());
        let (mut keeps, mut arguments) = (Vec::new(), Vec::new());
        let mut list = quote!(());
        let mut kept = Vec::new();
        for role in roles {
            match role {
                Role::Active(parameter) => {
                    let (name, ty) = (&parameter.name, without_reference(&parameter.ty));
                    let kind = Ident::new(&format!("Argument{}", kinds.len()), Span::mixed_site());
                    parameters.push(quote!(#name: #kind));
                    bounds.push(quote!(#kind: __ad::Argument<#ty>));
                    arguments
                        .push(quote!(__ad::Passed::<#ty, _>(#name, ::core::marker::PhantomData)));
                    kinds.push(kind);
                }
                Role::Kept(parameter, _) => {
                    let (name, ty) = (&parameter.name, &parameter.ty);
                    parameters.push(quote!(#name: #ty));
                    let (inner, keep) = (without_reference(ty), keep(parameter));
                    kept.push(quote!(_));
                    bounds.push(quote!(for<'bound> #inner: #keep<'bound>));
                    keeps.push(quote!(<#inner as #keep<'static>>::keep(#name)));
                }
            }
        }
        let mut numbers = quote!(());
        for (kind, argument) in kinds.iter().zip(&arguments).rev() {
            numbers = quote!((#kind::Number, #numbers));
            list = quote!((#argument, #list));
        }
        let name = &self.function.name;
        let doc = format!(
            "[`{name}`](fn@{name}) of values: one node of their graph, whatever happens inside. `backward` runs the derivative that \
             was compiled.\n\nFor {} it takes values, numbers of any kind of `Scalar`, plain numbers, or lists of them; of plain numbers \
             alone the result is one.",
            self.list_of_active()
        );
        quote! {
            #[doc = #doc]
            #[must_use]
            #[track_caller]
            pub fn apply<#(#generics,)* #(#kinds),*>(#(#parameters),*) -> __ad::Joined<#numbers>
            #clause #(#bounds,)* #numbers: __ad::JoinEach<f64>, __ad::Joined<#numbers>: __ad::Applies
            {
                __ad::applied(Applied::<#(#constants,)* #(#kept),*>(#(#keeps),*), &#list)
            }
        }
    }

    fn constants(&self) -> Vec<&Ident> {
        let constants = self.generics.const_params();
        constants.map(|parameter| &parameter.ident).collect()
    }

    /// The function with what is kept for it, as core calls it.
    fn applied_items(&self, roles: &[Role<'_>]) -> TokenStream {
        let name = &self.function.name;
        let text = name.to_string();
        let text = text.trim_start_matches("r#");
        let constants = self.constants();
        let generics = self.generics.params.iter();
        let generics: Vec<_> = generics
            .filter(|parameter| matches!(parameter, GenericParam::Const(_)))
            .collect();
        let clause = self.where_clause();
        let (mut kept, mut bounds, mut arguments) = (Vec::new(), Vec::new(), Vec::new());
        for role in roles {
            match role {
                Role::Active(parameter) => {
                    let lifted = lifted_name(parameter);
                    let lend = parameter.is_reference().then(|| quote!(&));
                    arguments.push(quote!(#lend #lifted));
                }
                Role::Kept(parameter, kind) => {
                    let inner = without_reference(&parameter.ty);
                    let field = proc_macro2::Literal::usize_unsuffixed(kept.len());
                    if parameter.is_reference() {
                        bounds.push(quote!(#kind: ::core::borrow::Borrow<#inner> + 'static));
                        arguments
                            .push(quote!(::core::borrow::Borrow::<#inner>::borrow(&self.#field)));
                    } else {
                        bounds.push(quote!(#kind: __ad::Hands<#inner> + 'static));
                        arguments.push(quote!(__ad::Hands::<#inner>::hand(&self.#field)));
                    }
                    kept.push(kind);
                }
            }
        }
        let types = self.active_types();
        let lifted = self.active_names(lifted_name);
        let derivatives = self.active_names(derivative_name);
        let (mut shapes, mut shape) = (quote!(()), quote!(_));
        for (ty, name) in types.iter().zip(&lifted).rev() {
            shapes = quote!((<#ty as __ad::Shaped>::Shape, #shapes));
            shape = quote!((#name, #shape));
        }
        let rebuilt = |number: &TokenStream, from: &TokenStream, names: &[Ident], mutable: bool| {
            let mutable = mutable.then(|| quote!(mut));
            quote!(#(let #mutable #names = __ad::rebuild::<#types, #number>(#lifted, #from);)*)
        };
        let over_any = rebuilt(&quote!(Num), &quote!(&mut numbers), &lifted, false);
        let over_f64 = rebuilt(&quote!(f64), &quote!(&mut numbers), &lifted, false);
        let begin = rebuilt(&quote!(f64), &quote!(&mut begin), &derivatives, true);
        let value = call(name, "value", &constants, Some(&quote!(Num)));
        let vjp = call(name, "vjp", &constants, None);
        quote! {
            struct Applied<#(#generics,)* #(#kept),*>(#(#kept),*);

            #[allow(warnings, clippy::all, clippy::pedantic)]
            impl<#(#generics,)* #(#bounds),*> __ad::Function for Applied<#(#constants,)* #(#kept),*> #clause {
                const NAME: &'static str = #text;
                const IS_OPAQUE: bool = #name::IS_OPAQUE;
                type Shapes = #shapes;

                #[inline]
                fn value<Num: __ad::Real>(&self, shapes: &Self::Shapes, mut numbers: &[Num]) -> Num {
                    let #shape = shapes;
                    #over_any
                    #value(#(#arguments),*)
                }

                // Without it, a function whose derivatives nobody calls would be compiled with one.
                #[inline]
                fn vjp(
                    &self,
                    shapes: &Self::Shapes,
                    mut numbers: &[f64],
                    adjoint: f64,
                    adjoints: &mut [f64],
                ) {
                    let #shape = shapes;
                    let mut begin = &*adjoints;
                    #begin
                    #over_f64
                    #vjp(#(#arguments,)* adjoint, #(&mut #derivatives),*);
                    #(let adjoints = __ad::write_back::<#types>(&#derivatives, adjoints);)*
                }
            }
        }
    }
}

/// The trait that keeps it.
fn keep(parameter: &Parameter) -> TokenStream {
    if parameter.is_reference() {
        quote!(__ad::Lend)
    } else {
        quote!(__ad::Keep)
    }
}

/// `name::function::<…>`
fn call(
    name: &Ident,
    function: &str,
    constants: &[&Ident],
    number: Option<&TokenStream>,
) -> TokenStream {
    let function = Ident::new(function, Span::call_site());
    if constants.is_empty() && number.is_none() {
        return quote!(#name::#function);
    }
    quote!(#name::#function::<#(#constants,)* #number>)
}

/// Whether a type, or what else, can be written down once more: it has no lifetimes, and nothing of which only its traits are known.
fn is_plain(written: &impl ToTokens) -> bool {
    written
        .to_token_stream()
        .into_iter()
        .all(|token| match token {
            TokenTree::Punct(punct) => !matches!(punct.as_char(), '\'' | '&'),
            TokenTree::Ident(name) => name != "dyn" && name != "impl",
            TokenTree::Group(group) => is_plain(&group.stream()),
            TokenTree::Literal(_) => true,
        })
}
