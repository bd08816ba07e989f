use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let name = "exponential";
    grad! {
        let g = name.exp() * a;
    }
    g.backward();
}
