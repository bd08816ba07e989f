//! Written by `generator.rs`. `BLESS=1 cargo test -p micrograd-tests --test differentiable_random` renews it.

use super::differentiable_checks;
use micrograd_core::differentiable;
use micrograd_tests_taped::twins;

twins! {
    #[differentiable]
    fn r0(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = x;
        let mut s2 = ((if n % 3 != 1 { 0.19_f64 } else { y })).max(-1.5);
        let mut t3 = [(0.47_f64 - s2), (if s2 < s1 { y } else { s1 }), (x * x), (x + a[(n + 2) % a.len()])];
        for i4 in (0..6).step_by(2) {
            if (0.3 * (y).cos()).exp() >= (x).sin() { break; }
            t3[(n + 2) % 4] = (a[(n + 1) % a.len()]).cos();
            if (0.3 * (t3[(i4 + 3) % 4]).cos()).exp() > (y - s2) {
                for i5 in 1..n + 2 {
                    let v6 = (y * ((a[(i5 + 2) % a.len()] - x) + (1.0 + (s2).powi(2)).sqrt()));
                    t3[(n + 0) % 4] = ((1.5 + ((a[(n + 1) % a.len()]).sin()).sin()).ln()).cos();
                }
                if (x * 0.60_f64) >= (0.3 * (x).cos()).exp() {
                    let v7 = (((if y < a[(i4 + 0) % a.len()] { t3[(n + 0) % 4] } else { t3[(n + 0) % 4] })).sin() * s1);
                    t3[(n + 0) % 4] *= (((t3[(n + 3) % 4] / (2.5 + (1.4_f64).sin())) + (s1 - a[(n + 2) % a.len()]))).cos();
                } else {
                    s1 -= 0.5 * (((s1 / (2.5 + (0.11_f64).sin())) - (y - t3[(n + 1) % 4]))).tanh();
                    t3[(i4 + 2) % 4] *= ((1.5 + (t3[(i4 + 3) % 4]).sin()).ln()).cos();
                    s2 /= 1.5 + (s2).sin();
                }
                if (x * s1) > (x + 1.85_f64) && y > 1.9 {
                    return (a[(n + 0) % a.len()]).max(-1.5);
                }
            }
        }
        if (t3[(n + 1) % 4] / (2.5 + (a[(n + 2) % a.len()]).sin())) <= (t3[(n + 3) % 4] + 0.85_f64) && y > 1.9 {
            return y;
        }
        for i8 in 0..n {
            s2 /= 1.5 + (s2).sin();
            if (0.3 * (y).cos()).exp() > (if (x * x) < (t3[(i8 + 2) % 4] + y) { 0.12_f64 } else { x }) && y > 1.9 {
                return (1.0 + (y).powi(2)).sqrt();
            }
        }
        for i9 in (0..n).rev() {
            let v10 = (if a[(n + 0) % a.len()] >= t3[(i9 + 3) % 4] { (0.50_f64 / (2.5 + ((1.8_f64 * 0.71_f64)).sin())) } else { (1.0 + ((-a[(i9 + 2) % a.len()])).powi(2)).sqrt() });
            if n % 3 != 1 && y > 1.9 {
                return ((if (-s1) <= (t3[(n + 3) % 4]).max(-1.5) { s1 } else { t3[(i9 + 2) % 4] }) / (2.5 + (0.76_f64).sin()));
            }
            t3[(i9 + 0) % 4] = (1.54_f64).cos();
        }
        s2 /= 1.5 + (s2).sin();
        t3[(n + 1) % 4] *= (((0.82_f64).tanh()).max(-1.5)).cos();
        ((if (a[(n + 0) % a.len()] * a[(n + 0) % a.len()]) >= (-t3[(n + 1) % 4]) { s1 } else { y }) - (s1).sin()) + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r1(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = (if (1.51_f64).tanh() <= (y + x) { 0.38_f64 } else { (y + a[(n + 1) % a.len()]) });
        let mut s2 = ((1.80_f64 * x) * y);
        let mut t3 = [0.0_f64; 4];
        t3[(n + 3) % 4] -= (((s2 * 0.92_f64) + (y / (2.5 + (1.48_f64).sin())))).cos();
        t3[(n + 0) % 4] -= (((if s1 > (a[(n + 1) % a.len()]).sin() { 0.85_f64 } else { s1 }) * (if (if (s1).sin() < (y / (2.5 + (a[(n + 1) % a.len()]).sin())) { x } else { a[(n + 2) % a.len()] }) > (x).tanh() { x } else { t3[(n + 2) % 4] }))).cos();
        s1 = (x).sin();
        t3[(n + 2) % 4] -= (((x + y) + (t3[(n + 2) % 4] * x))).cos();
        s1 = (((0.3 * ((s2 - x)).cos()).exp() * (0.3 * ((if n % 3 != 1 { a[(n + 0) % a.len()] } else { s1 })).cos()).exp())).sin();
        (r0((s1).sin(), 0.4, a, n % 3) * a[(n + 0) % a.len()]) + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r2(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = (1.0 + ((1.0 + (a[(n + 1) % a.len()]).powi(2)).sqrt()).powi(2)).sqrt();
        let mut s2 = (1.0 + ((if n % 3 != 1 { s1 } else { a[(n + 0) % a.len()] })).powi(2)).sqrt();
        let mut t3 = [(y + s2), x, r0((x).sin(), 0.4, a, n % 3), s1];
        if (0.73_f64).sin() >= (0.5_f64 + 1.71_f64) {
            for i4 in 0..n {
                let mut k5 = 0;
                while k5 < 4 && (k5 < 2 || (t3[(i4 + 2) % 4] + s1) >= (a[(n + 2) % a.len()] - x)) {
                    k5 += 1;
                    if (0.3 * (t3[(n + 1) % 4]).cos()).exp() >= (1.0 + (a[(n + 1) % a.len()]).powi(2)).sqrt() { break; }
                    let v6 = ((0.3 * ((1.5 + (t3[(k5 + 0) % 4]).sin()).ln()).cos()).exp() * ((y + s2) / (2.5 + ((s2).tanh()).sin())));
                    t3[(i4 + 3) % 4] -= ((-(s2 - 1.65_f64))).cos();
                    t3[(i4 + 2) % 4] *= (((-a[(n + 0) % a.len()]) / (2.5 + ((y * x)).sin()))).cos();
                }
                if (0.3 * (t3[(i4 + 0) % 4]).cos()).exp() >= (s1 - a[(n + 0) % a.len()]) && y > 1.9 {
                    return ((x).max(-1.5) / (2.5 + (s2).sin()));
                }
                t3[(n + 3) % 4] = (((s2).sin()).tanh()).cos();
            }
        }
        if (t3[(n + 3) % 4] - s1) > (s1 + 0.22_f64) {
            let mut k7 = 0;
            while k7 < 4 && (k7 < 2 || (x + t3[(n + 2) % 4]) >= (1.80_f64).tanh()) {
                k7 += 1;
                for i8 in 0..n {
                    t3[(i8 + 1) % 4] *= (((1.5 + (y).sin()).ln()).sin()).cos();
                    let v9 = (((0.3 * (x).cos()).exp() + (s2 * x))).sin();
                    s1 = ((((0.3 * (y).cos()).exp() * (1.0 + (s1).powi(2)).sqrt())).max(-1.5)).sin();
                }
                let mut k10 = 0;
                while k10 < 4 && (k10 < 2 || k7 % 3 != 1) {
                    k10 += 1;
                    if n % 3 != 1 { continue; }
                    (s1, s2) = (s2, s1 - 0.25 * s2);
                    t3[(n + 1) % 4] = (((s2 / (2.5 + (t3[(k7 + 3) % 4]).sin()))).sin()).cos();
                }
                (s2, s1) = (s1, s2 - 0.25 * s1);
            }
        }
        t3[(n + 2) % 4] *= ((1.5 + (a[(n + 2) % a.len()]).sin()).ln()).cos();
        ((1.0 + (t3[(n + 2) % 4]).powi(2)).sqrt()).sin() + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r3(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((1.0 + (y).powi(2)).sqrt() * (x).sin());
        let mut s2 = (1.5 + ((if n % 3 != 1 { 1.28_f64 } else { x })).sin()).ln();
        let mut t3 = [0.0_f64; 4];
        let mut k4 = 0;
        while k4 < 4 && (k4 < 2 || (0.3 * (t3[(n + 1) % 4]).cos()).exp() <= (-0.52_f64)) {
            k4 += 1;
            let mut k5 = 0;
            while k5 < 4 && (k5 < 2 || (1.5 + (s2).sin()).ln() <= (if s1 < x { 1.11_f64 } else { x })) {
                k5 += 1;
                s1 = (((if (t3[(k5 + 2) % 4] - s2) > (0.48_f64 + 0.51_f64) { (a[(n + 0) % a.len()] * s2) } else { (x / (2.5 + (a[(n + 0) % a.len()]).sin())) })).max(-1.5)).sin();
                for i6 in (0..n).rev() {
                    s1 = ((t3[(k5 + 0) % 4] * (1.0 + ((1.47_f64 * y)).powi(2)).sqrt())).sin();
                    (s1, s2) = (s2, s1 - 0.25 * s2);
                    t3[(k5 + 0) % 4] = (((s1 - 0.73_f64) * (0.3 * (y).cos()).exp())).cos();
                }
                if k4 % 3 != 1 {
                    (s2, s1) = (s1, s2 - 0.25 * s1);
                    s2 = ((((1.5_f64 * t3[(k5 + 2) % 4]) + (s2 * 1.67_f64)) * (s2 + s2))).sin();
                    s1 = (((-(t3[(n + 0) % 4] + s2)) - ((s1 + 1.39_f64)).max(-1.5))).sin();
                } else {
                    s1 = ((t3[(k4 + 2) % 4] * ((1.13_f64 - s1) + 0.4_f64))).sin();
                }
            }
        }
        t3[(n + 0) % 4] = (((x * s1)).sin()).cos();
        if (a[(n + 0) % a.len()] * 1.51_f64) < (1.0 + (y).powi(2)).sqrt() {
            let mut k7 = 0;
            while k7 < 4 && (k7 < 2 || n % 3 != 1) {
                k7 += 1;
                s1 = ((-((if (t3[(k7 + 2) % 4] * s1) >= (y + x) { s1 } else { y }) + s1))).sin();
                for i8 in (0..6).step_by(2) {
                    (s1, s2) = (s2, s1 - 0.25 * s2);
                    t3[(i8 + 3) % 4] *= (((y * y) * (0.3 * (x).cos()).exp())).cos();
                }
            }
            t3[(n + 0) % 4] += ((if t3[(n + 0) % 4] >= (-y) { (x - y) } else { (y * t3[(n + 1) % 4]) })).cos();
        }
        t3[(n + 2) % 4] = (((0.32_f64).tanh() * (s2 + y))).cos();
        t3[(n + 0) % 4] = ((0.3 * (r2((x).sin(), 0.4, a, n % 3)).cos()).exp()).cos();
        for i9 in (0..n).rev() {
            s2 = ((1.5 + ((x - (t3[(n + 2) % 4]).max(-1.5))).sin()).ln()).sin();
            if (s2 - 0.51_f64) >= s1 && y > 1.9 {
                return ((s1 * a[(i9 + 1) % a.len()]) - (t3[(i9 + 1) % 4] + s1));
            }
        }
        s2 *= 0.5 * (s2).tanh();
        ((1.5 + (y).sin()).ln() - 1.63_f64) + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r4(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((if (x * y) <= r2((1.35_f64).sin(), 0.4, a, n % 3) { x } else { x }) * (x).tanh());
        let mut s2 = (if (x - s1) >= (y - s1) { y } else { (0.3 * (a[(n + 0) % a.len()]).cos()).exp() });
        let mut t3 = [0.0_f64; 4];
        let v4 = (((a[(n + 2) % a.len()] * a[(n + 2) % a.len()]) / (2.5 + ((x - x)).sin())) - t3[(n + 2) % 4]);
        (s2, s1) = (s1, s2 - 0.25 * s1);
        for i5 in (0..n).rev() {
            let v6 = ((a[(i5 + 2) % a.len()]).max(-1.5) * ((1.5 + (0.13_f64).sin()).ln() * (x * s1)));
            s2 -= 0.5 * ((if v6 >= t3[(i5 + 0) % 4] { (x - s2) } else { (0.23_f64).sin() })).tanh();
        }
        v4 + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r5(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = y;
        let mut s2 = ((a[(n + 2) % a.len()] * 0.80_f64) / (2.5 + ((s1 / (2.5 + (s1).sin()))).sin()));
        let mut t3 = [(x * a[(n + 1) % a.len()]), (0.85_f64 - a[(n + 2) % a.len()]), (1.0 + (a[(n + 0) % a.len()]).powi(2)).sqrt(), (x * 1.67_f64)];
        s1 = (r0((((s2 - a[(n + 0) % a.len()]) - (s2 * y))).sin(), 0.4, a, n % 3)).sin();
        s1 = ((r0((x).sin(), 0.4, a, n % 3) + ((t3[(n + 1) % 4]).tanh()).sin())).sin();
        let mut k4 = 0;
        while k4 < 4 && (k4 < 2 || (-t3[(n + 3) % 4]) < (x).sin()) {
            k4 += 1;
            t3[(n + 3) % 4] -= (((y * a[(n + 0) % a.len()]) + (1.0 + (y).powi(2)).sqrt())).cos();
            if (1.5 + (t3[(n + 3) % 4]).sin()).ln() >= (1.5 + (x).sin()).ln() {
                let v5 = y;
                s1 *= 0.5 * (((0.50_f64).max(-1.5) - (s1).max(-1.5))).tanh();
            }
            if k4 % 3 != 1 {
                for i6 in 0..n {
                    let v7 = (1.89_f64).max(-1.5);
                    t3[(n + 0) % 4] -= ((if (y / (2.5 + (1.44_f64).sin())) < (x - s1) { (1.5 + (s2).sin()).ln() } else { (1.0 + (0.63_f64).powi(2)).sqrt() })).cos();
                }
                if (0.3 * (s2).cos()).exp() >= (a[(n + 1) % a.len()] / (2.5 + (t3[(k4 + 1) % 4]).sin())) {
                    t3[(k4 + 2) % 4] = ((if (1.12_f64 + x) >= s2 { y } else { (y * 0.12_f64) })).cos();
                } else {
                    t3[(k4 + 1) % 4] = (((0.68_f64).max(-1.5) - (s1 + x))).cos();
                    s2 += 0.5 * (((s2 + a[(k4 + 2) % a.len()]) + (-y))).tanh();
                }
                let mut k8 = 0;
                while k8 < 4 && (k8 < 2 || (a[(k4 + 0) % a.len()]).tanh() < (a[(k4 + 1) % a.len()] * t3[(n + 1) % 4])) {
                    k8 += 1;
                    (s1, s2) = (s2, s1 - 0.25 * s2);
                    (s1, s2) = (s2, s1 - 0.25 * s2);
                    t3[(k8 + 3) % 4] -= ((if (1.5 + (s1).sin()).ln() < (a[(n + 2) % a.len()] - s2) { (t3[(n + 0) % 4] + x) } else { (a[(k4 + 1) % a.len()] / (2.5 + (y).sin())) })).cos();
                }
            } else {
                for i9 in (0..6).step_by(2) {
                    if n % 3 != 1 { continue; }
                    let v10 = (((a[(n + 0) % a.len()] + s1)).max(-1.5) * ((s2 + t3[(i9 + 1) % 4])).sin());
                    (s2, s1) = (s1, s2 - 0.25 * s1);
                    s1 = ((1.5 + (v10).sin()).ln()).sin();
                }
                for i11 in (0..6).step_by(2) {
                    if (if k4 % 3 != 1 { x } else { t3[(i11 + 2) % 4] }) <= t3[(n + 1) % 4] { break; }
                    let v12 = (((s2).max(-1.5)).max(-1.5) * ((0.3 * (0.40_f64).cos()).exp() - (s1).sin()));
                }
            }
        }
        (if (t3[(n + 0) % 4] * a[(n + 2) % a.len()]) >= (1.5 + (a[(n + 0) % a.len()]).sin()).ln() { (0.54_f64).sin() } else { (x + s1) }) + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r6(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((y * x) + (0.68_f64 * y));
        let mut s2 = (0.3 * ((if n % 3 != 1 { y } else { 1.72_f64 })).cos()).exp();
        let mut t3 = [r3((a[(n + 0) % a.len()]).sin(), 0.4, a, n % 3), (a[(n + 2) % a.len()] - s1), (1.68_f64 - s2), (1.8_f64 * s2)];
        s2 /= 1.5 + (s2).sin();
        s1 = (((if (1.0 + (t3[(n + 2) % 4]).powi(2)).sqrt() > (s2 * s2) { (0.3 * (t3[(n + 0) % 4]).cos()).exp() } else { (x * x) }) * ((-a[(n + 2) % a.len()]) * (a[(n + 0) % a.len()] + a[(n + 1) % a.len()])))).sin();
        s2 /= 1.5 + (s2).sin();
        let mut k4 = 0;
        while k4 < 4 && (k4 < 2 || n % 3 != 1) {
            k4 += 1;
            (s1, s2) = (s2, s1 - 0.25 * s2);
        }
        s1 -= 0.5 * (((1.44_f64).tanh() - (t3[(n + 1) % 4] * y))).tanh();
        for i5 in (0..n).rev() {
            for i6 in (0..n).rev() {
                if i6 % 3 != 1 { break; }
                for i7 in 1..n + 2 {
                    if i7 % 3 != 1 { continue; }
                    t3[(i7 + 1) % 4] = (((s1 + y) + (t3[(i7 + 3) % 4] * 1.77_f64))).cos();
                }
            }
        }
        s2 -= 0.5 * (((x + 0.11_f64) - (s1 + x))).tanh();
        ((-a[(n + 2) % a.len()]) / (2.5 + ((x - t3[(n + 1) % 4])).sin())) + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r7(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = (0.3 * ((0.74_f64 * y)).cos()).exp();
        let mut s2 = (r0((s1).sin(), 0.4, a, n % 3) + (0.3 * (y).cos()).exp());
        let mut t3 = [0.0_f64; 4];
        for i4 in 0..n {
            for i5 in 1..n + 2 {
                for i6 in (0..6).step_by(2) {
                    s1 = ((if i6 % 3 != 1 { (a[(i4 + 1) % a.len()] * (1.0 + (x).powi(2)).sqrt()) } else { (1.5 + ((x).max(-1.5)).sin()).ln() })).sin();
                }
                if (t3[(n + 0) % 4] + s1) > (-t3[(i5 + 0) % 4]) && y > 1.9 {
                    return ((-y) - (s2 * a[(i4 + 0) % a.len()]));
                }
            }
        }
        for i7 in (0..6).step_by(2) {
            if (t3[(n + 2) % 4] / (2.5 + (x).sin())) <= (t3[(i7 + 0) % 4] * y) { continue; }
            t3[(n + 2) % 4] = ((1.39_f64).max(-1.5)).cos();
            if (1.0 + (t3[(i7 + 3) % 4]).powi(2)).sqrt() >= (s1 * a[(i7 + 0) % a.len()]) {
                if (1.5 + (s2).sin()).ln() <= x {
                    t3[(n + 1) % 4] = (((s1 * x) * s2)).cos();
                    s1 = ((s2 + ((s1 * s2) / (2.5 + ((1.75_f64 * y)).sin())))).sin();
                    let v8 = (((1.5 + (s1).sin()).ln() - (-y)) * (-(-x)));
                }
                let v9 = (0.3 * ((-(a[(n + 0) % a.len()] / (2.5 + (0.38_f64).sin())))).cos()).exp();
            } else {
                if (-s2) >= (s2 / (2.5 + (0.38_f64).sin())) {
                    s1 = (((y * (y + x)) * a[(n + 1) % a.len()])).sin();
                    (s1, s2) = (s2, s1 - 0.25 * s2);
                } else {
                    s1 = (((1.44_f64 + (t3[(n + 0) % 4] * x)) * s2)).sin();
                    let v10 = (((1.60_f64 / (2.5 + (t3[(i7 + 0) % 4]).sin())) + a[(i7 + 1) % a.len()]) - ((t3[(i7 + 2) % 4] + y) * (s2).max(-1.5)));
                }
            }
        }
        s1 = ((((t3[(n + 1) % 4] - 1.69_f64) + (1.45_f64).sin()) + t3[(n + 3) % 4])).sin();
        for i11 in (0..n).rev() {
            if (t3[(i11 + 3) % 4]).sin() > (s2 + s1) { continue; }
            if i11 % 3 != 1 {
                if n % 3 != 1 {
                    t3[(i11 + 0) % 4] *= (x).cos();
                    s2 += 0.5 * ((-(if (x).tanh() < (1.5 + (s1).sin()).ln() { t3[(n + 1) % 4] } else { a[(n + 0) % a.len()] }))).tanh();
                    t3[(i11 + 0) % 4] += ((1.41_f64 * (a[(i11 + 1) % a.len()]).tanh())).cos();
                } else {
                    s1 = ((((a[(i11 + 2) % a.len()] - y)).max(-1.5) - ((x).sin()).sin())).sin();
                }
                let v12 = (((1.0 + (a[(n + 1) % a.len()]).powi(2)).sqrt()).max(-1.5)).max(-1.5);
            }
            if (t3[(i11 + 1) % 4] * x) > s2 {
                if i11 % 3 != 1 && y > 1.9 {
                    return (1.0 + ((a[(n + 0) % a.len()]).sin()).powi(2)).sqrt();
                }
                s1 = ((((y * x)).sin()).tanh()).sin();
            }
            if n % 3 != 1 && y > 1.9 {
                return (1.0 + ((1.5 + (0.33_f64).sin()).ln()).powi(2)).sqrt();
            }
        }
        s2 = ((t3[(n + 0) % 4] * ((s2 / (2.5 + (t3[(n + 1) % 4]).sin()))).sin())).sin();
        for i13 in 1..n + 2 {
            for i14 in 1..n + 2 {
                let mut k15 = 0;
                while k15 < 4 && (k15 < 2 || (-s2) >= (if s2 > (1.0 + (a[(n + 0) % a.len()]).powi(2)).sqrt() { 0.62_f64 } else { 1.43_f64 })) {
                    k15 += 1;
                    s2 = ((x - ((x - t3[(k15 + 0) % 4])).tanh())).sin();
                    t3[(i14 + 3) % 4] = (((y + a[(i14 + 2) % a.len()])).sin()).cos();
                }
                s2 -= 0.5 * ((1.0 + ((t3[(i13 + 2) % 4] * t3[(n + 3) % 4])).powi(2)).sqrt()).tanh();
            }
            for i16 in (0..n).rev() {
                let mut k17 = 0;
                while k17 < 4 && (k17 < 2 || i16 % 3 != 1) {
                    k17 += 1;
                    if (0.3 * (x).cos()).exp() <= (1.88_f64 / (2.5 + (1.36_f64).sin())) { break; }
                    s2 *= 0.5 * (((0.3 * (t3[(k17 + 1) % 4]).cos()).exp() / (2.5 + (1.45_f64).sin()))).tanh();
                    t3[(i16 + 1) % 4] += ((a[(i13 + 2) % a.len()]).max(-1.5)).cos();
                    t3[(k17 + 2) % 4] *= ((if n % 3 != 1 { (1.91_f64 / (2.5 + (x).sin())) } else { (0.68_f64 * x) })).cos();
                }
            }
            let mut k18 = 0;
            while k18 < 4 && (k18 < 2 || s1 > (t3[(n + 1) % 4]).sin()) {
                k18 += 1;
                t3[(k18 + 2) % 4] = (((t3[(n + 3) % 4] - t3[(n + 0) % 4]) - y)).cos();
                let mut k19 = 0;
                while k19 < 4 && (k19 < 2 || i13 % 3 != 1) {
                    k19 += 1;
                    if (y - s2) <= (0.60_f64 * t3[(i13 + 1) % 4]) { continue; }
                    s2 -= 0.5 * (((t3[(i13 + 3) % 4] / (2.5 + (1.78_f64).sin()))).sin()).tanh();
                }
                s1 /= 1.5 + (s1).sin();
            }
        }
        t3[(n + 1) % 4] -= (((-s1) + (t3[(n + 3) % 4] - y))).cos();
        s2 + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r8(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((if (0.15_f64 - x) < (if n % 3 != 1 { x } else { 1.11_f64 }) { y } else { y }) * a[(n + 1) % a.len()]);
        let mut s2 = ((y - a[(n + 2) % a.len()])).sin();
        let mut t3 = [(a[(n + 0) % a.len()] * 0.18_f64), (a[(n + 1) % a.len()] * y), (s1 - a[(n + 2) % a.len()]), (1.0 + (y).powi(2)).sqrt()];
        s2 /= 1.5 + (s2).sin();
        t3[(n + 1) % 4] = (((-t3[(n + 1) % 4]) / (2.5 + ((1.71_f64).sin()).sin()))).cos();
        t3[(n + 3) % 4] -= (((1.41_f64 - a[(n + 1) % a.len()]) - 0.4_f64)).cos();
        let mut k4 = 0;
        while k4 < 4 && (k4 < 2 || (t3[(n + 0) % 4] * a[(n + 0) % a.len()]) < (-0.1_f64)) {
            k4 += 1;
            if k4 % 3 != 1 { continue; }
            if k4 % 3 != 1 {
                t3[(k4 + 1) % 4] -= (((a[(k4 + 2) % a.len()]).tanh() + (t3[(k4 + 3) % 4] - y))).cos();
                if n % 3 != 1 {
                    s2 = (s2).sin();
                    t3[(n + 3) % 4] = (((s2 * s1)).tanh()).cos();
                } else {
                    s1 *= 0.5 * ((1.0 + ((1.0 + (t3[(n + 1) % 4]).powi(2)).sqrt()).powi(2)).sqrt()).tanh();
                }
                if (1.5 + (a[(k4 + 0) % a.len()]).sin()).ln() >= x {
                    t3[(n + 2) % 4] = ((if (t3[(n + 0) % 4] * y) <= s2 { (-s2) } else { (1.5 + (0.92_f64).sin()).ln() })).cos();
                    t3[(k4 + 2) % 4] = (((1.89_f64).max(-1.5) / (2.5 + ((s2 * a[(k4 + 1) % a.len()])).sin()))).cos();
                }
            } else {
                t3[(n + 2) % 4] = (((y - 1.83_f64) / (2.5 + ((y - a[(k4 + 0) % a.len()])).sin()))).cos();
                if k4 % 3 != 1 {
                    s2 = (t3[(k4 + 1) % 4]).sin();
                    s2 = (((1.5 + ((y * t3[(n + 1) % 4])).sin()).ln() + (1.5 + ((1.37_f64 * a[(k4 + 1) % a.len()])).sin()).ln())).sin();
                }
            }
            if k4 % 3 != 1 {
                s1 = (((0.3 * (s2).cos()).exp()).sin()).sin();
                t3[(k4 + 0) % 4] = ((s1 / (2.5 + ((x + t3[(n + 0) % 4])).sin()))).cos();
            } else {
                let v5 = (((a[(n + 1) % a.len()] + 0.59_f64) * (t3[(n + 3) % 4] - t3[(n + 2) % 4])) + a[(k4 + 2) % a.len()]);
            }
            if n % 3 != 1 {
                for i6 in (0..n).rev() {
                    t3[(n + 2) % 4] += (t3[(n + 1) % 4]).cos();
                    t3[(i6 + 2) % 4] *= ((1.0 + ((1.0 + (t3[(k4 + 0) % 4]).powi(2)).sqrt()).powi(2)).sqrt()).cos();
                }
            } else {
                s1 = ((((t3[(n + 2) % 4]).max(-1.5) * (a[(k4 + 0) % a.len()]).sin())).sin()).sin();
                if (-y) >= (-1.62_f64) && y > 1.9 {
                    return (if (y - y) > (y - a[(k4 + 1) % a.len()]) { (s1 - t3[(n + 2) % 4]) } else { (x + s1) });
                }
            }
        }
        t3[(n + 2) % 4] = (((t3[(n + 2) % 4] * a[(n + 2) % a.len()]) * (y / (2.5 + (0.88_f64).sin())))).cos();
        t3[(n + 3) % 4] + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r9(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = y;
        let mut s2 = (y * (s1 * a[(n + 1) % a.len()]));
        let mut t3 = [(-x), (y * a[(n + 0) % a.len()]), (y + 1.52_f64), (s1 * x)];
        for i4 in 0..n {
            s1 /= 1.5 + (s1).sin();
            s1 = ((((1.5 + (x).sin()).ln() - a[(n + 0) % a.len()]) + ((s2).sin() * (y / (2.5 + (y).sin()))))).sin();
            s2 = ((((s2).tanh() * a[(i4 + 0) % a.len()]) * ((a[(n + 0) % a.len()] * 0.83_f64) + (1.5 + (t3[(i4 + 2) % 4]).sin()).ln()))).sin();
        }
        if n % 3 != 1 {
            if (if (t3[(n + 3) % 4] + s1) >= (1.5 + (s2).sin()).ln() { s1 } else { y }) >= (0.3 * (0.22_f64).cos()).exp() {
                let mut k5 = 0;
                while k5 < 4 && (k5 < 2 || t3[(n + 0) % 4] < s2) {
                    k5 += 1;
                    s2 /= 1.5 + (s2).sin();
                }
                if n % 3 != 1 {
                    s2 *= 0.5 * ((1.5 + (x).sin()).ln()).tanh();
                }
                s2 = ((((if (t3[(n + 1) % 4] + y) >= (s2 * t3[(n + 3) % 4]) { x } else { x })).sin() * s2)).sin();
            }
            s2 = (y).sin();
            s2 = ((s2 * ((s1 + s2)).sin())).sin();
        }
        let mut k6 = 0;
        while k6 < 4 && (k6 < 2 || n % 3 != 1) {
            k6 += 1;
            if (if n % 3 != 1 { s1 } else { 0.15_f64 }) <= (s1 + t3[(n + 3) % 4]) && y > 1.9 {
                return (a[(k6 + 0) % a.len()] + (s2 + y));
            }
        }
        s2 = ((if n % 3 != 1 { (1.0 + ((a[(n + 0) % a.len()] - a[(n + 1) % a.len()])).powi(2)).sqrt() } else { (0.3 * ((t3[(n + 2) % 4] * s2)).cos()).exp() })).sin();
        let mut k7 = 0;
        while k7 < 4 && (k7 < 2 || (y - s1) <= (0.3 * (y).cos()).exp()) {
            k7 += 1;
            s1 = (((if (1.5 + (s1).sin()).ln() >= (if (1.0 + (x).powi(2)).sqrt() <= (1.5 + (x).sin()).ln() { x } else { 1.45_f64 }) { (t3[(n + 2) % 4]).tanh() } else { (t3[(k7 + 2) % 4] - a[(n + 0) % a.len()]) }) * ((-s1) / (2.5 + ((t3[(k7 + 2) % 4] * t3[(k7 + 2) % 4])).sin())))).sin();
        }
        t3[(n + 1) % 4] = (((y + t3[(n + 0) % 4]) - y)).cos();
        t3[(n + 1) % 4] + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r10(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = (y - (y * a[(n + 0) % a.len()]));
        let mut s2 = ((0.3 * (y).cos()).exp() * (1.0 + (s1).powi(2)).sqrt());
        let mut t3 = [(s2 * y), (0.3 * (0.56_f64).cos()).exp(), (x + s1), (0.3 * (1.73_f64).cos()).exp()];
        for i4 in 1..n + 2 {
            for i5 in 0..n {
                if (t3[(n + 3) % 4] + t3[(i5 + 3) % 4]) > (x - s2) { break; }
                s2 -= 0.5 * (((-t3[(i4 + 3) % 4]) / (2.5 + ((1.0 + (1.87_f64).powi(2)).sqrt()).sin()))).tanh();
                s1 += 0.5 * (((-s2) + t3[(i5 + 1) % 4])).tanh();
            }
            t3[(i4 + 0) % 4] -= (((0.3 * (a[(n + 2) % a.len()]).cos()).exp() - (1.37_f64 * s1))).cos();
            s1 /= 1.5 + (s1).sin();
        }
        t3[(n + 0) % 4] = (((1.5 + (x).sin()).ln() - (s1 * t3[(n + 3) % 4]))).cos();
        s1 = (((if (1.46_f64 / (2.5 + (y).sin())) > (s2 * s2) { r1((0.64_f64).sin(), 0.4, a, n % 3) } else { (a[(n + 0) % a.len()] * a[(n + 0) % a.len()]) }) * (0.3 * ((-t3[(n + 0) % 4])).cos()).exp())).sin();
        if (1.0 + (x).powi(2)).sqrt() > (0.3 * (0.74_f64).cos()).exp() {
            t3[(n + 2) % 4] = (((1.69_f64 + t3[(n + 2) % 4]) + (0.85_f64 * y))).cos();
            if n % 3 != 1 {
                s1 /= 1.5 + (s1).sin();
                let v6 = ((-(s1 - t3[(n + 1) % 4])) * ((1.0 + (t3[(n + 2) % 4]).powi(2)).sqrt() * (x + a[(n + 2) % a.len()])));
            }
            (s2, s1) = (s1, s2 - 0.25 * s1);
        }
        ((t3[(n + 0) % 4] - a[(n + 0) % a.len()]) - (t3[(n + 2) % 4] + 0.91_f64)) + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r11(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((-y)).sin();
        let mut s2 = (1.0 + ((1.5 + (s1).sin()).ln()).powi(2)).sqrt();
        let mut t3 = [(0.14_f64 + s1), (s2 * s1), (y * 1.92_f64), (0.56_f64 * y)];
        s2 += 0.5 * (((-a[(n + 1) % a.len()]) * (t3[(n + 1) % 4] * t3[(n + 1) % 4]))).tanh();
        for i4 in 1..n + 2 {
            if s2 > (s2).sin() {
                if (if (s2 - a[(i4 + 2) % a.len()]) >= (s2 * t3[(n + 3) % 4]) { y } else { x }) < (s2 + t3[(i4 + 3) % 4]) && y > 1.9 {
                    return ((if (s2 * s1) < (x * a[(i4 + 0) % a.len()]) { y } else { s1 })).max(-1.5);
                }
            }
            t3[(i4 + 2) % 4] += (((1.5 + (y).sin()).ln() * (t3[(i4 + 3) % 4] - t3[(i4 + 0) % 4]))).cos();
        }
        if (a[(n + 2) % a.len()] + y) <= r9((a[(n + 2) % a.len()]).sin(), 0.4, a, n % 3) {
            s2 /= 1.5 + (s2).sin();
            t3[(n + 1) % 4] += (((if n % 3 != 1 { s1 } else { t3[(n + 3) % 4] }) + a[(n + 1) % a.len()])).cos();
            let mut k5 = 0;
            while k5 < 4 && (k5 < 2 || a[(n + 0) % a.len()] <= (s2 * s1)) {
                k5 += 1;
                if (-a[(k5 + 2) % a.len()]) > (1.5 + (a[(n + 2) % a.len()]).sin()).ln() { continue; }
                if (1.0 + (x).powi(2)).sqrt() <= (-x) {
                    s2 /= 1.5 + (s2).sin();
                    let v6 = (if t3[(n + 3) % 4] > (0.3 * (t3[(n + 0) % 4]).cos()).exp() { a[(k5 + 2) % a.len()] } else { s2 });
                    s1 = ((((0.3 * (s1).cos()).exp() * s1)).tanh()).sin();
                }
                for i7 in (0..n).rev() {
                    if k5 % 3 != 1 { break; }
                    t3[(k5 + 1) % 4] += ((1.5 + ((t3[(n + 2) % 4]).sin()).sin()).ln()).cos();
                }
            }
        } else {
            t3[(n + 2) % 4] = (((s2 + s2) * (a[(n + 1) % a.len()] * s1))).cos();
            t3[(n + 1) % 4] = ((if (a[(n + 0) % a.len()] - t3[(n + 2) % 4]) <= (t3[(n + 0) % 4] + s1) { (-a[(n + 0) % a.len()]) } else { (if (a[(n + 0) % a.len()] * s2) > s2 { a[(n + 0) % a.len()] } else { a[(n + 0) % a.len()] }) })).cos();
        }
        t3[(n + 1) % 4] = ((s1 * a[(n + 0) % a.len()])).cos();
        ((s2).sin()).tanh() + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r12(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((0.3 * (x).cos()).exp() + (1.0 + (a[(n + 2) % a.len()]).powi(2)).sqrt());
        let mut s2 = ((1.5 + (0.43_f64).sin()).ln() + y);
        let mut t3 = [0.0_f64; 4];
        if n % 3 != 1 {
            s1 += 0.5 * ((if n % 3 != 1 { (1.0 + (y).powi(2)).sqrt() } else { (x * a[(n + 0) % a.len()]) })).tanh();
        }
        t3[(n + 2) % 4] += (((y * t3[(n + 3) % 4]) + (-a[(n + 0) % a.len()]))).cos();
        for i4 in (0..6).step_by(2) {
            if (1.26_f64 - x) >= 0.57_f64 {
                t3[(n + 0) % 4] += ((-(t3[(i4 + 0) % 4]).sin())).cos();
                let v5 = ((s1 * x)).sin();
                for i6 in 1..n + 2 {
                    let v7 = (((1.40_f64 + a[(i4 + 2) % a.len()]) + s2)).max(-1.5);
                }
            } else {
                if y < (0.3 * (a[(i4 + 0) % a.len()]).cos()).exp() {
                    t3[(i4 + 0) % 4] *= ((s2 * (x + a[(i4 + 1) % a.len()]))).cos();
                    s2 = (y).sin();
                } else {
                    (s2, s1) = (s1, s2 - 0.25 * s1);
                    t3[(n + 0) % 4] = ((1.5 + ((x * a[(n + 0) % a.len()])).sin()).ln()).cos();
                }
                let mut k8 = 0;
                while k8 < 4 && (k8 < 2 || (s1 + y) < (0.57_f64 - s1)) {
                    k8 += 1;
                    s2 = (a[(k8 + 1) % a.len()]).sin();
                    let v9 = (1.0 + (s1).powi(2)).sqrt();
                    s2 = (((0.3 * ((0.3 * (a[(k8 + 2) % a.len()]).cos()).exp()).cos()).exp()).max(-1.5)).sin();
                }
                if (1.0 + (y).powi(2)).sqrt() < (t3[(i4 + 3) % 4] - t3[(i4 + 0) % 4]) && y > 1.9 {
                    return (if i4 % 3 != 1 { (x - 0.57_f64) } else { (t3[(i4 + 0) % 4] * s1) });
                }
            }
            if (x).tanh() >= (-1.88_f64) && y > 1.9 {
                return ((0.3 * (s2).cos()).exp() + (-a[(i4 + 0) % a.len()]));
            }
            s2 *= 0.5 * (((s2).sin() * (if (x - s2) > (a[(n + 1) % a.len()]).max(-1.5) { t3[(i4 + 1) % 4] } else { a[(i4 + 1) % a.len()] }))).tanh();
        }
        if (a[(n + 1) % a.len()]).tanh() < s1 && y > 1.9 {
            return r5((1.89_f64).sin(), 0.4, a, n % 3);
        }
        for i10 in (0..6).step_by(2) {
            if i10 % 3 != 1 { break; }
            for i11 in 0..n {
                let v12 = 1.47_f64;
            }
            let mut k13 = 0;
            while k13 < 4 && (k13 < 2 || (s1).tanh() <= t3[(n + 1) % 4]) {
                k13 += 1;
                if (if k13 % 3 != 1 { a[(k13 + 1) % a.len()] } else { s1 }) <= (s1 * x) {
                    t3[(i10 + 1) % 4] = (((t3[(n + 0) % 4] * s1) - 0.51_f64)).cos();
                } else {
                    (s2, s1) = (s1, s2 - 0.25 * s1);
                    s2 = (((1.5 + ((1.0 + (a[(i10 + 1) % a.len()]).powi(2)).sqrt()).sin()).ln()).max(-1.5)).sin();
                    let v14 = (-((t3[(n + 0) % 4] - a[(i10 + 2) % a.len()])).max(-1.5));
                }
                s2 /= 1.5 + (s2).sin();
            }
            s1 += 0.5 * (((t3[(n + 2) % 4] + 1.78_f64) * (1.76_f64 * s2))).tanh();
        }
        t3[(n + 0) % 4] *= (x).cos();
        ((s1 * y) + (s2 * y)) + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r13(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((1.0 + (x).powi(2)).sqrt() / (2.5 + ((y).tanh()).sin()));
        let mut s2 = s1;
        let mut t3 = [0.0_f64; 4];
        if (-y) > (if n % 3 != 1 { 1.90_f64 } else { 1.34_f64 }) {
            let mut k4 = 0;
            while k4 < 4 && (k4 < 2 || n % 3 != 1) {
                k4 += 1;
                for i5 in 0..n {
                    t3[(k4 + 0) % 4] = (((t3[(k4 + 3) % 4]).tanh()).tanh()).cos();
                    s2 *= 0.5 * ((1.5 + ((s1 - t3[(k4 + 0) % 4])).sin()).ln()).tanh();
                }
            }
            s2 = ((1.0 + ((a[(n + 1) % a.len()] + (t3[(n + 3) % 4]).sin())).powi(2)).sqrt()).sin();
        }
        s2 = ((0.39_f64 * ((0.3 * (t3[(n + 1) % 4]).cos()).exp()).sin())).sin();
        for i6 in (0..n).rev() {
            if (y / (2.5 + (y).sin())) <= (y + y) { continue; }
            if a[(i6 + 1) % a.len()] > (1.5 + (t3[(i6 + 0) % 4]).sin()).ln() && y > 1.9 {
                return s2;
            }
            t3[(n + 2) % 4] += (((0.54_f64 * s2) / (2.5 + ((1.44_f64).sin()).sin()))).cos();
        }
        s2 -= 0.5 * (s2).tanh();
        t3[(n + 2) % 4] *= (((y * x) * (0.3 * (y).cos()).exp())).cos();
        (0.3 * ((-x)).cos()).exp() + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r14(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = (if (0.14_f64 - y) <= (y - x) { (a[(n + 2) % a.len()] - 1.50_f64) } else { (1.78_f64 * x) });
        let mut s2 = (0.3 * ((0.39_f64 * 1.24_f64)).cos()).exp();
        let mut t3 = [0.0_f64; 4];
        s1 /= 1.5 + (s1).sin();
        s1 = (s2).sin();
        t3[(n + 2) % 4] = ((-(s2 - 0.76_f64))).cos();
        s1 = (a[(n + 2) % a.len()]).sin();
        ((0.3 * (x).cos()).exp() / (2.5 + ((a[(n + 0) % a.len()]).tanh()).sin())) + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r15(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = a[(n + 2) % a.len()];
        let mut s2 = (if (s1 - x) > 1.58_f64 { (y * y) } else { y });
        let mut t3 = [(a[(n + 1) % a.len()]).tanh(), (0.3 * (a[(n + 0) % a.len()]).cos()).exp(), (1.0 + (y).powi(2)).sqrt(), (0.3 * (s1).cos()).exp()];
        if (x - 1.73_f64) >= (t3[(n + 3) % 4] * x) && y > 1.9 {
            return (t3[(n + 3) % 4] - (if (1.5 + (y).sin()).ln() >= (0.48_f64 * s2) { a[(n + 0) % a.len()] } else { y }));
        }
        s1 /= 1.5 + (s1).sin();
        if (1.87_f64 - t3[(n + 3) % 4]) <= (0.3 * (s1).cos()).exp() && y > 1.9 {
            return ((-y) + (a[(n + 2) % a.len()] - s1));
        }
        s1 = ((x * ((-y) * r1((s1).sin(), 0.4, a, n % 3)))).sin();
        let v4 = (a[(n + 1) % a.len()] / (2.5 + (((a[(n + 1) % a.len()] - s1) / (2.5 + ((x).sin()).sin()))).sin()));
        s2 = (((1.0 + ((t3[(n + 1) % 4] + a[(n + 2) % a.len()])).powi(2)).sqrt() * ((1.96_f64 / (2.5 + (y).sin())) / (2.5 + ((v4 * 0.80_f64)).sin())))).sin();
        s1 /= 1.5 + (s1).sin();
        ((if (1.0 + (t3[(n + 2) % 4]).powi(2)).sqrt() >= (1.0 + (t3[(n + 3) % 4]).powi(2)).sqrt() { a[(n + 2) % a.len()] } else { v4 }) * t3[(n + 1) % 4]) + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r16(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((y + 1.54_f64) * (y * a[(n + 0) % a.len()]));
        let mut s2 = x;
        let mut t3 = [(if r11((1.46_f64).sin(), 0.4, a, n % 3) <= (a[(n + 0) % a.len()]).tanh() { a[(n + 1) % a.len()] } else { s2 }), a[(n + 1) % a.len()], (0.3 * (0.8_f64).cos()).exp(), (a[(n + 1) % a.len()]).tanh()];
        if (1.23_f64).tanh() < (-t3[(n + 2) % 4]) {
            s1 = ((1.5 + (((-a[(n + 0) % a.len()]) - (x * t3[(n + 3) % 4]))).sin()).ln()).sin();
        } else {
            s1 = (r4(((if s2 >= (s2 + 0.19_f64) { (s1 / (2.5 + (x).sin())) } else { r2((y).sin(), 0.4, a, n % 3) })).sin(), 0.4, a, n % 3)).sin();
        }
        let mut k4 = 0;
        while k4 < 4 && (k4 < 2 || (y).sin() >= (0.3 * (s1).cos()).exp()) {
            k4 += 1;
            if (y * y) > (y * s1) { continue; }
            let v5 = y;
            if k4 % 3 != 1 {
                for i6 in (0..6).step_by(2) {
                    t3[(n + 1) % 4] += (((s2).max(-1.5) * (1.0 + (t3[(n + 1) % 4]).powi(2)).sqrt())).cos();
                    s1 = ((((x / (2.5 + (y).sin())) - (1.57_f64).sin())).max(-1.5)).sin();
                }
                (s1, s2) = (s2, s1 - 0.25 * s2);
                s2 /= 1.5 + (s2).sin();
            }
        }
        let v7 = a[(n + 1) % a.len()];
        s1 -= 0.5 * (((if a[(n + 0) % a.len()] > (x * 0.66_f64) { s2 } else { a[(n + 2) % a.len()] }) - (a[(n + 2) % a.len()]).tanh())).tanh();
        for i8 in 0..n {
            if (-v7) >= (-t3[(i8 + 2) % 4]) { break; }
            t3[(i8 + 2) % 4] = (((v7 - x) * (s2 * x))).cos();
            if s1 < (1.5 + (s1).sin()).ln() && y > 1.9 {
                return ((s2 - a[(n + 0) % a.len()]) * s1);
            }
        }
        v7 + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r17(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = (1.5 + ((1.15_f64 - 0.10_f64)).sin()).ln();
        let mut s2 = r12((s1).sin(), 0.4, a, n % 3);
        let mut t3 = [(a[(n + 2) % a.len()] * 0.77_f64), (1.0 + (0.36_f64).powi(2)).sqrt(), (-s2), (-s1)];
        if (x - 1.38_f64) <= r8((1.25_f64).sin(), 0.4, a, n % 3) {
            if (s1 - 0.54_f64) > a[(n + 0) % a.len()] && y > 1.9 {
                return (1.10_f64 / (2.5 + ((s1 / (2.5 + (s2).sin()))).sin()));
            }
        } else {
            if y <= (0.95_f64 * t3[(n + 3) % 4]) && y > 1.9 {
                return r11((x).sin(), 0.4, a, n % 3);
            }
            s2 = ((((s1 + s1) * (0.3 * (s1).cos()).exp())).sin()).sin();
            t3[(n + 3) % 4] = (((0.46_f64 + y)).sin()).cos();
        }
        for i4 in (0..6).step_by(2) {
            for i5 in (0..n).rev() {
                if (s2 * t3[(i4 + 1) % 4]) >= (0.11_f64).max(-1.5) { break; }
                let mut k6 = 0;
                while k6 < 4 && (k6 < 2 || (t3[(n + 2) % 4]).max(-1.5) > (t3[(n + 2) % 4] * t3[(n + 1) % 4])) {
                    k6 += 1;
                    let v7 = (1.5 + (((1.0 + (x).powi(2)).sqrt()).max(-1.5)).sin()).ln();
                    let v8 = ((1.0 + ((t3[(k6 + 0) % 4]).max(-1.5)).powi(2)).sqrt() * (0.3 * ((if 0.65_f64 < (x - y) { y } else { v7 })).cos()).exp());
                    s2 /= 1.5 + (s2).sin();
                }
                for i9 in (0..6).step_by(2) {
                    if (y).sin() < (1.0 + (a[(i4 + 1) % a.len()]).powi(2)).sqrt() { continue; }
                    t3[(i4 + 0) % 4] -= (((y - s2)).tanh()).cos();
                    t3[(i4 + 2) % 4] += (((s1 * a[(i4 + 0) % a.len()]) * (0.3 * (s2).cos()).exp())).cos();
                }
                if (-t3[(i5 + 2) % 4]) > (s1 * s1) && y > 1.9 {
                    return ((s2).tanh() * (s1).sin());
                }
            }
            s2 = ((t3[(i4 + 2) % 4] - t3[(i4 + 1) % 4])).sin();
            let mut k10 = 0;
            while k10 < 4 && (k10 < 2 || (t3[(i4 + 3) % 4] * x) < (y * 1.92_f64)) {
                k10 += 1;
                for i11 in 0..n {
                    s1 = ((0.3 * (((a[(i11 + 2) % a.len()] + s1) * (0.3 * (1.37_f64).cos()).exp())).cos()).exp()).sin();
                    s2 = ((t3[(i11 + 2) % 4] * (-(t3[(k10 + 1) % 4] * s2)))).sin();
                }
                if k10 % 3 != 1 {
                    let v12 = (1.0 + ((1.0 + ((if (0.3 * (a[(k10 + 2) % a.len()]).cos()).exp() <= (1.5 + (s2).sin()).ln() { a[(n + 1) % a.len()] } else { s2 })).powi(2)).sqrt()).powi(2)).sqrt();
                }
            }
        }
        if (a[(n + 0) % a.len()] + s2) > (a[(n + 0) % a.len()] - a[(n + 2) % a.len()]) {
            t3[(n + 1) % 4] -= ((1.0 + (t3[(n + 1) % 4]).powi(2)).sqrt()).cos();
            for i13 in 0..n {
                s2 = ((-((s1 * s2) * s2))).sin();
                s1 = ((((0.3 * (0.86_f64).cos()).exp()).tanh() + ((y * x)).tanh())).sin();
                (s1, s2) = (s2, s1 - 0.25 * s2);
            }
            s1 -= 0.5 * (s2).tanh();
        }
        s1 -= 0.5 * (t3[(n + 2) % 4]).tanh();
        ((a[(n + 0) % a.len()] * a[(n + 1) % a.len()]) - (t3[(n + 2) % 4] * y)) + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r18(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = r0((a[(n + 2) % a.len()]).sin(), 0.4, a, n % 3);
        let mut s2 = ((1.84_f64 * a[(n + 2) % a.len()])).sin();
        let mut t3 = [0.0_f64; 4];
        t3[(n + 3) % 4] = ((r14((t3[(n + 0) % 4]).sin(), 0.4, a, n % 3) - (0.37_f64 * 1.48_f64))).cos();
        t3[(n + 0) % 4] *= (x).cos();
        for i4 in 0..n {
            s1 = ((0.3 * ((1.5 + ((x - t3[(n + 0) % 4])).sin()).ln()).cos()).exp()).sin();
        }
        t3[(n + 2) % 4] += (((s1 - a[(n + 1) % a.len()])).tanh()).cos();
        let mut k5 = 0;
        while k5 < 4 && (k5 < 2 || t3[(n + 0) % 4] > 0.33_f64) {
            k5 += 1;
            if k5 % 3 != 1 && y > 1.9 {
                return (if (if (x * s2) <= 1.53_f64 { s1 } else { s2 }) <= (1.0 + (y).powi(2)).sqrt() { (a[(n + 2) % a.len()] * a[(k5 + 1) % a.len()]) } else { s1 });
            }
            s2 = (((-(1.0 + (s1).powi(2)).sqrt()) * ((0.3 * (a[(n + 0) % a.len()]).cos()).exp()).max(-1.5))).sin();
            let mut k6 = 0;
            while k6 < 4 && (k6 < 2 || (s2).max(-1.5) <= (s1 - a[(n + 1) % a.len()])) {
                k6 += 1;
                t3[(n + 0) % 4] = ((if (s2 / (2.5 + (a[(n + 1) % a.len()]).sin())) > y { (x * t3[(k5 + 3) % 4]) } else { (y - x) })).cos();
                s1 = (((1.0 + (t3[(k6 + 1) % 4]).powi(2)).sqrt()).max(-1.5)).sin();
                s2 /= 1.5 + (s2).sin();
            }
        }
        s1 = ((s2 * ((s1 - s1) * (1.0 + (y).powi(2)).sqrt()))).sin();
        ((0.56_f64 - y) * (s1).sin()) + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r19(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = (x - (0.3 * (y).cos()).exp());
        let mut s2 = r12(((1.56_f64 + y)).sin(), 0.4, a, n % 3);
        let mut t3 = [a[(n + 2) % a.len()], (s1 * s1), (s1).sin(), (a[(n + 1) % a.len()] + y)];
        if (1.5 + (s2).sin()).ln() > (x / (2.5 + (t3[(n + 2) % 4]).sin())) && y > 1.9 {
            return ((-s2) * 1.90_f64);
        }
        s1 *= 0.5 * (r7(((y).tanh()).sin(), 0.4, a, n % 3)).tanh();
        let v4 = (if (y + a[(n + 2) % a.len()]) <= 1.16_f64 { ((a[(n + 0) % a.len()] + a[(n + 1) % a.len()]) + (a[(n + 0) % a.len()] * s2)) } else { (1.0 + ((a[(n + 0) % a.len()]).tanh()).powi(2)).sqrt() });
        let mut k5 = 0;
        while k5 < 4 && (k5 < 2 || n % 3 != 1) {
            k5 += 1;
            (s1, s2) = (s2, s1 - 0.25 * s2);
        }
        ((v4 * t3[(n + 2) % 4]) * (-a[(n + 2) % a.len()])) + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r20(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = 1.12_f64;
        let mut s2 = (if n % 3 != 1 { s1 } else { (0.3 * (a[(n + 1) % a.len()]).cos()).exp() });
        let mut t3 = [y, (x + 0.51_f64), (a[(n + 2) % a.len()] - y), (-1.47_f64)];
        for i4 in (0..6).step_by(2) {
            (s1, s2) = (s2, s1 - 0.25 * s2);
        }
        t3[(n + 0) % 4] += (((0.3 * (y).cos()).exp() + (a[(n + 2) % a.len()]).sin())).cos();
        s2 = ((1.0 + ((-(1.52_f64 + a[(n + 0) % a.len()]))).powi(2)).sqrt()).sin();
        s2 += 0.5 * (((s1 * a[(n + 1) % a.len()])).sin()).tanh();
        t3[(n + 2) % 4] + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r21(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((a[(n + 2) % a.len()] + x)).tanh();
        let mut s2 = (r16((x).sin(), 0.4, a, n % 3) * s1);
        let mut t3 = [(1.5 + (x).sin()).ln(), (y - 0.33_f64), s1, (if (-1.20_f64) > s2 { y } else { a[(n + 2) % a.len()] })];
        let mut k4 = 0;
        while k4 < 4 && (k4 < 2 || n % 3 != 1) {
            k4 += 1;
            s1 = (((t3[(k4 + 1) % 4] - (a[(n + 0) % a.len()] * 0.53_f64)) - ((1.80_f64 - s2) * (y * y)))).sin();
            s1 = ((((a[(k4 + 0) % a.len()]).max(-1.5) + 1.28_f64) * ((-x) * (t3[(k4 + 2) % 4] / (2.5 + (s2).sin()))))).sin();
        }
        s1 = (((if (s1 + x) <= (a[(n + 0) % a.len()] + s2) { (a[(n + 2) % a.len()] + y) } else { (t3[(n + 0) % 4] * a[(n + 1) % a.len()]) }) + ((y * a[(n + 0) % a.len()]) + (s1 - s2)))).sin();
        (s1, s2) = (s2, s1 - 0.25 * s2);
        s2 -= 0.5 * (((a[(n + 0) % a.len()] + x) * (y - y))).tanh();
        let v5 = r18(((if (t3[(n + 1) % 4] + 1.98_f64) >= (x + y) { (if s2 >= y { s1 } else { s2 }) } else { (t3[(n + 1) % 4] * s1) })).sin(), 0.4, a, n % 3);
        for i6 in 1..n + 2 {
            for i7 in (0..n).rev() {
                if (s2 * x) > (0.22_f64).max(-1.5) {
                    s1 = ((0.3 * ((-(s1 / (2.5 + (a[(i6 + 2) % a.len()]).sin())))).cos()).exp()).sin();
                    s2 = ((((if (v5 - 1.92_f64) <= v5 { v5 } else { s1 }) + (s2).tanh()) * (0.3 * ((-a[(n + 2) % a.len()])).cos()).exp())).sin();
                    (s1, s2) = (s2, s1 - 0.25 * s2);
                } else {
                    let v8 = ((if a[(i6 + 0) % a.len()] > 1.80_f64 { (0.16_f64).tanh() } else { (s2).max(-1.5) }) - (0.3 * ((y - v5)).cos()).exp());
                    let v9 = (((y).sin() + (t3[(i6 + 1) % 4] / (2.5 + (y).sin()))) + ((0.3 * (v8).cos()).exp()).max(-1.5));
                    (s2, s1) = (s1, s2 - 0.25 * s1);
                }
            }
            s2 /= 1.5 + (s2).sin();
            s1 /= 1.5 + (s1).sin();
        }
        ((a[(n + 1) % a.len()] + 0.15_f64) - (v5 / (2.5 + (a[(n + 0) % a.len()]).sin()))) + s2 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r22(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((-y)).sin();
        let mut s2 = ((s1 + y)).sin();
        let mut t3 = [0.0_f64; 4];
        s2 = ((((if (x + x) <= (if r20((s2).sin(), 0.4, a, n % 3) >= (a[(n + 2) % a.len()] + s1) { y } else { y }) { y } else { x }) - (1.8_f64 * x)) / (2.5 + (((t3[(n + 3) % 4] + s1)).sin()).sin()))).sin();
        if r9((a[(n + 2) % a.len()]).sin(), 0.4, a, n % 3) >= (1.73_f64 - y) && y > 1.9 {
            return ((a[(n + 0) % a.len()] + a[(n + 1) % a.len()]) - (0.92_f64 / (2.5 + (0.6_f64).sin())));
        }
        let v4 = (((s1 + s2)).sin() - (if (x * s2) < (x).sin() { (s2 / (2.5 + (x).sin())) } else { (y * s1) }));
        s2 = ((((1.0 + (x).powi(2)).sqrt() + y) + ((-y) - (a[(n + 0) % a.len()]).tanh()))).sin();
        let v5 = x;
        let v6 = ((0.3 * (0.30_f64).cos()).exp()).sin();
        (r15((y).sin(), 0.4, a, n % 3) / (2.5 + ((1.0 + (t3[(n + 3) % 4]).powi(2)).sqrt()).sin())) + s1 * t3[1] + t3[2]
    }

    #[differentiable]
    fn r23(x: f64, y: f64, a: &[f64], n: usize) -> f64 {
        let mut s1 = ((0.3 * (x).cos()).exp() / (2.5 + (a[(n + 1) % a.len()]).sin()));
        let mut s2 = ((s1 * y) + (0.49_f64).tanh());
        let mut t3 = [s2, (s1 / (2.5 + (s1).sin())), (a[(n + 0) % a.len()] + s1), (1.0 + (a[(n + 1) % a.len()]).powi(2)).sqrt()];
        let v4 = (((1.97_f64 / (2.5 + (0.68_f64).sin()))).sin() / (2.5 + (((1.62_f64 * t3[(n + 3) % 4])).tanh()).sin()));
        if n % 3 != 1 {
            if (if n % 3 != 1 { 1.31_f64 } else { t3[(n + 1) % 4] }) < (1.5 + (s2).sin()).ln() && y > 1.9 {
                return ((a[(n + 0) % a.len()]).sin() + (s2 + t3[(n + 3) % 4]));
            }
        } else {
            let v5 = (t3[(n + 3) % 4] * t3[(n + 3) % 4]);
            for i6 in 1..n + 2 {
                t3[(n + 0) % 4] = (((0.77_f64 * t3[(i6 + 2) % 4]) + (-s2))).cos();
            }
        }
        for i7 in (0..6).step_by(2) {
            if (t3[(n + 3) % 4]).sin() <= a[(n + 0) % a.len()] { break; }
            s2 /= 1.5 + (s2).sin();
            (s2, s1) = (s1, s2 - 0.25 * s1);
            if (0.13_f64).tanh() >= (1.0 + (a[(n + 1) % a.len()]).powi(2)).sqrt() {
                let v8 = (((t3[(n + 1) % 4] * v4) - (a[(i7 + 1) % a.len()] * 1.10_f64))).tanh();
                s2 = ((1.59_f64 * ((1.91_f64 * y) * (v4 * s1)))).sin();
                if (a[(n + 0) % a.len()] * 0.79_f64) >= (0.3 * (y).cos()).exp() && y > 1.9 {
                    return ((1.0 + (a[(n + 2) % a.len()]).powi(2)).sqrt() / (2.5 + ((1.0 + (t3[(n + 0) % 4]).powi(2)).sqrt()).sin()));
                }
            } else {
                if (a[(i7 + 2) % a.len()] * t3[(i7 + 3) % 4]) < (0.47_f64 * s1) {
                    s1 += 0.5 * (((0.3 * (v4).cos()).exp() + (s1 + v4))).tanh();
                } else {
                    t3[(n + 1) % 4] = ((x + (0.65_f64).tanh())).cos();
                    s1 -= 0.5 * (((0.13_f64 * s1) - (s1 - t3[(i7 + 3) % 4]))).tanh();
                    s1 = ((((-v4)).tanh()).sin()).sin();
                }
            }
        }
        ((a[(n + 0) % a.len()]).tanh() * (-s2)) + s2 * t3[1] + t3[2]
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
