//! `sum += term` in a loop is one node on the tape; whoever looks sees the operations of its twin, with the same
//! numbers and the same gradients, bit for bit.

use crate::twins::assert_equal_to_the_last_bit;
use micrograd_core::{Graph, Op, Value, detect_anomaly, grad, gradients};

fn values(count: usize, scale: f64) -> Vec<Value> {
    let numbers = (0..count).map(|i| scale * (f64::from(u32::try_from(i).unwrap()) + 1.0).sin());
    numbers.map(Value::new).collect()
}

fn all<'a>(x: &'a [Value], y: &'a [Value]) -> Vec<&'a Value> {
    x.iter().chain(y).collect()
}

/// How many runs: around the number that shares an extension, and many.
const RUNS: [usize; 8] = [1, 2, 3, 4, 5, 6, 7, 100];

macro_rules! same_as_operators {
    ($(#[$doc:meta])* $name:ident, |$sum:ident, $x:ident, $y:ident, $c:ident| [$($written:tt)*] $by_hand:expr) => {
        #[test]
        fn $name() {
            for runs in RUNS {
                let (xs, ys) = (values(runs, 0.9), values(runs, 1.3));
                let start = Value::new(0.125);
                let mut $sum = start.clone();
                for (($x, $y), $c) in xs
                    .iter()
                    .zip(&ys)
                    .zip([0.5, -2.0, 1.25].into_iter().cycle())
                {
                    let (_, _, _) = ($x, $y, $c);
                    grad! { $($written)*; }
                }
                let written = $sum;
                let mut $sum = start.clone();
                for (($x, $y), $c) in xs
                    .iter()
                    .zip(&ys)
                    .zip([0.5, -2.0, 1.25].into_iter().cycle())
                {
                    let (_, _, _) = ($x, $y, $c);
                    $sum = $by_hand;
                }
                let mut leaves = all(&xs, &ys);
                leaves.push(&start);
                assert_equal_to_the_last_bit(&written, &$sum, &leaves);
            }
        }
    };
}

same_as_operators! { sums_of_values, |sum, x, y, c| [sum += x] &sum + x }
same_as_operators! { differences_of_values, |sum, x, y, c| [sum -= x] &sum - x }
same_as_operators! { sums_of_products, |sum, x, y, c| [sum += x * y] &sum + x * y }
same_as_operators! { differences_of_products, |sum, x, y, c| [sum -= x * y] &sum - x * y }
same_as_operators! { sums_with_plain_weights, |sum, x, y, c| [sum += x * c] &sum + x * c }
same_as_operators! { differences_with_plain_weights, |sum, x, y, c| [sum -= c * x] &sum - c * x }
same_as_operators! { sums_of_functions, |sum, x, y, c| [sum += (x - y).exp()] &sum + (x - y).exp() }
same_as_operators! {
    functions_and_numbers, |sum, x, y, c| [sum -= (x - c).tanh() * c] &sum - (x - c).tanh() * c
}
same_as_operators! { sums_of_squares, |sum, x, y, c| [sum += (x - y) ** 2] &sum + (x - y).powi(2) }
same_as_operators! { sums_of_quotients, |sum, x, y, c| [sum += x / y * x] &sum + x / y * x }
same_as_operators! { three_operands, |sum, x, y, c| [sum += x * y - x / y] &sum + (x * y - x / y) }
same_as_operators! {
    infinite_slopes_and_zero_adjoints,
    |sum, x, y, c| [sum += (x * 0).sqrt() * 0 + y] &sum + ((x * 0.0).sqrt() * 0.0 + y)
}
same_as_operators! {
    terms_too_large_for_a_chain,
    |sum, x, y, c| [sum += x * y * c + (x - c) / (y + 3) * (c + 1)]
    &sum + (x * y * c + (x - c) / (y + 3.0) * (c + 1.0))
}
same_as_operators! { products_are_no_chains, |sum, x, y, c| [sum *= x + y] &sum * (x + y) }
same_as_operators! { a_sum_in_its_own_term, |sum, x, y, c| [sum += sum * x] &sum + &sum * x }
same_as_operators! { a_sum_of_itself, |sum, x, y, c| [sum += sum] &sum + &sum }

#[test]
fn a_chain_that_other_recordings_interrupt() {
    let (xs, ys) = (values(30, 0.9), values(30, 1.3));
    let sums = |interrupt: usize| {
        let mut kept = Vec::new();
        let (mut written, mut by_hand) = (Value::new(0.5), Value::new(0.5));
        for (i, (x, y)) in xs.iter().zip(&ys).enumerate() {
            grad! { written += x * y; }
            if i % interrupt == 0 {
                kept.push(x.exp());
                let _dropped_at_once = y.exp();
            }
        }
        for (x, y) in xs.iter().zip(&ys) {
            by_hand = &by_hand + x * y;
        }
        (written, by_hand, kept)
    };
    for interrupt in [1, 2, 3, 7] {
        let (written, by_hand, kept) = sums(interrupt);
        assert_equal_to_the_last_bit(&written, &by_hand, &all(&xs, &ys));
        assert!(
            kept.iter()
                .zip(xs.iter().step_by(interrupt))
                .all(|(y, x)| *y == x.data().exp())
        );
    }
}

#[test]
fn two_chains_in_turn_and_terms_of_alternating_kinds() {
    let (xs, ys) = (values(40, 0.9), values(40, 1.3));
    let (mut a, mut b) = (Value::new(1.0), Value::new(2.0));
    let (mut a2, mut b2) = (a.clone(), b.clone());
    let starts = [a.clone(), b.clone()];
    for (i, (x, y)) in xs.iter().zip(&ys).enumerate() {
        grad! {
            a += x * y;
            if i % 3 == 0 { b -= y; } else { b += a * 2; }
        }
    }
    for (i, (x, y)) in xs.iter().zip(&ys).enumerate() {
        a2 = &a2 + x * y;
        b2 = if i % 3 == 0 { &b2 - y } else { &b2 + &a2 * 2.0 };
    }
    let (written, by_hand) = (&a * &b, &a2 * &b2);
    assert_equal_to_the_last_bit(
        &written,
        &by_hand,
        &[all(&xs, &ys), all(&starts, &[])].concat(),
    );
}

#[test]
fn a_clone_taken_in_the_middle_keeps_its_number_its_gradient_and_its_graph() {
    let (xs, ys) = (values(20, 0.9), values(20, 1.3));
    let mut sum = Value::new(0.5);
    let (start, mut sum2) = ([sum.clone()], sum.clone());
    let (mut clones, mut clones2) = (Vec::new(), Vec::new());
    for (i, (x, y)) in xs.iter().zip(&ys).enumerate() {
        grad! { sum += x * y; }
        if [0, 4, 5, 11, 19].contains(&i) {
            clones.push(sum.clone());
        }
    }
    for (i, (x, y)) in xs.iter().zip(&ys).enumerate() {
        sum2 = &sum2 + x * y;
        if [0, 4, 5, 11, 19].contains(&i) {
            clones2.push(sum2.clone());
        }
    }
    let leaves = [all(&xs, &ys), all(&start, &[])].concat();
    assert_equal_to_the_last_bit(&sum, &sum2, &leaves);
    sum.backward();
    assert!(
        clones.iter().all(|clone| clone.grad() == 1.0),
        "each takes part in the sum"
    );
    for (clone, clone2) in clones.iter().zip(&clones2) {
        assert_equal_to_the_last_bit(clone, clone2, &leaves);
    }
}

#[test]
fn a_clone_dropped_again_in_the_middle_changes_nothing() {
    let xs = values(50, 0.9);
    let (mut sum, mut sum2) = (Value::new(0.5), Value::new(0.5));
    for (i, x) in xs.iter().enumerate() {
        let clone = (i % 4 == 1).then(|| sum.clone());
        grad! { sum += x * 2; }
        drop(clone);
    }
    for x in &xs {
        sum2 = &sum2 + x * 2.0;
    }
    assert_equal_to_the_last_bit(&sum, &sum2, &all(&xs, &[]));
}

#[test]
fn a_name_given_in_the_middle_stays_where_it_was_given() {
    let xs = values(10, 0.9);
    let mut sum = Value::new(0.5);
    let mut numbers = Vec::new();
    for (i, x) in xs.iter().enumerate() {
        grad! { sum += x * x; }
        if i == 3 || i == 7 {
            sum = sum.with_name(format!("after{i}"));
            numbers.push(sum.data());
        }
    }
    assert_eq!(sum.name().as_deref(), Some("sum"));
    let graph = Graph::of(&sum);
    let named = graph.iter().filter_map(|node| {
        let name = node.name().filter(|name| name.starts_with("after"))?;
        Some((name.to_owned(), node.data()))
    });
    assert_eq!(
        named.collect::<Vec<_>>(),
        [
            ("after3".to_owned(), numbers[0]),
            ("after7".to_owned(), numbers[1])
        ]
    );
}

/// What a refused `backward` says.
fn refused(root: &Value) -> Option<String> {
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| root.backward()));
    caught
        .err()
        .map(|panic| *panic.downcast::<String>().unwrap())
}

