//! A `let` inside of a block of `grad!` that only the next statement uses is recorded with that statement; whoever looks
//! sees what operators give, with the names.

use crate::twins::assert_equal_to_the_last_bit;
use micrograd_core::{Dual, Graph, Scalar, TapeUsage, Value, detect_anomaly, grad};

fn leaves() -> [Value; 3] {
    [1.5, -0.25, 0.75].map(Value::new)
}

fn values(count: usize) -> Vec<Value> {
    (1..=count)
        .map(|i| Value::new((f64::from(u32::try_from(i).unwrap())).sin()))
        .collect()
}

/// How many nodes the tape takes for it.
fn nodes_of(record: impl FnOnce() -> Value) -> usize {
    let before = TapeUsage::of_this_thread().nodes;
    let _result = record();
    TapeUsage::of_this_thread().nodes - before
}

fn rosenbrock(x: &[Value]) -> Value {
    let mut f = Value::new(0.0);
    grad! {
        for i in 0..x.len() - 1 {
            let t1 = x[i + 1] - x[i] * x[i];
            let t2 = 1 - x[i];
            f += 100 * t1 * t1 + t2 * t2;
        }
    }
    f
}

#[test]
fn a_sum_of_terms_with_temporaries_is_that_of_operators() {
    for n in [2, 3, 4, 5, 8, 100] {
        let x = values(n);
        let mut by_hand = Value::new(0.0);
        for i in 0..n - 1 {
            let t1 = &x[i + 1] - &x[i] * &x[i];
            let t2 = 1.0 - &x[i];
            by_hand += 100.0 * &t1 * &t1 + &t2 * &t2;
        }
        let leaves: Vec<&Value> = x.iter().collect();
        assert_equal_to_the_last_bit(&rosenbrock(&x), &by_hand, &leaves);
    }
}

#[test]
fn a_sum_of_terms_with_temporaries_takes_eight_bytes_a_term() {
    let x = values(301);
    // A node has room for three terms; then the leaf and the result.
    assert_eq!(nodes_of(|| rosenbrock(&x)), 100 + 2);
}

#[test]
fn names_of_temporaries_are_in_the_drawing() {
    let [x, y, _] = leaves();
    let written = grad! {
        let product = x * y;
        let shifted = product + 1;
        shifted * shifted - product
    };
    let graph = Graph::of(&written);
    let names: Vec<_> = graph
        .nodes()
        .iter()
        .filter_map(|node| node.name())
        .collect();
    assert_eq!(names, ["product", "shifted"]);
}

#[test]
fn values_of_blocks_take_their_temporaries_in() {
    let [x, y, z] = leaves();
    let written = grad! {
        let a = x * y - z;
        let b = a.exp() + a * x;
        let c = b / a;
        c * b - a ** 2
    };
    let a = &x * &y - &z;
    let b = a.exp() + &a * &x;
    let c = &b / &a;
    let by_hand = &c * &b - a.powi(2);
    assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y, &z]);
}

#[test]
fn every_kind_of_last_statement_takes_temporaries_in() {
    let [x, y, z] = leaves();
    let mut out = [Value::new(0.5), Value::new(2.0)];
    let mut sum = x.clone();
    let mut state = y.clone();
    grad! {
        for _ in 0..3 {
            let d = state - x;
            state = d * d + y;
        }
        if true {
            let a = x - y;
            out[1] *= a * z;
        }
        {
            let t = (x - z).tanh();
            sum -= t;
        }
        {
            let t = x * z;
            sum **= 2 + t * t;
        }
        let branch = if sum.data() > 0.0 {
            let t = y * z;
            t + t * t
        } else {
            let t = y / z;
            t - t * t
        };
        {
            let t = branch * x;
            let kept: Value = t * t;
            let twice = kept + kept * x;
            out[0] += kept;
            out[0] += twice;
        }
    }
    let total = grad! { out[0] + out[1] + sum + state };

    let mut hand = [Value::new(0.5), Value::new(2.0)];
    let mut hand_state = y.clone();
    for _ in 0..3 {
        let d = &hand_state - &x;
        hand_state = &d * &d + &y;
    }
    let a = &x - &y;
    hand[1] *= &a * &z;
    let mut hand_sum = &x - (&x - &z).tanh();
    let t = &x * &z;
    hand_sum = hand_sum.pow(2.0 + &t * &t);
    let branch = if hand_sum.data() > 0.0 {
        let t = &y * &z;
        &t + &t * &t
    } else {
        let t = &y / &z;
        &t - &t * &t
    };
    let t = &branch * &x;
    let kept = &t * &t;
    let twice = &kept + &kept * &x;
    hand[0] += &kept;
    hand[0] += &twice;
    let by_hand = &hand[0] + &hand[1] + &hand_sum + &hand_state;
    let out_leaves = Graph::of(&total).nodes().len();
    assert_eq!(out_leaves, Graph::of(&by_hand).nodes().len());
    assert_eq!(total, by_hand);
    let gradients = |root: &Value| {
        [&x, &y, &z].map(|leaf| {
            leaf.zero_grad();
            root.backward();
            leaf.grad()
        })
    };
    assert_eq!(gradients(&total), gradients(&by_hand));
}

