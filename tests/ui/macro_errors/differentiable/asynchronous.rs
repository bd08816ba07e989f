use micrograd_core::differentiable;

#[differentiable]
async fn f(x: f64) -> f64 {
    x
}

fn main() {
    drop(f(2.0));
}