#[test]
fn data_changed_between_two_runs_is_found_as_between_operators() {
    let (w, xs) = (Value::new(3.0).with_name("w"), values(9, 0.9));
    let refusals = |step: &dyn Fn(&mut Value, &Value)| {
        w.set_data(3.0);
        let mut sum = Value::new(0.0);
        let mut before = Vec::new();
        for (i, x) in xs.iter().enumerate() {
            step(&mut sum, x);
            if i % 4 == 2 {
                before.push(sum.clone());
                w.set_data(4.0 + f64::from(u8::try_from(i).unwrap()));
                assert!(refused(&sum).is_some());
            }
        }
        before.push(sum);
        before.iter().map(refused).collect::<Vec<_>>()
    };
    let written = refusals(&|sum, x| grad! { *sum += w * x; });
    let by_hand = refusals(&|sum, x| *sum = &*sum + &w * x);
    assert_eq!(written, by_hand);
    let message = written[0].as_deref().unwrap();
    assert!(
        message.contains("recorded before set_data changed the leaf `w`"),
        "{message}"
    );
}

#[test]
fn a_change_between_two_runs_is_found_in_what_was_recorded_before_it() {
    let xs = values(9, 0.9);
    let gradients = |edit: usize, step: &dyn Fn(&mut Value, &Value, &Value)| {
        let w = Value::new(3.0);
        let mut sum = Value::new(0.0);
        for (i, x) in xs.iter().enumerate() {
            if i == edit {
                w.set_data(4.0);
            }
            step(&mut sum, &w, x);
        }
        (sum.data(), refused(&sum), w.grad())
    };
    for edit in 0..9 {
        let written = gradients(edit, &|sum, w, x| grad! { *sum += w * x; });
        let by_hand = gradients(edit, &|sum, w, x| *sum = &*sum + w * x);
        assert_eq!(written, by_hand);
        // The first run is older than the change, unless that came before it.
        assert_eq!(written.1.is_some(), edit > 0);
    }
}

