use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let mut list = [x, x];
    let first = &mut list[0];
    *first = 2.0 * x;
    list[0]
}

fn main() {
    let _ = f::gradient(2.0);
}
