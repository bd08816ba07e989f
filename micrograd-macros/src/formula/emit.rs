//! A differentiated formula as Rust: the impl of core's trait, and the operations that its functions are made of.

use super::differentiate::Differentiated;
use super::pieces::{SUPPORT, argument, is_applied, is_node, is_whole, tokens_of};
use super::{Argument, Formula, Operation};
use crate::operators::BinaryOperator;
use crate::rows::Operation as Row;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote_spanned;

impl Formula {
    /// `impl Formula for name`, on so many operands; `here` is the position of the call that records it. Core's support is in
    /// scope under its name.
    pub(crate) fn implementation(
        &self,
        name: &Ident,
        operands: usize,
        here: &TokenStream,
    ) -> TokenStream {
        let mut differentiated = self.differentiated();
        let is_regrouped = operands <= MOST_REGROUPED && differentiated.regroup();
        let number = Literal::usize_unsuffixed;
        let stored = differentiated.stored.len();
        let counts = [self.operations.len(), stored].map(number);
        let uses = differentiated.uses.iter().copied().map(number);
        let has_quotient = self
            .operations
            .iter()
            .any(|operation| self.is_quotient(operation));
        let list = self.list();
        let functions = tokens_of(&self.functions(operands, &differentiated));
        let support = Ident::new(SUPPORT, Span::mixed_site());
        // Clippy would underline the whole macro for a `3.14`.
        quote_spanned! {Span::mixed_site()=>
            #[allow(clippy::approx_constant)]
            impl #support::Formula for #name {
                const OUTLINE: #support::Outline = #support::Outline::new(#list, [#(#counts),*], &[#(#uses),*], [#is_regrouped, #has_quotient], #here);
                #functions
            }
        }
    }

    fn functions(&self, operands: usize, differentiated: &Differentiated) -> String {
        let Differentiated {
            forward,
            stored,
            reverse,
            passed,
            ..
        } = differentiated;
        let x = (0..operands).map(|k| format!("x{k}"));
        let x: Vec<String> = x.chain(["..".to_owned()]).collect();
        let x = x.join(", ");
        let stores = stored.iter().enumerate();
        let stores: Vec<String> = stores
            .map(|(place, number)| format!("stored[{place}] = {number};"))
            .collect();
        let stores = stores.concat();
        let result = argument(Argument::Result(self.operations.len() - 1));
        let passed = passed.join(", ");
        let s = SUPPORT;
        format!(
            "#[inline(always)]
            fn value(x: &[{s}::f64], stored: &mut [{s}::f64], signature: {s}::Signature) -> {s}::f64 {{
                let &[{x}] = x else {{ {s}::another_number_of_operands() }};
                {forward}
                {stores}
                {result}
            }}
            #[inline(always)]
            fn reverse(x: &[{s}::f64], stored: &[{s}::f64], y: {s}::f64, adjoint: {s}::f64, passed: &mut [{s}::f64], signature: {s}::Signature) {{
                let &[{x}] = x else {{ {s}::another_number_of_operands() }};
                {reverse}
                {s}::pass(passed, [{passed}]);
            }}"
        )
    }
}

impl Differentiated {
    /// Lets what is passed on to one operand stand side by side, where it is added in a register. Tells whether that is another order:
    /// it gives the same digits if no two operands are one node.
    fn regroup(&mut self) -> bool {
        let mut order: Vec<usize> = (0..self.uses.len()).collect();
        order.sort_by_key(|&k| {
            self.uses
                .iter()
                .position(|&operand| operand == self.uses[k])
        });
        self.passed = order.iter().map(|&k| self.passed[k].clone()).collect();
        self.uses = order.iter().map(|&k| self.uses[k]).collect();
        !order.is_sorted()
    }
}

/// With more operands, it takes longer to see that all are different nodes.
const MOST_REGROUPED: usize = 3;

/// The number of an operation.
pub(super) fn operation(operation: &Operation) -> String {
    match operation {
        Operation::Negation(x) => format!("-{}", argument(*x)),
        Operation::Binary(operator, [a, b]) => {
            let is_whole = is_whole(*b);
            let (a, b) = (argument(*a), argument(*b));
            match operator {
                BinaryOperator::Add => format!("{a} + {b}"),
                BinaryOperator::Sub => format!("{a} - {b}"),
                BinaryOperator::Mul => format!("{a} * {b}"),
                BinaryOperator::Div => format!("{a} / {b}"),
                BinaryOperator::Rem => format!("{a} % {b}"),
                BinaryOperator::Pow => format!("{SUPPORT}::power({a}, {b}, {is_whole})"),
            }
        }
        Operation::Function {
            row, x, is_call, ..
        } => {
            let (row, is_applied) = (row.row, is_applied(*is_call, *x));
            let x = argument(*x);
            match is_applied {
                Some(is_applied) => {
                    format!("{SUPPORT}::called::<{SUPPORT}::row::{row}>({x}, {is_applied})")
                }
                None => format!("{SUPPORT}::value::<{SUPPORT}::row::{row}>({x})"),
            }
        }
    }
}

pub(super) fn slope(row: Row, x: &str, y: &str, is_applied: Option<String>) -> String {
    let row = row.row;
    match is_applied {
        Some(is_applied) => {
            format!("{SUPPORT}::slope_called::<{SUPPORT}::row::{row}>({x}, {y}, {is_applied})")
        }
        None => format!("{SUPPORT}::slope::<{SUPPORT}::row::{row}>({x}, {y})"),
    }
}

/// ∂y/∂a or ∂y/∂b of a remainder.
pub(super) fn remainder_slope(which: usize, [a, b]: [Argument; 2], y: &str) -> String {
    let (a, b) = (argument(a), argument(b));
    format!("{SUPPORT}::remainder_slopes({a}, {b}, {y})[{which}]")
}

pub(super) fn base_slope(a: &str, b: Argument, y: &str) -> String {
    let (is_whole, b) = (is_whole(b), argument(b));
    format!("{SUPPORT}::base_slope({a}, {b}, {y}, {is_whole})")
}

pub(super) fn exponent_slope(a: Argument, b: Argument, y: &str) -> String {
    let is_node = is_node(b);
    let (a, b) = (argument(a), argument(b));
    format!("{SUPPORT}::exponent_slope({a}, {b}, {y}, {is_node})")
}
