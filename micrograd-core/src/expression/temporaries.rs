//! `let` inside of a statement: a part that has a name, and stands wherever the name does.
//!
//! Its adjoint is summed in a register, and passed on when the rest of the statement has been: that is when a sweep over
//! single operations would reach it.

use super::{Kept, Loader, NumberOf, Part, Saver, Sink, TakingApart, Term, Terms, pass_on};
use crate::operations::{Number, Op};
use crate::tape::{NodeId, Payload};

/// A statement has no more temporaries.
pub(super) const MOST_TEMPORARIES: usize = 8;

/// The temporary with the number `J`, wherever its name stands.
#[derive(Debug)]
pub struct Temporary<const J: usize, K: Kept> {
    number: K::Number,
}

impl<const J: usize, K: Kept> Clone for Temporary<J, K> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<const J: usize, K: Kept> Copy for Temporary<J, K> {}

impl<const J: usize, K: Kept> Temporary<J, K> {
    #[inline(always)]
    pub(super) fn new(number: K::Number) -> Self {
        Temporary { number }
    }
}

impl<const J: usize, K: Kept> Term for Temporary<J, K> {
    type Kept = K;
    type Assigned = K;
    const IS_NODE: bool = K::IS_NODE;
    /// It is recorded before what uses it.
    const IS_OPERAND: bool = true;
    const IS_INTEGER: bool = false;
    const OP: Option<Op> = None;
    const USES: usize = 0;
    const STEPS: usize = 0;
    const HAS_QUOTIENT: bool = false;
    const STORED: [usize; 2] = [0; 2];
    const TEMPORARIES: [u32; 2] = [0, 1 << J];

    #[inline(always)]
    fn number(&self) -> K::Number {
        self.number
    }

    #[inline(always)]
    fn primal(&self) -> f64 {
        self.number.primal()
    }

    #[inline(always)]
    fn store(&self, _: bool, _: &mut Saver<'_>) {}

    #[inline(always)]
    fn load<P: Payload, Os: Terms>(_: bool, loader: &mut Loader<P, Os>) -> Self {
        Temporary::new(loader.temporary(J).into())
    }

    #[inline(always)]
    fn with_result(self, _: f64) -> Self {
        self
    }

    #[inline(always)]
    fn reverse<S: Sink>(&self, adjoint: f64, sink: &mut S) {
        if K::IS_NODE {
            sink.add_to_temporary(J, adjoint);
        }
    }

    fn take_apart(&self, parts: &mut TakingApart<'_>) -> Part {
        parts.temporaries[J]
    }
}

/// `let` the temporary with the number `J` be a term, in another one.
#[derive(Clone, Copy, Debug)]
pub struct Let<const J: usize, X, B> {
    x: X,
    body: B,
}

impl<const J: usize, X: Term, B: Term> Let<J, X, B> {
    #[inline(always)]
    pub(super) fn new(x: X, body: B) -> Self {
        const { assert!(J < MOST_TEMPORARIES) };
        Let { x, body }
    }

    const fn needs_x(needed: bool) -> bool {
        B::TEMPORARIES[needed as usize] >> J & 1 == 1
    }

    const fn count(needed: bool) -> usize {
        X::STORED[Self::needs_x(needed) as usize] + B::STORED[needed as usize]
    }

    const fn temporaries(needed: bool) -> u32 {
        X::TEMPORARIES[Self::needs_x(needed) as usize] | B::TEMPORARIES[needed as usize]
    }
}

impl<const J: usize, X: Term, B: Term> Term for Let<J, X, B> {
    type Kept = B::Kept;
    type Assigned = B::Assigned;
    const IS_NODE: bool = B::IS_NODE;
    const IS_OPERAND: bool = false;
    const IS_INTEGER: bool = false;
    const OP: Option<Op> = B::OP;
    const USES: usize = X::USES + B::USES;
    const STEPS: usize = X::STEPS + B::STEPS;
    const HAS_QUOTIENT: bool = X::HAS_QUOTIENT || B::HAS_QUOTIENT;
    const STORED: [usize; 2] = [Self::count(false), Self::count(true)];
    const TEMPORARIES: [u32; 2] = [Self::temporaries(false), Self::temporaries(true)];

    #[inline(always)]
    fn number(&self) -> NumberOf<B> {
        self.body.number()
    }

    #[inline(always)]
    fn primal(&self) -> f64 {
        self.body.primal()
    }

    #[inline(always)]
    fn store(&self, needed: bool, saver: &mut Saver<'_>) {
        self.x.store(Self::needs_x(needed), saver);
        self.body.store(needed, saver);
    }

    #[inline(always)]
    fn load<P: Payload, Os: Terms>(needed: bool, loader: &mut Loader<P, Os>) -> Self {
        let x = X::load(Self::needs_x(needed), loader);
        loader.set_temporary(J, x.primal());
        let body = B::load(needed, loader);
        Let { x, body }
    }

    #[inline(always)]
    fn with_result(self, result: f64) -> Self {
        let body = self.body.with_result(result);
        Let { body, ..self }
    }

    #[inline(always)]
    fn reverse<S: Sink>(&self, adjoint: f64, sink: &mut S) {
        let mut within = Within::<J, S> { sink, adjoint: 0.0 };
        self.body.reverse(adjoint, &mut within);
        let adjoint = within.adjoint;
        if X::IS_NODE {
            pass_on(&self.x, adjoint, sink);
        }
    }

    fn take_apart(&self, parts: &mut TakingApart<'_>) -> Part {
        let x = self.x.take_apart(parts);
        debug_assert!(parts.temporaries.len() == J, "they are bound in order");
        parts.temporaries.push(x);
        self.body.take_apart(parts)
    }
}

/// What the term that uses the temporary with the number `J` passes on.
struct Within<'a, const J: usize, S> {
    sink: &'a mut S,
    /// Of the temporary.
    adjoint: f64,
}

impl<const J: usize, S: Sink> Sink for Within<'_, J, S> {
    const BY_RULE: bool = S::BY_RULE;
    const LOOKS_AGAIN: bool = S::LOOKS_AGAIN;

    #[inline(always)]
    fn add(&mut self, number: usize, operand: NodeId, adjoint: f64) {
        self.sink.add(number, operand, adjoint);
    }

    #[inline(always)]
    fn add_to_temporary(&mut self, temporary: usize, adjoint: f64) {
        if temporary == J {
            self.adjoint += adjoint;
        } else {
            self.sink.add_to_temporary(temporary, adjoint);
        }
    }
}
