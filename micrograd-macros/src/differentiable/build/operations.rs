//! Operators and methods on active numbers, as rows of the table of operations.

use super::Builder;
use super::refused_expressions::refusal_of_method;
use super::values::nothing;
use crate::differentiable::activity::is_active;
use crate::differentiable::methods;
use crate::differentiable::methods::{Operation, Shape, SlopeFrom};
use crate::differentiable::program::{Definition, Forward, Plain, RowValue, Value};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Arithmetic, Expr};
use proc_macro2::Ident;

impl Builder {
    pub(super) fn arithmetic(&mut self, operator: Arithmetic, a: Value, b: Value) -> Value {
        let (a, b) = (Box::new(a), Box::new(b));
        match operator {
            Arithmetic::Add => Value::Sum(a, b),
            Arithmetic::Sub => Value::Difference(a, b),
            Arithmetic::Mul => Value::Product(a, b),
            Arithmetic::Div => self.row(methods::DIVISION, vec![*a, *b], None),
        }
    }

    pub(super) fn method(
        &mut self,
        expr: &Expr,
        receiver: &Expr,
        name: &Ident,
        arguments: &[Expr],
    ) -> Value {
        let text = name.to_string();
        if matches!(text.as_str(), "clone" | "to_owned") && arguments.is_empty() {
            return self.value(receiver);
        }
        if text == "clamp" && arguments.len() == 2 {
            let value = self.value(receiver);
            let [low, high] = [0, 1].map(|i| {
                let plain = self.parameter(&arguments[i]);
                self.repeatable(plain, "end")
            });
            let value = self.row(methods::CLAMP_LOW, vec![value], Some(low));
            return self.row(methods::CLAMP_HIGH, vec![value], Some(high));
        }
        let Some(operation) = methods::operation_of(&text) else {
            let refusal = refusal_of_method(&text, receiver);
            self.refuse(expr.span, refusal);
            return nothing();
        };
        let expected = match operation.shape {
            Shape::Unary => 0,
            Shape::Parametric | Shape::Binary => 1,
            Shape::Ternary => 2,
        };
        if arguments.len() != expected {
            self.refuse(expr.span, Refusal::UnknownMethod { name: text });
            return nothing();
        }
        // `x.min(y)` of lists, as of iterators, is something else.
        let mut operands = vec![self.value(receiver)];
        if operation.shape == Shape::Parametric {
            let plain = self.parameter(&arguments[0]);
            let parameter = self.repeatable(plain, "parameter");
            return self.row(operation, operands, Some(parameter));
        }
        operands.extend(arguments.iter().map(|argument| self.value(argument)));
        self.row(operation, operands, None)
    }

    /// The plain number of an operation.
    pub(super) fn parameter(&mut self, expr: &Expr) -> Plain {
        if is_active(&self.variables, expr) {
            self.refuse(expr.span, Refusal::ActiveInPlain);
        }
        self.plain(expr)
    }

    pub(super) fn row(
        &mut self,
        operation: Operation,
        operands: Vec<Value>,
        parameter: Option<Plain>,
    ) -> Value {
        self.has_infinite_slopes |= has_infinite_slope(operation, &operands, parameter.as_ref());
        let count = operands.len();
        let mut row = RowValue {
            operation,
            operands,
            parameter,
            result: None,
            slopes: vec![None; count],
        };
        if operation.is_cheap {
            return Value::Row(Box::new(row));
        }
        let tokens = self.row_forward(&row);
        let result = self.define("result", tokens, Definition::Opaque, true);
        row.result = Some(result);
        if operation.slope == SlopeFrom::Kept {
            for i in 0..count {
                if matches!(row.operands[i], Value::Constant(_)) {
                    continue;
                }
                let tokens = self.slope_forward(&row, i);
                let name = self.fresh("slope");
                let version = self.add_named(name, Definition::Opaque, true);
                self.forward.push(Forward::DefineForBack(version, tokens));
                row.slopes[i] = Some(version);
            }
        }
        Value::Row(Box::new(row))
    }
}

/// Whether a slope may be infinite where the operands are finite. A denominator without derivative counts as one that is not
/// tiny, if it is not written down.
fn has_infinite_slope(operation: Operation, operands: &[Value], parameter: Option<&Plain>) -> bool {
    if operation == methods::WHOLE_POWER {
        return parameter.and_then(literal).is_none_or(|n| n < 0.0);
    }
    match operands {
        [_, Value::Constant(c)] if operation == methods::DIVISION => {
            literal(c).is_some_and(|c| c.abs() < 1e-300)
        }
        _ => !operation.is_bounded,
    }
}

/// The number that is written there, if one is.
pub(super) fn literal(plain: &Plain) -> Option<f64> {
    let text = plain.forward.to_string().replace([' ', '_'], "");
    let digits = ["f64", "i32"]
        .iter()
        .find_map(|suffix| text.strip_suffix(suffix));
    digits.unwrap_or(&text).parse().ok()
}