#[test]
fn backward_in_the_middle_and_again_at_the_end() {
    let (xs, ys) = (values(12, 0.9), values(12, 1.3));
    let mut sum = Value::new(0.0);
    for (i, (x, y)) in xs.iter().zip(&ys).enumerate() {
        grad! { sum += x * y; }
        assert_eq!(sum.grad(), 0.0, "no sweep has reached this result");
        if i % 5 == 4 {
            sum.backward();
            assert_eq!(sum.grad(), 1.0);
        }
    }
    sum.backward();
    // Sweeps after 5, 10 and 12 runs.
    for (i, (x, y)) in xs.iter().zip(&ys).enumerate() {
        let sweeps = [5, 10, 12].into_iter().filter(|runs| i < *runs);
        assert_eq!(
            x.grad(),
            sweeps.map(|_| y.data()).fold(0.0, |sum, y| sum + y)
        );
    }
}

#[test]
fn the_nan_in_one_term_of_a_long_chain_is_found_at_its_line() {
    let mut xs = values(1000, 0.1);
    for x in &mut xs {
        *x += 1.0;
    }
    xs[617] = Value::new(-1.0).with_name("culprit");
    let guard = detect_anomaly();
    let mut sum = Value::new(0.0);
    for x in &xs {
        grad! { sum += (x * 1).ln(); }
    }
    let line = line!() - 2;
    sum.backward();
    let anomaly = guard.take().unwrap();
    assert_eq!(anomaly.op, Op::Ln);
    let source = anomaly.source.unwrap();
    assert_eq!((source.file(), source.line()), (file!(), line));
    assert_eq!(anomaly.operands[0].data, -1.0);
    // The logarithm and the sums from there on.
    assert_eq!(anomaly.chain.len(), 1 + 1000 - 617);
}

