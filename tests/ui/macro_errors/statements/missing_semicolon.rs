use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    grad! {
        let g = a let h = b;
        let mut k = a + b
        k += 1;
        let m = k * 2
        let n = m
        for _ in 0..2 { k += 1; }
        let o = n
        if n > 1 { k += o; }
    }
    g.backward();
    h.backward();
    k.backward();
    n.backward();
}
