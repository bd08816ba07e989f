//! Angle brackets as delimiters: of generic arguments, and of `grad!< … >`.

use proc_macro2::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

use crate::cursor::{Extent, ident_at, spells_at};
use crate::diagnostics::{Diagnostics, Mistake};

/// The index of the `>` that closes the `<` which `trees` begin with, when both hold generic arguments.
pub(crate) fn closing_angle(trees: &[TokenTree]) -> Option<usize> {
    trees.first().filter(|first| is_char(first, '<'))?;
    let mut depth = 0_usize;
    let mut at = 0;
    while at < trees.len() {
        match &trees[at] {
            arrow if is_arrow(arrow) && at + 1 < trees.len() && is_char(&trees[at + 1], '>') => at += 1,
            open if is_char(open, '<') => depth += 1,
            close if is_char(close, '>') => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            end if is_char(end, ';') => return None,
            _ => {}
        }
        at += 1;
    }
    None
}

fn is_char(tree: &TokenTree, wanted: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == wanted)
}

/// The first half of `->` or `=>`.
fn is_arrow(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Punct(punct) if matches!(punct.as_char(), '-' | '=') && punct.spacing() == Spacing::Joint)
}

/// What `grad! { < … > }` holds between its angle brackets; without brackets, all of it.
pub(crate) fn without_angles(stream: TokenStream, diagnostics: &mut Diagnostics) -> TokenStream {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let opens = trees.first().is_some_and(|first| is_char(first, '<'));
    let is_qualified_path = closing_angle(&trees).is_some_and(|close| spells_at(&trees[close + 1..], "::"));
    if !opens || is_qualified_path {
        return trees.into_iter().collect();
    }
    let content = Content::of(&trees[1..], diagnostics);
    let Some(close) = content.close else {
        diagnostics.report(Extent::of(trees[0].span()), Mistake::UnclosedAngle);
        return trees.into_iter().skip(1).collect();
    };
    let after = &trees[close + 2..];
    let after = if after.len() == 1 && is_char(&after[0], ';') { &[] } else { after };
    if !after.is_empty() {
        diagnostics.report(Extent::of_trees(after), Mistake::AfterClosingAngle);
    }
    with_neutral_heads(&trees[1..=close])
}

/// A comparison with `>` has to be in parentheses here, so rustc must not call them unused.
fn with_neutral_heads(content: &[TokenTree]) -> TokenStream {
    let mut follows_keyword = false;
    let neutral = content.iter().map(|tree| {
        let mut tree = tree.clone();
        if let TokenTree::Group(group) = &mut tree {
            if follows_keyword && group.delimiter() == Delimiter::Parenthesis {
                group.set_span(Span::mixed_site());
            }
        }
        follows_keyword = matches!(&tree, TokenTree::Ident(word) if word == "if" || word == "while");
        tree
    });
    neutral.collect()
}

/// What stands after the `<` of `grad!<`, as far as the `>` that closes it.
struct Content {
    close: Option<usize>,
}

impl Content {
    fn of(trees: &[TokenTree], diagnostics: &mut Diagnostics) -> Self {
        let mut at = 0;
        let mut in_head = false;
        while at < trees.len() {
            let rest = &trees[at..];
            if let Some(length) = generic_arguments(trees, at) {
                at += length;
                continue;
            }
            if is_call(rest) {
                at += match Content::of(&rest[3..], &mut Diagnostics::default()).close {
                    Some(close) => close + 4,
                    None => 3,
                };
                continue;
            }
            match &trees[at] {
                TokenTree::Ident(word) if ["if", "while", "match", "for"].iter().any(|head| word == head) => {
                    in_head = true;
                }
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => in_head = false,
                _ if is_arrow(&trees[at]) && rest.get(1).is_some_and(|next| is_char(next, '>')) => at += 1,
                _ if spells_at(rest, ">=") => at += 1,
                greater if is_char(greater, '>') => {
                    if !in_head {
                        return Content { close: Some(at) };
                    }
                    diagnostics.report(Extent::of(greater.span()), Mistake::GreaterCloses);
                }
                _ => {}
            }
            at += 1;
        }
        Content { close: None }
    }
}

