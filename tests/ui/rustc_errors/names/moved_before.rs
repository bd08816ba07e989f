use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let elsewhere = a;
    grad! {
        let g = a + 1;
    }
    g.backward();
    let _ = elsewhere;
}
