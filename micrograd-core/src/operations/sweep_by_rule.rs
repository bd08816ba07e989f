//! A sweep over a list of operations, by the rule 0·∞ = 0.

use super::partials::PartialsVisitor;
use super::{Elementary, Kinds, Known, StepList, quotient_times, times};

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

/// ∂result/∂operand for each operand, by the rule.
#[allow(clippy::cast_possible_truncation)] // There are few operands.
pub(crate) fn partials_by_rule(list: StepList, kinds: Kinds, x: &[f64]) -> Vec<f64> {
    let known = (0..).zip(x).map(|(place, &data)| {
        if kinds.is_node(place as usize) {
            Known::Place(place, data)
        } else if kinds.is_whole(place as usize) {
            Known::Whole(data)
        } else {
            Known::Number(data)
        }
    });
    let known: Vec<Known> = known.collect();
    let mut nodes: Vec<Elementary> = x.iter().map(|&x| Elementary::leaf(x)).collect();
    let push = &mut |node, _| nodes.push(node);
    let result = list.expand(&known, kinds, x.len() as u32, push);
    let mut adjoints = vec![0.0; nodes.len()];
    if let Known::Place(place, _) = result {
        adjoints[place as usize] = 1.0;
        sweep_by_rule(&nodes, &mut adjoints);
    }
    adjoints
}

/// One operation's adjoint, to be passed on to its operands.
struct PassingOn<'a> {
    nodes: &'a [Elementary],
    adjoints: &'a mut [f64],
    adjoint: f64,
}

impl PartialsVisitor for PassingOn<'_> {
    type N = f64;
    type Place = usize;

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
