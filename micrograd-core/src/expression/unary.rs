//! Functions of one term, and unary minus.

use super::{Loader, NumberOf, Part, Saver, TakingApart, Term, Terms, pass_on};
use crate::operations::{Op, SlopeIs, UnaryRow};
use crate::tape::Sweep;
use std::marker::PhantomData;

/// A function of a term.
#[derive(Clone, Copy)]
pub struct Unary<F, X: Term> {
    x: X,
    y: NumberOf<X>,
    /// ∂y/∂x, once it has been loaded.
    slope: f64,
    function: PhantomData<F>,
}

impl<F: UnaryRow, X: Term> Unary<F, X> {
    #[inline(always)]
    pub(crate) fn new(x: X) -> Self {
        Unary {
            x,
            y: F::value(x.number()),
            slope: f64::NAN,
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
        let own = match F::SLOPE {
            SlopeIs::Stored => X::IS_NODE as usize + needed as usize,
            SlopeIs::Computed | SlopeIs::Constant => 0,
        };
        own + X::STORED[Self::needs_x(needed) as usize]
    }
}

impl<F: UnaryRow, X: Term> Term for Unary<F, X> {
    type Kept = X::Kept;
    type Assigned = X::Kept;
    const IS_NODE: bool = X::IS_NODE;
    const IS_OPERAND: bool = false;
    const IS_INTEGER: bool = false;
    const OP: Option<Op> = F::OP.code().op();
    const STEPS: usize = X::STEPS + 1;
    const STORED: [usize; 2] = [Self::count(false), Self::count(true)];

    #[inline(always)]
    fn number(&self) -> NumberOf<X> {
        self.y
    }

    #[inline(always)]
    fn primal(&self) -> f64 {
        crate::operations::Number::primal(self.y)
    }

    #[inline(always)]
    fn store(&self, needed: bool, saver: &mut Saver<'_>) {
        self.x.store(Self::needs_x(needed), saver);
        if F::SLOPE == SlopeIs::Stored {
            if X::IS_NODE {
                saver.number(F::slope(self.x.primal(), self.primal()));
            }
            if needed {
                saver.number(self.primal());
            }
        }
    }

    #[inline(always)]
    fn load<Os: Terms>(needed: bool, loader: &mut Loader<'_, Os>) -> Self {
        let x = X::load(Self::needs_x(needed), loader);
        if F::SLOPE == SlopeIs::Stored {
            let slope = if X::IS_NODE {
                loader.stored()
            } else {
                f64::NAN
            };
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
    fn reverse(&self, adjoint: f64, sweep: &mut Sweep<'_>) {
        let slope = match F::SLOPE {
            SlopeIs::Stored => self.slope,
            SlopeIs::Computed | SlopeIs::Constant => F::slope(self.x.primal(), self.primal()),
        };
        pass_on(&self.x, slope * adjoint, sweep);
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
