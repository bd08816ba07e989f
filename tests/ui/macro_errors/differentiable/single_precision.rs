use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64, y: f32) -> f64 {
    x * f64::from(y)
}

fn main() {
    let _ = f(2.0, 1.0);
}
