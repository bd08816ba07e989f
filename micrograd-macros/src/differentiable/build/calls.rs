//! Calls of other differentiable functions.
//!
//! Outside of loops and branches the way forward keeps what the called function's way back needs; elsewhere that
//! function is run again when the way back comes to the call, so that nothing of it is stored.

use super::{Binding, Builder, Effect, Target, adjoint_of};
use crate::differentiable::activity::is_active;
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{
    Back, Definition, Forward, Piece, Place, RegionKind, Value, VersionId,
};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Expr, ExprKind, VariableId};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::HashSet;

/// The function's path, its generic arguments, its arguments.
pub(super) type Called<'a> = (&'a TokenStream, &'a TokenStream, &'a [Expr]);

/// An argument in the words of both ways.
struct Argument {
    forward: TokenStream,
    back: Piece,
    /// What takes its adjoint, or holds what nobody needs.
    slot: Piece,
    /// Numbers whose adjoints have places of their own, to be passed on after the call.
    passed: Vec<(TokenStream, Value)>,
    /// The same for a list.
    list: Option<(TokenStream, Place)>,
}

impl Builder {
    pub(super) fn call_of_number(
        &mut self,
        span: Span,
        function: &TokenStream,
        turbofish: &TokenStream,
        arguments: &[Expr],
    ) -> Value {
        let name = self.fresh("call");
        let adjoint = adjoint_of(&name);
        let version = self.add_named(name.clone(), Definition::Opaque, true);
        self.declare_adjoint(&adjoint, Self::zero());
        let outer = std::mem::take(&mut self.back);
        self.call(
            span,
            (function, turbofish, arguments),
            &quote!(let),
            &quote!(#name),
            &quote!(#adjoint),
        );
        let back = std::mem::replace(&mut self.back, outer);
        Value::Result {
            version,
            adjoint,
            back,
        }
    }

    pub(super) fn call_of_tuple(
        &mut self,
        span: Span,
        targets: &[Target],
        declares: bool,
        called: Called<'_>,
    ) {
        let mut names = Vec::new();
        let mut seeds = Vec::new();
        let mut needs = Vec::new();
        let mut parts: Vec<(Ident, VariableId)> = Vec::new();
        for target in targets {
            let name = self.fresh("part");
            names.push(quote!(#name));
            match target {
                Target::Number(id) | Target::List(id) => {
                    let adjoint = self.adjoint_name(*id);
                    parts.push((name, *id));
                    if declares {
                        seeds.push(quote!(#adjoint.clone()));
                        continue;
                    }
                    // The arguments may read what is overwritten: their adjoints go where its adjoint was.
                    let seed = self.next_name("seed");
                    self.effects.push(Effect::Sets(*id));
                    self.back.push(Back::Piece(Piece::of(
                        quote!(let #seed = #adjoint.clone(); __ad::clear(&mut #adjoint);),
                    )));
                    seeds.push(quote!(#seed.clone()));
                }
                Target::Ignored => {
                    let part = self.add_named(name.clone(), Definition::Opaque, false);
                    needs.push(part);
                    seeds.push(quote!(__ad::zeros(&#name)));
                }
                _ => return self.refuse(span, Refusal::Pattern),
            }
        }
        let seed = self.next_name("seed");
        self.back.push(Back::Piece(Piece {
            tokens: quote!(let #seed = (#(#seeds,)*);),
            needs,
        }));
        self.call(
            span,
            called,
            &quote!(let),
            &quote!((#(#names,)*)),
            &quote!(#seed),
        );
        for (name, id) in parts {
            let (variable, mutable) = (&self.variables[id].name, self.mutability(id));
            self.forward.push(Forward::Tokens(if declares {
                quote!(let #mutable #variable = #name;)
            } else {
                quote!(#variable = #name;)
            }));
            if matches!(self.binding(id), Some(Binding::Number)) {
                self.has_result(id, declares);
            }
        }
    }

    /// A variable has been given what a call results in.
    fn has_result(&mut self, id: VariableId, declares: bool) {
        if declares && !self.variables[id].mutable {
            let name = self.variables[id].name.clone();
            let version = self.add_named(name, Definition::Opaque, true);
            self.set_current(id, version);
        } else {
            let version = self.assign_version(id, Definition::Opaque);
            self.forward.push(Forward::Copy(version));
        }
    }

    /// `let x = function(…);` where only called functions know what `x` is.
    pub(super) fn unknown_from_call(&mut self, id: VariableId, value: &Expr) {
        let ExprKind::Call {
            function,
            turbofish,
            arguments,
        } = &value.kind
        else {
            return;
        };
        let (name, mutable) = (self.variables[id].name.clone(), self.mutability(id));
        let adjoint = self.adjoint_name(id);
        self.call(
            value.span,
            (function, turbofish, arguments),
            &quote!(let #mutable),
            &quote!(#name),
            &quote!(#adjoint),
        );
        self.has_result(id, true);
    }

    /// `before name = function(arguments);`, whose adjoint is `seed`.
    pub(super) fn call(
        &mut self,
        span: Span,
        (function, turbofish, arguments): Called<'_>,
        before: &TokenStream,
        name: &TokenStream,
        seed: &TokenStream,
    ) {
        if let Some(name) = constructor(function) {
            return self.refuse(span, Refusal::UnknownMethod { name });
        }
        self.callees.push(function.clone());
        let mut keeps_state = self.regions[self.region].kind == RegionKind::Function
            && before.to_string() == "let"
            && function.to_string() != self.function;
        let mut taken = HashSet::new();
        let mut parts = Vec::new();
        for (i, argument) in arguments.iter().enumerate() {
            let part = if is_active(&self.variables, argument) {
                self.active_argument(argument, &mut taken, &mut keeps_state)
            } else {
                keeps_state &= self.is_surely_no_list(argument);
                Some(self.plain_argument(function, i, argument))
            };
            let Some(part) = part else {
                if self.refusals.is_empty() {
                    self.refuse(span, Refusal::ActiveInPlain);
                }
                return;
            };
            parts.push(part);
        }
        let generics = with_number(turbofish);
        let forward: Vec<&TokenStream> = parts.iter().map(|part| &part.forward).collect();
        let value = quote!(#before #name = #function::value #generics(#(#forward),*););
        let back = self.fresh("back");
        let with_back = if keeps_state {
            quote!(#before (#name, #back) = #function::pullback #generics(#(#forward),*);)
        } else {
            value.clone()
        };
        self.forward.push(Forward::Call {
            plain: value,
            with_back,
        });

        let slots: Vec<&TokenStream> = parts.iter().map(|part| &part.slot.tokens).collect();
        let mut needs: Vec<VersionId> = Vec::new();
        for part in &parts {
            needs.extend(&part.slot.needs);
        }
        let tokens = if keeps_state {
            quote!(if __ad::is_nonzero(&#seed) { #back(&#seed, #(#slots),*); })
        } else {
            for part in &parts {
                needs.extend(&part.back.needs);
            }
            let back_arguments: Vec<&TokenStream> =
                parts.iter().map(|part| &part.back.tokens).collect();
            quote! {
                if __ad::is_nonzero(&#seed) {
                    (#function::pullback #generics(#(#back_arguments),*).1)(&#seed, #(#slots),*);
                }
            }
        };
        self.back.push(Back::Piece(Piece { tokens, needs }));
        for part in parts.iter().rev() {
            if let Some((adjoint, place)) = &part.list {
                self.effects.push(Effect::AddsToList(place.root));
                let to = self.adjoint_place(place);
                let target = &to.tokens;
                self.back.push(Back::Piece(Piece {
                    tokens: quote!(__ad::accumulate(&mut #target[..], &#adjoint[..]);),
                    needs: to.needs,
                }));
            }
            for (adjoint, value) in part.passed.iter().rev() {
                self.pass(value, adjoint, false);
            }
        }
    }

    fn active_argument(
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
        let value = self.value(inner);
        let (forward, back) = (self.forward_of(&value), self.back_of(&value));
        let reference = is_reference.then(|| quote!(&));
        let back_tokens = &back.tokens;
        if is_reference {
            *keeps_state = false;
        }
        let (slot, passed) = match &value {
            Value::Variable {
                variable, adjoint, ..
            } if taken.insert(*variable) => {
                self.effects.push(Effect::AddsToNumber(*variable));
                (Piece::of(quote!(&mut #adjoint)), Vec::new())
            }
            _ => {
                let adjoint = self.next_name("adjoint_of_argument");
                self.back.push(Back::Piece(Piece::of(
                    quote!(let mut #adjoint = Num::ZERO;),
                )));
                (
                    Piece::of(quote!(&mut #adjoint)),
                    vec![(quote!(#adjoint), value)],
                )
            }
        };
        Some(Argument {
            forward: quote!(#reference #forward),
            back: Piece {
                tokens: quote!(#reference #back_tokens),
                needs: back.needs,
            },
            slot,
            passed,
            list: None,
        })
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
            let name = self.next_name("adjoint_of_argument");
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
        let forward: Vec<TokenStream> = values.iter().map(|v| self.forward_of(v)).collect();
        let pieces: Vec<Piece> = values.iter().map(|v| self.back_of(v)).collect();
        let back: Vec<&TokenStream> = pieces.iter().map(|piece| &piece.tokens).collect();
        let reference = is_reference.then(|| quote!(&));
        let vec = is_vec.then(|| quote!(::std::vec!));
        let adjoint = self.next_name("adjoint_of_argument");
        let count = proc_macro2::Literal::usize_unsuffixed(values.len());
        self.back.push(Back::Piece(Piece::of(
            quote!(let mut #adjoint = [Num::ZERO; #count];),
        )));
        let passed = values.into_iter().enumerate().map(|(i, value)| {
            let index = proc_macro2::Literal::usize_unsuffixed(i);
            (quote!(#adjoint[#index]), value)
        });
        let passed = passed.collect();
        Argument {
            forward: quote!(#reference #vec[#(#forward),*]),
            back: Piece {
                tokens: quote!(#reference #vec[#(#back),*]),
                needs: pieces.iter().flat_map(|p| p.needs.clone()).collect(),
            },
            slot: Piece::of(quote!(&mut #adjoint)),
            passed,
            list: None,
        }
    }

    /// An argument without derivative: the function says whether it takes an active number there.
    fn plain_argument(
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
        let (held, sink) = (self.next_name("held"), self.next_name("unused"));
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
    fn is_surely_no_list(&self, argument: &Expr) -> bool {
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

/// The name of a variant, or of a function of a type: none of them has derivatives beside it.
fn constructor(function: &TokenStream) -> Option<String> {
    let name = function.to_string().replace(' ', "");
    let mut parts = name.rsplit("::").take(2);
    let is_type = parts.any(|part| part.starts_with(char::is_uppercase) && part != "Self");
    is_type.then_some(name)
}

/// The generic arguments with the number type at their end.
fn with_number(turbofish: &TokenStream) -> TokenStream {
    if turbofish.is_empty() {
        return TokenStream::new();
    }
    let mut tokens: Vec<TokenTree> = turbofish.clone().into_iter().collect();
    let last = tokens.pop();
    let mut result: TokenStream = tokens.into_iter().collect();
    result.extend(quote!(, Num));
    result.extend(last);
    result
}
