//! Forward mode over a recorded graph, whose result is a value again.

use super::list::{Derivative, List};
use super::on_the_tape;
use super::term::{Term, partials};
use crate::elementary::ElementaryGraph;
use crate::operations::PartialsVisitor;
use crate::value::Value;
use std::panic::Location;

/// The derivative of y along a direction, Σᵢ vᵢ·∂y/∂xᵢ, as a value: it is recorded like any arithmetic,
/// so it can be used in further arithmetic and differentiated again, by this, by [`gradients`] or by
/// [`backward`](Value::backward).
///
/// It is computed in forward mode, in one pass over the operations that y was made of. That and `gradients`
/// are the two ways to nest a derivative in a function; [`Dual`](crate::Dual) is forward mode without a
/// record, for derivatives that are plain numbers. An input may be a leaf or the result of an operation.
/// Only what the result needs is recorded, by the [conventions](crate#conventions) that hold everywhere.
///
/// [`gradients`]: crate::gradients()
///
/// # Panics
///
/// If there is not one number in `direction` for each input, or if an operation of the graph was
/// recorded before [`set_data`](Value::set_data) changed a leaf that is its operand.
///
/// ```
/// use micrograd_core::{Value, tangent};
///
/// let (a, b) = (Value::new(3.0), Value::new(2.0));
/// let y = a.powi(2) * &b;
/// let slope = tangent(&y, &[&a, &b], &[1.0, 10.0]); // 2ab + 10a²
/// assert_eq!(slope, 102.0);
///
/// slope.backward();
/// assert_eq!((a.grad(), b.grad()), (64.0, 6.0)); // 2b + 20a, 2a
/// ```
#[must_use]
#[track_caller]
pub fn tangent(y: &Value, inputs: &[&Value], direction: &[f64]) -> Value {
    assert!(
        inputs.len() == direction.len(),
        "tangent: {} inputs, but {} numbers in the direction",
        inputs.len(),
        direction.len()
    );
    let mut graph = ElementaryGraph::of(&[y], inputs, "tangent");
    let list = List::new(&graph);
    let result = [upwards(&graph, &list, direction)];
    let nodes = list.into_nodes();
    let mut values = on_the_tape::record(&mut graph, &nodes, &result, y, Location::caller());
    values.remove(0)
}

/// The tangent of the root.
fn upwards(graph: &ElementaryGraph, list: &List, direction: &[f64]) -> Derivative {
    let depends = graph.depends_on_inputs();
    let mut tangents = vec![Term::Number(0.0); graph.nodes.len()];
    for (input, &along) in graph.inputs.iter().zip(direction) {
        if let Some(index) = *input {
            tangents[index] += Term::Number(along);
        }
    }
    for (index, node) in graph.nodes.iter().enumerate() {
        if depends[index] {
            let mut sum = Sum {
                graph,
                list,
                tangents: &tangents,
                // An input that was made of another one has both.
                total: tangents[index],
            };
            partials(node, index, &mut sum);
            tangents[index] = sum.total;
        }
    }
    tangents[graph.roots[0]].derivative()
}

/// The tangent of one operation: the sum of what its operands pass on.
struct Sum<'s, 'a> {
    graph: &'s ElementaryGraph,
    list: &'a List,
    tangents: &'s [Term<'a>],
    total: Term<'a>,
}

impl<'a> PartialsVisitor for Sum<'_, 'a> {
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
        !self.tangents[operand].is_plain_0()
    }

    fn visit(&mut self, operand: usize, partial: Term<'a>) {
        if let Some(part) = partial.times(self.tangents[operand]) {
            self.total += part;
        }
    }

    fn visit_overflown(&mut self, operand: usize, numerator: Term<'a>, denominator: Term<'a>) {
        if let Some(part) = numerator.quotient_times(denominator, self.tangents[operand]) {
            self.total += part;
        }
    }
}
