//! The integers of Rust, and the operators of `grad!` on them.

use crate::operations::{BinaryRow, row};
use std::fmt;

/// An operator that has an assigning form.
pub trait Update: BinaryRow {
    /// Its sign.
    const SIGN: &'static str;

    /// The operator on integers; none where the result is not one.
    fn integer<I: Integer>(left: I, right: I, exponent: Option<u32>) -> Option<I>;
}

/// The integers of Rust.
pub trait Integer: Copy + fmt::Display {
    /// 0
    const ZERO: Self;
    /// What the type is called.
    const NAME: &'static str;

    /// The number of a literal, if it is one of the type.
    fn literal(number: i32) -> Option<Self>;
    /// `self + other`, if that is an integer of the type; likewise the others.
    fn add(self, other: Self) -> Option<Self>;
    /// `self - other`
    fn sub(self, other: Self) -> Option<Self>;
    /// `self * other`
    fn mul(self, other: Self) -> Option<Self>;
    /// `self / other`
    fn div(self, other: Self) -> Option<Self>;
    /// `self % other`
    fn rem(self, other: Self) -> Option<Self>;
    /// `self ** exponent`
    fn pow(self, exponent: u32) -> Option<Self>;
}

macro_rules! updates {
    ($($Row:ident, |$left:ident, $right:ident, $exponent:ident| $integer:expr;)*) => {$(
        impl Update for row::$Row {
            const SIGN: &'static str = match <row::$Row as BinaryRow>::OP.code().op() {
                Some(op) => op.symbol(),
                None => "",
            };

            #[inline]
            fn integer<I: Integer>($left: I, $right: I, $exponent: Option<u32>) -> Option<I> {
                $integer
            }
        }
    )*};
}

updates! {
    Add, |left, right, _exponent| left.add(right);
    Sub, |left, right, _exponent| left.sub(right);
    Mul, |left, right, _exponent| left.mul(right);
    Div, |left, right, _exponent| left.div(right);
    Rem, |left, right, _exponent| left.rem(right);
    Pow, |left, _right, exponent| left.pow(exponent?);
}

macro_rules! integers {
    ($($Integer:ty),*) => {$(
        impl Integer for $Integer {
            const ZERO: Self = 0;
            const NAME: &'static str = stringify!($Integer);

            fn literal(number: i32) -> Option<Self> {
                Self::try_from(number).ok()
            }

            fn add(self, other: Self) -> Option<Self> {
                self.checked_add(other)
            }

            fn sub(self, other: Self) -> Option<Self> {
                self.checked_sub(other)
            }

            fn mul(self, other: Self) -> Option<Self> {
                self.checked_mul(other)
            }

            fn div(self, other: Self) -> Option<Self> {
                self.checked_div(other)
            }

            fn rem(self, other: Self) -> Option<Self> {
                self.checked_rem(other)
            }

            fn pow(self, exponent: u32) -> Option<Self> {
                self.checked_pow(exponent)
            }
        }
    )*};
}

integers! { i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize }
