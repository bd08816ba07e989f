//! Arithmetic where integers belong is Rust's own: in arguments, in comparisons, before `as`, beside the type of an
//! integer, and remainders.

use crate::twins::{assert_equal_to_the_last_bit, assert_twins};
use micrograd_core::{Scalar, Value, grad};

fn chebyshev(x: &Value, n: usize) -> Value {
    match n {
        0 => Value::new(1.0),
        1 => x.clone(),
        _ => grad! { 2 * x * chebyshev(x, n - 1) - chebyshev(x, n - 2) },
    }
}

#[test]
fn an_argument_of_integers_is_an_integer() {
    let x = Value::new(0.5);
    // T₅(x) = 16x⁵ − 20x³ + 5x, and T₅′(x) = 80x⁴ − 60x² + 5.
    let y = chebyshev(&x, 5);
    y.backward();
    assert_eq!(y.data(), 16.0 * 0.5_f64.powi(5) - 20.0 * 0.125 + 2.5);
    assert_eq!(x.grad(), 80.0 * 0.0625 - 60.0 * 0.25 + 5.0);
}

#[test]
fn an_argument_of_values_is_a_value() {
    let (a, b) = (Value::new(3.0), Value::new(2.0));
    let n = 3;
    let double = |x: Value| x * 2.0;
    grad! { let y = double(a + b ** 2) + double(a * n - 1); }
    assert_equal_to_the_last_bit(
        &y,
        &((&a + b.powi(2)) * 2.0 + (&a * 3.0 - 1.0) * 2.0),
        &[&a, &b],
    );
}

#[test]
fn integers_of_every_operator_and_type() {
    fn same<T>(x: T) -> T {
        x
    }
    let (i, j, k, big) = (7_usize, 2_u8, -9_i32, 1_i64 << 40);
    let list = [1.0, 2.0, 3.0];
    let r = &&i;
    grad! {
        let usizes = (same(i + 1), same(i - 1), same(i * 2), same(i / 2), same(i % 3), same(i ** 2), same(r - 1));
        let others = (same(j * j), same(k / 2), same(-k), same(big + 1), same(k % 4));
        let lengths = (same(list.len() - 1), same(2 * i + list.len() / 2));
    }
    assert_eq!(usizes, (8, 6, 14, 3, 1, 49, 6));
    assert_eq!(others, (4, -4, 9, (1 << 40) + 1, -1));
    assert_eq!(lengths, (2, 15));
}

#[test]
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
fn casts_powers_and_written_types_take_integers() {
    let x = Value::new(3.0);
    let v = [x.clone()];
    let (i, n) = (2_usize, 1_i32);
    grad! {
        let y = (i + 1) as f64 * v[0] + x.powi(n + 1);
        let half: usize = i / 2 + 1;
        let plain: f64 = n / 2;
    }
    assert_twins(&y, &(3.0 * &x + x.powi(2)));
    assert_eq!((half, plain), (2, 0.5));
}

#[test]
#[allow(clippy::cast_precision_loss)]
fn an_integer_without_a_type_gets_that_of_the_argument() {
    fn scaled(x: &Value, n: usize) -> Value {
        x * n
    }
    let x = Value::new(3.0);
    let list = [x.clone(), &x * 2.0];
    let (n, k, m, i) = (3, 2, 5, 0);
    grad! {
        let last = scaled(&list[i], n + i);
        let y = scaled(&x, n - 1) + x.powi(m - 3) + (k * 2) as f64 * list[1];
        let few = k + 1 < list.len();
    }
    assert_twins(&y, &(&x * 2_usize + x.powi(2) + 4.0 * &list[1]));
    assert_eq!((last.data(), few, k), (9.0, false, 2_usize));
}

#[test]
fn comparisons_stand_wherever_a_bool_may() {
    let (a, b) = (Value::new(3.0), Value::new(2.0));
    let n = 4_usize;
    let as_number = |flag: bool| f64::from(u8::from(flag));
    grad! {
        let larger = a * 2 > b ** 2 && !(n - 1 < 3);
        let y = a * as_number(a.data() > 2.0) + as_number(a < b || n % 2 == 1 || !larger);
        let same = a == 3.0;
        let z = (n / 2 == 2).then(|| a * b);
    }
    assert!(larger && same);
    assert_eq!((y.data(), z), (3.0, Some(Value::new(6.0))));
    assert_eq!((a.data(), b.data()), (3.0, 2.0), "nothing has been moved");
}

#[test]
fn a_remainder_is_an_operation_of_values() {
    let (a, b) = (Value::new(-7.5), Value::new(2.0));
    grad! {
        let y = a % b * 3;
        let mut z = a * 1;
        z %= 4;
        z %= b;
    }
    assert_equal_to_the_last_bit(&y, &(&a % &b * 3.0), &[&a, &b]);
    // The tape holds the assignments after the operands that they take.
    assert_equal_to_the_last_bit(&z, &(&a * 1.0 % 4.0 % &b), &[&a, &b]);
    let mut k = 17_u32;
    grad! { k %= 5; let r = k % 2; }
    assert_eq!((k, r), (2, 0));
}

fn remainder<T: Scalar>(x: &T, y: &T) -> T {
    grad! { (x ** 2) % y }
}

#[test]
fn a_remainder_works_for_any_scalar() {
    let (a, b) = (Value::new(-3.5), Value::new(2.0));
    let recorded = remainder(&a, &b);
    recorded.backward();
    assert_eq!(recorded.data(), remainder(&-3.5, &2.0));
    let (values, tangents) =
        micrograd_core::jvp(|x| vec![remainder(&x[0], &x[1])], &[-3.5, 2.0], &[0.0, 1.0]);
    assert_eq!((values[0], tangents[0]), (recorded.data(), b.grad()));
}

#[test]
fn a_counter_takes_what_is_cast() {
    let (mut n, m) = (9_usize, 3_usize);
    grad! {
        n = (n / 2 * 2) as usize;
        let even = n;
        n = (2 * m + n) as usize;
    }
    assert_eq!((even, n), (8, 14));
}

#[test]
#[should_panic(expected = "0 - 1: the result is no `usize`")]
fn an_integer_that_leaves_its_type_panics_with_both_numbers() {
    let n = 0_usize;
    grad! { let _ = [1.0].get(n - 1); }
}
