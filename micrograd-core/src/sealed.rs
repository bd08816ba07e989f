//! The types that may be operands of a statement. Others would run code of their own while the tape is taken.

/// Nobody outside can implement a trait that has this one above it.
pub trait Sealed {}

impl Sealed for f64 {}
impl Sealed for f32 {}

macro_rules! integers {
    ($($Integer:ty),*) => { $(impl Sealed for $Integer {})* };
}

integers! { i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize }
