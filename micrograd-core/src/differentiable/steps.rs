//! Ranges in steps that can be run backwards. Not every range of the standard library can.

use std::marker::PhantomData;
use std::ops::{Range, RangeInclusive};

/// The whole numbers that a range may run over. Their lowest 64 bits tell them apart.
pub trait Whole: Copy {
    fn widened(self) -> i128;

    fn narrowed(number: u64) -> Self;
}

macro_rules! whole {
    ($($Number:ty)*) => {$(
        #[allow(clippy::cast_lossless, clippy::cast_possible_truncation, clippy::cast_possible_wrap)]
        impl Whole for $Number {
            #[inline(always)]
            fn widened(self) -> i128 {
                self as i128
            }

            #[inline(always)]
            fn narrowed(number: u64) -> Self {
                number as $Number
            }
        }
    )*};
}

whole! { u8 u16 u32 u64 usize i8 i16 i32 i64 isize }

/// A range of whole numbers.
pub trait Ends {
    type Number: Whole;

    /// Its first number, and how many there are.
    fn first_and_count(self) -> (i128, i128);
}

impl<T: Whole> Ends for Range<T> {
    type Number = T;

    #[inline(always)]
    fn first_and_count(self) -> (i128, i128) {
        let (start, end) = (self.start.widened(), self.end.widened());
        (start, end - start)
    }
}

impl<T: Whole> Ends for RangeInclusive<T> {
    type Number = T;

    #[inline(always)]
    fn first_and_count(self) -> (i128, i128) {
        let (start, end) = (self.start().widened(), self.end().widened());
        (start, end - start + 1)
    }
}

/// The numbers `first`, `first + step`, …
#[derive(Clone, Debug)]
pub struct InSteps<T> {
    first: u64,
    step: u64,
    left: usize,
    of: PhantomData<T>,
}

/// `range.step_by(step)`
#[inline(always)]
#[must_use]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // See `Whole`.
pub fn in_steps<R: Ends>(range: R, step: usize) -> InSteps<R::Number> {
    let (first, count) = range.first_and_count();
    let count = usize::try_from(count.max(0)).unwrap_or(usize::MAX);
    InSteps {
        first: first as u64,
        step: step as u64,
        left: count.div_ceil(step),
        of: PhantomData,
    }
}

impl<T: Whole> Iterator for InSteps<T> {
    type Item = T;

    #[inline(always)]
    fn next(&mut self) -> Option<T> {
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        let number = self.first;
        self.first = self.first.wrapping_add(self.step);
        Some(T::narrowed(number))
    }

    #[inline(always)]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<T: Whole> DoubleEndedIterator for InSteps<T> {
    #[inline(always)]
    fn next_back(&mut self) -> Option<T> {
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        let above = self.step.wrapping_mul(self.left as u64);
        Some(T::narrowed(self.first.wrapping_add(above)))
    }
}
