use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    grad! {
        let h = a & b;
        let k = a << 1;
        let mut n = a | b;
        n &= 2;
    }
    h.backward();
    k.backward();
    n.backward();
}
