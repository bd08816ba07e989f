//! `return`, `break` and `continue` become branches and flags, so that every statement runs to its end.
//!
//! Where a branch ends in an exit, what comes after it moves into the other branch. Elsewhere a flag says that the rest
//! is to be left out.

mod flags;
mod function_body;
mod nested_block;
mod search;
mod stored_choices;

use super::hygiene::quote;
use super::refusals::{Refusal, Refused};
use super::tree::{Block, Expr, ExprKind, Statement, StatementKind, VariableId, Variables};
use flags::declare;
use proc_macro2::Span;
use search::{exit_in_block, has_exit, may_exit};

/// Removes the exits of a function's body.
pub(super) fn remove_exits(
    variables: &mut Variables,
    refusals: &mut Vec<Refused>,
    body: Block,
    result_is_number: bool,
) -> Block {
    let mut remover = Remover {
        variables,
        refusals,
        loops: Vec::new(),
        result: None,
        result_is_number,
    };
    let mut body = remover.function_body(body);
    if let Some(span) = exit_in_block(&body) {
        remover.refusals.push(Refusal::ExitInValue.at(span));
    }
    if let Some((flag, result)) = remover.result {
        let span = Span::call_site();
        body.statements
            .insert(0, declare(span, flag, quote!(false)));
        body.statements
            .insert(1, declare(span, result, quote!(0.0)));
    }
    body
}

struct Remover<'a> {
    variables: &'a mut Variables,
    refusals: &'a mut Vec<Refused>,
    loops: Vec<LoopExits>,
    /// Whether the function has returned, and what.
    result: Option<(VariableId, VariableId)>,
    result_is_number: bool,
}

struct LoopExits {
    label: Option<String>,
    /// Set when the rest of a run is to be left out.
    skip: Option<VariableId>,
    /// Set when no further run is to come.
    stop: Option<VariableId>,
}

impl Remover<'_> {
    fn statement(&mut self, statement: Statement) -> Vec<Statement> {
        let span = statement.span;
        match statement.kind {
            StatementKind::For {
                label,
                pattern,
                sequence,
                body,
                ..
            } => {
                let sequence = sequence.map_expressions(&mut |expr| *self.inside(Box::new(expr)));
                let (before, body, stop) = self.loop_body(label.clone(), body, span);
                let mut statements = before;
                statements.push(Statement {
                    span,
                    kind: StatementKind::For {
                        label,
                        pattern,
                        sequence,
                        body,
                        stop,
                    },
                });
                statements
            }
            StatementKind::While {
                label,
                condition,
                body,
                ..
            } => {
                let condition = condition.map(|condition| *self.inside(Box::new(condition)));
                let (before, body, stop) = self.loop_body(label.clone(), body, span);
                let mut statements = before;
                statements.push(Statement {
                    span,
                    kind: StatementKind::While {
                        label,
                        condition,
                        body,
                        stop,
                    },
                });
                statements
            }
            StatementKind::Expression(expr) => {
                let kind = StatementKind::Expression(self.branches(expr));
                vec![Statement { span, kind }]
            }
            kind @ (StatementKind::Break(_)
            | StatementKind::Continue(_)
            | StatementKind::Return(_)) => self.exit(&kind, span, false),
            StatementKind::Let {
                pattern,
                value,
                otherwise,
            } => {
                let value = value.map(|value| *self.inside(Box::new(value)));
                let kind = StatementKind::Let {
                    pattern,
                    value,
                    otherwise,
                };
                vec![Statement { span, kind }]
            }
            StatementKind::Assign {
                target,
                operator,
                value,
            } => {
                let [target, value] = [target, value].map(|expr| *self.inside(Box::new(expr)));
                let kind = StatementKind::Assign {
                    target,
                    operator,
                    value,
                };
                vec![Statement { span, kind }]
            }
            kind @ StatementKind::Item(_) => vec![Statement { span, kind }],
        }
    }

    fn branches(&mut self, expr: Expr) -> Expr {
        let Expr { span, kind } = expr;
        let kind = match kind {
            ExprKind::If {
                condition,
                then,
                otherwise,
            } => ExprKind::If {
                condition: self.inside(condition),
                then: self.nested_block(then.without_value(), false),
                otherwise: otherwise.map(|block| self.nested_block(block.without_value(), false)),
            },
            ExprKind::Match { value, arms } => ExprKind::Match {
                value: self.inside(value),
                arms: arms
                    .into_iter()
                    .map(|mut arm| {
                        arm.body = self.nested_block(arm.body.without_value(), false);
                        arm
                    })
                    .collect(),
            },
            ExprKind::Block(block) => {
                ExprKind::Block(self.nested_block(block.without_value(), false))
            }
            kind => return *self.inside(Box::new(Expr::new(span, kind))),
        };
        Expr::new(span, kind)
    }

    /// Loops inside of an expression have exits of their own.
    #[expect(clippy::unnecessary_box_returns)] // That is how the tree holds it.
    fn inside(&mut self, mut expr: Box<Expr>) -> Box<Expr> {
        expr.for_each_block_mut(&mut |block| {
            let exits = block.statements.iter().any(may_exit)
                || block.value.as_ref().is_some_and(|value| has_exit(value));
            if !exits {
                let inner = std::mem::take(block);
                *block = self.nested_block(inner, false);
            }
        });
        expr
    }

    fn loop_body(
        &mut self,
        label: Option<String>,
        body: Block,
        span: Span,
    ) -> (Vec<Statement>, Block, Option<VariableId>) {
        self.loops.push(LoopExits {
            label,
            skip: None,
            stop: None,
        });
        let mut body = self.nested_block(body.without_value(), true);
        let exits = self.loops.pop().expect("it was pushed");
        if let Some(skip) = exits.skip {
            body.statements
                .insert(0, declare(span, skip, quote!(false)));
        }
        let before = exits.stop.map(|stop| declare(span, stop, quote!(false)));
        (before.into_iter().collect(), body, exits.stop)
    }
}
