use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    match x {
        0.0 => 1.0,
        y => y * x,
    }
}

fn main() {
    let _ = f::gradient(2.0);
}
