//! The assigning operators of `grad!`: `+= -= *= /= **=`.

use crate::accumulation::accumulate;
use crate::expression::{
    At, JoinsValue, Kept, Links, OperandList, Operator, Places, Target, Term, room,
};
use crate::operations::{BinaryRow, row};
use crate::sealed::Sealed;
use crate::tape::{Caller, OpenChain, Site};
use crate::value::Value;
use std::panic::Location;

/// The target of an assigning operator.
#[derive(Debug)]
pub struct Place<'a, P: ?Sized>(pub(crate) &'a mut P);

/// Begins an assigning operation with its target.
#[inline]
pub fn place<P: ?Sized>(target: &mut P) -> Place<'_, P> {
    Place(target)
}

/// What an assigning operator may change, with a term of some kind on the right.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be assigned to with this on the right",
    label = "this would have to become a `Value`",
    note = "a number that values are added to starts as one: `let mut sum = Value::new(0.0);`"
)]
pub trait Assign<K: Right>: Sealed {
    /// Changes the place by what `build` makes of the operands.
    #[track_caller]
    fn assign<O: Update, Os: OperandList, E: Term<Assigned = K, Kept = <K as Right>::Kept>>(
        &mut self,
        operands: Os,
        places: Places,
        build: impl FnOnce(Os::Terms) -> E,
    );

    /// The same as the only statement of a loop; `chain` is what the run before has left.
    #[inline(always)]
    #[track_caller]
    fn assign_in_loop<
        O: Update,
        Os: OperandList,
        E: Term<Assigned = K, Kept = <K as Right>::Kept>,
    >(
        &mut self,
        chain: OpenChain,
        operands: Os,
        places: Places,
        build: impl FnOnce(Os::Terms) -> E,
    ) -> OpenChain {
        self.assign::<O, Os, E>(operands, places, build);
        chain
    }
}

/// What stands on the right of an assigning operator: a value, a number, or an integer, which becomes a number.
pub trait Right {
    /// What it is in arithmetic.
    type Kept: Kept;
}

impl Right for Value {
    type Kept = Value;
}

impl Right for f64 {
    type Kept = f64;
}

impl Right for i32 {
    type Kept = f64;
}

/// An operator that has an assigning form.
pub trait Update: Operator + BinaryRow {
    /// Its sign.
    const SIGN: &'static str;

    /// The operator on integers; none where the result is not one.
    fn integer<I: Integer>(left: I, right: I, exponent: Option<u32>) -> Option<I>;
}

/// The integers of Rust.
pub trait Integer: Copy {
    /// `self + other`, if that is an integer of the type; likewise the others.
    fn add(self, other: Self) -> Option<Self>;
    /// `self - other`
    fn sub(self, other: Self) -> Option<Self>;
    /// `self * other`
    fn mul(self, other: Self) -> Option<Self>;
    /// `self / other`
    fn div(self, other: Self) -> Option<Self>;
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
    Pow, |left, _right, exponent| left.pow(exponent?);
}

macro_rules! assigning_operators {
    ($($name:ident $Row:ident;)*) => {$(
        /// The operator.
        #[inline(always)]
        #[track_caller]
        pub fn $name<K, Os: OperandList, E: Term<Assigned = K, Kept = <K as Right>::Kept>>(
            self,
            site: &'static Site,
            here: Caller,
            operands: Os,
            build: impl FnOnce(Os::Terms) -> E,
        ) where
            P: Assign<K>,
            K: Right,
        {
            let caller = Location::caller();
            let places = Places::new(site, here, caller);
            self.0.assign::<row::$Row, Os, E>(operands, places, build);
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

/// A value takes part as the first operand of its statement, and becomes the result.
impl<K: Right<Kept: JoinsValue>> Assign<K> for Value {
    #[inline(always)]
    fn assign<O: Update, Os: OperandList, E: Term<Assigned = K, Kept = K::Kept>>(
        &mut self,
        operands: Os,
        places: Places,
        build: impl FnOnce(Os::Terms) -> E,
    ) {
        let room = room::<(Target, Os::Terms), O::Term<Target, E>>();
        self.advance(room, places.caller, places.site, |tape, slot| {
            Links::<O, Os::Terms, E>::record(tape, slot, operands, build, places)
        });
    }

    #[inline(always)]
    fn assign_in_loop<O: Update, Os: OperandList, E: Term<Assigned = K, Kept = K::Kept>>(
        &mut self,
        chain: OpenChain,
        operands: Os,
        places: Places,
        build: impl FnOnce(Os::Terms) -> E,
    ) -> OpenChain {
        if Links::<O, Os::Terms, E>::ARE_LINKS {
            return accumulate::<O, Os, E>(self, chain, operands, places, build);
        }
        self.assign::<O, Os, E>(operands, places, build);
        chain
    }
}

/// Only numbers, named one by one: so a `Value` on the right is told what `Assign` says above.
macro_rules! numbers {
    ($($K:ty),*) => {$(
        impl Assign<$K> for f64 {
            #[inline(always)]
            fn assign<O: Update, Os: OperandList, E: Term<Assigned = $K, Kept = <$K as Right>::Kept>>(
                &mut self,
                operands: Os,
                _: Places,
                build: impl FnOnce(Os::Terms) -> E,
            )
            {
                let term = O::apply(At::<0, f64>::new(*self), build(operands.read(None)));
                *self = term.primal();
            }
        }
    )*};
}

numbers! { f64, i32 }

impl<P: Assign<K> + ?Sized, K: Right> Assign<K> for &mut P {
    #[inline(always)]
    #[track_caller]
    fn assign<O: Update, Os: OperandList, E: Term<Assigned = K, Kept = <K as Right>::Kept>>(
        &mut self,
        operands: Os,
        places: Places,
        build: impl FnOnce(Os::Terms) -> E,
    ) {
        P::assign::<O, Os, E>(self, operands, places, build);
    }

    #[inline(always)]
    #[track_caller]
    fn assign_in_loop<
        O: Update,
        Os: OperandList,
        E: Term<Assigned = K, Kept = <K as Right>::Kept>,
    >(
        &mut self,
        chain: OpenChain,
        operands: Os,
        places: Places,
        build: impl FnOnce(Os::Terms) -> E,
    ) -> OpenChain {
        P::assign_in_loop::<O, Os, E>(self, chain, operands, places, build)
    }
}

/// Counters: `k += 1` stays what it is in Rust.
macro_rules! integers {
    ($($Integer:ty),*) => {$(
        impl Integer for $Integer {
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

            fn pow(self, exponent: u32) -> Option<Self> {
                self.checked_pow(exponent)
            }
        }

        impl Assign<i32> for $Integer {
            #[inline(always)]
            #[track_caller]
            fn assign<O: Update, Os: OperandList, E: Term<Assigned = i32, Kept = <i32 as Right>::Kept>>(
                &mut self,
                operands: Os,
                _: Places,
                build: impl FnOnce(Os::Terms) -> E,
            )
            {
                let right = build(operands.read(None)).integer();
                let operand = <$Integer>::try_from(right).ok();
                let exponent = u32::try_from(right).ok();
                let result = operand.and_then(|operand| O::integer(*self, operand, exponent));
                match result {
                    Some(result) => *self = result,
                    None => panic!(
                        "{self} {sign}= {right}: the result is no `{Integer}`",
                        sign = O::SIGN,
                        Integer = stringify!($Integer),
                    ),
                }
            }
        }
    )*};
}

integers! { i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize }
