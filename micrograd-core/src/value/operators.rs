//! `+ - * / %`, unary `-` and their assigning forms, over values, references and numbers in every
//! combination and order.

use super::Value;
use crate::expression::{RightOf, never_on_the_right};
use crate::operations::row;
use std::ops::{
    Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Rem, RemAssign, Sub, SubAssign,
};
use std::panic::Location;

// An operator on an owned value passes its handle on to the result.
macro_rules! operator {
    ($($Operator:ident $operator:ident, $Assign:ident $assign:ident;)*) => {$(
        borrowed_value! { $Operator $operator }
        owned_value! { $Operator $operator, $Assign $assign: Value }
        owned_value! { $Operator $operator, $Assign $assign: &Value }
        number_on_the_right! { $Operator $operator, $Assign $assign }
        number_on_the_left! { $Operator $operator: f64 }
        number_on_the_left! { $Operator $operator: i32 }
    )*};
}

macro_rules! borrowed_value {
    ($Operator:ident $operator:ident) => {
        impl $Operator<&Value> for &Value {
            type Output = Value;

            #[inline]
            #[track_caller]
            fn $operator(self, other: &Value) -> Value {
                self.binary::<row::$Operator>(other, Location::caller())
            }
        }

        impl $Operator<Value> for &Value {
            type Output = Value;

            #[inline]
            #[track_caller]
            fn $operator(self, mut other: Value) -> Value {
                let this = self.handle();
                other.rebind_by_one(Location::caller(), move |tape, other, source| {
                    tape.binary::<row::$Operator>(tape.node_ref(this), other, source)
                });
                other
            }
        }
    };
}

macro_rules! owned_value {
    ($Operator:ident $operator:ident, $Assign:ident $assign:ident: $Right:ty) => {
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
                let other = other.handle();
                self.rebind_by_one(Location::caller(), move |tape, this, source| {
                    tape.binary::<row::$Operator>(this, tape.node_ref(other), source)
                });
            }
        }
    };
}

// One implementation for all numbers: of a literal, whose type is not known yet, the result is known all the same.
macro_rules! number_on_the_right {
    ($Operator:ident $operator:ident, $Assign:ident $assign:ident) => {
        impl<N: RightOf<Value>> $Operator<N> for &Value {
            type Output = N::Output;

            #[inline]
            #[track_caller]
            fn $operator(self, c: N) -> N::Output {
                let caller = Location::caller();
                N::result(self.binary_with_number::<row::$Operator>(c.plain(), caller))
            }
        }

        impl<N: RightOf<Value>> $Operator<N> for Value {
            type Output = N::Output;

            #[inline]
            #[track_caller]
            fn $operator(mut self, c: N) -> N::Output {
                self.$assign(c);
                N::result(self)
            }
        }

        /// The handle becomes one of the result; other handles of the old value keep it.
        impl<N: RightOf<Value>> $Assign<N> for Value {
            #[inline]
            #[track_caller]
            fn $assign(&mut self, c: N) {
                let c = c.plain();
                self.rebind_by_one(Location::caller(), move |tape, this, source| {
                    tape.binary_with_number::<row::$Operator>(this, c, source)
                });
            }
        }
    };
}

macro_rules! number_on_the_left {
    ($Operator:ident $operator:ident: $Number:ty) => {
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
                value.rebind_by_one(Location::caller(), move |tape, this, source| {
                    tape.binary_of_number::<row::$Operator>(c, this, source)
                });
                value
            }
        }
    };
}

never_on_the_right! { [] Value, [] &Value }

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
        self.rebind_by_one(Location::caller(), |tape, this, source| {
            tape.unary::<row::Neg>(this, source)
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
