use micrograd_core::{Value, micrograd};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    micrograd! {
        grad!<
            let g = if a > b { a + b } else { a - b };
        >
        g.backward();
    }
}
