use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64) -> bool {
    x > 0.0
}

fn main() {
    let _ = f(2.0);
}
