//! `grad!` in functions that are written once over any `Scalar`.

use crate::twins::assert_twins;
use micrograd_core::{Dual, Scalar, Value, grad};

fn loss<T: Scalar>(weights: &[T], inputs: &[f64], target: f64) -> T {
    grad! {
        let mut sum = weights[0] * 0;
        for (w, x) in weights.iter().zip(inputs) {
            sum += w * x + 0.5 * w ** 2;
        }
        let error = sum.tanh() - target;
        let mut square = error ** 2 + (1 + sum).exp() / 3;
        square *= 2;
    }
    square
}

const INPUTS: [f64; 3] = [0.3, -0.7, 0.2];

/// The same in arithmetic on f64, and its derivative by hand.
fn by_hand(weights: [f64; 3]) -> (f64, [f64; 3]) {
    let terms = |(w, x): (f64, f64)| w * x + 0.5 * w * w;
    let sum: f64 = weights.into_iter().zip(INPUTS).map(terms).sum();
    let error = sum.tanh() - 0.25;
    let slope = 2.0 * (2.0 * error * (1.0 - sum.tanh().powi(2)) + (1.0 + sum).exp() / 3.0);
    let value = 2.0 * (error * error + (1.0 + sum).exp() / 3.0);
    (
        value,
        std::array::from_fn(|i| slope * (INPUTS[i] + weights[i])),
    )
}

fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-13 * b.abs().max(1.0)
}

#[test]
fn one_function_serves_plain_numbers_values_and_dual_numbers() {
    let weights = [0.4, 0.1, -0.9];
    let (value, slopes) = by_hand(weights);

    assert!(is_near(loss(&weights, &INPUTS, 0.25), value));

    let leaves = weights.map(Value::new);
    let root = loss(&leaves, &INPUTS, 0.25);
    root.backward();
    assert!(is_near(root.data(), value));
    for (leaf, slope) in leaves.iter().zip(slopes) {
        assert!(
            is_near(leaf.grad(), slope),
            "{} is not {slope}",
            leaf.grad()
        );
    }

    let variables: Vec<Dual<3>> = (0..3).map(|k| Dual::variable(weights[k], k)).collect();
    let dual = loss(&variables, &INPUTS, 0.25);
    assert!(is_near(dual.data(), value));
    for (tangent, slope) in dual.tangents().into_iter().zip(slopes) {
        assert!(is_near(tangent, slope), "{tangent} is not {slope}");
    }
}

#[test]
fn a_generic_statement_records_what_operators_record() {
    fn generic<T: Scalar>(x: &T, y: &T, c: f64) -> T {
        grad! { c * x ** 3 - (y / x).ln() * 2 + y ** x }
    }
    let (x, y) = (Value::new(1.5), Value::new(0.25));
    let by_hand = 3.0 * x.powi(3) - (&y / &x).ln() * 2 + y.pow(&x);
    assert_twins(&generic(&x, &y, 3.0), &by_hand);
}

#[test]
fn one_place_in_the_source_records_operands_of_every_kind() {
    fn product<A: micrograd_core::Operand, B: micrograd_core::Operand>(
        w: &Value,
        a: A,
        b: B,
    ) -> Value {
        grad! { w * a * (w - b) }
    }
    let (w, v) = (Value::new(3.0), Value::new(0.5));
    for _ in 0..3 {
        assert_twins(&product(&w, 2, &v), &(&w * 2 * (&w - &v)));
        assert_twins(&product(&w, &v, 2.5), &(&w * &v * (&w - 2.5)));
        assert_twins(&product(&w, &v, &w), &(&w * &v * (&w - &w)));
        assert_twins(&product(&w, 0.5, 4), &(&w * 0.5 * (&w - 4)));
    }
}

/// Assigns and binds what references point to.
fn through_references<T: Scalar>(a: &T, b: &mut T) -> [T; 4] {
    let mut x = 2.0 * a;
    let mut list = [x.clone()];
    grad! {
        x = x * b;
        let before = x;
        x = a;
        let copy = a;
        list[0] = b;
        *b = a;
    }
    let copy: T = copy;
    [before, x + copy, list[0].clone(), b.clone()]
}

#[test]
fn what_a_reference_points_to_is_assigned_and_bound_over_any_number() {
    let expected = [30.0, 6.0, 5.0, 3.0];
    assert_eq!(through_references(&3.0, &mut 5.0), expected);
    let (a, mut b) = (Value::new(3.0), Value::new(5.0));
    let values = through_references(&a, &mut b);
    assert_eq!(Value::data_of(&values), expected);
    values[1].backward();
    assert_eq!(a.grad(), 2.0);
    let mut b = Dual::<1>::constant(5.0);
    let duals = through_references(&Dual::variable(3.0, 0), &mut b);
    assert_eq!(duals.map(|y| y.tangent(0)), [10.0, 2.0, 0.0, 1.0]);
}

#[test]
fn a_reference_to_what_is_no_number_stays_one() {
    let (text, list, number) = (&"a".to_owned(), &[Value::new(1.0)][..], &7);
    let (far, shown): (_, &dyn std::fmt::Debug) = (&&Value::new(4.0), &1);
    grad! {
        let t = text;
        let l = list;
        let n = number;
        let s = shown;
        let f = far;
    }
    let (_, _, _, _, _): (&String, &[Value], &i32, &dyn std::fmt::Debug, Value) = (t, l, n, s, f);
}
