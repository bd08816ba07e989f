//! `Scalar`: a function written once gives the same numbers with every number type.

use micrograd_core::{Dual, Graph, Op, Scalar, Value};
use std::panic::Location;

/// Operators between `T`, `&T` and `f64` in every order, with no bound but `T: Scalar`.
fn every_operator<T: Scalar>(x: &T, y: &T) -> T {
    let mut sum = x * y + x.clone() / y - y.clone() * x.clone();
    sum += 2.0 * x - 3.0 / y.clone();
    sum += &(-x * 0.5);
    sum -= y;
    sum *= x.clone() - 1.5;
    sum /= 1.25;
    if sum > 0.0 && x != y && *x >= 0.25 {
        sum = -sum;
    }
    1.0 - sum
}

#[test]
fn operators_mix_numbers_and_references_in_generic_functions() {
    let (x, y) = (Value::new(2.0), Value::new(-0.75));
    let of_values = every_operator(&x, &y);
    let of_numbers = every_operator(&2.0, &-0.75);
    assert_eq!(of_values, of_numbers);
    // s = ((x/y + 2x − 3/y − x/2 − y)·(x − 3/2))/1.25 < 0, the result 1 − s.
    let s = (2.0 / -0.75 + 4.0 + 4.0 - 1.0 + 0.75) * 0.5 / 1.25;
    assert!((of_numbers - (1.0 + s)).abs() < 1e-15, "{of_numbers}");
    of_values.backward();
    assert!(x.grad() != 0.0 && y.grad() != 0.0);
}

fn every_function_of_several<T: Scalar>(xs: &[T], ys: &[T]) -> [T; 7] {
    [
        T::sum_of(xs),
        T::dot(xs, ys),
        T::weighted_sum(xs, &[3.0, 5.0, -1.0]),
        T::sum_of_squares(xs),
        T::squared_distance(xs, ys),
        T::squared_distance_to(xs, &[1.0, 1.0, 1.0]),
        xs[0].plus_dot(xs, ys),
    ]
}

#[test]
fn functions_of_several_numbers_have_their_values_and_gradients() {
    let (a, b) = ([1.0, -2.0, 4.0], [0.5, 3.0, 2.0]);
    let expected = [3.0, 2.5, -11.0, 21.0, 29.25, 18.0, 3.5];
    assert_eq!(every_function_of_several(&a, &b), expected);
    let gradients = [
        [1.0, 1.0, 1.0],
        b,
        [3.0, 5.0, -1.0],
        [2.0, -4.0, 8.0],
        [1.0, -10.0, 4.0],
        [0.0, -6.0, 6.0],
        [1.5, 3.0, 2.0],
    ];
    for (k, gradient) in gradients.into_iter().enumerate() {
        let (xs, ys) = (a.map(Value::new), b.map(Value::new));
        let y = &every_function_of_several(&xs, &ys)[k];
        assert_eq!(*y, expected[k]);
        y.backward();
        assert_eq!(xs.map(|x| x.grad()), gradient);
    }
    assert_eq!(f64::sum_of(&[]), 0.0);
    assert_eq!(Value::dot(&[], &[0.0; 0]), 0.0);
}

#[test]
fn logsumexp_neither_overflows_nor_loses_a_small_rest() {
    assert_eq!(f64::logsumexp(&[]), f64::NEG_INFINITY);
    assert_eq!(f64::logsumexp(&[-1e300]), -1e300);
    assert_eq!(f64::logsumexp(&[0.0, -50.0]), (-50.0_f64).exp());
    let inf = f64::INFINITY;
    assert_eq!(f64::logsumexp(&[1.0, inf]), inf);
    assert_eq!(f64::logsumexp(&[-inf, -inf]), -inf);
    assert_eq!(f64::logsumexp(&[-inf, 3.0]), 3.0);
    assert!(f64::logsumexp(&[1.0, f64::NAN]).is_nan());

    let xs = [1000.0, 999.0, -1000.0].map(Value::new);
    Value::logsumexp(&xs).backward();
    let second = 1.0 / (1.0 + 1f64.exp());
    let expected = [1.0 - second, second, 0.0];
    for (x, expected) in xs.iter().zip(expected) {
        assert!((x.grad() - expected).abs() < 1e-15, "{x} {expected}");
    }
}

