use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let w = 15_u16;
    grad! {
        let g = a.max(w);
    }
    g.backward();
}
