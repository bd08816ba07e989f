//! A `let` of a block that only arithmetic uses has no handle: nothing else can take hold of its name.
use micrograd_core::{Value, grad};

fn main() {
    let (a, mut y) = (Value::new(1.0), Value::new(0.0));
    grad! {
        {
            let v = a * a;
            y += v;
            y -= v;
            let stolen = include!("name.txt");
            drop(stolen);
        }
    }
}
