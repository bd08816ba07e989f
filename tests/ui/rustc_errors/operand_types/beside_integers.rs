//! Where integers may stand, too: arguments, conditions, remainders.
use micrograd_core::{Value, grad};

fn same(x: Value) -> Value {
    x
}

fn doubled<T>(x: &T) -> Value {
    grad! { same(x * 2) }
}

fn main() {
    let x = Value::new(2.0);
    let (option, list, small) = (Some(1.0), vec![1.0], 3_u16);
    grad! {
        let a = same(x * option);
        let b = if list * 2 > x { x } else { -x };
        let c = x % small;
    }
    let _ = (a, b, c, doubled(&1.0));
}
