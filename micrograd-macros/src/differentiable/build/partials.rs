//! `x = f(x)` in a loop, reordered: the partials of the whole statement are computed first, and the adjoint is
//! multiplied once. So a run of the way back waits for a single product of the run before it.

use super::Builder;
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{Back, Piece, Value, VersionId};
use proc_macro2::TokenStream;

/// ∂result/∂value along one path: the product of the slopes on it.
struct Path<'a> {
    to: &'a Value,
    slopes: Vec<Piece>,
    is_negative: bool,
}

impl Builder {
    /// Passes an adjoint on; whether it could be done this way.
    pub(super) fn pass_by_partials(
        &mut self,
        value: &Value,
        adjoint: &TokenStream,
        carried: VersionId,
    ) -> bool {
        let mut paths = Vec::new();
        if !self.paths(value, &mut Vec::new(), false, &mut paths) {
            return false;
        }
        let is_carried = |path: &Path<'_>| matches!(path.to, Value::Variable { version, .. } if *version == carried);
        // Other operands get what they get in any case.
        let (own, others): (Vec<Path<'_>>, Vec<Path<'_>>) = paths.into_iter().partition(is_carried);
        let Some(first) = own.first() else {
            return false;
        };
        let to = first.to;
        let partial = sum(&own);
        let partial = self.named("p", partial);
        let mut rest = Vec::new();
        for path in others {
            let product = sum(std::slice::from_ref(&path));
            rest.push((path.to, self.named("p", product)));
        }
        for (to, partial) in std::iter::once((to, partial)).chain(rest) {
            self.pass(to, &quote!(#adjoint.times(#partial)), false);
        }
        true
    }

    fn named(&mut self, name: &str, piece: Piece) -> TokenStream {
        let name = self.fresh(name);
        let tokens = piece.tokens;
        self.back.push(Back::Piece(Piece {
            tokens: quote!(let #name = #tokens;),
            needs: piece.needs,
        }));
        quote!(#name)
    }

    fn paths<'v>(
        &self,
        value: &'v Value,
        slopes: &mut Vec<Piece>,
        is_negative: bool,
        paths: &mut Vec<Path<'v>>,
    ) -> bool {
        let mut through = |this: &Self, to: &'v Value, slope: Piece, paths: &mut Vec<Path<'v>>| {
            slopes.push(slope);
            let could = this.paths(to, slopes, is_negative, paths);
            slopes.pop();
            could
        };
        match value {
            Value::Constant(_) => true,
            Value::Variable { .. } | Value::Element { .. } => {
                paths.push(Path {
                    to: value,
                    slopes: slopes.clone(),
                    is_negative,
                });
                true
            }
            // It has steps of its own.
            Value::Result { .. } => false,
            Value::Negative(of) => self.paths(of, slopes, !is_negative, paths),
            Value::Sum(a, b) => {
                self.paths(a, slopes, is_negative, paths)
                    && self.paths(b, slopes, is_negative, paths)
            }
            Value::Difference(a, b) => {
                self.paths(a, slopes, is_negative, paths)
                    && self.paths(b, slopes, !is_negative, paths)
            }
            Value::Product(a, b) => {
                let (to_a, to_b) = (self.back_of(b), self.back_of(a));
                through(self, a, to_a, paths) && through(self, b, to_b, paths)
            }
            Value::Row(row) => row.operands.iter().enumerate().all(|(i, operand)| {
                matches!(operand, Value::Constant(_))
                    || through(self, operand, self.slope_back(row, i), paths)
            }),
        }
    }
}

/// The partials of some paths, added up.
fn sum(paths: &[Path<'_>]) -> Piece {
    let mut whole: Option<TokenStream> = None;
    let mut needs = Vec::new();
    for path in paths {
        let mut product: Option<TokenStream> = None;
        for slope in &path.slopes {
            needs.extend(&slope.needs);
            let tokens = &slope.tokens;
            product = Some(match product {
                None => tokens.clone(),
                Some(product) => quote!(#product.times(#tokens)),
            });
        }
        let product = product.unwrap_or_else(|| quote!(Num::from(1.0)));
        whole = Some(match (whole, path.is_negative) {
            (None, false) => product,
            (None, true) => quote!((-#product)),
            (Some(whole), false) => quote!(#whole + #product),
            (Some(whole), true) => quote!(#whole - #product),
        });
    }
    Piece {
        tokens: whole.unwrap_or_else(|| quote!(Num::ZERO)),
        needs,
    }
}
