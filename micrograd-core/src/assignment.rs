//! The assigning operators of `grad!`: `+= -= *= /= %= **=`.

use crate::accumulation::{LoopPlace, accumulate};
use crate::expression::{
    Assigned, Formula, Itself, Join, JoinsValue, Kept, Kind, Leaf, Links, OperandList, Places,
    Terms, Together, value_of,
};
use crate::operand::Participant;
use crate::operations::{BinaryRow, row};
use crate::sealed::Sealed;
use crate::tape::{Caller, OpenChain, Recorded, Site};
use crate::value::Value;
use std::fmt;
use std::panic::Location;

/// The target of an assigning operator.
#[derive(Debug)]
pub struct Place<'a, P: ?Sized>(pub(crate) &'a mut P);

/// Begins `x = f(x)`, which changes x itself: a reference is no `Value`.
#[inline]
pub fn place<P: ?Sized>(target: &mut P) -> Place<'_, P> {
    Place(target)
}

/// Begins an assigning operation with its target. A method, so that it finds what a reference points to.
pub trait Target {
    /// The target of one operation.
    #[inline]
    fn __place(&mut self) -> Place<'_, Self> {
        Place(self)
    }

    /// The target of a loop that only adds to it.
    #[inline]
    fn __loop_place(&mut self) -> LoopPlace<'_, Self> {
        LoopPlace::new(self)
    }
}

impl<P: ?Sized> Target for P {}

/// What an assigning operator may change, with a term of some kind on the right.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be assigned to with this on the right",
    label = "this would have to become a `Value`",
    note = "a number that values are added to starts as one: `let mut sum = Value::new(0.0);`"
)]
pub trait Assign<K: Right>: Sealed {
    /// Changes the place by what the formula makes of the operands.
    #[track_caller]
    fn assign<O: Update, S: Formula, Os: OperandList<Terms: Together<Kept = <K as Right>::Kept>>>(
        &mut self,
        operands: Os,
        places: Places,
    );

