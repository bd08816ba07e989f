//! The assigning operators of `grad!`: `+= -= *= /= **=`.

use crate::expression::{Recorder, Term};
use crate::operand::Arithmetic;
use crate::tape::Caller;
use crate::value::Value;
use std::panic::Location;

/// The target of an assigning operator.
#[derive(Debug)]
pub struct Place<'a, P: ?Sized>(&'a mut P);

/// Begins an assigning operation with its target.
#[inline]
pub fn place<P: ?Sized>(target: &mut P) -> Place<'_, P> {
    Place(target)
}

/// What an assigning operator may change, with a term on the right.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be assigned to with this on the right",
    label = "this would have to become a `Value`",
    note = "a number that values are added to starts as one: `let mut sum = Value::new(0.0);`"
)]
pub trait Assign<T> {
    /// Changes the place by the result of the `count` operations in `build`. `places` are where the
    /// operator stands, and where it is to be recorded.
    #[track_caller]
    fn assign(
        &mut self,
        op: Arithmetic,
        count: usize,
        places: [Caller; 2],
        build: impl FnOnce(&mut Recorder<'_>) -> T,
    );
}

macro_rules! assigning_operators {
    ($($name:ident $Row:ident;)*) => {$(
        /// The operator.
        #[inline(always)]
        #[track_caller]
        pub fn $name<T>(
            self,
            count: usize,
            here: Caller,
            build: impl FnOnce(&mut Recorder<'_>) -> T,
        ) where
            P: Assign<T>,
        {
            self.0.assign(Arithmetic::$Row, count, [here, Location::caller()], build);
        }
    )*};
}

impl<P: ?Sized> Place<'_, P> {
    assigning_operators! {
        add_assign Add;
        sub_assign Sub;
        mul_assign Mul;
        div_assign Div;
        pow_assign Pow;
    }
}

impl<T: Term> Assign<T> for Value {
    #[inline(always)]
    fn assign(
        &mut self,
        op: Arithmetic,
        count: usize,
        places: [Caller; 2],
        build: impl FnOnce(&mut Recorder<'_>) -> T,
    ) {
        let [here, caller] = places;
        Recorder::advance(self, count + 1, here, caller, |recorder, left| {
            let right = build(recorder);
            left.combine(op, right, recorder, caller)
        });
    }
}

/// Only numbers, named one by one: so a `Value` on the right is told what `Assign` says above.
macro_rules! numbers {
    ($($Number:ty),*) => {$(
        impl Assign<$Number> for f64 {
            #[inline(always)]
            fn assign(
                &mut self,
                op: Arithmetic,
                _: usize,
                [_, caller]: [Caller; 2],
                build: impl FnOnce(&mut Recorder<'_>) -> $Number,
            ) {
                let mut recorder = Recorder::without_tape();
                let right = build(&mut recorder);
                *self = right.combine_after_number(op, *self, &mut recorder, caller);
            }
        }
    )*};
}

numbers! { f64, i32 }

impl<P: Assign<T> + ?Sized, T> Assign<T> for &mut P {
    #[inline(always)]
    #[track_caller]
    fn assign(
        &mut self,
        op: Arithmetic,
        count: usize,
        places: [Caller; 2],
        build: impl FnOnce(&mut Recorder<'_>) -> T,
    ) {
        P::assign(self, op, count, places, build);
    }
}

/// Counters: `k += 1` stays what it is in Rust.
macro_rules! integers {
    ($($Integer:ty),*) => {$(
        impl Assign<i32> for $Integer {
            #[inline(always)]
            #[track_caller]
            fn assign(
                &mut self,
                op: Arithmetic,
                _: usize,
                _: [Caller; 2],
                build: impl FnOnce(&mut Recorder<'_>) -> i32,
            ) {
                let right = build(&mut Recorder::without_tape());
                let operand = <$Integer>::try_from(right).ok();
                let result = match op {
                    Arithmetic::Add => operand.and_then(|right| self.checked_add(right)),
                    Arithmetic::Sub => operand.and_then(|right| self.checked_sub(right)),
                    Arithmetic::Mul => operand.and_then(|right| self.checked_mul(right)),
                    Arithmetic::Div => operand.and_then(|right| self.checked_div(right)),
                    Arithmetic::Pow => {
                        let exponent = u32::try_from(right).ok();
                        exponent.and_then(|exponent| self.checked_pow(exponent))
                    }
                };
                match result {
                    Some(result) => *self = result,
                    None => panic!(
                        "{self} {symbol}= {right}: the result is no `{Integer}`",
                        symbol = op.symbol(),
                        Integer = stringify!($Integer),
                    ),
                }
            }
        }
    )*};
}

integers! { i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize }
