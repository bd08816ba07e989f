use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64) -> [f64; 2] {
    for i in 0..3 {
        if x > f64::from(i) {
            return [x, x];
        }
    }
    [x, 0.0]
}

fn main() {
    let _ = f(2.0);
}
