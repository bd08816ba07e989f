//! Branches, loops and early exits under `#[differentiable]`.

use micrograd_core::differentiable;
use micrograd_tests_taped::twins;

const WEIGHTS: [f64; 3] = [0.5, -1.5, 2.0];

twins! {
    #[differentiable]
    fn if_as_value(x: f64, y: f64) -> f64 {
        let z = if x > y { x * y } else { x - y };
        z * z + if y < 0.0 { 1.0 } else { y }
    }

    #[differentiable]
    fn if_as_statement(x: f64, y: f64) -> f64 {
        let mut z = x;
        if x > 1.0 {
            z = z * y;
            z += 2.0;
        }
        if y > x {
            z -= y;
        } else {
            z *= x;
        }
        z
    }

    #[differentiable]
    fn else_if_chain(x: f64) -> f64 {
        if x < -1.0 {
            x * x
        } else if x < 0.0 {
            x.exp()
        } else if x < 1.0 {
            x.sin() * 2.0
        } else {
            x.ln()
        }
    }

    #[differentiable]
    fn nested_branches(x: f64, y: f64, flag: bool) -> f64 {
        let mut r = x * y;
        if flag {
            let t = x.sin();
            if y > 0.0 {
                r += t * y;
                let u = t * t;
                if u > 0.1 { r *= u; } else { r /= u + 1.0; }
            } else {
                r -= t;
            }
        } else if x > y {
            r = r.exp();
        }
        r * r
    }

    #[differentiable]
    fn matched(x: f64, kind: usize) -> f64 {
        match kind {
            0 => x,
            1 | 2 => x * x,
            n if n > 10 => x * n as f64,
            _ => {
                let t = x.sin();
                t * t
            }
        }
    }

    #[differentiable]
    fn matched_statement(x: f64, name: &str) -> f64 {
        let mut y = x;
        match name {
            "double" => y *= 2.0,
            "square" => { y = y * y; }
            _ => {}
        }
        y + x
    }

    #[differentiable]
    fn if_let(x: f64, scale: Option<usize>) -> f64 {
        let mut y = x * x;
        if let Some(n) = scale {
            y *= n as f64;
        } else {
            y += 1.0;
        }
        let z = if let Some(n) = scale { x.powi(n as i32) } else { x };
        y * z
    }

    #[differentiable]
    fn deferred(x: f64, y: f64) -> f64 {
        let z;
        if x > y {
            z = x * 2.0;
        } else {
            z = y * y;
        }
        let w: f64;
        w = z * x;
        w + z
    }

    #[differentiable]
    fn branch_tuples(x: f64, y: f64) -> f64 {
        let (a, b) = if x > y { (x, y) } else { (y, x * x) };
        a * a - b
    }

    #[differentiable]
    fn sum_of_powers(x: f64, n: usize) -> f64 {
        let mut sum = 0.0;
        let mut power = 1.0;
        for _ in 0..n {
            power *= x;
            sum += power;
        }
        sum
    }

    #[differentiable]
    fn ranges(x: f64, n: usize) -> f64 {
        let mut sum = x;
        for i in 1..=n {
            sum = (sum * i as f64).sin() + x;
        }
        for i in (0..n).rev() {
            sum += x / (i as f64 + 1.0);
        }
        for i in (0..n).step_by(2) {
            sum *= 1.0 + 0.1 * i as f64;
        }
        for i in (2..n).rev().step_by(3) {
            sum -= x * i as f64;
        }
        sum
    }

    #[differentiable]
    fn backward_range(x: f64, from: i32, to: i32) -> f64 {
        let mut y = x;
        for k in from..to {
            y = y * x + f64::from(k);
        }
        y
    }

    #[differentiable]
    fn logistic(mut x: f64, r: f64, steps: usize) -> f64 {
        for _ in 0..steps {
            x = r * x * (1.0 - x);
        }
        x
    }

    #[differentiable]
    fn newton(a: f64) -> f64 {
        let mut x = a;
        while (x * x - a).abs() > 1e-9 {
            x = 0.5 * (x + a / x);
        }
        x
    }

    #[differentiable]
    fn loop_with_break(x: f64) -> f64 {
        let mut term = 1.0;
        let mut sum = 0.0;
        let mut n = 0;
        loop {
            sum += term;
            n += 1;
            term = term * x / n as f64;
            if n > 20 {
                break;
            }
        }
        sum
    }

    #[differentiable]
    fn break_by_number(x: f64) -> f64 {
        let mut y = x;
        for _ in 0..100 {
            if y > 50.0 {
                break;
            }
            y = y * 1.5 + x;
        }
        y
    }

    #[differentiable]
    fn continued(xs: &[f64]) -> f64 {
        let mut sum = 0.0;
        for &x in xs {
            if x < 0.0 {
                continue;
            }
            sum += x * x;
            if x > 2.0 {
                continue;
            }
            sum *= 1.1;
        }
        sum
    }

    #[differentiable]
    fn labelled(xs: &[f64], limit: f64) -> f64 {
        let mut sum = 0.0;
        'outer: for i in 0..xs.len() {
            for j in 0..=i {
                if xs[j] > limit {
                    continue 'outer;
                }
                if sum > 20.0 {
                    break 'outer;
                }
                sum += xs[i] * xs[j];
            }
            sum += 0.5 * xs[i];
        }
        sum
    }

    #[differentiable]
    fn early(x: f64, y: f64) -> f64 {
        if x > 10.0 {
            return x;
        }
        let z = x * y;
        if z < 0.0 {
            return z * z;
        } else if z > 5.0 {
            return z.ln();
        }
        z.sin()
    }

    #[differentiable]
    fn early_in_loop(x: f64, limit: f64) -> f64 {
        let mut y = x;
        for i in 0..20 {
            if y > limit {
                return y * x;
            }
            y = y * x + i as f64;
        }
        y
    }

    #[differentiable]
    fn early_in_nested_loops(xs: &[f64], n: usize) -> f64 {
        let mut product = 1.0;
        for i in 0..n {
            let mut inner = 0.0;
            for &x in xs {
                inner += x * (i + 1) as f64;
                if inner > 9.0 {
                    return inner * product;
                }
            }
            product *= inner;
        }
        product + 1.0
    }

    #[differentiable]
    fn early_in_while(x: f64) -> f64 {
        let mut y = x;
        let mut n = 0;
        while n < 30 {
            n += 1;
            if y < 0.1 {
                return y.exp();
            }
            y = y * 0.5;
            y -= 0.01;
        }
        y
    }

    #[differentiable]
    fn nested_whiles(x: f64) -> f64 {
        let mut y = x;
        let mut outer = 0;
        while outer < 3 {
            let mut z = y;
            while z > 1.0 {
                z = z / 2.0 + 0.1 * x;
                y += z * 0.3;
            }
            y = y * z;
            outer += 1;
        }
        y
    }

    #[differentiable]
    fn branches_in_loops(xs: &[f64]) -> f64 {
        let mut low = 0.0;
        let mut high = 1.0;
        for (i, &x) in xs.iter().enumerate() {
            let t = x * x;
            if i % 2 == 0 {
                low += t;
                high *= x;
            } else if x > 0.0 {
                let u = t.sin();
                high = high * u + low;
            } else {
                low = high - x;
            }
        }
        low * high
    }

    #[differentiable]
    fn loops_in_branches(x: f64, n: usize) -> f64 {
        let mut y = x;
        if n > 2 {
            for i in 0..n {
                y = y.sin() + x * i as f64;
            }
        } else {
            let mut k = 0;
            while k < 4 {
                y *= x;
                k += 1;
            }
        }
        y
    }

    #[differentiable]
    fn data_loops(x: f64) -> f64 {
        let mut sum = 0.0;
        for w in WEIGHTS {
            sum += w * x;
        }
        for w in WEIGHTS.iter() {
            sum = sum * w + x;
        }
        for (w, k) in WEIGHTS.iter().zip([1.0, 2.0, 3.0]) {
            sum += w * k * x;
        }
        for w in [2.0, 3.0] {
            sum *= w;
        }
        sum
    }

    #[differentiable]
    fn table_loops(x: f64, data: Vec<(usize, i32)>, #[constant] weights: &[f64]) -> f64 {
        let mut sum = x;
        for (size, power) in &data {
            sum += *size as f64 * x.powi(*power);
        }
        for &(size, _) in data.iter() {
            sum *= x + size as f64;
        }
        for (i, w) in weights.iter().enumerate() {
            sum = sum.sin() * w + i as f64;
        }
        for w in weights {
            sum += x * *w;
        }
        sum
    }

    #[differentiable]
    fn integer_state(x: f64, n: usize) -> f64 {
        let mut y = x;
        let mut count = 0_usize;
        let mut seen = vec![0_usize; 4];
        for i in 0..n {
            count += i * i;
            seen[i % 4] += count;
            if count % 3 == 1 {
                y = y * x + count as f64;
            } else {
                y += x * seen[i % 4] as f64;
            }
        }
        y / seen[0] as f64
    }

    #[differentiable]
    fn bits_of_whole_numbers(xs: &[f64], n: u32) -> f64 {
        let mut bits = n;
        let mut place = 0;
        let mut seen = [0_u32; 4];
        let mut is_odd = false;
        let mut y = 1.0;
        while bits > 0 {
            place ^= (bits & 3) as usize;
            place %= xs.len();
            seen[place % 4] |= bits;
            seen[place % 4] <<= 1;
            is_odd ^= bits & 1 == 1;
            if is_odd {
                y = y * xs[place] + seen[place % 4] as f64;
            } else {
                y += xs[place] * xs[place];
            }
            match bits {
                7 => bits &= 4,
                _ => bits >>= 1,
            }
        }
        y
    }

    #[differentiable]
    fn insertion_sort(xs: &[f64]) -> f64 {
        let mut v = xs.to_vec();
        for i in 1..v.len() {
            let key = v[i];
            let mut j = i;
            while j > 0 && v[j - 1] > key {
                v[j] = v[j - 1];
                j -= 1;
            }
            v[j] = key;
        }
        let mut sum = 0.0;
        let mut n = 0;
        while n >= v.len() || v[n] < 0.9 {
            if n >= v.len() {
                break;
            }
            sum += v[n] * v[n] * (n + 1) as f64;
            n += 1;
        }
        sum
    }

    #[differentiable]
    fn ranges_in_steps(x: f64, n: u64) -> f64 {
        let mut sum = x;
        for i in (0..=n).step_by(2) {
            sum = sum * 0.5 + x * i as f64;
        }
        for i in (1..=n).rev().step_by(3) {
            sum = (sum * 0.7).sin() + x * i as f64;
        }
        for i in (0..n).step_by(4) {
            sum *= x + i as f64;
        }
        for i in (-3_i8..=3).step_by(3) {
            sum = sum * x + f64::from(i);
        }
        sum
    }

    #[differentiable]
    fn asserted(xs: &[f64], ys: &[f64], x: f64) -> f64 {
        assert_eq!(xs.len(), ys.len());
        assert!(x > 0.0, "x must be positive");
        debug_assert!(!xs.is_empty() && xs[0] < 100.0);
        debug_assert_ne!(x, 3.0, "x is {}", 3);
        let mut sum = 0.0;
        for i in 0..xs.len() {
            assert!(i < ys.len() && ys[i].is_finite());
            sum += xs[i] * ys[i] * x;
        }
        sum
    }

    #[differentiable]
    fn loop_bound_changes(x: f64, n: usize) -> f64 {
        let mut m = n;
        let mut y = x;
        for _ in 0..m {
            y = y * x + 0.1;
            m += 1;
        }
        for _ in 0..m / 2 {
            y = y.sin() + x;
        }
        m = 0;
        y + m as f64
    }

    #[differentiable]
    fn collatz(x: f64, start: u64) -> f64 {
        let mut n = start;
        let mut y = x;
        while n != 1 {
            if n % 2 == 0 {
                n /= 2;
                y = y.cos() + x;
            } else {
                n = 3 * n + 1;
                y *= 0.9 * x;
            }
        }
        y
    }

    #[differentiable]
    fn unit_last_if(x: f64, flag: bool) -> f64 {
        let mut y = x;
        for i in 0..3 {
            if flag {
                y += i as f64 * x;
            } else {
                y *= x
            }
        }
        y
    }

    #[differentiable]
    fn return_everywhere(x: f64) -> f64 {
        if x > 0.0 {
            return x * x;
        } else {
            return -x;
        }
    }

    #[differentiable]
    fn return_at_the_end(x: f64) -> f64 {
        let y = x.sin();
        return y * y;
    }

    #[differentiable]
    fn loop_variable_outlives(x: f64) -> f64 {
        let mut last = 0.0;
        let mut i = 0;
        while i < 5 {
            let t = x * i as f64;
            last = t * t + last * 0.5;
            i += 1;
        }
        last + i as f64 * x
    }

    #[differentiable]
    fn choice_inside_expression(x: f64, y: f64) -> f64 {
        let mut s = 0.0;
        for i in 0..4 {
            s += 2.0 * if i % 2 == 0 { x * y } else { y.sin() } - match i { 0 => x, _ => y * x };
        }
        s.exp().sqrt()
    }

    #[differentiable]
    fn early_of_a_tuple(x: f64, y: f64) -> (f64, f64) {
        if x > y {
            return (x * y, y);
        }
        let z = x.sin();
        (z, z * y)
    }

    #[differentiable]
    fn early_of_a_list(x: f64, n: usize) -> Vec<f64> {
        if n == 0 {
            return vec![x];
        }
        let mut v = vec![x; n];
        v[0] = x * x;
        v
    }
}

