//! Arms of `match`, bodies of closures, and blocks with a word before them are in the language of `grad!`.

use crate::twins::{assert_equal_to_the_last_bit, assert_twins};
use micrograd_core::{Scalar, Value, grad};

fn leaves() -> (Value, Value) {
    (Value::new(-4.0), Value::new(2.0))
}

#[test]
fn arms_compute_as_branches_do() {
    let (a, b) = leaves();
    let by_hand = [&a * &b, b.powi(2), &a - &b.powi(3) * 2.0, a.clone()];
    for (k, by_hand) in by_hand.iter().enumerate() {
        grad! {
            let y = match k {
                0 => a * b,
                1 => b ** 2,
                n if n == 2 => { let cube = b ** 3; a - cube * 2 }
                _ => a,
            };
        }
        assert_equal_to_the_last_bit(&y, by_hand, &[&a, &b]);
    }
}

#[test]
fn arms_assign_jump_and_print() {
    let (a, b) = leaves();
    let mut sum = Value::new(0.0);
    grad! {
        for k in 0..4 {
            match k {
                0 => sum += a * b,
                1 => continue,
                2 => { sum -= b ** 2; }
                _ => break,
            }
            sum += k * 0;
        }
    }
    let by_hand = (Value::new(0.0) + &a * &b) + 0.0 - b.powi(2) + 0.0;
    assert_equal_to_the_last_bit(&sum, &by_hand, &[&a, &b]);
}

#[test]
fn a_written_type_reaches_into_arms() {
    let (a, _) = leaves();
    let count = |k: usize| {
        grad! {
            let size: usize = match k { 0 => 1, _ => k + 1 };
        }
        size
    };
    assert_eq!((count(0), count(3)), (1, 4));
    grad! { let zero: Value = match a.data() > 0.0 { true => a, false => 0 }; }
    assert_eq!(zero, 0.0);
}

#[test]
fn patterns_bind_names_for_their_arms() {
    let (a, b) = leaves();
    let pair = (Some(a.clone()), Some(b.clone()));
    grad! {
        let y = match &pair {
            (Some(p), Some(q)) => p ** 2 / q,
            (Some(only), None) | (None, Some(only)) => only,
            (None, None) => Value::new(0.0),
        };
    }
    assert_equal_to_the_last_bit(&y, &(a.powi(2) / &b), &[&a, &b]);
}

#[test]
fn bodies_of_closures_compute_as_everything_does() {
    let (a, b) = leaves();
    let values = [a.clone(), b.clone()];
    let inputs = [0.5, 3.0];
    grad! {
        let squares = values.iter().map(|e| e ** 2).sum::<Value>();
        let dot = values.iter().zip(&inputs).map(|(w, x)| w * x).fold(a.clone(), |s, p| s + p);
        let half = |x: &Value| -> Value { let h = x / 2; h ** 2 };
        let total = squares * dot + half(&b);
    }
    let squares: Value = [a.powi(2), b.powi(2)].iter().sum();
    let dot = (&a + &a * 0.5) + &b * 3.0;
    let by_hand = squares * dot + (&b / 2.0).powi(2);
    assert_eq!(total.data().to_bits(), by_hand.data().to_bits());
    let gradients = |root: &Value| {
        a.zero_grad();
        b.zero_grad();
        root.backward();
        (a.grad(), b.grad())
    };
    assert_eq!(gradients(&total), gradients(&by_hand));
}

#[test]
fn closures_assign_to_what_they_capture() {
    let (a, b) = leaves();
    let mut sum = Value::new(1.0);
    grad! {
        let mut take_in = |x: &Value| sum *= x ** 2;
        take_in(&a);
        take_in(&b);
    }
    assert_twins(&sum, &(Value::new(1.0) * a.powi(2) * b.powi(2)));
}

#[test]
fn what_only_rust_knows_keeps_its_meaning_in_arms_and_closures() {
    let n = 5_u32;
    grad! {
        let bits = match n { 0 => n & 1, _ => n << 2 };
        let odd = (0..n).map(|i| i & 1).sum::<u32>();
        let ranges = [1_usize, 2].map(|k| 0..k);
        let suffixed = (|k: u8| k + 3u8)(4);
        let positive = [1.0, -2.0].iter().filter(|x| **x > 0.0).count();
        let scaled = [1_usize, 2].map(|k| k * 2 + 1);
        let literal = [1, 2].map(|_| 7);
    }
    assert_eq!((bits, odd, ranges), (20, 2, [0..1, 0..2]));
    assert_eq!(
        (suffixed, positive, scaled, literal),
        (7, 1, [3, 5], [7_usize, 7])
    );
}

