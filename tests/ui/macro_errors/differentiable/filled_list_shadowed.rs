use micrograd_core::differentiable;

#[differentiable]
fn f(x: &[f64], out: &mut [f64]) {
    for (out, x) in out.iter_mut().zip(x) {
        *out = x * x;
    }
}

fn main() {
    f::vjp(&[2.0], &mut [0.0], &[1.0], &mut [0.0]);
}
