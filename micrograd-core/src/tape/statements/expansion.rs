//! Nodes as the elementary operations that they stand for: the one reader of statements.

use super::chain::Chain;
use super::form::Form;
use super::payload::{NodesOfStatement, Payload};
use super::rows::{Factors, Rows};
use super::statement::Statement;
use crate::operations::{Elementary, Known, Signature};
use crate::source::Caller;
use crate::tape::memory::{NodeId, Reached, TapeNode};

/// A node of a single operation.
pub(in crate::tape) fn elementary(node: &TapeNode, index: impl Fn(NodeId) -> u32) -> Elementary {
    let code = node.code();
    let operands = match code.shape().operands() {
        0 => [0; 3],
        1 => [index(node.first()), 0, 0],
        2 => [index(node.first()), index(node.second()), 0],
        _ => [node.first(), node.second(), node.third()].map(index),
    };
    Elementary::new(code, operands, node.number(), node.data)
}

/// The same for a statement; gives the index of its result.
pub(in crate::tape) fn expand_statement(
    nodes: Reached<'_>,
    statement: &Statement,
    id: NodeId,
    index: impl Fn(NodeId) -> u32,
    next: u32,
    push: &mut dyn FnMut(Elementary, usize),
) -> u32 {
    let signature = statement.signature;
    let result = match statement.form {
        Form::Single(layout) => {
            let payload = NodesOfStatement::new(nodes, layout, id);
            let operands = known(&payload, signature, index);
            statement.list.expand(&operands, signature, next, push)
        }
        Form::Chain(layout) => {
            let mut chain = Chain::new(nodes, layout, id);
            let runs = (0..chain.len()).map(|run| known(&chain.link(run), signature, &index));
            let runs: Vec<Vec<Known>> = runs.collect();
            let first = chain.first();
            let first = Known::Index(index(first.id()), first.data());
            expand_runs(statement, first, runs, next, push)
        }
        Form::Rows => {
            let result = nodes.operation(id);
            let rows = Rows::of(result, nodes.operation(id.below(1)));
            let first = result.first();
            let first = Known::Index(index(first), nodes.node(first).data);
            let mut nodes = nodes;
            let runs = rows
                .products()
                .map(|factors| known(&Factors(nodes.again(), factors), signature, &index));
            expand_runs(statement, first, runs, next, push)
        }
    };
    match result {
        Known::Index(index, _) => index,
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
    let all = statement.signature.behind_a_node();
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
    signature: Signature,
    mut index: impl FnMut(NodeId) -> u32,
) -> Vec<Known> {
    let (mut nodes, mut numbers) = (0, 0);
    let operands = (0..signature.count as usize).map(|operand| {
        if signature.is_node(operand) {
            nodes += 1;
            let node = payload.operand(nodes - 1);
            return Known::Index(index(node.id()), node.data());
        }
        numbers += 1;
        let number = payload.number(numbers - 1);
        if signature.is_whole(operand) {
            Known::Whole(number)
        } else {
            Known::Number(number)
        }
    });
    operands.collect()
}

/// The operands of a statement or a chain, once each.
pub(in crate::tape) fn operands_of_statement(
    nodes: &mut Reached<'_>,
    statement: &Statement,
    id: NodeId,
) -> Vec<NodeId> {
    let mut operands = Vec::new();
    let push = |_: &mut Reached<'_>, operand| operands.push(operand);
    statement.form.each_operand(nodes, id, push);
    operands.sort_unstable();
    operands.dedup();
    operands
}

/// Where the operations of a chain were recorded, if not each at its own position.
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
