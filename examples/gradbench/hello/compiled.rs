//! The derivative of `hello`'s square, compiled.

use micrograd_core::differentiable;

#[differentiable]
fn squared(x: f64) -> f64 {
    x * x
}

pub(crate) fn double(x: f64) -> impl FnMut() -> f64 {
    move || squared::gradient(x).1
}
