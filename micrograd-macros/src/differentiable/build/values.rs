//! Active numbers: what an expression computes.

use super::refused_expressions::refusal_of_other;
use super::{Binding, Builder};
use crate::differentiable::activity::is_active;
use crate::differentiable::hygiene::quote;
use crate::differentiable::methods;
use crate::differentiable::program::{Definition, Plain, Value};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Expr, ExprKind};

impl Builder {
    /// A number, active or not.
    pub(super) fn value(&mut self, expr: &Expr) -> Value {
        if !is_active(&self.variables, expr) {
            let plain = self.plain(&with_float_literals(expr));
            return Value::Constant(self.repeatable(plain, "constant"));
        }
        match &expr.kind {
            ExprKind::Variable(id) => match self.binding(*id) {
                Some(Binding::Number) => {
                    let Some(&version) = self.current.get(id) else {
                        return nothing();
                    };
                    Value::Variable {
                        variable: *id,
                        version,
                        adjoint: self.adjoint_name(*id),
                    }
                }
                _ => self.element(expr),
            },
            ExprKind::Index(..) | ExprKind::Field(..) => self.element(expr),
            ExprKind::Dereference(of) | ExprKind::Reference { mutable: false, of } => {
                self.value(of)
            }
            ExprKind::Negative(of) => Value::Negative(Box::new(self.value(of))),
            ExprKind::Arithmetic(operator, a, b) => {
                let (a, b) = (self.value(a), self.value(b));
                self.arithmetic(*operator, a, b)
            }
            ExprKind::Power(base, exponent) => {
                if exponent.is_whole() {
                    let value = self.value(base);
                    let exponent = self.plain(exponent);
                    self.row(methods::WHOLE_POWER, vec![value], Some(exponent))
                } else {
                    let operands = vec![self.value(base), self.value(exponent)];
                    self.row(methods::POWER, operands, None)
                }
            }
            ExprKind::Cast(of, to) => {
                if to.to_string() != "f64" {
                    let to = to.to_string();
                    self.refuse(expr.span, Refusal::CastToInteger { to });
                }
                self.value(of)
            }
            ExprKind::Method {
                receiver,
                name,
                arguments,
                ..
            } => self.method(expr, receiver, name, arguments),
            ExprKind::Call {
                function,
                turbofish,
                arguments,
            } => self.call_of_number(expr.span, function, turbofish, arguments),
            ExprKind::If { .. } | ExprKind::Match { .. } | ExprKind::Block(_) => {
                self.number_of_choice(expr)
            }
            ExprKind::Infix(..) => {
                self.refuse(expr.span, Refusal::Remainder);
                nothing()
            }
            ExprKind::Other(tokens, _) => {
                let refusal = refusal_of_other(tokens);
                self.refuse(expr.span, refusal);
                nothing()
            }
            ExprKind::Reference { mutable: true, .. } => {
                self.refuse(expr.span, Refusal::MutableAlias);
                nothing()
            }
            _ => {
                self.refuse(expr.span, Refusal::NotANumber);
                nothing()
            }
        }
    }

    fn element(&mut self, expr: &Expr) -> Value {
        let refused = self.refusals.len();
        let Some(place) = self.place(expr) else {
            if self.refusals.len() == refused {
                self.refuse(expr.span, Refusal::NotANumber);
            }
            return nothing();
        };
        let kept = if self.is_stable(&place) {
            None
        } else {
            let tokens = self.place_forward(&place);
            Some(self.define("element", tokens, Definition::Opaque, true))
        };
        Value::Element { place, kept }
    }
}

/// A number that is nowhere, after a mistake.
pub(super) fn nothing() -> Value {
    Value::Constant(Plain::of(quote!(0.0)))
}

/// A number whose literals are `f64`, also where they are whole.
pub(super) fn with_float_literals(expr: &Expr) -> Expr {
    let inner = |expr: &Expr| Box::new(with_float_literals(expr));
    let kind = match &expr.kind {
        ExprKind::Literal(literal) if expr.is_whole() => {
            let text = literal.to_string().replace(' ', "");
            let float = format!("{text}.0").parse();
            ExprKind::Literal(float.unwrap_or_else(|_| literal.clone()))
        }
        ExprKind::Arithmetic(operator, a, b) => ExprKind::Arithmetic(*operator, inner(a), inner(b)),
        ExprKind::Negative(of) => ExprKind::Negative(inner(of)),
        ExprKind::Power(base, exponent) => ExprKind::Power(inner(base), exponent.clone()),
        kind => kind.clone(),
    };
    Expr::new(expr.span, kind)
}
