use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let y = Box::new(x);
    *y
}

fn main() {
    let _ = f::gradient(2.0);
}
