use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64) -> [f64; 2] {
    [x, x * x]
}

fn main() {
    let _ = f::gradient(2.0);
}
