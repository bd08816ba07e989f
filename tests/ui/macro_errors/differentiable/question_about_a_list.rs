use micrograd_core::differentiable;

#[differentiable]
fn f(x: &[f64]) -> f64 {
    if x.iter().any(|x| *x < 0.0) { 0.0 } else { x[0] }
}

fn main() {
    let _ = f::gradient(&[2.0]);
}
