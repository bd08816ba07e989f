//! `+ - * /` between two terms.

use super::{
    Join, Kept, Loader, NumberOf, Operator, Part, Saver, Sink, TakingApart, Term, Terms, pass_on,
};
use crate::operations::{BinaryRow, Number, Op, PartialsAre, left_product, right_product, row};
use crate::tape::Payload;
use std::marker::PhantomData;

/// What two terms become together.
type Joined<L, R> = <<L as Term>::Kept as Join<<R as Term>::Kept>>::Output;

/// The number that an operation on two terms is computed with.
pub(super) type JoinedNumber<L, R> = <Joined<L, R> as Kept>::Number;

/// Both numbers, as numbers of the result's kind.
#[inline(always)]
pub(super) fn joined<L: Term, R: Term>(left: &L, right: &R) -> [JoinedNumber<L, R>; 2]
where
    L::Kept: Join<R::Kept>,
{
    [
        <L::Kept as Join<R::Kept>>::left(left.number()),
        <L::Kept as Join<R::Kept>>::right(right.number()),
    ]
}

/// An operation on two terms.
#[derive(Clone, Copy)]
pub struct Binary<F, L: Term, R: Term>
where
    L::Kept: Join<R::Kept>,
{
    left: L,
    right: R,
    y: JoinedNumber<L, R>,
    operator: PhantomData<F>,
}

impl<F: BinaryRow, L: Term, R: Term> Binary<F, L, R>
where
    L::Kept: Join<R::Kept>,
{
    #[inline(always)]
    fn new(left: L, right: R) -> Self {
        let [a, b] = joined(&left, &right);
        Binary {
            left,
            right,
            y: F::value(a, b),
            operator: PhantomData,
        }
    }

    /// Whether a side's value is needed in the reverse sweep, where `other` stands on the other one.
    #[inline(always)]
    const fn needs_side<Other: Term>(needed: bool) -> bool {
        match F::PARTIALS {
            PartialsAre::Stored | PartialsAre::Quotients => true,
            PartialsAre::Crossed => Other::IS_NODE || needed,
            PartialsAre::Constant => needed,
        }
    }

    const fn count(needed: bool) -> usize {
        L::STORED[Self::needs_side::<R>(needed) as usize]
            + R::STORED[Self::needs_side::<L>(needed) as usize]
    }

    const fn temporaries(needed: bool) -> u32 {
        L::TEMPORARIES[Self::needs_side::<R>(needed) as usize]
            | R::TEMPORARIES[Self::needs_side::<L>(needed) as usize]
    }
}

impl<F: BinaryRow, L: Term, R: Term> Term for Binary<F, L, R>
where
    L::Kept: Join<R::Kept>,
{
    type Kept = Joined<L, R>;
    type Assigned = Joined<L, R>;
    const IS_NODE: bool = L::IS_NODE || R::IS_NODE;
    const IS_OPERAND: bool = false;
    const IS_INTEGER: bool = false;
    const OP: Option<Op> = F::OP.code().op();
    const USES: usize = L::USES + R::USES;
    const STEPS: usize = L::STEPS + R::STEPS + 1;
    const HAS_QUOTIENT: bool =
        matches!(F::PARTIALS, PartialsAre::Quotients) || L::HAS_QUOTIENT || R::HAS_QUOTIENT;
    const STORED: [usize; 2] = [Self::count(false), Self::count(true)];
    const TEMPORARIES: [u32; 2] = [Self::temporaries(false), Self::temporaries(true)];

    #[inline(always)]
    fn number(&self) -> NumberOf<Self> {
        self.y
    }

    #[inline(always)]
    fn primal(&self) -> f64 {
        self.y.primal()
    }

    #[inline(always)]
    fn store(&self, needed: bool, saver: &mut Saver<'_>) {
        self.left.store(Self::needs_side::<R>(needed), saver);
        self.right.store(Self::needs_side::<L>(needed), saver);
    }

    #[inline(always)]
    fn load<P: Payload, Os: Terms>(needed: bool, loader: &mut Loader<P, Os>) -> Self {
        let left = L::load(Self::needs_side::<R>(needed), loader);
        let right = R::load(Self::needs_side::<L>(needed), loader);
        Binary::new(left, right)
    }

    #[inline(always)]
    fn with_result(self, result: f64) -> Self {
        Binary {
            y: result.into(),
            ..self
        }
    }

    /// In the order of a sweep over single operations: operands at once, then what was recorded last.
    #[inline(always)]
    fn reverse<S: Sink>(&self, adjoint: f64, sink: &mut S) {
        let numbers = [self.left.primal(), self.right.primal(), self.y.primal()];
        let products = if S::LOOKS_AGAIN {
            let [a, b, y] = numbers;
            let partials = [F::left_partial(a, b, y), F::right_partial(a, b, y)];
            partials.map(|partial| partial * adjoint)
        } else {
            [
                left_product::<F>(numbers, adjoint, S::BY_RULE),
                right_product::<F>(numbers, adjoint, S::BY_RULE),
            ]
        };
        pass_on_both(&self.left, &self.right, products, sink);
    }

    fn take_apart(&self, parts: &mut TakingApart<'_>) -> Part {
        if !Self::IS_NODE {
            parts.skip(Self::STEPS);
            return Part::Number(self.primal());
        }
        let (left, right) = (self.left.take_apart(parts), self.right.take_apart(parts));
        let position = parts.next_position();
        Part::Node(parts.tape.binary_of_parts::<F>(left, right, position))
    }
}

/// Passes adjoints on to the sides that are nodes.
#[inline(always)]
pub(super) fn pass_on_both<L: Term, R: Term, S: Sink>(
    left: &L,
    right: &R,
    adjoints: [f64; 2],
    sink: &mut S,
) {
    if L::IS_NODE && L::IS_OPERAND {
        pass_on(left, adjoints[0], sink);
    }
    if R::IS_NODE {
        pass_on(right, adjoints[1], sink);
    }
    if L::IS_NODE && !L::IS_OPERAND {
        pass_on(left, adjoints[0], sink);
    }
}

macro_rules! operators {
    ($($Row:ident),*) => {$(
        impl Operator for row::$Row {
            type Term<L: Term, R: Term>
                = Binary<row::$Row, L, R>
            where
                L::Kept: Join<R::Kept>;

            #[inline(always)]
            fn apply<L: Term, R: Term>(left: L, right: R) -> Self::Term<L, R>
            where
                L::Kept: Join<R::Kept>,
            {
                Binary::new(left, right)
            }
        }
    )*};
}

operators! { Add, Sub, Mul, Div }
