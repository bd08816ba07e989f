//! Blocks outside of all loops, whose value is the function's: there a `return` is a value.

use super::Remover;
use super::search::{ends_in_return, may_return};
use super::stored_choices::{stores_choice_with_exit, without_exit_in_value};
use crate::differentiable::tree::{Block, Expr, ExprKind, Statement, StatementKind};

impl Remover<'_> {
    /// A block at the level of the function, outside of all loops: its value is the function's.
    #[expect(clippy::too_many_lines)] // An arm for each kind.
    pub(super) fn function_body(&mut self, block: Block) -> Block {
        let Block { statements, value } = block;
        let mut done = Vec::new();
        let mut rest = statements.into_iter();
        while let Some(statement) = rest.next() {
            let span = statement.span;
            match statement.kind {
                StatementKind::Return(value) => {
                    let end = self.function_body(Block {
                        statements: Vec::new(),
                        value: value.map(Box::new),
                    });
                    return end.after(done);
                }
                kind if stores_choice_with_exit(&kind) => {
                    let rest = Block {
                        statements: rest.collect(),
                        value,
                    };
                    let rest = without_exit_in_value(span, kind, rest);
                    return self.function_body(rest).after(done);
                }
                StatementKind::Expression(Expr {
                    kind:
                        ExprKind::If {
                            condition,
                            then,
                            otherwise,
                        },
                    ..
                }) if ends_in_return(&then) || otherwise.as_ref().is_some_and(ends_in_return) => {
                    let rest = Block {
                        statements: rest.collect(),
                        value,
                    };
                    let otherwise = otherwise.unwrap_or_default();
                    let (then, otherwise) = if ends_in_return(&then) {
                        (then, otherwise.followed_by(rest))
                    } else {
                        (then.followed_by(rest), otherwise)
                    };
                    let choice = ExprKind::If {
                        condition: self.inside(condition),
                        then: self.function_body(then),
                        otherwise: Some(self.function_body(otherwise)),
                    };
                    return Block::of_value(Expr::new(span, choice)).after(done);
                }
                kind => {
                    let statement = Statement { span, kind };
                    let exits = may_return(&statement);
                    done.extend(self.statement(statement));
                    if exits {
                        let (flag, result) = self.returned();
                        if rest.as_slice().is_empty() && value.is_none() {
                            // Who comes here has returned.
                            return Block::of_value(Expr::variable(span, result)).after(done);
                        }
                        let rest = Block {
                            statements: rest.collect(),
                            value,
                        };
                        let early = Block::of_value(Expr::variable(span, result));
                        let choice = ExprKind::If {
                            condition: Box::new(Expr::variable(span, flag)),
                            then: early,
                            otherwise: Some(self.function_body(rest)),
                        };
                        return Block::of_value(Expr::new(span, choice)).after(done);
                    }
                }
            }
        }
        let value = value.map(|value| {
            let Expr { span, kind } = *value;
            let kind = match kind {
                ExprKind::If {
                    condition,
                    then,
                    otherwise,
                } => ExprKind::If {
                    condition: self.inside(condition),
                    then: self.function_body(then),
                    otherwise: otherwise.map(|otherwise| self.function_body(otherwise)),
                },
                ExprKind::Block(block) => ExprKind::Block(self.function_body(block)),
                ExprKind::Match { value, arms } => ExprKind::Match {
                    value: self.inside(value),
                    arms: arms
                        .into_iter()
                        .map(|mut arm| {
                            arm.body = self.function_body(arm.body);
                            arm
                        })
                        .collect(),
                },
                kind => return self.inside(Box::new(Expr::new(span, kind))),
            };
            Box::new(Expr::new(span, kind))
        });
        Block {
            statements: done,
            value,
        }
    }
}
