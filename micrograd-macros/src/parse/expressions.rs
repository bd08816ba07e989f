//! Operators by their binding powers: `**` before unary minus before `as` before `* /` before `+ -`.

use proc_macro2::TokenTree;

use super::Parser;
use crate::cursor::{Extent, touches_next};
use crate::diagnostics::Mistake;
use crate::operators::{
    BinaryOperator, CAST, Condition, Infix, LOOSEST, MULTIPLICATIVE, Mistaken, infix_at,
};
use crate::syntax::{Expr, ExprKind};

impl Parser<'_> {
    pub(super) fn expression(&mut self) -> Expr {
        self.expression_above(LOOSEST)
    }

    /// An expression whose operators all bind at least as tightly as `least`.
    pub(super) fn expression_above(&mut self, least: u8) -> Expr {
        let start = self.cursor.position();
        let mut left = self.prefixed();
        loop {
            if self.cursor.is_keyword("as") {
                if least > CAST {
                    return left;
                }
                left = self.cast(start, left);
            } else if let Some(stars) = self.peek_spaced_power() {
                if least > Infix::Arithmetic(BinaryOperator::Pow).binding() {
                    return left;
                }
                self.report(stars, Mistake::SpacedPower);
                self.cursor.advance(2);
                left = self.arithmetic(start, left, BinaryOperator::Pow, stars, "**");
            } else if let Some((spelling, infix)) = infix_at(self.cursor.rest()) {
                if least > infix.binding() {
                    return left;
                }
                left = self.infix(start, left, spelling, infix);
            } else if self.continues_without_operator(&left) {
                if least > MULTIPLICATIVE {
                    return left;
                }
                left = self.juxtaposed(start, left);
            } else {
                return left;
            }
        }
    }

    /// `* *`, which rustfmt makes of `**` inside parentheses.
    fn peek_spaced_power(&self) -> Option<Extent> {
        let stars = self.cursor.rest().get(..2)?;
        match stars {
            [TokenTree::Punct(first), TokenTree::Punct(second)]
                if first.as_char() == '*' && !touches_next(stars) && second.as_char() == '*' =>
            {
                Some(Extent::of_trees(stars))
            }
            _ => None,
        }
    }

    fn infix(&mut self, start: usize, left: Expr, spelling: &'static str, infix: Infix) -> Expr {
        if let Some(left) = self.increment(start, &left, spelling) {
            return left;
        }
        let before = self.text_since(start);
        let operator_start = self.cursor.position();
        self.cursor.advance(spelling.len());
        let extent = self.cursor.extent_since(operator_start);
        match infix {
            Infix::Arithmetic(operator) => self.arithmetic(start, left, operator, extent, spelling),
            Infix::Mistaken(Mistaken::Xor) => {
                let right_start = self.cursor.position();
                let reported = self.diagnostics.len();
                let right = self.right_side(infix.right_binding(), extent, spelling);
                if !matches!(right.kind, ExprKind::Missing) {
                    let power = format!("{before} ** {}", self.text_since(right_start));
                    self.diagnostics
                        .report_at(reported, extent, Mistake::XorForPower { power });
                }
                self.binary(start, left, BinaryOperator::Pow, extent, right)
            }
            Infix::Mistaken(Mistaken::NoGradient) => {
                self.report(
                    extent,
                    Mistake::NoGradient {
                        operator: spelling.to_string(),
                    },
                );
                let right = self.right_side_after_mistake(infix.right_binding());
                self.binary(start, left, BinaryOperator::Mul, extent, right)
            }
            Infix::Condition(kind) => {
                let operator = self.cursor.since(operator_start).iter().cloned().collect();
                if kind == Condition::Comparison && left.is_comparison() {
                    self.report(extent, Mistake::ChainedComparison);
                    self.right_side_after_mistake(infix.right_binding());
                    return left;
                }
                let right = self.right_side(infix.right_binding(), extent, spelling);
                let kind = ExprKind::Condition {
                    left: Box::new(left),
                    operator,
                    kind,
                    position: extent,
                    right: Box::new(right),
                };
                self.finish(start, kind)
            }
            Infix::Mistaken(Mistaken::Range) => {
                self.report(extent, Mistake::Range);
                self.right_side_after_mistake(infix.right_binding());
                left
            }
        }
    }

    fn arithmetic(
        &mut self,
        start: usize,
        left: Expr,
        operator: BinaryOperator,
        extent: Extent,
        spelling: &str,
    ) -> Expr {
        let mut right = self.right_side(
            Infix::Arithmetic(operator).right_binding(),
            extent,
            spelling,
        );
        if operator == BinaryOperator::Pow {
            // `x ** k as f64`: a cast binds tighter than every operator between two operands.
            let right_start = self.cursor.position();
            while self.cursor.is_keyword("as") {
                right = self.cast(right_start, right);
            }
        }
        self.binary(start, left, operator, extent, right)
    }

    pub(super) fn binary(
        &mut self,
        start: usize,
        left: Expr,
        operator: BinaryOperator,
        extent: Extent,
        right: Expr,
    ) -> Expr {
        let left = self.number_or_value(left);
        let right = self.number_or_value(right);
        self.finish(
            start,
            ExprKind::Binary {
                left: Box::new(left),
                operator,
                position: extent.start,
                right: Box::new(right),
                text: self.text_since(start),
            },
        )
    }

    pub(super) fn right_side(&mut self, least: u8, operator: Extent, spelling: &str) -> Expr {
        if self.is_at_boundary() {
            self.report_gap(
                operator,
                Mistake::NoRightSide {
                    operator: spelling.to_string(),
                },
            );
            return self.missing();
        }
        self.expression_above(least)
    }

    pub(super) fn right_side_after_mistake(&mut self, least: u8) -> Expr {
        if self.is_at_boundary() {
            self.gap_reported = true;
            return self.missing();
        }
        self.expression_above(least)
    }

    fn cast(&mut self, start: usize, operand: Expr) -> Expr {
        let keyword = self.cursor.take_keyword("as").expect("the caller saw `as`");
        let target = self.rust_type();
        if target.is_empty() {
            self.report_gap(Extent::of(keyword.span()), Mistake::NoType { after: "as" });
            return operand;
        }
        self.finish(
            start,
            ExprKind::Cast {
                operand: Box::new(operand),
                keyword,
                target,
            },
        )
    }
}
