//! Parameters and results: which are active, and what they are for other numbers than `f64`.

use super::build::depth_of_type;
use super::filled::Filled;
use super::refusals::{Refusal, Refused};
use super::resolve::replace_names;
use crate::differentiable::hygiene::quote;
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{FnArg, Pat, ReturnType, Signature, Type};

pub(super) struct Parameter {
    pub(super) name: Ident,
    pub(super) mutable: bool,
    pub(super) ty: Type,
    /// Some for an active one: how deeply lists are nested in it.
    pub(super) depth: Option<usize>,
}

/// What a function results in.
#[derive(Clone)]
pub(super) enum ResultShape {
    Number,
    /// A list of that depth.
    List(usize),
    Tuple(Vec<ResultShape>),
}

pub(super) struct Function {
    pub(super) name: Ident,
    pub(super) parameters: Vec<Parameter>,
    pub(super) result: ResultShape,
    pub(super) result_type: Type,
    /// The parameters that stand for callers in the place of a result.
    pub(super) filled: Vec<Filled>,
}

/// Reads a signature; what cannot be differentiated goes to `refusals`.
pub(super) fn read(signature: &Signature, refusals: &mut Vec<Refused>) -> Option<Function> {
    let mut refuse = |span: Span, refusal: Refusal| refusals.push(refusal.at(span));
    let modifiers = &signature.asyncness;
    if let Some(modifier) = modifiers {
        refuse(modifier.span(), Refusal::AsyncOrUnsafe);
        return None;
    }
    if let Some(abi) = &signature.abi {
        refuse(abi.span(), Refusal::AsyncOrUnsafe);
        return None;
    }
    if signature
        .safety
        .to_token_stream()
        .to_string()
        .contains("unsafe")
    {
        refuse(signature.safety.span(), Refusal::AsyncOrUnsafe);
        return None;
    }
    let mut types = signature.generics.type_params();
    if let Some(parameter) = types.next() {
        refuse(parameter.span(), Refusal::TypeParameter);
        return None;
    }
    let mut parameters = Vec::new();
    for input in &signature.inputs {
        let FnArg::Typed(input) = input else {
            refuse(input.span(), Refusal::Method);
            return None;
        };
        let is_constant = input.attrs.iter().any(|a| a.path().is_ident("constant"));
        let Pat::Ident(name) = &*input.pat else {
            refuse(input.pat.span(), Refusal::ParameterPattern);
            return None;
        };
        let depth = depth_of_type(&input.ty).filter(|_| !is_constant);
        if is_mutable_reference(&input.ty) {
            refuse(input.ty.span(), Refusal::MutableParameter);
            return None;
        }
        if !is_constant && depth.is_none() && is_single_precision(&input.ty) {
            refuse(input.ty.span(), Refusal::SinglePrecision);
            return None;
        }
        parameters.push(Parameter {
            name: name.ident.clone(),
            mutable: name.mutability.is_some(),
            ty: (*input.ty).clone(),
            depth,
        });
    }
    let ReturnType::Type(_, result_type) = &signature.output else {
        refuse(signature.ident.span(), Refusal::NoResult);
        return None;
    };
    let Some(result) = result_shape(result_type) else {
        refuse(result_type.span(), Refusal::ResultWithoutNumbers);
        return None;
    };
    if parameters.iter().all(|parameter| parameter.depth.is_none()) {
        refuse(signature.ident.span(), Refusal::NoActiveParameter);
        return None;
    }
    Some(Function {
        name: signature.ident.clone(),
        parameters,
        result,
        result_type: (**result_type).clone(),
        filled: Vec::new(),
    })
}

fn result_shape(ty: &Type) -> Option<ResultShape> {
    match ty {
        Type::Tuple(tuple) if !tuple.elems.is_empty() => {
            let parts: Option<Vec<ResultShape>> = tuple.elems.iter().map(result_shape).collect();
            Some(ResultShape::Tuple(parts?))
        }
        Type::Reference(_) => None,
        Type::Paren(of) => result_shape(&of.elem),
        Type::Group(of) => result_shape(&of.elem),
        _ => match depth_of_type(ty)? {
            0 => Some(ResultShape::Number),
            depth => Some(ResultShape::List(depth)),
        },
    }
}

fn is_mutable_reference(ty: &Type) -> bool {
    matches!(ty, Type::Reference(of) if of.mutability.is_some())
}

fn is_single_precision(ty: &Type) -> bool {
    let text = ty.to_token_stream().to_string();
    let simple = text
        .chars()
        .all(|c| c.is_alphanumeric() || " &[];<>_'".contains(c));
    simple
        && text
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| word == "f32")
}

/// A type with another number in the place of `f64`.
pub(super) fn over(ty: &impl ToTokens, number: &TokenStream) -> TokenStream {
    replace_names(ty.to_token_stream(), &mut |name| {
        (name == "f64").then(|| number.clone())
    })
}

/// The type behind a reference.
pub(super) fn without_reference(ty: &Type) -> &Type {
    match ty {
        Type::Reference(of) => without_reference(&of.elem),
        Type::Paren(of) => without_reference(&of.elem),
        Type::Group(of) => without_reference(&of.elem),
        _ => ty,
    }
}

impl Parameter {
    pub(super) fn is_active(&self) -> bool {
        self.depth.is_some()
    }

    pub(super) fn is_reference(&self) -> bool {
        matches!(self.ty, Type::Reference(_))
    }

    /// The type of what takes its adjoint.
    pub(super) fn adjoint_type(&self, number: &TokenStream) -> TokenStream {
        if self.depth.is_none() {
            return quote!(&mut ());
        }
        let inner = without_reference(&self.ty);
        if let Some(element) = element_of_vec(inner) {
            let element = over(element, number);
            quote!(&mut [#element])
        } else {
            let inner = over(inner, number);
            quote!(&mut #inner)
        }
    }

    /// The type of its derivative.
    pub(super) fn derivative_type(&self) -> TokenStream {
        let inner = without_reference(&self.ty);
        if let Type::Slice(of) = inner {
            let of = &of.elem;
            quote!(::std::vec::Vec<#of>)
        } else {
            quote!(#inner)
        }
    }
}

/// The element type of a `Vec`.
pub(super) fn element_of_vec(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    if last.ident != "Vec" {
        return None;
    }
    match &last.arguments {
        syn::PathArguments::AngleBracketed(arguments) => match arguments.args.first()? {
            syn::GenericArgument::Type(of) => Some(of),
            _ => None,
        },
        _ => None,
    }
}

impl ResultShape {
    pub(super) fn is_number(&self) -> bool {
        matches!(self, ResultShape::Number)
    }
}

/// What a seed is lent as: the adjoint of the result.
pub(super) fn seed_type(ty: &Type, number: &TokenStream) -> TokenStream {
    match element_of_vec(ty) {
        Some(element) => {
            let element = over(element, number);
            quote!([#element])
        }
        None => over(ty, number),
    }
}
