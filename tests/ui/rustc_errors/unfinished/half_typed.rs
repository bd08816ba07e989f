use micrograd_core::{Value, grad};

fn main() {
    let x = Value::new(2.0);
    grad! {
        let p = x.ex;
        let q = *x;
        let r = *x + x.ex;
    }
    let _ = (p, q, r);
}
