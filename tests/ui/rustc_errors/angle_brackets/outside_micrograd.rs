use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let f = a.powi(2);
    grad!< let g = f/2.0 + 10.0/f; >
    g.backward();
}
