//! `twins!` writes plain Rust functions down twice: as they are, and over the tape's numbers.
//!
//! What is written for the tape is the same text, with `Taped` in the place of `f64` and around each literal. So a
//! derivative of `#[differentiable]` is compared with that of the tape statement by statement.

mod checks;
mod taped;

use proc_macro::TokenStream;
use quote::quote;
use syn::{File, Item};

/// The functions; `taped::f`, the same over the tape; and `check::f(arguments)`, which compares each that is marked
/// `#[differentiable]` with its twin, with differences, and its derivatives with each other.
#[proc_macro]
pub fn twins(input: TokenStream) -> TokenStream {
    let file = match syn::parse::<File>(input) {
        Ok(file) => file,
        Err(error) => return error.into_compile_error().into(),
    };
    let items = &file.items;
    let taped = items.iter().cloned().map(taped::item);
    let checks = items.iter().filter_map(|item| match item {
        Item::Fn(function) => checks::of(function),
        _ => None,
    });
    quote! {
        #(#items)*

        #[allow(warnings, clippy::all, clippy::pedantic)]
        mod taped {
            use crate::checks::Taped;
            #[allow(unused_imports)]
            use super::*;
            #(#taped)*
        }

        #[allow(warnings, clippy::all, clippy::pedantic)]
        mod check {
            #[allow(unused_imports)]
            use super::*;
            use crate::checks::{self, Shape};
            #(#checks)*
        }
    }
    .into()
}
