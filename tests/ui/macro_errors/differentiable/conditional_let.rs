use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    #[cfg(test)]
    let x = 2.0 * x;
    x
}

fn main() {
    let _ = f::gradient(2.0);
}