#[test]
fn branches_have_the_tapes_digits() {
    for (x, y) in [
        (1.4, -0.3),
        (0.4, 1.9),
        (2.2, 1.3),
        (-1.7, 0.5),
        (-0.4, -0.9),
    ] {
        check::if_as_value(x, y);
        check::if_as_statement(x, y);
        check::else_if_chain(x);
        check::nested_branches(x, y, true);
        check::nested_branches(x, y, false);
        check::deferred(x, y);
        check::branch_tuples(x, y);
        check::choice_inside_expression(x * x, y * y);
    }
    for kind in [0, 1, 2, 3, 12] {
        check::matched(0.8, kind);
    }
    for name in ["double", "square", "none"] {
        check::matched_statement(0.8, name.into());
    }
    check::if_let(0.8, Some(3));
    check::if_let(0.8, None);
}

#[test]
fn loops_have_the_tapes_digits() {
    for n in [0, 1, 2, 5, 8] {
        check::sum_of_powers(0.9, n);
        check::ranges(0.7, n);
        check::logistic(0.3, 3.4, n);
        check::loops_in_branches(0.7, n);
        check::loop_bound_changes(0.7, n);
    }
    check::backward_range(0.5, -3, 4);
    check::backward_range(0.5, 3, -4);
    check::newton(2.5);
    check::loop_with_break(0.8);
    check::break_by_number(1.3);
    check::break_by_number(60.0);
    check::nested_whiles(3.2);
    check::branches_in_loops(vec![0.4, 0.3, -0.8, -1.2, 0.5, 0.6]);
    check::branches_in_loops(vec![]);
    check::data_loops(0.7);
    check::integer_state(0.7, 7);
    check::collatz(0.7, 6);
    for n in [0, 1, 4, 9] {
        check::ranges_in_steps(0.7, n);
    }
    check::bits_of_whole_numbers(vec![0.4, 1.3, -0.7], 0b11_0111);
    check::unit_last_if(0.7, true);
    check::unit_last_if(0.7, false);
    check::loop_variable_outlives(0.7);
}

