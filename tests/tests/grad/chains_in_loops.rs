//! `for x in xs { sum += term; }` inside of `grad!`: a loop that only adds to one variable remembers its chain from
//! run to run, and gives what operators give, whatever else happens between two runs.

use crate::twins::assert_equal_to_the_last_bit;
use micrograd_core::{Dual, Graph, Scalar, TapeUsage, Value, detect_anomaly, grad};
use std::panic::{AssertUnwindSafe, catch_unwind};

fn values(count: usize, scale: f64) -> Vec<Value> {
    let numbers = (0..count).map(|i| scale * (f64::from(u32::try_from(i).unwrap()) + 1.0).sin());
    numbers.map(Value::new).collect()
}

fn all<'a>(lists: &[&'a [Value]]) -> Vec<&'a Value> {
    lists.iter().copied().flatten().collect()
}

/// How many runs: none, around the number that shares an extension, and many.
const RUNS: [usize; 8] = [0, 1, 2, 3, 4, 5, 7, 100];

macro_rules! same_as_operators {
    ($name:ident, |$sum:ident, $x:ident, $y:ident, $c:ident| [$($written:tt)*] $by_hand:expr) => {
        #[test]
        fn $name() {
            for runs in RUNS {
                let (xs, ys) = (values(runs, 0.9), values(runs, 1.3));
                let cs = [0.5, -2.0, 1.25].into_iter().cycle();
                let terms: Vec<_> = xs.iter().zip(&ys).zip(cs).collect();
                let start = Value::new(0.125);
                let mut $sum = &start * 2.0;
                grad! {
                    for (($x, $y), $c) in terms.clone() { $($written)*; }
                }
                let written = $sum;
                let mut $sum = &start * 2.0;
                for (($x, $y), $c) in terms.clone() {
                    let (_, _, _) = ($x, $y, $c);
                    $sum = $by_hand;
                }
                let mut leaves = all(&[&xs, &ys]);
                leaves.push(&start);
                assert_equal_to_the_last_bit(&written, &$sum, &leaves);
            }
        }
    };
}

same_as_operators! { sums_of_values, |sum, x, y, c| [let _ = (y, c); sum += x] &sum + x }
same_as_operators! { sums_of_products, |sum, x, y, _c| [sum += x * y] &sum + x * y }
same_as_operators! { differences_of_products, |sum, x, y, _c| [sum -= x * y] &sum - x * y }
same_as_operators! { sums_with_plain_weights, |sum, x, _y, c| [sum += c * x] &sum + c * x }
same_as_operators! { sums_of_functions, |sum, x, y, _c| [sum += (x - y).exp()] &sum + (x - y).exp() }
same_as_operators! { sums_of_plain_numbers, |sum, _x, _y, c| [sum += c] &sum + c }
same_as_operators! { products, |sum, x, _y, _c| [sum *= x] &sum * x }
same_as_operators! {
    terms_too_large_for_a_chain, |sum, x, y, c|
    [sum += c * x * y * (x - y) * (c + x) + (x * y).sin() * (c - y)]
    &sum + (c * x * y * (x - y) * (c + x) + (x * y).sin() * (c - y))
}

/// Runs a sum of x² in which `between` happens before each run, and compares it with operators.
fn assert_undisturbed_by(between: impl Fn(usize)) {
    let xs = values(20, 0.7);
    let squares = |by_macro: bool| {
        let mut sum = Value::new(0.0);
        let disturbed = xs.iter().enumerate().map(|(i, x)| {
            between(i);
            x
        });
        if by_macro {
            grad! {
                for x in disturbed {
                    sum += x * x;
                }
            }
        } else {
            for x in disturbed {
                sum = &sum + x * x;
            }
        }
        sum
    };
    let (written, by_hand) = (squares(true), squares(false));
    assert_equal_to_the_last_bit(&written, &by_hand, &all(&[&xs]));
}

#[test]
fn what_the_iterator_records_and_drops_disturbs_no_sum() {
    assert_undisturbed_by(|i| {
        let _dropped = Value::new(f64::from(u32::try_from(i).unwrap())).exp() * 2.0;
    });
}

