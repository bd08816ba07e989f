//! `x.exp()` in a statement, where x is a variable: if x is a number of ours, the function is a part of the statement; if
//! it is anything else that has such a method, the method is called, and its result is an operand.
//!
//! Which of the two it is depends on the type of x, which a macro does not know. Rust's lookup of methods decides it.

use super::{At, Kept, Leaf, Loader, NumberOf, Part, Saver, Sink, TakingApart, Term, Terms, Unary};
use crate::operand::Participant;
use crate::operations::{Op, UnaryRow};
use crate::tape::{Payload, Tape};
use std::ops::Deref;

/// Asks for the type of a variable: `(&&&Probe(&x)).way()`.
#[derive(Debug)]
pub struct Probe<'a, X: ?Sized>(pub &'a X);

/// A number whose methods are the functions of the table.
pub trait HasFunctions: Participant {}

impl<X: HasFunctions + ?Sized> HasFunctions for &X {}
impl<X: HasFunctions + ?Sized> HasFunctions for &mut X {}

/// The way for numbers, which comes first in the lookup.
pub trait WayForNumbers {
    /// The function is a part of the statement.
    fn way(&self) -> InStatement;
}

impl<X: HasFunctions + ?Sized> WayForNumbers for &&Probe<'_, X> {
    #[inline(always)]
    fn way(&self) -> InStatement {
        InStatement
    }
}

/// The way for what points to numbers, which comes next.
pub trait WayForPointers {
    /// The function is a part of the statement.
    fn way(&self) -> ThroughPointer;
}

impl<X: Deref<Target: HasFunctions> + ?Sized> WayForPointers for &Probe<'_, X> {
    #[inline(always)]
    fn way(&self) -> ThroughPointer {
        ThroughPointer
    }
}

/// The way for all else.
pub trait WayForOthers {
    /// The method is called.
    fn way(&self) -> ByCall;
}

impl<X: ?Sized> WayForOthers for Probe<'_, X> {
    #[inline(always)]
    fn way(&self) -> ByCall {
        ByCall
    }
}

/// The function is a part of the statement.
#[derive(Clone, Copy, Debug)]
pub struct InStatement;

/// The function of what is pointed to is a part of the statement.
#[derive(Clone, Copy, Debug)]
pub struct ThroughPointer;

/// The method is called before the statement.
#[derive(Clone, Copy, Debug)]
pub struct ByCall;

impl InStatement {
    /// The operand that the function is applied to. What is passed on to it counts as passed on to the operand with the
    /// number `SAME`, which is the same variable.
    #[inline(always)]
    pub fn operand<'a, const SAME: usize, X: HasFunctions + ?Sized, R>(
        self,
        x: &'a X,
        _: impl FnOnce(&'a X) -> R,
    ) -> Applied<'a, SAME, X> {
        Applied(x)
    }
}

impl ThroughPointer {
    /// The same of what the variable points to.
    #[inline(always)]
    pub fn operand<'a, const SAME: usize, X: Deref<Target: HasFunctions> + ?Sized, R>(
        self,
        x: &'a X,
        _: impl FnOnce(&'a X) -> R,
    ) -> Applied<'a, SAME, X::Target> {
        Applied(x)
    }
}

impl ByCall {
    /// The result of the method.
    #[inline(always)]
    pub fn operand<'a, const SAME: usize, X: ?Sized, R>(
        self,
        x: &'a X,
        call: impl FnOnce(&'a X) -> R,
    ) -> R {
        call(x)
    }
}

/// An operand that a function is applied to.
#[derive(Debug)]
pub struct Applied<'a, const SAME: usize, X: ?Sized>(&'a X);

impl<const SAME: usize, X: Participant + ?Sized> Participant for Applied<'_, SAME, X> {
    type Leaf = AppliedLeaf<SAME, X::Leaf>;
    type Itself = Self;

    #[inline(always)]
    fn itself(&self) -> &Self {
        self
    }

    #[inline(always)]
    fn leaf(&self, tape: Option<&Tape>) -> Self::Leaf {
        AppliedLeaf(self.0.leaf(tape))
    }
}

