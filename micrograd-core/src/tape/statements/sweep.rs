//! The reverse sweep: from ∂root/∂root = 1 down to the leaves, once over every node.

use crate::operations::{is_regular, quotient_times, times};
use crate::tape::memory::node_id::NodeId;
use crate::tape::memory::partials::{Partials, Target};
use crate::tape::memory::unchecked::cells::Cells;
use crate::tape::statements::adjoints::{Sweep, Swept};
use crate::tape::statements::by_rule::whole_statement;
use crate::tape::statements::registry::Statements;

/// Sweeps operations that no earlier sweep has touched: their adjoints are 0. Returns the lowest
/// operation that it reached; what lies below is none of the root's business.
pub(in crate::tape) fn sweep(nodes: &mut Cells, statements: &Statements, top: NodeId) -> NodeId {
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
pub(in crate::tape) fn sweep_down_to(
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
pub(in crate::tape) fn sweep_one(
    nodes: &mut Cells,
    statements: &Statements,
    (id, low): (NodeId, NodeId),
) -> NodeId {
    let nodes = nodes.reach();
    let mut sweep = Sweep { nodes, low };
    sweep.pass_on(statements, id);
    sweep.low
}

impl Sweep<'_> {
    /// Passes the adjoint of a node on to its operands; tells which node comes next.
    #[inline(always)]
    pub(in crate::tape) fn pass_on(&mut self, statements: &Statements, id: NodeId) -> NodeId {
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
            return self.go_on(|sweep| reverse(sweep, statements, id));
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
