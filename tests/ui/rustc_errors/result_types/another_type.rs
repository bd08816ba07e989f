use micrograd_core::{Value, grad};

fn takes_usize(_: usize) {}

fn main() {
    let x = Value::new(2.0);
    let n = 3_usize;
    let mut y = Value::new(1.0);
    let accumulated = &mut y;
    grad! {
        let out: f64 = x * 2;
        takes_usize(x * 2);
        let p = x.powi(n + 1);
        accumulated = x*2 + 1;
        let q: i32 = (x + 1).exp();
    }
    let _ = (out, p, q);
}