/// How long the generic arguments at `at` are: after `::`, in the type of a `let`, or in a qualified path.
fn generic_arguments(trees: &[TokenTree], at: usize) -> Option<usize> {
    if !is_char(&trees[at], '<') {
        return None;
    }
    let after_path = at >= 2 && spells_at(&trees[at - 2..], "::");
    let begins_operand = match at.checked_sub(1).map(|before| &trees[before]) {
        None | Some(TokenTree::Punct(_)) => true,
        Some(TokenTree::Ident(word)) => word == "return" || word == "break",
        Some(_) => false,
    };
    let in_type = matches!(trees[..at].last(), Some(TokenTree::Ident(_))) && is_type_of_let(&trees[..at]);
    (after_path || begins_operand || in_type).then(|| closing_angle(&trees[at..]).map(|close| close + 1))?
}

/// Whether `before` ends inside `let name: …`, with no `=` yet, or after `as`.
fn is_type_of_let(before: &[TokenTree]) -> bool {
    for at in (0..before.len()).rev() {
        match &before[at] {
            TokenTree::Ident(word) if word == "as" => return true,
            TokenTree::Punct(punct) if punct.as_char() == ':' => {
                let doubled = spells_at(&before[at.saturating_sub(1)..], "::") || spells_at(&before[at..], "::");
                if !doubled {
                    return true;
                }
            }
            TokenTree::Ident(_) => {}
            _ => return false,
        }
    }
    false
}

/// Whether `trees` begin with `grad!<`.
fn is_call(trees: &[TokenTree]) -> bool {
    ident_at(trees, 0).is_some_and(|name| name == "grad")
        && trees.len() > 2
        && is_char(&trees[1], '!')
        && is_char(&trees[2], '<')
}

/// Writes every `grad!< … >` at any depth as `grad! { … }`, and leaves all other tokens as they are.
pub(crate) fn with_braces(stream: TokenStream, krate: &TokenStream, diagnostics: &mut Diagnostics) -> TokenStream {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let mut written = TokenStream::new();
    let mut at = 0;
    while at < trees.len() {
        if is_call(&trees[at..]) {
            let qualified = at >= 2 && spells_at(&trees[at - 2..], "::");
            let Some(TokenTree::Ident(name)) = trees.get(at) else { unreachable!("a call begins with its name") };
            if !qualified {
                written.extend(quote!(#krate::));
            }
            let (call, length) = braced_call(name, &trees[at..], krate, diagnostics);
            written.extend(call);
            at += length;
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
            let mut rewritten = Group::new(group.delimiter(), with_braces(group.stream(), krate, diagnostics));
            rewritten.set_span(group.span());
            rewritten.into()
        }
        other => other.clone(),
    }
}

fn holds_call(group: &Group) -> bool {
    let trees: Vec<TokenTree> = group.stream().into_iter().collect();
    (0..trees.len()).any(|at| is_call(&trees[at..]))
        || trees.iter().any(|tree| matches!(tree, TokenTree::Group(inner) if holds_call(inner)))
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
    let (length, consumed) = match Content::of(content, diagnostics).close {
        Some(close) => (close, close + 4),
        None => {
            diagnostics.report(Extent::of(opening), Mistake::UnclosedAngle);
            let length = unclosed_length(content);
            (length, length + 3)
        }
    };
    let inner = with_neutral_heads(&content[..length]);
    let body = braces(opening, with_braces(inner, krate, diagnostics));
    // The statements end here: a `;` behind `>` would be an empty statement.
    let ends_statement = length > 0 && is_char(&content[length - 1], ';');
    let semicolon = trees.get(consumed).is_some_and(|next| is_char(next, ';'));
    let bang = &trees[1];
    (quote!(#name #bang #body), consumed + usize::from(ends_statement && semicolon))
}

/// How much of the content without its `>` belongs to the call: one expression, or all statements.
fn unclosed_length(content: &[TokenTree]) -> usize {
    let has_statements = ident_at(content, 0).is_some_and(|word| word == "let");
    let end = content.iter().position(|tree| is_char(tree, ';')).unwrap_or(content.len());
    if has_statements { content.len() } else { end }
}

fn braces(span: Span, stream: TokenStream) -> TokenTree {
    let mut group = Group::new(Delimiter::Brace, stream);
    group.set_span(span);
    group.into()
}
