//! Functions of several values, named as `f64` names them.

use super::Operand;
use super::Value;
use crate::expression::{OperandTerm, Part};
use crate::operations::row;
use std::panic::Location;

/// # Functions of several values
///
/// The other operands are values, references or numbers.
impl Value {
    /// The smaller of two. Equal ones have slope ½ each; a NaN loses against a number, as for
    /// [`f64::min`].
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(2.0).min(1), 1.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn min(&self, other: impl Operand) -> Value {
        self.binary_with::<row::Min>(&other, Location::caller())
    }

    /// The larger of two. Equal ones have slope ½ each; a NaN loses against a number, as for
    /// [`f64::max`].
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(2.0).max(1), 2.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn max(&self, other: impl Operand) -> Value {
        self.binary_with::<row::Max>(&other, Location::caller())
    }

    /// x limited to [low, high]; the slope is 1 within, both ends included, and 0 outside
    /// (PyTorch's `clamp`).
    ///
    /// It is recorded as two operations, one for each end.
    ///
    /// # Panics
    ///
    /// If low > high, or one of them is NaN.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(7.0).clamp(-1, 1), 1.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    #[doc(alias = "clip")]
    pub fn clamp(&self, low: impl Into<f64>, high: impl Into<f64>) -> Value {
        let (low, high) = (low.into(), high.into());
        assert!(
            low <= high,
            "clamp({low:?}, {high:?}): the lower end must not be above the upper one, nor NaN"
        );
        let caller = Location::caller();
        self.parametric::<row::ClampLow>(low, caller)
            .parametric::<row::ClampHigh>(high, caller)
    }

    /// The angle of the point (x, self) in (−π, π], in radians: `y.atan2(x)`. At the origin the
    /// slopes are NaN: there is no derivative.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(1.0).atan2(1.0), std::f64::consts::FRAC_PI_4);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn atan2(&self, x: impl Operand) -> Value {
        self.binary_with::<row::Atan2>(&x, Location::caller())
    }

    /// √(x² + y²), without overflow; both slopes are 0 at the origin.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(3.0).hypot(4), 5.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn hypot(&self, other: impl Operand) -> Value {
        self.binary_with::<row::Hypot>(&other, Location::caller())
    }

    /// x·factor + term, rounded once.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let x = Value::new(3.0);
    /// assert_eq!(Value::new(2.0).mul_add(&x, 1), 7.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn mul_add(&self, factor: impl Operand, term: impl Operand) -> Value {
        let caller = Location::caller();
        // Room for two numbers, which become nodes here.
        Value::record(3, caller, |tape, source| {
            let x = tape.node_ref(self.handle());
            let [factor, term] = [factor.term(Some(tape)).part(), term.term(Some(tape)).part()]
                .map(|operand| match operand {
                    Part::Node(operand) => operand,
                    Part::Number(c) | Part::Whole(c) => tape.constant(c, source),
                    Part::Integer(n) => tape.constant(f64::from(n), source),
                });
            tape.ternary::<row::MulAdd>([x, factor, term], source)
        })
    }
}
