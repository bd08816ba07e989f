//! A list that a function fills, as its result: inside, the function begins with a copy of the list, and returns that.

use super::build::depth_of_type;
use super::hygiene::quote;
use super::resolve::Resolver;
use super::signature::{element_of_vec, without_reference};
use super::tree::{Block, Statement};
use proc_macro2::{Ident, TokenStream};
use syn::{FnArg, ItemFn, Pat, ReturnType, Stmt, Type, parse_quote};

/// A `&mut` parameter, with the type that it has for callers.
pub(super) struct Filled {
    pub(super) name: Ident,
    pub(super) ty: Type,
    /// `let name = a copy`: the variable in its place.
    copy: Stmt,
}

/// The function with a result in the place of the lists that it fills.
pub(super) fn as_result(item: &ItemFn) -> (ItemFn, Vec<Filled>) {
    let mut item = item.clone();
    let mut filled = Vec::new();
    if !matches!(item.sig.output, ReturnType::Default) {
        return (item, filled);
    }
    let mut results: Vec<Type> = Vec::new();
    for input in &mut item.sig.inputs {
        let FnArg::Typed(input) = input else { continue };
        let (Pat::Ident(pattern), Type::Reference(reference)) = (&*input.pat, &mut *input.ty)
        else {
            continue;
        };
        if reference.mutability.is_none() || depth_of_type(&reference.elem).is_none_or(|d| d == 0) {
            continue;
        }
        let name = pattern.ident.clone();
        let inner = without_reference(&reference.elem).clone();
        let ty = Type::Reference(reference.clone());
        reference.mutability = None;
        let element = match &inner {
            Type::Slice(slice) => Some((*slice.elem).clone()),
            list => element_of_vec(list).cloned(),
        };
        let copy = if let Some(element) = element {
            *reference.elem = parse_quote!([#element]);
            results.push(parse_quote!(::std::vec::Vec<#element>));
            parse_quote!(let mut #name = #name.to_vec();)
        } else {
            let copy = parse_quote!(let mut #name: #inner = *#name;);
            results.push(inner);
            copy
        };
        input.attrs.push(parse_quote!(#[constant]));
        filled.push(Filled { name, ty, copy });
    }
    if filled.is_empty() {
        return (item, filled);
    }
    let ty: Type = match &results[..] {
        [one] => one.clone(),
        several => parse_quote!((#(#several),*)),
    };
    item.sig.output = parse_quote!(-> #ty);
    (item, filled)
}

/// The body of a function that fills these lists, with their copies as its result.
pub(super) fn body(resolver: &mut Resolver, filled: &[Filled], block: &syn::Block) -> Block {
    if filled.is_empty() {
        return resolver.block(block);
    }
    let copies: Vec<Statement> = filled
        .iter()
        .map(|filled| resolver.statement(&filled.copy))
        .collect();
    let names = filled.iter().map(|filled| &filled.name);
    let result = resolver.expr(&parse_quote!((#(#names),*)));
    resolver.returned = Some(result.clone());
    let mut body = resolver.block(block).without_value().after(copies);
    body.value = Some(Box::new(result));
    body
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
