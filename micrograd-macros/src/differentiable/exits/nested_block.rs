//! Blocks inside of loops, and those without a value: what an exit leaves out stands under a flag.

use super::Remover;
use super::search::{ends_in_exit, may_exit};
use super::stored_choices::{stores_choice_with_exit, without_exit_in_value};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Block, Expr, ExprKind, Statement, StatementKind};

impl Remover<'_> {
    /// A block inside of a loop, or one without a value.
    /// `is_last` where nothing of the run is left after it: there an exit needs no flag that skips the rest.
    pub(super) fn nested_block(&mut self, block: Block, is_last: bool) -> Block {
        let Block { statements, value } = block;
        let mut done = Vec::new();
        let mut rest = statements.into_iter();
        while let Some(statement) = rest.next() {
            if !may_exit(&statement) {
                done.extend(self.statement(statement));
                continue;
            }
            let span = statement.span;
            match statement.kind {
                kind if stores_choice_with_exit(&kind) => {
                    let rest = Block {
                        statements: rest.collect(),
                        value,
                    };
                    let rest = without_exit_in_value(span, kind, rest).without_value();
                    return self.nested_block(rest, is_last).after(done);
                }
                StatementKind::Expression(Expr {
                    kind:
                        ExprKind::If {
                            condition,
                            then,
                            otherwise,
                        },
                    ..
                }) if value.is_none()
                    && (ends_in_exit(&then) || otherwise.as_ref().is_some_and(ends_in_exit)) =>
                {
                    let rest = Block::of_statements(rest.collect());
                    let otherwise = otherwise.unwrap_or_default();
                    let (then, otherwise) = if ends_in_exit(&then) {
                        (then, otherwise.followed_by(rest))
                    } else {
                        (then.followed_by(rest), otherwise)
                    };
                    let choice = ExprKind::If {
                        condition: self.inside(condition),
                        then: self.nested_block(then, is_last),
                        otherwise: Some(self.nested_block(otherwise, is_last)),
                    };
                    done.push(Statement {
                        span,
                        kind: StatementKind::Expression(Expr::new(span, choice)),
                    });
                    return Block::of_statements(done);
                }
                StatementKind::Break(_) | StatementKind::Continue(_) | StatementKind::Return(_) => {
                    done.extend(self.exit(&statement.kind, span, is_last));
                    return Block::of_statements(done);
                }
                kind => {
                    let rest = Block {
                        statements: rest.collect(),
                        value,
                    };
                    let skip = self.skip_flag();
                    done.extend(self.statement(Statement { span, kind }));
                    if rest.statements.is_empty() && rest.value.is_none() {
                        return Block::of_statements(done);
                    }
                    if rest.value.is_some() {
                        self.refusals.push(Refusal::ReturnInLoop.at(span));
                    }
                    let condition = ExprKind::Not(Box::new(Expr::variable(span, skip)));
                    let choice = ExprKind::If {
                        condition: Box::new(Expr::new(span, condition)),
                        then: self.nested_block(rest, is_last),
                        otherwise: None,
                    };
                    done.push(Statement {
                        span,
                        kind: StatementKind::Expression(Expr::new(span, choice)),
                    });
                    return Block::of_statements(done);
                }
            }
        }
        Block {
            statements: done,
            value: value.map(|value| self.inside(value)),
        }
    }
}
