//! The reverse sweep that writes down what it computes.

use super::list::{Derivative, List};
use super::term::{Term, partials};
use crate::elementary::ElementaryGraph;
use crate::operations::PartialsVisitor;

/// The adjoint of each input of the graph: ∂root/∂input.
pub(super) fn adjoints(graph: &ElementaryGraph, list: &List) -> Vec<Derivative> {
    let depends = graph.depends_on_inputs();
    let mut adjoints = vec![Term::Number(0.0); graph.nodes.len()];
    for &root in &graph.roots {
        adjoints[root] = Term::Number(1.0);
    }
    for (index, node) in graph.nodes.iter().enumerate().rev() {
        let adjoint = adjoints[index];
        if depends[index] && !adjoint.is_plain_0() {
            let mut passing_on = PassingOn {
                graph,
                list,
                depends: &depends,
                adjoints: &mut adjoints,
                adjoint,
            };
            partials(node, index, &mut passing_on);
            let passes_on = || node.operands().iter().any(|&x| depends[x as usize]);
            if node.is_origin() && adjoint.data() == 0.0 && passes_on() {
                let curvature = curvature(list, index, adjoint);
                for operand in node.operands().iter().map(|&operand| operand as usize) {
                    let part = curvature.times(Term::of(graph, list, operand));
                    if let Some(part) = part.filter(|_| depends[operand]) {
                        adjoints[operand] += part;
                    }
                }
            }
        }
    }
    let of_input = |input: &Option<usize>| match *input {
        Some(index) => adjoints[index].derivative(),
        None => Derivative::Number(0.0),
    };
    graph.inputs.iter().map(of_input).collect()
}

/// The derivative of the adjoint of an [origin](Elementary::is_origin) by the origin itself.
fn curvature<'a>(list: &'a List, index: usize, adjoint: Term<'a>) -> Term<'a> {
    match adjoint.derivative() {
        Derivative::Number(_) => Term::Number(0.0),
        Derivative::Index(root) => {
            let above = ElementaryGraph::of_list(list.nodes().clone(), root, index);
            Term::from_derivative(list, adjoints(&above, list).remove(0))
        }
    }
}

/// One operation's adjoint, to be passed on to its operands.
struct PassingOn<'s, 'a> {
    graph: &'s ElementaryGraph,
    list: &'a List,
    depends: &'s [bool],
    adjoints: &'s mut [Term<'a>],
    adjoint: Term<'a>,
}

impl<'a> PartialsVisitor for PassingOn<'_, 'a> {
    type N = Term<'a>;
    type Index = usize;

    fn number(&self, index: usize) -> Term<'a> {
        Term::of(self.graph, self.list, index)
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
            self.adjoints[operand] += part;
        }
    }

    fn visit_overflown(&mut self, operand: usize, numerator: Term<'a>, denominator: Term<'a>) {
        if let Some(part) = numerator.quotient_times(denominator, self.adjoint) {
            self.adjoints[operand] += part;
        }
    }
}
