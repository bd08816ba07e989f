//! The exponent of `powf`.

use crate::sealed::Sealed;

/// The exponent of `powf`: an `f64`.
///
/// It is a trait for the sake of its message: what is no `f64` is told of `pow` and `powi`. It cannot be implemented outside this
/// crate.
///
/// ```
/// use micrograd_core::{Exponent, Scalar, Value};
/// fn root<T: Scalar>(x: &T, c: impl Exponent) -> T {
///     x.powf(c)
/// }
/// assert_eq!(root(&Value::new(9.0), 0.5), 3.0);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the exponent of `powf`",
    label = "expected an `f64`",
    note = "for an exponent with a derivative write `x.pow(&y)`, for a whole one `x.powi(2)`; `grad!` has `x ** y` for each"
)]
pub trait Exponent: Sealed {
    /// The exponent itself.
    #[doc(hidden)]
    fn exponent(self) -> f64;
}

impl Exponent for f64 {
    #[inline(always)]
    fn exponent(self) -> f64 {
        self
    }
}
