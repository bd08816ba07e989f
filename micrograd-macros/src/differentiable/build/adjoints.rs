//! The way back through one expression: an adjoint goes to what the number was made of.
//!
//! The order is that of a sweep over single operations, so that every sum has the tape's digits: an operation passes on
//! to its operands that are variables first, then the operations that computed its operands follow, the last one first.

use super::places::projected;
use super::{Builder, Effect};
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{Back, Piece, Place, Projection, RowValue, Value};
use crate::differentiable::tree::VariableId;
use proc_macro2::TokenStream;

/// What goes to an operand: the number, and whether it is subtracted.
struct Contribution<'a> {
    to: &'a Value,
    number: Piece,
    is_negative: bool,
}

impl Builder {
    /// Passes an adjoint on. `adjoint` is a name, or an expression that costs nothing.
    pub(super) fn pass(&mut self, value: &Value, adjoint: &TokenStream, is_negative: bool) {
        let number = Piece::of(adjoint.clone());
        self.contribute(Contribution {
            to: value,
            number,
            is_negative,
        });
    }

    fn contribute(&mut self, contribution: Contribution<'_>) {
        let Contribution {
            to,
            number,
            is_negative,
        } = contribution;
        match to {
            Value::Constant(_) => {}
            Value::Variable {
                variable, adjoint, ..
            } => {
                self.effects.push(Effect::AddsToNumber(*variable));
                self.add_to(&quote!(#adjoint), number, is_negative);
            }
            Value::Element { place, .. } => {
                self.adds_to_element(place);
                let mut target = self.adjoint_place(place);
                target.needs.extend(number.needs);
                let number = Piece {
                    tokens: number.tokens,
                    needs: target.needs,
                };
                self.add_to(&target.tokens, number, is_negative);
            }
            Value::Result { adjoint, back, .. } => {
                self.add_to(&quote!(#adjoint), number, is_negative);
                self.back.extend(back.iter().cloned());
            }
            Value::Negative(of) => self.contribute(Contribution {
                to: of,
                number,
                is_negative: !is_negative,
            }),
            Value::Sum(a, b) => self.pass_to_both(a, b, number, is_negative, is_negative),
            Value::Difference(a, b) => self.pass_to_both(a, b, number, is_negative, !is_negative),
            Value::Product(a, b) => {
                let adjoint = self.bound(number, is_constant(a) || is_constant(b));
                let times = |factor: Piece| Piece {
                    tokens: {
                        let (adjoint, factor) = (&adjoint.tokens, &factor.tokens);
                        quote!(#adjoint.times(#factor))
                    },
                    needs: [&adjoint.needs[..], &factor.needs].concat(),
                };
                let (to_a, to_b) = (times(self.back_of(b)), times(self.back_of(a)));
                self.pass_to_each(vec![
                    Contribution {
                        to: a,
                        number: to_a,
                        is_negative,
                    },
                    Contribution {
                        to: b,
                        number: to_b,
                        is_negative,
                    },
                ]);
            }
            Value::Row(row) => self.pass_to_operands(row, number, is_negative),
        }
    }

    fn adds_to_element(&mut self, place: &Place) {
        let strides = match place.projections.last() {
            Some(Projection::Index { strides, .. }) => strides.clone(),
            _ => Vec::new(),
        };
        let place_ = projected(TokenStream::new(), place).tokens.to_string();
        self.effects.push(Effect::AddsToElement {
            root: place.root,
            place: place_,
            strides,
        });
    }

    fn pass_to_both(&mut self, a: &Value, b: &Value, number: Piece, minus_a: bool, minus_b: bool) {
        let number = self.bound(number, is_constant(a) || is_constant(b));
        self.pass_to_each(vec![
            Contribution {
                to: a,
                number: number.clone(),
                is_negative: minus_a,
            },
            Contribution {
                to: b,
                number,
                is_negative: minus_b,
            },
        ]);
    }

    fn pass_to_operands(&mut self, row: &RowValue, number: Piece, is_negative: bool) {
        let active = row.operands.iter().filter(|o| !is_constant(o)).count();
        let adjoint = self.bound(number, active < 2);
        let mut contributions = Vec::new();
        for (i, operand) in row.operands.iter().enumerate() {
            if is_constant(operand) {
                continue;
            }
            let slope = self.slope_back(row, i);
            let (adjoint_, slope_) = (&adjoint.tokens, &slope.tokens);
            contributions.push(Contribution {
                to: operand,
                number: Piece {
                    tokens: quote!(#adjoint_.times(#slope_)),
                    needs: [&adjoint.needs[..], &slope.needs].concat(),
                },
                is_negative,
            });
        }
        self.pass_to_each(contributions);
    }

    /// To variables in their order, then through the operations, the last one first.
    fn pass_to_each(&mut self, contributions: Vec<Contribution<'_>>) {
        let (variables, operations): (Vec<_>, Vec<_>) = contributions
            .into_iter()
            .partition(|contribution| is_variable(contribution.to));
        // What is computed from an adjoint is computed before that adjoint changes.
        let operations: Vec<_> = operations
            .into_iter()
            .map(|mut contribution| {
                contribution.number = self.bound(contribution.number, false);
                contribution
            })
            .collect();
        for contribution in variables {
            self.contribute(contribution);
        }
        for contribution in operations.into_iter().rev() {
            self.contribute(contribution);
        }
    }

    /// The number under a name, unless it is used once only.
    fn bound(&mut self, number: Piece, is_used_once: bool) -> Piece {
        if is_used_once || is_name(&number.tokens) {
            return number;
        }
        let name = self.fresh("a");
        let tokens = number.tokens;
        self.back.push(Back::Piece(Piece {
            tokens: quote!(let #name = #tokens;),
            needs: number.needs,
        }));
        Piece::of(quote!(#name))
    }

    fn add_to(&mut self, target: &TokenStream, number: Piece, is_negative: bool) {
        let added = number.tokens;
        let tokens = if is_negative {
            quote!(#target -= #added;)
        } else {
            quote!(#target += #added;)
        };
        self.back.push(Back::Piece(Piece {
            tokens,
            needs: number.needs,
        }));
    }

    /// Takes the adjoint of what a statement has overwritten: `let a = d_x; d_x = 0;`
    pub(super) fn take_adjoint(&mut self, id: VariableId, target: Piece) -> TokenStream {
        self.effects.push(Effect::Sets(id));
        let name = self.fresh("a");
        let tokens = target.tokens;
        self.back.push(Back::Piece(Piece {
            tokens: quote!(let #name = ::core::mem::replace(&mut #tokens, Num::ZERO);),
            needs: target.needs,
        }));
        quote!(#name)
    }
}

fn is_constant(value: &Value) -> bool {
    matches!(value, Value::Constant(_))
}

fn is_variable(value: &Value) -> bool {
    match value {
        Value::Constant(_) | Value::Variable { .. } | Value::Element { .. } => true,
        Value::Negative(of) => is_variable(of),
        _ => false,
    }
}

fn is_name(tokens: &TokenStream) -> bool {
    let mut tokens = tokens.clone().into_iter();
    matches!(tokens.next(), Some(proc_macro2::TokenTree::Ident(_))) && tokens.next().is_none()
}
