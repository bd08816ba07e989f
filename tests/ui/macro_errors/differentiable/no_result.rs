use micrograd_core::differentiable;

#[differentiable]
fn f(x: f64) {
    println!("{x}");
}

fn main() {
    f(2.0);
}
