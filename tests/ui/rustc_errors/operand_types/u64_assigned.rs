use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let n = 3_u64;
    grad! {
        let mut g = a * 2;
        g += n;
    }
    g.backward();
}
