//! Active lists as wholes: how they begin, are copied, and grow.

use super::refused_expressions::refusal_of_other;
use super::values::with_float_literals;
use super::{Binding, Builder, Effect, Target};
use crate::differentiable::activity::is_active;
use crate::differentiable::hygiene::quote;
use crate::differentiable::methods;
use crate::differentiable::program::{Back, Forward, Piece, Place, Value};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::signature::over;
use crate::differentiable::tree::{Arithmetic, Expr, ExprKind, VariableId};
use proc_macro2::{Ident, TokenStream};

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
        let mut leaves = Vec::new();
        let tokens = self.part_tokens(value, &quote!(#from), &mut leaves);
        for (adjoint, value) in leaves.iter().rev() {
            self.pass(value, &adjoint.tokens, false);
        }
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
        let taken = self.next_name("row");
        self.back.push(Back::Piece(Piece::of(
            quote!(let #taken = #adjoint.clone();),
        )));
        self.clear(id, adjoint);
        taken
    }

    fn clear(&mut self, id: VariableId, adjoint: &Ident) {
        self.effects.push(Effect::Sets(id));
        let tokens = quote!(__ad::clear(&mut #adjoint););
        self.back.push(Back::Piece(Piece::of(tokens)));
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
                if *is_vec {
                    quote!(::std::vec![#(#parts),*])
                } else {
                    quote!([#(#parts),*])
                }
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
                if *is_vec {
                    quote!(::std::vec![#tokens; #count])
                } else {
                    quote!([#tokens; #count])
                }
            }
            ExprKind::Method { name, .. } => {
                let text = name.to_string();
                let refusal = if methods::is_of_iterators(&text) {
                    Refusal::IteratorChain { name: text }
                } else {
                    Refusal::UnknownMethod { name: text }
                };
                self.refuse(value.span, refusal);
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

    pub(super) fn is_a_list(&mut self, value: &Expr) -> bool {
        self.depth_of_expr(value).is_some_and(|depth| depth > 0)
    }

    /// The element of `[list; n]`: what comes to its copies comes to it.
    fn repeated_list(&mut self, element: &Expr, adjoint: &TokenStream) -> TokenStream {
        let place = self.list_before(element);
        let list = self.place_forward(&place);
        self.effects.push(Effect::AddsToList(place.root));
        let to = self.adjoint_place(&place);
        let (row, target) = (self.next_name("row"), &to.tokens);
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
                if *is_vec {
                    quote!(::std::vec![#element; #count])
                } else {
                    quote!([#element; #count])
                }
            }
            ExprKind::List { is_vec, elements } => {
                let elements: Vec<TokenStream> =
                    elements.iter().map(|e| self.constant_list(e)).collect();
                if *is_vec {
                    quote!(::std::vec![#(#elements),*])
                } else {
                    quote!([#(#elements),*])
                }
            }
            ExprKind::Call {
                function,
                arguments,
                ..
            } if function.to_string().replace(' ', "").starts_with("Vec::") => {
                let arguments: Vec<TokenStream> =
                    arguments.iter().map(|a| self.plain(a).forward).collect();
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
        let row = self.next_name("row");
        let taken = adjoint.tokens.clone();
        self.back.push(Back::Piece(Piece {
            tokens: quote!(let #row = #taken.clone(); __ad::clear(&mut #taken);),
            needs: adjoint.needs,
        }));
        let mut leaves = Vec::new();
        let tokens = self.part_tokens(value, &quote!(#row), &mut leaves);
        for (adjoint, value) in leaves.iter().rev() {
            self.pass(value, &adjoint.tokens, false);
        }
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
        let d = &adjoint.tokens;
        match (text.as_str(), arguments) {
            ("push", [element]) if place.depth == 1 => {
                let value = self.value(element);
                let tokens = self.forward_of(&value);
                self.forward
                    .push(Forward::Tokens(quote!(#list.push(#tokens);)));
                let name = self.next_name("a");
                self.back.push(Back::Piece(Piece {
                    tokens: quote!(let #name = __ad::pop(&mut #d);),
                    needs: adjoint.needs,
                }));
                self.pass(&value, &quote!(#name), false);
            }
            ("push", [element]) => {
                let name = self.next_name("row");
                self.back.push(Back::Piece(Piece {
                    tokens: quote!(let #name = __ad::pop(&mut #d);),
                    needs: adjoint.needs,
                }));
                let mut leaves = Vec::new();
                let tokens = self.part_tokens(element, &quote!(#name), &mut leaves);
                for (adjoint, value) in leaves.iter().rev() {
                    self.pass(value, &adjoint.tokens, false);
                }
                self.forward
                    .push(Forward::Tokens(quote!(#list.push(#tokens);)));
            }
            ("fill", [element]) if place.depth == 1 => {
                let value = self.value(element);
                let tokens = self.forward_of(&value);
                self.forward
                    .push(Forward::Tokens(quote!(#list.fill(#tokens);)));
                let name = self.next_name("a");
                self.back.push(Back::Piece(Piece {
                    tokens: quote!(let #name = __ad::sum(&#d[..]); __ad::clear(&mut #d[..]);),
                    needs: adjoint.needs,
                }));
                self.pass(&value, &quote!(#name), false);
            }
            ("copy_from_slice" | "clone_from_slice", [source]) => {
                if is_active(&self.variables, source) {
                    let Some(from) = self.place(source) else {
                        return self.refuse(source.span, Refusal::Pattern);
                    };
                    let tokens = self.place_forward(&from);
                    let slice = if self.is_lent(&from) {
                        quote!(#tokens)
                    } else {
                        quote!(&#tokens)
                    };
                    self.forward
                        .push(Forward::Tokens(quote!(#list.copy_from_slice(#slice);)));
                    self.effects.push(Effect::AddsToList(from.root));
                    let to = self.adjoint_place(&from);
                    let row = self.next_name("row");
                    let to_tokens = &to.tokens;
                    self.back.push(Back::Piece(Piece {
                        tokens: quote! {
                            let #row = #d.to_vec();
                            __ad::clear(&mut #d[..]);
                            __ad::accumulate(&mut #to_tokens[..], &#row[..]);
                        },
                        needs: [adjoint.needs, to.needs].concat(),
                    }));
                } else {
                    let tokens = self.plain(source).forward;
                    self.forward.push(Forward::Tokens(
                        quote!(#list.clone_from_slice(&__ad::lift::<Num, _>(#tokens));),
                    ));
                    self.back.push(Back::Piece(Piece {
                        tokens: quote!(__ad::clear(&mut #d[..]);),
                        needs: adjoint.needs,
                    }));
                }
            }
            ("swap", [_, _]) => self.refuse(expr.span, Refusal::Swap),
            _ => {
                let refusal = if methods::is_of_iterators(&text) {
                    Refusal::IteratorChain { name: text }
                } else {
                    Refusal::UnknownMethod { name: text }
                };
                self.refuse(expr.span, refusal);
            }
        }
    }

    pub(super) fn is_list(&self, id: VariableId) -> bool {
        matches!(self.binding(id), Some(Binding::List { .. }))
    }
}