    /// The same as the only statement of a loop; `chain` is what the run before has left.
    #[inline(always)]
    #[track_caller]
    fn assign_in_loop<
        O: Update,
        S: Formula,
        Os: OperandList<Terms: Together<Kept = <K as Right>::Kept>>,
    >(
        &mut self,
        chain: OpenChain,
        operands: Os,
        places: Places,
    ) -> OpenChain {
        self.assign::<O, S, Os>(operands, places);
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

/// What an integer is changed by. A trait, so that a `Value` on the right is told what `Assign` says.
pub trait WholeOperand: Right<Kept = f64> {}

impl WholeOperand for i32 {}

/// An operator that has an assigning form.
pub trait Update: BinaryRow {
    /// Its sign.
    const SIGN: &'static str;

    /// The operator on integers; none where the result is not one.
    fn integer<I: Integer>(left: I, right: I, exponent: Option<u32>) -> Option<I>;
}

/// The integers of Rust.
pub trait Integer: Copy + fmt::Display {
    /// 0
    const ZERO: Self;
    /// What the type is called.
    const NAME: &'static str;

    /// The number of a literal, if it is one of the type.
    fn literal(number: i32) -> Option<Self>;
    /// `self + other`, if that is an integer of the type; likewise the others.
    fn add(self, other: Self) -> Option<Self>;
    /// `self - other`
    fn sub(self, other: Self) -> Option<Self>;
    /// `self * other`
    fn mul(self, other: Self) -> Option<Self>;
    /// `self / other`
    fn div(self, other: Self) -> Option<Self>;
    /// `self % other`
    fn rem(self, other: Self) -> Option<Self>;
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
    Rem, |left, right, _exponent| left.rem(right);
    Pow, |left, _right, exponent| left.pow(exponent?);
}

macro_rules! assigning_operators {
    ($($name:ident $by_operand:ident $Row:ident;)*) => {$(
        /// The operator, with arithmetic on its right.
        #[inline(always)]
        #[track_caller]
        pub fn $name<S: Formula, K: Right<Kept = K>, Os: OperandList<Terms: Together<Kept = K>>>(
            self,
            site: &'static Site,
            here: Caller,
            operands: Os,
        ) where
            P: Assign<K>,
        {
            let places = Places::new(site, here, Location::caller());
            self.0.assign::<row::$Row, S, Os>(operands, places);
        }

        /// The operator, with an operand on its right.
        #[inline(always)]
        #[track_caller]
        pub fn $by_operand<K: Right, X: Participant<Leaf: Leaf<Assigned = K, Kept = K::Kept>> + ?Sized>(
            self,
            site: &'static Site,
            here: Caller,
            operand: &X,
        ) where
            P: Assign<K>,
        {
            let places = Places::new(site, here, Location::caller());
            self.0.assign::<row::$Row, Itself, _>((operand, ()), places);
        }
    )*};
}

impl<P: ?Sized> Place<'_, P> {
    assigning_operators! {
        add_assign add_assign_operand Add;
        sub_assign sub_assign_operand Sub;
        mul_assign mul_assign_operand Mul;
        div_assign div_assign_operand Div;
        rem_assign rem_assign_operand Rem;
        pow_assign pow_assign_operand Pow;
    }
}

/// A value takes part as the first operand of its statement, and becomes the result.
#[diagnostic::do_not_recommend]
impl<K: Right<Kept: JoinsValue>> Assign<K> for Value
where
    Value: Join<K::Kept, Output = Value>,
{
    #[inline(always)]
    fn assign<O: Update, S: Formula, Os: OperandList<Terms: Together<Kept = K::Kept>>>(
        &mut self,
        operands: Os,
        places: Places,
    ) {
        let room = Kind::<(Recorded, Os::Terms), Assigned<O, S>>::ROOM;
        self.advance(room, places.caller, places.site, |tape, slot| {
            Links::<O, Os::Terms, S>::record(tape, slot, operands, places)
        });
    }

    #[inline(always)]
    fn assign_in_loop<O: Update, S: Formula, Os: OperandList<Terms: Together<Kept = K::Kept>>>(
        &mut self,
        chain: OpenChain,
        operands: Os,
        places: Places,
    ) -> OpenChain {
        if Links::<O, Os::Terms, S>::ARE_LINKS {
            return accumulate::<O, S, Os>(self, chain, operands, places);
        }
        <Value as Assign<K>>::assign::<O, S, Os>(self, operands, places);
        chain
    }
}

/// Only numbers, named one by one: so a `Value` on the right is told what `Assign` says above.
macro_rules! numbers {
    ($($K:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl Assign<$K> for f64 {
            #[inline(always)]
            fn assign<O: Update, S: Formula, Os: OperandList<Terms: Together<Kept = f64>>>(
                &mut self,
                operands: Os,
                _: Places,
            )
            {
                *self = value_of::<Assigned<O, S>, _>(&(*self, operands.read(None)));
            }
        }
    )*};
}

numbers! { f64, i32 }

#[diagnostic::do_not_recommend]
impl<P: Assign<K> + ?Sized, K: Right> Assign<K> for &mut P {
    #[inline(always)]
    #[track_caller]
    fn assign<
        O: Update,
        S: Formula,
        Os: OperandList<Terms: Together<Kept = <K as Right>::Kept>>,
    >(
        &mut self,
        operands: Os,
        places: Places,
    ) {
        P::assign::<O, S, Os>(self, operands, places);
    }

    #[inline(always)]
    #[track_caller]
    fn assign_in_loop<
        O: Update,
        S: Formula,
        Os: OperandList<Terms: Together<Kept = <K as Right>::Kept>>,
    >(
        &mut self,
        chain: OpenChain,
        operands: Os,
        places: Places,
    ) -> OpenChain {
        P::assign_in_loop::<O, S, Os>(self, chain, operands, places)
    }
}

/// Counters: `k += 1` stays what it is in Rust.
macro_rules! integers {
    ($($Integer:ty),*) => {$(
        impl Integer for $Integer {
            const ZERO: Self = 0;
            const NAME: &'static str = stringify!($Integer);

            fn literal(number: i32) -> Option<Self> {
                Self::try_from(number).ok()
            }

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

            fn rem(self, other: Self) -> Option<Self> {
                self.checked_rem(other)
            }

            fn pow(self, exponent: u32) -> Option<Self> {
                self.checked_pow(exponent)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<K: WholeOperand> Assign<K> for $Integer {
            #[inline(always)]
            #[track_caller]
            fn assign<O: Update, S: Formula, Os: OperandList<Terms: Together<Kept = <K as Right>::Kept>>>(
                &mut self,
                operands: Os,
                _: Places,
            )
            {
                let right = operands.read(None).integer().expect("an integer is the only operand");
                let operand = Self::literal(right);
                let exponent = u32::try_from(right).ok();
                let result = operand.and_then(|operand| O::integer(*self, operand, exponent));
                match result {
                    Some(result) => *self = result,
                    None => panic!(
                        "{self} {sign}= {right}: the result is no `{Integer}`",
                        sign = O::SIGN,
                        Integer = Self::NAME,
                    ),
                }
            }
        }
    )*};
}

integers! { i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize }
