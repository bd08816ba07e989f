use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64, calls: &mut usize) -> f64 {
    *calls += 1;
    x
}

fn main() {
    let _ = f::gradient(2.0, &mut 0);
}
