//! Assignments to active lists as wholes, and lists under names of their own.

use super::{Binding, Builder, Effect, Target};
use crate::differentiable::activity::is_active;
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{Back, Forward, Piece, Place};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::signature::over;
use crate::differentiable::tree::{Arithmetic, Expr, ExprKind, VariableId};
use proc_macro2::Ident;

impl Builder {
    /// `list = value`
    pub(super) fn assign_list(&mut self, id: VariableId, value: &Expr, declares: bool) {
        let name = self.variables[id].name.clone();
        let length = (!declares && self.filled.contains(&id)).then(|| {
            let length = self.fresh("length");
            self.forward
                .push(Forward::Tokens(quote!(let #length = #name.len();)));
            length
        });
        self.fill_list(id, value, declares);
        self.filled.insert(id);
        if let Some(length) = length {
            // Its adjoint has one length.
            self.forward.push(Forward::Tokens(
                quote!(__ad::same_length(#length, #name.len());),
            ));
        }
    }

    fn fill_list(&mut self, id: VariableId, value: &Expr, declares: bool) {
        let name = self.variables[id].name.clone();
        let adjoint = self.adjoint_name(id);
        if let ExprKind::Call {
            function,
            turbofish,
            arguments,
        } = &value.kind
            && is_active(&self.variables, value)
        {
            let mutable = self.mutability(id);
            let before = if declares {
                quote!(let #mutable)
            } else {
                quote!()
            };
            let seed = if declares {
                adjoint
            } else {
                // The arguments may read what is overwritten: their adjoints go where its adjoint was.
                self.taken_list(id, &adjoint)
            };
            return self.call(
                value.span,
                (function, turbofish, arguments),
                &before,
                &quote!(#name),
                &quote!(#seed),
            );
        }
        let mut mentions_itself = false;
        value.visit_variables(&mut |of| mentions_itself |= of == id);
        let takes_first = !declares && mentions_itself;
        let from = if takes_first {
            self.taken_list(id, &adjoint)
        } else {
            adjoint.clone()
        };
        let tokens = self.list_value(value, &quote!(#from));
        let mutable = self.mutability(id);
        // The type of an empty list may stand there alone.
        let ty = self.variables[id].written_type.as_ref();
        let ty = ty.filter(|ty| !matches!(ty, syn::Type::Reference(_)));
        let ty = ty.map(|ty| over(ty, &quote!(Num))).map(|ty| quote!(: #ty));
        self.forward.push(Forward::Tokens(if declares {
            quote!(let #mutable #name #ty = #tokens;)
        } else {
            quote!(#name = #tokens;)
        }));
        if !declares && !takes_first {
            self.clear(id, &adjoint);
        }
    }

    /// The adjoint of a list that is overwritten by something made of it.
    fn taken_list(&mut self, id: VariableId, adjoint: &Ident) -> Ident {
        let taken = self.fresh("row");
        self.back.push(Back::Piece(Piece::of(
            quote!(let #taken = #adjoint.clone();),
        )));
        self.clear(id, adjoint);
        taken
    }

    pub(super) fn clear(&mut self, id: VariableId, adjoint: &Ident) {
        self.effects.push(Effect::Sets(id));
        let tokens = quote!(__ad::clear(&mut #adjoint););
        self.back.push(Back::Piece(Piece::of(tokens)));
    }

    /// `list[i] = list` for lists of lists.
    pub(super) fn assign_row(
        &mut self,
        target: &Expr,
        place: &Place,
        operator: Option<Arithmetic>,
        value: &Expr,
    ) {
        if operator.is_some() {
            return self.refuse(target.span, Refusal::Target);
        }
        let to = self.place_forward(place);
        let adjoint = self.adjoint_place(place);
        self.effects.push(Effect::Sets(place.root));
        let row = self.fresh("row");
        let taken = adjoint.tokens.clone();
        self.back.push(Back::Piece(Piece {
            tokens: quote!(let #row = #taken.clone(); __ad::clear(&mut #taken);),
            needs: adjoint.needs,
        }));
        let tokens = self.list_value(value, &quote!(#row));
        self.forward.push(Forward::Tokens(quote!(#to = #tokens;)));
    }

    /// A list under a name of its own.
    pub(super) fn named_list(&mut self, value: &Expr) -> Place {
        let name = self.fresh("list");
        let id = self.add_temporary(name);
        let depth = self.depth_of_expr(value).unwrap_or(1);
        self.declare_list(id, depth, value);
        self.assign(&Target::List(id), value, true);
        self.end_statement();
        Place {
            root: id,
            projections: Vec::new(),
            depth,
        }
    }

    /// The same, within a statement whose way back has begun.
    pub(super) fn list_before(&mut self, value: &Expr) -> Place {
        let back = std::mem::take(&mut self.back);
        let place = self.named_list(value);
        self.back = back;
        place
    }

    pub(super) fn is_list(&self, id: VariableId) -> bool {
        matches!(self.binding(id), Some(Binding::List { .. }))
    }
}
