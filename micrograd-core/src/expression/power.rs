//! `**` between two terms: with a whole exponent it is `powi`, which is exact at 0.

use super::operators::{JoinedNumber, joined, pass_on_both};
use super::{
    Join, Loader, NumberOf, Operator, Part, Saver, Sink, TakingApart, Term, Terms, pass_on,
};
use crate::operations::{BinaryRow, Number, Op, ParametricRow, product, row};
use crate::tape::Payload;

/// A term to the power of another one.
#[derive(Clone, Copy)]
pub struct Power<L: Term, R: Term>
where
    L::Kept: Join<R::Kept>,
{
    base: L,
    exponent: R,
    y: JoinedNumber<L, R>,
    /// ∂y/∂base and ∂y/∂exponent
    partials: [f64; 2],
}

impl<L: Term, R: Term> Power<L, R>
where
    L::Kept: Join<R::Kept>,
{
    #[inline(always)]
    fn new(base: L, exponent: R) -> Self {
        let [a, b] = joined(&base, &exponent);
        let y = if R::IS_INTEGER {
            row::Powi::value(a, exponent.primal())
        } else {
            row::Pow::value(a, b)
        };
        let (a, b) = (base.primal(), exponent.primal());
        let partials = if R::IS_INTEGER {
            [row::Powi::slope(a, b, y.primal()), f64::NAN]
        } else {
            [
                row::Pow::left_partial(a, b, y.primal()),
                row::Pow::right_partial(a, b, y.primal()),
            ]
        };
        Power {
            base,
            exponent,
            y,
            partials,
        }
    }

    const fn count(needed: bool) -> usize {
        if R::IS_INTEGER {
            L::STORED[1]
        } else if !Self::IS_NODE {
            0 // Powers of plain numbers are computed again.
        } else {
            let nodes = L::IS_NODE as usize + R::IS_NODE as usize;
            L::STORED[0] + R::STORED[0] + nodes + needed as usize
        }
    }

    const fn temporaries() -> u32 {
        L::TEMPORARIES[R::IS_INTEGER as usize] | R::TEMPORARIES[0]
    }
}

impl<L: Term, R: Term> Term for Power<L, R>
where
    L::Kept: Join<R::Kept>,
{
    type Kept = <L::Kept as Join<R::Kept>>::Output;
    type Assigned = Self::Kept;
    const IS_NODE: bool = L::IS_NODE || R::IS_NODE;
    const IS_OPERAND: bool = false;
    const IS_INTEGER: bool = false;
    const OP: Option<Op> = Some(if R::IS_INTEGER { Op::Powi } else { Op::Pow });
    const USES: usize = L::USES + R::USES;
    const STEPS: usize = L::STEPS + R::STEPS + 1;
    const HAS_QUOTIENT: bool = L::HAS_QUOTIENT || R::HAS_QUOTIENT;
    const STORED: [usize; 2] = [Self::count(false), Self::count(true)];
    const TEMPORARIES: [u32; 2] = [Self::temporaries(); 2];

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
        if R::IS_INTEGER {
            return self.base.store(true, saver);
        }
        if !Self::IS_NODE {
            return;
        }
        self.base.store(false, saver);
        self.exponent.store(false, saver);
        if L::IS_NODE {
            saver.number(self.partials[0]);
        }
        if R::IS_NODE {
            saver.number(self.partials[1]);
        }
        if needed {
            saver.number(self.primal());
        }
    }

    #[inline(always)]
    fn load<P: Payload, Os: Terms>(needed: bool, loader: &mut Loader<P, Os>) -> Self {
        if R::IS_INTEGER {
            let base = L::load(true, loader);
            return Power::new(base, R::load(false, loader));
        }
        let (base, exponent) = (L::load(false, loader), R::load(false, loader));
        if !Self::IS_NODE {
            return Power::new(base, exponent);
        }
        let mut stored = |is_stored| if is_stored { loader.stored() } else { f64::NAN };
        let partials = [stored(L::IS_NODE), stored(R::IS_NODE)];
        Power {
            base,
            exponent,
            y: stored(needed).into(),
            partials,
        }
    }

    #[inline(always)]
    fn with_result(self, result: f64) -> Self {
        Power {
            y: result.into(),
            ..self
        }
    }

    #[inline(always)]
    fn reverse<S: Sink>(&self, adjoint: f64, sink: &mut S) {
        if R::IS_INTEGER {
            let slope = row::Powi::slope(self.base.primal(), self.exponent.primal(), self.primal());
            return pass_on(&self.base, product(slope, adjoint, S::BY_RULE), sink);
        }
        let adjoints = (self.partials).map(|partial| product(partial, adjoint, S::BY_RULE));
        pass_on_both(&self.base, &self.exponent, adjoints, sink);
    }

    fn take_apart(&self, parts: &mut TakingApart<'_>) -> Part {
        if !Self::IS_NODE {
            parts.skip(Self::STEPS);
            return Part::Number(self.primal());
        }
        let base = self.base.take_apart(parts);
        let exponent = self.exponent.take_apart(parts);
        let position = parts.next_position();
        Part::Node(match exponent {
            Part::Integer(n) => {
                parts
                    .tape
                    .parametric::<row::Powi>(base.node(), f64::from(n), position)
            }
            _ => parts
                .tape
                .binary_of_parts::<row::Pow>(base, exponent, position),
        })
    }
}

impl Operator for row::Pow {
    type Term<L: Term, R: Term>
        = Power<L, R>
    where
        L::Kept: Join<R::Kept>;

    #[inline(always)]
    fn apply<L: Term, R: Term>(base: L, exponent: R) -> Power<L, R>
    where
        L::Kept: Join<R::Kept>,
    {
        Power::new(base, exponent)
    }
}
