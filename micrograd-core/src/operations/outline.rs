//! What a formula tells about itself besides its arithmetic.

use std::panic::Location;

/// The list of a formula's operations, how much it takes and keeps, and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Outline {
    pub(crate) list: &'static str,
    pub(crate) operations: usize,
    pub(crate) stored: usize,
    pub(crate) uses: &'static [usize],
    pub(crate) is_regrouped: bool,
    pub(crate) has_quotient: bool,
    pub(crate) here: &'static Location<'static>,
}

impl Outline {
    /// `list` is what [`Steps`](super::Steps) reads. The counts are those of operations, and of the numbers that are stored for the
    /// reverse. `uses` says which operand each contribution is for, in the order of a sweep over single operations; or else they are
    /// regrouped, and those for one operand stand side by side. The slope of a quotient may overflow where the slope times the adjoint
    /// does not. `here` is the position of the call that records the formula.
    #[must_use]
    pub const fn new(
        list: &'static str,
        [operations, stored]: [usize; 2],
        uses: &'static [usize],
        [is_regrouped, has_quotient]: [bool; 2],
        here: &'static Location<'static>,
    ) -> Self {
        Outline {
            list,
            operations,
            stored,
            uses,
            is_regrouped,
            has_quotient,
            here,
        }
    }
}
