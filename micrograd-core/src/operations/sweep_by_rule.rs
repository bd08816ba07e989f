//! A sweep over a list of operations, by the rule 0·∞ = 0.

use super::partials::Sweep;
use super::{Elementary, quotient_times, times};

/// Passes the adjoints of all operations on to their operands, from the last one down.
pub(crate) fn sweep_by_rule(nodes: &[Elementary], adjoints: &mut [f64]) {
    for (place, node) in nodes.iter().enumerate().rev() {
        let adjoint = adjoints[place];
        node.partials(
            place,
            &mut PassingOn {
                nodes,
                adjoints,
                adjoint,
            },
        );
    }
}

/// One operation's adjoint, to be passed on to its operands.
struct PassingOn<'a> {
    nodes: &'a [Elementary],
    adjoints: &'a mut [f64],
    adjoint: f64,
}

impl Sweep for PassingOn<'_> {
    type N = f64;

    fn number(&self, place: usize) -> f64 {
        self.nodes[place].data
    }

    fn recorded_slope(&self, _: f64) -> Option<f64> {
        None
    }

    fn wants(&self, _: usize) -> bool {
        true
    }

    fn visit(&mut self, operand: usize, partial: f64) {
        self.adjoints[operand] += times(partial, self.adjoint);
    }

    fn visit_overflown(&mut self, operand: usize, numerator: f64, denominator: f64) {
        self.adjoints[operand] += quotient_times(numerator, denominator, self.adjoint);
    }
}
