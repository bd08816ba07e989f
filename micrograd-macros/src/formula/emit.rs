//! A differentiated formula as Rust: the impl of core's trait, and the pieces that its functions are made of.

use super::differentiate::Differentiated;
use super::pieces::{argument, is_applied, is_node, is_whole, tokens};
use super::{Argument, Formula, Operation};
use crate::operators::BinaryOperator;
use crate::rows::Operation as Row;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::format_ident;

impl Formula {
    /// `impl Formula for name`, on so many operands; `here` is the position of the call that records it.
    pub(crate) fn implementation(
        &self,
        krate: &TokenStream,
        name: &Ident,
        operands: usize,
        here: &TokenStream,
    ) -> TokenStream {
        let Differentiated {
            forward,
            stored,
            reverse,
            uses,
        } = self.differentiated(krate);
        let number = Literal::usize_unsuffixed;
        let counts = [operands, self.operations.len(), stored.len()].map(number);
        let uses = uses.into_iter().map(number);
        let has_quotient = self
            .operations
            .iter()
            .any(|operation| self.is_quotient(operation));
        let list = self.list();
        let x: Vec<Ident> = (0..operands)
            .map(|k| format_ident!("x{k}", span = Span::mixed_site()))
            .collect();
        let places: Vec<Literal> = (0..stored.len()).map(number).collect();
        let result = argument(Argument::Result(self.operations.len() - 1));
        let support = tokens!(#krate::__macro_support);
        tokens! {
            impl #support::Formula for #name {
                const OUTLINE: #support::Outline = #support::Outline::new(#list, [#(#counts),*], &[#(#uses),*], #has_quotient, #here);
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

    /// The number of an operation.
    pub(super) fn operation(self, operation: &Operation) -> TokenStream {
        match operation {
            Operation::Negation(x) => {
                let x = argument(*x);
                tokens!(-#x)
            }
            Operation::Binary(operator, [a, b]) => {
                let is_whole = is_whole(*b);
                let (a, b) = (argument(*a), argument(*b));
                match operator {
                    BinaryOperator::Add => tokens!(#a + #b),
                    BinaryOperator::Sub => tokens!(#a - #b),
                    BinaryOperator::Mul => tokens!(#a * #b),
                    BinaryOperator::Div => tokens!(#a / #b),
                    BinaryOperator::Rem => tokens!(#a % #b),
                    BinaryOperator::Pow => {
                        let power = self.function("power");
                        tokens!(#power(#a, #b, #is_whole))
                    }
                }
            }
            Operation::Function {
                row, x, is_call, ..
            } => {
                let (row, is_applied) = (self.row(*row), is_applied(*is_call, *x));
                let x = argument(*x);
                if let Some(is_applied) = is_applied {
                    let called = self.function("called");
                    return tokens!(#called::<#row>(#x, #is_applied));
                }
                let value = self.function("value");
                tokens!(#value::<#row>(#x))
            }
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

    /// ∂y/∂a or ∂y/∂b of a remainder.
    pub(super) fn remainder_slope(
        self,
        which: usize,
        [a, b]: [Argument; 2],
        y: &TokenStream,
    ) -> TokenStream {
        let slopes = self.function("remainder_slopes");
        let (a, b, which) = (argument(a), argument(b), Literal::usize_unsuffixed(which));
        tokens!(#slopes(#a, #b, #y)[#which])
    }

    pub(super) fn base_slope(self, a: &TokenStream, b: Argument, y: &TokenStream) -> TokenStream {
        let (slope, is_whole, b) = (self.function("base_slope"), is_whole(b), argument(b));
        tokens!(#slope(#a, #b, #y, #is_whole))
    }

    pub(super) fn exponent_slope(self, a: Argument, b: Argument, y: &TokenStream) -> TokenStream {
        let is_node = is_node(b);
        let slope = self.function("exponent_slope");
        let (a, b) = (argument(a), argument(b));
        tokens!(#slope(#a, #b, #y, #is_node))
    }
}
