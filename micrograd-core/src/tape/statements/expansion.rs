//! Nodes as the elementary operations that they stand for: the one reader of statements.

use super::chain::Chain;
use super::form::Form;
use super::nodes::NodesOfStatement;
use super::payload::Payload;
use super::rows::{Factors, Rows};
use super::statement::Statement;
use crate::operations::{Elementary, Kinds, Known};
use crate::source::Caller;
use crate::tape::memory::{Node, NodeId, Reached};

/// A node of a single operation.
pub(in crate::tape) fn elementary(node: &Node, place: impl Fn(NodeId) -> u32) -> Elementary {
    let code = node.code();
    let operands = match code.shape().operands() {
        0 => [0; 3],
        1 => [place(node.first()), 0, 0],
        2 => [place(node.first()), place(node.second()), 0],
        _ => [node.first(), node.second(), node.third()].map(place),
    };
    Elementary::new(code, operands, node.number(), node.data)
}

/// The same for a statement; gives the place of its result.
pub(in crate::tape) fn expand_statement(
    nodes: Reached<'_>,
    statement: &Statement,
    id: NodeId,
    place: impl Fn(NodeId) -> u32,
    next: u32,
    push: &mut dyn FnMut(Elementary, usize),
) -> u32 {
    let kinds = statement.kinds;
    let result = match statement.form {
        Form::Single(layout) => {
            let payload = NodesOfStatement::new(nodes, layout, id);
            let operands = known(&payload, kinds, place);
            statement.list.expand(&operands, kinds, next, push)
        }
        Form::Chain(layout) => {
            let mut chain = Chain::new(nodes, layout, id);
            let runs = (0..chain.len()).map(|run| known(&chain.link(run), kinds, &place));
            let runs: Vec<Vec<Known>> = runs.collect();
            let first = chain.first();
            let first = Known::Place(place(first.id()), first.data());
            expand_runs(statement, first, runs, next, push)
        }
        Form::Rows => {
            let result = nodes.operation(id);
            let rows = Rows::of(result, nodes.operation(id.below(1)));
            let first = result.first();
            let first = Known::Place(place(first), nodes.node(first).data);
            let mut nodes = nodes;
            let runs = rows
                .products()
                .map(|factors| known(&Factors(nodes.again(), factors), kinds, &place));
            expand_runs(statement, first, runs, next, push)
        }
    };
    match result {
        Known::Place(place, _) => place,
        Known::Number(_) | Known::Whole(_) => unreachable!("a statement on the tape has values"),
    }
}

/// The operations of a statement that was run many times on its own result.
fn expand_runs(
    statement: &Statement,
    first: Known,
    runs: impl IntoIterator<Item = Vec<Known>>,
    mut next: u32,
    push: &mut dyn FnMut(Elementary, usize),
) -> Known {
    let all = statement.kinds.behind_a_node();
    runs.into_iter().fold(first, |result, operands| {
        let mut all_operands = vec![result];
        all_operands.extend(operands);
        let begin = next;
        let push = &mut |node, step| {
            next += 1;
            push(node, step);
        };
        statement.list.expand(&all_operands, all, begin, push)
    })
}

/// The operands of a statement or a run, as it keeps them.
pub(in crate::tape) fn known(
    payload: &impl Payload,
    kinds: Kinds,
    mut place: impl FnMut(NodeId) -> u32,
) -> Vec<Known> {
    let (mut nodes, mut numbers) = (0, 0);
    let operands = (0..kinds.count as usize).map(|operand| {
        if kinds.is_node(operand) {
            nodes += 1;
            let node = payload.operand(nodes - 1);
            return Known::Place(place(node.id()), node.data());
        }
        numbers += 1;
        let number = payload.number(numbers - 1);
        if kinds.is_whole(operand) {
            Known::Whole(number)
        } else {
            Known::Number(number)
        }
    });
    operands.collect()
}

/// The operands of a statement or a chain, once each.
pub(in crate::tape) fn operands_of_statement(
    nodes: &Reached<'_>,
    statement: &Statement,
    id: NodeId,
) -> Vec<NodeId> {
    let below = |below| nodes.operation(id.below(below));
    let all = 0..statement.form.operands(below(0));
    let mut operands: Vec<NodeId> = all.map(|k| statement.form.operand(below, k)).collect();
    operands.sort_unstable();
    operands.dedup();
    operands
}

/// Where the operations of a chain were recorded, if not each at its own place.
pub(in crate::tape) fn caller_site(
    nodes: &Reached<'_>,
    statement: &Statement,
    id: NodeId,
) -> Option<Caller> {
    match statement.form {
        Form::Single(_) => None,
        Form::Chain(_) | Form::Rows => nodes.operation(id).chain_source().location(),
    }
}
