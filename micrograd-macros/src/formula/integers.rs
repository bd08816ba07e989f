//! The same arithmetic on integers, for arguments such as `n - 1`.

use super::pieces::{definition, tokens};
use super::{Argument, Formula, Operation};
use crate::operators::BinaryOperator;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::format_ident;

impl Formula {
    /// `impl IntegerFormula for name`; each operation is a call at its position.
    pub(crate) fn on_integers(
        &self,
        krate: &TokenStream,
        name: &Ident,
        operands: usize,
        positions: &[Span],
    ) -> TokenStream {
        let support = tokens!(#krate::__macro_support);
        let x: Vec<Ident> = (0..operands)
            .map(|k| format_ident!("x{k}", span = Span::mixed_site()))
            .collect();
        let operations = self.operations.iter().zip(positions).enumerate();
        let body: TokenStream = operations
            .map(|(result, (operation, position))| definition(result, &call(operation, *position)))
            .collect();
        let last = number(Argument::Result(self.operations.len() - 1));
        tokens! {
            impl #support::IntegerFormula for #name {
                fn integers<I: #support::Integer>(x: &[I]) -> I {
                    use #support::IntegerArithmetic as _;
                    let &[#(#x),*] = x else { #support::another_number_of_operands() };
                    #body
                    #last
                }
            }
        }
    }
}

fn call(operation: &Operation, position: Span) -> TokenStream {
    let (x, method, argument) = match operation {
        Operation::Negation(x) => (*x, "neg", None),
        Operation::Binary(BinaryOperator::Pow, [x, Argument::Whole(exponent)]) => {
            let exponent = Literal::i32_unsuffixed(*exponent);
            (*x, "powi", Some(tokens!(#exponent)))
        }
        Operation::Binary(operator, [x, y]) => {
            let method = match operator {
                BinaryOperator::Add => "plus",
                BinaryOperator::Sub => "minus",
                BinaryOperator::Mul => "times",
                BinaryOperator::Div => "over",
                BinaryOperator::Rem => "modulo",
                BinaryOperator::Pow => unreachable!("integers have whole exponents"),
            };
            (*x, method, Some(number(*y)))
        }
        Operation::Function { .. } => unreachable!("integers have no functions"),
    };
    let (x, method) = (
        number(x),
        Ident::new(method, position.resolved_at(Span::mixed_site())),
    );
    tokens!(#x.#method(#argument))
}

fn number(argument: Argument) -> TokenStream {
    match argument {
        Argument::Number(number) => {
            #[allow(clippy::cast_possible_truncation)] // It was written as an integer of this size.
            let literal = Literal::i32_suffixed(number as i32);
            tokens!(I::number(#literal))
        }
        argument => super::pieces::argument(argument),
    }
}
