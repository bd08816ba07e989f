//! The procedural macros behind `grad!` and `micrograd!`.
//!
//! Use them through `micrograd-core`, whose fronts hand over the path of the crate that the expansion calls.
//! Tokens become a syntax tree (`parse`), with every mistake collected on the way (`diagnostics`), and the tree
//! becomes graph-building calls (`expand`).

mod angle_brackets;
mod angle_calls;
mod cursor;
mod diagnostics;
mod expand;
mod grad;
mod micrograd;
mod operators;
mod parse;
mod source_text;
mod syntax;

#[cfg(test)]
mod snapshot_tests;
#[cfg(test)]
mod unfinished_input_tests;

use proc_macro::TokenStream;

/// Expands the body of `grad!`, preceded by the path of the core crate in brackets.
#[doc(hidden)]
#[proc_macro]
pub fn grad_expand(input: TokenStream) -> TokenStream {
    grad::expand(input.into()).into()
}

/// Expands the body of `micrograd!`, preceded by the path of the core crate in brackets.
#[doc(hidden)]
#[proc_macro]
pub fn micrograd_expand(input: TokenStream) -> TokenStream {
    micrograd::expand(input.into()).into()
}
