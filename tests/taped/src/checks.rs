//! What compares a function with its twin.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{FnArg, ItemFn, Pat, ReturnType, Type};

struct Parameter {
    name: Ident,
    /// As who calls the check owns it.
    owned: TokenStream,
    is_lent: bool,
    is_active: bool,
}

/// The check of a function that is marked `#[differentiable]`.
#[expect(clippy::too_many_lines)] // A part for each derivative.
pub(crate) fn of(function: &ItemFn) -> Option<TokenStream> {
    let is_marked = |attribute: &syn::Attribute| attribute.path().is_ident("differentiable");
    if !function.attrs.iter().any(is_marked) {
        return None;
    }
    let name = &function.sig.ident;
    let text = name.to_string();
    let ReturnType::Type(_, result) = &function.sig.output else {
        return None;
    };
    let parameters: Vec<Parameter> = function.sig.inputs.iter().map(parameter).collect();
    let consts: Vec<_> = function.sig.generics.const_params().collect();
    let const_names: Vec<_> = consts.iter().map(|parameter| &parameter.ident).collect();
    let declared = parameters.iter().map(|p| {
        let (name, ty) = (&p.name, &p.owned);
        quote!(#name: #ty)
    });
    let active: Vec<&Ident> = parameters
        .iter()
        .filter(|p| p.is_active)
        .map(|p| &p.name)
        .collect();
    let given = |lend: &dyn Fn(&Parameter) -> TokenStream| -> Vec<TokenStream> {
        parameters.iter().map(lend).collect()
    };
    let plain = given(&lent);
    let derivatives: Vec<Ident> = active
        .iter()
        .map(|name| format_ident!("d_{}", bare(name)))
        .collect();
    let along: Vec<TokenStream> = parameters
        .iter()
        .filter(|p| p.is_active)
        .map(|p| {
            let name = format_ident!("along_{}", bare(&p.name));
            if p.is_lent {
                quote!(&#name)
            } else {
                quote!(#name.clone())
            }
        })
        .collect();
    let along_names: Vec<Ident> = active
        .iter()
        .map(|name| format_ident!("along_{}", bare(name)))
        .collect();
    let read = quote! {
        let mut rest_ = numbers_.iter().copied();
        #(let #active = #active.like(&mut rest_);)*
    };
    let is_list = result.to_token_stream().to_string().starts_with(['[', 'V']);
    let seed = if is_list {
        quote!(&seed_)
    } else {
        quote!(seed_)
    };
    let turbofish = if consts.is_empty() {
        quote!()
    } else {
        quote!(::<#(#const_names),*>)
    };
    let is_number = result.to_token_stream().to_string() == "f64";
    let of_numbers = if is_number {
        quote! {
            gradient: Some(&|numbers_: &[f64]| {
                #read
                let (value_, (#(#derivatives),*)) = #name::gradient #turbofish(#(#plain),*);
                let mut numbers_ = Vec::new();
                #(#derivatives.push_to(&mut numbers_);)*
                (value_, numbers_)
            }),
            hvp: Some(&|numbers_: &[f64], along_: &[f64]| {
                #read
                let mut rest_ = along_.iter().copied();
                #(let #along_names = #active.like(&mut rest_);)*
                let (#(#derivatives),*) = #name::hvp #turbofish(#(#plain,)* #(#along),*);
                let mut numbers_ = Vec::new();
                #(#derivatives.push_to(&mut numbers_);)*
                numbers_
            }),
            hessian: Some(&|numbers_: &[f64]| {
                #read
                #name::hessian #turbofish(#(#plain),*)
            }),
        }
    } else {
        quote!(gradient: None, hvp: None, hessian: None,)
    };
    Some(quote! {
        #[track_caller]
        pub(crate) fn #name<#(#consts),*>(#(#declared),*) {
            let mut at_ = Vec::new();
            #(#active.push_to(&mut at_);)*
            crate::checks::check(#text, &at_, &crate::checks::Derivatives {
                value: &|numbers_: &[f64]| {
                    #read
                    crate::checks::numbers(&super::#name #turbofish(#(#plain),*))
                },
                taped: &|numbers_: &[crate::checks::Taped]| {
                    let mut rest_ = numbers_.iter().copied();
                    #(let #active = #active.over(&mut rest_);)*
                    crate::checks::numbers(&super::taped::#name #turbofish(#(#plain),*))
                },
                jvp: &|numbers_: &[f64], along_: &[f64]| {
                    #read
                    let mut rest_ = along_.iter().copied();
                    #(let #along_names = #active.like(&mut rest_);)*
                    let (value_, tangent_) = #name::jvp #turbofish(#(#plain,)* #(#along),*);
                    (crate::checks::numbers(&value_), crate::checks::numbers(&tangent_))
                },
                vjp: &|numbers_: &[f64], seed_: &[f64], into_: &mut Vec<f64>| {
                    #read
                    let value_: #result = super::#name #turbofish(#(#plain),*);
                    let seed_ = value_.like(&mut seed_.iter().copied());
                    let mut rest_ = into_.iter().copied();
                    #(let mut #derivatives = #active.like(&mut rest_);)*
                    let value_ = #name::vjp #turbofish(#(#plain,)* #seed, #(&mut #derivatives),*);
                    into_.clear();
                    #(#derivatives.push_to(into_);)*
                    crate::checks::numbers(&value_)
                },
                #of_numbers
            });
        }
    })
}

fn parameter(input: &FnArg) -> Parameter {
    let FnArg::Typed(input) = input else {
        panic!("a function has no `self`");
    };
    let Pat::Ident(name) = &*input.pat else {
        panic!("a parameter is a name");
    };
    let (owned, is_lent) = match &*input.ty {
        Type::Reference(of) => match &*of.elem {
            Type::Slice(of) => {
                let element = &of.elem;
                (quote!(Vec<#element>), true)
            }
            Type::Path(path) if path.path.is_ident("str") => (quote!(String), true),
            of => (quote!(#of), true),
        },
        ty => (quote!(#ty), false),
    };
    let is_constant = input.attrs.iter().any(|a| a.path().is_ident("constant"));
    let has_floats = owned.to_string().contains("f64");
    Parameter {
        name: name.ident.clone(),
        owned,
        is_lent,
        is_active: has_floats && !is_constant,
    }
}

fn lent(parameter: &Parameter) -> TokenStream {
    let name = &parameter.name;
    if parameter.is_lent {
        quote!(&#name)
    } else {
        quote!(#name.clone())
    }
}

/// A name without `r#`.
fn bare(name: &Ident) -> String {
    name.to_string().trim_start_matches("r#").to_owned()
}
