//! How a statement is computed: by the formula that the macro wrote, which is fast, or by the list of its operations, which compiles
//! quickly.
//!
//! Release builds have a copy of the engine's part for each formula. In debug builds the macro writes lists, and all statements on
//! operands of the same types share one copy.

use super::each::each_below;
use super::{Formula, Itself};
use crate::operations::{Op, Signature};
use crate::tape::{Caller, KnownStatements, NodeId, Payload, PayloadMut, Site, Sweep};

/// The adjoints of the operands of a statement.
#[doc(hidden)]
pub trait Adjoints {
    /// Adds to that of an operand.
    fn add(&mut self, operand: usize, adjoint: f64);
}

/// What an arithmetic is made of.
#[derive(Clone, Copy, Debug)]
pub struct Summary {
    /// Besides those that are only listed.
    pub(super) operations: usize,
    /// Among the same.
    pub(super) has_quotient: bool,
    /// Whether what it passes on is in another order than in a sweep over single operations.
    pub(super) is_regrouped: bool,
    /// Whether some of its operations are known from the list at its site alone.
    pub(super) is_listed: bool,
}

// No method is generic: rustc compiles them once, and not for each statement.
impl Summary {
    /// How many operations there are in all.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn operations(self, site: &Site) -> usize {
        let listed = self.is_listed.then(|| site.steps().all().len());
        self.operations + listed.unwrap_or(0)
    }

    /// Whether there is a quotient among them.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn has_quotient(self, site: &Site) -> bool {
        self.has_quotient || self.is_listed && site.steps().has_quotient()
    }

    /// The site of the statement with this result, if it has a list there: otherwise any will do.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn site(
        self,
        sweep: &Sweep<'_>,
        statements: &KnownStatements,
        result: NodeId,
    ) -> &'static Site {
        static NOWHERE: Site = Site::of_library::<Itself>();
        if self.is_listed {
            sweep.statement_of(statements, result).site
        } else {
            &NOWHERE
        }
    }
}

/// The arithmetic of the statement that is recorded at a site.
pub trait Arithmetic {
    /// How many numbers it stores for its reverse.
    const STORED: usize;

    /// What it is made of.
    const SUMMARY: Summary;

    /// The operator that assigns the result of its steps to its first operand.
    const ASSIGNED_BY: Option<Op> = None;

    /// Where the call that records it stands.
    #[doc(hidden)]
    fn here(site: &Site) -> Caller;

    /// Keeps what it stores for its reverse, after so many numbers.
    #[doc(hidden)]
    fn store(site: &Site, stored: &[f64], payload: &mut impl PayloadMut, numbers: usize);

    /// Reads the same.
    #[doc(hidden)]
    fn load(site: &Site, payload: &impl Payload, numbers: usize, stored: &mut [f64]);

    /// Adds what is passed on to the adjoints of its operands, of which so many come before.
    #[doc(hidden)]
    fn add(site: &Site, passed: &[f64], adjoints: &mut impl Adjoints, before: usize);

    /// The result, and what its reverse wants stored.
    fn value(site: &Site, x: &[f64], stored: &mut [f64], signature: Signature) -> f64;

    /// What is passed on; `result` is the result and its adjoint.
    fn reverse(
        site: &Site,
        x: &[f64],
        stored: &[f64],
        result: [f64; 2],
        passed: &mut [f64],
        signature: Signature,
    );
}

/// What the type says: constants, before LLVM sees them.
impl<S: Formula> Arithmetic for S {
    const STORED: usize = S::OUTLINE.stored;
    const SUMMARY: Summary = Summary {
        operations: S::OUTLINE.operations,
        has_quotient: S::OUTLINE.has_quotient,
        is_regrouped: S::OUTLINE.is_regrouped,
        is_listed: false,
    };

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn here(_: &Site) -> Caller {
        const { S::OUTLINE.here }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn store(_: &Site, stored: &[f64], payload: &mut impl PayloadMut, numbers: usize) {
        each_below!(S::OUTLINE.stored, |k| {
            payload.set_number(numbers + k, stored[k]);
        });
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn load(_: &Site, payload: &impl Payload, numbers: usize, stored: &mut [f64]) {
        each_below!(S::OUTLINE.stored, |k| {
            stored[k] = payload.number(numbers + k);
        });
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn add(_: &Site, passed: &[f64], adjoints: &mut impl Adjoints, before: usize) {
        let uses = const { S::OUTLINE.uses };
        each_below!(
            S::OUTLINE.uses.len(),
            [0 1 2 3 4 5 6 7],
            |k| adjoints.add(before + uses[k], passed[k]),
            if const { S::OUTLINE.uses.len() > 8 } {
                add_further::<S>(passed, adjoints, before);
            }
        );
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn value(_: &Site, x: &[f64], stored: &mut [f64], signature: Signature) -> f64 {
        S::value(x, stored, signature)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn reverse(
        _: &Site,
        x: &[f64],
        stored: &[f64],
        [y, adjoint]: [f64; 2],
        passed: &mut [f64],
        signature: Signature,
    ) {
        S::reverse(x, stored, y, adjoint, passed, signature);
    }
}

/// The same for contributions of which eight come before.
#[cfg_attr(not(debug_assertions), inline(always))]
fn add_further<S: Formula>(passed: &[f64], adjoints: &mut impl Adjoints, before: usize) {
    let uses = const { S::OUTLINE.uses };
    each_below!(
        S::OUTLINE.uses.len(),
        [8 9 10 11 12 13 14 15],
        |k| adjoints.add(before + uses[k], passed[k]),
        for k in 16..uses.len() {
            adjoints.add(before + uses[k], passed[k]);
        }
    );
}

/// What the list at the site says. The reverse computes everything again: nothing is stored.
#[derive(Debug)]
pub enum Listed {}

impl Arithmetic for Listed {
    const STORED: usize = 0;
    const SUMMARY: Summary = Summary {
        operations: 0,
        has_quotient: false,
        is_regrouped: false,
        is_listed: true,
    };

    fn here(site: &Site) -> Caller {
        site.here()
    }

    fn store(_: &Site, _: &[f64], _: &mut impl PayloadMut, _: usize) {}

    fn load(_: &Site, _: &impl Payload, _: usize, _: &mut [f64]) {}

    fn add(site: &Site, passed: &[f64], adjoints: &mut impl Adjoints, before: usize) {
        for (&operand, &adjoint) in site.steps().uses().iter().zip(passed) {
            adjoints.add(before + operand, adjoint);
        }
    }

    fn value(site: &Site, x: &[f64], _: &mut [f64], signature: Signature) -> f64 {
        site.steps().value(x, signature)
    }

    fn reverse(
        site: &Site,
        x: &[f64],
        _: &[f64],
        [_, adjoint]: [f64; 2],
        passed: &mut [f64],
        signature: Signature,
    ) {
        site.steps().reverse(x, adjoint, passed, signature);
    }
}
