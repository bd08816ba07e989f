//! What the expansion of `grad!` calls. Not for users: it changes without notice.

pub use crate::assignment::{
    Assign, AssignedTo, Assignee, InPlaceOf, LoopAssignee, Reassign, ReassignedTo, Replace,
    ToAssignee, assignee,
};
pub use crate::expression::{
    Accepted, Arithmetic, AsFormula, AsIntegers, ByCall, CallSite, Computed, Formula,
    FunctionArgument, FunctionTerm, HasFunctions, InStatement, Integer, IntegerArithmetic,
    IntegerFormula, Integers, Itself, Join, JoinAll, Listed, OnlyIntegers, OperandList,
    OperandTerm, Part, Participant, Probe, Terms, ThroughPointer, Together, WayForNumbers,
    WayForOthers, WayForPointers, WayOfFormulas, WayOfIntegers, another_number_of_operands,
    base_slope, called, exponent_slope, pass, power, remainder_slopes, slope, slope_called, value,
};
pub use crate::operations::{
    BinaryRow, Number, Outline, ParametricRow, PartialsAre, Signature, TernaryRow, UnaryRow, row,
};
pub use crate::scalar::StatementNumber;
pub use crate::source::{Block, Expression, Expressions, HERE, Texts, texts};
pub use crate::tape::{Expanded, NodeId, NodeRef, OpenChain, Payload, PayloadMut, Site, Sweep};
pub use core::primitive::f64;
#[cfg(not(debug_assertions))]
pub use micrograd_macros::grad_compiled_expand as grad_expand;
#[cfg(debug_assertions)]
pub use micrograd_macros::grad_expand;
pub use micrograd_macros::micrograd_expand;

/// What the expansion of `#[differentiable]` calls.
pub mod differentiable {
    pub use crate::differentiable::*;
}

pub use crate::value::{Intermediate, JoinsValue, OnTape, Operand};

use crate::value::Value;
use std::panic::Location;

/// An operand of an expression.
///
/// `T` is a parameter of its own, not written `X::Itself`: then rustc stops at the one error that it
/// reports at an operand that cannot take part. It asks for `T`'s leaf, not for `X`'s, for the same reason.
#[inline]
pub fn operand<X, T, Open>(operand: &X) -> &T
where
    X: Participant<Open, Itself = T> + ?Sized,
    T: Participant<Term: Accepted> + ?Sized,
{
    operand.itself()
}

/// What a formula makes of the operands, recorded at once. The operands decide the type of the result, and not what is expected
/// of it: then rustc says what both are where they differ.
#[inline(always)]
#[track_caller]
pub fn expression<S: Expanded<Arithmetic: Arithmetic>, Os: OperandList<Terms: Together>>(
    site: &'static Site,
    operands: Os,
) -> <Os::Terms as Together>::Computed {
    let at = CallSite::new(site, S::Arithmetic::here(site), Location::caller());
    <Os::Terms as Together>::Computed::of::<S::Arithmetic, Os>(operands, at)
}

/// The same for what only later statements of a block use.
#[inline(always)]
#[track_caller]
pub fn intermediate<S: Expanded<Arithmetic: Arithmetic>, Os: OperandList<Terms: Together>>(
    site: &'static Site,
    operands: Os,
) -> <<Os::Terms as Together>::Computed as Computed>::Intermediate {
    let at = CallSite::new(site, S::Arithmetic::here(site), Location::caller());
    <Os::Terms as Together>::Computed::intermediate::<S::Arithmetic, Os>(operands, at)
}

/// What a bare place holds, to be copied: `(&&Copied(&x)).copy()`.
#[derive(Debug)]
pub struct Copied<'a, T: ?Sized>(pub &'a T);

/// The copy of a value, and of a reference to a number: a second handle, not a second reference. It comes first in Rust's lookup.
pub trait CopyOfNumber {
    type Copy;

    #[must_use]
    fn copy(&self) -> Self::Copy;
}

impl CopyOfNumber for &Copied<'_, Value> {
    type Copy = Value;

    #[inline]
    fn copy(&self) -> Value {
        self.0.clone()
    }
}

impl<X: HasFunctions<Itself: Clone>> CopyOfNumber for &Copied<'_, &X> {
    type Copy = X::Itself;

    #[inline]
    fn copy(&self) -> X::Itself {
        self.0.itself().clone()
    }
}

impl<X: HasFunctions<Itself: Clone>> CopyOfNumber for &Copied<'_, &mut X> {
    type Copy = X::Itself;

    #[inline]
    fn copy(&self) -> X::Itself {
        self.0.itself().clone()
    }
}

/// The copy of anything else.
pub trait CopyOfAny {
    type Of;

    /// The bound is the method's, not the impl's, so that rustc says what it says.
    #[must_use]
    fn copy<Open>(&self) -> <Self::Of as CanBeCopied<Open>>::Copy
    where
        Self::Of: CanBeCopied<Open>;
}

impl<T> CopyOfAny for Copied<'_, T> {
    type Of = T;

    #[inline]
    fn copy<Open>(&self) -> T::Copy
    where
        T: CanBeCopied<Open>,
    {
        self.0.can_be_copied()
    }
}

/// What is no number, and stands where `grad!` takes a copy. `Open` is `()`, as that of `Participant`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot take part in a `grad!` expression",
    label = "expected a `Value`, a number, or what can be cloned",
    note = "`grad!` moves nothing: a name alone is a copy, and `&x` a reference",
    note = "in a function over any number, the type is `T: Scalar`"
)]
pub trait CanBeCopied<Open = ()> {
    /// Itself. Nothing is known of it where there is none: so that is one mistake.
    type Copy;

    #[must_use]
    fn can_be_copied(&self) -> Self::Copy;
}

/// What nothing is.
pub trait Nothing {}

/// What `Open` never is.
pub enum Closed {}

/// With a second impl, rustc does not take for granted that it is the first: what cannot be cloned is one mistake.
#[diagnostic::do_not_recommend]
impl<T: Nothing> CanBeCopied<Closed> for T {
    type Copy = T;

    fn can_be_copied(&self) -> T {
        unreachable!("it is nothing")
    }
}

#[diagnostic::do_not_recommend]
impl<T: Clone> CanBeCopied for T {
    type Copy = T;

    #[inline]
    fn can_be_copied(&self) -> T {
        self.clone()
    }
}

/// A right-hand side beside a written type: `let s: Value = Converted(0.0).convert();`
#[derive(Debug)]
pub struct Converted<T>(pub T);

impl<T> Converted<T> {
    /// The new leaf stands where this is called, which is where the number is written.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn convert<U: From<T>>(self) -> U {
        U::from(self.0)
    }
}

/// The result of a call, to be named by the `let` before it: `Named(f(x)).named("h")`.
#[derive(Debug)]
pub struct Named<T>(pub T);

impl Named<Value> {
    #[inline]
    #[must_use]
    pub fn named(self, name: &'static str) -> Value {
        self.0.name_if_unnamed(name);
        self.0
    }
}

/// The result of anything else, which has no name; the method above comes first in Rust's lookup.
pub trait NameOfAny {
    type Result;

    fn named(self, name: &'static str) -> Self::Result;
}

impl<T> NameOfAny for Named<T> {
    type Result = T;

    #[inline]
    fn named(self, _: &'static str) -> T {
        self.0
    }
}
