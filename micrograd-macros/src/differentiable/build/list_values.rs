//! What lists are made of: literals, repetitions, copies, and plain numbers lifted to active ones.

use super::refused_expressions::{refusal_of_list_method, refusal_of_other};
use super::values::with_float_literals;
use super::{Builder, Effect};
use crate::differentiable::activity::is_active;
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{Back, Piece, Value};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Expr, ExprKind};
use proc_macro2::TokenStream;

impl Builder {
    /// A list in the words of the way forward; its adjoint is passed on to the numbers and lists in it.
    pub(super) fn list_value(&mut self, value: &Expr, adjoint: &TokenStream) -> TokenStream {
        let mut leaves = Vec::new();
        let tokens = self.part_tokens(value, adjoint, &mut leaves);
        for (adjoint, value) in leaves.iter().rev() {
            self.pass(value, &adjoint.tokens, false);
        }
        tokens
    }

    /// A list in the words of the way forward; its numbers go to `leaves`, each with the place of its adjoint.
    fn part_tokens(
        &mut self,
        value: &Expr,
        adjoint: &TokenStream,
        leaves: &mut Vec<(Piece, Value)>,
    ) -> TokenStream {
        if !is_active(&self.variables, value) {
            return self.constant_list(value);
        }
        if let Some(place) = self.copied_place(value)
            && place.depth > 0
        {
            let from = self.place_forward(&place);
            self.effects.push(Effect::AddsToList(place.root));
            let to = self.adjoint_place(&place);
            let target = &to.tokens;
            self.back.push(Back::Piece(Piece {
                tokens: quote!(__ad::accumulate(&mut #target[..], &#adjoint[..]);),
                needs: to.needs,
            }));
            return if self.is_lent(&place) {
                quote!(__ad::copy(#from))
            } else {
                quote!(__ad::copy(&#from))
            };
        }
        match &value.kind {
            ExprKind::List { is_vec, elements } => {
                let mut parts = Vec::new();
                for (i, element) in elements.iter().enumerate() {
                    let index = proc_macro2::Literal::usize_unsuffixed(i);
                    let adjoint = quote!(#adjoint[#index]);
                    if self.is_a_list(element) {
                        parts.push(self.part_tokens(element, &adjoint, leaves));
                    } else {
                        let number = self.value(element);
                        parts.push(self.forward_of(&number));
                        leaves.push((Piece::of(adjoint), number));
                    }
                }
                elements_tokens(*is_vec, &parts)
            }
            ExprKind::Repeat {
                is_vec,
                element,
                count,
            } => {
                let tokens = if self.is_a_list(element) {
                    self.repeated_list(element, adjoint)
                } else {
                    let number = self.value(element);
                    let tokens = self.forward_of(&number);
                    leaves.push((Piece::of(quote!(__ad::sum(&#adjoint[..]))), number));
                    tokens
                };
                let count = self.plain(count).forward;
                repeat_tokens(*is_vec, &tokens, &count)
            }
            ExprKind::Method { name, .. } => {
                self.refuse(value.span, refusal_of_list_method(name.to_string()));
                quote!(::core::default::Default::default())
            }
            ExprKind::Other(tokens, _) => {
                let refusal = refusal_of_other(tokens);
                self.refuse(value.span, refusal);
                quote!(::core::default::Default::default())
            }
            _ => {
                self.refuse(value.span, Refusal::Pattern);
                quote!(::core::default::Default::default())
            }
        }
    }

    /// The element of `[list; n]`: what comes to its copies comes to it.
    fn repeated_list(&mut self, element: &Expr, adjoint: &TokenStream) -> TokenStream {
        let place = self.list_before(element);
        let list = self.place_forward(&place);
        self.effects.push(Effect::AddsToList(place.root));
        let to = self.adjoint_place(&place);
        let (row, target) = (self.fresh("row"), &to.tokens);
        self.back.push(Back::Piece(Piece {
            tokens: quote! {
                for #row in #adjoint.iter() { __ad::accumulate(&mut #target[..], &#row[..]); }
            },
            needs: to.needs,
        }));
        quote!(__ad::copy(&#list))
    }

    /// A list of plain numbers as one of active numbers.
    fn constant_list(&mut self, value: &Expr) -> TokenStream {
        match &value.kind {
            ExprKind::Repeat {
                is_vec,
                element,
                count,
            } => {
                let element = self.constant_list(element);
                let count = self.plain(count).forward;
                repeat_tokens(*is_vec, &element, &count)
            }
            ExprKind::List { is_vec, elements } => {
                let elements: Vec<TokenStream> =
                    elements.iter().map(|e| self.constant_list(e)).collect();
                elements_tokens(*is_vec, &elements)
            }
            ExprKind::Call {
                function,
                arguments,
                ..
            } if function.to_string().replace(' ', "").starts_with("Vec::") => {
                let arguments = arguments.iter().map(|a| self.plain(a).forward);
                quote!(#function(#(#arguments),*))
            }
            ExprKind::Literal(_) => {
                let tokens = self.plain(&with_float_literals(value)).forward;
                quote!(Num::from(#tokens))
            }
            _ => {
                let tokens = self.plain(value).forward;
                quote!(__ad::lift(&#tokens))
            }
        }
    }
}

/// `[a, b]` or `vec![a, b]`
fn elements_tokens(is_vec: bool, elements: &[TokenStream]) -> TokenStream {
    let vec = is_vec.then(|| quote!(::std::vec!));
    quote!(#vec[#(#elements),*])
}

/// `[a; n]` or `vec![a; n]`
pub(super) fn repeat_tokens(
    is_vec: bool,
    element: &TokenStream,
    count: &TokenStream,
) -> TokenStream {
    let vec = is_vec.then(|| quote!(::std::vec!));
    quote!(#vec[#element; #count])
}
