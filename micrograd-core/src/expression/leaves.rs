//! The operands of a statement, as terms.

use super::{JoinsValue, Kept, Loader, NumberOf, Part, Saver, Sink, TakingApart, Term, Terms};
use crate::assignment::Right;
use crate::operations::{Op, UnaryRow};
use crate::tape::Payload;
use crate::tape::Recorded;
use crate::value::Value;

/// What an operand is while its statement is evaluated: a place on the tape, or a number.
pub trait Leaf: Copy {
    /// What it becomes after the statement.
    type Kept: Kept;

    /// What an assigning operator sees.
    type Assigned: Right<Kept = Self::Kept>;

    /// Tells statements with operands of different kinds apart; below 4.
    const KIND: u64;

    /// Whether it is a place on the tape.
    const IS_NODE: bool;

    /// Whether it is a whole number.
    const IS_INTEGER: bool;

    /// Its number.
    fn number(&self) -> <Self::Kept as Kept>::Number;

    /// Its number as a plain one.
    fn primal(&self) -> f64;

    /// It, from where a statement keeps the operand with this number.
    fn load<P: Payload, Os: Terms>(loader: &Loader<P, Os>, operand: usize) -> Self;

    /// Its derivatives in each direction; only dual numbers have some.
    #[inline(always)]
    fn tangents(&self) -> &[f64] {
        &[]
    }

    /// What it is on another tape.
    fn part(&self) -> Part;

    /// The operand that it is, if that stands at several places of the list.
    #[inline(always)]
    #[must_use]
    fn counts_as(operand: usize) -> usize {
        operand
    }

    /// What a function makes of it that was written as a method of the operand with the number `I`.
    type Called<F: UnaryRow, const I: usize>: Term<Kept = Self::Kept>;

    /// What a function makes of it that was written as its method.
    fn called<F: UnaryRow, const I: usize>(self) -> Self::Called<F, I>;
}

/// What a method has made is an operand like all others.
macro_rules! made_by_a_call {
    () => {
        type Called<F: $crate::operations::UnaryRow, const I: usize> =
            $crate::expression::Made<$crate::expression::At<I, Self>>;

        #[inline(always)]
        fn called<F: $crate::operations::UnaryRow, const I: usize>(self) -> Self::Called<F, I> {
            $crate::expression::Made::new($crate::expression::At::new(self))
        }
    };
}
pub(crate) use made_by_a_call;

/// An operand that stands beside values.
pub trait OnTape: Leaf<Kept: JoinsValue> {}

impl<L: Leaf<Kept: JoinsValue>> OnTape for L {}

impl Leaf for Recorded {
    type Kept = Value;
    type Assigned = Value;
    const KIND: u64 = 1;
    const IS_NODE: bool = true;
    const IS_INTEGER: bool = false;

    #[inline(always)]
    fn number(&self) -> f64 {
        self.data()
    }

    #[inline(always)]
    fn primal(&self) -> f64 {
        self.data()
    }

    #[inline(always)]
    fn load<P: Payload, Os: Terms>(loader: &Loader<P, Os>, operand: usize) -> Self {
        loader.node(operand)
    }

    #[inline(always)]
    fn part(&self) -> Part {
        Part::Node(*self)
    }

    made_by_a_call! {}
}

/// The numbers, which differ in what they are called.
macro_rules! number {
    ($Number:ty, $kind:literal, $is_integer:literal, $Part:ident, |$loaded:ident| $load:expr) => {
        impl Leaf for $Number {
            type Kept = f64;
            type Assigned = $Number;
            const KIND: u64 = $kind;
            const IS_NODE: bool = false;
            const IS_INTEGER: bool = $is_integer;

            #[inline(always)]
            fn number(&self) -> f64 {
                f64::from(*self)
            }

            #[inline(always)]
            fn primal(&self) -> f64 {
                f64::from(*self)
            }

            #[inline(always)]
            fn load<P: Payload, Os: Terms>(loader: &Loader<P, Os>, operand: usize) -> Self {
                let $loaded = loader.number(operand);
                $load
            }

            #[inline(always)]
            fn part(&self) -> Part {
                Part::$Part(*self)
            }

            made_by_a_call! {}
        }
    };
}

number!(f64, 2, false, Number, |number| number);
number!(i32, 3, true, Integer, |number| {
    // It was stored from an `i32`.
    #[allow(clippy::cast_possible_truncation)]
    let integer = number as i32;
    integer
});

/// The operand with the number `I`, wherever it stands in its statement.
#[derive(Clone, Copy, Debug)]
pub struct At<const I: usize, L>(pub(super) L);

impl<const I: usize, L> At<I, L> {
    #[inline(always)]
    pub(crate) fn new(operand: L) -> Self {
        At(operand)
    }
}

impl<const I: usize, L: Leaf> Term for At<I, L> {
    type Kept = L::Kept;
    type Assigned = L::Assigned;
    const IS_NODE: bool = L::IS_NODE;
    const IS_OPERAND: bool = true;
    const IS_INTEGER: bool = L::IS_INTEGER;
    const OP: Option<Op> = None;
    const USES: usize = L::IS_NODE as usize;
    const STEPS: usize = 0;
    const HAS_QUOTIENT: bool = false;
    const STORED: [usize; 2] = [0; 2];
    const TEMPORARIES: [u32; 2] = [0; 2];

    #[inline(always)]
    fn number(&self) -> NumberOf<Self> {
        self.0.number()
    }

    #[inline(always)]
    fn primal(&self) -> f64 {
        self.0.primal()
    }

    #[inline(always)]
    fn integer(&self) -> i32 {
        match self.0.part() {
            Part::Integer(n) => n,
            Part::Node(_) | Part::Number(_) => {
                unreachable!("only integers are assigned to integers")
            }
        }
    }

    #[inline(always)]
    fn store(&self, _: bool, _: &mut Saver<'_>) {}

    #[inline(always)]
    fn load<P: Payload, Os: Terms>(_: bool, loader: &mut Loader<P, Os>) -> Self {
        At(L::load(loader, I))
    }

    #[inline(always)]
    fn with_result(self, _: f64) -> Self {
        self
    }

    #[inline(always)]
    fn reverse<S: Sink>(&self, adjoint: f64, sink: &mut S) {
        if let Part::Node(operand) = self.0.part() {
            sink.add(L::counts_as(I), operand.id(), adjoint);
        }
    }

    fn take_apart(&self, parts: &mut TakingApart<'_>) -> Part {
        match self.0.part() {
            Part::Node(operand) => Part::Node(operand.moved_to((parts.operand)(operand.id()))),
            number => number,
        }
    }
}
