//! Powers, by what the exponent is: a whole number, a number, or a value.

use super::Operand;
use super::Value;
use crate::exponent::Exponent;
use crate::expression::{OperandTerm, Part};
use crate::operations::row;
use std::panic::Location;

/// # Powers
impl Value {
    /// xⁿ for a whole n. At 0 the slope of x² is 0, not NaN; x⁰ is 1 with slope 0 everywhere.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(2.0).powi(3), 8.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn powi(&self, n: i32) -> Value {
        self.parametric::<row::Powi>(f64::from(n), Location::caller())
    }

    /// xᶜ for a number c: NaN for a negative x unless c is whole.
    ///
    /// The exponent is a constant: no derivative is taken with respect to it. See
    /// [`pow`](Value::pow) for an exponent that is a value.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// assert_eq!(Value::new(9.0).powf(0.5), 3.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn powf(&self, exponent: impl Exponent) -> Value {
        self.binary_with_number::<row::Pow>(exponent.exponent(), Location::caller())
    }

    /// xʸ for an exponent that may be a value: ∂/∂x = y·xʸ⁻¹, ∂/∂y = xʸ·ln x.
    ///
    /// A negative x has a NaN slope with respect to y. At x = 0 that slope is 0 for y ≥ 0.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let x = Value::new(2.0);
    /// let y = Value::new(3.0);
    /// assert_eq!(x.pow(&y), 8.0);
    /// assert_eq!(x.pow(2), 4.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn pow(&self, exponent: impl Operand) -> Value {
        let caller = Location::caller();
        Value::record(1, caller, |tape, source| {
            let x = tape.node_ref(self.handle());
            match exponent.term(Some(tape)).part() {
                Part::Integer(n) => tape.parametric::<row::Powi>(x, f64::from(n), source),
                exponent => tape.binary_of_parts::<row::Pow>(Part::Node(x), exponent, source),
            }
        })
    }
}
