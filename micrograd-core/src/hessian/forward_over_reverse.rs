//! The derivative of a reverse sweep along N directions: adjoints that carry tangents.

use crate::dual::{Dual, along};
use crate::elementary::ElementaryGraph;
use crate::operations::{PartialsVisitor, counts_as_0, quotient_times};

/// Two passes over a graph, to be run for any number of directions.
pub(super) struct ForwardOverReverse<'g, const N: usize> {
    graph: &'g ElementaryGraph,
    depends: Vec<bool>,
    /// Every node with its tangents.
    numbers: Vec<Dual<N>>,
    /// Every node's adjoint with its tangents.
    adjoints: Vec<Dual<N>>,
    /// The origins that bring in a curvature, from the root downwards.
    origins: Vec<Origin>,
}

/// An operation with f′ = 0, and f″ there.
struct Origin {
    index: usize,
    curvature: f64,
}

impl<'g, const N: usize> ForwardOverReverse<'g, N> {
    pub(super) fn new(graph: &'g ElementaryGraph) -> Self {
        let mut passes = ForwardOverReverse {
            graph,
            depends: graph.depends_on_inputs(),
            numbers: graph.nodes.iter().map(|node| node.data.into()).collect(),
            adjoints: vec![Dual::default(); graph.nodes.len()],
            origins: Vec::new(),
        };
        passes.find_origins();
        passes
    }

    /// Finds the curvatures at origins, from the root downwards: one may be an operand of another.
    fn find_origins(&mut self) {
        let nodes = self.graph.nodes.iter().enumerate().rev();
        let mut indices: Vec<usize> = nodes
            .filter(|&(index, node)| self.depends[index] && node.is_origin())
            .map(|(index, _)| index)
            .collect();
        if !indices.is_empty() {
            self.downwards();
            indices.retain(|&index| self.adjoints[index] == 0.0);
        }
        for index in indices {
            let seed = Dual::new(0.0, [1.0; N]);
            self.upwards(index + 1, |numbers| numbers[index] = seed);
            self.downwards();
            let curvature = self.adjoints[index].tangents()[0];
            self.origins.push(Origin { index, curvature });
        }
    }

    /// Differentiates along the given tangents of each input.
    pub(super) fn run(&mut self, tangents: impl Fn(usize) -> [f64; N]) {
        let inputs = &self.graph.inputs;
        self.upwards(0, |numbers| {
            for (input, index) in inputs.iter().enumerate() {
                if let Some(index) = *index {
                    numbers[index] = Dual::new(numbers[index].data(), tangents(input));
                }
            }
        });
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
            Some(index) => self.adjoints[index],
            None => Dual::default(),
        }
    }

    /// Carries the tangents up that `seed` sets, from the index `first`.
    fn upwards(&mut self, first: usize, seed: impl FnOnce(&mut [Dual<N>])) {
        seed(&mut self.numbers);
        for (index, node) in self.graph.nodes.iter().enumerate().skip(first) {
            if self.depends[index] && !node.operands().is_empty() {
                let mut tangent = Tangent {
                    numbers: &self.numbers,
                    depends: &self.depends,
                    sum: [0.0; N],
                };
                node.partials(index, &mut tangent);
                let sum = tangent.sum;
                self.numbers[index] = Dual::new(node.data, sum);
            }
        }
    }

    fn downwards(&mut self) {
        self.adjoints.fill(Dual::default());
        for &root in &self.graph.roots {
            self.adjoints[root] = Dual::constant(1.0);
        }
        let mut origins = self.origins.iter().peekable();
        for (index, node) in self.graph.nodes.iter().enumerate().rev() {
            let adjoint = self.adjoints[index];
            // An adjoint of 0 may have a derivative that is another number.
            let is_zero = adjoint.data() == 0.0 && adjoint.tangents() == [0.0; N];
            if self.depends[index] && !is_zero {
                let mut passing_on = PassingOn {
                    numbers: &self.numbers,
                    depends: &self.depends,
                    adjoints: &mut self.adjoints,
                    adjoint,
                };
                node.partials(index, &mut passing_on);
            }
            if let Some(origin) = origins.next_if(|origin| origin.index == index) {
                for operand in node.operands().iter().map(|&operand| operand as usize) {
                    let tangents = along(origin.curvature, &self.numbers[operand].tangents());
                    self.adjoints[operand] += Dual::new(0.0, tangents);
                }
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

impl<const N: usize> PartialsVisitor for Tangent<'_, N> {
    type N = f64;
    type Index = usize;

    #[inline(always)]
    fn number(&self, index: usize) -> f64 {
        self.numbers[index].data()
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

impl<const N: usize> PartialsVisitor for PassingOn<'_, N> {
    type N = Dual<N>;
    type Index = usize;

    #[inline(always)]
    fn number(&self, index: usize) -> Dual<N> {
        self.numbers[index]
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
