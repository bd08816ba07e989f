use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    grad! {
        let g = a * mut;
        let h = b.mut;
    }
    g.backward();
    h.backward();
}
