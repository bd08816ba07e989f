//! A name alone stands for a copy; what has none is told what a wrong operand is told.
use micrograd_core::{Value, grad};

struct Model;

fn larger<T>(x: &Value, y: T) -> Value {
    grad! { x.max(y) }
}

fn main() {
    let (x, model) = (Value::new(2.0), Model);
    grad! {
        let a = x.max(model);
        let b = model;
        let c: Value = model;
    }
    let _ = (a, b, c, larger(&x, 1.0));
}
