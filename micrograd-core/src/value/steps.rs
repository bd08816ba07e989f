//! Signs and whole numbers: functions with steps, named as `f64` names them.

use super::Operand;
use super::Value;
use super::functions::unary;
use crate::operations::row;
use std::panic::Location;

unary! {
    /// # Signs and whole numbers
    ///
    /// A step has slope 0, at the jump too; see the [table of conventions](crate#conventions). So nothing is learnt through it:
    /// a straight-through estimator is `x + (x.round() - &x).detach()`.

    /// 1 with the sign of x, as [`f64::signum`] has it: 1 for 0, −1 for −0. The slope is 0.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(-2.5).signum(), -1.0);
    /// ```
    signum Signum;

    /// ⌊x⌋, the largest whole number that is not above x. The slope is 0.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(-2.5).floor(), -3.0);
    /// ```
    floor Floor;

    /// ⌈x⌉, the smallest whole number that is not below x. The slope is 0.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(-2.5).ceil(), -2.0);
    /// ```
    ceil Ceil;

    /// The nearest whole number, away from 0 where two are near. The slope is 0. (Python and PyTorch round to the even one.)
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(-2.5).round(), -3.0);
    /// ```
    round Round;

    /// x without what follows its point. The slope is 0.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(-2.5).trunc(), -2.0);
    /// ```
    trunc Trunc;

    /// x − trunc x, what follows the point, with the sign of x. The slope is 1.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(-2.5).fract(), -0.5);
    /// ```
    fract Fract;
}

/// # Remainders and signs of two
///
/// The other operand is a value, a reference or a number. `a % b` is an operator.
impl Value {
    /// The remainder y = a − b·k with a whole k for which 0 ≤ y < |b|; the slopes are 1 and −k. Python's `a % b`, for b > 0.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let (a, b) = (Value::new(-7.0), Value::new(4.0));
    /// let y = a.rem_euclid(&b); // −7 = 4·(−2) + 1
    /// y.backward();
    /// assert_eq!((y.data(), a.grad(), b.grad()), (1.0, 1.0, 2.0));
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn rem_euclid(&self, other: impl Operand) -> Value {
        self.binary_with::<row::RemEuclid>(&other, Location::caller())
    }

    /// |x| with the sign of another one. The slope is ±1 with respect to x, 0 at x = 0, and 0 with respect to the sign.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(2.0).copysign(-0.5), -2.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn copysign(&self, sign: impl Operand) -> Value {
        self.binary_with::<row::Copysign>(&sign, Location::caller())
    }
}
