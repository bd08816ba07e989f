//! Reverse sweeps for N roots at once.

use crate::dual::along;
use crate::elementary::ElementaryGraph;
use crate::operations::{Code, PartialsVisitor, quotient_times};
use std::ops::Range;

/// Sweeps over a graph, to be run for any seeds.
pub(super) struct ReverseLanes<'g, const N: usize> {
    graph: &'g ElementaryGraph,
    depends: Vec<bool>,
    /// All 0 before a sweep, but for what the last one has touched.
    adjoints: Vec<[f64; N]>,
    /// The operations between which the last sweep has left adjoints.
    touched: Range<usize>,
}

impl<'g, const N: usize> ReverseLanes<'g, N> {
    pub(super) fn new(graph: &'g ElementaryGraph) -> Self {
        ReverseLanes {
            graph,
            depends: graph.depends_on_inputs(),
            adjoints: vec![[0.0; N]; graph.nodes.len()],
            touched: 0..0,
        }
    }

    /// Sweeps from the given roots and seeds, down to the lowest operation that they reach.
    pub(super) fn run(&mut self, seeds: impl Iterator<Item = (usize, [f64; N])>) {
        self.reset();
        let (mut low, mut end) = (self.adjoints.len(), 0);
        for (root, seed) in seeds {
            let index = self.graph.roots[root];
            add(&mut self.adjoints[index], seed);
            (low, end) = (low.min(index), end.max(index + 1));
        }
        let mut index = end;
        while index > low {
            index -= 1;
            let adjoint = self.adjoints[index];
            if self.depends[index] && adjoint != [0.0; N] {
                let mut passing_on = PassingOn {
                    graph: self.graph,
                    depends: &self.depends,
                    adjoints: &mut self.adjoints,
                    adjoint,
                    low,
                };
                self.graph.nodes[index].partials(index, &mut passing_on);
                low = passing_on.low;
            }
        }
        self.touched = low.min(end)..end;
    }

    fn reset(&mut self) {
        self.adjoints[self.touched.clone()].fill([0.0; N]);
        for &input in self.graph.inputs.iter().flatten() {
            self.adjoints[input] = [0.0; N];
        }
    }

    /// ∂root/∂xᵢ in each lane.
    pub(super) fn adjoint(&self, input: usize) -> [f64; N] {
        match self.graph.inputs[input] {
            Some(index) => self.adjoints[index],
            None => [0.0; N],
        }
    }
}

fn add<const N: usize>(sums: &mut [f64; N], terms: [f64; N]) {
    for (sum, term) in sums.iter_mut().zip(terms) {
        *sum += term;
    }
}

/// One operation's adjoints, to be passed on to its operands.
struct PassingOn<'a, const N: usize> {
    graph: &'a ElementaryGraph,
    depends: &'a [bool],
    adjoints: &'a mut [[f64; N]],
    adjoint: [f64; N],
    /// The lowest operation that was reached; leaves lie where they like.
    low: usize,
}

impl<const N: usize> PassingOn<'_, N> {
    #[inline(always)]
    fn add(&mut self, operand: usize, adjoint: [f64; N]) {
        if self.graph.nodes[operand].code != Code::Leaf {
            self.low = self.low.min(operand);
        }
        add(&mut self.adjoints[operand], adjoint);
    }
}

impl<const N: usize> PartialsVisitor for PassingOn<'_, N> {
    type N = f64;
    type Index = usize;

    #[inline(always)]
    fn number(&self, index: usize) -> f64 {
        self.graph.nodes[index].data
    }

    #[inline(always)]
    fn recorded_slope(&self, slope: f64) -> Option<f64> {
        Some(slope)
    }

    #[inline(always)]
    fn wants(&self, operand: usize) -> bool {
        self.depends[operand]
    }

    #[inline(always)]
    fn visit(&mut self, operand: usize, partial: f64) {
        self.add(operand, along(partial, &self.adjoint));
    }

    fn visit_overflown(&mut self, operand: usize, numerator: f64, denominator: f64) {
        let part = |adjoint| quotient_times(numerator, denominator, adjoint);
        self.add(operand, self.adjoint.map(part));
    }
}
