//! A position in a sequence of token trees, and the questions a parser asks there.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};

/// The first and the last token of something that an error underlines.
#[derive(Clone, Copy)]
pub(crate) struct Extent {
    pub(crate) start: Span,
    pub(crate) end: Span,
}

impl Extent {
    pub(crate) fn of(span: Span) -> Self {
        Extent {
            start: span,
            end: span,
        }
    }

    pub(crate) fn of_trees(trees: &[TokenTree]) -> Self {
        match trees {
            [] => Extent::of(Span::call_site()),
            [first, .., last] => Extent {
                start: first.span(),
                end: last.span(),
            },
            [only] => Extent::of(only.span()),
        }
    }
}

/// The empty place before what stands at `position`. To rustc it says where something is, as `position` itself does. But an editor
/// that asks what became of the tokens there gets those of the user alone.
pub(crate) fn before(position: Span) -> Span {
    empty(position, proc_macro::Span::start)
}

/// The empty place after it.
pub(crate) fn after(position: Span) -> Span {
    empty(position, proc_macro::Span::end)
}

fn empty(position: Span, side: fn(&proc_macro::Span) -> proc_macro::Span) -> Span {
    if proc_macro::is_available() {
        side(&position.unwrap()).into()
    } else {
        position
    }
}

/// Token trees that are read from left to right.
pub(crate) struct Cursor {
    trees: Vec<TokenTree>,
    at: usize,
}

impl Cursor {
    pub(crate) fn new(stream: TokenStream) -> Self {
        Cursor {
            trees: stream.into_iter().collect(),
            at: 0,
        }
    }

    pub(crate) fn position(&self) -> usize {
        self.at
    }

    /// Reads again from an earlier position.
    pub(crate) fn back_to(&mut self, position: usize) {
        self.at = position;
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.at == self.trees.len()
    }

    pub(crate) fn peek(&self) -> Option<&TokenTree> {
        self.peek_nth(0)
    }

    pub(crate) fn peek_nth(&self, n: usize) -> Option<&TokenTree> {
        self.trees.get(self.at + n)
    }

    pub(crate) fn rest(&self) -> &[TokenTree] {
        &self.trees[self.at..]
    }

    /// All of them, read or not.
    pub(crate) fn into_trees(self) -> Vec<TokenTree> {
        self.trees
    }

    /// What has been read since `start`.
    pub(crate) fn since(&self, start: usize) -> &[TokenTree] {
        &self.trees[start..self.at]
    }

    pub(crate) fn extent_since(&self, start: usize) -> Extent {
        Extent::of_trees(self.since(start))
    }

    pub(crate) fn advance(&mut self, count: usize) -> TokenStream {
        let end = (self.at + count).min(self.trees.len());
        let taken = self.trees[self.at..end].iter().cloned().collect();
        self.at = end;
        taken
    }

    /// Whether the next tokens spell `symbol` without a space inside; a longer operator may follow from it.
    pub(crate) fn spells(&self, symbol: &str) -> bool {
        spells_at(self.rest(), symbol)
    }

    pub(crate) fn take_symbol(&mut self, symbol: &str) -> Option<Extent> {
        self.spells(symbol).then(|| {
            let start = self.at;
            self.at += symbol.len();
            self.extent_since(start)
        })
    }

    pub(crate) fn peek_ident(&self) -> Option<&Ident> {
        ident_at(self.rest(), 0)
    }

    pub(crate) fn is_keyword(&self, keyword: &str) -> bool {
        self.peek_ident().is_some_and(|ident| ident == keyword)
    }

    pub(crate) fn take_keyword(&mut self, keyword: &str) -> Option<Ident> {
        let ident = self
            .peek_ident()
            .filter(|ident| *ident == keyword)
            .cloned()?;
        self.at += 1;
        Some(ident)
    }

    pub(crate) fn peek_group(&self, delimiter: Delimiter) -> Option<&Group> {
        group_at(self.rest(), 0, delimiter)
    }

    pub(crate) fn take_group(&mut self, delimiter: Delimiter) -> Option<Group> {
        let group = self.peek_group(delimiter).cloned()?;
        self.at += 1;
        Some(group)
    }

    /// How many tokens stand before the first one that `stop` recognises.
    pub(crate) fn count_until(&self, stop: &mut dyn FnMut(&[TokenTree]) -> bool) -> usize {
        let rest = self.rest();
        let mut places = 0..rest.len();
        places.find(|&i| stop(&rest[i..])).unwrap_or(rest.len())
    }
}

/// Whether `trees` begin with the characters of `symbol`, joined.
pub(crate) fn spells_at(trees: &[TokenTree], symbol: &str) -> bool {
    let last = symbol.len() - 1;
    symbol.chars().enumerate().all(|(i, wanted)| {
        matches!(trees.get(i), Some(TokenTree::Punct(punct))
            if punct.as_char() == wanted && (i == last || touches_next(&trees[i..])))
    })
}

/// Whether nothing stands between the first two tokens, of which one is a symbol.
pub(crate) fn touches_next(trees: &[TokenTree]) -> bool {
    matches!(trees, [TokenTree::Punct(first), second, ..] if touches(first, second))
}

/// Whether nothing stands between two tokens. `macro_rules!` hands `**` over as two lone `*`, whose positions tell.
pub(crate) fn touches(first: &Punct, second: &TokenTree) -> bool {
    if first.spacing() == Spacing::Joint {
        return true;
    }
    let are_stars = first.as_char() == '*' && is_char(second, '*');
    if !are_stars || !proc_macro::is_available() {
        return false;
    }
    let (end, start) = (first.span().unwrap().end(), second.span().unwrap().start());
    (end.file(), end.line(), end.column()) == (start.file(), start.line(), start.column())
}

pub(crate) fn is_char(tree: &TokenTree, symbol: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == symbol)
}

pub(crate) fn ident_at(trees: &[TokenTree], n: usize) -> Option<&Ident> {
    match trees.get(n) {
        Some(TokenTree::Ident(ident)) => Some(ident),
        _ => None,
    }
}

pub(crate) fn group_at(trees: &[TokenTree], n: usize, delimiter: Delimiter) -> Option<&Group> {
    match trees.get(n) {
        Some(TokenTree::Group(group)) if group.delimiter() == delimiter => Some(group),
        _ => None,
    }
}
