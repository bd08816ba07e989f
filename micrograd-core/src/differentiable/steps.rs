//! Ranges in steps that can be run over backwards: of those of the standard library, not every one can.

use std::marker::PhantomData;
use std::ops::{Range, RangeInclusive};

/// The whole numbers that a range may run over.
pub trait Whole: Copy {
    fn widened(self) -> i128;

    fn narrowed(number: i128) -> Self;
}

macro_rules! whole {
    ($($Number:ty)*) => {$(
        #[allow(clippy::cast_lossless, clippy::cast_possible_wrap)] // Nobody counts as far as 2¹²⁷.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // It is between the ends of a range.
        impl Whole for $Number {
            #[inline(always)]
            fn widened(self) -> i128 {
                self as i128
            }

            #[inline(always)]
            fn narrowed(number: i128) -> Self {
                number as $Number
            }
        }
    )*};
}

whole! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

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
    first: i128,
    step: i128,
    left: i128,
    of: PhantomData<T>,
}

/// `range.step_by(step)`
#[inline(always)]
#[must_use]
pub fn in_steps<R: Ends>(range: R, step: usize) -> InSteps<R::Number> {
    let (first, count) = range.first_and_count();
    let step = step.widened();
    InSteps {
        first,
        step,
        left: (count + step - 1).max(0) / step,
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
        self.first += self.step;
        Some(T::narrowed(number))
    }
}

impl<T: Whole> DoubleEndedIterator for InSteps<T> {
    #[inline(always)]
    fn next_back(&mut self) -> Option<T> {
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        Some(T::narrowed(self.first + self.left * self.step))
    }
}
