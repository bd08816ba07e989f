use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let n = loop {
        break 3;
    };
    x * f64::from(n)
}

fn main() {
    let _ = f::gradient(2.0);
}
