//! Literals: numbers lose their base and their suffix; everything else is described for the error message.

use proc_macro2::{Literal, Span, TokenTree};
use syn::Lit;

use super::Parser;
use crate::cursor::Extent;
use crate::diagnostics::Mistake;
use crate::syntax::{ExprKind, Number};

const RUST_NUMBERS: &[&str] = &[
    "f16", "f32", "f64", "f128", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32",
    "u64", "u128", "usize",
];

/// Whether `name` is one of Rust's number types.
pub(super) fn is_number_type(name: &str) -> bool {
    RUST_NUMBERS.contains(&name)
}

/// The suffix of a number literal, when it names no type: `x` in `2x`.
pub(super) fn unknown_suffix(literal: &Literal) -> Option<String> {
    let suffix = match Lit::new(literal.clone()) {
        Lit::Int(int) => int.suffix().to_string(),
        Lit::Float(float) => float.suffix().to_string(),
        _ => return None,
    };
    (!suffix.is_empty() && !is_number_type(&suffix)).then_some(suffix)
}

impl Parser<'_> {
    pub(super) fn literal(&mut self, literal: &Literal) -> ExprKind {
        let span = literal.span();
        match Lit::new(literal.clone()) {
            Lit::Int(int) => {
                self.check_suffix(literal, int.base10_digits(), int.suffix(), span);
                let number = Number {
                    digits: int.base10_digits().to_string(),
                    is_integer: true,
                    span,
                };
                self.check_exact(&number);
                ExprKind::Number(number)
            }
            Lit::Float(float) => {
                self.check_suffix(literal, float.base10_digits(), float.suffix(), span);
                let mut digits = float.base10_digits().to_string();
                if digits.ends_with('.') {
                    digits.push('0');
                }
                if digits.parse::<f64>().is_ok_and(f64::is_infinite) {
                    self.report(Extent::of(span), Mistake::NumberOutOfRange);
                    digits = "0.0".to_string();
                }
                ExprKind::Number(Number {
                    digits,
                    is_integer: false,
                    span,
                })
            }
            other => ExprKind::OtherLiteral {
                literal: TokenTree::from(literal.clone()).into(),
                description: describe(&other),
            },
        }
    }

    fn check_suffix(&mut self, literal: &Literal, digits: &str, suffix: &str, span: Span) {
        let mistake = match suffix {
            "" | "f64" => return,
            name if is_number_type(name) => Mistake::Suffix {
                without: digits.to_string(),
            },
            name => Mistake::NumberRunsIntoName {
                literal: literal.to_string(),
                product: format!("{digits} * {}", name.trim_start_matches('_')),
            },
        };
        self.report(Extent::of(span), mistake);
    }

    fn check_exact(&mut self, number: &Number) {
        if !is_exact(&number.digits) {
            self.report(Extent::of(number.span), Mistake::InexactInteger);
        }
    }
}

/// Whether the integer with these digits is one of the numbers that `f64` holds.
fn is_exact(digits: &str) -> bool {
    // `Display` writes every digit of the nearest f64.
    digits
        .parse::<f64>()
        .is_ok_and(|nearest| format!("{nearest}") == digits)
}

fn describe(literal: &Lit) -> &'static str {
    match literal {
        Lit::Str(_) => "a string literal",
        Lit::ByteStr(_) => "a byte string literal",
        Lit::CStr(_) => "a C string literal",
        Lit::Byte(_) => "a byte literal",
        Lit::Char(_) => "a character literal",
        Lit::Bool(_) => "a `bool`",
        _ => "another literal",
    }
}
