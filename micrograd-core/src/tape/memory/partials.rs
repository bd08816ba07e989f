//! The partials of a node of a single operation.

use crate::operations::{
    BinaryRow, ParametricRow, RowVisitor, TernaryRow, UnaryRow, is_overflown, quotient_times, times,
};
use crate::tape::memory::node::Node;
use crate::tape::memory::node_id::NodeId;

/// Calls `visit` with each operand that is a node, and the node's partial with respect to it; for nodes that
/// hold a single operation.
pub(crate) fn partials(nodes: &[Node], node: &Node, visit: impl FnMut(NodeId, f64)) {
    node.code().visit(Partials {
        node: *node,
        target: Looking { nodes, visit },
    });
}

/// The same with what the node passes on to the operand as the third argument.
pub(crate) fn parts(
    nodes: &[Node],
    node: &Node,
    adjoint: f64,
    visit: impl FnMut(NodeId, f64, f64),
) {
    node.code().visit(Partials {
        node: *node,
        target: Passing {
            nodes,
            adjoint,
            visit,
        },
    });
}

struct Looking<'a, V> {
    nodes: &'a [Node],
    visit: V,
}

impl<V: FnMut(NodeId, f64)> Target for Looking<'_, V> {
    fn data(&self, operand: NodeId) -> f64 {
        self.nodes[operand.index()].data
    }

    fn partial(&mut self, operand: NodeId, partial: f64) {
        (self.visit)(operand, partial);
    }
}

struct Passing<'a, V> {
    nodes: &'a [Node],
    adjoint: f64,
    visit: V,
}

impl<V: FnMut(NodeId, f64, f64)> Target for Passing<'_, V> {
    fn data(&self, operand: NodeId) -> f64 {
        self.nodes[operand.index()].data
    }

    fn partial(&mut self, operand: NodeId, partial: f64) {
        (self.visit)(operand, partial, times(partial, self.adjoint));
    }

    fn overflown(&mut self, operand: NodeId, numerator: f64, denominator: f64) {
        let part = quotient_times(numerator, denominator, self.adjoint);
        (self.visit)(operand, numerator / denominator, part);
    }
}

/// Who asks for the partials of a node.
pub(in crate::tape) trait Target {
    fn data(&self, operand: NodeId) -> f64;
    fn partial(&mut self, operand: NodeId, partial: f64);

    /// A partial that is an infinite quotient.
    fn overflown(&mut self, operand: NodeId, numerator: f64, denominator: f64) {
        self.partial(operand, numerator / denominator);
    }
}

pub(in crate::tape) struct Partials<T> {
    pub(in crate::tape) node: Node,
    pub(in crate::tape) target: T,
}

impl<T: Target> Partials<T> {
    #[inline(always)]
    fn left<R: BinaryRow>(&mut self, operand: NodeId, [a, b, y]: [f64; 3]) {
        let partial = R::left_partial(a, b, y);
        if is_overflown::<R>(partial) {
            self.target.overflown(operand, 1.0, b);
        } else {
            self.target.partial(operand, partial);
        }
    }

    #[inline(always)]
    fn right<R: BinaryRow>(&mut self, operand: NodeId, [a, b, y]: [f64; 3]) {
        let partial = R::right_partial(a, b, y);
        if is_overflown::<R>(partial) {
            self.target.overflown(operand, -y, b);
        } else {
            self.target.partial(operand, partial);
        }
    }
}

impl<T: Target> RowVisitor for Partials<T> {
    #[inline(always)]
    fn unary<R: UnaryRow>(mut self) {
        self.target.partial(self.node.first(), self.node.number());
    }

    #[inline(always)]
    fn parametric<R: ParametricRow>(mut self) {
        let x = self.node.first();
        let slope = R::slope(self.target.data(x), self.node.number(), self.node.data);
        self.target.partial(x, slope);
    }

    #[inline(always)]
    fn binary<R: BinaryRow>(mut self) {
        let (a, b) = (self.node.first(), self.node.second());
        let (left, right, y) = (self.target.data(a), self.target.data(b), self.node.data);
        self.left::<R>(a, [left, right, y]);
        self.right::<R>(b, [left, right, y]);
    }

    #[inline(always)]
    fn binary_with_number<R: BinaryRow>(mut self) {
        let a = self.node.first();
        let numbers = [self.target.data(a), self.node.number(), self.node.data];
        self.left::<R>(a, numbers);
    }

    #[inline(always)]
    fn binary_of_number<R: BinaryRow>(mut self) {
        let b = self.node.first();
        let numbers = [self.node.number(), self.target.data(b), self.node.data];
        self.right::<R>(b, numbers);
    }

    #[inline(always)]
    fn ternary<R: TernaryRow>(mut self) {
        let operands = [self.node.first(), self.node.second(), self.node.third()];
        let [a, b, c] = operands.map(|operand| self.target.data(operand));
        for (operand, partial) in operands.into_iter().zip(R::partials(a, b, c)) {
            self.target.partial(operand, partial);
        }
    }
}
