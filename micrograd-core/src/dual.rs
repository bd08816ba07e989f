//! Forward mode: numbers that carry their derivatives along.

mod brand;
mod chain_rule;
mod comparison;
mod display;
mod functions;
mod in_statements;
mod operators;
mod table_number;

pub use brand::{BrandedDual, Unbranded, to_nest_use_gradients_and_tangent};
pub(crate) use chain_rule::along;

use std::fmt;
use std::marker::PhantomData;

/// A number with its derivatives in N directions: forward mode.
///
/// Arithmetic on dual numbers computes a result and, by the chain rule, its derivatives, in one pass
/// and without recording anything. It is plain data, `Copy`, and lives on no tape. Its functions and
/// their slopes are those of [`Value`](crate::Value), read from the same table of operations.
///
/// With one direction it computes a directional derivative; with one direction for each input, the
/// whole gradient. That is the cheaper way where inputs are few: N directions cost about N times the
/// multiplications of the function itself, but each exp, ln or sin is computed once. Wengert, *A Simple
/// Automatic Derivative Evaluation Program* (1964); ForwardDiff.jl's `Dual`.
///
/// ```
/// use micrograd_core::Dual;
///
/// let a = Dual::<2>::variable(3.0, 0);
/// let b = Dual::<2>::variable(2.0, 1);
/// let y = a * b + a.powi(2); // ab + a²
///
/// assert_eq!(y.data(), 15.0);
/// assert_eq!(y.tangents(), [8.0, 3.0]); // ∂y/∂a = b + 2a, ∂y/∂b = a
/// ```
///
/// # Conventions
///
/// Those of the [crate documentation](crate#conventions).
///
/// # Whose directions
///
/// `Dual<N>` is made by hand, by [`new`](Dual::new) and [`variable`](Dual::variable), and its directions mean what you say. The
/// numbers of [`jvp`](crate::jvp) and [`jacobian_forward`](crate::jacobian_forward) carry a brand, so that nobody mixes tangents
/// of two derivatives: see [`BrandedDual`]. A function of both is generic: over the brand, `fn f<B>(x: Dual<1, B>) -> Dual<1, B>`,
/// or over any [`Scalar`](crate::Scalar).
///
/// # Equality
///
/// Like values, dual numbers compare by their data, with each other and with plain numbers.
pub struct Dual<const N: usize, Brand = Unbranded> {
    data: f64,
    tangents: [f64; N],
    brand: PhantomData<Brand>,
}

/// # Made by hand
impl<const N: usize> Dual<N> {
    /// A number with its derivatives.
    ///
    /// ```
    /// # use micrograd_core::Dual;
    /// let x = Dual::new(3.0, [1.0, 0.5]);
    /// assert_eq!((2.0 * x).tangents(), [2.0, 1.0]);
    /// ```
    #[inline]
    #[must_use]
    pub const fn new(data: f64, tangents: [f64; N]) -> Self {
        Dual::with_tangents(data, tangents)
    }

    /// The input of the given direction: its derivative is 1 there and 0 in the others.
    ///
    /// # Panics
    ///
    /// If there is no such direction: they are counted from 0.
    ///
    /// ```
    /// # use micrograd_core::Dual;
    /// assert_eq!(Dual::<2>::variable(3.0, 1).tangents(), [0.0, 1.0]);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn variable(data: f64, direction: usize) -> Self {
        assert!(
            direction < N,
            "direction {direction} of a dual number that has {N}"
        );
        let mut tangents = [0.0; N];
        tangents[direction] = 1.0;
        Dual::new(data, tangents)
    }
}

impl<const N: usize, Brand> Dual<N, Brand> {
    /// With derivatives of the brand's own inputs.
    #[inline]
    pub(crate) const fn with_tangents(data: f64, tangents: [f64; N]) -> Self {
        Dual {
            data,
            tangents,
            brand: PhantomData,
        }
    }

    /// A number that does not depend on the inputs: all derivatives are 0.
    ///
    /// ```
    /// # use micrograd_core::Dual;
    /// assert_eq!(Dual::<2>::constant(3.0).tangents(), [0.0, 0.0]);
    /// ```
    #[inline]
    #[must_use]
    pub const fn constant(data: f64) -> Self {
        Dual::with_tangents(data, [0.0; N])
    }

    /// The number itself.
    ///
    /// ```
    /// # use micrograd_core::Dual;
    /// assert_eq!((Dual::<1>::constant(2.0) * 3.0).data(), 6.0);
    /// ```
    #[inline]
    #[must_use]
    pub const fn data(&self) -> f64 {
        self.data
    }

    /// The derivatives in all directions.
    ///
    /// ```
    /// # use micrograd_core::Dual;
    /// assert_eq!((3.0 / Dual::<1>::variable(1.0, 0)).tangents(), [-3.0]);
    /// ```
    #[inline]
    #[must_use]
    pub const fn tangents(&self) -> [f64; N] {
        self.tangents
    }

    pub(crate) fn lend_tangents(&self) -> &[f64] {
        &self.tangents
    }

    /// The derivative in one direction.
    ///
    /// # Panics
    ///
    /// If there is no such direction: they are counted from 0.
    ///
    /// ```
    /// # use micrograd_core::Dual;
    /// assert_eq!(Dual::<1>::variable(3.0, 0).powi(2).tangent(0), 6.0);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn tangent(&self, direction: usize) -> f64 {
        assert!(
            direction < N,
            "direction {direction} of a dual number that has {N}"
        );
        self.tangents[direction]
    }

    /// The same number without derivatives.
    ///
    /// ```
    /// # use micrograd_core::Dual;
    /// let x = Dual::<1>::variable(3.0, 0);
    /// assert_eq!((x * x.detach()).tangents(), [3.0]); // and not 6
    /// ```
    #[inline]
    #[must_use]
    pub const fn detach(&self) -> Self {
        Dual::constant(self.data)
    }
}

impl<const N: usize, Brand> Clone for Dual<N, Brand> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<const N: usize, Brand> Copy for Dual<N, Brand> {}

impl<const N: usize, Brand> fmt::Debug for Dual<N, Brand> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dual")
            .field("data", &self.data)
            .field("tangents", &self.tangents)
            .finish()
    }
}

impl<const N: usize, Brand> Default for Dual<N, Brand> {
    /// The constant 0.
    #[inline]
    fn default() -> Self {
        Dual::constant(0.0)
    }
}

impl<const N: usize, Brand> From<f64> for Dual<N, Brand> {
    /// A constant.
    #[inline]
    fn from(data: f64) -> Self {
        Dual::constant(data)
    }
}

impl<const N: usize, Brand> From<i32> for Dual<N, Brand> {
    /// A constant.
    #[inline]
    fn from(data: i32) -> Self {
        Dual::constant(f64::from(data))
    }
}
