//! The derivative of a reverse sweep along N directions: adjoints that carry tangents.

use crate::dual::{Dual, along};
use crate::elementary::{ElementaryGraph, Sweep};
use crate::operations::{counts_as_0, quotient_times};

/// Two passes over a graph, to be run for any number of directions.
pub(super) struct ForwardOverReverse<'g, const N: usize> {
    graph: &'g ElementaryGraph,
    depends: Vec<bool>,
    /// Every node with its tangents.
    numbers: Vec<Dual<N>>,
    /// Every node's adjoint with its tangents.
    adjoints: Vec<Dual<N>>,
}

impl<'g, const N: usize> ForwardOverReverse<'g, N> {
    pub(super) fn new(graph: &'g ElementaryGraph) -> Self {
        ForwardOverReverse {
            graph,
            depends: graph.depends_on_inputs(),
            numbers: graph.nodes.iter().map(|node| node.data.into()).collect(),
            adjoints: vec![Dual::default(); graph.nodes.len()],
        }
    }

    /// Differentiates along the given tangents of each input.
    pub(super) fn run(&mut self, tangents: impl Fn(usize) -> [f64; N]) {
        for (input, place) in self.graph.inputs.iter().enumerate() {
            if let Some(place) = *place {
                let data = self.graph.nodes[place].data;
                self.numbers[place] = Dual::new(data, tangents(input));
            }
        }
        self.upwards();
        self.downwards();
    }

    /// ∂f/∂xᵢ
    pub(super) fn gradient(&self, input: usize) -> f64 {
        self.adjoint(input).data()
    }

    /// (H·v)ᵢ for each direction v.
    pub(super) fn products(&self, input: usize) -> [f64; N] {
        self.adjoint(input).tangents()
    }

    fn adjoint(&self, input: usize) -> Dual<N> {
        match self.graph.inputs[input] {
            Some(place) => self.adjoints[place],
            None => Dual::default(),
        }
    }

    fn upwards(&mut self) {
        for (place, node) in self.graph.nodes.iter().enumerate() {
            if self.depends[place] && !node.operands().is_empty() {
                let mut tangent = Tangent {
                    numbers: &self.numbers,
                    depends: &self.depends,
                    sum: [0.0; N],
                };
                node.partials(place, &mut tangent);
                let sum = tangent.sum;
                self.numbers[place] = Dual::new(node.data, sum);
            }
        }
    }

    fn downwards(&mut self) {
        self.adjoints.fill(Dual::default());
        for &root in &self.graph.roots {
            self.adjoints[root] = Dual::constant(1.0);
        }
        for (place, node) in self.graph.nodes.iter().enumerate().rev() {
            let adjoint = self.adjoints[place];
            // An adjoint of 0 may have a derivative that is another number.
            let is_zero = adjoint.data() == 0.0 && adjoint.tangents() == [0.0; N];
            if self.depends[place] && !is_zero {
                let mut passing_on = PassingOn {
                    numbers: &self.numbers,
                    depends: &self.depends,
                    adjoints: &mut self.adjoints,
                    adjoint,
                };
                node.partials(place, &mut passing_on);
            }
        }
    }
}

/// The tangents of one operation.
struct Tangent<'a, const N: usize> {
    numbers: &'a [Dual<N>],
    depends: &'a [bool],
    sum: [f64; N],
}

impl<const N: usize> Sweep for Tangent<'_, N> {
    type N = f64;

    #[inline(always)]
    fn number(&self, place: usize) -> f64 {
        self.numbers[place].data()
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
        let tangents = along(partial, &self.numbers[operand].tangents());
        for (sum, tangent) in self.sum.iter_mut().zip(tangents) {
            *sum += tangent;
        }
    }

    fn visit_overflown(&mut self, operand: usize, numerator: f64, denominator: f64) {
        let tangents = self.numbers[operand].tangents();
        for (sum, tangent) in self.sum.iter_mut().zip(tangents) {
            *sum += quotient_times(numerator, denominator, tangent);
        }
    }
}

/// One operation's adjoint, to be passed on to its operands.
struct PassingOn<'a, const N: usize> {
    numbers: &'a [Dual<N>],
    depends: &'a [bool],
    adjoints: &'a mut [Dual<N>],
    adjoint: Dual<N>,
}

impl<const N: usize> Sweep for PassingOn<'_, N> {
    type N = Dual<N>;

    #[inline(always)]
    fn number(&self, place: usize) -> Dual<N> {
        self.numbers[place]
    }

    /// The recorded slope has no tangents.
    #[inline(always)]
    fn recorded_slope(&self, _: f64) -> Option<Dual<N>> {
        None
    }

    #[inline(always)]
    fn wants(&self, operand: usize) -> bool {
        self.depends[operand]
    }

    #[inline(always)]
    fn visit(&mut self, operand: usize, partial: Dual<N>) {
        if !counts_as_0(partial.data(), self.adjoint.data()) {
            self.adjoints[operand] += partial * self.adjoint;
        }
    }

    fn visit_overflown(&mut self, operand: usize, numerator: Dual<N>, denominator: Dual<N>) {
        if !counts_as_0(numerator.data() / denominator.data(), self.adjoint.data()) {
            self.adjoints[operand] += numerator * self.adjoint / denominator;
        }
    }
}
