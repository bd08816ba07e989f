//! A `let` inside of a block of `grad!` that only arithmetic right after it uses has no handle; everything else is as with
//! operators.

use crate::twins::assert_equal_to_the_last_bit;
use micrograd_core::{Dual, Graph, Scalar, TapeUsage, Value, detect_anomaly, grad};

const H: f64 = 0.01;

/// The Lorenz system, whose slopes are used after the first variable has changed.
fn lorenz<T: Scalar>(input: &[T; 6], steps: usize) -> T {
    let [x, y, z, sigma, rho, beta] = input;
    let (mut x, mut y, mut z) = (x.clone(), y.clone(), z.clone());
    grad! {
        for _ in 0..steps {
            let dx = sigma * (y - x);
            let dy = x * (rho - z) - y;
            let dz = x * y - beta * z;
            x += H * dx;
            y += H * dy;
            z += H * dz;
        }
        x + y + z
    }
}

fn lorenz_by_operators(input: &[Value; 6], steps: usize) -> Value {
    let [x, y, z, sigma, rho, beta] = input;
    let (mut x, mut y, mut z) = (x.clone(), y.clone(), z.clone());
    for _ in 0..steps {
        let dx = sigma * (&y - &x);
        let dy = &x * (rho - &z) - &y;
        let dz = &x * &y - beta * &z;
        x += H * &dx;
        y += H * &dy;
        z += H * &dz;
    }
    x + y + z
}

const INPUT: [f64; 6] = [1.0, -2.0, 3.0, 10.0, 28.0, 8.0 / 3.0];

#[test]
fn slopes_used_later_are_those_of_operators() {
    for steps in [1, 2, 7, 100] {
        let input = INPUT.map(Value::new);
        let found = lorenz(&input, steps);
        let expected = lorenz_by_operators(&input, steps);
        let leaves: Vec<&Value> = input.iter().collect();
        assert_equal_to_the_last_bit(&found, &expected, &leaves);
    }
}

#[test]
fn every_number_type_computes_the_same() {
    let values = lorenz(&INPUT.map(Value::new), 20);
    assert_eq!(values, lorenz(&INPUT, 20));
    let duals: Dual<1> = lorenz(&INPUT.map(|x| Dual::new(x, [1.0])), 20);
    assert_eq!(duals.data(), values.data());
    let leaves = INPUT.map(Value::new);
    lorenz(&leaves, 20).backward();
    let sum: f64 = leaves.iter().map(Value::grad).sum();
    assert!((duals.tangent(0) - sum).abs() < 1e-9 * sum.abs());
}

#[test]
fn numbers_without_values_stay_numbers() {
    let (x, mut y, mut z) = (3.0, 1.0, 0.0);
    let mut w = Value::new(2.0);
    grad! {
        {
            let square = x * x;
            y += square;
            z += y * square;
        }
        {
            let half = x / 2;
            let mixed = w * half - half;
            y += half;
            w += mixed * y;
        }
    }
    assert_eq!((y, z), (11.5, 90.0));
}

#[test]
fn a_value_of_a_block_may_end_it() {
    let [a, b] = [3.0, 2.0].map(Value::new);
    let mut sum = Value::new(1.0);
    let found = grad! {
        let difference = a - b;
        sum += difference;
        difference * sum + difference
    };
    let mut expected_sum = Value::new(1.0);
    let difference = &a - &b;
    expected_sum += &difference;
    let expected = &difference * &expected_sum + &difference;
    assert_equal_to_the_last_bit(&found, &expected, &[&a, &b]);
    assert_eq!(sum, 2.0);
}

#[test]
fn the_graph_shows_them_with_their_names() {
    let input = INPUT.map(Value::new);
    let end = lorenz(&input, 1);
    let graph = Graph::of(&end);
    let names: Vec<_> = graph
        .nodes()
        .iter()
        .filter_map(|node| node.name())
        .collect();
    for name in ["dx", "dy", "dz"] {
        assert_eq!(
            names.iter().filter(|&&found| found == name).count(),
            1,
            "{name} in {names:?}"
        );
    }
}

