//! The operators of a `Scalar`, also of references to it and of plain numbers beside it.

use std::ops::{
    Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Rem, RemAssign, Sub, SubAssign,
};

/// `+ - * / %` with `Right` on the right and a `Result`.
///
/// It holds wherever the five operators do; it is a name for the bounds of [`ScalarOperators`].
///
/// ```
/// use micrograd_core::{ScalarArithmetic, Value};
/// fn half<T: ScalarArithmetic<f64, Value>>(x: T) -> Value {
///     x / 2.0
/// }
/// assert_eq!(half(&Value::new(3.0)), 1.5);
/// ```
pub trait ScalarArithmetic<Right, Result>:
    Add<Right, Output = Result>
    + Sub<Right, Output = Result>
    + Mul<Right, Output = Result>
    + Div<Right, Output = Result>
    + Rem<Right, Output = Result>
{
}

impl<Left, Right, Result> ScalarArithmetic<Right, Result> for Left where
    Left: Add<Right, Output = Result>
        + Sub<Right, Output = Result>
        + Mul<Right, Output = Result>
        + Div<Right, Output = Result>
        + Rem<Right, Output = Result>
{
}

/// `+= -= *= /= %=` with `Right` on the right.
///
/// It holds wherever the five operators do; it is a name for the bounds of [`ScalarOperators`].
///
/// ```
/// use micrograd_core::{ScalarAssign, Value};
/// fn halve<T: ScalarAssign<f64>>(x: &mut T) {
///     *x /= 2.0;
/// }
/// let mut x = Value::new(3.0);
/// halve(&mut x);
/// assert_eq!(x, 1.5);
/// ```
pub trait ScalarAssign<Right>:
    AddAssign<Right> + SubAssign<Right> + MulAssign<Right> + DivAssign<Right> + RemAssign<Right>
{
}

impl<Left, Right> ScalarAssign<Right> for Left where
    Left: AddAssign<Right>
        + SubAssign<Right>
        + MulAssign<Right>
        + DivAssign<Right>
        + RemAssign<Right>
{
}

/// The operators of a [`Scalar`](crate::Scalar): `+ - * / %` between `T`, `&T` and `f64` in every order, unary `-`, and
/// `+= -= *= /= %=`.
///
/// A supertrait speaks of `Self` only, yet `T: Scalar` shall imply `&T: Add<&T>` and `f64: Mul<T>`
/// too, so that `&x * &y` and `2.0 * x` are written in a generic function without a `where`. Hence
/// `Is`: the type itself, by way of an associated type, whose bounds are implied.
///
/// ```
/// use micrograd_core::Scalar;
/// fn f<T: Scalar>(x: &T, y: &T) -> T {
///     let mut product = x * y;
///     product += 2.0 * x;
///     -product / 3.0 + x
/// }
/// assert_eq!(f(&3.0, &4.0), -3.0);
/// ```
pub trait ScalarOperators:
    Neg<Output = Self>
    + ScalarArithmetic<Self, Self>
    + for<'a> ScalarArithmetic<&'a Self, Self>
    + ScalarArithmetic<f64, Self>
    + ScalarAssign<Self>
    + for<'a> ScalarAssign<&'a Self>
    + ScalarAssign<f64>
    + for<'a> Of<&'a Self, Is = &'a Self>
    + for<'a> Of<
        &'a Self,
        Is: Neg<Output = Self>
                + ScalarArithmetic<Self, Self>
                + ScalarArithmetic<&'a Self, Self>
                + ScalarArithmetic<f64, Self>,
    > + Of<f64, Is = f64>
    + Of<f64, Is: ScalarArithmetic<Self, Self> + for<'a> ScalarArithmetic<&'a Self, Self>>
    + Sized
{
}

impl ScalarOperators for f64 {}
impl ScalarOperators for crate::Value {}
impl<const N: usize, B> ScalarOperators for crate::Dual<N, B> {}

/// `Is` is `Other`.
pub trait Of<Other> {
    type Is;
}

impl<T, Other> Of<Other> for T {
    type Is = Other;
}
