use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    grad! {
        let g = a +;
        let h = a * (b -);
        let k = (a / ) + -;
        let mut m = a *
        for _ in 0..2 { m += 1; }
        let n = a.
        if n > 1 { m += n; }
    }
    g.backward();
    h.backward();
    k.backward();
}