fn every_function<T: Scalar>(x: &T, y: &T) -> Vec<T> {
    vec![
        x.sqrt(),
        x.cbrt(),
        x.recip(),
        x.exp(),
        x.exp2(),
        x.exp_m1(),
        x.ln(),
        x.log2(),
        x.log10(),
        x.ln_1p(),
        x.sin(),
        x.cos(),
        x.tan(),
        x.asin(),
        x.acos(),
        x.atan(),
        x.sinh(),
        x.cosh(),
        x.tanh(),
        x.asinh(),
        y.acosh(),
        x.atanh(),
        x.erf(),
        x.erfc(),
        x.erfcx(),
        y.erfcx_derivative(2),
        (-x).ln_normal_cdf(),
        x.ln_gamma(),
        y.digamma(),
        x.polygamma(3),
        (-x).signum(),
        (10.0 * x).floor(),
        (10.0 * x).ceil(),
        (10.0 * x).round(),
        (10.0 * x).trunc(),
        (10.0 * x).fract(),
        x.to_degrees(),
        x.to_radians(),
        x.ln_sigmoid(),
        x.sin_cos().0,
        x.sin_cos().1,
        (-x).abs(),
        x.relu(),
        x.sigmoid(),
        x.softplus(),
        x.gelu(),
        x.silu(),
        x.powi(-3),
        x.powf(0.3),
        (-x).leaky_relu(0.1),
        (-x).elu(0.7),
        x.clamp(0.5, 2.0),
        x.pow(y),
        y.pow(x),
        x.pow(2.5),
        x.pow(2),
        x.atan2(y),
        x.atan2(2.0),
        x.hypot(y),
        x.hypot(2.0),
        x.copysign(&-y),
        x.copysign(-1),
        (-x).rem_euclid(y),
        y.rem_euclid(0.3),
        y % x,
        y % 0.3,
        7.0 % x,
        x.log(y),
        x.log(3),
        x.xlogy(y),
        x.xlogy(3),
        x.logaddexp(y),
        x.logaddexp(3),
        T::norm(&[x.clone(), y.clone()]),
        T::norm(&[x * 1e-200, y * 1e-200]),
        x.min(y),
        x.min(0.1),
        x.max(y),
        x.max(3),
        x.mul_add(y, x),
        x.mul_add(y, 1.0),
        x.mul_add(2.0, y),
        x.mul_add(2.0, 1),
        x.detach(),
    ]
}

#[test]
fn every_function_is_the_same_with_every_number_type() {
    let [x, y] = [0.375, 1.75];
    let numbers = every_function(&x, &y);
    let values = every_function(&Value::new(x), &Value::new(y));
    let duals = every_function(&Dual::<2>::variable(x, 0), &Dual::variable(y, 1));
    for (i, number) in numbers.iter().enumerate() {
        assert_eq!(values[i], *number, "function {i}");
        assert_eq!(duals[i], *number, "function {i}");
    }
    let [powf, pow, asin] = [numbers[48], numbers[52], numbers[13]];
    assert_eq!([powf, pow, asin], [x.powf(0.3), x.powf(y), x.asin()]);
}

#[test]
fn plain_numbers_in_methods_are_no_nodes() {
    fn f<T: Scalar>(x: &T) -> T {
        x.max(0.0).hypot(2.0).pow(1.5).atan2(x).min(x)
    }
    assert_eq!(Graph::of(&f(&Value::new(3.0))).nodes().len(), 6);
    assert_eq!(f(&Value::new(3.0)), f(&3.0));
}

#[test]
#[should_panic(expected = "dot: 2 numbers on the left, 1 on the right")]
fn lengths_that_differ_are_named() {
    let _ = f64::dot(&[1.0, 2.0], &[1.0]);
}

#[test]
#[should_panic(expected = "clamp(2.0, 1.0): the lower end must not be above the upper one")]
fn the_ends_of_clamp_are_in_order() {
    let _ = Scalar::clamp(&0.0, 2.0, 1.0);
}

/// In a generic function an operation is recorded where it stands; what the trait does by itself is
/// recorded at its call.
#[test]
fn operations_are_recorded_where_the_user_wrote_them() {
    fn f<T: Scalar>(xs: &[T]) -> T {
        T::logsumexp(xs).exp() + T::dot(xs, xs)
    }
    let y = f(&[1.0, 2.0].map(Value::new));
    let here = Location::caller();
    for node in Graph::of(&y).nodes() {
        if node.op() != Op::Leaf {
            let source = node.source().expect("recorded somewhere");
            assert_eq!(source.file(), here.file());
            assert_eq!(source.line(), here.line() - 3, "{source:?}");
        }
    }
}