#[test]
fn exits_have_the_tapes_digits() {
    check::continued(vec![0.5, -1.0, 2.5, 1.5]);
    check::labelled(vec![0.5, 1.0, 2.5, 1.5, 0.3], 2.0);
    check::labelled(vec![5.0, 4.0, 1.5, 0.3], 9.0);
    for (x, y) in [(11.0, 1.0), (1.0, -2.0), (3.0, 2.0), (0.5, 0.5)] {
        check::early(x, y);
    }
    check::early_in_loop(1.2, 5.0);
    check::early_in_loop(0.2, 1e9);
    check::early_in_loop(7.0, 5.0);
    check::early_in_nested_loops(vec![0.5, 1.5, 0.8], 5);
    check::early_in_nested_loops(vec![0.5, 0.15, 0.08], 2);
    check::early_in_while(0.9);
    check::return_everywhere(0.4);
    check::return_everywhere(-0.4);
    check::return_at_the_end(0.4);
    check::early_of_a_tuple(0.4, 0.9);
    check::early_of_a_tuple(1.4, 0.9);
    check::early_of_a_list(1.4, 0);
    check::early_of_a_list(1.4, 3);
}

#[test]
fn copies_are_the_same_number() {
    crate::checks::to_rounding(|| {
        check::table_loops(0.7, vec![(2, 3), (1, -1)], vec![0.5, 0.25]);
    });
}

#[test]
fn the_right_side_is_asked_only_after_the_left() {
    crate::checks::to_rounding(|| {
        check::insertion_sort(vec![0.4, 1.3, -0.7, 0.8, 0.1]);
        check::insertion_sort(vec![]);
    });
}

#[test]
fn assertions_may_ask_about_active_numbers() {
    check::asserted(vec![0.3, 0.4], vec![0.5, 0.6], 0.7);
}

#[test]
#[should_panic(expected = "x must be positive")]
fn a_failed_assertion_panics_in_the_gradient_too() {
    let _ = asserted::gradient(&[0.3], &[0.5], -0.7);
}
