//! Calls of other functions under `#[differentiable]`.

use micrograd_core::differentiable;
use micrograd_tests_taped::twins;

fn weight(i: usize) -> f64 {
    1.0 / (i as f64 + 1.0)
}

mod fixed {
    pub(crate) fn offset(k: i32) -> f64 {
        f64::from(k) * 0.25
    }
}

twins! {
    #[differentiable]
    fn square(x: f64) -> f64 {
        x * x
    }

    #[differentiable]
    fn dot(xs: &[f64], ys: &[f64]) -> f64 {
        let mut sum = 0.0;
        for (x, y) in xs.iter().zip(ys) {
            sum += x * y;
        }
        sum
    }

    #[differentiable]
    fn scaled(xs: &[f64], by: f64) -> Vec<f64> {
        let mut ys = Vec::new();
        for x in xs {
            ys.push(x * by);
        }
        ys
    }

    #[differentiable]
    fn rotated(x: f64, y: f64, angle: f64) -> (f64, f64) {
        (x * angle.cos() - y * angle.sin(), x * angle.sin() + y * angle.cos())
    }

    #[differentiable]
    fn cross(a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
        [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
    }

    #[differentiable]
    fn norm(xs: &[f64]) -> f64 {
        dot(xs, xs).sqrt()
    }

    #[differentiable]
    fn straight_calls(x: f64, y: f64) -> f64 {
        let a = square(x);
        let b = square(a + y) * square(square(y));
        a * b - square(3.0) + square(x * 2.0) / square(y)
    }

    #[differentiable]
    fn same_twice(x: f64) -> f64 {
        let (a, b) = rotated(x, x, x);
        a * b
    }

    #[differentiable]
    fn calls_in_loops(xs: &[f64], y: f64) -> f64 {
        let mut sum = y;
        for &x in xs {
            sum += square(x) * y;
            sum = square(sum) * 0.1;
        }
        for x in xs {
            sum *= square(*x) + 1.0;
        }
        sum
    }

    #[differentiable]
    fn calls_in_branches(x: f64, y: f64) -> f64 {
        let z = if x > y { square(x) } else { y };
        let mut w = z;
        if z > 1.0 {
            w += square(z - y);
        } else {
            w = square(w) * square(x);
        }
        w
    }

    #[differentiable]
    fn calls_in_conditions(x: f64) -> f64 {
        let mut y = x;
        while square(y) < 40.0 {
            y = y * 1.5 + 0.2;
            if square(y) > 10.0 {
                y += 1.0;
            }
        }
        y
    }

    #[differentiable]
    fn parts_of_one_list(xs: &[f64]) -> f64 {
        let n = xs.len() / 2;
        dot(&xs[..n], &xs[n..]) + dot(&xs[1..], &xs[..xs.len() - 1]) * norm(xs)
    }

    #[differentiable]
    fn local_lists(xs: &[f64], y: f64) -> f64 {
        let mut copy = xs.to_vec();
        copy[0] *= y;
        let first = norm(&copy);
        copy[1] = first * y;
        let second = dot(&copy, xs);
        first * second + norm(&[y, first, 2.0])
    }

    #[differentiable]
    fn lists_from_calls(xs: &[f64], y: f64) -> f64 {
        let ys = scaled(xs, y);
        let mut zs = scaled(&ys, 0.5);
        zs[0] += ys[1];
        let ws = scaled(xs, square(y));
        dot(&zs, &ws) + ys[0]
    }

    #[differentiable]
    fn arrays_from_calls(a: [f64; 3], b: [f64; 3]) -> f64 {
        let c = cross(a, b);
        let [x, y, z] = cross(c, a);
        let mut d = cross(b, c);
        d[0] = x;
        d = cross(d, [y, z, 1.0]);
        d[0] * d[1] + c[2] + d[2]
    }

    #[differentiable]
    fn length(a: [f64; 3]) -> f64 {
        (a[0] * a[0] + a[1] * a[1] + a[2] * a[2]).sqrt()
    }

    #[differentiable]
    fn arrays_handed_on(a: [f64; 3], b: [f64; 3], n: usize) -> f64 {
        let c = cross(a, b);
        let l = length(c);
        let d = cross(c, b);
        let mut sum = 0.0;
        for _ in 0..n {
            let e = cross(d, b);
            let f = cross(e, a);
            sum += length(f);
        }
        let g = square(l);
        let h = square(g);
        if n > 1 {
            let e = cross(d, b);
            return length(e) + square(h);
        }
        sum + h
    }

    #[differentiable]
    fn arrays_returned(a: [f64; 3], b: [f64; 3], n: usize) -> [f64; 3] {
        let c = cross(a, b);
        if n == 0 {
            c
        } else {
            let d = cross(c, a);
            d
        }
    }

    #[differentiable]
    fn tuples_in_loops(x: f64, y: f64, steps: usize) -> f64 {
        let (mut p, mut q) = (x, y);
        for _ in 0..steps {
            (p, q) = rotated(p, q, 0.3);
            p *= 1.1;
            (_, q) = rotated(q, p, 0.1);
            let (u, v) = rotated(q, p, x);
            q += u * v;
        }
        p * q
    }

    #[differentiable]
    fn constants_in_active_places(x: f64, #[constant] c: f64, n: usize) -> f64 {
        let (a, b) = rotated(1.0, x, c * 1.0);
        let d = dot(&[1.0, 2.0], &[x, b]);
        a * b + square(c + 0.5) * square(n as f64) * x + d
    }

    #[differentiable]
    fn plain_helpers(x: f64, n: usize) -> f64 {
        let mut sum = 0.0;
        for i in 0..n {
            sum += x.powi(i as i32) * weight(i) + fixed::offset(i as i32);
        }
        sum
    }

    #[differentiable]
    fn power(x: f64, n: u32) -> f64 {
        if n == 0 { 1.0 } else { x * power(x, n - 1) }
    }

    #[differentiable]
    fn halves(xs: &[f64]) -> f64 {
        let n = xs.len();
        if n == 1 {
            return xs[0] * xs[0];
        }
        let (left, right) = xs.split_at(n / 2);
        halves(left) + halves(right).sin()
    }

    #[differentiable]
    fn energy<const N: usize>(xs: &[f64; N]) -> f64 {
        let mut sum = 0.0;
        for x in xs {
            sum += square(*x);
        }
        sum
    }

    #[differentiable]
    fn generic_calls(xs: &[f64; 3]) -> f64 {
        energy(xs) * energy::<3>(xs) + energy(&[xs[0], xs[1]])
    }

    #[differentiable]
    fn in_modules(x: f64) -> f64 {
        shapes::circle(x) + shapes::inner::cube(x)
    }

    mod shapes {
        #[allow(unused_imports)]
        use micrograd_core::differentiable;

        #[differentiable]
        pub(crate) fn circle(r: f64) -> f64 {
            3.5 * r * r
        }

        pub(crate) mod inner {
            #[allow(unused_imports)]
            use micrograd_core::differentiable;

            #[differentiable]
            pub(crate) fn cube(x: f64) -> f64 {
                x * x * x
            }
        }
    }

    #[differentiable]
    fn call_results_in_elements(xs: &[f64]) -> f64 {
        let mut ys = vec![0.0; xs.len()];
        for i in 0..xs.len() {
            ys[i] = square(xs[i]);
            if i > 0 {
                ys[i] += square(ys[i - 1]);
            }
        }
        dot(&ys, xs)
    }

    #[differentiable]
    fn local_lists_in_loops(xs: &[f64], steps: usize) -> f64 {
        let mut u = xs.to_vec();
        let mut total = 0.0;
        for _ in 0..steps {
            total += norm(&u);
            u[0] = total * 0.5;
            u = scaled(&u, 0.9);
            total += dot(&u, xs);
        }
        total
    }

    #[differentiable]
    fn rows_in_calls(rows: &[Vec<f64>], weights: &[f64]) -> f64 {
        let mut out = Vec::new();
        for row in rows {
            out.push(dot(row, weights).tanh());
        }
        for i in 0..rows.len() {
            out[i] += norm(&rows[i]);
        }
        norm(&out)
    }

    #[differentiable]
    fn early_between_calls(x: f64, y: f64) -> f64 {
        let a = square(x);
        if a > y {
            return square(a - y);
        }
        for i in 0..5 {
            let b = square(y + i as f64);
            if b > 20.0 {
                return a * b;
            }
        }
        square(a * y)
    }
}

#[test]
fn calls_have_the_tapes_digits() {
    check::straight_calls(0.6, 1.2);
    for (x, y) in [(1.5, 0.4), (0.4, 0.7), (0.4, 1.7)] {
        check::calls_in_branches(x, y);
    }
    check::calls_in_conditions(0.8);
    check::constants_in_active_places(0.8, 0.3, 4);
    check::plain_helpers(0.8, 4);
    check::in_modules(0.8);
    check::early_between_calls(1.8, 0.3);
    check::early_between_calls(0.8, 1.3);
    check::early_between_calls(0.8, 100.0);
}

#[test]
fn lists_in_calls_have_the_tapes_digits() {
    let xs = vec![0.4, 1.3, -0.7, 0.9];
    check::norm(xs.clone());
    check::lists_from_calls(xs.clone(), 0.8);
}

#[test]
fn a_function_may_call_itself() {
    check::power(0.9, 5);
    check::power(0.9, 0);
    check::halves(vec![0.4, 1.3, -0.7, 0.9, 0.2]);
}

#[test]
fn one_number_may_go_to_several_parameters() {
    crate::checks::to_rounding(|| {
        let xs = vec![0.4, 1.3, -0.7, 0.9];
        check::same_twice(0.7);
        check::calls_in_loops(xs.clone(), 0.8);
        check::local_lists(xs.clone(), 0.8);
        check::generic_calls([0.5, 0.6, 0.7]);
        check::local_lists_in_loops(xs.clone(), 3);
        check::rows_in_calls(vec![vec![0.1, 0.2], vec![0.3, -0.4]], vec![0.7, 0.9]);
        check::arrays_from_calls([0.1, 0.5, -0.4], [0.3, 0.2, 0.9]);
        check::call_results_in_elements(xs);
        for n in 0..3 {
            check::arrays_handed_on([0.3, 0.5, 0.7], [0.9, -0.3, 0.4], n);
            check::arrays_returned([0.3, 0.5, 0.7], [0.9, -0.3, 0.4], n);
        }
        check::tuples_in_loops(0.5, 0.6, 4);
        check::parts_of_one_list(vec![0.4, 1.3, -0.7, 0.9]);
    });
}
