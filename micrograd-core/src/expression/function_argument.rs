//! `x.exp()` in a statement, where x is a variable. If x is a value, a dual number or a plain number, the function is a
//! part of the statement. If x is anything else with such a method, the method is called, and its result is an operand.
//!
//! The type of x decides. A macro does not know it, but Rust's lookup of methods does.

use super::{Accepted, OperandTerm, Part, Participant};
use crate::sealed::Sealed;
use crate::tape::{PayloadMut, Tape};
use std::ops::Deref;

/// Asks for the type of a variable: `(&&&Probe(&x)).way()`.
#[derive(Debug)]
pub struct Probe<'a, X: ?Sized>(pub &'a X);

/// A number whose methods are the functions of the table.
pub trait HasFunctions: Participant {}

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
    /// The operand that the function is applied to.
    #[inline(always)]
    pub fn operand<'a, X: HasFunctions + ?Sized, R>(
        self,
        x: &'a X,
        _: impl FnOnce(&'a X) -> R,
    ) -> FunctionArgument<'a, X> {
        FunctionArgument(x)
    }
}

impl ThroughPointer {
    /// The same of what the variable points to.
    #[inline(always)]
    pub fn operand<'a, X: Deref<Target: HasFunctions> + ?Sized, R>(
        self,
        x: &'a X,
        _: impl FnOnce(&'a X) -> R,
    ) -> FunctionArgument<'a, X::Target> {
        FunctionArgument(x)
    }
}

impl ByCall {
    /// The result of the method.
    #[inline(always)]
    pub fn operand<'a, X: ?Sized, R>(self, x: &'a X, call: impl FnOnce(&'a X) -> R) -> R {
        call(x)
    }
}

/// An operand that a function is applied to.
#[derive(Debug)]
pub struct FunctionArgument<'a, X: ?Sized>(&'a X);

impl<X: ?Sized> Sealed for FunctionArgument<'_, X> {}

impl<X: Participant + ?Sized> Participant for FunctionArgument<'_, X> {
    type Term = FunctionTerm<X::Term>;
    type Itself = Self;

    #[inline(always)]
    fn itself(&self) -> &Self {
        self
    }

    #[inline(always)]
    fn term(&self, tape: Option<&Tape>) -> Self::Term {
        FunctionTerm(self.0.term(tape))
    }
}

/// The same in its statement.
#[derive(Clone, Copy, Debug)]
pub struct FunctionTerm<L>(L);

impl<L: Accepted> Accepted for FunctionTerm<L> {}

impl<L: OperandTerm> OperandTerm for FunctionTerm<L> {
    type Computed = L::Computed;
    type Assigned = L::Assigned;
    const IS_APPLIED: bool = true;
    /// A node on the tape is of another kind than a result of the method, which has no function in the statement.
    const KIND: u64 = if L::IS_NODE { 0 } else { L::KIND };
    const IS_NODE: bool = L::IS_NODE;
    const IS_INTEGER: bool = false;

    #[inline(always)]
    fn primal(&self) -> f64 {
        self.0.primal()
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
    fn store(&self, payload: &mut impl PayloadMut, nodes: usize, numbers: usize) {
        self.0.store(payload, nodes, numbers);
    }
}