fn smooth<T: Scalar>(xs: &[T], kind: usize) -> T {
    grad! {
        let powers = xs.iter().map(|x| x ** 2 + 1).fold(T::from(0.0), |s, x| s + x);
        match kind {
            0 => powers / 2,
            _ => powers ** 3,
        }
    }
}

#[test]
fn they_work_for_any_scalar() {
    let (a, b) = leaves();
    for kind in 0..2 {
        let recorded = smooth(&[a.clone(), b.clone()], kind);
        assert_eq!(recorded.data(), smooth(&[-4.0, 2.0], kind));
        let (by_dual, tangents) =
            micrograd_core::jvp(|x| vec![smooth(x, kind)], &[-4.0, 2.0], &[1.0, 0.0]);
        recorded.backward();
        assert_eq!((by_dual[0], tangents[0]), (recorded.data(), a.grad()));
        a.zero_grad();
    }
}

#[test]
#[allow(unsafe_code, unused_unsafe)] // The word is what is read.
fn a_tail_without_a_value_leaves_the_names_visible() {
    let (a, b) = leaves();
    let mut printed = 0;
    grad! {
        let x = a * b;
        match printed { 0 => printed += 1, _ => {} }
    }
    grad! {
        let y = x + 1;
        assert_eq!(printed, 1)
    }
    grad! {
        let z = y ** 2;
        unsafe { printed += 1; }
    }
    grad! {
        let w = z - 1;
        if printed > 5 { panic!("{printed}") } else { assert!(printed == 2) }
    }
    assert_twins(&w, &((&a * &b + 1.0).powi(2) - 1.0));
}

#[test]
#[allow(unsafe_code, unused_unsafe)]
fn a_tail_with_a_value_is_the_value() {
    let (a, b) = leaves();
    let y = grad! {
        let x = a * b;
        match x.data() > 0.0 { true => x, false => x ** 2 }
    };
    assert_twins(&y, &(&a * &b).powi(2));
    let z = grad! { let x = a * b; unsafe { x + 1 } };
    assert_twins(&z, &(&a * &b + 1.0));
}

#[test]
#[allow(
    unsafe_code,
    unused_unsafe,
    clippy::blocks_in_conditions,
    clippy::match_like_matches_macro
)]
fn conditions_may_hold_blocks() {
    let (a, b) = leaves();
    let n = 1;
    grad! {
        let y = if match n { 0 => true, _ => false } { a * 2 } else { b };
        let z = if { let t = a.data(); t < 0.0 } { a ** 2 } else { b };
        let w = if if n == 1 { a > b } else { a < b } { a } else if unsafe { true } { -a } else { b };
        let mut count: usize = 0;
        while match count { 0..=2 => true, _ => false } { count += 1; }
    }
    assert_twins(&y, &b);
    assert_twins(&z, &a.powi(2));
    assert_twins(&w, &-&a);
    assert_eq!(count, 3);
}

#[test]
fn attributes_stand_before_values() {
    let (a, b) = leaves();
    let y = grad! {
        let x = a * b;
        #[allow(unused_parens)] (x + 1)
    };
    assert_twins(&y, &(&a * &b + 1.0));
    grad! { let z = [#[allow(clippy::all)] a * 2, b]; }
    assert_twins(&z[0], &(&a * 2.0));
}

#[test]
fn fields_of_a_struct_compute_as_arguments_do() {
    #[derive(Clone)]
    struct Layer {
        weight: Value,
        bias: Value,
        size: usize,
        rate: f64,
        mask: u8,
    }
    let (a, b) = leaves();
    let (weight, n) = (a.clone(), 3_usize);
    grad! {
        let first = Layer { weight, bias: a * b, size: n - 1, rate: -0.5, mask: 7 };
        let second = Layer { weight: first.weight ** 2 + b, rate: first.rate * 2, ..first.clone() };
        let third = Layer { bias: if a > b { a } else { b ** 3 }, mask: 7 & 3, ..first.clone() };
    }
    assert_twins(&first.bias, &(&a * &b));
    assert_twins(&second.weight, &(a.powi(2) + &b));
    assert_twins(&third.bias, &b.powi(3));
    assert_eq!((first.size, second.rate, second.mask), (2, -1.0, 7));
}
