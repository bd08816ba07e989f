//! `**` where plain Rust stands: there it would multiply by a dereference.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::Parser;
use crate::cursor::{Extent, is_char, touches_next};
use crate::diagnostics::Mistake;
use crate::expand::delimited;

/// Macros of Rust's library whose arguments are expressions; others may know `**`.
const MACROS: &[&str] = &[
    "assert",
    "assert_eq",
    "assert_ne",
    "dbg",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "eprint",
    "eprintln",
    "format",
    "matches",
    "panic",
    "print",
    "println",
    "vec",
    "write",
    "writeln",
];

impl Parser<'_> {
    /// Reports each `**` between two operands, at any depth, and writes what was meant, so that nothing else is wrong with it.
    pub(super) fn without_powers(&mut self, trees: &[TokenTree]) -> TokenStream {
        let mut written = TokenStream::new();
        let mut at = 0;
        while at < trees.len() {
            let rest = &trees[at..];
            let mut length = 1;
            match rest {
                [TokenTree::Ident(name), bang, TokenTree::Group(_), ..]
                    if is_char(bang, '!') && !MACROS.iter().any(|known| name == known) =>
                {
                    length = 3;
                    written.extend(rest[..length].iter().cloned());
                }
                [TokenTree::Group(group), ..] => {
                    let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                    let found = self.diagnostics.len();
                    let inside = self.without_powers(&inside);
                    if self.diagnostics.len() == found {
                        written.extend([rest[0].clone()]);
                    } else {
                        let inside = delimited(group.delimiter(), group.span(), inside);
                        written.extend([TokenTree::from(inside)]);
                    }
                }
                [first, second, ..]
                    if is_char(first, '*')
                        && is_char(second, '*')
                        && touches_next(rest)
                        && ends_operand(&trees[..at]) =>
                {
                    self.report(Extent::of_trees(&rest[..2]), Mistake::PowerInRust);
                    length = 2;
                    if let Some(TokenTree::Literal(_)) = rest.get(2) {
                        length = 3;
                        // The base alone is of the right type, whatever it is.
                        if !matches!(trees[at - 1], TokenTree::Literal(_)) {
                            written.extend(quote!(.clone()));
                        }
                    } else {
                        written.extend(quote!(*));
                    }
                }
                _ => written.extend([rest[0].clone()]),
            }
            at += length;
        }
        written
    }
}

/// Whether an operator may follow; after one, two stars dereference twice.
fn ends_operand(before: &[TokenTree]) -> bool {
    const KEYWORDS: &[&str] = &[
        "break", "const", "else", "if", "in", "let", "match", "move", "mut", "return", "while",
    ];
    match before.last() {
        Some(TokenTree::Ident(word)) => !KEYWORDS.iter().any(|keyword| word == keyword),
        Some(TokenTree::Literal(_) | TokenTree::Group(_)) => true,
        Some(TokenTree::Punct(punct)) => punct.as_char() == '?',
        None => false,
    }
}
