//! What a statement gives, and what operands of different types become together.

use super::kind::value_of;
use super::{Accepted, Arithmetic, CallSite, OperandList, OperandTerm, Participant, Together};

/// What stands on the right of an assigning operator: a value, a number, or an integer, which becomes a number.
pub trait Right {
    /// What it is in arithmetic.
    type Computed: Computed;
}

impl Right for f64 {
    type Computed = f64;
}

impl Right for i32 {
    type Computed = f64;
}

/// What a statement gives: a `Value`, or a number.
pub trait Computed: Sized + Right<Computed = Self> {
    /// Whether it has a derivative.
    const IS_NODE: bool;

    /// What it becomes if only later statements of its block use it.
    type Intermediate: Participant<
            Itself = Self::Intermediate,
            Term: Accepted + OperandTerm<Computed = Self, Assigned = Self>,
        >;

    /// A result that only later statements of its block use.
    #[doc(hidden)]
    fn intermediate<A: Arithmetic, Os: OperandList<Terms: Together<Computed = Self>>>(
        operands: Os,
        at: CallSite,
    ) -> Self::Intermediate;

    /// The result of a statement.
    #[doc(hidden)]
    fn of<A: Arithmetic, Os: OperandList<Terms: Together<Computed = Self>>>(
        operands: Os,
        at: CallSite,
    ) -> Self;

    /// `first` and what the formula makes of each list of operands, added from the left; 0 for nothing.
    #[doc(hidden)]
    fn total<A: Arithmetic, Os: OperandList<Terms: Together<Computed = Self>>>(
        first: Option<&Self>,
        operands: impl ExactSizeIterator<Item = Os>,
        at: CallSite,
    ) -> Self;
}

/// What can stand in one statement with operands of another type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` and `{R}` cannot take part in one `grad!` expression",
    label = "arithmetic on a `{Self}` and a `{R}`",
    note = "numbers of two kinds do not mix: a function over `T: Scalar` takes all of its numbers as `T`, or as `f64`"
)]
pub trait Join<R>: Computed {
    /// What both become together.
    type Output: Computed;
}

impl Computed for f64 {
    const IS_NODE: bool = false;
    type Intermediate = f64;

    #[inline(always)]
    fn intermediate<A: Arithmetic, Os: OperandList<Terms: Together<Computed = f64>>>(
        operands: Os,
        at: CallSite,
    ) -> f64 {
        f64::of::<A, Os>(operands, at)
    }

    #[inline(always)]
    fn of<A: Arithmetic, Os: OperandList<Terms: Together<Computed = f64>>>(
        operands: Os,
        at: CallSite,
    ) -> f64 {
        value_of::<A, _>(&operands.read(None), at.site)
    }

    #[inline]
    fn total<A: Arithmetic, Os: OperandList<Terms: Together<Computed = f64>>>(
        first: Option<&f64>,
        operands: impl ExactSizeIterator<Item = Os>,
        at: CallSite,
    ) -> f64 {
        let term = |operands: Os| value_of::<A, _>(&operands.read(None), at.site);
        let terms = operands.map(term);
        let total = first.copied().into_iter().chain(terms);
        total.reduce(|a, b| a + b).unwrap_or(0.0)
    }
}

/// A number becomes what it meets.
#[diagnostic::do_not_recommend]
impl<R: Computed> Join<R> for f64 {
    type Output = R;
}

/// What no operand is. With a second impl, rustc does not take what is expected of a statement for one of its operands: a
/// mistaken operand then is one error.
pub enum NoOperand {}

impl Join<NoOperand> for f64 {
    type Output = f64;
}
