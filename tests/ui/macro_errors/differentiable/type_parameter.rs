use micrograd_core::differentiable;

#[differentiable]
fn f<T: Into<f64>>(x: f64, y: T) -> f64 {
    x * y.into()
}

fn main() {
    let _ = f(2.0, 1.0_f32);
}
