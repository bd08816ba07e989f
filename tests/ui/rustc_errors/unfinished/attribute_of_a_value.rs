//! Rust has no attributes there yet.
use micrograd_core::{Value, grad};

fn main() {
    let x = Value::new(2.0);
    grad! {
        let y = #[allow(unused)] (x ** 2);
        let z = 2 * #[allow(unused)] x;
    }
    let _ = (y, z);
}
