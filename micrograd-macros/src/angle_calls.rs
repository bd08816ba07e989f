//! `grad!< … >` written as `grad! { … }`, wherever it stands.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;

use crate::angle_brackets::{closing_bracket, is_call, with_neutral_heads};
use crate::cursor::{Extent, ident_at, is_char, spells_at};
use crate::diagnostics::{Diagnostics, Mistake};
use crate::differentiable::in_language_of_grad;

/// Writes every `grad!< … >` at any depth as `grad! { … }`, and leaves all other tokens as they are.
pub(crate) fn with_braces(
    stream: TokenStream,
    krate: &TokenStream,
    diagnostics: &mut Diagnostics,
) -> TokenStream {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let mut written = TokenStream::new();
    let mut at = 0;
    while at < trees.len() {
        if is_call(&trees[at..]) {
            let qualified = at >= 2 && spells_at(&trees[at - 2..], "::");
            let Some(TokenTree::Ident(name)) = trees.get(at) else {
                unreachable!("a call begins with its name")
            };
            if !qualified {
                written.extend(quote!(#krate::));
            }
            let (call, length) = braced_call(name, &trees[at..], krate, diagnostics);
            written.extend(call);
            at += length;
        } else if let Some(attribute) = differentiable_at(&trees, at) {
            written.extend([attribute]);
            at += 1;
        } else {
            written.extend([inside(&trees[at], krate, diagnostics)]);
            at += 1;
        }
    }
    written
}

/// The same tree with the calls inside it rewritten; untouched when there are none, to keep its delimiters' spans.
fn inside(tree: &TokenTree, krate: &TokenStream, diagnostics: &mut Diagnostics) -> TokenTree {
    match tree {
        TokenTree::Group(group) if holds_call(group) => {
            let mut rewritten = Group::new(
                group.delimiter(),
                with_braces(group.stream(), krate, diagnostics),
            );
            rewritten.set_span(group.span());
            rewritten.into()
        }
        other => other.clone(),
    }
}

fn holds_call(group: &Group) -> bool {
    let trees: Vec<TokenTree> = group.stream().into_iter().collect();
    (0..trees.len()).any(|at| is_call(&trees[at..]) || differentiable_at(&trees, at).is_some())
        || trees
            .iter()
            .any(|tree| matches!(tree, TokenTree::Group(inner) if holds_call(inner)))
}

/// `#[differentiable]`, whose function is written in the language of `grad!` here.
fn differentiable_at(trees: &[TokenTree], at: usize) -> Option<TokenTree> {
    let hash = at.checked_sub(1)?;
    is_char(&trees[hash], '#')
        .then(|| in_language_of_grad(&trees[at]))
        .flatten()
}

/// `grad! { … }` for the `grad!< … >` at the beginning of `trees`, and how many tokens it was.
fn braced_call(
    name: &Ident,
    trees: &[TokenTree],
    krate: &TokenStream,
    diagnostics: &mut Diagnostics,
) -> (TokenStream, usize) {
    let opening = trees[2].span();
    let content = &trees[3..];
    let (length, consumed) = if let Some(close) = closing_bracket(content, diagnostics) {
        (close, close + 4)
    } else {
        diagnostics.report(Extent::of(opening), Mistake::UnclosedAngle);
        let length = unclosed_length(content);
        (length, length + 3)
    };
    let inner = with_neutral_heads(&content[..length]);
    let body = braces(opening, with_braces(inner, krate, diagnostics));
    // The statements end here: a `;` behind `>` would be an empty statement.
    let ends_statement = length > 0 && is_char(&content[length - 1], ';');
    let semicolon = trees.get(consumed).is_some_and(|next| is_char(next, ';'));
    let bang = &trees[1];
    (
        quote!(#name #bang #body),
        consumed + usize::from(ends_statement && semicolon),
    )
}

/// How much of the content without its `>` belongs to the call: one expression, or all statements.
fn unclosed_length(content: &[TokenTree]) -> usize {
    let has_statements = ident_at(content, 0).is_some_and(|word| word == "let");
    let end = content
        .iter()
        .position(|tree| is_char(tree, ';'))
        .unwrap_or(content.len());
    if has_statements { content.len() } else { end }
}

fn braces(span: Span, stream: TokenStream) -> TokenTree {
    let mut group = Group::new(Delimiter::Brace, stream);
    group.set_span(span);
    group.into()
}
