//! Loops that do nothing but add to one place: `for x in xs { sum += x * x; }`.

use proc_macro2::{TokenStream, TokenTree};

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
    /// The name of the variable that it is; empty for a part of one.
    pub(crate) name: String,
}

impl Expr {
    /// What a `for` loop does if all of it adds to a variable, or subtracts from one, or from a field of one or what it
    /// points to, and nothing else in the loop mentions the variable: then nobody sees the sums between.
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
        let root = assign.target.root_of_path()?.to_string();
        let is_accumulation = is_for_loop(&head.tokens)
            && mentions(head.tokens.clone(), &root) == 0
            && mentions(body.tokens.iter().cloned(), &root) == 1
            && attributes.is_empty()
            && assign.value.is_one_statement();
        is_accumulation.then_some(Accumulation {
            temporaries: unit.temporaries,
            assign,
            operator,
            name: assign
                .target
                .variable()
                .map_or(String::new(), |name| name.to_string()),
        })
    }
}

fn is_for_loop(head: &TokenStream) -> bool {
    head.clone()
        .into_iter()
        .any(|token| matches!(token, TokenTree::Ident(word) if word == "for"))
}
