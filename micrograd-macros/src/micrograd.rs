//! `micrograd!`: plain Rust in which `grad!< … >` may be written with angle brackets.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::angle_calls::with_braces;
use crate::diagnostics::Diagnostics;
use crate::grad::split_crate_path;

/// The expansion of `[path of core] items or statements`.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let (krate, body) = split_crate_path(input);
    let mut diagnostics = Diagnostics::default();
    let ends_with_value = ends_with_value(&body);
    let written = with_braces(body, &krate, &mut diagnostics);
    let errors = diagnostics.into_errors();
    let here = Span::mixed_site();
    if !ends_with_value {
        return quote_spanned!(here=> #written #errors);
    }
    if errors.is_empty() {
        quote_spanned!(here=> { #written })
    } else {
        quote_spanned!(here=> { let value = { #written }; #errors value })
    }
}

/// Items and statements end with `;` or `}`, also before the `>` of `grad!<`; anything else is the value of a block.
fn ends_with_value(body: &TokenStream) -> bool {
    let trees: Vec<TokenTree> = body.clone().into_iter().collect();
    let last = match trees.as_slice() {
        [.., statement_end, TokenTree::Punct(close)] if close.as_char() == '>' => {
            Some(statement_end)
        }
        trees => trees.last(),
    };
    match last {
        None => false,
        Some(TokenTree::Punct(punct)) => punct.as_char() != ';',
        Some(TokenTree::Group(group)) => group.delimiter() != Delimiter::Brace,
        Some(TokenTree::Ident(_) | TokenTree::Literal(_)) => true,
    }
}
