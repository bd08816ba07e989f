use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64, #[constant] table: &[f64]) -> f64 {
    x * table[(x * 2.0) as usize]
}

fn main() {
    let _ = f::gradient(2.0, &[1.0; 9]);
}
