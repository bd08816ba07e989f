use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    grad! {
        let g = a + 1;
        g += 2;
    }
    g.backward();
}
