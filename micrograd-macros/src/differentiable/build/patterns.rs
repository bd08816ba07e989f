//! Patterns of active values: each name is a number or a list of its own, or another word for a place.

use super::plain::combined;
use super::{Binding, Builder};
use crate::differentiable::activity::is_active;
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{Definition, Forward, Place, Plain, Projection, Value};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Expr, ExprKind, Pattern, VariableId};
use proc_macro2::{Span, TokenStream};

impl Builder {
    /// `let pattern = value`, the value active.
    pub(super) fn bind_pattern(&mut self, span: Span, pattern: &Pattern, value: &Expr) {
        match pattern {
            Pattern::Wild => {}
            Pattern::Reference(inner) => self.bind_pattern(span, inner, value),
            Pattern::Name(id) => self.bind_name(*id, value),
            Pattern::Tuple(parts) => match &value.kind {
                ExprKind::Tuple(values) if values.len() == parts.len() => {
                    for (part, value) in parts.iter().zip(values) {
                        self.bind_part(span, part, value);
                    }
                }
                ExprKind::Method {
                    receiver,
                    name,
                    arguments,
                    ..
                } if name == "split_at" && parts.len() == 2 && arguments.len() == 1 => {
                    let Some(place) = self.place(receiver) else {
                        return self.refuse(value.span, Refusal::Pattern);
                    };
                    self.bind_halves(span, parts, &place, &arguments[0]);
                }
                _ => {
                    if let Some(place) = self.taken_apart(value) {
                        return self.bind_fields(span, parts, &place);
                    }
                    let Some(target) = self.declared_target(pattern, value) else {
                        return self.refuse(span, Refusal::Pattern);
                    };
                    self.assign(&target, value, true);
                }
            },
            Pattern::Slice(parts) => match &value.kind {
                ExprKind::List { elements, .. } if elements.len() == parts.len() => {
                    for (part, value) in parts.iter().zip(elements) {
                        self.bind_part(span, part, value);
                    }
                }
                _ => {
                    if let Some(place) = self.taken_apart(value) {
                        return self.bind_elements(span, parts, &place);
                    }
                    // The list has a name of its own, and the parts are its elements.
                    self.bind_list_then_parts(span, parts, value);
                }
            },
            Pattern::Other(..) => self.refuse(span, Refusal::Pattern),
        }
    }

    fn bind_part(&mut self, span: Span, part: &Pattern, value: &Expr) {
        let is_any_active = part.variables().iter().any(|&id| self.variables[id].active);
        if is_any_active || is_active(&self.variables, value) {
            self.bind_pattern(span, part, value);
        } else {
            self.plain_let(part, value, None);
        }
        self.end_statement();
    }

