//! The ways to a function's value and its gradient.

use crate::function::Function;
use micrograd_core::Value;

/// Writes ∂f/∂x at x into the second slice and returns f(x).
pub(crate) type Gradient = Box<dyn FnMut(&[f64], &mut [f64]) -> f64>;

pub(crate) const GRAD: &str = "grad!";
/// As [`GRAD`], but each leaf is made by itself, and each gradient is read by itself.
pub(crate) const ONE_BY_ONE: &str = "one by one";
pub(crate) const OPERATORS: &str = "operators";
pub(crate) const COMPILED: &str = "compiled";
pub(crate) const REORDERED: &str = "reordered";
pub(crate) const NN: &str = "nn";
pub(crate) const F64: &str = "f64";
pub(crate) const BY_HAND: &str = "by hand";

/// What is compared with `grad!`, in the order of the table.
pub(crate) const COLUMNS: [&str; 11] = [
    ONE_BY_ONE,
    OPERATORS,
    COMPILED,
    REORDERED,
    NN,
    "RustQuant_autodiff",
    "echidna",
    "aad",
    "tpt-math",
    F64,
    BY_HAND,
];

/// Every variant of the function under its name; `f64` leaves the gradient alone.
pub(crate) fn gradients<F: Function>(function: &F) -> Vec<(&'static str, Gradient)> {
    let mut all: Vec<(&'static str, Gradient)> = Vec::new();
    let f = function.clone();
    all.push((
        GRAD,
        Box::new(move |x, gradient| of_leaves(x, gradient, |x| f.with_grad(x))),
    ));
    let f = function.clone();
    all.push((
        ONE_BY_ONE,
        Box::new(move |x, gradient| of_single_leaves(x, gradient, |x| f.with_grad(x))),
    ));
    let f = function.clone();
    all.push((
        OPERATORS,
        Box::new(move |x, gradient| of_leaves(x, gradient, |x| f.with_operators(x))),
    ));
    let f = function.clone();
    all.push((
        COMPILED,
        Box::new(move |x, gradient| {
            gradient.fill(0.0);
            f.compiled(x, gradient)
        }),
    ));
    let f = function.clone();
    all.push((
        REORDERED,
        Box::new(move |x, gradient| {
            gradient.fill(0.0);
            f.reordered(x, gradient)
        }),
    ));
    #[cfg(feature = "peers")]
    all.extend(crate::peers::gradients(function));
    let f = function.clone();
    all.push((F64, Box::new(move |x, _| f.with_scalars(x))));
    let f = function.clone();
    all.push((
        BY_HAND,
        Box::new(move |x, gradient| {
            gradient.fill(0.0);
            f.by_hand(x, gradient)
        }),
    ));
    all
}

/// New leaves for every run, as a user writes it who does not know of `leaves_of`.
fn of_single_leaves(x: &[f64], gradient: &mut [f64], f: impl Fn(&[Value]) -> Value) -> f64 {
    let x: Vec<Value> = x.iter().map(|&x| Value::new(x)).collect();
    let y = f(&x);
    y.backward();
    for (grad, x) in gradient.iter_mut().zip(&x) {
        *grad = x.grad();
    }
    y.data()
}

/// New leaves for every run.
fn of_leaves(x: &[f64], gradient: &mut [f64], f: impl Fn(&[Value]) -> Value) -> f64 {
    let x = Value::leaves_of(x);
    let y = f(&x);
    y.backward();
    Value::write_grads_of(&x, gradient);
    y.data()
}
