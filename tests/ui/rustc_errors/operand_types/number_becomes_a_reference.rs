use micrograd_core::{Value, grad};

fn main() {
    let mut y = Value::new(1.0);
    let reset = &mut y;
    grad! {
        reset = 0;
    }
    let _ = reset;
}