    /// `let (left, right) = list.split_at(at)`
    fn bind_halves(&mut self, span: Span, parts: &[Pattern], list: &Place, at: &Expr) {
        let at = self.plain(at);
        let at = self.repeatable(at, "at");
        let halves = [
            combined([at.clone()], &|[at]| quote!(..#at)),
            combined([at], &|[at]| quote!(#at..)),
        ];
        for (part, half) in parts.iter().zip(halves) {
            let mut place = list.clone();
            place.projections.push(Projection::Index {
                index: half,
                strides: Vec::new(),
            });
            self.bind_place(span, part, place);
        }
    }

    fn bind_name(&mut self, id: VariableId, value: &Expr) {
        // A reference, and an element of a list of lists that is only looked at, are other words for a place.
        let is_reference = matches!(value.kind, ExprKind::Reference { mutable: false, .. });
        if let ExprKind::Reference { mutable: true, .. } = value.kind {
            return self.refuse(value.span, Refusal::MutableAlias);
        }
        let names_alias = match &value.kind {
            ExprKind::Variable(of) => match self.binding(*of) {
                Some(Binding::Alias(place)) => place.depth > 0 || !self.variables[id].mutable,
                Some(Binding::List { is_reference, .. }) => {
                    is_reference && !self.variables[id].mutable
                }
                _ => false,
            },
            _ => false,
        };
        if (is_reference || names_alias)
            && let Some(place) = self.place(value)
        {
            self.bind(id, Binding::Alias(place));
            return;
        }
        let Some(target) = self.declared_target(&Pattern::Name(id), value) else {
            return;
        };
        self.assign(&target, value, true);
    }

    /// The place of what is taken apart: one of a copy, if it changes while the parts are in use.
    fn taken_apart(&mut self, value: &Expr) -> Option<Place> {
        let place = self.place(value)?;
        let is_reference = match &value.kind {
            ExprKind::Variable(id) => !matches!(
                self.binding(*id),
                Some(Binding::List {
                    is_reference: false,
                    ..
                })
            ),
            ExprKind::Dereference(_) | ExprKind::Index(..) | ExprKind::Field(..) => false,
            _ => true,
        };
        let rest = self.future.last();
        if is_reference || !rest.is_some_and(|rest| rest.writes.contains(&place.root)) {
            return Some(place);
        }
        Some(self.named_list(value))
    }

    fn bind_list_then_parts(&mut self, span: Span, parts: &[Pattern], value: &Expr) {
        let place = self.named_list(value);
        self.bind_elements(span, parts, &place);
    }

    fn bind_elements(&mut self, span: Span, parts: &[Pattern], place: &Place) {
        for (i, part) in parts.iter().enumerate() {
            let mut element = place.clone();
            element.depth = place.depth.saturating_sub(1);
            let index = proc_macro2::Literal::usize_unsuffixed(i);
            element.projections.push(Projection::Index {
                index: Plain::of(quote!(#index)),
                strides: Vec::new(),
            });
            self.bind_place(span, part, element);
        }
    }

    fn bind_fields(&mut self, span: Span, parts: &[Pattern], place: &Place) {
        for (i, part) in parts.iter().enumerate() {
            let mut field = place.clone();
            field.depth = place.depth.saturating_sub(1);
            let index = proc_macro2::Literal::usize_unsuffixed(i);
            field.projections.push(Projection::Field(quote!(#index)));
            self.bind_place(span, part, field);
        }
    }

    /// A name for a place: another word for it.
    pub(super) fn bind_place(&mut self, span: Span, pattern: &Pattern, place: Place) {
        match pattern {
            Pattern::Wild => {}
            Pattern::Reference(inner) => self.bind_place(span, inner, place),
            Pattern::Name(id) => {
                if self.variables[*id].mutable {
                    // A copy of its own.
                    let kept = if self.is_stable(&place) {
                        None
                    } else {
                        let tokens = self.place_forward(&place);
                        Some(self.define("element", tokens, Definition::Opaque, true))
                    };
                    let value = Value::Element { place, kept };
                    self.assign_number(*id, &value, true);
                } else {
                    self.bind(*id, Binding::Alias(place));
                }
            }
            Pattern::Slice(parts) => self.bind_elements(span, parts, &place),
            Pattern::Tuple(parts) => self.bind_fields(span, parts, &place),
            Pattern::Other(..) => self.refuse(span, Refusal::Pattern),
        }
    }

    /// `let [a, b] = list else { … };`
    pub(super) fn let_else(
        &mut self,
        span: Span,
        pattern: &Pattern,
        value: &Expr,
        otherwise: &TokenStream,
    ) {
        let (Pattern::Slice(parts), Some(place)) = (pattern.without_reference(), self.place(value))
        else {
            return self.refuse(span, Refusal::Pattern);
        };
        let list = self.place_forward(&place);
        let count = proc_macro2::Literal::usize_unsuffixed(parts.len());
        self.forward
            .push(Forward::Tokens(quote!(if #list.len() != #count #otherwise)));
        self.bind_elements(span, parts, &place);
    }
}
