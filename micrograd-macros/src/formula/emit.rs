//! A differentiated formula as Rust: the impl of core's trait, and the pieces that its functions are made of.

use super::differentiate::Differentiated;
use super::{Argument, Formula, Operation};
use crate::operators::BinaryOperator;
use crate::rows::Operation as Row;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote_spanned};

macro_rules! tokens {
    ($($tokens:tt)*) => { quote_spanned!(Span::mixed_site()=> $($tokens)*) };
}

impl Formula {
    /// `impl Formula for name`, on so many operands.
    pub(crate) fn implementation(
        &self,
        krate: &TokenStream,
        name: &Ident,
        operands: usize,
    ) -> TokenStream {
        let Differentiated {
            forward,
            stored,
            reverse,
            uses,
        } = self.differentiated(krate);
        let number = Literal::usize_unsuffixed;
        let (operations, stored_count) = (number(self.operations.len()), number(stored.len()));
        let operand_count = number(operands);
        let uses = uses.into_iter().map(Literal::usize_unsuffixed);
        let has_quotient = self
            .operations
            .iter()
            .any(|operation| self.is_quotient(operation));
        let list = self.list();
        let x: Vec<Ident> = (0..operands)
            .map(|k| format_ident!("x{k}", span = Span::mixed_site()))
            .collect();
        let places: Vec<Literal> = (0..stored.len()).map(number).collect();
        let result = Writer { krate }.argument(Argument::Result(self.operations.len() - 1));
        let support = tokens!(#krate::__macro_support);
        tokens! {
            impl #support::Formula for #name {
                const OPERANDS: ::core::primitive::usize = #operand_count;
                const OPERATIONS: ::core::primitive::usize = #operations;
                const STORED: ::core::primitive::usize = #stored_count;
                const USES: &'static [::core::primitive::usize] = &[#(#uses),*];
                const HAS_QUOTIENT: ::core::primitive::bool = #has_quotient;
                fn steps() -> &'static #support::Steps {
                    static STEPS: #support::Steps = #support::Steps::new(#list);
                    &STEPS
                }
                #[inline(always)]
                fn value(x: &[::core::primitive::f64], stored: &mut [::core::primitive::f64], kinds: #support::Kinds) -> ::core::primitive::f64 {
                    let &[#(#x),*] = x else { #support::another_number_of_operands() };
                    #forward
                    #(stored[#places] = #stored;)*
                    #result
                }
                #[inline(always)]
                fn reverse(x: &[::core::primitive::f64], stored: &[::core::primitive::f64], y: ::core::primitive::f64, adjoint: ::core::primitive::f64, passed: &mut [::core::primitive::f64], kinds: #support::Kinds) {
                    let &[#(#x),*] = x else { #support::another_number_of_operands() };
                    #reverse
                }
            }
        }
    }
}

/// Writes the pieces.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a> {
    pub(super) krate: &'a TokenStream,
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

impl Writer<'_> {
    fn function(self, name: &str) -> TokenStream {
        let krate = self.krate;
        let name = Ident::new(name, Span::mixed_site());
        tokens!(#krate::__macro_support::#name)
    }

    fn row(self, row: Row) -> TokenStream {
        let krate = self.krate;
        let row = Ident::new(row.row, Span::mixed_site());
        tokens!(#krate::__macro_support::row::#row)
    }

    pub(super) fn argument(self, argument: Argument) -> TokenStream {
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

    /// The number of an operation.
    pub(super) fn operation(self, operation: &Operation) -> TokenStream {
        match operation {
            Operation::Negation(x) => {
                let x = self.argument(*x);
                tokens!(-#x)
            }
            Operation::Binary(operator, [a, b]) => {
                let is_whole = self.is_whole(*b);
                let (a, b) = (self.argument(*a), self.argument(*b));
                match operator {
                    BinaryOperator::Add => tokens!(#a + #b),
                    BinaryOperator::Sub => tokens!(#a - #b),
                    BinaryOperator::Mul => tokens!(#a * #b),
                    BinaryOperator::Div => tokens!(#a / #b),
                    BinaryOperator::Pow => {
                        let power = self.function("power");
                        tokens!(#power(#a, #b, #is_whole))
                    }
                }
            }
            Operation::Function {
                row, x, is_call, ..
            } => {
                let (row, is_applied) = (self.row(*row), self.is_applied(*is_call, *x));
                let x = self.argument(*x);
                if let Some(is_applied) = is_applied {
                    let called = self.function("called");
                    return tokens!(#called::<#row>(#x, #is_applied));
                }
                let value = self.function("value");
                tokens!(#value::<#row>(#x))
            }
        }
    }

    /// Whether an exponent is a whole number; of an operand, its type says it.
    fn is_whole(self, exponent: Argument) -> TokenStream {
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
    pub(super) fn is_applied(self, is_call: bool, x: Argument) -> Option<TokenStream> {
        match x {
            Argument::Operand(operand) if is_call => {
                let operand = Literal::usize_unsuffixed(operand);
                Some(tokens!(kinds.is_applied(#operand)))
            }
            _ => None,
        }
    }

    pub(super) fn slope(
        self,
        row: Row,
        x: &TokenStream,
        y: &TokenStream,
        is_applied: Option<TokenStream>,
    ) -> TokenStream {
        let row = self.row(row);
        if let Some(is_applied) = is_applied {
            let slope = self.function("slope_called");
            return tokens!(#slope::<#row>(#x, #y, #is_applied));
        }
        let slope = self.function("slope");
        tokens!(#slope::<#row>(#x, #y))
    }

    pub(super) fn base_slope(self, a: &TokenStream, b: Argument, y: &TokenStream) -> TokenStream {
        let (slope, is_whole, b) = (
            self.function("base_slope"),
            self.is_whole(b),
            self.argument(b),
        );
        tokens!(#slope(#a, #b, #y, #is_whole))
    }

    pub(super) fn exponent_slope(self, a: Argument, b: Argument, y: &TokenStream) -> TokenStream {
        let is_node = match b {
            Argument::Operand(operand) => {
                let operand = Literal::usize_unsuffixed(operand);
                tokens!(kinds.is_node(#operand))
            }
            _ => tokens!(true),
        };
        let slope = self.function("exponent_slope");
        let (a, b) = (self.argument(a), self.argument(b));
        tokens!(#slope(#a, #b, #y, #is_node))
    }

    pub(super) fn definition(self, result: usize, value: &TokenStream) -> TokenStream {
        let name = named("t", result);
        tokens!(let #name = #value;)
    }

    /// The result of the whole, as the tape has it.
    pub(super) fn result(self) -> TokenStream {
        tokens!(y)
    }

    pub(super) fn zero(self) -> TokenStream {
        tokens!(0.0)
    }

    pub(super) fn stored(self, place: usize) -> TokenStream {
        let place = Literal::usize_unsuffixed(place);
        tokens!(stored[#place])
    }

    /// The adjoint of a result, or of the whole.
    pub(super) fn adjoint(self, result: Option<usize>) -> TokenStream {
        let name = match result {
            Some(result) => named("d", result),
            None => Ident::new("adjoint", Span::mixed_site()),
        };
        tokens!(#name)
    }

    pub(super) fn only_adjoint(self, result: usize, adjoint: &TokenStream) -> TokenStream {
        let name = named("d", result);
        tokens!(let #name = #adjoint;)
    }

    pub(super) fn first_adjoint(self, result: usize, adjoint: &TokenStream) -> TokenStream {
        let name = named("d", result);
        tokens!(let mut #name = #adjoint;)
    }

    pub(super) fn further_adjoint(self, result: usize, adjoint: &TokenStream) -> TokenStream {
        let name = named("d", result);
        tokens!(#name += #adjoint;)
    }

    pub(super) fn contribution(self, place: usize, adjoint: &TokenStream) -> TokenStream {
        let place = Literal::usize_unsuffixed(place);
        tokens!(passed[#place] = #adjoint;)
    }

    pub(super) fn negative(self, x: &TokenStream) -> TokenStream {
        tokens!(-#x)
    }

    pub(super) fn product(self, slope: &TokenStream, adjoint: &TokenStream) -> TokenStream {
        tokens!(#slope * #adjoint)
    }

    pub(super) fn reciprocal(self, x: &TokenStream) -> TokenStream {
        tokens!(1.0 / #x)
    }

    pub(super) fn negative_quotient(self, a: &TokenStream, b: &TokenStream) -> TokenStream {
        tokens!(-(#a / #b))
    }
}
