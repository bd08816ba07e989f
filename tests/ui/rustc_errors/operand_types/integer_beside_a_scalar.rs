//! Rust has no `f64 * i32`, and `f64` is a `Scalar`. The documentation of `Scalar` says what to write.
use micrograd_core::Scalar;

fn doubled<T: Scalar>(x: &T) -> T {
    x * 2
}

fn main() {
    let _ = doubled(&1.0);
}
