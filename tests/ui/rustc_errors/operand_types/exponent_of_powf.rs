use micrograd_core::{Scalar, Value, grad};

fn power<T: Scalar>(x: &T, y: &T) -> T {
    x.powf(y)
}

fn main() {
    let (x, y) = (Value::new(2.0), Value::new(3.0));
    let a = x.powf(&y);
    let b = x.powf(2);
    grad! {
        let c = x.powf(y);
    }
    let _ = (a, b, c, power(&x, &y));
}
