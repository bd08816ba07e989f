use micrograd_core::{Value, grad};

fn main() {
    let a = Value::new(2.0);
    let b = Value::new(3.0);
    grad! {
        let g = 2.0f32 * a;
        let h = 3u8;
        let k = a ** 2i32;
    }
    g.backward();
    k.backward();
    let _ = h;
}