#[test]
fn what_the_iterator_records_and_keeps_disturbs_no_sum() {
    let kept = std::cell::RefCell::new(Vec::new());
    let parameter = Value::new(0.5);
    assert_undisturbed_by(|i| {
        if i % 3 == 1 {
            kept.borrow_mut().push(parameter.exp());
        }
    });
}

#[test]
fn a_sweep_between_two_runs_disturbs_no_sum() {
    let parameter = Value::new(0.5);
    let root = parameter.exp() * 3.0;
    assert_undisturbed_by(|_| root.backward());
}

#[test]
fn compaction_between_two_runs_disturbs_no_sum() {
    let parameter = Value::new(0.5);
    assert_undisturbed_by(|i| {
        if i % 4 == 2 {
            // Dead nodes that a live one has caught below it fill the tape until it is compacted.
            let mut live = parameter.exp();
            for _ in 0..100_000 {
                live = &live * 1.0 + 1.0;
                live = live.detach();
            }
        }
    });
}

#[test]
fn a_clone_from_before_the_loop_keeps_its_number_and_its_gradient() {
    let xs = values(9, 0.4);
    let mut sum = &xs[0] * 3.0;
    let before = sum.clone();
    grad! {
        for x in &xs {
            sum += x * x;
        }
    }
    assert_eq!(before, 3.0 * xs[0].data());
    before.backward();
    assert_eq!(xs[0].grad(), 3.0);
    assert_eq!(xs[1].grad(), 0.0);
}

#[test]
fn a_panic_in_the_middle_leaves_the_sum_so_far() {
    let xs = values(8, 0.4);
    let mut sum = Value::new(0.0);
    let result = catch_unwind(AssertUnwindSafe(|| {
        grad! {
            for x in (0..9).map(|i| &xs[i]) {
                sum += x * x;
            }
        }
    }));
    assert!(result.is_err(), "there is no ninth");
    let mut by_hand = Value::new(0.0);
    for x in &xs {
        by_hand = &by_hand + x * x;
    }
    assert_equal_to_the_last_bit(&sum, &by_hand, &all(&[&xs]));
}

#[test]
fn a_leaf_changed_between_two_runs_makes_the_runs_before_it_old() {
    let leaf = Value::new(2.0);
    let xs = values(3, 0.3);
    let refused = |root: &Value| catch_unwind(AssertUnwindSafe(|| root.backward())).is_err();
    for changed_before in 0..3 {
        let terms = || {
            leaf.set_data(2.0);
            xs.iter().enumerate().map(|(i, x)| {
                if i == changed_before {
                    leaf.set_data(3.0);
                }
                x
            })
        };
        let is_old = changed_before > 0;
        let mut written = Value::new(0.0);
        grad! {
            for x in terms() {
                written += x * leaf;
            }
        }
        assert_eq!(
            refused(&written),
            is_old,
            "changed before run {changed_before}"
        );
        let mut by_hand = Value::new(0.0);
        for x in terms() {
            by_hand = &by_hand + x * &leaf;
        }
        assert_eq!(written, by_hand);
        assert_eq!(
            refused(&by_hand),
            is_old,
            "changed before run {changed_before}"
        );
        leaf.set_data(4.0);
        assert!(refused(&written) && refused(&by_hand));
    }
}

#[test]
fn a_nan_in_one_run_is_reported() {
    let xs: Vec<Value> = [1.0, 4.0, -1.0, 9.0].map(Value::new).to_vec();
    let guard = detect_anomaly();
    let mut sum = Value::new(0.0);
    grad! {
        for x in &xs {
            sum += (x + 0).sqrt();
        }
    }
    assert!(sum.data().is_nan());
    let anomaly = guard.anomaly().expect("one root is NaN");
    assert!(anomaly.to_string().contains("sqrt"), "{anomaly}");
}

#[test]
fn a_guard_that_is_asked_between_two_runs_sees_the_nan_of_a_later_one() {
    let infinite = Value::new(f64::INFINITY);
    let mut xs = values(9, 0.4);
    xs[8] = Value::new(0.0);
    let finite = Value::new(1.0);
    let factors = [&finite; 8].into_iter().chain([&infinite]);
    let guard = detect_anomaly();
    let asked = xs.iter().zip(factors).inspect(|_| {
        assert!(guard.anomaly().is_none(), "no number has been bad so far");
    });
    let mut sum = Value::new(0.0);
    grad! {
        for (x, factor) in asked {
            sum += x * factor;
        }
    }
    assert!(sum.data().is_nan());
    assert!(guard.anomaly().is_some(), "0·∞ is not a number");
}

