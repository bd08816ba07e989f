//! The bounds that generic parameters need: `T: Module` for those that stand in a field's type.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};
use syn::Generics;

use super::fields::Variant;

/// The where clause of the type, and a bound for each parameter that a field's type names.
///
/// As serde does it: the parameter itself is bound, or its associated type where that stands in the field; bounds on
/// whole field types would never end for a type that holds itself. What stands in `PhantomData` is not there.
pub(super) fn where_clause(
    generics: &Generics,
    support: &TokenStream,
    variants: &[Variant<'_>],
) -> TokenStream {
    let parameters: Vec<&Ident> = generics
        .type_params()
        .map(|parameter| &parameter.ident)
        .collect();
    let mut bound: Vec<String> = Vec::new();
    let mut bounds = Vec::new();
    for ty in variants.iter().flat_map(Variant::types) {
        for needed in modules_of(
            &ty.to_token_stream().into_iter().collect::<Vec<_>>(),
            &parameters,
        ) {
            let text = needed.to_string();
            if !bound.contains(&text) {
                bound.push(text);
                bounds.push(needed);
            }
        }
    }
    let here = Span::mixed_site();
    let written = generics
        .where_clause
        .iter()
        .flat_map(|clause| &clause.predicates);
    quote_spanned!(here=> where #(#written,)* #(#bounds: #support::Module,)*)
}

/// The parameters (`T`) and associated types (`T::Item`) that stand in a type.
fn modules_of(tokens: &[TokenTree], parameters: &[&Ident]) -> Vec<TokenStream> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match &tokens[i] {
            TokenTree::Ident(name) if name == "PhantomData" => i = after_arguments(tokens, i + 1),
            TokenTree::Ident(name)
                if parameters.contains(&name) && !follows_path_or_quote(tokens, i) =>
            {
                let end = after_associated(tokens, i + 1);
                found.push(tokens[i..end].iter().cloned().collect());
                i = end;
            }
            TokenTree::Group(group) => {
                found.extend(modules_of(
                    &group.stream().into_iter().collect::<Vec<_>>(),
                    parameters,
                ));
                i += 1;
            }
            _ => i += 1,
        }
    }
    found
}

/// `other::T` and `'T` are other names.
fn follows_path_or_quote(tokens: &[TokenTree], i: usize) -> bool {
    i > 0 && (is_punct(&tokens[i - 1], '\'') || (i > 1 && is_colons(&tokens[i - 2..])))
}

/// Past `::Item` and its own arguments, any number of times.
fn after_associated(tokens: &[TokenTree], mut i: usize) -> usize {
    while is_colons(&tokens[i..]) && matches!(tokens.get(i + 2), Some(TokenTree::Ident(_))) {
        i = after_arguments(tokens, i + 3);
    }
    i
}

/// Past `<…>` if it stands here.
fn after_arguments(tokens: &[TokenTree], start: usize) -> usize {
    let mut depth = 0;
    for (i, token) in tokens.iter().enumerate().skip(start) {
        if is_punct(token, '<') {
            depth += 1;
        } else if is_punct(token, '>') && !is_punct(&tokens[i - 1], '-') {
            depth -= 1;
        }
        if depth <= 0 {
            return if i == start { start } else { i + 1 };
        }
    }
    tokens.len()
}

fn is_colons(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [first, second, ..] if is_punct(first, ':') && is_punct(second, ':'))
}

fn is_punct(token: &TokenTree, symbol: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == symbol)
}
