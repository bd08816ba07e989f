use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    grad! {
        let g = "2" + a;
        let h = a * 'x';
        let k = true * a;
        let m = a ** b"2";
    }
    g.backward();
    h.backward();
    k.backward();
    m.backward();
}
