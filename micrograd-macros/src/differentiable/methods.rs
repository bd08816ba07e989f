//! What a function calls as methods: rows of the table of operations, and what has no derivative.

pub(super) use crate::rows::{
    CLAMP_HIGH, CLAMP_LOW, DIVISION, Operation, POWER, Shape, SlopeFrom, WHOLE_POWER, operation_of,
    takes_whole_number,
};

/// Methods whose result has no derivative: lengths, questions, comparisons.
pub(super) fn is_without_derivative(method: &str) -> bool {
    matches!(
        method,
        "len"
            | "is_empty"
            | "capacity"
            | "is_nan"
            | "is_finite"
            | "is_infinite"
            | "is_normal"
            | "is_sign_negative"
            | "is_sign_positive"
            | "total_cmp"
            | "partial_cmp"
            | "eq"
            | "ne"
            | "lt"
            | "le"
            | "gt"
            | "ge"
    )
}

/// Methods of lists that write to them.
pub(super) fn writes(method: &str) -> bool {
    matches!(
        method,
        "push" | "fill" | "copy_from_slice" | "clone_from_slice"
    )
}

/// Methods whose result stays the same list.
pub(super) fn copies(method: &str) -> bool {
    matches!(
        method,
        "clone" | "to_vec" | "to_owned" | "as_slice" | "into_iter"
    )
}

/// Methods of what has no derivative that only look, at little cost: the way back may call them again.
pub(super) fn reads(method: &str) -> bool {
    matches!(
        method,
        "len"
            | "is_empty"
            | "abs_diff"
            | "pow"
            | "rem_euclid"
            | "div_euclid"
            | "div_ceil"
            | "wrapping_add"
            | "wrapping_sub"
            | "wrapping_mul"
            | "saturating_add"
            | "saturating_sub"
            | "saturating_mul"
            | "is_multiple_of"
            | "is_some"
            | "is_none"
            | "contains"
            | "get"
            | "first"
            | "last"
            | "min"
            | "max"
            | "clamp"
            | "abs"
            | "signum"
            | "iter"
            | "chunks"
            | "windows"
            | "zip"
            | "enumerate"
            | "rev"
            | "copied"
            | "cloned"
            | "as_str"
            | "as_ref"
            | "unsigned_abs"
            | "unwrap"
            | "unwrap_or"
            | "is_nan"
    )
}

/// Steps that have no row: their derivative is 0 where there is one.
pub(super) fn is_a_step(method: &str) -> bool {
    matches!(method, "div_euclid" | "round_ties_even" | "to_bits")
}

/// What iterators are made of.
pub(super) fn is_of_iterators(method: &str) -> bool {
    matches!(
        method,
        "iter"
            | "iter_mut"
            | "map"
            | "sum"
            | "product"
            | "fold"
            | "filter"
            | "collect"
            | "for_each"
            | "zip"
            | "enumerate"
            | "rev"
            | "reduce"
            | "flat_map"
            | "any"
            | "all"
            | "scan"
            | "take_while"
            | "min_by"
            | "max_by"
            | "position"
            | "last"
            | "first"
            | "get"
            | "chunks"
            | "windows"
    )
}
