//! `target O= …` as a formula of its target and the operands of the right-hand side.

use super::arithmetic::Summary;
use super::formula::{NONE_STORED, base_slope, exponent_slope, power};
use super::{Adjoints, Arithmetic, Formula};
use crate::operations::{Binary, BinaryRow, Op, Outline, PartialsAre, Signature};
use crate::source::HERE;
use crate::tape::{Caller, Payload, PayloadMut, Site};
use std::marker::PhantomData;

/// The right-hand side alone, if it is an operand.
#[derive(Debug)]
pub enum Itself {}

impl Formula for Itself {
    const OUTLINE: Outline = Outline::new("", [0, 0], &[0], [false; 2], HERE.position());

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn value(x: &[f64], _: &mut [f64], _: Signature) -> f64 {
        x[0]
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn reverse(_: &[f64], _: &[f64], _: f64, adjoint: f64, passed: &mut [f64], _: Signature) {
        passed[0] = adjoint;
    }
}

/// `target O= A`.
#[derive(Debug)]
pub(crate) struct Assigned<O, A>(PhantomData<(O, A)>);

impl<O: BinaryRow, A> Assigned<O, A> {
    const IS_POWER: bool = matches!(O::OP, Binary::Pow);
}

/// Of the target's contribution, and behind it those of the right-hand side's operands.
impl<O: BinaryRow, A: Arithmetic> Arithmetic for Assigned<O, A> {
    const STORED: usize = A::STORED;
    const SUMMARY: Summary = Summary {
        operations: A::SUMMARY.operations + 1,
        has_quotient: A::SUMMARY.has_quotient || matches!(O::PARTIALS, PartialsAre::Quotients),
        is_regrouped: A::SUMMARY.is_regrouped,
        is_listed: A::SUMMARY.is_listed,
    };
    const ASSIGNED_BY: Option<Op> = O::OP.code().op();

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn here(site: &Site) -> Caller {
        A::here(site)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn store(site: &Site, stored: &[f64], payload: &mut impl PayloadMut, numbers: usize) {
        A::store(site, stored, payload, numbers);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn load(site: &Site, payload: &impl Payload, numbers: usize, stored: &mut [f64]) {
        A::load(site, payload, numbers, stored);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn add(site: &Site, passed: &[f64], adjoints: &mut impl Adjoints, before: usize) {
        adjoints.add(before, passed[0]);
        A::add(site, &passed[1..], adjoints, before + 1);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn value(site: &Site, x: &[f64], stored: &mut [f64], signature: Signature) -> f64 {
        let right = A::value(site, &x[1..], stored, signature.of_the_others());
        if Self::IS_POWER {
            power(x[0], right, signature.is_whole(1))
        } else {
            O::value(x[0], right)
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn reverse(
        site: &Site,
        x: &[f64],
        stored: &[f64],
        [y, adjoint]: [f64; 2],
        passed: &mut [f64],
        signature: Signature,
    ) {
        let others = signature.of_the_others();
        // Sums have constant partials, and need no right-hand side; it is an operand beside other operators.
        let right = if matches!(O::PARTIALS, PartialsAre::Constant) {
            f64::NAN
        } else {
            A::value(site, &x[1..], &mut { NONE_STORED }, others)
        };
        let partials = if Self::IS_POWER {
            [
                base_slope(x[0], right, y, signature.is_whole(1)),
                exponent_slope(x[0], right, y, signature.is_node(1)),
            ]
        } else {
            [
                O::left_partial(x[0], right, y),
                O::right_partial(x[0], right, y),
            ]
        };
        passed[0] = partials[0] * adjoint;
        let result = [right, partials[1] * adjoint];
        A::reverse(site, &x[1..], stored, result, &mut passed[1..], others);
    }
}
