//! A sweep over a list of operations, by the rule 0·∞ = 0.

use super::partials::PartialsVisitor;
use super::{Elementary, Known, Signature, StepList, quotient_times, times};

/// Passes the adjoints of all operations on to their operands, from the last one down.
pub(crate) fn sweep_by_rule(nodes: &[Elementary], adjoints: &mut [f64]) {
    for (index, node) in nodes.iter().enumerate().rev() {
        let adjoint = adjoints[index];
        node.partials(
            index,
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
pub(crate) fn partials_by_rule(list: StepList, signature: Signature, x: &[f64]) -> Vec<f64> {
    let known = (0..).zip(x).map(|(index, &data)| {
        if signature.is_node(index as usize) {
            Known::Index(index, data)
        } else if signature.is_whole(index as usize) {
            Known::Whole(data)
        } else {
            Known::Number(data)
        }
    });
    let known: Vec<Known> = known.collect();
    let mut nodes: Vec<Elementary> = x.iter().map(|&x| Elementary::leaf(x)).collect();
    let push = &mut |node, _| nodes.push(node);
    let result = list.expand(&known, signature, x.len() as u32, push);
    let mut adjoints = vec![0.0; nodes.len()];
    if let Known::Index(index, _) = result {
        adjoints[index as usize] = 1.0;
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
    type Index = usize;

    fn number(&self, index: usize) -> f64 {
        self.nodes[index].data
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
