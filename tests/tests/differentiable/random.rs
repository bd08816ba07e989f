//! Random functions under `#[differentiable]`: their derivatives are those of the tape.

// The functions are what a generator comes up with.
#![allow(warnings, clippy::all, clippy::pedantic)]

mod functions;
mod generator;

use std::path::Path;

const FUNCTIONS: usize = 24;

#[test]
fn random_functions_have_the_tapes_gradients() {
    crate::checks::where_branches_may_change(|| {
        for (x, y) in [(0.37, 1.21), (-1.3, 0.45), (2.1, -0.8), (0.9, 1.95)] {
            for n in [0, 1, 4] {
                functions::check_all(x, y, &[0.31, -1.7, 0.83], n);
            }
        }
    });
}

#[test]
fn the_functions_are_those_of_the_generator() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/differentiable/random/functions.rs");
    let written = generator::module(2026, FUNCTIONS);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, written).expect("the file can be written");
    } else {
        let kept = std::fs::read_to_string(&path).expect("the file can be read");
        assert!(kept == written, "BLESS=1 renews the functions");
    }
}
