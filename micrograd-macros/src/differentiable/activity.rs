//! Which variables depend on an active parameter: those that something active is assigned to.

use super::methods;
use super::tree::{
    Block, Expr, ExprKind, Node, Pattern, Sequence, Statement, StatementKind, VariableId, Variables,
};

/// Marks every active variable; the parameters are marked already.
pub(super) fn mark_active(variables: &mut Variables, body: &Block) {
    loop {
        let before = count(variables);
        learn_block(variables, body);
        if count(variables) == before {
            return;
        }
    }
}

fn count(variables: &Variables) -> usize {
    variables
        .0
        .iter()
        .filter(|variable| variable.active)
        .count()
}

/// Whether the derivative of an expression may be other than 0.
pub(super) fn is_active(variables: &Variables, expr: &Expr) -> bool {
    let active = |expr: &Expr| is_active(variables, expr);
    match &expr.kind {
        ExprKind::Variable(id) => variables[*id].active,
        ExprKind::Index(of, _)
        | ExprKind::Field(of, _)
        | ExprKind::Dereference(of)
        | ExprKind::Reference { of, .. }
        | ExprKind::Negative(of)
        | ExprKind::Cast(of, _)
        | ExprKind::Repeat { element: of, .. } => active(of),
        ExprKind::Arithmetic(_, a, b) | ExprKind::Power(a, b) => active(a) || active(b),
        ExprKind::Method {
            receiver,
            name,
            arguments,
            ..
        } => {
            !methods::is_without_derivative(&name.to_string())
                && (active(receiver) || arguments.iter().any(active))
        }
        ExprKind::Call { arguments, .. } => arguments.iter().any(active),
        ExprKind::If {
            then, otherwise, ..
        } => {
            let branches = std::iter::once(then).chain(otherwise);
            branches
                .into_iter()
                .any(|branch| block_is_active(variables, branch))
        }
        ExprKind::Match { arms, .. } => {
            arms.iter().any(|arm| block_is_active(variables, &arm.body))
        }
        ExprKind::Block(block) => block_is_active(variables, block),
        ExprKind::Tuple(parts)
        | ExprKind::List {
            elements: parts, ..
        } => parts.iter().any(active),
        ExprKind::Other(_, mentioned) => mentioned.iter().any(|&id| variables[id].active),
        ExprKind::Literal(_)
        | ExprKind::Path(_)
        | ExprKind::Range(..)
        | ExprKind::Infix(..)
        | ExprKind::Not(_)
        | ExprKind::Let(..) => false,
    }
}

pub(super) fn block_is_active(variables: &Variables, block: &Block) -> bool {
    let mut value = block.value.iter();
    value.any(|value| is_active(variables, value))
}

fn mark(variables: &mut Variables, id: VariableId) {
    variables.0[id].active = true;
}

fn learn_block(variables: &mut Variables, block: &Block) {
    for statement in &block.statements {
        learn(variables, statement);
    }
    if let Some(value) = &block.value {
        learn_expr(variables, value);
    }
}

fn learn(variables: &mut Variables, statement: &Statement) {
    match &statement.kind {
        StatementKind::Let { pattern, value, .. } => {
            if let Some(value) = value {
                learn_expr(variables, value);
                bind(variables, pattern, value);
            }
        }
        StatementKind::Assign { target, value, .. } => {
            learn_expr(variables, value);
            match (&target.kind, &value.kind) {
                (ExprKind::Tuple(targets), ExprKind::Tuple(values))
                | (
                    ExprKind::List {
                        elements: targets, ..
                    },
                    ExprKind::List {
                        elements: values, ..
                    },
                ) => {
                    for (target, value) in targets.iter().zip(values) {
                        assign(variables, target, value);
                    }
                }
                _ => assign(variables, target, value),
            }
        }
        StatementKind::For {
            pattern,
            sequence,
            body,
            ..
        } => {
            bind_elements(variables, pattern, sequence);
            learn_block(variables, body);
            write_through_elements(variables, pattern, sequence);
        }
        StatementKind::While {
            condition, body, ..
        } => {
            if let Some(condition) = condition {
                learn_expr(variables, condition);
            }
            learn_block(variables, body);
        }
        StatementKind::Expression(expr) => learn_expr(variables, expr),
        StatementKind::Return(value) => {
            if let Some(value) = value {
                learn_expr(variables, value);
            }
        }
        StatementKind::Break(_) | StatementKind::Continue(_) | StatementKind::Item(_) => {}
    }
}

fn assign(variables: &mut Variables, target: &Expr, value: &Expr) {
    if is_active(variables, value) {
        match &target.kind {
            ExprKind::Tuple(parts)
            | ExprKind::List {
                elements: parts, ..
            } => {
                for id in parts.iter().filter_map(Expr::root) {
                    mark(variables, id);
                }
            }
            _ => {
                if let Some(id) = target.root() {
                    mark(variables, id);
                }
            }
        }
    }
}

