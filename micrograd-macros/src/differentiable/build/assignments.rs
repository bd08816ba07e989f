//! Assignments to what has been declared: `x = …`, `x += …`, `a[i] = …`, `(a, b) = …`.

use super::plain::combined;
use super::{Binding, Builder, Effect, Target, adjoint_of};
use crate::differentiable::activity::is_active;
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{Back, Definition, Forward, Piece, Plain, Value};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Arithmetic, Expr, ExprKind, VariableId};

impl Builder {
    pub(super) fn assignment(&mut self, target: &Expr, operator: Option<Arithmetic>, value: &Expr) {
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
                    let name = self.fresh("a");
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
            let name = self.fresh("a");
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
                    combined([before, value], &|[a, b]| quote!(#a #operator #b))
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
}
