use micrograd_core::{Dual, Scalar, Value, grad};

fn mixed<T: Scalar>(t: &T, v: &Value) -> T {
    grad! { t * v }
}

fn main() {
    let mut d = Dual::<1>::variable(1.0, 0);
    let e = Dual::<2>::variable(1.0, 0);
    grad! {
        let p = d * e;
        d *= e + 1;
    }
    let _ = (p, mixed(&1.0, &Value::new(1.0)));
}
