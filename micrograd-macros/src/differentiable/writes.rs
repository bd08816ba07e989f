//! Which variables a statement may change, and which are used as lists.

use super::build::depth_of_type;
use super::methods;
use super::tree::{
    Block, Expr, ExprKind, Pattern, Sequence, Statement, StatementKind, VariableId, Variables,
};
use std::collections::{HashMap, HashSet};

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

fn sequence_roots(sequence: &Sequence, roots: &mut HashSet<VariableId>) {
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

/// Whether something active stands in a block.
pub(super) fn mentions_active(variables: &Variables, block: &Block) -> bool {
    let mut found = false;
    block.for_each_expression(&mut |expr| found |= expr_mentions_active(variables, expr));
    found
}

fn expr_mentions_active(variables: &Variables, expr: &Expr) -> bool {
    let mut found = false;
    match &expr.kind {
        ExprKind::Variable(id) => found = variables[*id].active,
        ExprKind::Other(_, mentioned) => found = mentioned.iter().any(|&id| variables[id].active),
        _ => {}
    }
    expr.for_each_child(&mut |child| found |= expr_mentions_active(variables, child));
    found
}

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

/// The variables that are handed on to calls, and nowhere else: what they are, only the called function knows.
pub(super) fn handed_on(body: &Block) -> HashSet<VariableId> {
    let mut seen: HashMap<VariableId, (usize, usize)> = HashMap::new();
    body.for_each_expression(&mut |expr| count_handed_on(expr, &mut seen));
    let handed_on = seen
        .into_iter()
        .filter(|(_, (all, handed_on))| all == handed_on);
    handed_on.map(|(id, _)| id).collect()
}

fn count_handed_on(expr: &Expr, seen: &mut HashMap<VariableId, (usize, usize)>) {
    match &expr.kind {
        ExprKind::Variable(id) => seen.entry(*id).or_default().0 += 1,
        ExprKind::Other(_, mentioned) => {
            for id in mentioned {
                seen.entry(*id).or_default().0 += 1;
            }
        }
        ExprKind::Call { arguments, .. } => {
            for argument in arguments {
                if let ExprKind::Variable(id) = argument.kind {
                    seen.entry(id).or_default().1 += 1;
                }
            }
        }
        _ => {}
    }
    expr.for_each_child(&mut |child| count_handed_on(child, seen));
}

fn find_lists(block: &Block, lists: &mut HashSet<VariableId>) {
    for statement in &block.statements {
        match &statement.kind {
            StatementKind::For { sequence, .. } => sequence_roots(sequence, lists),
            StatementKind::Let {
                pattern,
                value: Some(value),
                ..
            } if matches!(pattern.without_reference(), Pattern::Slice(_)) => {
                lists.extend(value.root());
            }
            _ => {}
        }
        match &statement.kind {
            StatementKind::For { body, .. } | StatementKind::While { body, .. } => {
                find_lists(body, lists);
            }
            _ => {}
        }
    }
    block.for_each_expression(&mut |expr| find_lists_in(expr, lists));
}

fn find_lists_in(expr: &Expr, lists: &mut HashSet<VariableId>) {
    match &expr.kind {
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
        ExprKind::If {
            then, otherwise, ..
        } => {
            for block in std::iter::once(then).chain(otherwise) {
                find_lists(block, lists);
            }
        }
        ExprKind::Match { arms, .. } => {
            for arm in arms {
                find_lists(&arm.body, lists);
            }
        }
        ExprKind::Block(block) => find_lists(block, lists),
        _ => {}
    }
    expr.for_each_child(&mut |child| find_lists_in(child, lists));
}

/// The variables that change by more than assignments to the whole of them.
pub(super) fn in_part(variables: &Variables, body: &Block) -> HashSet<VariableId> {
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

/// The lists that grow, or are assigned as a whole after their `let`.
pub(super) fn of_form(body: &Block) -> HashSet<VariableId> {
    let mut changed = HashSet::new();
    find_form(body, &mut changed);
    changed
}

fn find_form(block: &Block, changed: &mut HashSet<VariableId>) {
    for statement in &block.statements {
        match &statement.kind {
            StatementKind::Assign { target, .. } => {
                if let ExprKind::Variable(id) = target.kind {
                    changed.insert(id);
                }
            }
            StatementKind::For { body, .. } | StatementKind::While { body, .. } => {
                find_form(body, changed);
            }
            _ => {}
        }
    }
    block.for_each_expression(&mut |expr| find_form_in(expr, changed));
}

fn find_form_in(expr: &Expr, changed: &mut HashSet<VariableId>) {
    match &expr.kind {
        ExprKind::Method { receiver, name, .. } if name == "push" => {
            changed.extend(receiver.root());
        }
        ExprKind::If {
            then, otherwise, ..
        } => {
            for block in std::iter::once(then).chain(otherwise) {
                find_form(block, changed);
            }
        }
        ExprKind::Match { arms, .. } => {
            for arm in arms {
                find_form(&arm.body, changed);
            }
        }
        ExprKind::Block(block) => find_form(block, changed),
        _ => {}
    }
    expr.for_each_child(&mut |child| find_form_in(child, changed));
}

/// How many statements write to each variable, those inside of loops counted once.
pub(super) fn counts(variables: &Variables, body: &Block) -> HashMap<VariableId, usize> {
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

/// What is pushed to each list first.
pub(super) fn pushed(body: &Block) -> HashMap<VariableId, Expr> {
    let mut pushed = HashMap::new();
    body.for_each_expression(&mut |expr| find_pushed(expr, &mut pushed));
    pushed
}

fn find_pushed(expr: &Expr, pushed: &mut HashMap<VariableId, Expr>) {
    if let ExprKind::Method {
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
    expr.for_each_child(&mut |child| find_pushed(child, pushed));
}
