use micrograd_core::differentiable;

#[differentiable]
fn f(x: &[f64]) -> f64 {
    let mut sum = 0.0;
    for y in x.iter().filter(|y| **y > 0.0) {
        sum += y;
    }
    sum
}

fn main() {
    let _ = f::gradient(&[2.0]);
}
