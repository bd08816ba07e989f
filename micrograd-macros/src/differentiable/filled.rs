//! A list that a function fills, as its result: inside, the function begins with a copy of the list, and returns that.

use super::build::depth_of_type;
use super::hygiene::quote;
use super::refusals::{Refusal, Refused};
use super::signature::{element_of_vec, without_reference};
use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{
    Block, Expr, ExprClosure, ExprReturn, FnArg, Item, ItemFn, Pat, PatIdent, ReturnType, Stmt,
    Type, parse_quote,
};

/// A `&mut` parameter, with the type that it has for callers.
pub(super) struct Filled {
    pub(super) name: Ident,
    pub(super) ty: Type,
}

/// The function with a result in the place of the lists that it fills.
pub(super) fn as_result(item: &ItemFn, refused: &mut Vec<Refused>) -> (ItemFn, Vec<Filled>) {
    let mut item = item.clone();
    let mut filled = Vec::new();
    if !matches!(item.sig.output, ReturnType::Default) {
        return (item, filled);
    }
    let mut begin: Vec<Stmt> = Vec::new();
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
        filled.push(Filled {
            name: name.clone(),
            ty: Type::Reference(reference.clone()),
        });
        reference.mutability = None;
        let element = match &inner {
            Type::Slice(slice) => Some((*slice.elem).clone()),
            list => element_of_vec(list).cloned(),
        };
        if let Some(element) = element {
            *reference.elem = parse_quote!([#element]);
            results.push(parse_quote!(::std::vec::Vec<#element>));
            begin.push(parse_quote!(let mut #name = #name.to_vec();));
        } else {
            begin.push(parse_quote!(let mut #name: #inner = *#name;));
            results.push(inner);
        }
        input.attrs.push(parse_quote!(#[constant]));
        if binds(&item.block, &name) {
            refused.push(Refusal::FilledIsShadowed.at(name.span()));
        }
    }
    if filled.is_empty() {
        return (item, filled);
    }
    let names: Vec<&Ident> = filled.iter().map(|filled| &filled.name).collect();
    let result = match &names[..] {
        [one] => one.to_token_stream(),
        several => quote::quote!((#(#several),*)),
    };
    let ty: Type = match &results[..] {
        [one] => one.clone(),
        several => parse_quote!((#(#several),*)),
    };
    item.sig.output = parse_quote!(-> #ty);
    let mut body = std::mem::take(&mut item.block.stmts);
    let mut returns = Returns {
        result: parse_quote!(#result),
    };
    for statement in &mut body {
        returns.visit_stmt_mut(statement);
    }
    if let Some(Stmt::Expr(_, semicolon @ None)) = body.last_mut() {
        *semicolon = Some(syn::token::Semi::default());
    }
    *item.block = parse_quote!({ #(#begin)* #(#body)* #result });
    (item, filled)
}

/// Gives a result to each `return` of the function; closures and functions inside have their own.
struct Returns {
    result: Expr,
}

impl VisitMut for Returns {
    fn visit_expr_return_mut(&mut self, found: &mut ExprReturn) {
        found
            .expr
            .get_or_insert_with(|| Box::new(self.result.clone()));
    }

    fn visit_expr_closure_mut(&mut self, _: &mut ExprClosure) {}

    fn visit_item_mut(&mut self, _: &mut Item) {}
}

/// Whether a pattern of the block binds this name once more.
fn binds(block: &Block, name: &Ident) -> bool {
    struct Search<'a> {
        name: &'a Ident,
        found: bool,
    }
    impl<'ast> Visit<'ast> for Search<'_> {
        fn visit_pat_ident(&mut self, pattern: &'ast PatIdent) {
            self.found |= pattern.ident == *self.name;
        }
    }
    let mut search = Search { name, found: false };
    search.visit_block(block);
    search.found
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
