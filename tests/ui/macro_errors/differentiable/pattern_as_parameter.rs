use micrograd_core::differentiable;

#[differentiable]
fn f((x, y): (f64, f64), z: f64) -> f64 {
    x * y * z
}

fn main() {
    let _ = f((2.0, 3.0), 1.0);
}
