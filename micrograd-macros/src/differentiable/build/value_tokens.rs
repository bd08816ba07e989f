//! Active numbers as Rust, in the words of the way forward and of the way back.

use super::Builder;
use crate::differentiable::hygiene::quote;
use crate::differentiable::methods;
use crate::differentiable::methods::Operation;
use crate::differentiable::program::{Piece, RowValue, Value, VersionId};
use proc_macro2::{Ident, Span, TokenStream};

impl Builder {
    /// The number in the words of the way forward.
    pub(super) fn forward_of(&self, value: &Value) -> TokenStream {
        match value {
            Value::Constant(plain) => constant(&plain.forward),
            Value::Variable { version, .. } | Value::Result { version, .. } => {
                let name = &self.versions[*version].forward;
                quote!(#name)
            }
            Value::Element { place, kept } => match kept {
                Some(version) => {
                    let name = &self.versions[*version].forward;
                    quote!(#name)
                }
                None => self.place_forward(place),
            },
            Value::Negative(of) => {
                let of = self.forward_of(of);
                quote!((-#of))
            }
            Value::Sum(a, b) => self.both_forward(a, b, &quote!(+)),
            Value::Difference(a, b) => self.both_forward(a, b, &quote!(-)),
            Value::Product(a, b) => self.both_forward(a, b, &quote!(*)),
            Value::Row(row) => match row.result {
                Some(version) => {
                    let name = &self.versions[version].forward;
                    quote!(#name)
                }
                None => self.row_forward(row),
            },
        }
    }

    fn both_forward(&self, a: &Value, b: &Value, operator: &TokenStream) -> TokenStream {
        let (a, b) = (self.forward_of(a), self.forward_of(b));
        quote!((#a #operator #b))
    }

    pub(super) fn row_forward(&self, row: &RowValue) -> TokenStream {
        let (operands, parameter) = self.operands_forward(row);
        row_tokens(row.operation, &operands, parameter.as_ref())
    }

    pub(super) fn operands_forward(
        &self,
        row: &RowValue,
    ) -> (Vec<TokenStream>, Option<TokenStream>) {
        let operands = row.operands.iter().map(|o| self.forward_of(o)).collect();
        let parameter = row.parameter.as_ref().map(|plain| plain.forward.clone());
        (operands, parameter)
    }

    /// The number as the way back has it.
    pub(super) fn back_of(&self, value: &Value) -> Piece {
        match value {
            Value::Constant(plain) => Piece {
                tokens: constant(&plain.back),
                needs: plain.needs.clone(),
            },
            Value::Variable { version, .. } | Value::Result { version, .. } => {
                self.number_version(*version).1
            }
            Value::Element { place, kept } => match kept {
                Some(version) => self.number_version(*version).1,
                None => self.place_back(place),
            },
            Value::Negative(of) => {
                let of = self.back_of(of);
                let tokens = of.tokens;
                Piece {
                    tokens: quote!((-#tokens)),
                    needs: of.needs,
                }
            }
            Value::Sum(a, b) => self.both_back(a, b, &quote!(+)),
            Value::Difference(a, b) => self.both_back(a, b, &quote!(-)),
            Value::Product(a, b) => self.both_back(a, b, &quote!(*)),
            Value::Row(row) => {
                if let Some(version) = row.result {
                    return self.number_version(version).1;
                }
                let (operands, parameter, needs) = self.operands_back(row);
                Piece {
                    tokens: row_tokens(row.operation, &operands, parameter.as_ref()),
                    needs,
                }
            }
        }
    }

    /// What the way back needs to compute a number again.
    pub(in crate::differentiable) fn needs_of(&self, value: &Value) -> Vec<VersionId> {
        self.back_of(value).needs
    }

    pub(in crate::differentiable) fn back_tokens(&self, value: &Value) -> TokenStream {
        self.back_of(value).tokens
    }

    fn both_back(&self, a: &Value, b: &Value, operator: &TokenStream) -> Piece {
        let (a, b) = (self.back_of(a), self.back_of(b));
        let (left, right) = (a.tokens, b.tokens);
        Piece {
            tokens: quote!((#left #operator #right)),
            needs: [a.needs, b.needs].concat(),
        }
    }

    pub(super) fn operands_back(
        &self,
        row: &RowValue,
    ) -> (Vec<TokenStream>, Option<TokenStream>, Vec<VersionId>) {
        let mut needs = Vec::new();
        let operands = row.operands.iter().map(|operand| {
            let piece = self.back_of(operand);
            needs.extend(piece.needs);
            piece.tokens
        });
        let operands = operands.collect();
        let parameter = row.parameter.as_ref().map(|plain| {
            needs.extend(&plain.needs);
            plain.back.clone()
        });
        (operands, parameter, needs)
    }
}

/// A plain number, or a reference to one, as a number.
pub(super) fn constant(plain: &TokenStream) -> TokenStream {
    if plain.to_string().starts_with(|c: char| c.is_ascii_digit()) {
        quote!(Num::from(#plain))
    } else {
        quote!(__ad::constant::<Num>(#plain))
    }
}

fn row_tokens(
    operation: Operation,
    operands: &[TokenStream],
    parameter: Option<&TokenStream>,
) -> TokenStream {
    let row = Ident::new(operation.row, Span::mixed_site());
    let parameter = parameter.map(|parameter| number_of(operation, parameter));
    let parameter = parameter.iter();
    let shape = Ident::new(operation.shape.name(), Span::mixed_site());
    quote!(Num::#shape(__ad::#row, #(#operands),* #(, #parameter)*))
}

/// The plain number of an operation as an `f64`.
pub(super) fn number_of(operation: Operation, parameter: &TokenStream) -> TokenStream {
    if methods::takes_whole_number(operation) {
        quote!(f64::from(#parameter))
    } else {
        quote!(#parameter)
    }
}
