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
        let mut pattern_ends_with = if ident_at(rest, 0).is_some_and(|word| word == "for") {
            "in"
        } else {
            ""
        };
        let mut count = 1;
        while let Some(tree) = rest.get(count) {
            match tree {
                TokenTree::Punct(end) if end.as_char() == ';' => break,
                TokenTree::Ident(word) if word == "let" => pattern_ends_with = "=",
                TokenTree::Ident(word) if word == pattern_ends_with => pattern_ends_with = "",
                TokenTree::Punct(equals) if equals.as_char() == '=' && pattern_ends_with == "=" => {
                    pattern_ends_with = "";
                }
                TokenTree::Group(group)
                    if group.delimiter() == Delimiter::Brace && pattern_ends_with.is_empty() =>
                {
                    let macro_body =
                        matches!(&rest[count - 1], TokenTree::Punct(bang) if bang.as_char() == '!');
                    let inner_block = matches!(&rest[count - 1],
                        TokenTree::Ident(word) if ["unsafe", "const"].iter().any(|keyword| word == keyword));
                    if !macro_body && !inner_block {
                        break;
                    }
                }
                _ => {}
            }
            count += 1;
        }
        self.cursor.advance(count)
    }

    /// `match … { … }`, `unsafe { … }` and `async { … }`.
    pub(super) fn plain_block(&mut self, start: usize) -> Expr {
        let mut tokens = self.head();
        tokens.extend(
            self.cursor
                .take_group(Delimiter::Brace)
                .map(TokenTree::from),
        );
        self.finish(start, ExprKind::Plain(tokens))
    }

    /// `name!(…)`, whose path has been read.
    pub(super) fn macro_call(&mut self, start: usize) -> Expr {
        self.cursor.advance(2);
        let tokens = self.cursor.since(start).iter().cloned().collect();
        self.finish(start, ExprKind::Plain(tokens))
    }

    pub(super) fn is_at_macro_body(&self) -> bool {
        self.cursor.spells("!") && matches!(self.cursor.peek_nth(1), Some(TokenTree::Group(_)))
    }

    /// A closure takes all that follows, up to a comma or a semicolon.
    pub(super) fn closure(&mut self, start: usize) -> Expr {
        let mut bars = 0;
        let rest = self.cursor.rest();
        let mut count = 0;
        while let Some(tree) = rest.get(count) {
            match tree {
                TokenTree::Punct(punct) if punct.as_char() == '|' && bars < 2 => bars += 1,
                TokenTree::Punct(punct) if bars >= 2 && matches!(punct.as_char(), ',' | ';') => {
                    break;
                }
                _ => {}
            }
            count += 1;
        }
        let tokens = self.cursor.advance(count);
        self.finish(start, ExprKind::Plain(tokens))
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
