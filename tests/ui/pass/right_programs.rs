//! Right programs, each line of which a message could wrongly be given for.
use micrograd_core::{Value, grad};

struct Pair(Value, [f64; 2]);

fn main() {
    let a = Value::new(2.0);
    let pair = Pair(a.clone(), [1.0, 2.0]);
    let n = 3_usize;
    let r = &a;
    grad! {
        #[allow(unused_variables)]
        let g = a - -a * -2 ** 2;
        let h = *r * (*r) + *r - &a + &&a;
        let i = pair.0 ** pair.1[1] / pair.1[n - 3];
        let j = (a) * ((b_of(&a)));
        let k = 2.*a + 1e3 - 0xFF + 1_000 * 0b11 - 1e-3;
        let l = if a < b_of(r) && n >= 2 || a != *r { a } else { -a };
        let m = match n { 0 => a.clone(), _ if n > 1 => -&a, _ => unreachable!() };
        let o = unsafe_free(|x| x * 2.0, 1) as f64 * a;
        let p = [a * 2, a + 1];
        let q = &p[0] + p[1];
        let t = (a + 1, 2, "s");
        let u = { let v = a.clone(); v } * 2;
        let w = Some(a * 2).unwrap().relu().max(a).min(1);
        let _ = a * 2;
        let x;
        x = a;
    }
    let _ = (g, h, i, j, k, l, m, o, q, t, u, w, x);
    let fallible = || -> Option<Value> { Some(grad! { Some(a.clone())? * 2 }) };
    fallible();
}

fn b_of(x: &Value) -> Value {
    grad! { x * 2 }
}

fn unsafe_free(f: impl Fn(f64) -> f64, times: i32) -> i64 {
    f(f64::from(times)) as i64
}
