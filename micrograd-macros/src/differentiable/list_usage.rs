//! Which variables are lists, and how their form changes: what their use tells before the walk.

use super::build::depth_of_type;
use super::tree::{
    Block, Expr, ExprKind, Node, Pattern, Statement, StatementKind, VariableId, Variables,
};
use super::writes::sequence_roots;
use std::collections::{HashMap, HashSet};

/// The variables that are indexed, run over, lent as a whole, or the same as such a one.
pub(super) fn used_as_lists(
    variables: &Variables,
    body: &Block,
    result_is_list: bool,
) -> HashSet<VariableId> {
    let mut lists = HashSet::new();
    find_lists(body, &mut lists);
    if result_is_list {
        values_of(body, &mut |value| lists.extend(value.root()));
    }
    let is_written = |id: &VariableId| {
        let ty = variables[*id].written_type.as_ref();
        ty.and_then(depth_of_type).is_some_and(|depth| depth > 0)
    };
    lists.extend((0..variables.0.len()).filter(is_written));
    let mut equal = Vec::new();
    find_equal(body, &mut equal);
    loop {
        let before = lists.len();
        for (a, b) in &equal {
            if lists.contains(a) || lists.contains(b) {
                lists.extend([*a, *b]);
            }
        }
        if lists.len() == before {
            return lists;
        }
    }
}

/// Calls `visit` with each expression that a block may result in.
fn values_of(block: &Block, visit: &mut dyn FnMut(&Expr)) {
    let Some(value) = &block.value else { return };
    match &value.kind {
        ExprKind::If {
            then, otherwise, ..
        } => {
            for block in std::iter::once(then).chain(otherwise) {
                values_of(block, visit);
            }
        }
        ExprKind::Match { arms, .. } => arms.iter().for_each(|arm| values_of(&arm.body, visit)),
        ExprKind::Block(block) => values_of(block, visit),
        ExprKind::Variable(_) => visit(value),
        _ => {}
    }
}

/// Pairs of variables one of which is assigned to the other.
fn find_equal(block: &Block, equal: &mut Vec<(VariableId, VariableId)>) {
    block.for_each_statement(&mut |statement| {
        let (target, value) = match &statement.kind {
            StatementKind::Let {
                pattern: Pattern::Name(id),
                value: Some(value),
                ..
            }
            | StatementKind::Assign {
                target:
                    Expr {
                        kind: ExprKind::Variable(id),
                        ..
                    },
                operator: None,
                value,
            } => (*id, value),
            _ => return,
        };
        if let ExprKind::Variable(of) = value.kind {
            equal.push((target, of));
        }
    });
}

fn find_lists(body: &Block, lists: &mut HashSet<VariableId>) {
    body.walk(&mut |node| match node {
        Node::Statement(statement) => match &statement.kind {
            StatementKind::For { sequence, .. } => sequence_roots(sequence, lists),
            StatementKind::Let {
                pattern,
                value: Some(value),
                ..
            } if matches!(pattern.without_reference(), Pattern::Slice(_)) => {
                lists.extend(value.root());
            }
            _ => {}
        },
        Node::Expr(expr) => match &expr.kind {
            ExprKind::Index(of, _) | ExprKind::Field(of, _) | ExprKind::Reference { of, .. } => {
                lists.extend(of.root());
            }
            ExprKind::Method { receiver, name, .. } => {
                let name = name.to_string();
                if matches!(
                    name.as_str(),
                    "len" | "is_empty" | "to_vec" | "iter" | "push" | "fill"
                ) {
                    lists.extend(receiver.root());
                }
            }
            _ => {}
        },
    });
}

/// The variables that begin as `[…]` or `vec![…]`.
pub(super) fn written_lists(body: &Block) -> HashSet<VariableId> {
    let mut lists = HashSet::new();
    body.for_each_statement(&mut |statement| {
        if let StatementKind::Let {
            pattern: Pattern::Name(id),
            value: Some(value),
            ..
        } = &statement.kind
            && matches!(value.kind, ExprKind::List { .. } | ExprKind::Repeat { .. })
        {
            lists.insert(*id);
        }
    });
    lists
}

/// The lists that grow, or are assigned as a whole after their `let`.
pub(super) fn changing_form(body: &Block) -> HashSet<VariableId> {
    let mut changed = HashSet::new();
    body.walk(&mut |node| match node {
        Node::Statement(Statement {
            kind: StatementKind::Assign { target, .. },
            ..
        }) => {
            if let ExprKind::Variable(id) = target.kind {
                changed.insert(id);
            }
        }
        Node::Expr(Expr {
            kind: ExprKind::Method { receiver, name, .. },
            ..
        }) if name == "push" => changed.extend(receiver.root()),
        _ => {}
    });
    changed
}

/// What is pushed to each list first.
pub(super) fn first_pushed(body: &Block) -> HashMap<VariableId, Expr> {
    let mut pushed = HashMap::new();
    body.walk(&mut |node| {
        if let Node::Expr(expr) = node
            && let ExprKind::Method {
                receiver,
                name,
                arguments,
                ..
            } = &expr.kind
            && let (ExprKind::Variable(id), [element]) = (&receiver.kind, &arguments[..])
            && name == "push"
        {
            pushed.entry(*id).or_insert_with(|| element.clone());
        }
    });
    pushed
}

/// The variables that are handed on to calls, and nowhere else: what they are, only the called function knows.
pub(super) fn handed_on(body: &Block) -> HashSet<VariableId> {
    let (mut seen, mut handed_on) = (HashMap::new(), HashMap::new());
    body.walk(&mut |node| {
        if let Node::Expr(expr) = node {
            count_handed_on(expr, &mut seen, &mut handed_on);
        }
    });
    let only_there = |id: &VariableId| seen.get(id) == handed_on.get(id);
    seen.keys().copied().filter(only_there).collect()
}

fn count_handed_on(
    expr: &Expr,
    seen: &mut HashMap<VariableId, usize>,
    handed_on: &mut HashMap<VariableId, usize>,
) {
    match &expr.kind {
        ExprKind::Variable(id) => *seen.entry(*id).or_default() += 1,
        ExprKind::Other(_, mentioned) => {
            for id in mentioned {
                *seen.entry(*id).or_default() += 1;
            }
        }
        ExprKind::Call { arguments, .. } => {
            for argument in arguments {
                if let ExprKind::Variable(id) = argument.kind {
                    *handed_on.entry(id).or_default() += 1;
                }
            }
        }
        _ => {}
    }
}
