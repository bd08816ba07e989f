//! Loops that do nothing but add to one variable: `for x in xs { sum += x * x; }`.

use proc_macro2::{Ident, TokenStream, TokenTree};

use super::names::mentions;
use super::units::Temporary;
use super::{Assign, Expr, ExprKind, Last, Statement, StatementKind};
use crate::operators::{Assignment, BinaryOperator};

/// What such a loop does.
pub(crate) struct Accumulation<'e> {
    /// The `let`s that belong into the assignment.
    pub(crate) temporaries: Vec<Temporary<'e>>,
    pub(crate) assign: &'e Assign,
    pub(crate) operator: BinaryOperator,
    /// The variable.
    pub(crate) name: Ident,
}

impl Expr {
    /// What a `for` loop does if all of it adds to a variable, or subtracts from one, that nothing else in the loop
    /// mentions: then nobody sees the sums between.
    pub(crate) fn accumulation(&self) -> Option<Accumulation<'_>> {
        let ExprKind::Loop { head, body, .. } = &self.kind else {
            return None;
        };
        let mut units = body.units();
        let (Some(unit), true) = (units.pop(), units.is_empty()) else {
            return None;
        };
        let Last::Statement(Statement {
            attributes,
            kind: StatementKind::Assign(assign),
            ..
        }) = unit.last
        else {
            return None;
        };
        let Assignment::Update(operator @ (BinaryOperator::Add | BinaryOperator::Sub)) =
            assign.operation
        else {
            return None;
        };
        let name = assign.target.variable()?;
        let is_accumulation = is_for_loop(head)
            && mentions(head.clone(), &name) == 0
            && mentions(body.tokens.iter().cloned(), &name) == 1
            && attributes.is_empty()
            && assign.value.is_one_statement();
        is_accumulation.then_some(Accumulation {
            temporaries: unit.temporaries,
            assign,
            operator,
            name,
        })
    }
}

fn is_for_loop(head: &TokenStream) -> bool {
    head.clone()
        .into_iter()
        .any(|token| matches!(token, TokenTree::Ident(word) if word == "for"))
}
