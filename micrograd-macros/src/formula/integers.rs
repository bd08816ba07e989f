//! The same arithmetic on integers, for arguments such as `n - 1`.

use super::pieces::{SUPPORT, tokens_of};
use super::{Argument, Formula, Operation};
use crate::operators::BinaryOperator;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

impl Formula {
    /// `impl IntegerFormula for name`; each operation is a call at its position.
    pub(crate) fn on_integers(
        &self,
        name: &Ident,
        operands: usize,
        positions: &[Span],
    ) -> TokenStream {
        let support = Ident::new(SUPPORT, Span::mixed_site());
        let x: Vec<TokenStream> = (0..operands)
            .map(|k| number(Argument::Operand(k)))
            .collect();
        let operations = self.operations.iter().zip(positions).enumerate();
        let body = operations.map(|(result, (operation, position))| {
            let (result, call) = (number(Argument::Result(result)), call(operation, *position));
            quote!(let #result = #call;)
        });
        let last = number(Argument::Result(self.operations.len() - 1));
        quote! {
            impl #support::IntegerFormula for #name {
                fn integers<I: #support::Integer>(x: &[I]) -> I {
                    use #support::IntegerArithmetic as _;
                    let &[#(#x),*] = x else { #support::another_number_of_operands() };
                    #(#body)*
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
            (*x, "powi", Some(quote!(#exponent)))
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
        Ident::new(method, position.resolved_at(Span::call_site())),
    );
    quote!(#x.#method(#argument))
}

fn number(argument: Argument) -> TokenStream {
    match argument {
        Argument::Number(number) => {
            #[allow(clippy::cast_possible_truncation)] // It was written as an integer of this size.
            let literal = Literal::i32_suffixed(number as i32);
            quote!(I::number(#literal))
        }
        argument => tokens_of(&super::pieces::argument(argument)),
    }
}
