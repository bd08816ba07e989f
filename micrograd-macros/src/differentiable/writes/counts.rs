//! How many statements write to a variable.

use super::{of_block, of_expr, of_statement};
use crate::differentiable::tree::{Block, Expr, ExprKind, StatementKind, VariableId, Variables};
use std::collections::HashMap;

/// How many statements write to each variable, those inside of loops counted once.
pub(in crate::differentiable) fn counts(
    variables: &Variables,
    body: &Block,
) -> HashMap<VariableId, usize> {
    let mut counts = HashMap::new();
    count_block(variables, body, &mut counts);
    counts
}

fn count_block(variables: &Variables, block: &Block, counts: &mut HashMap<VariableId, usize>) {
    for statement in &block.statements {
        match &statement.kind {
            StatementKind::For { pattern, body, .. } => {
                let mut found = of_statement(variables, statement);
                // What is written to through the elements counts as much.
                let inner = of_block(variables, body);
                if !pattern.variables().iter().any(|id| inner.contains(id)) {
                    found.clear();
                }
                for id in found {
                    *counts.entry(id).or_default() += 2;
                }
                count_block(variables, body, counts);
            }
            StatementKind::While { body, .. } => count_block(variables, body, counts),
            StatementKind::Expression(expr) => count_expr(variables, expr, counts),
            StatementKind::Let {
                value: Some(value), ..
            } => count_expr(variables, value, counts),
            _ => {
                for id in of_statement(variables, statement) {
                    *counts.entry(id).or_default() += 1;
                }
            }
        }
    }
    if let Some(value) = &block.value {
        count_expr(variables, value, counts);
    }
}

fn count_expr(variables: &Variables, expr: &Expr, counts: &mut HashMap<VariableId, usize>) {
    match &expr.kind {
        ExprKind::If {
            then, otherwise, ..
        } => {
            for block in std::iter::once(then).chain(otherwise) {
                count_block(variables, block, counts);
            }
        }
        ExprKind::Match { arms, .. } => {
            for arm in arms {
                count_block(variables, &arm.body, counts);
            }
        }
        ExprKind::Block(block) => count_block(variables, block, counts),
        _ => {
            for id in of_expr(variables, expr) {
                *counts.entry(id).or_default() += 1;
            }
        }
    }
}
