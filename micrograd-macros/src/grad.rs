//! `grad!`: the shape of its expansion.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::angle_brackets::without_angles;
use crate::angle_calls::with_braces;
use crate::cursor::Extent;
use crate::diagnostics::{Diagnostics, Mistake};
use crate::expand::{Expander, Statements, any_value};
use crate::parse;
use crate::syntax::{Block, StatementKind};

/// The expansion of `[path of core] body`.
pub(crate) fn expand(input: TokenStream, statements: Statements) -> TokenStream {
    let (krate, body) = split_crate_path(input);
    let mut diagnostics = Diagnostics::default();
    let here = Span::mixed_site();
    let body = without_angles(
        with_braces(body, &krate, &mut diagnostics),
        &mut diagnostics,
    );
    if body.is_empty() && diagnostics.is_empty() {
        diagnostics.report(Extent::of(Span::call_site()), Mistake::EmptyGrad);
        let errors = diagnostics.into_errors();
        let any_value = any_value();
        return quote_spanned!(here=> { #errors #any_value });
    }
    let block = parse::block(body, &mut diagnostics);
    let correct = diagnostics.is_empty();
    let mut expander = Expander::new(krate, statements, correct);
    let (block_statements, value) = expander.block(&block);
    let is_block = value.is_some() || !binds_names(&block);
    let registration = expander.registration();
    let errors = diagnostics.into_errors();
    let value = expander.end(value.as_ref(), &errors);
    if is_block {
        quote_spanned!(here=> { #registration #block_statements #value })
    } else {
        quote_spanned!(here=> #registration #block_statements #value)
    }
}

/// The formula of `[path of core] Name: arithmetic`, whose operands come in the order in which they stand there.
pub(crate) fn expand_formula(input: TokenStream) -> TokenStream {
    let (krate, body) = split_crate_path(input);
    let mut body = body.into_iter();
    let Some(TokenTree::Ident(name)) = body.next() else {
        panic!("a formula has a name");
    };
    let body: Vec<TokenTree> = body.skip(1).collect();
    let mut diagnostics = Diagnostics::default();
    let block = parse::block(body.into_iter().collect(), &mut diagnostics);
    let value = block.value.expect("a formula has a value");
    let mut expander = Expander::new(krate, Statements::Compiled, diagnostics.is_empty());
    let formula = expander.formula(&name, &value);
    let errors = diagnostics.into_errors();
    quote_spanned!(Span::mixed_site()=> #formula #errors)
}

/// Whether the statements leave something visible after the macro; otherwise they can stand wherever a block can.
fn binds_names(block: &Block) -> bool {
    block.statements.iter().any(|statement| {
        matches!(
            statement.kind,
            StatementKind::Let(_) | StatementKind::Plain(_)
        )
    })
}

/// The path of the core crate, which the front hands over in brackets, and what the user wrote.
pub(crate) fn split_crate_path(input: TokenStream) -> (TokenStream, TokenStream) {
    let mut trees = input.into_iter();
    match trees.next() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => {
            (group.stream(), trees.collect())
        }
        _ => panic!("the front of this macro in micrograd-core hands over its path first"),
    }
}
