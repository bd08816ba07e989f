//! The pieces of a formula's functions, as text: rustc reads one text faster than the same tokens one by one.

use super::Argument;
use proc_macro2::TokenStream;

/// The name that core's support has in an expansion.
pub(crate) const SUPPORT: &str = "__grad";

/// Text of this macro as tokens.
pub(crate) fn tokens_of(text: &str) -> TokenStream {
    if proc_macro::is_available() {
        // proc_macro2 would read the text twice: once to see whether it can be read.
        let tokens: Result<proc_macro::TokenStream, _> = text.parse();
        return tokens.expect("the macro writes Rust").into();
    }
    text.parse().expect("the macro writes Rust")
}

/// Whether an exponent has a derivative; of an operand, its type says it.
pub(super) fn is_node(exponent: Argument) -> String {
    match exponent {
        Argument::Operand(operand) => format!("signature.is_node({operand})"),
        _ => "true".to_string(),
    }
}

pub(super) fn argument(argument: Argument) -> String {
    match argument {
        Argument::Operand(operand) => format!("x{operand}"),
        Argument::Result(result) => format!("t{result}"),
        Argument::Number(number) => literal(number),
        Argument::Whole(number) => literal(f64::from(number)),
    }
}

/// Whether an exponent is a whole number; of an operand, its type says it.
pub(super) fn is_whole(exponent: Argument) -> String {
    match exponent {
        Argument::Whole(_) => "true".to_string(),
        Argument::Number(_) | Argument::Result(_) => "false".to_string(),
        Argument::Operand(operand) => format!("signature.is_whole({operand})"),
    }
}

/// Whether a function belongs to the statement, where the type of its operand says it.
pub(super) fn is_applied(is_call: bool, x: Argument) -> Option<String> {
    match x {
        Argument::Operand(operand) if is_call => Some(format!("signature.is_applied({operand})")),
        _ => None,
    }
}

pub(super) fn definition(result: usize, value: &str) -> String {
    format!("let t{result} = {value};")
}

/// The result of the whole, as the tape has it.
pub(super) fn result() -> String {
    "y".to_string()
}

pub(super) fn zero() -> String {
    "0.0".to_string()
}

pub(super) fn stored(place: usize) -> String {
    format!("stored[{place}]")
}

/// The adjoint of a result, or of the whole.
pub(super) fn adjoint(result: Option<usize>) -> String {
    match result {
        Some(result) => format!("d{result}"),
        None => "adjoint".to_string(),
    }
}

pub(super) fn only_adjoint(result: usize, adjoint: &str) -> String {
    format!("let d{result} = {adjoint};")
}

pub(super) fn first_adjoint(result: usize, adjoint: &str) -> String {
    format!("let mut d{result} = {adjoint};")
}

pub(super) fn further_adjoint(result: usize, adjoint: &str) -> String {
    format!("d{result} += {adjoint};")
}

pub(super) fn negative(x: &str) -> String {
    format!("-{x}")
}

pub(super) fn product(slope: &str, adjoint: &str) -> String {
    format!("{slope} * {adjoint}")
}

pub(super) fn reciprocal(x: &str) -> String {
    format!("1.0 / {x}")
}

pub(super) fn negative_quotient(a: &str, b: &str) -> String {
    format!("-({a} / {b})")
}

fn literal(number: f64) -> String {
    if number.is_infinite() {
        let minus = if number < 0.0 { "-" } else { "" };
        return format!("({minus}{SUPPORT}::f64::INFINITY)");
    }
    if number.is_sign_negative() {
        format!("(-{:?}f64)", number.abs())
    } else {
        format!("{number:?}f64")
    }
}
