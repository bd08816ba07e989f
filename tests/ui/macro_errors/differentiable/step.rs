use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    x * x.round_ties_even()
}

fn main() {
    let _ = f::gradient(2.0);
}
