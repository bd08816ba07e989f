use micrograd_core::differentiable;

fn square(x: f64) -> f64 {
    x * x
}

#[differentiable]
fn f(x: f64) -> f64 {
    2.0 * square(x)
}

fn main() {
    let _ = f::gradient(2.0);
}
