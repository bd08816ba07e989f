use micrograd_core::{Value, micrograd};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    drop((a, b, double));

    micrograd! {
        fn double(x: &Value) -> Value {
            grad!< 2 * x
        }
    }
}
