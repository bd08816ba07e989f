use micrograd_core::differentiable;

#[differentiable]
fn f(x: &[f64]) -> f64 {
    x[0] * x.last().unwrap()
}

fn main() {
    let _ = f::gradient(&[2.0]);
}
