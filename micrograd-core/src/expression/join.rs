//! What a term becomes after its statement, and what two of them become together.

use super::{Leaf, OperandList, Places, Term};
use crate::assignment::Right;
use crate::operand::Participant;
use crate::operations::Number;

/// What a term becomes after its statement: a `Value`, or a number.
pub trait Kept: Sized + Right<Kept = Self> {
    /// What it is computed with.
    type Number: Number;

    /// Whether it has a derivative.
    const IS_NODE: bool;

    /// What it becomes if only later statements of its block use it.
    type Unheld: Participant<Itself = Self::Unheld, Leaf: Leaf<Kept = Self, Assigned = Self>>;

    /// A result that only later statements of its block use.
    #[doc(hidden)]
    fn unheld<Os: OperandList, E: Term<Kept = Self>>(
        operands: Os,
        places: Places,
        build: impl FnOnce(Os::Terms) -> E,
    ) -> Self::Unheld;

    /// The result of a statement.
    #[doc(hidden)]
    fn of<Os: OperandList, E: Term<Kept = Self>>(
        operands: Os,
        places: Places,
        build: impl FnOnce(Os::Terms) -> E,
    ) -> Self;

    /// `first` and the terms that `build` makes of the operands, added from the left; 0 for nothing.
    #[doc(hidden)]
    fn total<Os: OperandList, E: Term<Kept = Self>>(
        first: Option<&Self>,
        operands: impl ExactSizeIterator<Item = Os>,
        places: Places,
        build: impl Fn(Os::Terms) -> E,
    ) -> Self;
}

/// What arithmetic on a term of one kind and a term of another one gives.
pub trait Join<R: Kept>: Kept {
    /// The kind of the result.
    type Output: Kept;

    /// The left number as one of the result's kind.
    fn left(number: Self::Number) -> <Self::Output as Kept>::Number;

    /// The right number as one of the result's kind.
    fn right(number: R::Number) -> <Self::Output as Kept>::Number;
}

impl Kept for f64 {
    type Number = f64;
    const IS_NODE: bool = false;
    type Unheld = f64;

    #[inline(always)]
    fn unheld<Os: OperandList, E: Term<Kept = f64>>(
        operands: Os,
        places: Places,
        build: impl FnOnce(Os::Terms) -> E,
    ) -> f64 {
        f64::of(operands, places, build)
    }

    #[inline(always)]
    fn of<Os: OperandList, E: Term<Kept = f64>>(
        operands: Os,
        _: Places,
        build: impl FnOnce(Os::Terms) -> E,
    ) -> f64 {
        build(operands.read(None)).number()
    }

    #[inline]
    fn total<Os: OperandList, E: Term<Kept = f64>>(
        first: Option<&f64>,
        operands: impl ExactSizeIterator<Item = Os>,
        _: Places,
        build: impl Fn(Os::Terms) -> E,
    ) -> f64 {
        let terms = operands.map(|operands| build(operands.read(None)).number());
        let total = first.copied().into_iter().chain(terms);
        total.reduce(|a, b| a + b).unwrap_or(0.0)
    }
}

/// A number becomes what it meets.
impl<R: Kept> Join<R> for f64 {
    type Output = R;

    #[inline(always)]
    fn left(number: f64) -> R::Number {
        R::Number::from(number)
    }

    #[inline(always)]
    fn right(number: R::Number) -> R::Number {
        number
    }
}
