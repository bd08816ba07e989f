//! Which variables a statement may change.

mod counts;
mod in_part;

use super::methods;
use super::tree::{
    Block, Expr, ExprKind, Sequence, Statement, StatementKind, VariableId, Variables,
};
use std::collections::HashSet;

pub(super) use counts::counts;
pub(super) use in_part::in_part;

/// What a statement assigns, wholly or in part, and what it hands out to be changed.
pub(super) fn of_statement(variables: &Variables, statement: &Statement) -> HashSet<VariableId> {
    let mut writes = HashSet::new();
    statement_writes(variables, statement, &mut writes);
    writes
}

pub(super) fn of_block(variables: &Variables, block: &Block) -> HashSet<VariableId> {
    let mut writes = HashSet::new();
    block_writes(variables, block, &mut writes);
    writes
}

pub(super) fn of_expr(variables: &Variables, expr: &Expr) -> HashSet<VariableId> {
    let mut writes = HashSet::new();
    expr_writes(variables, expr, &mut writes);
    writes
}

fn block_writes(variables: &Variables, block: &Block, writes: &mut HashSet<VariableId>) {
    for statement in &block.statements {
        statement_writes(variables, statement, writes);
    }
    if let Some(value) = &block.value {
        expr_writes(variables, value, writes);
    }
}

fn statement_writes(
    variables: &Variables,
    statement: &Statement,
    writes: &mut HashSet<VariableId>,
) {
    match &statement.kind {
        StatementKind::Let { value, .. } | StatementKind::Return(value) => {
            if let Some(value) = value {
                expr_writes(variables, value, writes);
            }
        }
        StatementKind::Assign { target, value, .. } => {
            expr_writes(variables, value, writes);
            target_writes(target, writes);
        }
        StatementKind::For {
            pattern,
            sequence,
            body,
            ..
        } => {
            let mut inner = HashSet::new();
            block_writes(variables, body, &mut inner);
            // Who writes through the elements of a list writes to the list.
            if pattern.variables().iter().any(|id| inner.contains(id)) {
                sequence_roots(sequence, &mut inner);
            }
            sequence.for_each_expression(&mut |expr| expr_writes(variables, expr, writes));
            writes.extend(inner);
        }
        StatementKind::While {
            condition, body, ..
        } => {
            if let Some(condition) = condition {
                expr_writes(variables, condition, writes);
            }
            block_writes(variables, body, writes);
        }
        StatementKind::Expression(expr) => expr_writes(variables, expr, writes),
        StatementKind::Break(_) | StatementKind::Continue(_) | StatementKind::Item(_) => {}
    }
}

fn target_writes(target: &Expr, writes: &mut HashSet<VariableId>) {
    match &target.kind {
        ExprKind::Tuple(parts)
        | ExprKind::List {
            elements: parts, ..
        } => {
            for part in parts {
                target_writes(part, writes);
            }
        }
        _ => writes.extend(target.root()),
    }
}

pub(super) fn sequence_roots(sequence: &Sequence, roots: &mut HashSet<VariableId>) {
    match sequence {
        Sequence::Elements(of, _) | Sequence::Pieces(of, ..) => roots.extend(of.root()),
        Sequence::Zip(a, b) => {
            sequence_roots(a, roots);
            sequence_roots(b, roots);
        }
        Sequence::Enumerate(of)
        | Sequence::Reversed(of)
        | Sequence::Copied(of)
        | Sequence::Part(of, ..) => sequence_roots(of, roots),
        Sequence::Range(_) | Sequence::Other(_) => {}
    }
}

fn expr_writes(variables: &Variables, expr: &Expr, writes: &mut HashSet<VariableId>) {
    match &expr.kind {
        ExprKind::If {
            condition,
            then,
            otherwise,
        } => {
            expr_writes(variables, condition, writes);
            block_writes(variables, then, writes);
            if let Some(otherwise) = otherwise {
                block_writes(variables, otherwise, writes);
            }
        }
        ExprKind::Match { value, arms } => {
            expr_writes(variables, value, writes);
            for arm in arms {
                block_writes(variables, &arm.body, writes);
            }
        }
        ExprKind::Block(block) => block_writes(variables, block, writes),
        ExprKind::Reference { mutable: true, of } => {
            writes.extend(of.root());
            expr_writes(variables, of, writes);
        }
        ExprKind::Method {
            receiver,
            name,
            arguments,
            ..
        } => {
            let name = name.to_string();
            let reads = methods::operation_of(&name).is_some()
                || methods::is_without_derivative(&name)
                || methods::copies(&name)
                || methods::reads(&name);
            if !reads
                && let Some(root) = receiver.root()
                && variables[root].mutable
            {
                writes.insert(root);
            }
            expr_writes(variables, receiver, writes);
            for argument in arguments {
                expr_writes(variables, argument, writes);
            }
        }
        ExprKind::Other(_, mentioned) => {
            writes.extend(mentioned.iter().filter(|&&id| variables[id].mutable));
        }
        _ => expr.for_each_child(&mut |child| expr_writes(variables, child, writes)),
    }
}
