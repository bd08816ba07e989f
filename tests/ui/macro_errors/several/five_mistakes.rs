use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    grad! {
        let g = a ^ 2;
        let h = a & b;
        let k = 3u8 * a;
        let m = b +;
        let n = a.;
    }
    g.backward();
    h.backward();
    k.backward();
    m.backward();
    n.backward();
}