#[test]
fn a_sum_whose_result_has_moved_past_what_was_dropped_can_be_dropped_at_once() {
    let xs = values(4, 0.9);
    let before = TapeUsage::of_this_thread().nodes;
    for _ in 0..3 {
        let mut sum = &xs[0] * 1.0;
        let dropping = xs.iter().inspect(|x| drop(x.exp() * 2.0));
        grad! {
            for x in dropping {
                sum += x * x;
            }
        }
        drop(sum);
        assert_eq!(TapeUsage::of_this_thread().nodes, before);
    }
}

struct Total {
    sum: Value,
}

#[test]
fn fields_and_what_references_point_to_are_added_to_as_variables_are() {
    let xs = values(10, 0.6);
    let mut total = Total { sum: &xs[0] * 2.0 };
    let mut other = &xs[1] * 3.0;
    let reference = &mut other;
    let before = TapeUsage::of_this_thread().nodes;
    grad! {
        for x in &xs {
            total.sum += x * x;
        }
        for x in &xs {
            *reference -= x * x;
        }
    }
    // Three products share a node; then the result.
    assert_eq!(TapeUsage::of_this_thread().nodes - before, 2 * (4 + 1));
    let written = grad! { total.sum * other };
    let (mut sum, mut difference) = (&xs[0] * 2.0, &xs[1] * 3.0);
    for x in &xs {
        sum = &sum + x * x;
    }
    for x in &xs {
        difference = &difference - x * x;
    }
    assert_equal_to_the_last_bit(&written, &(&sum * &difference), &all(&[&xs]));
}

fn weighted<T: Scalar>(weights: &[f64], xs: &[T]) -> T {
    let mut sum = T::from(0.0);
    grad! {
        for i in 0..xs.len() {
            sum += weights[i] * xs[i] * xs[i];
        }
    }
    sum
}

#[test]
fn the_loop_works_over_any_scalar() {
    let weights = [0.5, -1.0, 2.0];
    let xs = [1.5, 2.5, -3.0];
    let expected = 0.5 * 2.25 - 6.25 + 18.0;
    assert_eq!(weighted(&weights, &xs), expected);
    let duals: Vec<Dual<3>> = (0..3).map(|i| Dual::variable(xs[i], i)).collect();
    let dual = weighted(&weights, &duals);
    let values = xs.map(Value::new);
    let value = weighted(&weights, &values);
    value.backward();
    assert_eq!((dual.data(), value.data()), (expected, expected));
    assert_eq!(dual.tangents(), [1.5, -5.0, -12.0]);
    assert_eq!(values.each_ref().map(Value::grad), [1.5, -5.0, -12.0]);
}

#[track_caller]
fn squares(xs: &[Value]) -> Value {
    let mut sum = Value::new(0.0);
    grad! {
        for x in xs {
            sum += x * x;
        }
    }
    sum
}

#[test]
fn in_a_track_caller_function_all_operations_stand_at_the_caller() {
    let xs = values(3, 1.0);
    let sum = squares(&xs);
    let here = line!() - 1; // The line of the call.
    for node in Graph::of(&sum).nodes() {
        if !node.is_leaf() {
            assert_eq!(
                node.source().map(|source| source.line()),
                Some(here),
                "{node:?}"
            );
        }
    }
}

#[test]
fn a_long_loop_takes_eight_bytes_for_each_product_besides_its_gradient() {
    let xs = values(3000, 1.0);
    let before = TapeUsage::of_this_thread().nodes;
    let sum = {
        let mut sum = Value::new(0.0);
        grad! {
            for x in &xs {
                sum += x * x;
            }
        }
        sum
    };
    let nodes = TapeUsage::of_this_thread().nodes - before;
    assert!(nodes <= 3000 / 3 + 2, "{nodes} nodes of 32 bytes");
    assert!(sum.data() > 0.0);
}
