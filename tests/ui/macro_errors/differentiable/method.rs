use micrograd_core::differentiable;

struct Model(f64);

impl Model {
    #[differentiable]
    fn f(&self, x: f64) -> f64 {
        self.0 * x
    }
}

fn main() {
    let _ = Model(1.0).f(2.0);
}
