use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    grad! {
        let w = [1, 2];
        let g = a * w[];
    }
    g.backward();
    let _ = b;
}
