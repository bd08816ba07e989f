use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let flag = true;
    grad! {
        let p = (flag && a > 1.0) * a;
        let q = a - !flag;
    }
    let _ = (p, q);
}
