//! Functions of one term, and unary minus.

use super::{Loader, NumberOf, Part, Saver, Sink, TakingApart, Term, Terms, pass_on};
use crate::operations::{Number, Op, SlopeIs, UnaryRow, product};
use crate::tape::Payload;
use std::marker::PhantomData;

/// A function of a term.
#[derive(Clone, Copy)]
pub struct Unary<F, X: Term> {
    x: X,
    y: NumberOf<X>,
    /// ∂y/∂x
    slope: f64,
    function: PhantomData<F>,
}

impl<F: UnaryRow, X: Term> Unary<F, X> {
    #[inline(always)]
    pub(crate) fn new(x: X) -> Self {
        let y = F::value(x.number());
        Unary {
            x,
            y,
            slope: F::slope(x.primal(), y.primal()),
            function: PhantomData,
        }
    }

    /// Whether the operand's value is needed in the reverse sweep.
    #[inline(always)]
    const fn needs_x(needed: bool) -> bool {
        match F::SLOPE {
            SlopeIs::Stored => false,
            SlopeIs::Computed => X::IS_NODE || needed,
            SlopeIs::Constant => needed,
        }
    }

    const fn count(needed: bool) -> usize {
        if !X::IS_NODE {
            return 0; // Functions of plain numbers are computed again.
        }
        let own = match F::SLOPE {
            SlopeIs::Stored => 1 + needed as usize,
            SlopeIs::Computed | SlopeIs::Constant => 0,
        };
        own + X::STORED[Self::needs_x(needed) as usize]
    }

    const fn temporaries(needed: bool) -> u32 {
        X::TEMPORARIES[Self::needs_x(needed) as usize]
    }
}

impl<F: UnaryRow, X: Term> Term for Unary<F, X> {
    type Kept = X::Kept;
    type Assigned = X::Kept;
    const IS_NODE: bool = X::IS_NODE;
    const IS_OPERAND: bool = false;
    const IS_INTEGER: bool = false;
    const OP: Option<Op> = F::OP.code().op();
    const USES: usize = X::USES;
    const STEPS: usize = X::STEPS + 1;
    const HAS_QUOTIENT: bool = X::HAS_QUOTIENT;
    const STORED: [usize; 2] = [Self::count(false), Self::count(true)];
    const TEMPORARIES: [u32; 2] = [Self::temporaries(false), Self::temporaries(true)];

    #[inline(always)]
    fn number(&self) -> NumberOf<X> {
        self.y
    }

    #[inline(always)]
    fn primal(&self) -> f64 {
        self.y.primal()
    }

    #[inline(always)]
    fn store(&self, needed: bool, saver: &mut Saver<'_>) {
        if !X::IS_NODE {
            return;
        }
        self.x.store(Self::needs_x(needed), saver);
        if F::SLOPE == SlopeIs::Stored {
            saver.number(self.slope);
            if needed {
                saver.number(self.primal());
            }
        }
    }

    #[inline(always)]
    fn load<P: Payload, Os: Terms>(needed: bool, loader: &mut Loader<P, Os>) -> Self {
        let x = X::load(Self::needs_x(needed), loader);
        if X::IS_NODE && F::SLOPE == SlopeIs::Stored {
            let slope = loader.stored();
            let y = if needed { loader.stored() } else { f64::NAN };
            return Unary {
                x,
                y: y.into(),
                slope,
                function: PhantomData,
            };
        }
        Unary::new(x)
    }

    #[inline(always)]
    fn with_result(self, result: f64) -> Self {
        Unary {
            y: result.into(),
            ..self
        }
    }

    #[inline(always)]
    fn reverse<S: Sink>(&self, adjoint: f64, sink: &mut S) {
        let slope = match F::SLOPE {
            SlopeIs::Stored => self.slope,
            SlopeIs::Computed | SlopeIs::Constant => F::slope(self.x.primal(), self.primal()),
        };
        pass_on(&self.x, product(slope, adjoint, S::BY_RULE), sink);
    }

    fn take_apart(&self, parts: &mut TakingApart<'_>) -> Part {
        if !Self::IS_NODE {
            parts.skip(Self::STEPS);
            return Part::Number(self.primal());
        }
        let x = self.x.take_apart(parts).node();
        let position = parts.next_position();
        Part::Node(parts.tape.unary::<F>(x, position))
    }
}
