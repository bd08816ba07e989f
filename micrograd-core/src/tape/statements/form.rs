//! How a statement lies on the tape.

use super::link::LinkLayout;
use super::payload::Layout;
use super::rows::Rows;
use crate::tape::memory::{NodeId, Reached, TapeNode};

/// How a statement lies on the tape.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    Single(&'static Layout),
    Chain(LinkLayout),
    Rows,
}

impl Form {
    /// How many nodes a statement with this result is made of.
    pub(in crate::tape) fn nodes(self, result: &TapeNode) -> usize {
        match self {
            Form::Single(layout) => layout.nodes(),
            Form::Chain(layout) => layout.nodes(result.chain_len()),
            Form::Rows => Rows::NODES,
        }
    }

    /// How many operands its nodes keep: the others of a row follow from the first.
    pub(in crate::tape) fn kept_operands(self, result: &TapeNode) -> usize {
        match self {
            Form::Single(layout) => layout.operands(),
            Form::Chain(layout) => layout.operands(result.chain_len()),
            Form::Rows => Rows::KEPT,
        }
    }

    /// How many halves of a word an operand that is kept lies above the first one of the result.
    pub(in crate::tape) fn half(self, result: &TapeNode, operand: usize) -> isize {
        match self {
            Form::Single(layout) => layout.half(operand),
            Form::Chain(layout) => layout.half(result.chain_len(), operand),
            Form::Rows => Rows::half(operand),
        }
    }

    /// Visits every operand of the statement with this result.
    #[inline(always)]
    pub(in crate::tape) fn each_operand(
        self,
        nodes: &mut Reached<'_>,
        result: NodeId,
        mut visit: impl FnMut(&mut Reached<'_>, NodeId),
    ) {
        let node = *nodes.operation(result);
        match self {
            Form::Single(layout) => {
                for operand in 0..layout.operands() {
                    let operand = nodes.operand(result, layout.half(operand));
                    visit(nodes, operand);
                }
            }
            Form::Chain(layout) => {
                visit(nodes, node.first());
                layout.each_extension(node.chain_len(), |below, runs| {
                    let extension = *nodes.operation(result.below(below));
                    layout.each_operand(&extension, runs, |operand| visit(nodes, operand));
                });
            }
            Form::Rows => {
                visit(nodes, node.first());
                let products = Rows::of(&node, nodes.operation(result.below(1))).products();
                products.flatten().for_each(|operand| visit(nodes, operand));
            }
        }
    }
}
