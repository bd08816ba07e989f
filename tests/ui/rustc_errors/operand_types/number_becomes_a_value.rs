use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let mut n = 1.5;
    grad! {
        n += n * a;
    }
    let _ = n;
}
