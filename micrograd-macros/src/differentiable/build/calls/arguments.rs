//! What a call is handed, and where the adjoint of that goes.

use super::Argument;
use crate::differentiable::build::{Binding, Builder, Effect};
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{Back, Definition, Piece, Place, Value};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Expr, ExprKind, VariableId};
use proc_macro2::TokenStream;
use quote::ToTokens;
use std::collections::HashSet;

impl Builder {
    pub(super) fn active_argument(
        &mut self,
        argument: &Expr,
        taken: &mut HashSet<VariableId>,
        keeps_state: &mut bool,
    ) -> Option<Argument> {
        let (inner, is_reference) = match &argument.kind {
            ExprKind::Reference { mutable: true, .. } => {
                self.refuse(argument.span, Refusal::MutableAlias);
                return None;
            }
            ExprKind::Reference { of, .. } => (&**of, true),
            _ => (argument, false),
        };
        if let Some(place) = self.copied_place(inner)
            && place.depth > 0
        {
            let copies = !is_reference && matches!(inner.kind, ExprKind::Method { .. });
            return Some(self.list_argument(&place, is_reference, copies, taken, keeps_state));
        }
        let is_nested = match &inner.kind {
            ExprKind::List { elements, .. } => elements.iter().any(|e| self.is_a_list(e)),
            ExprKind::Repeat { .. } => true,
            _ => false,
        };
        if is_nested {
            let place = self.list_before(inner);
            return Some(self.list_argument(&place, is_reference, false, taken, keeps_state));
        }
        if let ExprKind::List { is_vec, elements } = &inner.kind {
            *keeps_state &= !is_reference;
            return Some(self.literal_argument(*is_vec, elements, is_reference));
        }
        *keeps_state &= !is_reference;
        Some(self.number_argument(inner, is_reference, taken))
    }

