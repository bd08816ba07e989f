//! Reverse mode whose results are values again.

mod list;
mod on_the_tape;
mod sweep;
mod tangent;
mod term;

pub use list::List;
pub use tangent::tangent;
pub use term::Term;

use crate::elementary::ElementaryGraph;
use crate::value::Value;
use std::panic::Location;

/// ∂y/∂x for every x in `inputs`, as values: they are recorded like any arithmetic, so they can be used
/// in further arithmetic and differentiated again, to any order.
///
/// An input may be a leaf or the result of an operation; where y was not made of it the result is a leaf
/// with data 0, and where the derivative is a plain number, a leaf that holds it. What the leaves have
/// accumulated by [`backward`](Value::backward) stays as it is. The data are those that `backward` gives,
/// by the same [conventions](crate#conventions), and only what the results need is recorded. PyTorch's
/// `torch.autograd.grad` with `create_graph=True`.
///
/// # Panics
///
/// If an operation of the graph was recorded before [`set_data`](Value::set_data) changed a leaf that is its operand.
///
/// ```
/// use micrograd_core::{Value, gradients};
///
/// let x = Value::new(2.0);
/// let y = x.powi(4);
/// let [dy] = &gradients(&y, &[&x])[..] else { unreachable!() };
/// let [d2y] = &gradients(dy, &[&x])[..] else { unreachable!() };
/// assert_eq!((dy.data(), d2y.data()), (32.0, 48.0)); // 4x³, 12x²
///
/// // A loss may hold derivatives: (∂y/∂x − 5)².
/// let loss = (dy - 5.0).powi(2);
/// loss.backward();
/// assert_eq!(x.grad(), 2.0 * 27.0 * 48.0);
/// ```
#[must_use]
#[track_caller]
#[doc(alias = "grad")]
#[doc(alias = "create_graph")]
pub fn gradients(y: &Value, inputs: &[&Value]) -> Vec<Value> {
    let mut graph = ElementaryGraph::of(&[y], inputs, "gradients");
    let list = List::new(&graph);
    let results = sweep::adjoints(&graph, &list);
    on_the_tape::record(
        &mut graph,
        &list.into_nodes(),
        &results,
        y,
        Location::caller(),
    )
}
