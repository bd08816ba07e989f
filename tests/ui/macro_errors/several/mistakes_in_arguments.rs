use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    grad! {
        let g = a.max(b +, );
        let h = a.max(, b);
        let k = f64::from(2 ^ 3);
    }
    g.backward();
    h.backward();
    assert!(k > 1.0);
}
