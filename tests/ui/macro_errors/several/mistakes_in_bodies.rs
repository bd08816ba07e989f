use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    grad! {
        let mut g = a + b;
        for _ in 0..3 {
            g += a ^ 2;
            if g > 3 { g *= b b; } else { g = ; }
        }
    }
    g += 1.0;
}
