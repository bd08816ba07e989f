use micrograd_core::{Value, grad};

fn main() {
    let (a, b) = (Value::new(2.0), Value::new(3.0));
    let mut x = &a;
    grad! {
        x = x * b;
    }
    let _ = x;
}
