//! Methods that change an active list: `push`, `fill`, `copy_from_slice`.

use super::refused_expressions::refusal_of_list_method;
use super::{Builder, Effect};
use crate::differentiable::activity::is_active;
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{Back, Forward, Piece};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::Expr;
use proc_macro2::{Ident, TokenStream};

impl Builder {
    /// `list.push(x)` and its like.
    pub(super) fn list_method(
        &mut self,
        expr: &Expr,
        receiver: &Expr,
        name: &Ident,
        arguments: &[Expr],
    ) {
        let text = name.to_string();
        let Some(place) = self.place(receiver) else {
            let _ = self.value(expr);
            return;
        };
        self.effects.push(Effect::Sets(place.root));
        let list = self.place_forward(&place);
        let adjoint = self.adjoint_place(&place);
        match (text.as_str(), arguments) {
            ("push", [element]) if place.depth == 1 => self.push_number(&list, adjoint, element),
            ("push", [element]) => self.push_list(&list, adjoint, element),
            ("fill", [element]) if place.depth == 1 => self.fill(&list, adjoint, element),
            ("copy_from_slice" | "clone_from_slice", [source]) => {
                if is_active(&self.variables, source) {
                    self.copy_from_active(&list, adjoint, source);
                } else {
                    self.copy_from_plain(&list, adjoint, source);
                }
            }
            ("swap", [_, _]) => self.refuse(expr.span, Refusal::Swap),
            _ => self.refuse(expr.span, refusal_of_list_method(text)),
        }
    }

    fn push_number(&mut self, list: &TokenStream, adjoint: Piece, element: &Expr) {
        let value = self.value(element);
        let tokens = self.forward_of(&value);
        self.forward
            .push(Forward::Tokens(quote!(#list.push(#tokens);)));
        let name = self.fresh("a");
        let d = &adjoint.tokens;
        self.back.push(Back::Piece(Piece {
            tokens: quote!(let #name = __ad::pop(&mut #d);),
            needs: adjoint.needs,
        }));
        self.pass(&value, &quote!(#name), false);
    }

    fn push_list(&mut self, list: &TokenStream, adjoint: Piece, element: &Expr) {
        let name = self.fresh("row");
        let d = &adjoint.tokens;
        self.back.push(Back::Piece(Piece {
            tokens: quote!(let #name = __ad::pop(&mut #d);),
            needs: adjoint.needs,
        }));
        let tokens = self.list_value(element, &quote!(#name));
        self.forward
            .push(Forward::Tokens(quote!(#list.push(#tokens);)));
    }

    fn fill(&mut self, list: &TokenStream, adjoint: Piece, element: &Expr) {
        let value = self.value(element);
        let tokens = self.forward_of(&value);
        self.forward
            .push(Forward::Tokens(quote!(#list.fill(#tokens);)));
        let name = self.fresh("a");
        let d = &adjoint.tokens;
        self.back.push(Back::Piece(Piece {
            tokens: quote!(let #name = __ad::sum(&#d[..]); __ad::clear(&mut #d[..]);),
            needs: adjoint.needs,
        }));
        self.pass(&value, &quote!(#name), false);
    }

    fn copy_from_active(&mut self, list: &TokenStream, adjoint: Piece, source: &Expr) {
        let Some(from) = self.place(source) else {
            return self.refuse(source.span, Refusal::Pattern);
        };
        let tokens = self.place_forward(&from);
        let reference = (!self.is_lent(&from)).then(|| quote!(&));
        self.forward.push(Forward::Tokens(
            quote!(#list.copy_from_slice(#reference #tokens);),
        ));
        self.effects.push(Effect::AddsToList(from.root));
        let to = self.adjoint_place(&from);
        let row = self.fresh("row");
        let (d, to_tokens) = (&adjoint.tokens, &to.tokens);
        self.back.push(Back::Piece(Piece {
            tokens: quote! {
                let #row = #d.to_vec();
                __ad::clear(&mut #d[..]);
                __ad::accumulate(&mut #to_tokens[..], &#row[..]);
            },
            needs: [adjoint.needs, to.needs].concat(),
        }));
    }

    fn copy_from_plain(&mut self, list: &TokenStream, adjoint: Piece, source: &Expr) {
        let tokens = self.plain(source).forward;
        self.forward.push(Forward::Tokens(
            quote!(#list.clone_from_slice(&__ad::lift::<Num, _>(#tokens));),
        ));
        let d = &adjoint.tokens;
        self.back.push(Back::Piece(Piece {
            tokens: quote!(__ad::clear(&mut #d[..]);),
            needs: adjoint.needs,
        }));
    }
}
