//! What micrograd-core promises, one module for each promise.

// First, since its macros are the others'.
#[macro_use]
mod modes;

mod anomalies;
mod arithmetic;
mod backward;
mod conventions;
mod derivatives;
mod dot_products;
mod drawings;
mod dual_numbers;
mod edits;
mod function_conventions;
mod gradcheck;
mod graphs;
mod hessians;
mod higher_order;
mod identity_and_text;
mod jacobians;
mod leaf_arena;
mod leaf_lists;
mod linear_maps;
mod many_at_once;
mod memory;
mod nested_derivatives;
mod number_traits;
mod operation_cases;
mod panics;
mod random_programs;
mod scalars;
mod singular_chains;
mod singular_points;
mod statement_memory;
#[cfg(feature = "svg")]
mod svg_drawings;
mod tangent;
mod values_and_gradients;
