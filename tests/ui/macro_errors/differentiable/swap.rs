use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64, y: f64) -> f64 {
    let (mut a, mut b) = (x, y);
    std::mem::swap(&mut a, &mut b);
    a - b
}

fn main() {
    let _ = f::gradient(2.0, 1.0);
}
