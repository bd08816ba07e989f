//! The fronts of the proc macros; they pass `$crate` on, so that paths hold through re-exports
//! and renamed dependencies.

/// Ordinary arithmetic on values, without `&` and `.clone()`.
#[macro_export]
macro_rules! grad {
    ($($tokens:tt)*) => {
        $crate::__macro_support::grad_expand! { [$crate] $($tokens)* }
    };
}

/// Plain Rust in which `grad!< … >` may be written with angle brackets.
#[macro_export]
macro_rules! micrograd {
    ($($tokens:tt)*) => {
        $crate::__macro_support::micrograd_expand! { [$crate] $($tokens)* }
    };
}
