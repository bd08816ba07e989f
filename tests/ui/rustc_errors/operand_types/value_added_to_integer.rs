use micrograd_core::{Value, grad};

fn main() {
    let x = Value::new(2.0);
    let mut n = 3_usize;
    grad! {
        n += x;
        n = n + 1;
    }
    let _ = n;
}
