//! Where plain Rust ends that `grad!` passes on: items, macros, blocks, types.

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
        let before_end = self.cursor.count_until(&mut |rest| {
            spells_at(rest, ";")
                || (!until_semicolon && group_at(rest, 0, Delimiter::Brace).is_some())
        });
        Some(self.cursor.advance(before_end + 1))
    }

    /// `async { … }` and `const { … }`.
    pub(super) fn plain_block(&mut self, start: usize) -> Expr {
        let before_block = self
            .cursor
            .count_until(&mut |rest| group_at(rest, 0, Delimiter::Brace).is_some());
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
