use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    grad! {
        let p = a + (a < b);
        let q = (a == b) * 2;
        let r = a < b < 4.0;
        let s = -(a >= b);
    }
    let _ = (p, q, r, s);
}
