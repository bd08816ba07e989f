//! `+ - * /`, unary `-` and their assigning forms, over values, references and numbers in every
//! combination and order.

use super::Value;
use crate::operations::row;
use std::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Sub, SubAssign};
use std::panic::Location;

macro_rules! operator {
    ($($Operator:ident $operator:ident, $Assign:ident $assign:ident;)*) => {$(
        values! { $Operator $operator: (Value, Value) (Value, &Value) (&Value, Value) (&Value, &Value) }
        numbers! { $Operator $operator: f64 i32 }
        assign! { $Operator $operator, $Assign $assign: Value &Value f64 i32 }
    )*};
}

macro_rules! values {
    ($Operator:ident $operator:ident: $(($Left:ty, $Right:ty))*) => {$(
        impl $Operator<$Right> for $Left {
            type Output = Value;

            #[inline]
            #[track_caller]
            fn $operator(self, other: $Right) -> Value {
                self.binary(row::$Operator, &other, Location::caller())
            }
        }
    )*};
}

macro_rules! numbers {
    ($Operator:ident $operator:ident: $($Number:ty)*) => {$(
        numbers! { $Operator $operator: $Number, Value }
        numbers! { $Operator $operator: $Number, &Value }
    )*};
    ($Operator:ident $operator:ident: $Number:ty, $Value:ty) => {
        impl $Operator<$Number> for $Value {
            type Output = Value;

            #[inline]
            #[track_caller]
            fn $operator(self, c: $Number) -> Value {
                self.binary_with_number(row::$Operator, f64::from(c), Location::caller())
            }
        }

        impl $Operator<$Value> for $Number {
            type Output = Value;

            #[inline]
            #[track_caller]
            fn $operator(self, value: $Value) -> Value {
                let c = f64::from(self);
                Value::binary_of_number(row::$Operator, c, &value, Location::caller())
            }
        }
    };
}

macro_rules! assign {
    ($Operator:ident $operator:ident, $Assign:ident $assign:ident: $($Right:ty)*) => {$(
        /// The handle becomes one of the result; other handles of the old value keep it.
        impl $Assign<$Right> for Value {
            #[inline]
            #[track_caller]
            fn $assign(&mut self, other: $Right) {
                *self = $Operator::$operator(&*self, other);
            }
        }
    )*};
}

operator! {
    Add add, AddAssign add_assign;
    Sub sub, SubAssign sub_assign;
    Mul mul, MulAssign mul_assign;
    Div div, DivAssign div_assign;
}

impl Neg for Value {
    type Output = Value;

    #[inline]
    #[track_caller]
    fn neg(self) -> Value {
        self.unary(row::Neg, Location::caller())
    }
}

impl Neg for &Value {
    type Output = Value;

    #[inline]
    #[track_caller]
    fn neg(self) -> Value {
        self.unary(row::Neg, Location::caller())
    }
}