#[test]
fn temporaries_may_shadow_what_they_are_made_of() {
    let [x, y, _] = leaves();
    let written = grad! {
        let x = x * y;
        let x = x - y;
        let y = x * x;
        y * x + y
    };
    let x1 = &x * &y;
    let x2 = &x1 - &y;
    let y1 = &x2 * &x2;
    let by_hand = &y1 * &x2 + &y1;
    assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y]);
}

#[test]
fn a_name_that_plain_rust_uses_stays_a_variable() {
    let [x, y, _] = leaves();
    let mut seen = Vec::new();
    let written = grad! {
        let d = x - y;
        seen.push(format!("{d:?}"));
        let e = x * y;
        seen.push(format!("{e:?}"));
        let f = d * e;
        let g = if f.data() < 0.0 { -f } else { f };
        g * d
    };
    assert_eq!(seen.len(), 2);
    assert_eq!(
        seen[0],
        "Value { name: \"d\", data: 1.75, grad: 0.0, op: Sub }"
    );
    let f = (&x - &y) * (&x * &y);
    assert_eq!(written, -f * (&x - &y));
}

#[test]
fn a_name_that_is_used_in_two_statements_is_one_value() {
    let [x, y, z] = leaves();
    let (mut a, mut b) = (x.clone(), y.clone());
    grad! {
        for _ in 0..2 {
            let d = x * z;
            let e = y - z;
            a += d * e;
            b += d;
        }
    }
    let written = &a * &b;
    let (mut a, mut b) = (x.clone(), y.clone());
    for _ in 0..2 {
        let d = &x * &z;
        let e = &y - &z;
        a += &d * &e;
        b += &d;
    }
    assert_equal_to_the_last_bit(&written, &(&a * &b), &[&x, &y, &z]);
}

#[test]
fn statements_with_many_temporaries_steps_and_operands_are_recorded_in_parts() {
    let x = values(20);
    let written = grad! {
        let a = x[0] * x[1];
        let b = a * x[2] - x[3];
        let c = a * b - x[4] * x[5];
        let d = c * c + a;
        let e = (d - b) * x[6] + x[7] / x[8];
        let f = e * e - d;
        let g = f * x[9] + x[10] * x[11] + x[12];
        let h = g - f * x[13] + x[14];
        let i = h * h + x[15] * x[16];
        let j = i - h * x[17];
        let k = (j * x[18] - i) * (j + x[19]) + a;
        k * k + j
    };
    let a = &x[0] * &x[1];
    let b = &a * &x[2] - &x[3];
    let c = &a * &b - &x[4] * &x[5];
    let d = &c * &c + &a;
    let e = (&d - &b) * &x[6] + &x[7] / &x[8];
    let f = &e * &e - &d;
    let g = &f * &x[9] + &x[10] * &x[11] + &x[12];
    let h = &g - &f * &x[13] + &x[14];
    let i = &h * &h + &x[15] * &x[16];
    let j = &i - &h * &x[17];
    let k = (&j * &x[18] - &i) * (&j + &x[19]) + &a;
    let by_hand = &k * &k + &j;
    let leaves: Vec<&Value> = x.iter().collect();
    assert_equal_to_the_last_bit(&written, &by_hand, &leaves);
}

#[test]
fn infinite_slopes_of_temporaries_follow_the_convention() {
    for x in [0.0, -1.0, f64::INFINITY, 1e308] {
        let (x, y) = (Value::new(x), Value::new(0.0));
        let written = grad! {
            let root = (x * 1).sqrt();
            let power = (x + y) ** 0.5;
            let scaled = root * y;
            scaled * y + power * y * root
        };
        let root = (&x * 1.0).sqrt();
        let power = (&x + &y).powf(0.5);
        let scaled = &root * &y;
        let by_hand = &scaled * &y + &power * &y * &root;
        assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y]);
    }
}

