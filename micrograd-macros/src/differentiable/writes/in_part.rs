//! Which variables change by more than assignments to the whole of them.

use super::{expr_writes, of_statement, sequence_roots};
use crate::differentiable::tree::{Block, Expr, ExprKind, StatementKind, VariableId, Variables};
use std::collections::HashSet;

/// The variables that change by more than assignments to the whole of them.
pub(in crate::differentiable) fn in_part(
    variables: &Variables,
    body: &Block,
) -> HashSet<VariableId> {
    // Assignments to names are not writes here.
    let mut changed = HashSet::new();
    collect_in_part(variables, body, &mut changed);
    changed
}

fn collect_in_part(variables: &Variables, block: &Block, changed: &mut HashSet<VariableId>) {
    for statement in &block.statements {
        match &statement.kind {
            StatementKind::Assign { target, value, .. } => {
                if !matches!(target.kind, ExprKind::Variable(_) | ExprKind::Tuple(_)) {
                    changed.extend(target.root());
                }
                expr_in_part(variables, value, changed);
            }
            StatementKind::For { body, sequence, .. } => {
                let before = of_statement(variables, statement);
                let mut roots = HashSet::new();
                sequence_roots(sequence, &mut roots);
                changed.extend(roots.intersection(&before));
                collect_in_part(variables, body, changed);
            }
            StatementKind::While {
                condition, body, ..
            } => {
                if let Some(condition) = condition {
                    expr_in_part(variables, condition, changed);
                }
                collect_in_part(variables, body, changed);
            }
            StatementKind::Let {
                value: Some(value), ..
            }
            | StatementKind::Expression(value) => expr_in_part(variables, value, changed),
            _ => {}
        }
    }
    if let Some(value) = &block.value {
        expr_in_part(variables, value, changed);
    }
}

fn expr_in_part(variables: &Variables, expr: &Expr, changed: &mut HashSet<VariableId>) {
    match &expr.kind {
        ExprKind::If {
            condition,
            then,
            otherwise,
        } => {
            expr_in_part(variables, condition, changed);
            collect_in_part(variables, then, changed);
            if let Some(otherwise) = otherwise {
                collect_in_part(variables, otherwise, changed);
            }
        }
        ExprKind::Match { value, arms } => {
            expr_in_part(variables, value, changed);
            for arm in arms {
                collect_in_part(variables, &arm.body, changed);
            }
        }
        ExprKind::Block(block) => collect_in_part(variables, block, changed),
        _ => expr_writes(variables, expr, changed),
    }
}
