//! Where plain Rust ends that `grad!` passes on: items, macros, closures, matches, types, heads of loops.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser as _};

use super::Parser;
use crate::cursor::{group_at, ident_at, spells_at};
use crate::syntax::{Expr, ExprKind};

impl Parser<'_> {
    /// An item, when one begins here.
    pub(super) fn item(&mut self) -> Option<TokenStream> {
        let rest = self.cursor.rest();
        let word = ident_at(rest, 0)?.to_string();
        let is_item = match word.as_str() {
            "fn" | "use" | "struct" | "enum" | "impl" | "trait" | "mod" | "static" | "type"
            | "extern" | "pub" => true,
            "const" => group_at(rest, 1, Delimiter::Brace).is_none(),
            "unsafe" | "async" => {
                ident_at(rest, 1).is_some_and(|next| next == "fn" || next == "impl")
            }
            "macro_rules" => spells_at(&rest[1..], "!"),
            _ => false,
        };
        if !is_item {
            return None;
        }
        let until_semicolon = matches!(word.as_str(), "use" | "static" | "type")
            || (word == "const" && ident_at(rest, 1).is_none_or(|next| next != "fn"));
        let before_end = self.cursor.count_until(|rest| {
            spells_at(rest, ";")
                || (!until_semicolon && group_at(rest, 0, Delimiter::Brace).is_some())
        });
        Some(self.cursor.advance(before_end + 1))
    }

    /// Everything up to the `{ … }` that is the body after a head: `if let P { .. } = p`, `for i in 0..n`.
    pub(super) fn head(&mut self) -> TokenStream {
        let rest = self.cursor.rest();
        if ident_at(rest, 0).is_some_and(|word| word == "loop") {
            return self.cursor.advance(1);
        }
        let mut pattern_ends_with = if ident_at(rest, 0).is_some_and(|word| word == "for") {
            "in"
        } else {
            ""
        };
        // The heads of `match` and `if` inside, whose blocks are still to come.
        let mut inner_heads = 0;
        let mut count = 1;
        while let Some(tree) = rest.get(count) {
            match tree {
                TokenTree::Punct(end) if end.as_char() == ';' => break,
                TokenTree::Ident(word) if word == "let" => pattern_ends_with = "=",
                TokenTree::Ident(word) if word == pattern_ends_with => pattern_ends_with = "",
                TokenTree::Ident(word) if word == "match" || word == "if" => inner_heads += 1,
                TokenTree::Punct(equals) if equals.as_char() == '=' && pattern_ends_with == "=" => {
                    pattern_ends_with = "";
                }
                TokenTree::Group(group)
                    if group.delimiter() == Delimiter::Brace && pattern_ends_with.is_empty() =>
                {
                    if begins_operand(&rest[..count]) {
                        // A block in the place of an operand.
                    } else if inner_heads > 0 {
                        inner_heads -= 1;
                    } else {
                        break;
                    }
                }
                _ => {}
            }
            count += 1;
        }
        let head = rest[..count].to_vec();
        self.cursor.advance(count);
        self.without_powers(&head)
    }

    /// `async { … }` and `const { … }`.
    pub(super) fn plain_block(&mut self, start: usize) -> Expr {
        let before_block = self
            .cursor
            .count_until(|rest| group_at(rest, 0, Delimiter::Brace).is_some());
        self.cursor.advance(before_block + 1);
        self.plain_since(start)
    }

    /// `name!(…)`, whose path has been read.
    pub(super) fn macro_call(&mut self, start: usize) -> Expr {
        self.cursor.advance(2);
        self.plain_since(start)
    }

    /// What stays plain Rust.
    pub(super) fn plain_since(&mut self, start: usize) -> Expr {
        let trees = self.cursor.since(start).to_vec();
        let tokens = self.without_powers(&trees);
        self.finish(start, ExprKind::Plain(tokens))
    }

    pub(super) fn is_at_macro_body(&self) -> bool {
        self.cursor.spells("!") && matches!(self.cursor.peek_nth(1), Some(TokenTree::Group(_)))
    }

    /// A type, as syn reads it; empty when there is none.
    pub(super) fn rust_type(&mut self) -> TokenStream {
        let rest = self.cursor.rest().iter().cloned().collect::<TokenStream>();
        let length = self.cursor.rest().len();
        let read = |input: ParseStream| {
            syn::Type::without_plus(input)?;
            Ok(input.parse::<TokenStream>()?.into_iter().count())
        };
        match read.parse2(rest) {
            Ok(left) => self.cursor.advance(length - left),
            Err(_) => TokenStream::new(),
        }
    }
}

/// Whether an operand follows after these tokens, or the body of a macro: there `{ … }` is no body of a loop.
fn begins_operand(before: &[TokenTree]) -> bool {
    match before {
        [.., TokenTree::Punct(dot), TokenTree::Punct(last)] if dot.as_char() == '.' => {
            // `0.. {` and `0..= x {`
            last.as_char() != '.'
        }
        [.., TokenTree::Punct(last)] => !matches!(last.as_char(), '?' | '>'),
        [.., TokenTree::Ident(word)] => {
            const KEYWORDS: &[&str] = &[
                "if", "while", "match", "in", "else", "loop", "unsafe", "const", "async", "move",
                "return",
            ];
            KEYWORDS.iter().any(|keyword| word == keyword)
        }
        _ => false,
    }
}
