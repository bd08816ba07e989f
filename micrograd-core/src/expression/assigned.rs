//! `target O= …` as a formula of its target and the operands of the right-hand side.

use super::Formula;
use super::formula::{MOST_STORED, MOST_USES, base_slope, exponent_slope, power};
use crate::operations::{Binary, BinaryRow, Kinds, Op, PartialsAre, Steps};
use std::marker::PhantomData;

/// The right-hand side alone, if it is an operand.
#[derive(Debug)]
pub enum Itself {}

impl Formula for Itself {
    const OPERANDS: usize = 1;
    const OPERATIONS: usize = 0;
    const STORED: usize = 0;
    const USES: &'static [usize] = &[0];
    const HAS_QUOTIENT: bool = false;

    fn steps() -> &'static Steps {
        static STEPS: Steps = Steps::new("");
        &STEPS
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn value(x: &[f64], _: &mut [f64], _: Kinds) -> f64 {
        x[0]
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn reverse(_: &[f64], _: &[f64], _: f64, adjoint: f64, passed: &mut [f64], _: Kinds) {
        passed[0] = adjoint;
    }
}

/// `target O= S`.
#[derive(Debug)]
pub(crate) struct Assigned<O, S>(PhantomData<(O, S)>);

/// The target, and behind it the uses of the right-hand side's operands.
const fn uses<S: Formula>() -> [usize; MOST_USES] {
    let mut uses = [0; MOST_USES];
    let mut use_ = 0;
    while use_ < S::USES.len() {
        uses[use_ + 1] = S::USES[use_] + 1;
        use_ += 1;
    }
    uses
}

impl<O: BinaryRow, S: Formula> Assigned<O, S> {
    const ALL_USES: [usize; MOST_USES] = uses::<S>();
    const IS_POWER: bool = matches!(O::OP, Binary::Pow);
}

impl<O: BinaryRow, S: Formula> Formula for Assigned<O, S> {
    const OPERANDS: usize = S::OPERANDS + 1;
    const OPERATIONS: usize = S::OPERATIONS + 1;
    const STORED: usize = S::STORED;
    const USES: &'static [usize] = Self::ALL_USES.split_at(S::USES.len() + 1).0;
    const HAS_QUOTIENT: bool = S::HAS_QUOTIENT || matches!(O::PARTIALS, PartialsAre::Quotients);
    const ASSIGNED_BY: Option<Op> = O::OP.code().op();

    fn steps() -> &'static Steps {
        S::steps()
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn value(x: &[f64], stored: &mut [f64], kinds: Kinds) -> f64 {
        let right = S::value(&x[1..], stored, kinds.of_the_others());
        if Self::IS_POWER {
            power(x[0], right, kinds.is_whole(1))
        } else {
            O::value(x[0], right)
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn reverse(x: &[f64], stored: &[f64], y: f64, adjoint: f64, passed: &mut [f64], kinds: Kinds) {
        let others = kinds.of_the_others();
        // Sums have constant partials, and need no right-hand side; it is an operand beside other operators.
        let right = if matches!(O::PARTIALS, PartialsAre::Constant) {
            f64::NAN
        } else {
            S::value(&x[1..], &mut [0.0; MOST_STORED], others)
        };
        let partials = if Self::IS_POWER {
            [
                base_slope(x[0], right, y, kinds.is_whole(1)),
                exponent_slope(x[0], right, y, kinds.is_node(1)),
            ]
        } else {
            [
                O::left_partial(x[0], right, y),
                O::right_partial(x[0], right, y),
            ]
        };
        passed[0] = partials[0] * adjoint;
        S::reverse(
            &x[1..],
            stored,
            right,
            partials[1] * adjoint,
            &mut passed[1..],
            others,
        );
    }
}
