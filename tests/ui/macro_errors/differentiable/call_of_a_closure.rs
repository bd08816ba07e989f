use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let twice = |y| y * 2.0;
    twice(x)
}

fn main() {
    let _ = f::gradient(2.0);
}
