//! `+ - * / %`, unary `-` and their assigning forms, over values, references and numbers in every
//! combination and order.

use super::Value;
use crate::operations::row;
use std::ops::{
    Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Rem, RemAssign, Sub, SubAssign,
};
use std::panic::Location;

// An operator on an owned value passes its handle on to the result.
macro_rules! operator {
    ($($Operator:ident $operator:ident, $Assign:ident $assign:ident;)*) => {$(
        values! { $Operator $operator, $Assign $assign: Value }
        values! { $Operator $operator, $Assign $assign: &Value }
        numbers! { $Operator $operator, $Assign $assign: f64 }
        numbers! { $Operator $operator, $Assign $assign: i32 }
    )*};
}

macro_rules! values {
    ($Operator:ident $operator:ident, $Assign:ident $assign:ident: $Right:ty) => {
        impl $Operator<$Right> for &Value {
            type Output = Value;

            #[inline]
            #[track_caller]
            fn $operator(self, other: $Right) -> Value {
                self.binary::<row::$Operator>(&other, Location::caller())
            }
        }

        impl $Operator<$Right> for Value {
            type Output = Value;

            #[inline]
            #[track_caller]
            fn $operator(mut self, other: $Right) -> Value {
                self.$assign(other);
                self
            }
        }

        /// The handle becomes one of the result; other handles of the old value keep it.
        impl $Assign<$Right> for Value {
            #[inline]
            #[track_caller]
            fn $assign(&mut self, other: $Right) {
                let other = other.slot;
                self.advance_by_one(Location::caller(), move |tape, this, caller| {
                    tape.binary::<row::$Operator>(this, tape.recorded(other), caller)
                });
            }
        }
    };
}

macro_rules! numbers {
    ($Operator:ident $operator:ident, $Assign:ident $assign:ident: $Number:ty) => {
        impl $Operator<$Number> for &Value {
            type Output = Value;

            #[inline]
            #[track_caller]
            fn $operator(self, c: $Number) -> Value {
                self.binary_with_number::<row::$Operator>(f64::from(c), Location::caller())
            }
        }

        impl $Operator<$Number> for Value {
            type Output = Value;

            #[inline]
            #[track_caller]
            fn $operator(mut self, c: $Number) -> Value {
                self.$assign(c);
                self
            }
        }

        /// The handle becomes one of the result; other handles of the old value keep it.
        impl $Assign<$Number> for Value {
            #[inline]
            #[track_caller]
            fn $assign(&mut self, c: $Number) {
                let c = f64::from(c);
                self.advance_by_one(Location::caller(), move |tape, this, caller| {
                    tape.binary_with_number::<row::$Operator>(this, c, caller)
                });
            }
        }

        impl $Operator<&Value> for $Number {
            type Output = Value;

            #[inline]
            #[track_caller]
            fn $operator(self, value: &Value) -> Value {
                let c = f64::from(self);
                Value::binary_of_number::<row::$Operator>(c, value, Location::caller())
            }
        }

        impl $Operator<Value> for $Number {
            type Output = Value;

            #[inline]
            #[track_caller]
            fn $operator(self, mut value: Value) -> Value {
                let c = f64::from(self);
                value.advance_by_one(Location::caller(), move |tape, this, caller| {
                    tape.binary_of_number::<row::$Operator>(c, this, caller)
                });
                value
            }
        }
    };
}

operator! {
    Add add, AddAssign add_assign;
    Sub sub, SubAssign sub_assign;
    Mul mul, MulAssign mul_assign;
    Div div, DivAssign div_assign;
    Rem rem, RemAssign rem_assign;
}

impl Neg for Value {
    type Output = Value;

    #[inline]
    #[track_caller]
    fn neg(mut self) -> Value {
        self.advance_by_one(Location::caller(), |tape, this, caller| {
            tape.unary::<row::Neg>(this, caller)
        });
        self
    }
}

impl Neg for &Value {
    type Output = Value;

    #[inline]
    #[track_caller]
    fn neg(self) -> Value {
        self.unary::<row::Neg>(Location::caller())
    }
}
