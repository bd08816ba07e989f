//! Angle brackets as delimiters: of generic arguments, and of `grad!< … >`.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};

use crate::cursor::{Extent, ident_at, is_char, spells_at};
use crate::diagnostics::{Diagnostics, Mistake};

/// The index of the `>` that closes the `<` which `trees` begin with, when both hold generic arguments.
pub(crate) fn closing_angle(trees: &[TokenTree]) -> Option<usize> {
    trees.first().filter(|first| is_char(first, '<'))?;
    let mut depth = 0_usize;
    let mut at = 0;
    while at < trees.len() {
        match &trees[at] {
            _ if ["->", "=>"]
                .iter()
                .any(|arrow| spells_at(&trees[at..], arrow)) =>
            {
                at += 1;
            }
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

/// What `grad! { < … > }` holds between its angle brackets; without brackets, all of it.
pub(crate) fn without_angles(stream: TokenStream, diagnostics: &mut Diagnostics) -> TokenStream {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let opens = trees.first().is_some_and(|first| is_char(first, '<'));
    let is_qualified_path =
        closing_angle(&trees).is_some_and(|close| spells_at(&trees[close + 1..], "::"));
    if !opens || is_qualified_path {
        return trees.into_iter().collect();
    }
    let Some(close) = closing_bracket(&trees[1..], diagnostics) else {
        diagnostics.report(Extent::of(trees[0].span()), Mistake::UnclosedAngle);
        return trees.into_iter().skip(1).collect();
    };
    let after = &trees[close + 2..];
    let after = if after.len() == 1 && is_char(&after[0], ';') {
        &[]
    } else {
        after
    };
    if !after.is_empty() {
        diagnostics.report(Extent::of_trees(after), Mistake::AfterClosingAngle);
    }
    with_neutral_heads(&trees[1..=close])
}

/// A comparison with `>` has to be in parentheses here, so rustc must not call them unused.
pub(crate) fn with_neutral_heads(content: &[TokenTree]) -> TokenStream {
    let mut follows_keyword = false;
    let neutral = content.iter().map(|tree| {
        let mut tree = tree.clone();
        if let TokenTree::Group(group) = &mut tree
            && follows_keyword
            && group.delimiter() == Delimiter::Parenthesis
        {
            group.set_span(Span::mixed_site());
        }
        follows_keyword =
            matches!(&tree, TokenTree::Ident(word) if word == "if" || word == "while");
        tree
    });
    neutral.collect()
}

/// The index of the bare `>` that closes `grad!<`, in what stands after the `<`.
pub(crate) fn closing_bracket(trees: &[TokenTree], diagnostics: &mut Diagnostics) -> Option<usize> {
    let mut at = 0;
    // Between `if` and its block: a `>` there can only be a comparison.
    let mut in_head = false;
    while at < trees.len() {
        let rest = &trees[at..];
        if let Some(length) = generic_arguments(trees, at) {
            at += length;
            continue;
        }
        if is_call(rest) {
            let inner = closing_bracket(&rest[3..], &mut Diagnostics::default());
            at += inner.map_or(3, |close| close + 4);
            continue;
        }
        match &trees[at] {
            TokenTree::Ident(word)
                if ["if", "while", "match", "for"]
                    .iter()
                    .any(|head| word == head) =>
            {
                in_head = true;
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => in_head = false,
            _ if ["->", "=>", ">="]
                .iter()
                .any(|symbol| spells_at(rest, symbol)) =>
            {
                at += 1;
            }
            greater if is_char(greater, '>') => {
                if !in_head {
                    return Some(at);
                }
                diagnostics.report(Extent::of(greater.span()), Mistake::GreaterCloses);
            }
            _ => {}
        }
        at += 1;
    }
    None
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
    let in_type =
        matches!(trees[..at].last(), Some(TokenTree::Ident(_))) && is_type_of_let(&trees[..at]);
    (after_path || begins_operand || in_type)
        .then(|| closing_angle(&trees[at..]).map(|close| close + 1))?
}

/// Whether `before` ends inside `let name: …`, with no `=` yet, or after `as`.
fn is_type_of_let(before: &[TokenTree]) -> bool {
    for at in (0..before.len()).rev() {
        match &before[at] {
            TokenTree::Ident(word) if word == "as" => return true,
            TokenTree::Punct(punct) if punct.as_char() == ':' => {
                let doubled = spells_at(&before[at.saturating_sub(1)..], "::")
                    || spells_at(&before[at..], "::");
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
pub(crate) fn is_call(trees: &[TokenTree]) -> bool {
    ident_at(trees, 0).is_some_and(|name| name == "grad")
        && trees.len() > 2
        && is_char(&trees[1], '!')
        && is_char(&trees[2], '<')
}