#[test]
fn the_nan_in_a_total_is_found_where_it_was_called() {
    let (mut xs, ys) = (values(100, 0.5), values(100, 0.25));
    xs[40] = Value::new(f64::INFINITY);
    let zeros: Vec<f64> = (0..100).map(|i| if i == 40 { 0.0 } else { 1.0 }).collect();
    let guard = detect_anomaly();
    let total = Value::new(1.0).plus_dot(&xs, &zeros);
    let line = line!() - 1;
    total.backward();
    let anomaly = guard.take().unwrap();
    assert_eq!(
        (anomaly.op, anomaly.source.unwrap().line()),
        (Op::Mul, line)
    );
    drop(ys);
}

#[test]
fn a_parameter_as_target_stays_usable() {
    let (p, xs) = (Value::new(2.0), values(9, 0.9));
    let mut sum = p.clone();
    for x in &xs {
        grad! { sum += x * p; }
    }
    assert_eq!((p.data(), p.op()), (2.0, Op::Leaf));
    sum.backward();
    let by_hand = xs.iter().fold(1.0, |grad, x| grad + x.data());
    assert!((p.grad() - by_hand).abs() < 1e-14);

    let mut only = Value::new(2.0);
    for x in &xs {
        grad! { only += x; }
    }
    only.backward();
    assert_eq!(
        Graph::of(&only).nodes()[0].data(),
        Graph::of(&only).nodes().first().unwrap().data()
    );
    assert!(
        Graph::of(&only)
            .iter()
            .any(|node| node.is_leaf() && node.data() == 2.0 && node.grad() == 1.0)
    );
}

#[test]
fn gradients_of_gradients_reach_a_sum_in_the_middle_of_a_chain() {
    let (xs, ys) = (values(12, 0.9), values(12, 1.3));
    let derivatives = |step: &dyn Fn(&mut Value, &Value, &Value)| {
        let mut sum = Value::new(0.5);
        let mut middle = None;
        for (i, (x, y)) in xs.iter().zip(&ys).enumerate() {
            step(&mut sum, x, y);
            if i == 4 {
                middle = Some(sum.clone());
            }
        }
        let middle = middle.unwrap();
        let inputs = [vec![&middle], all(&xs, &ys)].concat();
        let first = gradients(&(&sum * &sum), &inputs);
        let second = gradients(&first[7], &inputs);
        [first, second].map(|all| all.iter().map(Value::data).collect::<Vec<_>>())
    };
    let written = derivatives(&|sum, x, y| grad! { *sum += (x * y).exp(); });
    let by_hand = derivatives(&|sum, x, y| *sum = &*sum + (x * y).exp());
    assert_eq!(written[0], by_hand[0]);
    // The exponentials inside of a chain are no values to share, so that sums may go in another order.
    for (left, right) in written[1].iter().zip(&by_hand[1]) {
        assert!(
            (left - right).abs() <= 1e-14 * right.abs(),
            "{left} and {right}"
        );
    }
    assert!(written[1].iter().all(|derivative| *derivative != 0.0));
}

#[test]
fn a_chain_is_still_watched_after_a_leaf_was_changed_and_the_guard_was_asked() {
    let w = Value::new(0.0);
    // The third run shares the extension of the first two.
    let xs = [1.0, 2.0, f64::NAN].map(Value::new);
    let guard = detect_anomaly();
    w.set_data(1.0);
    let mut sum = Value::new(0.0);
    for x in &xs {
        assert!(guard.anomaly().is_none(), "nothing was wrong before {x}");
        grad! { sum += w * x; }
    }
    let anomaly = guard.take().expect("the last term is NaN");
    assert!(anomaly.data.is_nan());
}
