use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let y = x.to_string().parse::<f64>().ok()?;
    x * y
}

fn main() {
    let _ = f::gradient(2.0);
}
