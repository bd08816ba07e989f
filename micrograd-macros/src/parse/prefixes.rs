//! Operators before an operand: unary minus, references, dereferences, and `!`.

use proc_macro2::TokenTree;

use super::Parser;
use crate::cursor::spells_at;
use crate::operators::{NEGATION, POSTFIX};
use crate::syntax::{Expr, ExprKind};

impl Parser<'_> {
    /// An operand with the prefix operators before it.
    pub(super) fn prefixed(&mut self) -> Expr {
        let start = self.cursor.position();
        let rest = self.cursor.rest();
        let first = match rest.first() {
            Some(TokenTree::Punct(punct)) => punct.as_char(),
            _ => return self.operand(),
        };
        match first {
            '-' if !spells_at(rest, "->") && !spells_at(rest, "-=") => self.negation(start),
            '&' if !spells_at(rest, "&=") => {
                let mut count = 1;
                if matches!(rest.get(1), Some(TokenTree::Ident(word)) if word == "mut") {
                    count = 2;
                }
                let prefix = self.cursor.advance(count);
                let operand = Box::new(self.operand_after_prefix(start, POSTFIX));
                self.finish(start, ExprKind::Reference { prefix, operand })
            }
            '*' if !spells_at(rest, "*=") && (!spells_at(rest, "**") || is_name(rest.get(2))) => {
                let star = self.cursor.advance(1);
                let operand = Box::new(self.operand_after_prefix(start, POSTFIX));
                self.finish(start, ExprKind::Dereference { star, operand })
            }
            '!' if !spells_at(rest, "!=") => {
                let mark = self.cursor.advance(1);
                let operand = Box::new(self.operand_after_prefix(start, POSTFIX));
                self.finish(start, ExprKind::Not { mark, operand })
            }
            // Rust has a word to say about that, and it is one.
            '#' => {
                let attributes = self.attributes();
                if attributes.is_empty() || self.is_at_boundary() {
                    return self.operand();
                }
                self.prefixed().after_attributes(attributes)
            }
            _ => self.operand(),
        }
    }

    fn negation(&mut self, start: usize) -> Expr {
        self.cursor.advance(1);
        let minus = self.cursor.extent_since(start).start;
        let operand = self.operand_after_prefix(start, NEGATION);
        let operand = self.number_or_value(operand);
        let text = self.text_since(start);
        self.finish(
            start,
            ExprKind::Negation {
                minus,
                operand: Box::new(operand),
                text,
            },
        )
    }

    fn operand_after_prefix(&mut self, start: usize, least: u8) -> Expr {
        let extent = self.cursor.extent_since(start);
        let spelling = self.text_since(start);
        self.right_side(least, extent, &spelling)
    }
}

/// Whether `**x` dereferences twice: a power has no exponent that is missing its base.
fn is_name(tree: Option<&TokenTree>) -> bool {
    matches!(tree, Some(TokenTree::Ident(_)))
}
