use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let w = Some(1.0);
    grad! {
        let g = a ** w;
    }
    let _ = g;
}
