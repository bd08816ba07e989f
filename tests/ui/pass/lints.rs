//! What `grad!` writes for the user sets off none of rustc's lints.
#![forbid(unsafe_code)]
#![deny(unsafe_op_in_unsafe_fn, unused_unsafe, warnings, rust_2018_idioms, unused, nonstandard_style, let_underscore, single_use_lifetimes, unused_qualifications, unused_results)]

use micrograd_core::{Value, grad, micrograd};

fn average(xs: &[Value]) -> Value {
    grad! {
        let mut sum = Value::new(0.0);
        for x in xs {
            sum += x;
        }
        sum / f64::from(u32::try_from(xs.len()).unwrap())
    }
}

fn power(x: &Value, n: usize) -> Value {
    x.powi(i32::try_from(n).unwrap())
}

fn main() {
    let p2;
    let a = Value::new(2.0);
    let flag = a > 1.0;
    let mut total = Value::new(0.0);
    grad! {
        let b = (a + 1) * (a - 1);
        let c = if flag { b } else { a };
        let d = { let t = c ** 2; t * t };
        let mut e = d.max(c);
        e **= 2;
        e = e + 1;
        if flag { e -= 1; } else { e = 0; }
        while e > 1e9 { e /= 10; }
        for i in 0..3 {
            let double = 2 * e;
            let squared = double * double;
            e = e.tanh() * squared + f64::from(i);
            let shift = e.exp();
            total += shift * shift;
            {
                let slope = e * shift;
                total += slope;
                total -= slope * e;
            }
        }
    }
    micrograd! {
        grad!< let f = if (e > 3.0) { e } else { -e }; >
        let g = grad!< f * average(&[a.clone(), b.clone()]) >;
    }
    let n = 3_usize;
    let option = Some(a.clone());
    grad! {
        let (p, mut q) = (a * 2, b ** 2);
        let Some(inner) = option else { return };
        (p2, q) = (q, p);
        let squares = [a, b].iter().map(|x| x ** 2).sum::<Value>();
        let chosen = match n { 0 => a * b, 1 => panic!("{n}"), _ => { let t = a + 1; t * t } };
        let larger = a * 2 > b && !(n - 1 < 2);
        let taken = power(&chosen, n - 1) + (n + 1) as f64 * squares % 7;
        let half: usize = n / 2;
        q += inner * taken;
        q %= 3;
        { q += 1; }
        q *= 3.14;
        if q - a > 0.0 && n % 2 == 1 { q += 1; } else if let Some(x) = [a, q].get(n - 3) { q -= x * 2; }
        while q * 2 > 9.0 { q /= 10; }
        for step in [q * 2, b ** 2] { q += step; }
        match half { 0 => q -= 1, _ => println!("{larger}") }
    }
    p2.backward();
    q.backward();
    g.backward();
    total.backward();
}
