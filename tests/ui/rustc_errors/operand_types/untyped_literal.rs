//! `f32` takes part beside `f64`: a literal that only values have met has no type yet.
use micrograd_core::{Value, grad};

fn main() {
    let x = Value::new(2.0);
    let k = 0.5;
    let y = &x * k;
    let root = k.sqrt();
    let c = 0.25;
    grad! {
        let z = x * c + c.sqrt();
    }
    let _ = (y, root, z);
}
