//! `Value` as a `Scalar`: its own methods.

use super::functions::{
    scalar_functions_of_one, scalar_functions_of_two, scalar_functions_with_number,
};
use super::{Scalar, ScalarOperand, Seen};
use crate::value::Value;

macro_rules! of_one {
    ($($name:ident $Row:ident $formula:literal $x:expr => $y:expr;)*) => {$(
        #[inline]
        #[track_caller]
        fn $name(&self) -> Value {
            Value::$name(self)
        }
    )*};
}

macro_rules! with_number {
    ($($name:ident($c:ident) $Row:ident $formula:literal $example:tt => $y:expr;)*) => {$(
        #[inline]
        #[track_caller]
        fn $name(&self, $c: f64) -> Value {
            Value::$name(self, $c)
        }
    )*};
}

macro_rules! of_two {
    ($($name:ident($other:ident) $Row:ident $formula:literal $example:tt => $y:expr;)*) => {$(
        #[inline]
        #[track_caller]
        fn $name(&self, $other: impl ScalarOperand<Value>) -> Value {
            match $other.seen() {
                Seen::Scalar($other) => Value::$name(self, $other),
                Seen::Number(c) => Value::$name(self, c),
            }
        }
    )*};
}

impl Scalar for Value {
    #[inline]
    fn data(&self) -> f64 {
        Value::data(self)
    }

    #[inline]
    #[track_caller]
    fn detach(&self) -> Value {
        Value::detach(self)
    }

    scalar_functions_of_one! { of_one }
    scalar_functions_with_number! { with_number }
    scalar_functions_of_two! { of_two }

    #[inline]
    #[track_caller]
    fn powi(&self, n: i32) -> Value {
        Value::powi(self, n)
    }

    #[inline]
    #[track_caller]
    fn clamp(&self, low: f64, high: f64) -> Value {
        Value::clamp(self, low, high)
    }

    #[inline]
    #[track_caller]
    fn mul_add(&self, factor: impl ScalarOperand<Value>, term: impl ScalarOperand<Value>) -> Value {
        match (factor.seen(), term.seen()) {
            (Seen::Scalar(factor), Seen::Scalar(term)) => Value::mul_add(self, factor, term),
            (Seen::Scalar(factor), Seen::Number(term)) => Value::mul_add(self, factor, term),
            (Seen::Number(factor), Seen::Scalar(term)) => Value::mul_add(self, factor, term),
            (Seen::Number(factor), Seen::Number(term)) => Value::mul_add(self, factor, term),
        }
    }
}