    fn number_argument(
        &mut self,
        number: &Expr,
        is_reference: bool,
        taken: &mut HashSet<VariableId>,
    ) -> Argument {
        let value = self.value(number);
        let (forward, back) = (self.forward_of(&value), self.back_of(&value));
        let reference = is_reference.then(|| quote!(&));
        let back_tokens = &back.tokens;
        let (slot, passed) = match &value {
            Value::Variable {
                variable, adjoint, ..
            } if taken.insert(*variable) => {
                self.effects.push(Effect::AddsToNumber(*variable));
                (Piece::of(quote!(&mut #adjoint)), Vec::new())
            }
            _ => {
                let adjoint = self.fresh("adjoint_of_argument");
                self.back.push(Back::Piece(Piece::of(
                    quote!(let mut #adjoint = Num::ZERO;),
                )));
                (
                    Piece::of(quote!(&mut #adjoint)),
                    vec![(quote!(#adjoint), value)],
                )
            }
        };
        Argument {
            forward: quote!(#reference #forward),
            back: Piece {
                tokens: quote!(#reference #back_tokens),
                needs: back.needs,
            },
            slot,
            passed,
            list: None,
        }
    }

    fn list_argument(
        &mut self,
        place: &Place,
        is_reference: bool,
        copies: bool,
        taken: &mut HashSet<VariableId>,
        keeps_state: &mut bool,
    ) -> Argument {
        let is_lent = self.is_lent(place);
        let is_owned = !is_reference && !is_lent && place.projections.is_empty();
        let comes_from_caller = matches!(
            self.binding(place.root),
            Some(Binding::List {
                is_reference: true,
                ..
            })
        );
        *keeps_state &= comes_from_caller && !copies;
        let write = |tokens: &TokenStream| {
            if is_owned || copies {
                if is_lent {
                    quote!(__ad::copy(#tokens))
                } else {
                    quote!(__ad::copy(&#tokens))
                }
            } else if is_lent {
                quote!(#tokens)
            } else {
                quote!(&#tokens)
            }
        };
        let (forward, back) = if self.is_stable(place) {
            let (forward, back) = (self.place_forward(place), self.place_back(place));
            (
                write(&forward),
                Piece {
                    tokens: write(&back.tokens),
                    needs: back.needs,
                },
            )
        } else {
            *keeps_state = false;
            let tokens = self.place_forward(place);
            let reference = (!is_lent).then(|| quote!(&));
            let copy = quote!(__ad::copy(#reference #tokens));
            let version = self.define("argument", copy, Definition::Opaque, false);
            let name = self.versions[version].forward.clone();
            let tokens = if is_owned || copies {
                quote!(__ad::copy(&#name))
            } else {
                quote!(&#name)
            };
            (
                tokens.clone(),
                Piece {
                    tokens,
                    needs: vec![version],
                },
            )
        };
        let adjoint = self.adjoint_place(place);
        let target = &adjoint.tokens;
        self.effects.push(Effect::AddsToList(place.root));
        let adjoint_is_lent =
            place.projections.is_empty() && self.lent_adjoints.contains(&place.root);
        let (slot, list) = if taken.insert(place.root) {
            let tokens = if adjoint_is_lent {
                quote!(&mut *#target)
            } else {
                quote!(&mut #target)
            };
            (
                Piece {
                    tokens,
                    needs: adjoint.needs,
                },
                None,
            )
        } else {
            let name = self.fresh("adjoint_of_argument");
            let dereference = adjoint_is_lent.then(|| quote!(*));
            self.back.push(Back::Piece(Piece {
                tokens: quote!(let mut #name = __ad::zeros(&#dereference #target);),
                needs: adjoint.needs,
            }));
            (
                Piece::of(quote!(&mut #name)),
                Some((quote!(#name), place.clone())),
            )
        };
        Argument {
            forward,
            back,
            slot,
            passed: Vec::new(),
            list,
        }
    }

    fn literal_argument(
        &mut self,
        is_vec: bool,
        elements: &[Expr],
        is_reference: bool,
    ) -> Argument {
        let values: Vec<Value> = elements.iter().map(|element| self.value(element)).collect();
        let reference = is_reference.then(|| quote!(&));
        let vec = is_vec.then(|| quote!(::std::vec!));
        let adjoint = self.fresh("adjoint_of_argument");
        let count = proc_macro2::Literal::usize_unsuffixed(values.len());
        self.back.push(Back::Piece(Piece::of(
            quote!(let mut #adjoint = [Num::ZERO; #count];),
        )));
        let (mut forward, mut back) = (Vec::new(), Vec::new());
        let (mut needs, mut passed) = (Vec::new(), Vec::new());
        for (i, value) in values.into_iter().enumerate() {
            forward.push(self.forward_of(&value));
            let piece = self.back_of(&value);
            back.push(piece.tokens);
            needs.extend(piece.needs);
            let index = proc_macro2::Literal::usize_unsuffixed(i);
            passed.push((quote!(#adjoint[#index]), value));
        }
        Argument {
            forward: quote!(#reference #vec[#(#forward),*]),
            back: Piece {
                tokens: quote!(#reference #vec[#(#back),*]),
                needs,
            },
            slot: Piece::of(quote!(&mut #adjoint)),
            passed,
            list: None,
        }
    }

    /// An argument without derivative: the function says whether it takes an active number there.
    pub(super) fn plain_argument(
        &mut self,
        function: &TokenStream,
        position: usize,
        argument: &Expr,
    ) -> Argument {
        let plain = self.plain(argument);
        let plain = self.repeatable(plain, "argument");
        let position = proc_macro2::Literal::usize_unsuffixed(position);
        let role = quote!(<#function as __ad::Parameter<#position>>::Role);
        let (forward, back) = (&plain.forward, &plain.back);
        let (held, sink) = (self.fresh("held"), self.fresh("unused"));
        self.back.push(Back::Piece(Piece {
            tokens: quote! {
                let #held = __ad::give::<#role, Num, _>(#back);
                let mut #sink = __ad::unused::<#role, Num, _>(&#back);
            },
            needs: plain.needs.clone(),
        }));
        Argument {
            forward: quote!(__ad::pass(&__ad::give::<#role, Num, _>(#forward))),
            back: Piece {
                tokens: quote!(__ad::pass(&#held)),
                needs: plain.needs,
            },
            slot: Piece::of(quote!(&mut #sink)),
            passed: Vec::new(),
            list: None,
        }
    }

    /// Whether an argument without derivative cannot be a list of floats.
    pub(super) fn is_surely_no_list(&self, argument: &Expr) -> bool {
        match &argument.kind {
            ExprKind::Literal(_)
            | ExprKind::Arithmetic(..)
            | ExprKind::Cast(..)
            | ExprKind::Infix(..) => true,
            ExprKind::Variable(id) => match &self.variables[*id].written_type {
                Some(syn::Type::Path(path)) => {
                    let name = path.path.to_token_stream().to_string();
                    matches!(
                        name.as_str(),
                        "f64" | "usize" | "u32" | "i32" | "u64" | "i64" | "u8" | "bool"
                    )
                }
                _ => false,
            },
            _ => false,
        }
    }
}
