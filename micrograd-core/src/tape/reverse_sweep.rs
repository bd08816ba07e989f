//! The reverse sweep: from ∂root/∂root = 1 down to the leaves, once over every node.

use super::by_rule::whole_statement;
use super::chain::Chain;
use super::link::{Link, LinkLayout};
use super::node::Node;
use super::node_id::NodeId;
use super::payload::Layout;
use super::recording::NodesOfStatement;
use super::statement::Statements;
use super::unchecked::{Cells, Reached};
use super::{EditedLeaf, Tape};
use crate::operations::{
    BinaryRow, ParametricRow, RowVisitor, TernaryRow, UnaryRow, is_overflown, is_regular,
    quotient_times, times,
};

impl Tape {
    /// Adds ∂root/∂leaf to what each leaf has accumulated, and leaves in every operation that the
    /// root reaches its adjoint.
    pub(crate) fn backward(&mut self, root: NodeId) -> Result<(), EditedLeaf> {
        if root.is_leaf() {
            self.nodes.node_mut(root).grad += 1.0;
            return Ok(());
        }
        let top = root.index();
        self.begin_sweep(root)?;
        self.nodes.at_mut(top).grad = 1.0;
        let low = if self.lowest_swept > top {
            sweep(&mut self.nodes, &self.statements, root)
        } else {
            self.sweep_again(root)
        };
        self.lowest_swept = self.lowest_swept.min(low.index());
        if self.watch.is_some() {
            self.watch_backward(root);
        }
        Ok(())
    }

    pub(super) fn begin_sweep(&mut self, root: NodeId) -> Result<(), EditedLeaf> {
        self.check_for_edits(&[root])?;
        self.statements.update();
        Ok(())
    }

    /// Sweeps where earlier sweeps have left adjoints: each operation is set to 0 when it is first
    /// reached, and what the root cannot reach keeps what it has.
    fn sweep_again(&mut self, root: NodeId) -> NodeId {
        let Tape {
            nodes,
            statements,
            calls,
            marks: reached,
            ..
        } = self;
        let mut low = root;
        reached.insert(root.index());
        while let Some(index) = reached.last_below(low.index() + 1) {
            low = NodeId::new(index);
            super::each_operand(nodes, statements, calls, index, |nodes, operand| {
                if !operand.is_leaf() && reached.insert(operand.index()) {
                    nodes.operation_mut(operand).grad = 0.0;
                }
            });
            reached.remove(index);
            Sweep::new(nodes, low).pass_on(statements, low);
        }
        low
    }
}

/// Sweeps operations that no earlier sweep has touched: their adjoints are 0. Returns the lowest
/// operation that it reached; what lies below is none of the root's business.
fn sweep(nodes: &mut Cells, statements: &Statements, top: NodeId) -> NodeId {
    let mut sweep = Sweep::new(nodes, top);
    let mut id = top;
    loop {
        let next = sweep.pass_on(statements, id);
        if id <= sweep.low {
            return id;
        }
        id = next;
    }
}

/// The same from an operation down to the place `stop`, if something was passed on to there or below. Returns the lowest
/// operation that it reached, and where it stopped.
pub(super) fn sweep_down_to(
    nodes: &mut Cells,
    statements: &Statements,
    (top, low): (NodeId, NodeId),
    stop: Option<usize>,
) -> (NodeId, Option<NodeId>) {
    let nodes = nodes.reach();
    let mut sweep = Sweep { nodes, low };
    let mut id = top;
    loop {
        let next = sweep.pass_on(statements, id);
        if id <= sweep.low {
            return (sweep.low, None);
        }
        if Some(next.index()) == stop {
            return (sweep.low, Some(next));
        }
        id = next;
    }
}

/// One operation. Returns the lowest operation that something was passed on to.
pub(super) fn sweep_one(
    nodes: &mut Cells,
    statements: &Statements,
    (id, low): (NodeId, NodeId),
) -> NodeId {
    let nodes = nodes.reach();
    let mut sweep = Sweep { nodes, low };
    sweep.pass_on(statements, id);
    sweep.low
}

/// The adjoints on their way down.
pub struct Sweep<'a> {
    nodes: Reached<'a>,
    /// The lowest operation that something was passed on to.
    low: NodeId,
}

/// How far a sweep has come.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Swept {
    /// The lowest operation that something was passed on to.
    low: NodeId,
    /// The node to look at next.
    next: NodeId,
}

impl<'a> Sweep<'a> {
    #[inline(always)]
    fn new(nodes: &'a mut Cells, top: NodeId) -> Self {
        Sweep {
            nodes: nodes.reach(),
            low: top,
        }
    }

    #[inline(always)]
    pub(crate) fn adjoint_of_operation(&self, id: NodeId) -> f64 {
        self.nodes.operation(id).grad
    }

    #[inline(always)]
    pub(crate) fn adjoint(&self, id: NodeId) -> f64 {
        self.nodes.node(id).grad
    }

