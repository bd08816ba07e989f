//! Reverse sweeps for N roots at once.

use crate::dual::along;
use crate::elementary::{ElementaryGraph, Sweep};

/// Sweeps over a graph, to be run for any seeds.
pub(super) struct ReverseLanes<'g, const N: usize> {
    graph: &'g ElementaryGraph,
    depends: Vec<bool>,
    adjoints: Vec<[f64; N]>,
}

impl<'g, const N: usize> ReverseLanes<'g, N> {
    pub(super) fn new(graph: &'g ElementaryGraph) -> Self {
        ReverseLanes {
            graph,
            depends: graph.depends_on_inputs(),
            adjoints: vec![[0.0; N]; graph.nodes.len()],
        }
    }

    /// Sweeps from the given seeds of the roots.
    pub(super) fn run(&mut self, seeds: impl Iterator<Item = [f64; N]>) {
        self.adjoints.fill([0.0; N]);
        for (&root, seed) in self.graph.roots.iter().zip(seeds) {
            add(&mut self.adjoints[root], seed);
        }
        for (place, node) in self.graph.nodes.iter().enumerate().rev() {
            let adjoint = self.adjoints[place];
            // By convention an adjoint of 0 passes nothing on, even through an infinite partial.
            if self.depends[place] && adjoint != [0.0; N] {
                let mut passing_on = PassingOn {
                    graph: self.graph,
                    depends: &self.depends,
                    adjoints: &mut self.adjoints,
                    adjoint,
                };
                node.partials(place, &mut passing_on);
            }
        }
    }

    /// ∂root/∂xᵢ in each lane.
    pub(super) fn adjoint(&self, input: usize) -> [f64; N] {
        match self.graph.inputs[input] {
            Some(place) => self.adjoints[place],
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
}

impl<const N: usize> Sweep for PassingOn<'_, N> {
    type N = f64;

    #[inline(always)]
    fn number(&self, place: usize) -> f64 {
        self.graph.nodes[place].data
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
        add(&mut self.adjoints[operand], along(partial, &self.adjoint));
    }
}
