//! Where exits stand.

use crate::differentiable::tree::{Block, Expr, ExprKind, Statement, StatementKind};
use proc_macro2::Span;

/// An exit that is left in a block.
pub(super) fn exit_in_block(block: &Block) -> Option<Span> {
    let mut found = None;
    let mut is_exit = |statement: &Statement, _| {
        let is_exit = statement.kind.is_exit();
        if is_exit {
            found = Some(statement.span);
        }
        is_exit
    };
    let _ = block_contains(block, &mut is_exit, 0);
    found
}

pub(super) fn ends_in_return(block: &Block) -> bool {
    match (&block.value, block.statements.last()) {
        (None, Some(last)) => match &last.kind {
            StatementKind::Return(_) => true,
            StatementKind::Expression(expr) => ends_in(expr, &ends_in_return),
            _ => false,
        },
        (Some(value), _) => ends_in(value, &ends_in_return),
        (None, None) => false,
    }
}

pub(super) fn ends_in_exit(block: &Block) -> bool {
    match (&block.value, block.statements.last()) {
        (None, Some(last)) => last.kind.is_exit(),
        _ => false,
    }
}

fn ends_in(expr: &Expr, end: &dyn Fn(&Block) -> bool) -> bool {
    match &expr.kind {
        ExprKind::If {
            then,
            otherwise: Some(otherwise),
            ..
        } => end(then) && end(otherwise),
        ExprKind::Block(block) => end(block),
        ExprKind::Match { arms, .. } => !arms.is_empty() && arms.iter().all(|arm| end(&arm.body)),
        _ => false,
    }
}

/// Whether a statement may leave the function.
pub(super) fn may_return(statement: &Statement) -> bool {
    contains(
        statement,
        &mut |statement, _| matches!(statement.kind, StatementKind::Return(_)),
        0,
    )
}

/// Whether what comes after a statement in its block may have to be left out.
pub(super) fn may_exit(statement: &Statement) -> bool {
    contains(statement, &mut leaves, 0)
}

/// The same of an expression.
pub(super) fn has_exit(expr: &Expr) -> bool {
    expr_contains(expr, &mut leaves, 0)
}

pub(super) fn leaves(statement: &Statement, depth: usize) -> bool {
    match &statement.kind {
        StatementKind::Return(_) => true,
        StatementKind::Break(label) | StatementKind::Continue(label) => {
            depth == 0 || label.is_some()
        }
        _ => false,
    }
}

/// Whether `is_it` holds for a statement in it; `depth` counts the loops around that one.
fn contains(
    statement: &Statement,
    is_it: &mut dyn FnMut(&Statement, usize) -> bool,
    depth: usize,
) -> bool {
    if is_it(statement, depth) {
        return true;
    }
    match &statement.kind {
        StatementKind::For { body, .. } | StatementKind::While { body, .. } => {
            block_contains(body, is_it, depth + 1)
        }
        StatementKind::Expression(expr)
        | StatementKind::Let {
            value: Some(expr), ..
        }
        | StatementKind::Assign { value: expr, .. } => expr_contains(expr, is_it, depth),
        _ => false,
    }
}

fn block_contains(
    block: &Block,
    is_it: &mut dyn FnMut(&Statement, usize) -> bool,
    depth: usize,
) -> bool {
    block.statements.iter().any(|s| contains(s, is_it, depth))
        || block
            .value
            .as_ref()
            .is_some_and(|value| expr_contains(value, is_it, depth))
}

fn expr_contains(
    expr: &Expr,
    is_it: &mut dyn FnMut(&Statement, usize) -> bool,
    depth: usize,
) -> bool {
    let mut block_contains = |block: &Block| block_contains(block, is_it, depth);
    match &expr.kind {
        ExprKind::If {
            then, otherwise, ..
        } => block_contains(then) || otherwise.as_ref().is_some_and(&mut block_contains),
        ExprKind::Match { arms, .. } => arms.iter().any(|arm| block_contains(&arm.body)),
        ExprKind::Block(block) => block_contains(block),
        _ => {
            let mut found = false;
            expr.for_each_child(&mut |child| found |= expr_contains(child, is_it, depth));
            found
        }
    }
}
