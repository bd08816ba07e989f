use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    grad! {
        let mut sum = 0;
        sum += a;
    }
    let _ = sum;
}
