//! The types that may be operands of a statement. Others would run code of their own while the tape is taken.

use crate::dual::Dual;
use crate::expression::{Applied, Unheld};
use crate::value::Value;

/// Nobody outside can implement a trait that has this one above it.
pub trait Sealed {}

impl Sealed for Value {}
impl Sealed for Unheld {}
impl Sealed for f64 {}
impl Sealed for f32 {}
impl<const N: usize, B> Sealed for Dual<N, B> {}
impl<X: ?Sized> Sealed for Applied<'_, X> {}

macro_rules! integers {
    ($($Integer:ty),*) => { $(impl Sealed for $Integer {})* };
}

integers! { i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize }
