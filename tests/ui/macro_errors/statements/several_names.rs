use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    grad! {
        let (p, q) = a + b;
        let [t, u] = -b;
    }
    p.backward();
    q.backward();
    t.backward();
    u.backward();
}
