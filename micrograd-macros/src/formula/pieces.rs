//! The pieces of a formula's functions that need no path.

use super::Argument;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::format_ident;

/// Tokens that only this macro's names can meet.
macro_rules! tokens {
    ($($tokens:tt)*) => { quote::quote_spanned!(proc_macro2::Span::mixed_site()=> $($tokens)*) };
}
pub(super) use tokens;

/// Whether an exponent has a derivative; of an operand, its type says it.
pub(super) fn is_node(exponent: Argument) -> TokenStream {
    let Argument::Operand(operand) = exponent else {
        return tokens!(true);
    };
    let operand = Literal::usize_unsuffixed(operand);
    tokens!(kinds.is_node(#operand))
}

pub(super) fn argument(argument: Argument) -> TokenStream {
    match argument {
        Argument::Operand(operand) => {
            let name = named("x", operand);
            tokens!(#name)
        }
        Argument::Result(result) => {
            let name = named("t", result);
            tokens!(#name)
        }
        Argument::Number(number) => literal(number),
        Argument::Whole(number) => literal(f64::from(number)),
    }
}

/// Whether an exponent is a whole number; of an operand, its type says it.
pub(super) fn is_whole(exponent: Argument) -> TokenStream {
    match exponent {
        Argument::Whole(_) => tokens!(true),
        Argument::Number(_) | Argument::Result(_) => tokens!(false),
        Argument::Operand(operand) => {
            let operand = Literal::usize_unsuffixed(operand);
            tokens!(kinds.is_whole(#operand))
        }
    }
}

/// Whether a function belongs to the statement, where the type of its operand says it.
pub(super) fn is_applied(is_call: bool, x: Argument) -> Option<TokenStream> {
    match x {
        Argument::Operand(operand) if is_call => {
            let operand = Literal::usize_unsuffixed(operand);
            Some(tokens!(kinds.is_applied(#operand)))
        }
        _ => None,
    }
}

pub(super) fn definition(result: usize, value: &TokenStream) -> TokenStream {
    let name = named("t", result);
    tokens!(let #name = #value;)
}

/// The result of the whole, as the tape has it.
pub(super) fn result() -> TokenStream {
    tokens!(y)
}

pub(super) fn zero() -> TokenStream {
    tokens!(0.0)
}

pub(super) fn stored(place: usize) -> TokenStream {
    let place = Literal::usize_unsuffixed(place);
    tokens!(stored[#place])
}

/// The adjoint of a result, or of the whole.
pub(super) fn adjoint(result: Option<usize>) -> TokenStream {
    let name = match result {
        Some(result) => named("d", result),
        None => Ident::new("adjoint", Span::mixed_site()),
    };
    tokens!(#name)
}

pub(super) fn only_adjoint(result: usize, adjoint: &TokenStream) -> TokenStream {
    let name = named("d", result);
    tokens!(let #name = #adjoint;)
}

pub(super) fn first_adjoint(result: usize, adjoint: &TokenStream) -> TokenStream {
    let name = named("d", result);
    tokens!(let mut #name = #adjoint;)
}

pub(super) fn further_adjoint(result: usize, adjoint: &TokenStream) -> TokenStream {
    let name = named("d", result);
    tokens!(#name += #adjoint;)
}

pub(super) fn contribution(place: usize, adjoint: &TokenStream) -> TokenStream {
    let place = Literal::usize_unsuffixed(place);
    tokens!(passed[#place] = #adjoint;)
}

pub(super) fn negative(x: &TokenStream) -> TokenStream {
    tokens!(-#x)
}

pub(super) fn product(slope: &TokenStream, adjoint: &TokenStream) -> TokenStream {
    tokens!(#slope * #adjoint)
}

pub(super) fn reciprocal(x: &TokenStream) -> TokenStream {
    tokens!(1.0 / #x)
}

pub(super) fn negative_quotient(a: &TokenStream, b: &TokenStream) -> TokenStream {
    tokens!(-(#a / #b))
}

fn named(letter: &str, number: usize) -> Ident {
    format_ident!("{letter}{number}", span = Span::mixed_site())
}

fn literal(number: f64) -> TokenStream {
    if number.is_infinite() {
        let minus = (number < 0.0).then(|| tokens!(-));
        return tokens!((#minus ::core::primitive::f64::INFINITY));
    }
    let digits = Literal::f64_suffixed(number.abs());
    if number.is_sign_negative() {
        tokens!((-#digits))
    } else {
        tokens!(#digits)
    }
}
