use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    grad! {
        if a > b
        let c = a * b;
        for x in [a, b]
        let d = c + 1;
    }
    let _: Value = d;
}
