//! `let x = if … { exit } else { … };`: an exit in the place of a value.

use super::search::has_exit;
use crate::differentiable::tree::{Block, Expr, ExprKind, Pattern, Statement, StatementKind};
use proc_macro2::Span;

/// `let x = choice;` or `x = choice;` where a branch exits in the place of a value.
pub(super) fn stores_choice_with_exit(kind: &StatementKind) -> bool {
    match kind {
        StatementKind::Let {
            value: Some(value), ..
        }
        | StatementKind::Assign { value, .. } => value.is_choice() && has_exit(value),
        _ => false,
    }
}

/// The same with the exits in statements: what follows moves into the only branch that does not exit. If there are
/// several, each assigns its value.
pub(super) fn without_exit_in_value(span: Span, kind: StatementKind, rest: Block) -> Block {
    let stored = |expr: Expr, store: &dyn Fn(Expr) -> StatementKind| Statement {
        span: expr.span,
        kind: store(expr),
    };
    let (choice, store, before): (Expr, Box<dyn Fn(Expr) -> StatementKind>, _) = match kind {
        StatementKind::Let {
            pattern,
            value: Some(choice),
            otherwise,
        } => {
            if open_ends(&choice) <= 1 {
                let store = move |value| StatementKind::Let {
                    pattern: pattern.clone(),
                    value: Some(value),
                    otherwise: otherwise.clone(),
                };
                (choice, Box::new(store), Vec::new())
            } else {
                let Some(target) = target_of(span, &pattern) else {
                    let value = Some(choice);
                    let kind = StatementKind::Let {
                        pattern,
                        value,
                        otherwise,
                    };
                    return rest.after(vec![Statement { span, kind }]);
                };
                let names = pattern.variables().into_iter().map(|id| Statement {
                    span,
                    kind: StatementKind::Let {
                        pattern: Pattern::Name(id),
                        value: None,
                        otherwise: None,
                    },
                });
                let store = move |value| StatementKind::Assign {
                    target: target.clone(),
                    operator: None,
                    value,
                };
                (choice, Box::new(store), names.collect())
            }
        }
        StatementKind::Assign {
            target,
            operator,
            value,
        } => {
            let store = move |value| StatementKind::Assign {
                target: target.clone(),
                operator,
                value,
            };
            (value, Box::new(store), Vec::new())
        }
        kind => return rest.after(vec![Statement { span, kind }]),
    };
    if open_ends(&choice) > 1 {
        let choice = with_ends(choice, &mut |value| {
            Block::of_statements(vec![stored(value, &*store)])
        });
        let mut statements = before;
        statements.push(Statement {
            span,
            kind: StatementKind::Expression(choice),
        });
        return rest.after(statements);
    }
    let mut rest = Some(rest);
    let choice = with_ends(choice, &mut |value| {
        let rest = rest.take().unwrap_or_default();
        rest.after(vec![stored(value, &*store)])
    });
    Block::of_value(choice)
}

/// What is assigned to instead of a `let` with this pattern.
fn target_of(span: Span, pattern: &Pattern) -> Option<Expr> {
    match pattern {
        Pattern::Name(id) => Some(Expr::variable(span, *id)),
        Pattern::Tuple(parts) => {
            let parts: Option<Vec<Expr>> = parts.iter().map(|part| target_of(span, part)).collect();
            Some(Expr::new(span, ExprKind::Tuple(parts?)))
        }
        _ => None,
    }
}

/// How many branches do not end in an exit.
fn open_ends(choice: &Expr) -> usize {
    let of_block = |block: &Block| match (&block.value, block.statements.last()) {
        (Some(value), _) if value.is_choice() => open_ends(value),
        (None, Some(last)) => match &last.kind {
            StatementKind::Return(_) | StatementKind::Break(_) | StatementKind::Continue(_) => 0,
            StatementKind::Expression(last) if last.is_choice() => open_ends(last),
            _ => 1,
        },
        _ => 1,
    };
    match &choice.kind {
        ExprKind::If {
            then, otherwise, ..
        } => of_block(then) + otherwise.as_ref().map_or(1, of_block),
        ExprKind::Match { arms, .. } => arms.iter().map(|arm| of_block(&arm.body)).sum(),
        ExprKind::Block(block) => of_block(block),
        _ => 1,
    }
}

/// A choice whose values go on in what `end` makes of them.
fn with_ends(choice: Expr, end: &mut dyn FnMut(Expr) -> Block) -> Expr {
    let mut choice = choice;
    choice.for_each_branch_mut(&mut |block| {
        let Some(value) = block.value.take() else {
            return;
        };
        if value.is_choice() {
            block.value = Some(Box::new(with_ends(*value, end)));
        } else {
            let statements = std::mem::take(&mut block.statements);
            *block = end(*value).after(statements);
        }
    });
    choice
}