/// What the blocks inside of an expression assign, and what a call writes to.
fn learn_expr(variables: &mut Variables, expr: &Expr) {
    match &expr.kind {
        ExprKind::Block(block) => return learn_block(variables, block),
        ExprKind::If {
            condition,
            then,
            otherwise,
        } => {
            learn_expr(variables, condition);
            learn_block(variables, then);
            if let Some(otherwise) = otherwise {
                learn_block(variables, otherwise);
            }
            return;
        }
        ExprKind::Match { value, arms } => {
            learn_expr(variables, value);
            for arm in arms {
                bind(variables, &arm.pattern, value);
                learn_block(variables, &arm.body);
            }
            return;
        }
        ExprKind::Let(pattern, value) => bind(variables, pattern, value),
        ExprKind::Method {
            receiver,
            name,
            arguments,
            ..
        } => {
            if methods::writes(&name.to_string())
                && arguments.iter().any(|a| is_active(variables, a))
                && let Some(id) = receiver.root()
            {
                mark(variables, id);
            }
        }
        ExprKind::Call { arguments, .. } if arguments.iter().any(|a| is_active(variables, a)) => {
            for argument in arguments {
                if let ExprKind::Reference { mutable: true, of } = &argument.kind
                    && let Some(id) = of.root()
                {
                    mark(variables, id);
                }
            }
        }
        _ => {}
    }
    expr.for_each_child(&mut |child| learn_expr(variables, child));
}

fn bind(variables: &mut Variables, pattern: &Pattern, value: &Expr) {
    match (pattern, &value.kind) {
        (Pattern::Tuple(parts), ExprKind::Tuple(values))
        | (
            Pattern::Slice(parts),
            ExprKind::List {
                elements: values, ..
            },
        ) if parts.len() == values.len() => {
            for (part, value) in parts.iter().zip(values) {
                bind(variables, part, value);
            }
        }
        _ => {
            if is_active(variables, value) {
                for id in pattern.variables() {
                    mark(variables, id);
                }
            }
        }
    }
}

pub(super) fn sequence_is_active(variables: &Variables, sequence: &Sequence) -> bool {
    match sequence {
        Sequence::Range(_) => false,
        Sequence::Elements(of, _) | Sequence::Pieces(of, ..) | Sequence::Other(of) => {
            is_active(variables, of)
        }
        Sequence::Zip(a, b) => sequence_is_active(variables, a) || sequence_is_active(variables, b),
        Sequence::Enumerate(of)
        | Sequence::Reversed(of)
        | Sequence::Copied(of)
        | Sequence::Part(of, ..) => sequence_is_active(variables, of),
    }
}

fn bind_elements(variables: &mut Variables, pattern: &Pattern, sequence: &Sequence) {
    match (pattern, sequence) {
        (Pattern::Tuple(parts), Sequence::Zip(a, b)) if parts.len() == 2 => {
            bind_elements(variables, &parts[0], a);
            bind_elements(variables, &parts[1], b);
        }
        (Pattern::Tuple(parts), Sequence::Enumerate(of)) if parts.len() == 2 => {
            bind_elements(variables, &parts[1], of);
        }
        (_, Sequence::Reversed(of) | Sequence::Copied(of) | Sequence::Part(of, ..)) => {
            bind_elements(variables, pattern, of);
        }
        _ => {
            if sequence_is_active(variables, sequence) {
                for id in pattern.variables() {
                    mark(variables, id);
                }
            }
        }
    }
}

/// What is written through an element of a list is in the list.
fn write_through_elements(variables: &mut Variables, pattern: &Pattern, sequence: &Sequence) {
    match (pattern, sequence) {
        (Pattern::Tuple(parts), Sequence::Zip(a, b)) if parts.len() == 2 => {
            write_through_elements(variables, &parts[0], a);
            write_through_elements(variables, &parts[1], b);
        }
        (Pattern::Tuple(parts), Sequence::Enumerate(of)) if parts.len() == 2 => {
            write_through_elements(variables, &parts[1], of);
        }
        (_, Sequence::Reversed(of) | Sequence::Part(of, ..)) => {
            write_through_elements(variables, pattern, of);
        }
        // A name that is no `mut` is a reference, if anything is assigned by it.
        (Pattern::Name(id), Sequence::Elements(of, _) | Sequence::Pieces(of, ..))
            if variables[*id].active && !variables[*id].mutable =>
        {
            if let Some(root) = of.root() {
                mark(variables, root);
            }
        }
        _ => {}
    }
}

/// Whether something active stands in a block.
pub(super) fn mentions_active(variables: &Variables, block: &Block) -> bool {
    let mut found = false;
    block.walk(&mut |node| {
        if let Node::Expr(expr) = node {
            match &expr.kind {
                ExprKind::Variable(id) => found |= variables[*id].active,
                ExprKind::Other(_, mentioned) => {
                    found |= mentioned.iter().any(|&id| variables[id].active);
                }
                _ => {}
            }
        }
    });
    found
}
