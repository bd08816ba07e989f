//! Written by `generator.rs`. `BLESS=1 cargo test -p micrograd-tests --test differentiable random` renews it.

use crate::checks;
use micrograd_core::differentiable;
use micrograd_tests_taped::twins;

twins! {
    #[differentiable]
    fn r0(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = x;
        let mut s2 = ((if n % 3 != 1 { 0.19_f64 } else { y })).max(-1.5);
        let mut t3 = [(0.47_f64 - s2), (if s2 < s1 { y } else { s1 }), (x * x), (x + a[(n + 2) % a.len()])];
        let v4 = { if y > 1.9 { return (t3[(n + 2) % 4] + a[(n + 1) % a.len()]); } (0.3 * ((s1 / (2.5 + (a[(n + 2) % a.len()]).sin()))).cos()).exp() };
        s1 += s1 * 0.1 * ((v4 + s2)).sin();
        (s1, s2) = (s2, s1 - 0.25 * s2);
        s1 = (y).sin();
        t3[(n + 0) % 4] -= ((-(1.2_f64 + s2))).cos();
        match n % 3 {
        0 => {
            t3[(n + 1) % 4] -= (s1).cos();
        }
        1 | 2 => {
            s2 += s2 * 0.1 * ((x * 0.60_f64)).sin();
            let mut k5 = 0;
            while k5 < 4 && (k5 < 2 || (s1 / (2.5 + (1.96_f64).sin())) >= (if y < a[(n + 0) % a.len()] { t3[(n + 0) % 4] } else { t3[(n + 0) % 4] })) {
                k5 += 1;
                match k5 % 3 {
                0 => {
                    s1 = ((((t3[(n + 3) % 4] / (2.5 + (1.4_f64).sin())) + (s1 - a[(n + 2) % a.len()]))).max(-1.5)).sin();
                    (s2, s1) = (s1, s2 - 0.25 * s1);
                }
                1 | 2 => {
                    s2 *= 0.5 * (((t3[(n + 0) % 4] - a[(k5 + 0) % a.len()]) - (0.31_f64 / (2.5 + (x).sin())))).tanh();
                }
                _ => {
                    s1 /= 1.5 + (s1).sin();
                    t3[(k5 + 2) % 4] += (((s2).max(-1.5) * (x * s1))).cos();
                    s1 /= 1.5 + (s1).sin();
                }
                }
            }
        }
        _ => {
            s2 += s2 * 0.1 * ((x * 0.98_f64)).sin();
        }
        }
        (-(t3[(n + 3) % 4] + t3[(n + 2) % 4])) + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r1(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = r0(((a[(n + 0) % a.len()] + y)).sin(), 0.4, a, n % 3);
        let mut s2 = (r0((x).sin(), 0.4, a, n % 3) / (2.5 + (r0((s1).sin(), 0.4, a, n % 3)).sin()));
        let mut t3 = [0.0_f64; 4];
        let mut s2 = (t3[(n + 1) % 4] + s2).cos();
        t3[(n + 1) % 4] *= (((y * s1) + (a[(n + 2) % a.len()] - a[(n + 0) % a.len()]))).cos();
        t3[(n + 2) % 4] *= (((1.59_f64 - 0.50_f64) / (2.5 + ((1.8_f64 * 0.71_f64)).sin()))).cos();
        if n % 3 != 1 && y > 1.9 {
            return a[(n + 1) % a.len()];
        }
        (1.5 + ((s1 / (2.5 + (a[(n + 2) % a.len()]).sin()))).sin()).ln() + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r2(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = (1.5 + ((if (y - x) <= (a[(n + 0) % a.len()] + y) { a[(n + 1) % a.len()] } else { y })).sin()).ln();
        let mut s2 = ((1.0 + (0.25_f64).powi(2)).sqrt() / (2.5 + ((x + 1.54_f64)).sin()));
        let mut t3 = [(s2 * x), (s1 + s2), (s2 / (2.5 + (s1).sin())), r0((s1).sin(), 0.4, a, n % 3)];
        t3[(n + 1) % 4] *= (a[(n + 2) % a.len()]).cos();
        if (y - s2) <= (if n % 3 != 1 { x } else { a[(n + 2) % a.len()] }) {
            let v4 = ((1.5 + (r0((y).sin(), 0.4, a, n % 3)).sin()).ln() * ((t3[(n + 1) % 4] - t3[(n + 0) % 4])).tanh());
            match n % 3 {
            0 => {
                s1 -= 0.5 * (s2).tanh();
                for i5 in 1..n + 2 {
                    s1 /= 1.5 + (s1).sin();
                    (s2, s1) = (s1, s2 - 0.25 * s1);
                    let v6 = x;
                }
                t3[(n + 1) % 4] -= (s1).cos();
            }
            1 | 2 => {
                let v7 = { if y > 1.9 { return (s1).sin(); } s2 };
                s2 += s2 * 0.1 * (s1).sin();
            }
            _ => {
                for i8 in 0..n {
                    t3[(i8 + 2) % 4] += (((if (a[(n + 2) % a.len()] / (2.5 + (x).sin())) >= (a[(n + 1) % a.len()]).tanh() { a[(n + 0) % a.len()] } else { x }) + x)).cos();
                    t3[(i8 + 3) % 4] = (((0.75_f64 * 1.45_f64) * (y).tanh())).cos();
                }
                let v9 = { if y > 1.9 { return (s2).sin(); } (0.3 * (y).cos()).exp() };
                if n % 3 != 1 {
                    s2 = (1.71_f64).sin();
                    t3[(n + 3) % 4] *= (((s1 - a[(n + 0) % a.len()]) * (y - v4))).cos();
                    t3[(n + 2) % 4] = ((a[(n + 2) % a.len()] * (1.52_f64 / (2.5 + (0.84_f64).sin())))).cos();
                } else {
                    s1 = (x).sin();
                }
            }
            }
        }
        if s1 >= (0.73_f64).sin() && y > 1.9 {
            return a[(n + 0) % a.len()];
        }
        s2 = ((r1(((x / (2.5 + (s2).sin()))).sin(), 0.4, a, n % 3) * r0((r1((x).sin(), 0.4, a, n % 3)).sin(), 0.4, a, n % 3))).sin();
        if x < (a[(n + 2) % a.len()] / (2.5 + (y).sin())) {
            t3[(n + 1) % 4] -= (((t3[(n + 2) % 4] / (2.5 + (y).sin())) + (1.62_f64 * s2))).cos();
            t3[(n + 3) % 4] = ((1.5 + ((s2).tanh()).sin()).ln()).cos();
        }
        (-(a[(n + 2) % a.len()] - 1.65_f64)) + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r3(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((y * x) - (x * x));
        let mut s2 = (1.0 + ((a[(n + 2) % a.len()]).sin()).powi(2)).sqrt();
        let mut t3 = [(0.3 * (x).cos()).exp(), (s1 - a[(n + 0) % a.len()]), (1.0 + (s2).powi(2)).sqrt(), y];
        match n % 3 {
        0 => {
            let v4 = (if (x + t3[(n + 2) % 4]) >= (1.80_f64).tanh() { ((if (1.0 + (0.63_f64).powi(2)).sqrt() <= (t3[(n + 3) % 4] - s1) { s2 } else { s1 }) + t3[(n + 0) % 4]) } else { ((if (s2 * y) >= (t3[(n + 3) % 4] + a[(n + 2) % a.len()]) { x } else { a[(n + 0) % a.len()] }) * (-y)) });
            s2 = (r2((((0.3 * (t3[(n + 1) % 4]).cos()).exp() * (1.0 + (s1).powi(2)).sqrt())).sin(), 0.4, a, n % 3)).sin();
        }
        1 | 2 => {
            if n % 3 != 1 && y > 1.9 {
                return y;
            }
        }
        _ => {
            s2 = (((-(a[(n + 1) % a.len()]).sin()) / (2.5 + (((t3[(n + 1) % 4] / (2.5 + (y).sin())) - (t3[(n + 2) % 4] - a[(n + 2) % a.len()]))).sin()))).sin();
            for e in t3.iter_mut() {
                *e = (*e + (1.5 + ((-x)).sin()).ln()).sin();
            }
            let v5 = { if y > 1.9 { return y; } r2(((s2 - s2)).sin(), 0.4, a, n % 3) };
        }
        }
        let mut s1 = (r1(((t3[(n + 0) % 4] * s2)).sin(), 0.4, a, n % 3) + s1).cos();
        s2 *= 0.5 * (((1.5 + (s2).sin()).ln() * x)).tanh();
        (s1 - (0.82_f64 + s2)) + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r4(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = (a[(n + 2) % a.len()] * 0.97_f64);
        let mut s2 = ((y * a[(n + 1) % a.len()]) - (y + a[(n + 0) % a.len()]));
        let mut t3 = [(-x), (a[(n + 0) % a.len()] - 1.71_f64), (s2 * 1.15_f64), (s1 - a[(n + 2) % a.len()])];
        let mut k4 = 0;
        while k4 < 4 && (k4 < 2 || (1.0 + (y).powi(2)).sqrt() >= (a[(n + 2) % a.len()]).sin()) {
            k4 += 1;
            if (s1 - 0.73_f64) >= (s1 / (2.5 + (x).sin())) { break; }
            if (1.0 + (t3[(k4 + 3) % 4]).powi(2)).sqrt() > (1.5_f64 * t3[(k4 + 2) % 4]) {
                if (y + s1) < (t3[(k4 + 3) % 4] + 1.94_f64) { break; }
                if (x - 1.98_f64) >= (1.0 + (a[(n + 2) % a.len()]).powi(2)).sqrt() {
                    if n % 3 != 1 { continue; }
                    (s2, s1) = (s1, s2 - 0.25 * s1);
                    s1 = ((t3[(n + 2) % 4] * ((1.13_f64 - s1) + 0.4_f64))).sin();
                }
                if (0.3 * (1.88_f64).cos()).exp() >= a[(k4 + 2) % a.len()] {
                    t3[(k4 + 1) % 4] = ((if (y).sin() < (0.79_f64 * a[(n + 0) % a.len()]) { t3[(k4 + 2) % 4] } else { (if (t3[(k4 + 2) % 4] * s1) >= (y + x) { s1 } else { y }) })).cos();
                    let v5 = (((s2).sin()).tanh()).max(-1.5);
                }
            }
            if (s2 * s2) > (a[(k4 + 0) % a.len()] * s2) {
                if (t3[(n + 0) % 4] - s1) < (if t3[(k4 + 0) % 4] >= (-y) { 1.35_f64 } else { s1 }) { break; }
                let v6 = { if y > 1.9 { return (1.5 + (t3[(k4 + 0) % 4]).sin()).ln(); } ((0.32_f64).tanh() * (s2 + y)) };
                if n % 3 != 1 {
                    t3[(k4 + 0) % 4] = (((1.0 + (y).powi(2)).sqrt()).sin()).cos();
                } else {
                    t3[(n + 0) % 4] = ((a[(k4 + 1) % a.len()]).sin()).cos();
                }
            }
        }
        for i7 in (0..6).step_by(2) {
            s2 /= 1.5 + (s2).sin();
            match n % 3 {
            0 => {
                let v8 = (1.5 + (s1).sin()).ln();
            }
            1 | 2 => {
                s2 /= 1.5 + (s2).sin();
            }
            _ => {
                t3[(i7 + 0) % 4] -= (((1.27_f64 + s1) * (if (1.5 + (y).sin()).ln() > (0.3 * (0.53_f64).cos()).exp() { 1.89_f64 } else { y }))).cos();
                s2 *= 0.5 * (((y * s1) * y)).tanh();
            }
            }
            for i9 in (0..6).step_by(2) {
                (s2, s1) = (s1, s2 - 0.25 * s1);
            }
        }
        s2 = ((if (x - s1) >= (1.0 + (t3[(n + 1) % 4]).powi(2)).sqrt() { s1 } else { (r0((0.64_f64).sin(), 0.4, a, n % 3) + (y - s1)) })).sin();
        ((s2 / (2.5 + (s1).sin())) + (x - 0.63_f64)) + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r5(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((1.5 + (x).sin()).ln()).sin();
        let mut s2 = r2(((1.85_f64 + a[(n + 2) % a.len()])).sin(), 0.4, a, n % 3);
        let mut t3 = [(1.5 + (0.13_f64).sin()).ln(), (s2 + s2), (a[(n + 1) % a.len()] * x), (if s2 >= y { s1 } else { 1.29_f64 })];
        if n % 3 != 1 {
            let v4 = (((0.3 * (1.63_f64).cos()).exp()).tanh() - ((1.0 + (a[(n + 0) % a.len()]).powi(2)).sqrt() / (2.5 + ((-t3[(n + 1) % 4])).sin())));
            if (0.27_f64).sin() < (x * x) {
                match n % 3 {
                0 => {
                    let v5 = s2;
                }
                1 | 2 => {
                    let v6 = (s2 + a[(n + 0) % a.len()]);
                    s2 /= 1.5 + (s2).sin();
                }
                _ => {
                    s2 = (0.80_f64).sin();
                }
                }
                match n % 3 {
                0 => {
                    s2 += 0.5 * (0.70_f64).tanh();
                    let v7 = (x + ((t3[(n + 1) % 4]).tanh()).sin());
                }
                1 | 2 => {
                    t3[(n + 3) % 4] += (((1.5 + (s1).sin()).ln() + (t3[(n + 1) % 4] / (2.5 + (t3[(n + 1) % 4]).sin())))).cos();
                    s1 += 0.5 * ((-a[(n + 1) % a.len()])).tanh();
                    t3[(n + 2) % 4] = (r1(((if (1.5 + (y).sin()).ln() < (t3[(n + 2) % 4] * a[(n + 2) % a.len()]) { y } else { 0.50_f64 })).sin(), 0.4, a, n % 3)).cos();
                }
                _ => {
                    s2 *= 0.5 * ((-(0.3 * (x).cos()).exp())).tanh();
                    let v8 = (if (t3[(n + 0) % 4]).tanh() > (if (y / (2.5 + (1.44_f64).sin())) < (x - s1) { s2 } else { x }) { (1.5 + (a[(n + 0) % a.len()]).sin()).ln() } else { (if (a[(n + 1) % a.len()] / (2.5 + (t3[(n + 1) % 4]).sin())) >= (1.29_f64).sin() { (s2 / (2.5 + (s1).sin())) } else { (if (1.12_f64 + x) >= s2 { 1.43_f64 } else { v4 }) }) });
                    s1 *= 0.5 * (a[(n + 0) % a.len()]).tanh();
                }
                }
                if (s1 / (2.5 + (x).sin())) > (v4 - a[(n + 1) % a.len()]) {
                    let v9 = (((t3[(n + 3) % 4] + a[(n + 2) % a.len()]) + (-y)) * ((a[(n + 2) % a.len()] - s2) - (t3[(n + 1) % 4] * t3[(n + 3) % 4])));
                    (s1, s2) = (s2, s1 - 0.25 * s2);
                    (s1, s2) = (s2, s1 - 0.25 * s2);
                } else {
                    t3[(n + 3) % 4] += (((0.3 * (0.5_f64).cos()).exp() - (0.3 * (y).cos()).exp())).cos();
                }
            } else {
                t3[(n + 0) % 4] = (((t3[(n + 2) % 4]).sin() / (2.5 + ((a[(n + 2) % a.len()] * v4)).sin()))).cos();
            }
        }
        t3[(n + 0) % 4] *= ((1.5 + ((y + 0.59_f64)).sin()).ln()).cos();
        s2 /= 1.5 + (s2).sin();
        ((1.0 + (0.61_f64).powi(2)).sqrt() * (s1 + a[(n + 1) % a.len()])) + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r6(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((if n % 3 != 1 { y } else { y }) - (a[(n + 1) % a.len()] * y));
        let mut s2 = s1;
        let mut t3 = [(y - 1.49_f64), r5((s2).sin(), 0.4, a, n % 3), (x - 0.62_f64), (1.5 + (s2).sin()).ln()];
        if 1.50_f64 < (x / (2.5 + (0.14_f64).sin())) && y > 1.9 {
            return (1.5 + ((x - x)).sin()).ln();
        }
        for i4 in (0..6).step_by(2) {
            let v5 = (((t3[(i4 + 2) % 4] * y) + (0.68_f64 * s1)) - (0.3 * ((t3[(n + 2) % 4] + s1)).cos()).exp());
        }
        s2 = (((s1 * (s2 - s1)) * s1)).sin();
        s2 = ((1.5 + ((x * (s2).sin())).sin()).ln()).sin();
        if n % 3 != 1 && y > 1.9 {
            return ((y).sin() * s2);
        }
        (if (a[(n + 2) % a.len()] + s1) < a[(n + 0) % a.len()] { (1.0 + (t3[(n + 2) % 4]).powi(2)).sqrt() } else { (-t3[(n + 3) % 4]) }) + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r7(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = r4(((a[(n + 0) % a.len()] - 0.52_f64)).sin(), 0.4, a, n % 3);
        let mut s2 = (y * (1.29_f64 - x));
        let mut t3 = [(s1 - y), (0.26_f64).tanh(), (0.3 * (s2).cos()).exp(), (a[(n + 1) % a.len()] * 1.36_f64)];
        match n % 3 {
        0 => {
            s2 += 0.5 * ((-x)).tanh();
        }
        1 | 2 => {
            t3[(n + 0) % 4] += (r5(((1.5 + (1.44_f64).sin()).ln()).sin(), 0.4, a, n % 3)).cos();
            let v4 = r6((((a[(n + 1) % a.len()] - x) + a[(n + 0) % a.len()])).sin(), 0.4, a, n % 3);
        }
        _ => {
            s2 = (t3[(n + 1) % 4]).sin();
            t3[(n + 1) % 4] = (r6(((0.45_f64 - 0.84_f64)).sin(), 0.4, a, n % 3)).cos();
        }
        }
        t3[(n + 3) % 4] += ((if 0.47_f64 <= (if t3[(n + 1) % 4] >= (if (a[(n + 1) % a.len()] * 0.41_f64) <= (1.0 + (t3[(n + 0) % 4]).powi(2)).sqrt() { s2 } else { 1.37_f64 }) { s2 } else { x }) { (1.5 + (s1).sin()).ln() } else { (0.3 * (y).cos()).exp() })).cos();
        let mut k5 = 0;
        while k5 < 4 && (k5 < 2 || n % 3 != 1) {
            k5 += 1;
            if (y + x) < (1.75_f64).max(-1.5) { continue; }
            for i6 in (0..n).rev() {
                t3[(n + 3) % 4] = (((t3[(k5 + 0) % 4] - y)).tanh()).cos();
            }
        }
        for i7 in 1..n + 2 {
            if (-t3[(n + 3) % 4]) <= (a[(i7 + 0) % a.len()]).tanh() { break; }
            if (if (1.0 + (s2).powi(2)).sqrt() >= (s1 * a[(i7 + 0) % a.len()]) { 1.70_f64 } else { s1 }) <= (t3[(i7 + 2) % 4] + x) {
                if (t3[(n + 3) % 4] * s1) < (x * 1.88_f64) { break; }
                let v8 = { if i7 % 3 != 1 { continue; } (1.0 + ((s2 / (2.5 + (a[(n + 2) % a.len()]).sin()))).powi(2)).sqrt() };
            }
        }
        (1.5 + ((1.50_f64 * s1)).sin()).ln() + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r8(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((a[(n + 0) % a.len()] * y) - (x + x));
        let mut s2 = (-(x / (2.5 + (0.38_f64).sin())));
        let mut t3 = [0.0_f64; 4];
        s2 = ((-(1.5 + ((-s2)).sin()).ln())).sin();
        for i4 in 0..n {
            if (y + s2) < y { continue; }
            if i4 % 3 != 1 {
                s1 /= 1.5 + (s1).sin();
            }
            s2 += s2 * 0.1 * ((s1).sin()).sin();
            if (x + y) > t3[(i4 + 1) % 4] {
                if n % 3 != 1 && y > 1.9 {
                    return s2;
                }
                s1 = (((s1 / (2.5 + ((a[(i4 + 0) % a.len()] + 0.58_f64)).sin())) * ((y - s1) + (if (0.69_f64 * y) > (y - 1.69_f64) { a[(n + 1) % a.len()] } else { x })))).sin();
            } else {
                for i5 in 0..n {
                    if (1.5 + (s2).sin()).ln() >= (1.91_f64 / (2.5 + (1.82_f64).sin())) { continue; }
                    (s1, s2) = (s2, s1 - 0.25 * s2);
                    t3[(i5 + 2) % 4] = ((0.3 * (y).cos()).exp()).cos();
                }
                s2 /= 1.5 + (s2).sin();
            }
        }
        (s2, s1) = (s1, s2 - 0.25 * s1);
        s2 = ((-(if (x).tanh() < (1.5 + (s1).sin()).ln() { (x * t3[(n + 1) % 4]) } else { (0.3 * (t3[(n + 0) % 4]).cos()).exp() }))).sin();
        if n % 3 != 1 && y > 1.9 {
            return 1.41_f64;
        }
        t3[(n + 3) % 4] *= (((t3[(n + 1) % 4] - y) * (s2 - y))).cos();
        ((t3[(n + 2) % 4]).sin() + (s1 * 0.75_f64)) + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r9(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((0.3 * (x).cos()).exp() * x);
        let mut s2 = (if (a[(n + 0) % a.len()]).sin() < (0.98_f64).sin() { (if n % 3 != 1 { a[(n + 2) % a.len()] } else { x }) } else { (1.0 + (y).powi(2)).sqrt() });
        let mut t3 = [r0((y).sin(), 0.4, a, n % 3), (y - 0.72_f64), (1.86_f64 + y), (-0.50_f64)];
        if (0.36_f64).sin() <= (t3[(n + 2) % 4] * y) && y > 1.9 {
            return ((-s2) * 1.88_f64);
        }
        match n % 3 {
        0 => {
            if (a[(n + 2) % a.len()] + 1.43_f64) > (s1 - s1) && y > 1.9 {
                return (0.3 * (a[(n + 1) % a.len()]).cos()).exp();
            }
            s1 = ((if (y + a[(n + 2) % a.len()]) < (t3[(n + 3) % 4] * t3[(n + 2) % 4]) { (1.5 + ((0.3 * (1.65_f64).cos()).exp()).sin()).ln() } else { (1.0 + ((1.76_f64).tanh()).powi(2)).sqrt() })).sin();
            for i4 in (0..n).rev() {
                if x > (0.3 * (t3[(n + 2) % 4]).cos()).exp() { continue; }
                for i5 in 0..n {
                    (s1, s2) = (s2, s1 - 0.25 * s2);
                    s2 *= 0.5 * (((0.3 * (t3[(i5 + 1) % 4]).cos()).exp() / (2.5 + (1.45_f64).sin()))).tanh();
                }
                s2 += s2 * 0.1 * ((t3[(n + 1) % 4] * s2)).sin();
                if (if s2 > (if n % 3 != 1 { x } else { x }) { s1 } else { y }) > (1.5 + (a[(i4 + 2) % a.len()]).sin()).ln() {
                    t3[(n + 0) % 4] = (a[(i4 + 0) % a.len()]).cos();
                    t3[(n + 3) % 4] -= (((1.0 + (y).powi(2)).sqrt() + (a[(n + 2) % a.len()] + 0.10_f64))).cos();
                }
            }
        }
        1 | 2 => {
            if n % 3 != 1 && y > 1.9 {
                return y;
            }
            let mut k6 = 0;
            while k6 < 4 && (k6 < 2 || s2 <= (0.60_f64 * t3[(n + 1) % 4])) {
                k6 += 1;
                for i7 in (0..n).rev() {
                    s1 -= 0.5 * (((t3[(i7 + 3) % 4]).sin()).sin()).tanh();
                    let v8 = ((1.5 + (y).sin()).ln() * ((1.5 + (x).sin()).ln() * (s2 - y)));
                    t3[(i7 + 3) % 4] = (((if (0.15_f64 - y) < (if k6 % 3 != 1 { x } else { 1.11_f64 }) { a[(k6 + 2) % a.len()] } else { v8 }) * a[(k6 + 1) % a.len()])).cos();
                }
            }
        }
        _ => {
            for i9 in (0..n).rev() {
                if (s1 - a[(n + 1) % a.len()]) >= (a[(n + 1) % a.len()] - a[(n + 1) % a.len()]) { break; }
                t3[(i9 + 2) % 4] += ((1.0 + ((s2 - y)).powi(2)).sqrt()).cos();
                for i10 in (0..6).step_by(2) {
                    s1 /= 1.5 + (s1).sin();
                    t3[(i9 + 2) % 4] += (((0.3 * (y).cos()).exp() - (s1 * t3[(n + 3) % 4]))).cos();
                }
            }
            t3[(n + 1) % 4] *= ((1.5 + ((a[(n + 0) % a.len()] - 0.4_f64)).sin()).ln()).cos();
        }
        }
        let mut s1 = ((1.5 + ((x * a[(n + 0) % a.len()])).sin()).ln() + s1).cos();
        let v11 = (y + ((0.3 * (s2).cos()).exp() - (y - y)));
        match n % 3 {
        0 => {
            let v12 = { if y > 1.9 { return a[(n + 0) % a.len()]; } (0.3 * (v11).cos()).exp() };
        }
        1 | 2 => {
            match n % 3 {
            0 => {
                for i13 in (0..6).step_by(2) {
                    s2 *= 0.5 * (((1.5 + (a[(i13 + 0) % a.len()]).sin()).ln() * (x * v11))).tanh();
                    t3[(i13 + 0) % 4] = ((x).max(-1.5)).cos();
                }
                let mut k14 = 0;
                while k14 < 4 && (k14 < 2 || (x).sin() <= (-a[(n + 2) % a.len()])) {
                    k14 += 1;
                    s1 = ((1.5 + (t3[(n + 0) % 4]).sin()).ln()).sin();
                }
            }
            1 | 2 => {
                if n % 3 != 1 && y > 1.9 {
                    return s2;
                }
                t3[(n + 3) % 4] = ((0.3 * ((if (t3[(n + 3) % 4] * a[(n + 1) % a.len()]) >= (1.63_f64 * x) { x } else { y })).cos()).exp()).cos();
                t3[(n + 3) % 4] += (((y - a[(n + 0) % a.len()]) - (a[(n + 1) % a.len()] - x))).cos();
            }
            _ => {
                if s1 >= (t3[(n + 1) % 4] / (2.5 + (a[(n + 1) % a.len()]).sin())) && y > 1.9 {
                    return y;
                }
                s2 = ((0.3 * (((1.5 + (s1).sin()).ln() / (2.5 + ((1.36_f64 + t3[(n + 0) % 4])).sin()))).cos()).exp()).sin();
            }
            }
        }
        _ => {
            s2 += s2 * 0.1 * ((1.5 + (1.3_f64).sin()).ln()).sin();
            s2 = ((((x + t3[(n + 0) % 4]) + (0.3 * (0.51_f64).cos()).exp()) - ((x + t3[(n + 1) % 4]) * (1.16_f64 / (2.5 + (x).sin()))))).sin();
            for i15 in 0..n {
                if i15 % 3 != 1 { continue; }
                s1 *= 0.5 * (s2).tanh();
                s2 += s2 * 0.1 * ((a[(i15 + 0) % a.len()] * a[(n + 1) % a.len()])).sin();
            }
        }
        }
        ((1.5 + (v11).sin()).ln() * (1.0 + (t3[(n + 0) % 4]).powi(2)).sqrt()) + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r10(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((x + y) - (1.5 + (x).sin()).ln());
        let mut s2 = (1.5 + ((if (s1 * s1) <= (y - y) { x } else { y })).sin()).ln();
        let mut t3 = [0.0_f64; 4];
        t3[(n + 0) % 4] -= (((t3[(n + 1) % 4] - y)).tanh()).cos();
        if n % 3 != 1 {
            if n % 3 != 1 {
                let v4 = s1;
                for i5 in 1..n + 2 {
                    (s2, s1) = (s1, s2 - 0.25 * s1);
                    s1 = ((((s2 * t3[(n + 1) % 4]) + y) + ((1.94_f64 + s2)).tanh())).sin();
                    let v6 = (((t3[(i5 + 1) % 4] * s2) / (2.5 + ((if (a[(n + 0) % a.len()]).max(-1.5) <= (t3[(n + 2) % 4]).sin() { t3[(i5 + 3) % 4] } else { t3[(n + 2) % 4] })).sin())) + (1.0 + ((1.89_f64 / (2.5 + (t3[(n + 1) % 4]).sin()))).powi(2)).sqrt());
                }
            }
            for i7 in (0..n).rev() {
                if (0.7_f64 * 1.68_f64) < (s1 * s2) { break; }
                if i7 % 3 != 1 {
                    s2 /= 1.5 + (s2).sin();
                    (s2, s1) = (s1, s2 - 0.25 * s1);
                }
                t3[(n + 1) % 4] += (((a[(n + 0) % a.len()] * 0.83_f64) + (1.5 + (t3[(i7 + 2) % 4]).sin()).ln())).cos();
                s2 = ((if (0.2_f64).max(-1.5) <= (1.77_f64 / (2.5 + (x).sin())) { (if (t3[(i7 + 3) % 4] + s1) >= (1.5 + (s2).sin()).ln() { (1.5 + (s1).sin()).ln() } else { (t3[(n + 1) % 4] - s1) }) } else { ((if i7 % 3 != 1 { x } else { x }) + (a[(i7 + 2) % a.len()] * 1.33_f64)) })).sin();
            }
        }
        (s2, s1) = (s1, s2 - 0.25 * s1);
        if (t3[(n + 1) % 4] + y) >= (s2 * t3[(n + 3) % 4]) && y > 1.9 {
            return (y + (y + x));
        }
        for e in t3.iter_mut() {
            *e = (*e + s2).sin();
        }
        s2 + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r11(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((y + y)).sin();
        let mut s2 = x;
        let mut t3 = [(1.0 + (a[(n + 2) % a.len()]).powi(2)).sqrt(), (s2 - x), (0.3 * (1.69_f64).cos()).exp(), s2];
        if (0.70_f64 * 1.65_f64) < (1.28_f64 - y) && y > 1.9 {
            return (1.0 + ((x - a[(n + 1) % a.len()])).powi(2)).sqrt();
        }
        if n % 3 != 1 && y > 1.9 {
            return (0.3 * ((t3[(n + 2) % 4] * s2)).cos()).exp();
        }
        if (y - s1) <= (0.3 * (y).cos()).exp() && y > 1.9 {
            return r2((0.57_f64).sin(), 0.4, a, n % 3);
        }
        (if (1.5 + (s1).sin()).ln() >= (if (1.0 + (x).powi(2)).sqrt() <= (1.5 + (x).sin()).ln() { x } else { 1.45_f64 }) { 1.60_f64 } else { (t3[(n + 2) % 4] - a[(n + 0) % a.len()]) }) + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r12(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((-y) / (2.5 + ((y).tanh()).sin()));
        let mut s2 = (0.3 * ((1.0 + (x).powi(2)).sqrt()).cos()).exp();
        let mut t3 = [y, (s2 * 0.6_f64), (1.0 + (0.15_f64).powi(2)).sqrt(), (a[(n + 1) % a.len()] * y)];
        for e in t3.iter_mut() {
            *e = (*e + ((a[(n + 2) % a.len()]).tanh() * (0.36_f64).tanh())).sin();
        }
        s2 += s2 * 0.1 * ((1.5 + (a[(n + 1) % a.len()]).sin()).ln()).sin();
        match n % 3 {
        0 => {
            if (y - 0.56_f64) <= (a[(n + 0) % a.len()] + s1) && y > 1.9 {
                return s1;
            }
            s1 += s1 * 0.1 * ((t3[(n + 3) % 4] + a[(n + 2) % a.len()])).sin();
        }
        1 | 2 => {
            s1 = (r10((t3[(n + 3) % 4]).sin(), 0.4, a, n % 3)).sin();
            s1 -= 0.5 * (((0.62_f64 * s1)).tanh()).tanh();
        }
        _ => {
            for i4 in (0..6).step_by(2) {
                let v5 = { if y > 1.9 { return (y * a[(i4 + 2) % a.len()]); } ((x + t3[(i4 + 1) % 4]) + (s2 - s1)) };
                for i6 in (0..6).step_by(2) {
                    s1 = ((((0.3 * (s1).cos()).exp()).sin() * ((1.2_f64 * s1) - (0.3 * (a[(n + 1) % a.len()]).cos()).exp()))).sin();
                }
            }
        }
        }
        (s1, s2) = (s2, s1 - 0.25 * s2);
        y + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r13(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((a[(n + 0) % a.len()] * y) + (y + x));
        let mut s2 = r3(((0.3 * (s1).cos()).exp()).sin(), 0.4, a, n % 3);
        let mut t3 = [0.0_f64; 4];
        s2 -= 0.5 * ((r3((0.24_f64).sin(), 0.4, a, n % 3) * (t3[(n + 1) % 4] - s1))).tanh();
        t3[(n + 0) % 4] = (((0.3 * (0.74_f64).cos()).exp() - (-t3[(n + 2) % 4]))).cos();
        s2 = ((t3[(n + 2) % 4] + (t3[(n + 2) % 4] * x))).sin();
        s2 /= 1.5 + (s2).sin();
        if n % 3 != 1 {
            let v4 = { if y > 1.9 { return (s2 * s2); } (a[(n + 2) % a.len()] + (y + t3[(n + 0) % 4])) };
        }
        t3[(n + 0) % 4] += (y).cos();
        (1.0 + ((if (y).sin() <= (0.3 * (y).cos()).exp() { 0.25_f64 } else { s1 })).powi(2)).sqrt() + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r14(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = (a[(n + 0) % a.len()]).sin();
        let mut s2 = ((s1 * y) * (y + s1));
        let mut t3 = [0.0_f64; 4];
        if (y * a[(n + 1) % a.len()]) < (-a[(n + 1) % a.len()]) {
            if (a[(n + 1) % a.len()] * 0.7_f64) >= r1((t3[(n + 2) % 4]).sin(), 0.4, a, n % 3) {
                if (x - s2) < (if (s2 - a[(n + 2) % a.len()]) >= (s2 * t3[(n + 3) % 4]) { y } else { x }) && y > 1.9 {
                    return (r12((0.81_f64).sin(), 0.4, a, n % 3) * (s2 * s1));
                }
                let mut s2 = ((0.3 * ((1.0 + (s1).powi(2)).sqrt()).cos()).exp() + s2).cos();
                let v4 = (r4(((0.67_f64).sin()).sin(), 0.4, a, n % 3) * (0.3 * ((s2).tanh()).cos()).exp());
            }
            let mut s1 = (((t3[(n + 0) % 4] * s2) + (y / (2.5 + (a[(n + 2) % a.len()]).sin()))) + s1).cos();
        }
        let mut k5 = 0;
        while k5 < 4 && (k5 < 2 || r12((a[(n + 2) % a.len()]).sin(), 0.4, a, n % 3) >= (1.0 + (y).powi(2)).sqrt()) {
            k5 += 1;
            if (t3[(n + 3) % 4]).sin() > (0.41_f64 * s2) { break; }
            if (y + a[(n + 0) % a.len()]) <= (s2 * s1) {
                if (-s2) > (1.5 + (a[(n + 2) % a.len()]).sin()).ln() {
                    s2 -= 0.5 * ((-(1.0 + (x).powi(2)).sqrt())).tanh();
                    let v6 = (1.0 + (((1.0 + (s2).powi(2)).sqrt() + (if (0.54_f64 / (2.5 + (s1).sin())) < (t3[(n + 2) % 4] - 1.90_f64) { 0.81_f64 } else { a[(k5 + 2) % a.len()] }))).powi(2)).sqrt();
                    t3[(k5 + 1) % 4] -= (s1).cos();
                }
            } else {
                s1 = ((a[(k5 + 0) % a.len()] / (2.5 + (((-y) + (s1 / (2.5 + (y).sin())))).sin()))).sin();
                s1 /= 1.5 + (s1).sin();
            }
        }
        for i7 in 0..n {
            match n % 3 {
            0 => {
                if (a[(i7 + 1) % a.len()] * s1) >= t3[(n + 1) % 4] && y > 1.9 {
                    return (if (a[(i7 + 0) % a.len()] * s2) > s2 { (if (a[(n + 0) % a.len()] - t3[(n + 2) % 4]) <= (t3[(i7 + 0) % 4] + s1) { a[(n + 2) % a.len()] } else { t3[(n + 0) % 4] }) } else { (0.28_f64 * x) });
                }
                if n % 3 != 1 {
                    t3[(n + 1) % 4] *= ((0.3 * (1.50_f64).cos()).exp()).cos();
                    s2 *= 0.5 * ((-(t3[(n + 2) % 4] + a[(n + 0) % a.len()]))).tanh();
                    t3[(n + 1) % 4] -= (((0.88_f64).tanh()).sin()).cos();
                } else {
                    t3[(n + 1) % 4] = ((if n % 3 != 1 { (1.0 + (y).powi(2)).sqrt() } else { (x * a[(n + 0) % a.len()]) })).cos();
                }
                let v8 = (((x / (2.5 + (y).sin())) * (x).max(-1.5)) + (1.5 + ((a[(n + 2) % a.len()]).sin()).sin()).ln());
            }
            1 | 2 => {
                for e in t3.iter_mut() {
                    *e = (*e + ((1.0 + (x).powi(2)).sqrt() * x)).sin();
                }
                let v9 = t3[(i7 + 2) % 4];
                s1 /= 1.5 + (s1).sin();
            }
            _ => {
                match i7 % 3 {
                0 => {
                    t3[(n + 2) % 4] += (((0.19_f64 - s1) * x)).cos();
                    t3[(i7 + 0) % 4] = (a[(i7 + 2) % a.len()]).cos();
                }
                1 | 2 => {
                    s1 = ((1.5 + (((0.3 * (0.90_f64).cos()).exp()).max(-1.5)).sin()).ln()).sin();
                    t3[(n + 0) % 4] = (((0.3 * (t3[(i7 + 0) % 4]).cos()).exp() * (y).tanh())).cos();
                    s1 *= 0.5 * (((a[(i7 + 2) % a.len()] - 0.85_f64)).tanh()).tanh();
                }
                _ => {
                    s1 -= 0.5 * ((1.0 + ((if (s1 - a[(i7 + 1) % a.len()]) <= (a[(n + 0) % a.len()] - a[(i7 + 0) % a.len()]) { s1 } else { s2 })).powi(2)).sqrt()).tanh();
                    let v10 = (((0.57_f64 - s1) * (x).max(-1.5)) + ((if (-a[(i7 + 0) % a.len()]) >= (0.3 * (a[(i7 + 2) % a.len()]).cos()).exp() { t3[(i7 + 0) % 4] } else { s2 }) * (1.0 + (y).powi(2)).sqrt()));
                }
                }
            }
            }
            let mut s1 = (((x * s1) + (-s2)) + s1).cos();
            s1 = (a[(i7 + 2) % a.len()]).sin();
        }
        y + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r15(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = r3(((0.76_f64).sin()).sin(), 0.4, a, n % 3);
        let mut s2 = (-(1.41_f64 + s1));
        let mut t3 = [0.0_f64; 4];
        if (x * a[(n + 0) % a.len()]) >= (0.3 * (a[(n + 1) % a.len()]).cos()).exp() {
            let mut k4 = 0;
            while k4 < 4 && (k4 < 2 || (if (x - s2) > r1((a[(n + 1) % a.len()]).sin(), 0.4, a, n % 3) { t3[(n + 1) % 4] } else { s1 }) >= (y / (2.5 + (a[(n + 1) % a.len()]).sin()))) {
                k4 += 1;
                if (a[(k4 + 0) % a.len()] + s2) <= (t3[(k4 + 0) % 4] - x) { continue; }
                if n % 3 != 1 {
                    s2 = ((((s2).sin()).tanh() + (0.3 * ((-0.98_f64)).cos()).exp())).sin();
                } else {
                    s1 = ((0.3 * (((a[(k4 + 2) % a.len()]).tanh() - (if k4 % 3 != 1 { y } else { a[(k4 + 2) % a.len()] }))).cos()).exp()).sin();
                    s2 = ((((1.0 + (a[(n + 0) % a.len()]).powi(2)).sqrt()).tanh() - 0.51_f64)).sin();
                }
            }
            t3[(n + 3) % 4] -= (((if (1.0 + (y).powi(2)).sqrt() < r9((x).sin(), 0.4, a, n % 3) { a[(n + 0) % a.len()] } else { t3[(n + 0) % 4] }) - (t3[(n + 3) % 4]).sin())).cos();
            for i5 in 0..n {
                if (t3[(n + 2) % 4] + 1.78_f64) < (1.0 + (a[(n + 2) % a.len()]).powi(2)).sqrt() { continue; }
                t3[(n + 2) % 4] *= (1.6_f64).cos();
                let mut s2 = ((-(a[(i5 + 1) % a.len()] + s2)) + s2).cos();
                t3[(n + 0) % 4] = (((1.0 + (x).powi(2)).sqrt() / (2.5 + ((s1).tanh()).sin()))).cos();
            }
        }
        if (if (s2 - s2) < (0.3 * (0.4_f64).cos()).exp() { y } else { 1.84_f64 }) > (1.0 + (a[(n + 0) % a.len()]).powi(2)).sqrt() && y > 1.9 {
            return ((y / (2.5 + (a[(n + 1) % a.len()]).sin())) * (s2).tanh());
        }
        s1 += s1 * 0.1 * ((y * s1)).sin();
        t3[(n + 2) % 4] = (s2).cos();
        let mut k6 = 0;
        while k6 < 4 && (k6 < 2 || (0.40_f64 / (2.5 + (1.43_f64).sin())) < (1.0 + (1.53_f64).powi(2)).sqrt()) {
            k6 += 1;
            if (0.13_f64 * a[(k6 + 2) % a.len()]) <= (s1 * s1) { continue; }
            if (-t3[(k6 + 1) % 4]) >= (a[(n + 2) % a.len()] * s1) {
                if n % 3 != 1 {
                    s1 -= 0.5 * (((1.5 + (x).sin()).ln() - s2)).tanh();
                    t3[(k6 + 0) % 4] += ((1.0 + (t3[(n + 2) % 4]).powi(2)).sqrt()).cos();
                    t3[(k6 + 1) % 4] += ((1.0 + ((0.3 * (a[(k6 + 0) % a.len()]).cos()).exp()).powi(2)).sqrt()).cos();
                }
                s2 = ((((y * x) * (0.3 * (y).cos()).exp())).max(-1.5)).sin();
                if (1.67_f64 - s2) >= (t3[(n + 0) % 4]).tanh() && y > 1.9 {
                    return (if n % 3 != 1 { (t3[(n + 0) % 4] - t3[(k6 + 2) % 4]) } else { x });
                }
            }
        }
        if (1.5 + (y).sin()).ln() >= (0.39_f64 * 1.24_f64) && y > 1.9 {
            return ((t3[(n + 0) % 4] - 1.92_f64) * a[(n + 2) % a.len()]);
        }
        ((x + 1.85_f64) + a[(n + 0) % a.len()]) + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r16(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = (1.0 + ((y + x)).powi(2)).sqrt();
        let mut s2 = (1.5 + ((1.32_f64 + a[(n + 2) % a.len()])).sin()).ln();
        let mut t3 = [(-y), (s2 * s2), (y + 1.58_f64), 1.53_f64];
        let mut k4 = 0;
        while k4 < 4 && (k4 < 2 || n % 3 != 1) {
            k4 += 1;
            let mut k5 = 0;
            while k5 < 4 && (k5 < 2 || (1.97_f64).tanh() >= (s1).sin()) {
                k5 += 1;
                if (x - 1.73_f64) >= (t3[(k4 + 3) % 4] * x) {
                    if t3[(k4 + 3) % 4] < (if (1.5 + (y).sin()).ln() >= (0.48_f64 * s2) { t3[(n + 0) % 4] } else { y }) { break; }
                    s2 /= 1.5 + (s2).sin();
                    let v6 = (1.5 + ((1.0 + ((t3[(k4 + 3) % 4]).tanh()).powi(2)).sqrt()).sin()).ln();
                }
                let mut s2 = (((-y) + (a[(n + 2) % a.len()] - s1)) + s2).cos();
                s1 += 0.5 * ((x * (s1 / (2.5 + (y).sin())))).tanh();
            }
            if (0.77_f64 + a[(k4 + 1) % a.len()]) < (t3[(n + 1) % 4] * a[(k4 + 1) % a.len()]) {
                if (1.5 + (1.14_f64).sin()).ln() <= (t3[(n + 0) % 4] - t3[(n + 3) % 4]) { continue; }
                (s2, s1) = (s1, s2 - 0.25 * s1);
                if (y / (2.5 + (a[(k4 + 2) % a.len()]).sin())) > (0.80_f64 / (2.5 + (a[(n + 0) % a.len()]).sin())) && y > 1.9 {
                    return ((s2 * y) / (2.5 + ((s2 / (2.5 + (t3[(k4 + 3) % 4]).sin()))).sin()));
                }
            }
        }
        let v7 = { if y > 1.9 { return (s2 * a[(n + 0) % a.len()]); } t3[(n + 2) % 4] };
        if (s1 + s1) >= (s1 - y) && y > 1.9 {
            return ((x * a[(n + 0) % a.len()]) - 1.96_f64);
        }
        t3[(n + 2) % 4] *= (((s1 + y)).tanh()).cos();
        (s2, s1) = (s1, s2 - 0.25 * s1);
        (-(1.5 + (t3[(n + 1) % 4]).sin()).ln()) + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r17(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((-a[(n + 0) % a.len()])).tanh();
        let mut s2 = y;
        let mut t3 = [0.0_f64; 4];
        match n % 3 {
        0 => {
            t3[(n + 2) % 4] *= ((if s2 >= (s2 + 0.19_f64) { (s1 / (2.5 + (x).sin())) } else { r3((y).sin(), 0.4, a, n % 3) })).cos();
            t3[(n + 3) % 4] -= (((1.5 + (y).sin()).ln()).sin()).cos();
            for i4 in 0..n {
                let v5 = { if (y - y) > (s1 + s1) { continue; } (-(1.5 + (s2).sin()).ln()) };
                let mut s2 = ((1.0 + (t3[(n + 3) % 4]).powi(2)).sqrt() + s2).cos();
            }
        }
        1 | 2 => {
            t3[(n + 1) % 4] = (a[(n + 1) % a.len()]).cos();
            s1 = ((((0.67_f64 * a[(n + 0) % a.len()])).sin()).tanh()).sin();
            for i6 in (0..6).step_by(2) {
                match n % 3 {
                0 => {
                    s1 /= 1.5 + (s1).sin();
                    s1 = ((if a[(n + 0) % a.len()] > (x * 0.66_f64) { (1.5 + ((-1.90_f64)).sin()).ln() } else { ((x).tanh() * (0.3 * (s1).cos()).exp()) })).sin();
                    t3[(n + 3) % 4] -= (((0.3 * (s2).cos()).exp() / (2.5 + ((-s1)).sin()))).cos();
                }
                1 | 2 => {
                    t3[(n + 3) % 4] -= (((-s2) - (1.0 + (0.70_f64).powi(2)).sqrt())).cos();
                }
                _ => {
                    t3[(n + 3) % 4] -= ((y * (s1 * a[(n + 2) % a.len()]))).cos();
                    s1 = (0.16_f64).sin();
                }
                }
            }
        }
        _ => {
            if n % 3 != 1 {
                let mut k7 = 0;
                while k7 < 4 && (k7 < 2 || (1.15_f64 - 0.10_f64) <= (1.5 + (x).sin()).ln()) {
                    k7 += 1;
                    let v8 = (((y + a[(k7 + 1) % a.len()]) + (if (0.3 * (t3[(k7 + 0) % 4]).cos()).exp() < (s2 + a[(n + 1) % a.len()]) { t3[(k7 + 3) % 4] } else { x }))).max(-1.5);
                    s2 = (((s2 - (y + t3[(n + 0) % 4])) / (2.5 + ((x + (0.3 * (0.59_f64).cos()).exp())).sin()))).sin();
                    t3[(k7 + 3) % 4] = (((s2 + s1)).max(-1.5)).cos();
                }
                s2 += 0.5 * (r11(((if x <= (-x) { a[(n + 2) % a.len()] } else { y })).sin(), 0.4, a, n % 3)).tanh();
                if (1.5 + (s2).sin()).ln() <= (1.5 + (y).sin()).ln() && y > 1.9 {
                    return ((x + t3[(n + 1) % 4])).sin();
                }
            }
            match n % 3 {
            0 => {
                match n % 3 {
                0 => {
                    s1 = ((((t3[(n + 1) % 4] * x) + s1) - ((t3[(n + 2) % 4] - s2)).tanh())).sin();
                    s2 -= 0.5 * (y).tanh();
                }
                1 | 2 => {
                    let v9 = (s2 - (1.5 + ((s2 + s2)).sin()).ln());
                }
                _ => {
                    t3[(n + 1) % 4] = ((1.5 + ((1.80_f64 * y)).sin()).ln()).cos();
                }
                }
                if 0.65_f64 < (x - y) && y > 1.9 {
                    return ((s2).tanh()).sin();
                }
                for e in t3.iter_mut() {
                    *e = (*e + s2).sin();
                }
            }
            1 | 2 => {
                t3[(n + 0) % 4] *= (((if (y + y) >= (1.0 + (a[(n + 2) % a.len()]).powi(2)).sqrt() { y } else { s1 }) + (s1).tanh())).cos();
                let mut s1 = ((-(1.0 + (a[(n + 2) % a.len()]).powi(2)).sqrt()) + s1).cos();
            }
            _ => {
                for i10 in (0..6).step_by(2) {
                    s2 = ((((1.5 + (s1).sin()).ln() * (1.0 + (x).powi(2)).sqrt())).tanh()).sin();
                    s2 /= 1.5 + (s2).sin();
                    s2 = ((-((1.93_f64 - t3[(i10 + 2) % 4]) - t3[(i10 + 1) % 4]))).sin();
                }
                match n % 3 {
                0 => {
                    s2 = ((((1.72_f64 / (2.5 + (t3[(n + 3) % 4]).sin())) * (s2 + s1)) * (r15((a[(n + 0) % a.len()]).sin(), 0.4, a, n % 3) + (y).sin()))).sin();
                    let v11 = (((0.3 * (x).cos()).exp()).sin() - (s1 * (y - y)));
                }
                1 | 2 => {
                    t3[(n + 2) % 4] = (x).cos();
                    s1 /= 1.5 + (s1).sin();
                }
                _ => {
                    s2 = ((((0.3 * (a[(n + 2) % a.len()]).cos()).exp() * (-s1))).tanh()).sin();
                }
                }
            }
            }
            match n % 3 {
            0 => {
                let v12 = (0.3 * (r4(((a[(n + 0) % a.len()] + s2)).sin(), 0.4, a, n % 3)).cos()).exp();
                s1 = (((1.0 + ((1.5 + (1.35_f64).sin()).ln()).powi(2)).sqrt() * (1.0 + (t3[(n + 1) % 4]).powi(2)).sqrt())).sin();
                let v13 = { if y > 1.9 { return (s2 * v12); } (-s2) };
            }
            1 | 2 => {
                t3[(n + 0) % 4] = ((-(s1 + y))).cos();
            }
            _ => {
                if n % 3 != 1 && y > 1.9 {
                    return ((y + 1.87_f64)).tanh();
                }
                if (0.30_f64).sin() < (s1 * a[(n + 0) % a.len()]) {
                    (s2, s1) = (s1, s2 - 0.25 * s1);
                } else {
                    s2 = ((r0(((t3[(n + 0) % 4] * s2)).sin(), 0.4, a, n % 3) * (s2 * (1.5 + (a[(n + 1) % a.len()]).sin()).ln()))).sin();
                    t3[(n + 1) % 4] = (((a[(n + 0) % a.len()]).sin() - (0.3 * (x).cos()).exp())).cos();
                }
            }
            }
        }
        }
        s1 *= 0.5 * ((y + (y - 1.23_f64))).tanh();
        match n % 3 {
        0 => {
            let v14 = t3[(n + 0) % 4];
            for i15 in 0..n {
                if (0.3 * (a[(n + 2) % a.len()]).cos()).exp() < (v14).tanh() { continue; }
                for e in t3.iter_mut() {
                    *e = (*e + ((s2 * v14) + (v14 - 0.1_f64))).sin();
                }
                (s1, s2) = (s2, s1 - 0.25 * s2);
                if (0.3 * (x).cos()).exp() <= (a[(i15 + 0) % a.len()] * s1) {
                    if (if (y * v14) <= 1.53_f64 { s2 } else { v14 }) <= (1.0 + (y).powi(2)).sqrt() { break; }
                    s1 *= 0.5 * (((v14).sin()).sin()).tanh();
                    s1 /= 1.5 + (s1).sin();
                    t3[(n + 0) % 4] += (((s1 * v14)).max(-1.5)).cos();
                }
            }
            match n % 3 {
            0 => {
                t3[(n + 3) % 4] *= ((1.5 + ((1.5 + (t3[(n + 0) % 4]).sin()).ln()).sin()).ln()).cos();
            }
            1 | 2 => {
                t3[(n + 2) % 4] = (((t3[(n + 3) % 4] / (2.5 + (a[(n + 1) % a.len()]).sin())) + (t3[(n + 2) % 4] * a[(n + 0) % a.len()]))).cos();
            }
            _ => {
                if (if (s1).sin() < (0.87_f64 + v14) { 0.49_f64 } else { y }) >= (y).sin() {
                    t3[(n + 3) % 4] = (((0.56_f64 - s1) * (s1).sin())).cos();
                }
            }
            }
        }
        1 | 2 => {
            if n % 3 != 1 && y > 1.9 {
                return ((1.0 + (s1).powi(2)).sqrt() - s1);
            }
        }
        _ => {
            if (x + a[(n + 2) % a.len()]) >= (s1 * t3[(n + 3) % 4]) {
                let mut k16 = 0;
                while k16 < 4 && (k16 < 2 || n % 3 != 1) {
                    k16 += 1;
                    t3[(n + 3) % 4] = (((1.5 + (s2).sin()).ln() * (0.47_f64 * a[(k16 + 0) % a.len()]))).cos();
                }
                let v17 = { if y > 1.9 { return (1.0 + (y).powi(2)).sqrt(); } s1 };
            }
        }
        }
        ((0.53_f64 / (2.5 + (1.18_f64).sin())) * (if (y + a[(n + 2) % a.len()]) <= 1.16_f64 { a[(n + 2) % a.len()] } else { t3[(n + 0) % 4] })) + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r18(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = (1.0 + ((0.3 * (x).cos()).exp()).powi(2)).sqrt();
        let mut s2 = x;
        let mut t3 = [0.0_f64; 4];
        let v4 = { if y > 1.9 { return 1.12_f64; } (if n % 3 != 1 { s2 } else { (0.3 * (a[(n + 1) % a.len()]).cos()).exp() }) };
        s2 = ((((0.16_f64 * s1) * (0.3 * (x).cos()).exp()) / (2.5 + ((-s1)).sin()))).sin();
        t3[(n + 3) % 4] *= (x).cos();
        if a[(n + 1) % a.len()] >= (t3[(n + 2) % 4] * v4) {
            s2 = ((1.0 + ((-(1.52_f64 + a[(n + 0) % a.len()]))).powi(2)).sqrt()).sin();
            (s2, s1) = (s1, s2 - 0.25 * s1);
        } else {
            let mut s1 = (r12(((t3[(n + 0) % 4] / (2.5 + (0.70_f64).sin()))).sin(), 0.4, a, n % 3) + s1).cos();
            let mut k5 = 0;
            while k5 < 4 && (k5 < 2 || (if (a[(n + 1) % a.len()] - s2) >= (1.86_f64 / (2.5 + (a[(n + 0) % a.len()]).sin())) { x } else { a[(n + 1) % a.len()] }) >= (0.33_f64 + s2)) {
                k5 += 1;
                if (-1.20_f64) > v4 {
                    if (if n % 3 != 1 { s2 } else { s1 }) > 0.23_f64 { break; }
                    s1 /= 1.5 + (s1).sin();
                    s1 += 0.5 * ((a[(n + 0) % a.len()]).sin()).tanh();
                    s1 += 0.5 * (v4).tanh();
                }
                s2 += s2 * 0.1 * ((s2 * a[(k5 + 0) % a.len()])).sin();
            }
            s1 = (((r1((a[(n + 0) % a.len()]).sin(), 0.4, a, n % 3) + y) * ((-x) * (t3[(n + 2) % 4] / (2.5 + (v4).sin()))))).sin();
        }
        s1 = (((if (s2 + x) <= (a[(n + 0) % a.len()] + v4) { (a[(n + 2) % a.len()] + y) } else { (t3[(n + 0) % 4] * a[(n + 1) % a.len()]) }) + ((y * a[(n + 0) % a.len()]) + (s1 - v4)))).sin();
        (1.5 + ((0.3 * (y).cos()).exp()).sin()).ln() + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r19(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((a[(n + 2) % a.len()] - a[(n + 2) % a.len()]) * (x * 1.40_f64));
        let mut s2 = ((0.3 * (s1).cos()).exp() + (1.0 + (x).powi(2)).sqrt());
        let mut t3 = [(if (if 1.98_f64 >= (x + y) { s2 } else { y }) <= (y * s1) { s2 } else { s1 }), (1.5 + (s2).sin()).ln(), (1.5 + (x).sin()).ln(), (0.3 * (s1).cos()).exp()];
        match n % 3 {
        0 => {
            s1 = (((1.5 + ((y - a[(n + 2) % a.len()])).sin()).ln() / (2.5 + ((0.3 * ((t3[(n + 2) % 4] - y)).cos()).exp()).sin()))).sin();
            s2 += s2 * 0.1 * ((1.5 + (s2).sin()).ln()).sin();
            let mut s2 = (1.92_f64 + s2).cos();
        }
        1 | 2 => {
            if (y + s1) < (y / (2.5 + (y).sin())) && y > 1.9 {
                return (if n % 3 != 1 { (s2 + s1) } else { (x + 1.91_f64) });
            }
        }
        _ => {
            let v4 = ((1.0 + (0.66_f64).powi(2)).sqrt() - ((s2 - t3[(n + 1) % 4]) - (s1 + s2)));
            let mut s2 = (((1.49_f64).tanh()).tanh() + s2).cos();
        }
        }
        if (a[(n + 2) % a.len()] - s2) < (-s2) {
            let mut k5 = 0;
            while k5 < 4 && (k5 < 2 || (0.55_f64).tanh() > (s1 + 0.15_f64)) {
                k5 += 1;
                match n % 3 {
                0 => {
                    t3[(k5 + 3) % 4] = ((-(s2).sin())).cos();
                }
                1 | 2 => {
                    (s1, s2) = (s2, s1 - 0.25 * s2);
                    s2 *= 0.5 * ((if (x + x) <= (if (s2).max(-1.5) <= (x - x) { y } else { s1 }) { (a[(k5 + 2) % a.len()] * a[(k5 + 1) % a.len()]) } else { (s1 + a[(n + 0) % a.len()]) })).tanh();
                    let v6 = (0.3 * ((t3[(n + 1) % 4] - (x).sin())).cos()).exp();
                }
                _ => {
                    (s2, s1) = (s1, s2 - 0.25 * s1);
                    s1 = ((1.0 + ((0.3 * ((t3[(k5 + 2) % 4] - y)).cos()).exp()).powi(2)).sqrt()).sin();
                }
                }
                if (a[(n + 0) % a.len()] - t3[(k5 + 0) % 4]) > y {
                    let v7 = a[(n + 1) % a.len()];
                } else {
                    let v8 = (((if (if (x * s2) < (x).sin() { x } else { s1 }) <= (if (s1 + x) > y { t3[(k5 + 0) % 4] } else { s1 }) { 1.47_f64 } else { t3[(n + 2) % 4] }) - (a[(k5 + 0) % a.len()] - x)) + (0.3 * ((0.17_f64 * s1)).cos()).exp());
                    s2 += 0.5 * ((1.0 + ((s1 / (2.5 + (t3[(n + 3) % 4]).sin()))).powi(2)).sqrt()).tanh();
                }
            }
            let v9 = { if y > 1.9 { return (0.49_f64).tanh(); } 0.78_f64 };
        }
        let mut k10 = 0;
        while k10 < 4 && (k10 < 2 || (y * a[(n + 0) % a.len()]) <= (s2 * s1)) {
            k10 += 1;
            if n % 3 != 1 { break; }
            let v11 = (((0.68_f64).sin() / (2.5 + ((t3[(k10 + 2) % 4] * t3[(n + 3) % 4])).sin()))).tanh();
            let mut k12 = 0;
            while k12 < 4 && (k12 < 2 || k10 % 3 != 1) {
                k12 += 1;
                if (a[(n + 2) % a.len()] * x) >= (0.3 * (t3[(k12 + 1) % 4]).cos()).exp() { continue; }
                if (a[(k12 + 0) % a.len()]).sin() <= s2 {
                    s2 = ((((t3[(k10 + 0) % 4] / (2.5 + (t3[(k12 + 1) % 4]).sin())) - (1.5 + (a[(k10 + 2) % a.len()]).sin()).ln()) / (2.5 + (((a[(n + 0) % a.len()] + a[(k10 + 0) % a.len()]) + (0.3 * (t3[(k12 + 3) % 4]).cos()).exp())).sin()))).sin();
                }
                if (1.0 + (y).powi(2)).sqrt() >= (a[(n + 2) % a.len()] * 0.89_f64) {
                    if n % 3 != 1 { break; }
                    (s1, s2) = (s2, s1 - 0.25 * s2);
                }
                for i13 in (0..6).step_by(2) {
                    s1 *= 0.5 * (((x + 1.61_f64) * (t3[(k12 + 2) % 4] + s1))).tanh();
                    s1 = (a[(k10 + 2) % a.len()]).sin();
                }
            }
            match n % 3 {
            0 => {
                (s2, s1) = (s1, s2 - 0.25 * s1);
                if k10 % 3 != 1 {
                    t3[(k10 + 2) % 4] = (1.59_f64).cos();
                }
            }
            1 | 2 => {
                let v14 = ((1.5 + ((y * s1)).sin()).ln() * ((1.0 + (y).powi(2)).sqrt() - (0.16_f64 - s1)));
            }
            _ => {
                s2 /= 1.5 + (s2).sin();
                if (a[(k10 + 2) % a.len()] / (2.5 + (a[(n + 2) % a.len()]).sin())) < (1.86_f64 - v11) {
                    t3[(n + 1) % 4] = ((if (-1.47_f64) > (0.3 * (v11).cos()).exp() { (s2 + 0.33_f64) } else { (s1 + v11) })).cos();
                } else {
                    t3[(n + 1) % 4] = ((x + (0.65_f64).tanh())).cos();
                    s1 -= 0.5 * (((0.13_f64 * s1) - (s1 - t3[(k10 + 3) % 4]))).tanh();
                    s1 = ((((-v11)).tanh()).sin()).sin();
                }
            }
            }
        }
        s1 /= 1.5 + (s1).sin();
        (-(y / (2.5 + (s1).sin()))) + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r20(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((x + x)).sin();
        let mut s2 = ((-y) + 1.81_f64);
        let mut t3 = [0.0_f64; 4];
        if (s2 - a[(n + 0) % a.len()]) < s2 && y > 1.9 {
            return ((t3[(n + 0) % 4] - s1) - (a[(n + 0) % a.len()]).sin());
        }
        for i4 in 1..n + 2 {
            if (-s2) >= (s1 + a[(i4 + 0) % a.len()]) {
                if (-0.81_f64) <= (-t3[(n + 0) % 4]) { continue; }
                for i5 in (0..n).rev() {
                    s1 += 0.5 * (((1.0 + (0.63_f64).powi(2)).sqrt() * (1.41_f64 * s2))).tanh();
                    t3[(n + 3) % 4] = (((s1).tanh() + (t3[(i4 + 0) % 4]).sin())).cos();
                    t3[(i5 + 1) % 4] = (((0.34_f64 + s2) * (t3[(n + 0) % 4] - s2))).cos();
                }
            }
            let v6 = (((x + y) * y) * (-(1.1_f64 + t3[(i4 + 1) % 4])));
            if y < t3[(n + 0) % 4] && y > 1.9 {
                return (1.63_f64 + (1.0 + (a[(n + 0) % a.len()]).powi(2)).sqrt());
            }
        }
        match n % 3 {
        0 => {
            let mut k7 = 0;
            while k7 < 4 && (k7 < 2 || (s2 - s1) > s2) {
                k7 += 1;
                if k7 % 3 != 1 { continue; }
                t3[(k7 + 3) % 4] *= ((0.3 * (a[(k7 + 2) % a.len()]).cos()).exp()).cos();
                s1 = ((((t3[(n + 0) % 4]).tanh() * (1.5 + (s1).sin()).ln()) + (0.3 * ((t3[(k7 + 2) % 4] * 0.78_f64)).cos()).exp())).sin();
                for i8 in 0..n {
                    s2 /= 1.5 + (s2).sin();
                }
            }
            if (1.5 + (x).sin()).ln() >= a[(n + 2) % a.len()] {
                s2 = (((0.3 * ((1.27_f64 + s1)).cos()).exp() + ((0.3 * (s1).cos()).exp() - (1.51_f64).sin()))).sin();
            }
            for e in t3.iter_mut() {
                *e = (*e + (0.3 * ((s2 / (2.5 + (s2).sin()))).cos()).exp()).sin();
            }
        }
        1 | 2 => {
            if n % 3 != 1 && y > 1.9 {
                return ((1.0 + (s2).powi(2)).sqrt() * (1.0 + (1.76_f64).powi(2)).sqrt());
            }
            s2 = (0.95_f64).sin();
            s2 += s2 * 0.1 * ((1.0 + (0.9_f64).powi(2)).sqrt()).sin();
        }
        _ => {
            s1 = ((if (if a[(n + 2) % a.len()] <= (y + t3[(n + 3) % 4]) { 1.97_f64 } else { y }) < (s1 * x) { ((0.27_f64 * t3[(n + 3) % 4]) + (1.0 + (1.65_f64).powi(2)).sqrt()) } else { r17((x).sin(), 0.4, a, n % 3) })).sin();
        }
        }
        let v9 = { if y > 1.9 { return x; } r0(((a[(n + 2) % a.len()] * s2)).sin(), 0.4, a, n % 3) };
        t3[(n + 2) % 4] = (((-a[(n + 1) % a.len()]) * (1.13_f64 - s2))).cos();
        s1 = ((0.20_f64).sin()).sin();
        ((x + 1.51_f64)).tanh() + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r21(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = (1.0 + ((1.5 + (a[(n + 0) % a.len()]).sin()).ln()).powi(2)).sqrt();
        let mut s2 = s1;
        let mut t3 = [(x).sin(), r15((y).sin(), 0.4, a, n % 3), (y * y), (s1 + 1.96_f64)];
        let mut k4 = 0;
        while k4 < 4 && (k4 < 2 || n % 3 != 1) {
            k4 += 1;
            if (t3[(n + 2) % 4] * a[(n + 1) % a.len()]) <= t3[(n + 2) % 4] { continue; }
            s1 += s1 * 0.1 * ((a[(k4 + 1) % a.len()]).sin()).sin();
        }
        if (1.0 + (0.60_f64).powi(2)).sqrt() > s2 {
            if (t3[(n + 1) % 4] / (2.5 + (x).sin())) >= r10((y).sin(), 0.4, a, n % 3) {
                match n % 3 {
                0 => {
                    s2 = ((((s2 - s2) * (if r12((s1).sin(), 0.4, a, n % 3) <= t3[(n + 1) % 4] { y } else { a[(n + 1) % a.len()] }))).tanh()).sin();
                    (s2, s1) = (s1, s2 - 0.25 * s1);
                    s1 -= 0.5 * (x).tanh();
                }
                1 | 2 => {
                    s2 /= 1.5 + (s2).sin();
                    t3[(n + 0) % 4] = ((1.0 + ((1.5 + (a[(n + 1) % a.len()]).sin()).ln()).powi(2)).sqrt()).cos();
                }
                _ => {
                    s2 = (1.75_f64).sin();
                }
                }
            } else {
                if y > (1.48_f64).sin() {
                    s1 -= 0.5 * (((y - 0.14_f64)).tanh()).tanh();
                } else {
                    s1 = (r1(((0.3 * ((1.5 + (y).sin()).ln()).cos()).exp()).sin(), 0.4, a, n % 3)).sin();
                    s2 = ((1.0 + (r11((r20((0.9_f64).sin(), 0.4, a, n % 3)).sin(), 0.4, a, n % 3)).powi(2)).sqrt()).sin();
                }
            }
            t3[(n + 0) % 4] = (t3[(n + 0) % 4]).cos();
            match n % 3 {
            0 => {
                for e in t3.iter_mut() {
                    *e = (*e + ((0.3 * (y).cos()).exp() * a[(n + 0) % a.len()])).sin();
                }
                t3[(n + 2) % 4] *= (((-y) - (a[(n + 2) % a.len()]).sin())).cos();
            }
            1 | 2 => {
                match n % 3 {
                0 => {
                    t3[(n + 3) % 4] = (((y * 1.31_f64) - t3[(n + 0) % 4])).cos();
                    s2 *= 0.5 * (((0.3 * (x).cos()).exp() * a[(n + 1) % a.len()])).tanh();
                }
                1 | 2 => {
                    s1 = ((if 1.77_f64 < x { (1.5 + (t3[(n + 3) % 4]).sin()).ln() } else { ((y + a[(n + 2) % a.len()]) - (1.1_f64).sin()) })).sin();
                    t3[(n + 1) % 4] = (((s2).tanh() * (s1).sin())).cos();
                    (s2, s1) = (s1, s2 - 0.25 * s1);
                }
                _ => {
                    let v5 = (r13((a[(n + 2) % a.len()]).sin(), 0.4, a, n % 3) * t3[(n + 0) % 4]);
                    t3[(n + 3) % 4] = (((0.3 * (s2).cos()).exp() - (a[(n + 0) % a.len()]).sin())).cos();
                }
                }
                if (0.95_f64).tanh() <= (s2 * x) {
                    t3[(n + 2) % 4] += (((if (1.0 + (s2).powi(2)).sqrt() >= (1.0 + (a[(n + 2) % a.len()]).powi(2)).sqrt() { x } else { y }) + (-y))).cos();
                    s2 = ((0.79_f64 * ((s2 - x) - (y / (2.5 + (t3[(n + 3) % 4]).sin()))))).sin();
                    s2 = (((if (-1.84_f64) >= (y / (2.5 + (x).sin())) { (a[(n + 0) % a.len()] + y) } else { (x - x) })).sin()).sin();
                } else {
                    s2 += 0.5 * ((-(x * a[(n + 0) % a.len()]))).tanh();
                    t3[(n + 2) % 4] = ((-(x - t3[(n + 2) % 4]))).cos();
                }
                let mut s1 = (((if a[(n + 1) % a.len()] <= (y).sin() { t3[(n + 0) % 4] } else { a[(n + 2) % a.len()] }) * (if n % 3 != 1 { s2 } else { x })) + s1).cos();
            }
            _ => {
                if n % 3 != 1 {
                    s1 = ((((if (y / (2.5 + (a[(n + 1) % a.len()]).sin())) > 0.48_f64 { 1.1_f64 } else { t3[(n + 0) % 4] }) * (1.5 + (x).sin()).ln()) + (1.5 + ((0.7_f64 + s2)).sin()).ln())).sin();
                    s1 = ((0.3 * (((s1 - 0.35_f64) - (t3[(n + 0) % 4] + a[(n + 1) % a.len()]))).cos()).exp()).sin();
                }
                t3[(n + 0) % 4] += (y).cos();
                if (1.22_f64).tanh() < (s2 - a[(n + 2) % a.len()]) && y > 1.9 {
                    return ((1.12_f64 * a[(n + 2) % a.len()])).sin();
                }
            }
            }
        } else {
            if a[(n + 2) % a.len()] > a[(n + 0) % a.len()] && y > 1.9 {
                return (1.5 + ((s1 + s2)).sin()).ln();
            }
            for i6 in 1..n + 2 {
                for i7 in 1..n + 2 {
                    if (s1).max(-1.5) >= (s2 / (2.5 + (t3[(i7 + 3) % 4]).sin())) { continue; }
                    s2 /= 1.5 + (s2).sin();
                    s2 *= 0.5 * ((-(s1 / (2.5 + (t3[(i7 + 1) % 4]).sin())))).tanh();
                    (s1, s2) = (s2, s1 - 0.25 * s2);
                }
                match i6 % 3 {
                0 => {
                    let v8 = ((0.31_f64 * (if (y).tanh() >= (x * 1.79_f64) { a[(i6 + 0) % a.len()] } else { a[(n + 1) % a.len()] })) * (t3[(n + 3) % 4] - (1.5 + (t3[(n + 0) % 4]).sin()).ln()));
                    (s1, s2) = (s2, s1 - 0.25 * s2);
                    t3[(i6 + 0) % 4] += ((if (1.5 + (a[(i6 + 2) % a.len()]).sin()).ln() >= a[(i6 + 1) % a.len()] { (t3[(n + 1) % 4] + t3[(i6 + 1) % 4]) } else { (y - s1) })).cos();
                }
                1 | 2 => {
                    s2 = ((a[(n + 1) % a.len()] + ((s2 - 1.17_f64) + x))).sin();
                    s1 /= 1.5 + (s1).sin();
                    s2 *= 0.5 * (((s1 / (2.5 + (x).sin())) + (x).sin())).tanh();
                }
                _ => {
                    t3[(n + 1) % 4] = ((0.3 * ((1.22_f64).max(-1.5)).cos()).exp()).cos();
                    let v9 = (1.5 + ((if (if s2 <= (1.5 + (1.23_f64).sin()).ln() { s1 } else { x }) < (1.5 + (s1).sin()).ln() { (a[(i6 + 1) % a.len()] + 0.66_f64) } else { (a[(i6 + 2) % a.len()] * 1.67_f64) })).sin()).ln();
                    s1 += 0.5 * (((y * x) * (0.73_f64).max(-1.5))).tanh();
                }
                }
            }
            s2 += s2 * 0.1 * ((y + t3[(n + 1) % 4])).sin();
        }
        let v10 = { if y > 1.9 { return (a[(n + 0) % a.len()] + t3[(n + 2) % 4]); } ((x * t3[(n + 3) % 4]) + (a[(n + 2) % a.len()] * x)) };
        let mut s1 = ((-(0.3 * (a[(n + 0) % a.len()]).cos()).exp()) + s1).cos();
        t3[(n + 2) % 4] = (((x - t3[(n + 0) % 4])).sin()).cos();
        s1 = ((if (a[(n + 0) % a.len()]).sin() >= a[(n + 2) % a.len()] { ((a[(n + 0) % a.len()]).sin()).sin() } else { s2 })).sin();
        (0.94_f64 + (0.28_f64 - v10)) + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r22(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((1.0 + (x).powi(2)).sqrt()).sin();
        let mut s2 = ((1.35_f64 - x) - (x - 1.84_f64));
        let mut t3 = [0.0_f64; 4];
        t3[(n + 1) % 4] = (((0.3 * (s2).cos()).exp()).tanh()).cos();
        s2 = (((s2).sin()).sin()).sin();
        let mut k4 = 0;
        while k4 < 4 && (k4 < 2 || (-x) <= (1.0 + (1.89_f64).powi(2)).sqrt()) {
            k4 += 1;
            s2 *= 0.5 * (((-s2) - t3[(n + 1) % 4])).tanh();
        }
        let mut s1 = (((0.3 * (y).cos()).exp() / (2.5 + (y).sin())) + s1).cos();
        s2 += 0.5 * (((0.3 * (t3[(n + 0) % 4]).cos()).exp() + (s1 + t3[(n + 1) % 4]))).tanh();
        if n % 3 != 1 && y > 1.9 {
            return (y * (1.5 + (1.57_f64).sin()).ln());
        }
        match n % 3 {
        0 => {
            match n % 3 {
            0 => {
                if n % 3 != 1 {
                    s2 -= 0.5 * ((1.5 + ((x * t3[(n + 3) % 4])).sin()).ln()).tanh();
                    s2 = ((x).sin()).sin();
                } else {
                    t3[(n + 3) % 4] -= (((1.36_f64 * a[(n + 0) % a.len()]) + (if (y - x) > (0.57_f64).sin() { x } else { 1.23_f64 }))).cos();
                    s1 = (s2).sin();
                }
                s1 += 0.5 * ((1.5 + ((1.5 + (x).sin()).ln()).sin()).ln()).tanh();
                if (s2 * s2) > (a[(n + 0) % a.len()] - s2) {
                    s2 -= 0.5 * (((y + x) - (x - 1.49_f64))).tanh();
                }
            }
            1 | 2 => {
                s2 += 0.5 * (((t3[(n + 1) % 4] - t3[(n + 2) % 4]) * (0.30_f64 * a[(n + 0) % a.len()]))).tanh();
                if n % 3 != 1 && y > 1.9 {
                    return (-a[(n + 0) % a.len()]);
                }
            }
            _ => {
                if (1.5 + (a[(n + 2) % a.len()]).sin()).ln() <= (1.5_f64 * t3[(n + 0) % 4]) {
                    t3[(n + 3) % 4] *= (((s1 - x) - y)).cos();
                    s1 = ((0.3 * ((if (s1 + s2) <= (0.3 * (t3[(n + 3) % 4]).cos()).exp() { (a[(n + 1) % a.len()] + y) } else { (t3[(n + 2) % 4] + t3[(n + 2) % 4]) })).cos()).exp()).sin();
                    (s2, s1) = (s1, s2 - 0.25 * s1);
                }
                let v5 = (if n % 3 != 1 { (a[(n + 1) % a.len()] + (t3[(n + 3) % 4] + a[(n + 2) % a.len()])) } else { ((s1 - s1) / (2.5 + (r8((a[(n + 2) % a.len()]).sin(), 0.4, a, n % 3)).sin())) });
                let mut k6 = 0;
                while k6 < 4 && (k6 < 2 || (a[(n + 1) % a.len()] + s1) >= (1.0 + (v5).powi(2)).sqrt()) {
                    k6 += 1;
                    t3[(k6 + 2) % 4] -= ((1.0 + ((1.5 + (a[(n + 2) % a.len()]).sin()).ln()).powi(2)).sqrt()).cos();
                    (s2, s1) = (s1, s2 - 0.25 * s1);
                }
            }
            }
        }
        1 | 2 => {
            let mut s2 = (((-a[(n + 0) % a.len()]) * r13((a[(n + 1) % a.len()]).sin(), 0.4, a, n % 3)) + s2).cos();
        }
        _ => {
            if n % 3 != 1 {
                let mut k7 = 0;
                while k7 < 4 && (k7 < 2 || n % 3 != 1) {
                    k7 += 1;
                    t3[(k7 + 0) % 4] = (((s2 / (2.5 + (x).sin())) * (t3[(k7 + 0) % 4] * a[(n + 0) % a.len()]))).cos();
                    let v8 = 1.50_f64;
                    let v9 = (((s1 * a[(n + 1) % a.len()])).max(-1.5) - ((1.3_f64 * t3[(n + 2) % 4]) * (v8 * 0.50_f64)));
                }
                if 0.54_f64 > (t3[(n + 2) % 4]).sin() {
                    t3[(n + 1) % 4] = ((r5((x).sin(), 0.4, a, n % 3) + (t3[(n + 0) % 4]).sin())).cos();
                    t3[(n + 3) % 4] += ((-(1.0 + (s1).powi(2)).sqrt())).cos();
                }
            } else {
                s2 = ((1.0 + (((s2 / (2.5 + (x).sin())) / (2.5 + ((1.5 + (y).sin()).ln()).sin()))).powi(2)).sqrt()).sin();
                let mut k10 = 0;
                while k10 < 4 && (k10 < 2 || n % 3 != 1) {
                    k10 += 1;
                    if (x * s1) > (0.20_f64 + a[(k10 + 0) % a.len()]) { break; }
                    s1 = ((0.3 * ((0.3 * ((s1).tanh()).cos()).exp()).cos()).exp()).sin();
                    t3[(n + 0) % 4] = ((0.47_f64 * (y).tanh())).cos();
                }
                s2 += s2 * 0.1 * ((y + y)).sin();
            }
            let v11 = { if y > 1.9 { return (1.69_f64 * s1); } (-(t3[(n + 2) % 4] + 1.8_f64)) };
        }
        }
        r4((r6((s1).sin(), 0.4, a, n % 3)).sin(), 0.4, a, n % 3) + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r23(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = (-a[(n + 0) % a.len()]);
        let mut s2 = ((1.2_f64 * s1) * (s1 + s1));
        let mut t3 = [0.0_f64; 4];
        let mut s2 = ((-(0.59_f64 * a[(n + 1) % a.len()])) + s2).cos();
        s2 += s2 * 0.1 * ((s2 + a[(n + 0) % a.len()])).sin();
        s2 = (((s2 * x) - ((y + 0.25_f64)).tanh())).sin();
        s1 *= 0.5 * ((if n % 3 != 1 { t3[(n + 1) % 4] } else { (t3[(n + 0) % 4] - s2) })).tanh();
        s1 + s2 * t3[1] + t3[2]
    }

}

/// Checks every function at a point.
pub(crate) fn check_all(x: f64, y: f64, a: &[f64], n: usize) {
    check::r0(x, y, a.to_vec(), n);
    check::r1(x, y, a.to_vec(), n);
    check::r2(x, y, a.to_vec(), n);
    check::r3(x, y, a.to_vec(), n);
    check::r4(x, y, a.to_vec(), n);
    check::r5(x, y, a.to_vec(), n);
    check::r6(x, y, a.to_vec(), n);
    check::r7(x, y, a.to_vec(), n);
    check::r8(x, y, a.to_vec(), n);
    check::r9(x, y, a.to_vec(), n);
    check::r10(x, y, a.to_vec(), n);
    check::r11(x, y, a.to_vec(), n);
    check::r12(x, y, a.to_vec(), n);
    check::r13(x, y, a.to_vec(), n);
    check::r14(x, y, a.to_vec(), n);
    check::r15(x, y, a.to_vec(), n);
    check::r16(x, y, a.to_vec(), n);
    check::r17(x, y, a.to_vec(), n);
    check::r18(x, y, a.to_vec(), n);
    check::r19(x, y, a.to_vec(), n);
    check::r20(x, y, a.to_vec(), n);
    check::r21(x, y, a.to_vec(), n);
    check::r22(x, y, a.to_vec(), n);
    check::r23(x, y, a.to_vec(), n);
}
