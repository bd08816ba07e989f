//! Calls of other differentiable functions.
//!
//! Outside of loops and branches the way forward keeps what the called function's way back needs. Elsewhere the way
//! back runs that function again, so that nothing of it is stored.

mod arguments;

use super::{Binding, Builder, Effect, Target, adjoint_of};
use crate::differentiable::activity::is_active;
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{
    Back, Definition, Forward, Piece, Place, RegionKind, Value, VersionId,
};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Expr, ExprKind, VariableId};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
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
                    let seed = self.fresh("seed");
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
        let seed = self.fresh("seed");
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
        let forward = parts.iter().map(|part| &part.forward);
        let forward = quote!(#(#forward),*);
        let value = quote!(#before #name = #function::value #generics(#forward););
        let back = self.fresh("back");
        let with_back = if keeps_state {
            quote!(#before (#name, #back) = #function::pullback #generics(#forward);)
        } else {
            value.clone()
        };
        self.forward.push(Forward::Call {
            plain: value,
            with_back,
        });

        let slots = parts.iter().map(|part| &part.slot.tokens);
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
            let back_arguments = parts.iter().map(|part| &part.back.tokens);
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
