//! The procedural macros behind `grad!`, `micrograd!` and `#[derive(Module)]`.
//!
//! Use the first two through `micrograd-core`, whose fronts hand over the path of the crate that the expansion calls,
//! and the derive through `micrograd-nn`. The tokens of `grad!` become a syntax tree (`parse`), with every mistake
//! collected on the way (`diagnostics`), and the tree becomes graph-building calls (`expand`).

mod angle_brackets;
mod angle_calls;
mod cursor;
mod derive_module;
mod diagnostics;
mod differentiable;
mod expand;
mod formula;
mod grad;
mod micrograd;
mod operators;
mod parse;
mod rows;
mod source_text;
mod syntax;

#[cfg(test)]
mod snapshot_tests;
#[cfg(test)]
mod unfinished_input_tests;

use expand::Statements;
use proc_macro::TokenStream;

/// Expands the body of `grad!`, preceded by the path of the core crate in brackets. Statements become lists of operations, which
/// core goes through: they compile quickly.
#[doc(hidden)]
#[proc_macro]
pub fn grad_expand(input: TokenStream) -> TokenStream {
    grad::expand(input.into(), Statements::Listed).into()
}

/// The same with each statement and its reverse as code.
#[doc(hidden)]
#[proc_macro]
pub fn grad_compiled_expand(input: TokenStream) -> TokenStream {
    grad::expand(input.into(), Statements::Compiled).into()
}

/// `[path of core] Name(x, y): arithmetic`: the formula of that arithmetic.
#[doc(hidden)]
#[proc_macro]
pub fn formula_expand(input: TokenStream) -> TokenStream {
    grad::expand_formula(input.into()).into()
}

/// Expands the body of `micrograd!`, preceded by the path of the core crate in brackets.
#[doc(hidden)]
#[proc_macro]
pub fn micrograd_expand(input: TokenStream) -> TokenStream {
    micrograd::expand(input.into()).into()
}

#[allow(missing_docs)] // Its documentation stands where users find it, in core.
#[proc_macro_attribute]
pub fn differentiable(options: TokenStream, item: TokenStream) -> TokenStream {
    differentiable::expand(options.into(), item.into()).into()
}

/// A struct or an enum whose fields are modules is a module.
///
/// The parameters are those of the fields, in their order, each under its field's name; a tuple's fields are called
/// `0`, `1`, …. A field may be anything that is a `Module`: a `Value`, another module, or a `Vec`, an array, an
/// `Option`, a `Box` or a tuple of modules. Of an enum, the fields of the variant that is there count; the variant's
/// name does not appear. Type parameters that stand in a field's type are bound by `Module`.
///
/// `#[module(skip)]` on a field leaves it out: sizes, names, options. `#[module(crate = path)]` on the type says where
/// micrograd-nn is found if that is not `::micrograd_nn`.
///
/// Use it as `micrograd_nn::Module`, where the trait of that name stands as well.
#[proc_macro_derive(Module, attributes(module))]
pub fn derive_module(input: TokenStream) -> TokenStream {
    derive_module::expand(input.into()).into()
}
