//! Loops that do nothing but add to one variable: `for x in xs { sum += x * x; }`.

use proc_macro2::{Ident, TokenStream, TokenTree};

use super::{Assign, Expr, ExprKind, StatementKind};
use crate::operators::{Assignment, BinaryOperator};

/// What such a loop does.
pub(crate) struct Accumulation<'e> {
    pub(crate) assign: &'e Assign,
    pub(crate) operator: BinaryOperator,
    /// The variable.
    pub(crate) name: Ident,
}

impl Expr {
    /// What a `for` loop does if its only statement adds to a variable, or subtracts from one, that nothing else in
    /// the loop mentions: then nobody sees the sums between. The statement has at most so many steps.
    pub(crate) fn accumulation(&self, most_steps: usize) -> Option<Accumulation<'_>> {
        let ExprKind::Loop {
            head, body, source, ..
        } = &self.kind
        else {
            return None;
        };
        let (None, [statement]) = (&body.value, body.statements.as_slice()) else {
            return None;
        };
        let StatementKind::Assign(assign) = &statement.kind else {
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
            && mentions(source.clone(), &name) == 1
            && statement.attributes.is_empty()
            && assign.value.steps() <= most_steps
            && !assign.value.may_record();
        is_accumulation.then_some(Accumulation {
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

/// How often a name stands somewhere, also inside of string literals, which may be formats.
fn mentions(tokens: TokenStream, name: &Ident) -> usize {
    let count = |token| match token {
        TokenTree::Ident(ident) => usize::from(ident == *name),
        TokenTree::Group(group) => mentions(group.stream(), name),
        TokenTree::Literal(literal) => usize::from(literal.to_string().contains(&name.to_string())),
        TokenTree::Punct(_) => 0,
    };
    tokens.into_iter().map(count).sum()
}
