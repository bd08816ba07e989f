//! What the expansion of a statement promises.

/// The right to make a [`Site`](crate::tape::Site). Nothing is recorded as a statement without a site, so that all promises of an expansion are
/// made here. The expansion makes them by an `unsafe impl`, not in a block: clippy would count a block as the user's own.
///
/// # Safety
///
/// Who has the right makes one site, and gives it to one expression in the source. That is the expansion of one statement of
/// `grad!`:
/// - the kinds of its operands decide with which types it is recorded;
/// - its formula is its own, and does arithmetic only;
/// - an [`Intermediate`](crate::value::Intermediate) is visible to its block's expansion only, from its statement to its last use;
///   between them nothing runs but statements on variables, whose sites are in place.
pub unsafe trait Expanded {
    /// What computes it: the formula that the macro wrote, or the list of its operations.
    type Arithmetic;
}