    /// After all of an operation of so many nodes.
    #[inline(always)]
    pub(crate) fn past(self, result: NodeId, nodes: usize) -> Swept {
        Swept {
            low: self.low,
            next: result.past(nodes),
        }
    }

    #[inline(always)]
    pub(crate) fn add(&mut self, operand: NodeId, adjoint: f64) {
        self.low = self.low.min(operand);
        self.nodes.node_mut(operand).grad += adjoint;
    }

    /// Something has been passed on to here.
    #[inline(always)]
    pub(super) fn reaches(&mut self, operand: NodeId) {
        self.low = self.low.min(operand);
    }

    /// Sets the adjoint of an operand.
    #[inline(always)]
    pub(crate) fn set_adjoint(&mut self, operand: NodeId, adjoint: f64) {
        self.low = self.low.min(operand);
        self.nodes.node_mut(operand).grad = adjoint;
    }

    /// All nodes of the tape.
    #[inline(always)]
    pub(super) fn nodes(&mut self) -> Reached<'_> {
        self.nodes.again()
    }

    #[inline(always)]
    pub(crate) fn statement(&mut self, layout: Layout, result: NodeId) -> NodesOfStatement<'_> {
        NodesOfStatement::new(self.nodes.again(), layout, result)
    }

    #[inline(always)]
    pub(crate) fn chain(&mut self, layout: LinkLayout, result: NodeId) -> Chain<'_> {
        Chain::new(self.nodes.again(), layout, result)
    }

    /// A run of a chain, among those in one extension.
    #[inline(always)]
    pub(crate) fn link(&mut self, layout: LinkLayout, node: NodeId, run: usize) -> Link<'_> {
        Link::new(self.nodes.again(), node, run, layout)
    }

    /// Passes the adjoint of a node on to its operands; tells which node comes next.
    #[inline(always)]
    fn pass_on(&mut self, statements: &Statements, id: NodeId) -> NodeId {
        let node = self.nodes.operation(id);
        let adjoint = node.grad;
        if !is_regular(adjoint) {
            // One bit tells 0 from what is infinite or NaN.
            return if adjoint.to_bits() & (1 << 62) == 0 {
                id.past(1)
            } else {
                self.go_on(|sweep| pass_on_by_rule(sweep, statements, id))
            };
        }
        if node.is_statement() {
            let reverse = statements.reverse(node.statement_id());
            return self.go_on(|sweep| reverse(sweep, id));
        }
        node.code().visit(Partials {
            node: *node,
            target: PassOn {
                sweep: self,
                adjoint,
            },
        });
        id.past(1)
    }

    /// Lets a function do a step, to which the sweep is lent in registers.
    #[inline(always)]
    pub(crate) fn go_on(&mut self, step: impl FnOnce(Sweep<'_>) -> Swept) -> NodeId {
        let Swept { low, next } = step(Sweep {
            nodes: self.nodes.again(),
            low: self.low,
        });
        self.low = low;
        next
    }
}

/// Passes on an adjoint that is infinite or NaN, of which a partial of 0 passes nothing.
#[cold]
#[inline(never)]
fn pass_on_by_rule(mut sweep: Sweep<'_>, statements: &Statements, id: NodeId) -> Swept {
    let node = *sweep.nodes.operation(id);
    if node.is_statement() {
        return whole_statement(sweep, statements.get(node.statement_id()), id);
    }
    node.code().visit(Partials {
        node,
        target: PassOnByRule(PassOn {
            sweep: &mut sweep,
            adjoint: node.grad,
        }),
    });
    sweep.past(id, 1)
}

/// What a sweep does with the partials of a node.
struct PassOn<'a, 'b> {
    sweep: &'a mut Sweep<'b>,
    adjoint: f64,
}

impl Target for PassOn<'_, '_> {
    #[inline(always)]
    fn data(&self, operand: NodeId) -> f64 {
        self.sweep.nodes.node(operand).data
    }

    #[inline(always)]
    fn partial(&mut self, operand: NodeId, partial: f64) {
        self.sweep.add(operand, partial * self.adjoint);
    }

    fn overflown(&mut self, operand: NodeId, numerator: f64, denominator: f64) {
        let part = quotient_times(numerator, denominator, self.adjoint);
        self.sweep.add(operand, part);
    }
}

/// The same for adjoints that are not regular.
struct PassOnByRule<'a, 'b>(PassOn<'a, 'b>);

impl Target for PassOnByRule<'_, '_> {
    fn data(&self, operand: NodeId) -> f64 {
        self.0.data(operand)
    }

    fn partial(&mut self, operand: NodeId, partial: f64) {
        self.0.sweep.add(operand, times(partial, self.0.adjoint));
    }
}

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
trait Target {
    fn data(&self, operand: NodeId) -> f64;
    fn partial(&mut self, operand: NodeId, partial: f64);

    /// A partial that is an infinite quotient.
    fn overflown(&mut self, operand: NodeId, numerator: f64, denominator: f64) {
        self.partial(operand, numerator / denominator);
    }
}

struct Partials<T> {
    node: Node,
    target: T,
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
