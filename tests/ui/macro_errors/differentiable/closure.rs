use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let square = |y: f64| x * y;
    square(2.0)
}

fn main() {
    let _ = f::gradient(2.0);
}
