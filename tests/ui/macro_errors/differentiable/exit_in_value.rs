use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    2.0 * if x > 1.0 { return x } else { x }
}

fn main() {
    let _ = f::gradient(2.0);
}
