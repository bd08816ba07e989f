//! The reverse sweep that writes down what it computes.

use super::list::{Derivative, List};
use super::term::Term;
use crate::elementary::{ElementaryGraph, Sweep};

/// The adjoint of each input of the graph: ∂root/∂input.
pub(super) fn adjoints(graph: &ElementaryGraph, list: &List) -> Vec<Derivative> {
    let depends = graph.depends_on_inputs();
    let mut adjoints = vec![Term::Number(0.0); graph.nodes.len()];
    for &root in &graph.roots {
        adjoints[root] = Term::Number(1.0);
    }
    for (place, node) in graph.nodes.iter().enumerate().rev() {
        let adjoint = adjoints[place];
        if depends[place] && !adjoint.is_plain_0() {
            let mut passing_on = PassingOn {
                graph,
                list,
                depends: &depends,
                adjoints: &mut adjoints,
                adjoint,
            };
            node.partials(place, &mut passing_on);
        }
    }
    let of_input = |input: &Option<usize>| match *input {
        Some(place) => adjoints[place].derivative(),
        None => Derivative::Number(0.0),
    };
    graph.inputs.iter().map(of_input).collect()
}

/// One operation's adjoint, to be passed on to its operands.
struct PassingOn<'s, 'a> {
    graph: &'s ElementaryGraph,
    list: &'a List,
    depends: &'s [bool],
    adjoints: &'s mut [Term<'a>],
    adjoint: Term<'a>,
}

impl<'a> Sweep for PassingOn<'_, 'a> {
    type N = Term<'a>;

    fn number(&self, place: usize) -> Term<'a> {
        Term::of(self.graph, self.list, place)
    }

    /// The recorded slope has no derivatives.
    fn recorded_slope(&self, _: f64) -> Option<Term<'a>> {
        None
    }

    fn wants(&self, operand: usize) -> bool {
        self.depends[operand]
    }

    fn visit(&mut self, operand: usize, partial: Term<'a>) {
        if let Some(part) = partial.times(self.adjoint) {
            self.adjoints[operand] = self.adjoints[operand] + part;
        }
    }

    fn visit_overflown(&mut self, operand: usize, numerator: Term<'a>, denominator: Term<'a>) {
        if let Some(part) = numerator.quotient_times(denominator, self.adjoint) {
            self.adjoints[operand] = self.adjoints[operand] + part;
        }
    }
}
