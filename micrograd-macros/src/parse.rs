//! Tokens to syntax tree. A mistake is reported and parsed past, so that the rest is still understood.

mod bindings;
mod calls;
mod control_flow;
mod expressions;
mod heads;
mod inner_code;
mod missing_operators;
mod numbers;
mod operands;
mod plain_rust;
mod powers_in_rust;
mod prefixes;
mod statements;

use proc_macro2::{Group, TokenStream, TokenTree};

use crate::cursor::{Cursor, Extent};
use crate::diagnostics::{Diagnostics, Mistake};
use crate::source_text::source_text;
use crate::syntax::{Block, Expr, ExprKind};

/// Reads the statements of one pair of braces; nested pairs have parsers of their own.
struct Parser<'d> {
    cursor: Cursor,
    diagnostics: &'d mut Diagnostics,
    /// The statement ended early for a reason that has been reported: what is missing after it is no news.
    gap_reported: bool,
}

/// The statements of a `grad!`, with every mistake in them reported.
pub(crate) fn block(stream: TokenStream, diagnostics: &mut Diagnostics) -> Block {
    Parser::new(stream, diagnostics).statements()
}

impl<'d> Parser<'d> {
    fn new(stream: TokenStream, diagnostics: &'d mut Diagnostics) -> Self {
        Parser {
            cursor: Cursor::new(stream),
            diagnostics,
            gap_reported: false,
        }
    }

    fn nested(&mut self, group: &Group) -> Parser<'_> {
        Parser::new(group.stream(), self.diagnostics)
    }

    fn body(&mut self, group: &Group) -> Block {
        self.nested(group).statements()
    }

    fn report(&mut self, extent: Extent, mistake: Mistake) {
        self.diagnostics.report(extent, mistake);
    }

    /// Reports what leaves a gap in the statement.
    fn report_gap(&mut self, extent: Extent, mistake: Mistake) {
        self.gap_reported = true;
        self.report(extent, mistake);
    }

    fn finish(&self, start: usize, kind: ExprKind) -> Expr {
        Expr {
            kind,
            extent: self.cursor.extent_since(start),
        }
    }

    fn text_since(&self, start: usize) -> String {
        source_text(self.cursor.since(start))
    }

    fn missing(&self) -> Expr {
        let extent = match self.cursor.position().checked_sub(1) {
            Some(previous) => self.cursor.extent_since(previous),
            None => Extent::of(proc_macro2::Span::call_site()),
        };
        Expr {
            kind: ExprKind::Missing,
            extent,
        }
    }

    /// Whether nothing of the current expression is left.
    fn is_at_boundary(&self) -> bool {
        match self.cursor.peek() {
            None => true,
            Some(TokenTree::Punct(punct)) => matches!(punct.as_char(), ';' | ','),
            Some(TokenTree::Ident(ident)) => starts_statement(&ident.to_string()),
            Some(_) => false,
        }
    }
}

/// Keywords that can only stand at the beginning of a statement.
fn starts_statement(word: &str) -> bool {
    matches!(
        word,
        "let"
            | "else"
            | "for"
            | "while"
            | "fn"
            | "use"
            | "struct"
            | "enum"
            | "impl"
            | "trait"
            | "mod"
            | "type"
            | "pub"
    )
}
