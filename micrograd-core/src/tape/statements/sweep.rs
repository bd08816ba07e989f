//! The loop of a reverse sweep: each node passes its adjoint on to its operands.

use super::adjoints::{Sweep, Swept};
use super::by_rule::whole_statement;
use super::statement::KnownStatements;
use crate::operations::{Partials, PartialsVisitor, is_regular, quotient_times, times};
use crate::tape::memory::{Cells, NodeId, TapeNode};

/// Sweeps operations that no earlier sweep has touched: their adjoints are 0. Returns the lowest
/// operation that it reached; what lies below is none of the root's business.
pub(in crate::tape) fn sweep(
    nodes: &mut Cells,
    statements: &KnownStatements,
    top: NodeId,
) -> NodeId {
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

/// The same from an operation down to the index `stop`, if something was passed on to there or below. Returns the lowest
/// operation that it reached, and where it stopped.
pub(in crate::tape) fn sweep_down_to(
    nodes: &mut Cells,
    statements: &KnownStatements,
    (top, low): (NodeId, NodeId),
    stop: Option<usize>,
) -> (NodeId, Option<NodeId>) {
    let nodes = nodes.reach();
    let mut sweep = Sweep { nodes, low };
    let mut id = top;
    loop {
        let next = sweep.go_on(|sweep| pass_on(sweep, statements, id));
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
    statements: &KnownStatements,
    (id, low): (NodeId, NodeId),
) -> NodeId {
    let nodes = nodes.reach();
    let mut sweep = Sweep { nodes, low };
    sweep.go_on(|sweep| pass_on(sweep, statements, id));
    sweep.low
}

/// [`Sweep::pass_on`], compiled once for those who do more than that with each operation.
#[inline(never)]
fn pass_on(mut sweep: Sweep<'_>, statements: &KnownStatements, id: NodeId) -> Swept {
    let next = sweep.pass_on(statements, id);
    sweep.before(next)
}

impl Sweep<'_> {
    /// Passes the adjoint of a node on to its operands; tells which node comes next.
    #[inline(always)]
    fn pass_on(&mut self, statements: &KnownStatements, id: NodeId) -> NodeId {
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
        let node = *node;
        visit(
            id,
            &node,
            &mut PassOn {
                sweep: self,
                adjoint,
            },
        );
        id.past(1)
    }
}

/// The partials of a node of a single operation.
#[inline(always)]
fn visit(id: NodeId, node: &TapeNode, visitor: &mut impl PartialsVisitor<N = f64, Index = NodeId>) {
    node.code().visit(Partials {
        operands: [node.first(), node.second(), node.third()],
        number: node.number(),
        index: id,
        visitor,
    });
}

/// Passes on an adjoint that is infinite or NaN, of which a partial of 0 passes nothing.
#[cold]
#[inline(never)]
fn pass_on_by_rule(mut sweep: Sweep<'_>, statements: &KnownStatements, id: NodeId) -> Swept {
    let node = *sweep.nodes.operation(id);
    if node.is_statement() {
        return whole_statement(sweep, statements.get(node.statement_id()), id);
    }
    visit(
        id,
        &node,
        &mut PassOnByRule(PassOn {
            sweep: &mut sweep,
            adjoint: node.grad,
        }),
    );
    sweep.past(id, 1)
}

/// What a sweep does with the partials of a node.
struct PassOn<'a, 'b> {
    sweep: &'a mut Sweep<'b>,
    adjoint: f64,
}

impl PartialsVisitor for PassOn<'_, '_> {
    type N = f64;
    type Index = NodeId;

    #[inline(always)]
    fn number(&self, index: NodeId) -> f64 {
        self.sweep.nodes.node(index).data
    }

    #[inline(always)]
    fn recorded_slope(&self, slope: f64) -> Option<f64> {
        Some(slope)
    }

    #[inline(always)]
    fn wants(&self, _: NodeId) -> bool {
        true
    }

    #[inline(always)]
    fn visit(&mut self, operand: NodeId, partial: f64) {
        self.sweep.add(operand, partial * self.adjoint);
    }

    fn visit_overflown(&mut self, operand: NodeId, numerator: f64, denominator: f64) {
        let part = quotient_times(numerator, denominator, self.adjoint);
        self.sweep.add(operand, part);
    }
}

/// The same for adjoints that are not regular.
struct PassOnByRule<'a, 'b>(PassOn<'a, 'b>);

impl PartialsVisitor for PassOnByRule<'_, '_> {
    type N = f64;
    type Index = NodeId;

    fn number(&self, index: NodeId) -> f64 {
        self.0.number(index)
    }

    fn recorded_slope(&self, slope: f64) -> Option<f64> {
        Some(slope)
    }

    fn wants(&self, _: NodeId) -> bool {
        true
    }

    fn visit(&mut self, operand: NodeId, partial: f64) {
        self.0.sweep.add(operand, times(partial, self.0.adjoint));
    }
}
