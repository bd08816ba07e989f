use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    grad! {
        let = 3;
        let mut = a * 2;
    }
    let _ = (&a, &b);
}
