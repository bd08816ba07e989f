//! Blocks, and the statements in them, each handed to the file that knows its kind.

use super::{Builder, Future, Target};
use crate::differentiable::activity::is_active;
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::Forward;
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Block, Expr, ExprKind, Pattern, Statement, StatementKind};
use crate::differentiable::writes;
use proc_macro2::{Span, TokenStream};

impl Builder {
    /// Walks over a block; its value goes to the target.
    pub(super) fn block(&mut self, block: &Block, target: Option<&Target>) {
        let mut writes = Vec::new();
        let mut later = match &block.value {
            Some(value) => writes::of_expr(&self.variables, value),
            None => std::collections::HashSet::new(),
        };
        let after = later.clone();
        for statement in block.statements.iter().rev() {
            later.extend(writes::of_statement(&self.variables, statement));
            writes.push(later.clone());
        }
        for (statement, writes) in block.statements.iter().zip(writes.into_iter().rev()) {
            self.future.push(Future {
                writes,
                again: None,
            });
            self.statement(statement);
            self.future.pop();
        }
        let Some(value) = &block.value else {
            return;
        };
        self.future.push(Future {
            writes: after,
            again: None,
        });
        match target {
            Some(target) => self.assign(target, value, false),
            None => self.expression_statement(value),
        }
        self.end_statement();
        self.future.pop();
    }

    /// What has been written for the way back belongs to one statement.
    pub(super) fn end_statement(&mut self) {
        let back = std::mem::take(&mut self.back);
        if !back.is_empty() {
            self.done.push(back);
        }
    }

    fn statement(&mut self, statement: &Statement) {
        match &statement.kind {
            StatementKind::Let {
                pattern,
                value,
                otherwise,
            } => self.let_statement(statement.span, pattern, value.as_ref(), otherwise.as_ref()),
            StatementKind::Assign {
                target,
                operator,
                value,
            } => self.assignment(target, *operator, value),
            StatementKind::For {
                pattern,
                sequence,
                body,
                stop,
                ..
            } => self.for_loop(statement.span, pattern, sequence, body, *stop),
            StatementKind::While {
                condition,
                body,
                stop,
                ..
            } => self.while_loop(condition.as_ref(), body, *stop),
            StatementKind::Expression(expr) => self.expression_statement(expr),
            StatementKind::Item(tokens) => {
                self.items.push(tokens.clone());
                self.forward.push(Forward::Tokens(tokens.clone()));
            }
            // They are flags by now.
            StatementKind::Return(_) | StatementKind::Break(_) | StatementKind::Continue(_) => {}
        }
        self.end_statement();
    }

    fn let_statement(
        &mut self,
        span: Span,
        pattern: &Pattern,
        value: Option<&Expr>,
        otherwise: Option<&TokenStream>,
    ) {
        let is_any_active = pattern
            .variables()
            .iter()
            .any(|&id| self.variables[id].active);
        let Some(value) = value else {
            for id in pattern.variables() {
                if is_any_active {
                    self.declare_later(id, None);
                } else {
                    self.declare_plain_later(id);
                }
            }
            return;
        };
        if !is_any_active && !is_active(&self.variables, value) {
            return self.plain_let(pattern, value, otherwise);
        }
        if let Some(otherwise) = otherwise {
            return self.let_else(span, pattern, value, otherwise);
        }
        self.bind_pattern(span, pattern, value);
    }

    pub(super) fn expression_statement(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::If { .. } | ExprKind::Match { .. } | ExprKind::Block(_) => {
                self.choice(expr, None);
            }
            ExprKind::Method {
                receiver,
                name,
                arguments,
                ..
            } if receiver
                .root()
                .is_some_and(|root| self.variables[root].active) =>
            {
                self.list_method(expr, receiver, name, arguments);
            }
            ExprKind::Call {
                function,
                arguments,
                ..
            } if arguments.iter().any(|a| is_active(&self.variables, a)) => {
                let is_swap = function.to_string().ends_with("swap");
                let refusal = if is_swap {
                    Refusal::Swap
                } else {
                    Refusal::MutableAlias
                };
                if is_swap || arguments.iter().any(is_lent_mutably) {
                    return self.refuse(expr.span, refusal);
                }
                let _ = self.value(expr);
            }
            ExprKind::Infix(operator, target, _)
                if operator.to_string().ends_with('=')
                    && !matches!(operator.to_string().as_str(), "==" | "<=" | ">=" | "!=")
                    && is_active(&self.variables, target) =>
            {
                self.refuse(expr.span, Refusal::Remainder);
            }
            _ => {
                if is_active(&self.variables, expr) {
                    let _ = self.value(expr);
                    return;
                }
                let tokens = self.plain(expr).forward;
                self.forward.push(Forward::Tokens(quote!(#tokens;)));
            }
        }
    }
}

fn is_lent_mutably(argument: &Expr) -> bool {
    matches!(argument.kind, ExprKind::Reference { mutable: true, .. })
}