/// The same in its statement.
#[derive(Clone, Copy, Debug)]
pub struct AppliedLeaf<const SAME: usize, L>(L);

impl<const SAME: usize, L: Leaf> Leaf for AppliedLeaf<SAME, L> {
    type Kept = L::Kept;
    type Assigned = L::Assigned;
    type Called<F: UnaryRow, const I: usize> = Unary<F, At<I, Self>>;
    /// A place on the tape is of another kind than a result of the method, which has no function in the statement.
    const KIND: u64 = if L::IS_NODE { 0 } else { L::KIND };
    const IS_NODE: bool = L::IS_NODE;
    const IS_INTEGER: bool = false;

    #[inline(always)]
    fn number(&self) -> <L::Kept as Kept>::Number {
        self.0.number()
    }

    #[inline(always)]
    fn primal(&self) -> f64 {
        self.0.primal()
    }

    #[inline(always)]
    fn load<P: Payload, Os: Terms>(loader: &Loader<P, Os>, operand: usize) -> Self {
        AppliedLeaf(L::load(loader, operand))
    }

    #[inline(always)]
    fn tangents(&self) -> &[f64] {
        self.0.tangents()
    }

    #[inline(always)]
    fn part(&self) -> Part {
        self.0.part()
    }

    #[inline(always)]
    fn counts_as(_: usize) -> usize {
        SAME
    }

    #[inline(always)]
    fn called<F: UnaryRow, const I: usize>(self) -> Unary<F, At<I, Self>> {
        Unary::new(At::new(self))
    }
}

/// What a call has made, where the statement has a position for the call.
#[derive(Clone, Copy, Debug)]
pub struct Made<T>(T);

impl<T> Made<T> {
    #[inline(always)]
    pub(crate) fn new(made: T) -> Self {
        Made(made)
    }
}

impl<T: Term> Term for Made<T> {
    type Kept = T::Kept;
    type Assigned = T::Assigned;
    const IS_NODE: bool = T::IS_NODE;
    const IS_OPERAND: bool = T::IS_OPERAND;
    const IS_INTEGER: bool = T::IS_INTEGER;
    const OP: Option<Op> = T::OP;
    const USES: usize = T::USES;
    const STEPS: usize = T::STEPS + 1;
    const HAS_QUOTIENT: bool = T::HAS_QUOTIENT;
    const STORED: [usize; 2] = T::STORED;
    const TEMPORARIES: [u32; 2] = T::TEMPORARIES;

    #[inline(always)]
    fn number(&self) -> NumberOf<T> {
        self.0.number()
    }

    #[inline(always)]
    fn primal(&self) -> f64 {
        self.0.primal()
    }

    #[inline(always)]
    fn integer(&self) -> i32 {
        self.0.integer()
    }

    #[inline(always)]
    fn store(&self, needed: bool, saver: &mut Saver<'_>) {
        self.0.store(needed, saver);
    }

    #[inline(always)]
    fn load<P: Payload, Os: Terms>(needed: bool, loader: &mut Loader<P, Os>) -> Self {
        Made(T::load(needed, loader))
    }

    #[inline(always)]
    fn with_result(self, result: f64) -> Self {
        Made(self.0.with_result(result))
    }

    #[inline(always)]
    fn reverse<S: Sink>(&self, adjoint: f64, sink: &mut S) {
        self.0.reverse(adjoint, sink);
    }

    fn take_apart(&self, parts: &mut TakingApart<'_>) -> Part {
        parts.skip(1);
        self.0.take_apart(parts)
    }
}

/// An operand on which a method was written; the functions are its methods.
#[derive(Clone, Copy, Debug)]
pub struct Call<const I: usize, L>(At<I, L>);

impl<const I: usize, L: Leaf> Call<I, L> {
    #[inline(always)]
    pub(super) fn new(operand: At<I, L>) -> Self {
        Call(operand)
    }

    /// The function, or what has been made by it.
    #[inline(always)]
    pub(crate) fn function<F: UnaryRow>(self) -> L::Called<F, I> {
        self.0.0.called()
    }
}