#[test]
fn an_anomaly_is_found_in_one() {
    let guard = detect_anomaly();
    let x = Value::new(-1.0);
    let mut sum = Value::new(0.0);
    grad! {
        {
            let root = (x * 2).sqrt();
            let twice = 2 * x;
            sum += root * twice;
            sum += root;
        }
    }
    assert!(sum.data().is_nan());
    let report = guard.anomaly().expect("√−2 is NaN").to_string();
    assert!(report.contains("root"), "{report}");
}

/// Positions of the caller: operations are recorded one by one.
#[track_caller]
fn energy(x: &Value, v: &Value) -> Value {
    grad! {
        let kinetic = v * v / 2;
        let potential = x ** 2 / 2 + x ** 4;
        let mut sum = kinetic - potential;
        sum += potential * kinetic;
        sum * kinetic
    }
}

#[test]
fn a_track_caller_function_gives_the_same_and_leaves_nothing() {
    let [x, v] = [0.5, -1.5].map(Value::new);
    let kept = &x * 2.0;
    let before = TapeUsage::of_this_thread().nodes;
    drop(energy(&x, &v));
    assert_eq!(TapeUsage::of_this_thread().nodes, before);
    assert_eq!(kept, 1.0);
    let found = energy(&x, &v);
    let kinetic = &v * &v / 2.0;
    let potential = x.powi(2) / 2.0 + x.powi(4);
    let mut sum = &kinetic - &potential;
    sum += &potential * &kinetic;
    let expected = sum * &kinetic;
    assert_equal_to_the_last_bit(&found, &expected, &[&x, &v]);
}

/// Statements with as many numbers as they can have.
fn large(a: &Value, b: &Value) -> Value {
    let mut sum = Value::new(0.0);
    grad! {
        let p = a ** b ** a + (a ** b) ** (b ** a) + (a * b).exp().ln().tanh();
        let q = (a + b) ** (a - b) * (a / b) ** (b / a) - 2.5 * a + 3.5 / b - 4.5;
        sum += p ** q + q ** p;
        let r = p * q - sum;
        sum -= r ** 2 + 1.5 * r * p + 2.5 * q * r;
        sum *= r * q + p;
        sum
    }
}

fn small(a: &Value, b: &Value) -> Value {
    let [mut sum, mut other] = [0.0, 1.0].map(Value::new);
    grad! {
        let t = a / b;
        sum += t;
        other += t;
        sum * other
    }
}

/// The second `let` begins before the first one ends, and ends long after it.
fn overlapping(a: &Value, b: &Value) -> Value {
    let [mut sum, mut other] = [0.0, 1.0].map(Value::new);
    grad! {
        let t = a * b;
        sum += t;
        let u = a - b;
        other += t;
        sum += u;
        other -= u;
        sum *= u;
        other += u;
        sum -= u;
        sum *= u;
        other += u;
        sum * other
    }
}

#[test]
fn there_is_room_for_all_that_follows_wherever_the_tape_is_full() {
    for record in [large, small, overlapping] {
        let recorded_after = |dead: usize| {
            let run = move || {
                let [a, b] = [0.9, 1.1].map(Value::new);
                let list: Vec<Value> = (0..dead).map(|_| Value::new(1.0)).collect();
                let top = Value::new(1.0);
                // They stay below, until the tape is full.
                drop(list);
                let result = record(&a, &b);
                result.backward();
                assert_eq!(top, 1.0);
                [result.data(), a.grad(), b.grad()].map(f64::to_bits)
            };
            // A tape of its own, which is full after 256 nodes.
            let thread = std::thread::spawn(run);
            thread.join().expect("nothing has moved that is in use")
        };
        let expected = recorded_after(0);
        for dead in 130..256 {
            assert_eq!(recorded_after(dead), expected, "{dead} dead nodes");
        }
    }
}

#[test]
fn dead_ones_are_compacted_away_from_a_loop_that_goes_on() {
    let bytes_after = |steps: usize| {
        let [mut x, mut v] = [1.0, 0.0].map(Value::new);
        for _ in 0..steps {
            grad! {
                {
                    let force = -x;
                    let before = v * 1;
                    v += H * force;
                    x += H * (v + before) / 2;
                }
            }
            x = x.detach();
            v = v.detach();
        }
        assert!(x.data().is_finite());
        TapeUsage::of_this_thread().bytes
    };
    assert_eq!(bytes_after(1_000), bytes_after(100_000));
    assert_eq!(TapeUsage::of_this_thread().nodes, 0);
}
