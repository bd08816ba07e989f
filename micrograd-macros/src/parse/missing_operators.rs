//! Operands side by side, as in `2 x`, and operators that other languages have, as in `a++`.

use proc_macro2::{Delimiter, TokenTree};

use super::control_flow::{begins_construct, cannot_be_operand};
use super::{Parser, starts_statement};
use crate::cursor::{Extent, spells_at};
use crate::diagnostics::Mistake;
use crate::operators::{BinaryOperator, MULTIPLICATIVE, assignment_at};
use crate::source_text::source_text;
use crate::syntax::{Expr, ExprKind};

impl Parser<'_> {
    /// `a++` and `a--` with nothing behind them.
    pub(super) fn increment(&mut self, start: usize, left: &Expr, spelling: &str) -> Option<Expr> {
        let symbol = match spelling {
            "+" => "++",
            "-" => "--",
            _ => return None,
        };
        let rest = self.cursor.rest();
        let ends = matches!(rest.get(2), None | Some(TokenTree::Punct(_)))
            && rest.get(2).is_none_or(|tree| tree.to_string() == ";");
        if !(spells_at(rest, symbol) && ends) {
            return None;
        }
        let instead = format!("{} {spelling}= 1", self.text_since(start));
        let symbol_start = self.cursor.position();
        self.cursor.advance(2);
        let extent = self.cursor.extent_since(symbol_start);
        self.report_gap(extent, Mistake::Increment { symbol, instead });
        let kind = match &left.kind {
            ExprKind::Path(path) => ExprKind::Path(path.clone()),
            _ => ExprKind::Missing,
        };
        Some(Expr {
            kind,
            extent: left.extent,
        })
    }

    /// Whether an operand follows directly, as in `2 x`.
    pub(super) fn continues_without_operator(&self, left: &Expr) -> bool {
        let Some(next) = self.cursor.peek() else {
            return false;
        };
        match next {
            TokenTree::Ident(ident) => {
                let word = ident.to_string();
                let is_operand = !begins_construct(&word) && !cannot_be_operand(&word);
                is_operand && !self.is_at_boundary() && !self.is_at_assignment()
            }
            TokenTree::Literal(_) => true,
            TokenTree::Group(group) => match group.delimiter() {
                Delimiter::Parenthesis | Delimiter::None => true,
                Delimiter::Bracket => matches!(left.kind, ExprKind::Number(_)),
                Delimiter::Brace => false,
            },
            TokenTree::Punct(_) => false,
        }
    }

    pub(super) fn juxtaposed(&mut self, start: usize, left: Expr) -> Expr {
        let before = self.text_since(start);
        let right_start = self.cursor.position();
        let operator = Extent::of_trees(&self.cursor.rest()[..1]);
        let reported = self.diagnostics.len();
        let right = self.expression_above(MULTIPLICATIVE + 1);
        let operand = source_text(self.cursor.since(right_start));
        let extent = right.extent;
        let product = format!("{before} * {operand}");
        self.diagnostics.report_at(
            reported,
            extent,
            Mistake::MissingOperator {
                before: operand,
                product,
            },
        );
        self.binary(start, left, BinaryOperator::Mul, operator, right)
    }

    /// Whether an assignment begins here: `name.field[i] +=`.
    pub(super) fn is_at_assignment(&self) -> bool {
        let rest = self.cursor.rest();
        let place = rest.iter().position(|tree| match tree {
            TokenTree::Ident(ident) => starts_statement(&ident.to_string()),
            TokenTree::Punct(punct) => punct.as_char() != '.',
            TokenTree::Literal(_) => false,
            TokenTree::Group(group) => group.delimiter() != Delimiter::Bracket,
        });
        place.is_some_and(|end| end > 0 && assignment_at(&rest[end..]).is_some())
    }
}
