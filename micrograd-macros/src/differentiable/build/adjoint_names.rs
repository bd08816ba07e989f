//! Adjoints: their names, their places, and where they begin.

use super::{Builder, places};
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{Piece, Place};
use crate::differentiable::tree::VariableId;
use proc_macro2::{Ident, Span};
use quote::format_ident;

impl Builder {
    /// `d_x`, or a name that no variable's adjoint has for one that is not written in the function.
    pub(in crate::differentiable) fn adjoint_name(&self, id: VariableId) -> Ident {
        let name = &self.variables[id].name;
        if id < self.written {
            let name = name.to_string();
            format_ident!(
                "d_{}",
                name.trim_start_matches("r#"),
                span = Span::mixed_site()
            )
        } else {
            adjoint_of(name)
        }
    }

    /// `let mut d_x = 0;` where the way back of this region begins.
    pub(super) fn declare_adjoint(&mut self, adjoint: &Ident, zero: Piece) {
        let tokens = &zero.tokens;
        let tokens = quote!(let mut #adjoint = #tokens;);
        let region = self.region;
        self.regions[region].adjoints.push(Piece {
            tokens,
            needs: zero.needs,
        });
    }

    pub(super) fn zero() -> Piece {
        Piece::of(quote!(Num::ZERO))
    }

    /// The adjoint of a place: `d_a[i]`.
    pub(super) fn adjoint_place(&mut self, place: &Place) -> Piece {
        let root = self.adjoint_name(place.root);
        places::projected(quote!(#root), place)
    }
}

/// The adjoint of something without a name in the function: variables' begin with `d_`.
pub(super) fn adjoint_of(name: &Ident) -> Ident {
    format_ident!("adjoint_of_{}", name, span = Span::mixed_site())
}
