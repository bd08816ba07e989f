//! The functions of dual numbers, named as `f64` names them.

use super::Dual;
use crate::argument_checks::ordered_ends;
use crate::exponent::Exponent;
use crate::operations::{
    row, scalar_functions_of_one, scalar_functions_of_two, scalar_functions_with_number,
    scalar_functions_with_whole_number, scalar_questions,
};
use crate::scalar_operand::{ScalarOperand, Seen, sealed};
use std::cmp::Ordering;

impl<const N: usize, B> ScalarOperand<Dual<N, B>> for Dual<N, B> {}

impl<const N: usize, B> sealed::Operand<Dual<N, B>> for Dual<N, B> {
    #[inline]
    fn seen(&self) -> Seen<&Dual<N, B>> {
        Seen::Scalar(self)
    }
}

macro_rules! example {
    ($name:ident ($x:expr $(, $number:expr)?) => $y:expr) => {
        concat!(
            "\n```\n# use micrograd_core::Dual;\nassert_eq!(Dual::<1>::constant(",
            stringify!($x), ").", stringify!($name), "(", $(stringify!($number),)? "), ", stringify!($y), ");\n```"
        )
    };
}

macro_rules! of_one {
    ($($name:ident $Row:ident $formula:literal $x:expr => $y:expr;)*) => {$(
        #[doc = $formula]
        #[doc = example!($name ($x) => $y)]
        #[inline]
        #[must_use]
        pub fn $name(&self) -> Self {
            self.unary(row::$Row)
        }
    )*};
}

macro_rules! with_number {
    ($($name:ident($c:ident) $Row:ident $formula:literal ($x:expr, $number:expr) => $y:expr;)*) => {$(
        #[doc = $formula]
        #[doc = example!($name ($x, $number) => $y)]
        #[inline]
        #[must_use]
        pub fn $name(&self, $c: f64) -> Self {
            self.parametric(row::$Row, $c)
        }
    )*};
}

macro_rules! with_whole_number {
    ($($name:ident $Row:ident $formula:literal ($x:expr, $number:expr) => $y:expr;)*) => {$(
        #[doc = $formula]
        #[doc = example!($name ($x, $number) => $y)]
        #[inline]
        #[must_use]
        pub fn $name(&self, n: u32) -> Self {
            self.parametric(row::$Row, f64::from(n))
        }
    )*};
}

macro_rules! questions {
    ($($name:ident $question:literal $x:expr => $answer:expr;)*) => {$(
        #[doc = $question]
        #[doc = example!($name ($x) => $answer)]
        #[inline]
        #[must_use]
        pub const fn $name(&self) -> bool {
            self.data.$name()
        }
    )*};
}

macro_rules! of_two {
    ($($name:ident($other:ident) $Row:ident $formula:literal ($x:expr, $number:expr) => $y:expr;)*) => {$(
        #[doc = $formula]
        #[doc = example!($name ($x, $number) => $y)]
        #[inline]
        #[must_use]
        pub fn $name(&self, $other: impl ScalarOperand<Self>) -> Self {
            match $other.seen() {
                Seen::Scalar(other) => self.binary(row::$Row, other),
                Seen::Number(c) => self.binary_with_number(row::$Row, c),
            }
        }
    )*};
}

/// # Functions
///
/// The other operands are dual numbers, references or plain numbers.
impl<const N: usize, B> Dual<N, B> {
    scalar_functions_of_one! { of_one }
    scalar_functions_with_number! { with_number }
    scalar_functions_with_whole_number! { with_whole_number }
    scalar_functions_of_two! { of_two }
    scalar_questions! { questions }

    /// The total order of IEEE 754 of the numbers; see [`f64::total_cmp`].
    ///
    /// ```
    /// # use micrograd_core::Dual;
    /// let mut numbers = [2.0, -1.0].map(Dual::<1>::constant);
    /// numbers.sort_by(Dual::total_cmp);
    /// assert_eq!(numbers, [-1.0, 2.0]);
    /// ```
    #[inline]
    #[must_use]
    pub fn total_cmp(&self, other: &Self) -> Ordering {
        self.data.total_cmp(&other.data)
    }

    /// (sin x, cos x), x in radians.
    ///
    /// ```
    /// # use micrograd_core::Dual;
    /// let (sine, cosine) = Dual::<1>::variable(0.0, 0).sin_cos();
    /// assert_eq!((sine.tangents(), cosine.tangents()), ([1.0], [0.0]));
    /// ```
    #[inline]
    #[must_use]
    pub fn sin_cos(&self) -> (Self, Self) {
        (self.sin(), self.cos())
    }

    /// xⁿ for a whole n. At 0 the slope of x² is 0, not NaN; x⁰ is 1 with slope 0 everywhere.
    ///
    /// ```
    /// # use micrograd_core::Dual;
    /// assert_eq!(Dual::<1>::variable(2.0, 0).powi(3).tangents(), [12.0]);
    /// ```
    #[inline]
    #[must_use]
    pub fn powi(&self, n: i32) -> Self {
        self.parametric(row::Powi, f64::from(n))
    }

    /// xᶜ for a constant exponent c.
    ///
    /// ```
    /// # use micrograd_core::Dual;
    /// assert_eq!(Dual::<1>::variable(9.0, 0).powf(1.5).tangents(), [4.5]);
    /// ```
    #[inline]
    #[must_use]
    pub fn powf(&self, exponent: impl Exponent) -> Self {
        self.binary_with_number(row::Pow, exponent.exponent())
    }

    /// x limited to [low, high]; the slope is 1 within, both ends included, and 0 outside.
    ///
    /// # Panics
    ///
    /// If low > high, or one of them is NaN.
    ///
    /// ```
    /// # use micrograd_core::Dual;
    /// assert_eq!(Dual::<1>::variable(7.0, 0).clamp(-1, 1).tangents(), [0.0]);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn clamp(&self, low: impl Into<f64>, high: impl Into<f64>) -> Self {
        let (low, high) = (low.into(), high.into());
        ordered_ends(low, high);
        self.parametric(row::ClampLow, low)
            .parametric(row::ClampHigh, high)
    }

    /// x·factor + term, rounded once.
    ///
    /// ```
    /// # use micrograd_core::Dual;
    /// let x = Dual::<1>::variable(3.0, 0);
    /// assert_eq!(Dual::constant(2.0).mul_add(x, 1).tangents(), [2.0]);
    /// ```
    #[inline]
    #[must_use]
    #[allow(clippy::needless_pass_by_value)] // As for `f64`: `x.mul_add(y, 1)`.
    pub fn mul_add(
        &self,
        factor: impl ScalarOperand<Self>,
        term: impl ScalarOperand<Self>,
    ) -> Self {
        let dual = |seen| match seen {
            Seen::Scalar(&x) => x,
            Seen::Number(c) => Dual::constant(c),
        };
        Dual::ternary(
            row::MulAdd,
            [self, &dual(factor.seen()), &dual(term.seen())],
        )
    }
}
