use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    grad! {
        let g = 9007199254740993 * a;
        let h = 9007199254740992 * a;
        let k = a ** 9007199254740993;
    }
    g.backward();
    h.backward();
    k.backward();
}
