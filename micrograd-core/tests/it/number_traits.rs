//! Code that is generic over num-traits' traits computes with values and dual numbers, and differentiates.
#![cfg(feature = "num-traits")]

use micrograd_core::{Dual, Value};
use num_traits::{
    Float, FloatConst, FromPrimitive, Inv, Num, NumCast, One, Pow, Signed, ToPrimitive, Zero,
};

/// c₀ + c₁x + c₂x² + …
fn horner<T: Num + Clone>(coefficients: &[T], x: &T) -> T {
    coefficients
        .iter()
        .rev()
        .fold(T::zero(), |sum, c| sum * x.clone() + c.clone())
}

fn coefficients<T: FromPrimitive>() -> Vec<T> {
    [5, -3, 2].map(|c| T::from_i32(c).unwrap()).into()
}

#[test]
fn a_polynomial_over_any_num_has_its_derivative() {
    // 5 − 3x + 2x² at 4, and −3 + 4x
    let x = Value::new(4.0);
    let y = horner(&coefficients(), &x);
    y.backward();
    assert_eq!((y.data(), x.grad()), (25.0, 13.0));
    let y = horner(&coefficients(), &Dual::<1>::variable(4.0, 0));
    assert_eq!((y.data(), y.tangents()), (25.0, [13.0]));
}

fn signed<T: Signed + Clone>(x: &T) -> T {
    x.abs() * x.signum() + x.abs_sub(&T::one()) - (T::one() - x.clone()).abs_sub(&T::zero())
}

#[test]
fn signs_and_positive_differences_have_their_slopes() {
    for (at, value, slope) in [(3.0, 5.0, 2.0), (0.5, 0.0, 2.0), (-2.0, -5.0, 2.0)] {
        let x = Value::new(at);
        let y = signed(&x);
        y.backward();
        assert_eq!((y.data(), x.grad()), (value, slope));
        let y = signed(&Dual::<1>::variable(at, 0));
        assert_eq!((y.data(), y.tangents()), (value, [slope]));
    }
    assert!(
        Signed::is_negative(&Value::new(-1.0)) && Signed::is_positive(&Dual::<1>::constant(1.0))
    );
}

fn powers<T>(x: T) -> T
where
    T: Clone
        + Inv<Output = T>
        + Pow<i32, Output = T>
        + Pow<f64, Output = T>
        + Pow<T, Output = T>
        + std::ops::Add<Output = T>,
{
    Pow::pow(x.clone(), 3) + Pow::pow(x.clone(), 0.5) + Pow::pow(x.clone(), x.clone()) + x.inv()
}

#[test]
fn powers_and_inverses_have_their_slopes() {
    // 3x² + 1/2√x + xˣ(1 + ln x) − 1/x²
    let slope = 48.0 + 0.25 + 256.0 * (1.0 + 4f64.ln()) - 1.0 / 16.0;
    let x = Value::new(4.0);
    let y = powers(x.clone());
    y.backward();
    assert_eq!(y.data(), 64.0 + 2.0 + 256.0 + 0.25);
    assert!((x.grad() / slope - 1.0).abs() < 1e-15);
    let y = powers(Dual::<1>::variable(4.0, 0));
    assert!((y.tangent(0) / slope - 1.0).abs() < 1e-15);
}

/// A logistic curve, by num-traits alone.
fn logistic<T: Float>(x: T) -> T {
    T::one() / (T::one() + (-x).exp())
}

#[test]
fn floats_have_the_functions_and_slopes_of_dual_numbers() {
    let x = Dual::<1>::variable(0.0, 0);
    assert_eq!((logistic(x).data(), logistic(x).tangents()), (0.5, [0.25]));
    let y = Float::powf(Dual::<1>::variable(-2.0, 0), Dual::constant(3.0));
    assert_eq!((y.data(), y.tangents()), (-8.0, [12.0]));
    let y = Float::clamp(Dual::<1>::variable(3.0, 0), Dual::zero(), Dual::one());
    assert_eq!((y.data(), y.tangents()), (1.0, [0.0]));
    let (sine, cosine) = Float::sin_cos(x);
    assert_eq!((sine.tangents(), cosine.tangents()), ([1.0], [0.0]));
    assert_eq!(Float::abs_sub(x, Dual::one()).tangents(), [0.0]);
    assert_eq!(
        Float::integer_decode(Dual::<1>::constant(1.5)),
        1.5.integer_decode()
    );
    assert_eq!(Dual::<1>::PI().tangents(), [0.0]);
    assert!(Float::is_nan(Dual::<1>::nan()) && Float::is_infinite(Dual::<1>::neg_infinity()));
}

#[test]
fn numbers_are_cast_and_parsed() {
    assert_eq!(<Dual<1> as NumCast>::from(7_u8).unwrap(), 7.0);
    assert_eq!(Value::new(2.75).to_i32(), Some(2));
    assert_eq!(Value::from_str_radix("-2.5e3", 10).unwrap(), -2500.0);
    assert_eq!(Dual::<1>::from_str_radix("101", 2).unwrap(), 5.0);
    assert!(Value::from_str_radix("", 10).is_err() && Value::from_str_radix("x", 10).is_err());
    assert!(Value::zero().is_zero() && Value::one().is_one() && !Value::one().is_zero());
}
