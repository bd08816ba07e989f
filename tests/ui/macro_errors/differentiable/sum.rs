use micrograd_core::differentiable;

#[differentiable]
fn f(x: &[f64]) -> f64 {
    let sum: f64 = x.iter().sum();
    sum * sum
}

fn main() {
    let _ = f::gradient(&[2.0]);
}
