use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    grad! {
        let p = a < b;
        let q = a == b;
        let r = a + 1 >= 2 * b;
    }
    assert!(p || q || r);
}
