use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let ws = vec![1.0];
    grad! {
        let g = ws * a;
    }
    let _ = g;
}
