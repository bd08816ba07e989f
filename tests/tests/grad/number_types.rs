//! Numbers of every type take part as `as f64` makes them.

use crate::twins::assert_equal_to_the_last_bit;
use micrograd_core::{Dual, Scalar, Value, grad};

/// The same arithmetic with a number of this type and with an `f64`.
macro_rules! takes_part {
    ($($name:ident: $number:expr;)*) => {$(
        #[test]
        #[allow(clippy::cast_lossless, clippy::cast_precision_loss)] // That is what is compared with.
        fn $name() {
            let (n, c) = ($number, $number as f64);
            let x = Value::new(1.25);
            let by_operators = (&x * n - n) / (&x + n) + x.clone() * n;
            let expected = (&x * c - c) / (&x + c) + x.clone() * c;
            assert_equal_to_the_last_bit(&by_operators, &expected, &[&x]);
            let by_statement = grad! { (x * n - n) / (x + n) + x * n };
            assert_eq!(grad! { n / x }.data(), c / 1.25);
            assert_equal_to_the_last_bit(&by_statement, &expected, &[&x]);
            let mut sum = x.clone();
            sum += n;
            sum *= n;
            grad! { sum -= x * n; }
            assert_eq!(sum.data(), (1.25 + c) * c - 1.25 * c);
            let d = Dual::<1>::variable(1.25, 0);
            assert_eq!((d * n / n - n).data(), 1.25 * c / c - c);
            assert_eq!((-(d - n)).tangents(), [-1.0]);
            assert_eq!(x.max(n), 1.25_f64.max(c));
        }
    )*};
}

takes_part! {
    usize_takes_part: 3_usize;
    u8_takes_part: 200_u8;
    u32_takes_part: u32::MAX;
    i64_takes_part: -7_i64;
    f32_takes_part: 0.1_f32;
}

#[test]
fn a_whole_exponent_of_any_type_is_one_of_powi() {
    let x = Value::new(-2.0);
    let (three, none, less) = (3_usize, 0_u8, -2_i64);
    for (found, expected) in [
        (grad! { x ** three }, x.powi(3)),
        (grad! { x ** none }, x.powi(0)),
        (grad! { x ** less }, x.powi(-2)),
    ] {
        assert_equal_to_the_last_bit(&found, &expected, &[&x]);
    }
    let n = 3_u32;
    let zero = Value::new(0.0);
    x.zero_grad();
    grad! { let y = zero ** n + x ** n; }
    y.backward();
    assert_eq!((y.data(), zero.grad(), x.grad()), (-8.0, 0.0, 12.0));
    let mut z = x.clone();
    grad! { z **= n; }
    assert_eq!(z, -8.0);
}

#[test]
fn an_index_is_a_factor_for_every_scalar() {
    fn moment<T: Scalar>(xs: &[T]) -> T {
        grad! {
            let mut sum = T::from(0.0);
            for (i, x) in xs.iter().enumerate() {
                sum += x * i;
            }
            sum / xs.len()
        }
    }
    assert_eq!(moment(&[1.0, 2.0, 4.0]), 10.0 / 3.0);
    let xs = Value::leaves_of(&[1.0, 2.0, 4.0]);
    moment(&xs).backward();
    assert_eq!(xs[2].grad(), 2.0 / 3.0);
    let dual = [1.0, 2.0].map(|x| Dual::<1>::variable(x, 0));
    assert_eq!(moment(&dual).tangents(), [0.5]);
}

#[test]
fn a_literal_is_an_i32_or_an_f64() {
    let x = Value::new(2.0);
    assert_eq!(&x * 2 + 1 - 0.5, 4.5);
    assert_eq!(3 / &x, 1.5);
    assert_eq!(Dual::<1>::variable(2.0, 0) * 2 + 0.5, 4.5);
}