#[test]
fn an_anomaly_in_a_temporary_is_reported_with_its_name_and_line() {
    let [x, y, _] = leaves();
    let guard = detect_anomaly();
    let mut sum = Value::new(0.0);
    let line = line!() + 4;
    grad! {
        for _ in 0..2 {
            let inside = y - x;
            let logarithm = (inside * 2).ln();
            sum += logarithm * x;
        }
    }
    assert!(sum.data().is_nan());
    let report = guard.anomaly().expect("the sum is NaN").to_string();
    assert!(report.contains("logarithm"), "{report}");
    assert!(report.contains(&format!(":{line}:")), "{report}");
}

fn energy<T: Scalar>(x: &[T], weights: &[f64]) -> T {
    let mut sum = T::from(0.0);
    grad! {
        for i in 1..x.len() {
            let step = x[i] - x[i - 1];
            let weight = 2 * weights[i] + 1;
            sum += weight * step * step;
        }
    }
    sum
}

#[test]
fn numbers_of_every_kind_take_part_in_temporaries() {
    let (x, weights) = ([1.0, 3.0, -2.0], [0.0, 0.5, 0.25]);
    // 2·2² + 1.5·5² and its derivatives
    let (expected, gradient) = (45.5, [-8.0, 8.0 + 15.0, -15.0]);
    assert_eq!(energy(&x, &weights), expected);
    let duals: Vec<Dual<3>> = (0..3).map(|i| Dual::variable(x[i], i)).collect();
    let dual = energy(&duals, &weights);
    let values = x.map(Value::new);
    let value = energy(&values, &weights);
    value.backward();
    assert_eq!((dual.data(), value.data()), (expected, expected));
    assert_eq!(dual.tangents(), gradient);
    assert_eq!(values.each_ref().map(Value::grad), gradient);
}

#[track_caller]
fn squared_distance(x: &Value, y: &Value) -> Value {
    grad! {
        let d = x - y;
        d * d
    }
}

#[test]
fn in_a_track_caller_function_temporaries_stand_at_the_caller() {
    let [x, y, _] = leaves();
    let distance = squared_distance(&x, &y);
    let here = line!() - 1; // The line of the call.
    let graph = Graph::of(&distance);
    let operations: Vec<_> = graph
        .nodes()
        .iter()
        .filter(|node| !node.is_leaf())
        .collect();
    assert_eq!(operations.len(), 2);
    for node in operations {
        assert_eq!(node.source().map(|source| source.line()), Some(here));
    }
}

#[test]
fn places_of_one_variable_are_read_once_and_calls_each_time() {
    struct Counted(std::cell::Cell<u32>);
    impl Counted {
        fn next(&self) -> usize {
            self.0.set(self.0.get() + 1);
            0
        }
    }
    let (x, counted) = (values(2), Counted(std::cell::Cell::new(0)));
    let pair = (x[0].clone(), &x[1]);
    let i = 1;
    let written = grad! { x[i] * x[i] - x[i - 1] + pair.0 * pair.1 * pair.0 + x[counted.next()] * x[counted.next()] };
    let by_hand = &x[1] * &x[1] - &x[0] + &x[0] * &x[1] * &x[0] + &x[0] * &x[0];
    assert_equal_to_the_last_bit(&written, &by_hand, &[&x[0], &x[1]]);
    assert_eq!(counted.0.get(), 2);
}

/// `t` of the macro and `t` of its caller are two variables.
macro_rules! five_times {
    ($x:ident) => {{
        let t = Value::new(5.0);
        grad! { $x * t }
    }};
}

macro_rules! five_times_squared {
    ($x:ident) => {{
        grad! {
            let t = $x * 5;
            let u = t + $x;
            u * t
        }
    }};
}

#[test]
fn names_inside_of_macros_are_their_own() {
    let t = Value::new(2.0);
    assert_eq!(five_times!(t), 10.0);
    assert_eq!(five_times_squared!(t), 120.0);
}

#[test]
fn many_numbers_that_are_used_twice_are_expanded_at_once() {
    let x = Value::new(3.0);
    let y = grad! {
        let a = 1 / 2;
        let b = a + a;
        let c = b * b;
        let d = c * c;
        let e = d * d;
        let f = e * e;
        let g = f * f;
        let h = g * g;
        let i = h * h;
        let j = i * i;
        let k = j * j;
        let l = k * k;
        let m = l * l;
        let n = m * m;
        let o = n * n;
        let p = o * o;
        let q = p * p;
        let r = q * q;
        let s = r * r;
        let t = s * s;
        let u = t * t;
        let v = u * u;
        let w = v * v;
        w * x
    };
    y.backward();
    assert_eq!((y.data(), x.grad()), (3.0, 1.0));
}
