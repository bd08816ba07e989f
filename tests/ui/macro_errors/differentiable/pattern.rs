use micrograd_core::differentiable;

#[differentiable]
fn f(x: &[f64]) -> f64 {
    let [first, .., last] = x else { return 0.0 };
    first * last
}

fn main() {
    let _ = f::gradient(&[2.0, 3.0]);
}
