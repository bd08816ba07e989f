use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    x * x.floor()
}

fn main() {
    let _ = f::gradient(2.0);
}
