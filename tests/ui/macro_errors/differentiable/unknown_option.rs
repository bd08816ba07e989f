use micrograd_core::differentiable;

#[differentiable(faster)]
fn f(x: f64) -> f64 {
    x
}

fn main() {
    let _ = f::gradient(2.0);
}
