//! The slope of an operation in one of its operands, as Rust.

use super::Builder;
use super::value_tokens::number_of;
use crate::differentiable::hygiene::quote;
use crate::differentiable::methods::{Operation, Shape, SlopeFrom};
use crate::differentiable::program::{Piece, RowValue, Value};
use proc_macro2::{Ident, Span, TokenStream};

impl Builder {
    pub(super) fn slope_forward(&self, row: &RowValue, which: usize) -> TokenStream {
        let (operands, parameter) = self.operands_forward(row);
        let result = self.forward_of(&Value::Row(Box::new(row.clone())));
        slope_tokens(row.operation, which, &operands, parameter.as_ref(), &result)
    }

    /// ∂y/∂ one of the operands, as the way back has it.
    pub(super) fn slope_back(&self, row: &RowValue, which: usize) -> Piece {
        if let Some(version) = row.slopes[which] {
            return self.number_version(version).1;
        }
        let result = || self.back_of(&Value::Row(Box::new(row.clone())));
        let slope = match row.operation.slope {
            SlopeFrom::Either if row.result.is_some() => SlopeFrom::Result,
            SlopeFrom::Either => SlopeFrom::Operand,
            slope => slope,
        };
        match slope {
            // What is not read is not needed: anything may stand in its place.
            SlopeFrom::Result => {
                let result = result();
                let operands = vec![result.tokens.clone()];
                Piece {
                    tokens: slope_tokens(row.operation, which, &operands, None, &result.tokens),
                    needs: result.needs,
                }
            }
            SlopeFrom::Operand => {
                let (operands, parameter, needs) = self.operands_back(row);
                let result = operands[0].clone();
                Piece {
                    tokens: slope_tokens(
                        row.operation,
                        which,
                        &operands,
                        parameter.as_ref(),
                        &result,
                    ),
                    needs,
                }
            }
            SlopeFrom::Quotient => {
                let mut denominator = self.back_of(&row.operands[1]);
                let tokens = denominator.tokens;
                let mut result_tokens = tokens.clone();
                if which == 1 {
                    let result = result();
                    denominator.needs.extend(result.needs);
                    result_tokens = result.tokens;
                }
                let operands = [tokens.clone(), tokens];
                Piece {
                    tokens: slope_tokens(row.operation, which, &operands, None, &result_tokens),
                    needs: denominator.needs,
                }
            }
            SlopeFrom::Both | SlopeFrom::Kept | SlopeFrom::Either => {
                let (operands, parameter, mut needs) = self.operands_back(row);
                let result = result();
                needs.extend(result.needs);
                Piece {
                    tokens: slope_tokens(
                        row.operation,
                        which,
                        &operands,
                        parameter.as_ref(),
                        &result.tokens,
                    ),
                    needs,
                }
            }
        }
    }
}

fn slope_tokens(
    operation: Operation,
    which: usize,
    operands: &[TokenStream],
    parameter: Option<&TokenStream>,
    result: &TokenStream,
) -> TokenStream {
    let row = Ident::new(operation.row, Span::mixed_site());
    match operation.shape {
        Shape::Unary => {
            let operand = &operands[0];
            quote!(__ad::#row::slope(#operand, #result))
        }
        Shape::Parametric => {
            let operand = &operands[0];
            let parameter = parameter.map(|parameter| number_of(operation, parameter));
            quote!(__ad::#row::slope(#operand, #parameter, #result))
        }
        Shape::Binary => {
            let (a, b) = (&operands[0], &operands[1]);
            let partial = Ident::new(["left_partial", "right_partial"][which], Span::mixed_site());
            quote!(__ad::#row::#partial(#a, #b, #result))
        }
        Shape::Ternary => {
            let which = proc_macro2::Literal::usize_unsuffixed(which);
            quote!(__ad::#row::partials(#(#operands),*)[#which])
        }
    }
}
