use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    let x = Value::new(4.0);
    grad! {
        let g = a b;
        let h = 2 x;
        let k = 2(a + b);
        let m = 2x * a;
        let n = (a + b)(a - b);
    }
    g.backward();
    h.backward();
    k.backward();
    m.backward();
    n.backward();
}
