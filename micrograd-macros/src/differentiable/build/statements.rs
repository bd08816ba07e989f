//! Statements: `let`, assignments, and expressions that stand alone.

use super::bindings::depth_of_type;
use super::{Binding, Builder, Effect, Future, Target, adjoint_of};
use crate::differentiable::activity::is_active;
use crate::differentiable::hygiene::quote;
use crate::differentiable::methods;
use crate::differentiable::program::Back;
use crate::differentiable::program::{Definition, Forward, Piece, Place, Plain, Projection, Value};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{
    Arithmetic, Block, Expr, ExprKind, Pattern, Statement, StatementKind, VariableId,
};
use crate::differentiable::writes;
use proc_macro2::{Span, TokenStream};

impl Builder {
    /// Walks over a block; its value goes to the target.
    pub(super) fn block(&mut self, block: &Block, target: Option<&Target>) {
        let mut writes = Vec::new();
        let mut later = match &block.value {
            Some(value) => writes::of_expr(&self.variables, value),
            None => std::collections::HashSet::new(),
        };
        let after = later.clone();
        for statement in block.statements.iter().rev() {
            later.extend(writes::of_statement(&self.variables, statement));
            writes.push(later.clone());
        }
        for (statement, writes) in block.statements.iter().zip(writes.into_iter().rev()) {
            self.future.push(Future {
                writes,
                again: None,
            });
            self.statement(statement);
            self.future.pop();
        }
        let Some(value) = &block.value else {
            return;
        };
        self.future.push(Future {
            writes: after,
            again: None,
        });
        match target {
            Some(target) => self.assign(target, value, false),
            None => self.expression_statement(value),
        }
        self.end_statement();
        self.future.pop();
    }

    /// What has been written for the way back belongs to one statement.
    pub(super) fn end_statement(&mut self) {
        let back = std::mem::take(&mut self.back);
        if !back.is_empty() {
            self.done.push(back);
        }
    }

    fn statement(&mut self, statement: &Statement) {
        match &statement.kind {
            StatementKind::Let {
                pattern,
                value,
                otherwise,
            } => self.let_statement(statement.span, pattern, value.as_ref(), otherwise.as_ref()),
            StatementKind::Assign {
                target,
                operator,
                value,
            } => self.assignment(target, *operator, value),
            StatementKind::For {
                pattern,
                sequence,
                body,
                stop,
                ..
            } => self.for_loop(statement.span, pattern, sequence, body, *stop),
            StatementKind::While {
                condition,
                body,
                stop,
                ..
            } => self.while_loop(condition.as_ref(), body, *stop),
            StatementKind::Expression(expr) => self.expression_statement(expr),
            StatementKind::Item(tokens) => {
                self.items.push(tokens.clone());
                self.forward.push(Forward::Tokens(tokens.clone()));
            }
            // They are flags by now.
            StatementKind::Return(_) | StatementKind::Break(_) | StatementKind::Continue(_) => {}
        }
        self.end_statement();
    }

