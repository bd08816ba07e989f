//! What `#[differentiable]` promises: each function against its twin on the tape.

// The functions are written in every way that Rust allows, also in those that clippy advises against.
#![allow(clippy::all, clippy::pedantic)]
// Names in scripts of all kinds: these lints are of whole programs.
#![allow(mixed_script_confusables, uncommon_codepoints)]

mod apply;
mod calls;
mod checks;
mod control_flow;
mod exits;
mod filled;
mod functions;
mod language;
mod lists;
mod names;
mod own_derivative;
mod plain;
mod random;
mod singular_points;
