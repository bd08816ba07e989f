use micrograd_core::differentiable;

#[differentiable]
fn f(x: &mut [f64]) -> f64 {
    x[0]
}

fn main() {
    let _ = f(&mut [2.0]);
}