    fn let_statement(
        &mut self,
        span: Span,
        pattern: &Pattern,
        value: Option<&Expr>,
        otherwise: Option<&TokenStream>,
    ) {
        let is_any_active = pattern
            .variables()
            .iter()
            .any(|&id| self.variables[id].active);
        let Some(value) = value else {
            for id in pattern.variables() {
                if is_any_active {
                    self.declare_later(id, None);
                } else {
                    self.declare_plain_later(id);
                }
            }
            return;
        };
        if !is_any_active && !is_active(&self.variables, value) {
            return self.plain_let(pattern, value, otherwise);
        }
        if let Some(otherwise) = otherwise {
            return self.let_else(span, pattern, value, otherwise);
        }
        self.bind_pattern(span, pattern, value);
    }

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
                    let at = self.plain(&arguments[0]);
                    let at = self.repeatable(at, "at");
                    let halves = [
                        super::plain::combined([at.clone()], |[at]| quote!(..#at)),
                        super::plain::combined([at], |[at]| quote!(#at..)),
                    ];
                    for (part, half) in parts.iter().zip(halves) {
                        let mut place = place.clone();
                        place.projections.push(Projection::Index {
                            index: half,
                            strides: Vec::new(),
                        });
                        self.bind_place(span, part, place);
                    }
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
    fn let_else(&mut self, span: Span, pattern: &Pattern, value: &Expr, otherwise: &TokenStream) {
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

    /// What a pattern's names will be, by the value; the names are declared, not yet assigned.
    pub(super) fn declared_target(&mut self, pattern: &Pattern, value: &Expr) -> Option<Target> {
        match pattern {
            Pattern::Wild => Some(Target::Ignored),
            Pattern::Reference(inner) => self.declared_target(inner, value),
            Pattern::Tuple(parts) => {
                let values: Vec<Option<&Expr>> = match &value.kind {
                    ExprKind::Tuple(values) => values.iter().map(Some).collect(),
                    _ => vec![None; parts.len()],
                };
                let nothing = Expr::new(value.span, ExprKind::Tuple(Vec::new()));
                let parts = parts.iter().zip(values);
                let targets: Option<Vec<Target>> = parts
                    .map(|(part, value)| self.declared_target(part, value.unwrap_or(&nothing)))
                    .collect();
                Some(Target::Tuple(targets?))
            }
            Pattern::Name(id) => {
                if !self.variables[*id].active {
                    return Some(Target::Plain(*id));
                }
                match self.depth_of(*id, value) {
                    0 => {
                        self.bind(*id, Binding::Number);
                        let adjoint = self.adjoint_name(*id);
                        // An empty tuple stands for what is not known of the parts of a call's result.
                        let is_unknown = self.handed_on.contains(id)
                            && matches!(value.kind, ExprKind::Call { .. } | ExprKind::Tuple(_));
                        let zero = if is_unknown {
                            Piece::of(quote!(__ad::zero()))
                        } else {
                            Self::zero()
                        };
                        self.declare_adjoint(&adjoint, zero);
                        Some(Target::Number(*id))
                    }
                    depth => {
                        self.declare_list(*id, depth, value);
                        Some(Target::List(*id))
                    }
                }
            }
            Pattern::Slice(_) | Pattern::Other(..) => None,
        }
    }

    pub(super) fn declare_list(&mut self, id: VariableId, depth: usize, value: &Expr) {
        let name = self.variables[id].name.clone();
        let version = self.add_named(name, Definition::Opaque, false);
        self.bind(
            id,
            Binding::List {
                depth,
                version,
                is_reference: false,
                region: self.region,
            },
        );
        let adjoint = self.adjoint_name(id);
        let zeros = self.zeros_of(id, version, value);
        self.declare_adjoint(&adjoint, zeros);
    }

    /// The adjoint of a list before anything has come to it.
    fn zeros_of(&mut self, id: VariableId, version: usize, value: &Expr) -> Piece {
        if !self.changed_form.contains(&id)
            && let Some(plain) = self.repeated_zero(value)
        {
            return Piece {
                tokens: plain.back,
                needs: plain.needs,
            };
        }
        let name = self.versions[version].back.clone();
        Piece {
            tokens: quote!(__ad::zeros(&#name)),
            needs: vec![version],
        }
    }

    /// `[0; n]` for `[x; n]`, at any depth.
    fn repeated_zero(&mut self, value: &Expr) -> Option<Plain> {
        let ExprKind::Repeat {
            is_vec,
            element,
            count,
        } = &value.kind
        else {
            return None;
        };
        let element = match &element.kind {
            ExprKind::Repeat { .. } => self.repeated_zero(element)?,
            _ if self.is_a_list(element) => return None,
            _ => Plain::of(quote!(Num::ZERO)),
        };
        let count = self.plain(count);
        if !count.is_repeatable {
            return None;
        }
        Some(super::plain::combined(
            [element, count],
            |[element, count]| {
                if *is_vec {
                    quote!(::std::vec![#element; #count])
                } else {
                    quote!([#element; #count])
                }
            },
        ))
    }

    /// How deeply lists are nested in what a name will hold.
    pub(super) fn depth_of(&mut self, id: VariableId, value: &Expr) -> usize {
        if let Some(ty) = &self.variables[id].written_type
            && let Some(depth) = depth_of_type(ty)
        {
            return depth;
        }
        if is_empty_vec(value)
            && let Some(element) = self.pushed.get(&id).cloned()
        {
            return 1 + self.depth_to_come(&element);
        }
        self.depth_of_expr(value)
            .unwrap_or_else(|| usize::from(self.used_as_lists.contains(&id)))
    }

    /// The same of an expression whose variables may not have been declared yet.
    fn depth_to_come(&mut self, value: &Expr) -> usize {
        if let Some(depth) = self.depth_of_expr(value) {
            return depth;
        }
        let Some(id) = value.root() else { return 0 };
        match self.pushed.get(&id).cloned() {
            Some(element) => 1 + self.depth_to_come(&element),
            None => usize::from(self.used_as_lists.contains(&id)),
        }
    }

    pub(super) fn depth_of_expr(&mut self, value: &Expr) -> Option<usize> {
        match &value.kind {
            ExprKind::Variable(id) => match self.binding(*id)? {
                Binding::Number => Some(0),
                Binding::List { depth, .. } => Some(depth),
                Binding::Alias(place) => Some(place.depth),
                Binding::Plain { .. } => None,
            },
            ExprKind::Literal(_)
            | ExprKind::Arithmetic(..)
            | ExprKind::Power(..)
            | ExprKind::Negative(_) => Some(0),
            ExprKind::Index(of, index) => {
                let depth = self.depth_of_expr(of)?;
                let is_part = matches!(index.kind, ExprKind::Range(..));
                Some(if is_part {
                    depth
                } else {
                    depth.saturating_sub(1)
                })
            }
            ExprKind::Dereference(of) | ExprKind::Reference { of, .. } => self.depth_of_expr(of),
            ExprKind::Method { receiver, name, .. } => {
                let name = name.to_string();
                if methods::copies(&name) {
                    self.depth_of_expr(receiver)
                } else if methods::operation_of(&name).is_some() || name == "clamp" {
                    Some(0)
                } else {
                    None
                }
            }
            ExprKind::List { elements, .. } => {
                let inner = elements.first().and_then(|first| self.depth_of_expr(first));
                Some(1 + inner.unwrap_or(0))
            }
            ExprKind::Repeat { element, .. } => Some(1 + self.depth_of_expr(element).unwrap_or(0)),
            ExprKind::If { then, .. } => {
                let value = then.value.as_ref()?;
                self.depth_of_expr(value)
            }
            ExprKind::Match { arms, .. } => {
                let value = arms.first()?.body.value.as_ref()?;
                self.depth_of_expr(value)
            }
            ExprKind::Block(block) => {
                let value = block.value.as_ref()?;
                self.depth_of_expr(value)
            }
            ExprKind::Call { function, .. } => {
                let function = function.to_string().replace(' ', "");
                if function.starts_with("Vec::") {
                    Some(1)
                } else {
                    None
                }
            }
            _ => None,
        }
    }

    fn declare_later(&mut self, id: VariableId, value: Option<&Expr>) {
        let nothing = Expr::new(Span::call_site(), ExprKind::Tuple(Vec::new()));
        let _ = self.declared_target(&Pattern::Name(id), value.unwrap_or(&nothing));
        let (name, mutable) = (&self.variables[id].name, self.mutability(id));
        // An early exit may leave it without a value.
        let declaration = if matches!(self.binding(id), Some(Binding::Number)) {
            quote!(let mut #name = Num::ZERO;)
        } else {
            quote!(let #mutable #name;)
        };
        self.forward.push(Forward::Tokens(declaration));
    }

    fn declare_plain_later(&mut self, id: VariableId) {
        let (name, mutable) = (self.variables[id].name.clone(), self.mutability(id));
        let ty = self.variables[id]
            .written_type
            .as_ref()
            .map(|ty| quote!(: #ty));
        let declaration = if self.exits_early {
            quote!(let mut #name #ty = ::core::default::Default::default();)
        } else {
            quote!(let #mutable #name #ty;)
        };
        self.forward.push(Forward::Tokens(declaration));
        self.bind(
            id,
            Binding::Plain {
                region: self.region,
            },
        );
    }

    pub(super) fn mutability(&self, id: VariableId) -> Option<TokenStream> {
        self.variables[id].mutable.then(|| quote!(mut))
    }

    /// Gives a value to what is declared. `declares` writes the `let`, too.
    pub(super) fn assign(&mut self, target: &Target, value: &Expr, declares: bool) {
        let is_choice = matches!(
            value.kind,
            ExprKind::If { .. } | ExprKind::Match { .. } | ExprKind::Block(_)
        );
        if is_choice && !matches!(target, Target::Ignored) {
            if declares {
                self.write_declaration(target);
            }
            return self.choice(value, Some(target));
        }
        match target {
            Target::Ignored => {}
            Target::Number(id)
                if declares
                    && self.handed_on.contains(id)
                    && matches!(value.kind, ExprKind::Call { .. }) =>
            {
                self.unknown_from_call(*id, value);
            }
            Target::Number(id) => {
                let value = self.value(value);
                self.assign_number(*id, &value, declares);
            }
            Target::List(id) => self.assign_list(*id, value, declares),
            Target::Plain(id) => {
                let plain = self.plain(value);
                self.assign_plain(*id, plain, declares);
            }
            Target::PlainName(name) => {
                let plain = self.plain(value);
                let tokens = plain.forward;
                self.forward.push(Forward::Tokens(quote!(#name = #tokens;)));
            }
            Target::Tuple(targets) => match &value.kind {
                ExprKind::Tuple(values) if values.len() == targets.len() => {
                    for (target, value) in targets.iter().zip(values) {
                        self.assign(target, value, declares);
                        self.end_statement();
                    }
                }
                ExprKind::Call {
                    function,
                    turbofish,
                    arguments,
                } => self.call_of_tuple(
                    value.span,
                    targets,
                    declares,
                    (function, turbofish, arguments),
                ),
                _ => self.refuse(value.span, Refusal::Pattern),
            },
        }
    }

    fn write_declaration(&mut self, target: &Target) {
        match target {
            Target::Ignored | Target::PlainName(_) => {}
            Target::Number(id) | Target::List(id) => {
                let (name, mutable) = (&self.variables[*id].name, self.mutability(*id));
                self.forward
                    .push(Forward::Tokens(quote!(let #mutable #name;)));
            }
            Target::Plain(id) => self.declare_plain_later(*id),
            Target::Tuple(targets) => {
                for target in targets {
                    self.write_declaration(target);
                }
            }
        }
    }

    /// `x = value`
    pub(super) fn assign_number(&mut self, id: VariableId, value: &Value, declares: bool) {
        let name = self.variables[id].name.clone();
        let tokens = self.forward_of(value);
        let adjoint = self.adjoint_name(id);
        if declares && self.binding(id).is_none() {
            self.bind(id, Binding::Number);
            self.declare_adjoint(&adjoint, Self::zero());
        }
        let definition = Definition::Value(value.clone());
        if declares && !self.variables[id].mutable {
            let version = self.add_named(name, definition, true);
            self.current.insert(id, version);
            self.forward.push(Forward::Define(version, tokens));
            self.pass(value, &quote!(#adjoint), false);
            return;
        }
        let statement = if declares {
            quote!(let mut #name = #tokens;)
        } else {
            quote!(#name = #tokens;)
        };
        self.forward.push(Forward::Tokens(statement));
        let before = self.current.get(&id).copied();
        let version = self.assign_version(id, definition);
        self.forward.push(Forward::Copy(version));
        if declares {
            self.pass(value, &quote!(#adjoint), false);
        } else {
            let taken = self.take_adjoint(id, Piece::of(quote!(#adjoint)));
            let by_partials = self.reorder
                && before.is_some_and(|before| self.pass_by_partials(value, &taken, before));
            if !by_partials {
                self.pass(value, &taken, false);
            }
        }
    }

    pub(super) fn assign_plain(&mut self, id: VariableId, plain: Plain, declares: bool) {
        let name = self.variables[id].name.clone();
        let tokens = &plain.forward;
        let ty = self.variables[id].written_type.clone();
        let mutable = self.mutability(id);
        if declares {
            self.bind(
                id,
                Binding::Plain {
                    region: self.region,
                },
            );
        }
        let typed = ty.as_ref().map(|ty| quote!(: #ty));
        self.forward.push(Forward::Tokens(if declares {
            quote!(let #mutable #name #typed = #tokens;)
        } else {
            quote!(#name = #tokens;)
        }));
        let definition = if plain.is_repeatable {
            let mut plain = plain;
            if let Some(ty) = &ty {
                let back = plain.back;
                plain.back = quote!(__ad::typed::<#ty>(#back));
            }
            Definition::Plain(plain)
        } else {
            Definition::Opaque
        };
        if mutable.is_none() && declares {
            let version = self.add_named(name, definition, false);
            self.current.insert(id, version);
        } else if self.changed_in_part.contains(&id) {
            if declares {
                // Who reads a part of it on the way back finds it as it was left.
                let version = self.add_named(name, Definition::Opaque, false);
                self.current.insert(id, version);
            }
        } else {
            let version = self.assign_version(id, definition);
            self.forward.push(Forward::Copy(version));
        }
    }

    fn plain_let(&mut self, pattern: &Pattern, value: &Expr, otherwise: Option<&TokenStream>) {
        let plain = self.plain(value);
        if let Pattern::Name(id) = pattern {
            return self.assign_plain(*id, plain, true);
        }
        let pattern = self.plain_pattern(pattern);
        let tokens = plain.forward;
        let otherwise = otherwise.map(|otherwise| quote!(else #otherwise));
        self.forward
            .push(Forward::Tokens(quote!(let #pattern = #tokens #otherwise;)));
    }

    /// A pattern whose names have no derivative.
    pub(super) fn plain_pattern(&mut self, pattern: &Pattern) -> TokenStream {
        for id in pattern.variables() {
            self.bind(
                id,
                Binding::Plain {
                    region: self.region,
                },
            );
            let name = self.variables[id].name.clone();
            let version = self.add_named(name, Definition::Opaque, false);
            self.current.insert(id, version);
        }
        self.pattern_tokens(pattern)
    }

    pub(super) fn pattern_tokens(&self, pattern: &Pattern) -> TokenStream {
        match pattern {
            Pattern::Name(id) => {
                let (name, mutable) = (&self.variables[*id].name, self.mutability(*id));
                quote!(#mutable #name)
            }
            Pattern::Tuple(parts) => {
                let parts = parts.iter().map(|part| self.pattern_tokens(part));
                quote!((#(#parts,)*))
            }
            Pattern::Slice(parts) => {
                let parts = parts.iter().map(|part| self.pattern_tokens(part));
                quote!([#(#parts,)*])
            }
            Pattern::Reference(of) => {
                let of = self.pattern_tokens(of);
                quote!(&#of)
            }
            Pattern::Wild => quote!(_),
            Pattern::Other(tokens, _) => tokens.clone(),
        }
    }

    fn assignment(&mut self, target: &Expr, operator: Option<Arithmetic>, value: &Expr) {
        if let (ExprKind::Tuple(targets), ExprKind::Tuple(values)) = (&target.kind, &value.kind)
            && targets.len() == values.len()
        {
            return self.assign_at_once(targets, values);
        }
        if let (ExprKind::Tuple(targets), ExprKind::Call { .. }) = (&target.kind, &value.kind)
            && operator.is_none()
            && is_active(&self.variables, value)
            && let Some(targets) = self.assigned_targets(targets)
        {
            return self.assign(&Target::Tuple(targets), value, false);
        }
        let root = target.root();
        let is_active_target = root.is_some_and(|root| self.variables[root].active);
        if !is_active_target {
            if is_active(&self.variables, value) {
                return self.refuse(target.span, Refusal::Target);
            }
            return self.plain_assignment(target, operator, value);
        }
        let id = match &target.kind {
            ExprKind::Variable(id) => Some(*id),
            ExprKind::Dereference(of) => match &of.kind {
                ExprKind::Variable(id) => Some(*id),
                _ => None,
            },
            _ => None,
        };
        match id.and_then(|id| Some((id, self.binding(id)?))) {
            Some((id, Binding::Number)) => self.number_assignment(id, operator, value),
            Some((id, Binding::List { .. })) if operator.is_none() => {
                self.assign(&Target::List(id), value, false);
            }
            _ => self.element_assignment(target, operator, value),
        }
    }

    /// Variables that a tuple is assigned to.
    fn assigned_targets(&self, targets: &[Expr]) -> Option<Vec<Target>> {
        let target = |target: &Expr| match &target.kind {
            ExprKind::Variable(id) => match self.binding(*id)? {
                Binding::Number => Some(Target::Number(*id)),
                Binding::List { .. } => Some(Target::List(*id)),
                Binding::Alias(_) | Binding::Plain { .. } => None,
            },
            ExprKind::Other(tokens, _) if tokens.to_string() == "_" => Some(Target::Ignored),
            _ => None,
        };
        targets.iter().map(target).collect()
    }

    /// `(a, b) = (b, a)`: all values are computed before the first is assigned.
    fn assign_at_once(&mut self, targets: &[Expr], values: &[Expr]) {
        let mut kept = Vec::new();
        for (target, value) in targets.iter().zip(values) {
            let is_active_target = target
                .root()
                .is_some_and(|root| self.variables[root].active);
            if is_active_target {
                let value = self.value(value);
                kept.push((target, Ok(self.named_result(&value))));
            } else {
                let plain = self.plain(value);
                let version = self.define("value", plain.forward, Definition::Opaque, false);
                kept.push((target, Err(version)));
            }
            self.end_statement();
        }
        for (target, value) in kept {
            match value {
                Ok(value) => match &target.kind {
                    ExprKind::Variable(id)
                        if matches!(self.binding(*id), Some(Binding::Number)) =>
                    {
                        self.assign_number(*id, &value, false);
                    }
                    _ => self.store(target, &value),
                },
                Err(version) => {
                    let name = self.versions[version].forward.clone();
                    if let ExprKind::Variable(id) = &target.kind {
                        let plain = Plain {
                            forward: quote!(#name),
                            back: quote!(#name),
                            needs: vec![version],
                            is_repeatable: true,
                        };
                        self.assign_plain(*id, plain, false);
                    } else {
                        let target = self.plain(target).forward;
                        self.forward.push(Forward::Tokens(quote!(#target = #name;)));
                    }
                }
            }
            self.end_statement();
        }
    }

    /// A number under a name of its own, with an adjoint of its own.
    fn named_result(&mut self, value: &Value) -> Value {
        let tokens = self.forward_of(value);
        let version = self.define("value", tokens, Definition::Value(value.clone()), true);
        let adjoint = adjoint_of(&self.versions[version].forward);
        self.declare_adjoint(&adjoint, Self::zero());
        self.pass(value, &quote!(#adjoint), false);
        Value::Result {
            version,
            adjoint,
            back: Vec::new(),
        }
    }

    fn number_assignment(&mut self, id: VariableId, operator: Option<Arithmetic>, value: &Expr) {
        let Some(operator) = operator else {
            return self.assign(&Target::Number(id), value, false);
        };
        let Some(&old) = self.current.get(&id) else {
            return;
        };
        // The name is read after the right-hand side, which may be a block that assigns it: Rust refuses that.
        let value = self.value(value);
        let before = Value::Variable {
            variable: id,
            version: old,
            adjoint: self.adjoint_name(id),
        };
        let result = self.arithmetic(operator, before, value.clone());
        let adjoint = self.adjoint_name(id);
        match operator {
            Arithmetic::Add | Arithmetic::Sub => {
                let name = self.variables[id].name.clone();
                let tokens = self.forward_of(&result);
                self.forward.push(Forward::Tokens(quote!(#name = #tokens;)));
                let version = self.assign_version(id, Definition::Value(result));
                self.forward.push(Forward::Copy(version));
                // The adjoint of the sum is that of what was there before.
                self.effects.push(Effect::Reads(id));
                let passed = if value.may_read(id) {
                    // It does not change while it is passed on to itself.
                    let name = self.next_name("a");
                    self.back
                        .push(Back::Piece(Piece::of(quote!(let #name = #adjoint;))));
                    quote!(#name)
                } else {
                    quote!(#adjoint)
                };
                self.pass(&value, &passed, operator == Arithmetic::Sub);
            }
            Arithmetic::Mul | Arithmetic::Div => self.assign_number(id, &result, false),
        }
    }

    fn element_assignment(&mut self, target: &Expr, operator: Option<Arithmetic>, value: &Expr) {
        let refused = self.refusals.len();
        let Some(place) = self.place(target) else {
            if self.refusals.len() == refused {
                self.refuse(target.span, Refusal::Target);
            }
            return;
        };
        if place.depth > 0 {
            return self.assign_row(target, &place, operator, value);
        }
        let value = self.value(value);
        let Some(operator) = operator else {
            return self.store(target, &value);
        };
        let tokens = self.place_forward(&place);
        let adjoint = self.adjoint_place(&place);
        if matches!(operator, Arithmetic::Add | Arithmetic::Sub) {
            let (added, sign) = (self.forward_of(&value), operator.token());
            self.forward
                .push(Forward::Tokens(quote!(#tokens = #tokens #sign #added;)));
            self.effects.push(Effect::Reads(place.root));
            let name = self.next_name("a");
            let adjoint_ = adjoint.tokens;
            self.back.push(Back::Piece(Piece {
                tokens: quote!(let #name = #adjoint_;),
                needs: adjoint.needs,
            }));
            self.pass(&value, &quote!(#name), operator == Arithmetic::Sub);
        } else {
            let version = self.define("element", tokens, Definition::Opaque, true);
            let before = Value::Element {
                place,
                kept: Some(version),
            };
            let result = self.arithmetic(operator, before, value);
            self.store(target, &result);
        }
    }

    /// `a[i] = number`
    fn store(&mut self, target: &Expr, value: &Value) {
        let Some(place) = self.place(target) else {
            return self.refuse(target.span, Refusal::Target);
        };
        let value = &self.found_in(&place, value.clone());
        let (to, number) = (self.place_forward(&place), self.forward_of(value));
        self.forward.push(Forward::Tokens(quote!(#to = #number;)));
        let adjoint = self.adjoint_place(&place);
        let taken = self.take_adjoint(place.root, adjoint);
        self.pass(value, &taken, false);
    }

    fn plain_assignment(&mut self, target: &Expr, operator: Option<Arithmetic>, value: &Expr) {
        let value = self.plain(value);
        if let ExprKind::Variable(id) = &target.kind
            && !self.changed_in_part.contains(id)
        {
            let value = match operator {
                None => value,
                Some(operator) => {
                    let before = self.plain(target);
                    let operator = operator.token();
                    super::plain::combined([before, value], |[a, b]| quote!(#a #operator #b))
                }
            };
            return self.assign_plain(*id, value, false);
        }
        let target = self.plain(target).forward;
        let value = value.forward;
        let tokens = if let Some(operator) = operator.map(Arithmetic::token) {
            quote!(#target = #target #operator #value;)
        } else {
            quote!(#target = #value;)
        };
        self.forward.push(Forward::Tokens(tokens));
    }

    pub(super) fn expression_statement(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::If { .. } | ExprKind::Match { .. } | ExprKind::Block(_) => {
                self.choice(expr, None);
            }
            ExprKind::Method {
                receiver,
                name,
                arguments,
                ..
            } if receiver
                .root()
                .is_some_and(|root| self.variables[root].active) =>
            {
                self.list_method(expr, receiver, name, arguments);
            }
            ExprKind::Call {
                function,
                arguments,
                ..
            } if arguments.iter().any(|a| is_active(&self.variables, a)) => {
                let is_swap = function.to_string().ends_with("swap");
                let refusal = if is_swap {
                    Refusal::Swap
                } else {
                    Refusal::MutableAlias
                };
                if is_swap || arguments.iter().any(is_lent_mutably) {
                    return self.refuse(expr.span, refusal);
                }
                let _ = self.value(expr);
            }
            ExprKind::Infix(operator, target, _)
                if operator.to_string().ends_with('=')
                    && !matches!(operator.to_string().as_str(), "==" | "<=" | ">=" | "!=")
                    && is_active(&self.variables, target) =>
            {
                self.refuse(expr.span, Refusal::Remainder);
            }
            _ => {
                if is_active(&self.variables, expr) {
                    let _ = self.value(expr);
                    return;
                }
                let tokens = self.plain(expr).forward;
                self.forward.push(Forward::Tokens(quote!(#tokens;)));
            }
        }
    }
}

fn is_lent_mutably(argument: &Expr) -> bool {
    matches!(argument.kind, ExprKind::Reference { mutable: true, .. })
}

/// `Vec::new()`, `Vec::with_capacity(n)`, `vec![]`
fn is_empty_vec(value: &Expr) -> bool {
    match &value.kind {
        ExprKind::Call { function, .. } => {
            function.to_string().replace(' ', "").starts_with("Vec::")
        }
        ExprKind::List { elements, .. } => elements.is_empty(),
        _ => false,
    }
}
