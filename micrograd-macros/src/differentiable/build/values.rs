//! Active numbers: what an expression computes.

use super::{Binding, Builder};
use crate::differentiable::activity::is_active;
use crate::differentiable::hygiene::quote;
use crate::differentiable::methods::{self, Operation, Shape, SlopeFrom};
use crate::differentiable::program::{
    Definition, Forward, Piece, Plain, RowValue, Value, VersionId,
};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Arithmetic, Expr, ExprKind};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};

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

    pub(super) fn arithmetic(&mut self, operator: Arithmetic, a: Value, b: Value) -> Value {
        let (a, b) = (Box::new(a), Box::new(b));
        match operator {
            Arithmetic::Add => Value::Sum(a, b),
            Arithmetic::Sub => Value::Difference(a, b),
            Arithmetic::Mul => Value::Product(a, b),
            Arithmetic::Div => self.row(methods::DIVISION, vec![*a, *b], None),
        }
    }

    fn method(&mut self, expr: &Expr, receiver: &Expr, name: &Ident, arguments: &[Expr]) -> Value {
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
    fn parameter(&mut self, expr: &Expr) -> Plain {
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

    /// The number in the words of the way forward.
    pub(super) fn forward_of(&self, value: &Value) -> TokenStream {
        match value {
            Value::Constant(plain) => constant(&plain.forward),
            Value::Variable { version, .. } | Value::Result { version, .. } => {
                let name = &self.versions[*version].forward;
                quote!(#name)
            }
            Value::Element { place, kept } => match kept {
                Some(version) => {
                    let name = &self.versions[*version].forward;
                    quote!(#name)
                }
                None => self.place_forward(place),
            },
            Value::Negative(of) => {
                let of = self.forward_of(of);
                quote!((-#of))
            }
            Value::Sum(a, b) => {
                let (a, b) = (self.forward_of(a), self.forward_of(b));
                quote!((#a + #b))
            }
            Value::Difference(a, b) => {
                let (a, b) = (self.forward_of(a), self.forward_of(b));
                quote!((#a - #b))
            }
            Value::Product(a, b) => {
                let (a, b) = (self.forward_of(a), self.forward_of(b));
                quote!((#a * #b))
            }
            Value::Row(row) => match row.result {
                Some(version) => {
                    let name = &self.versions[version].forward;
                    quote!(#name)
                }
                None => self.row_forward(row),
            },
        }
    }

    fn row_forward(&self, row: &RowValue) -> TokenStream {
        let operands: Vec<TokenStream> = row.operands.iter().map(|o| self.forward_of(o)).collect();
        let parameter = row.parameter.as_ref().map(|plain| plain.forward.clone());
        row_tokens(row.operation, &operands, parameter.as_ref())
    }

    fn slope_forward(&self, row: &RowValue, which: usize) -> TokenStream {
        let operands: Vec<TokenStream> = row.operands.iter().map(|o| self.forward_of(o)).collect();
        let parameter = row.parameter.as_ref().map(|plain| plain.forward.clone());
        let result = self.forward_of(&Value::Row(Box::new(row.clone())));
        slope_tokens(row.operation, which, &operands, parameter.as_ref(), &result)
    }

    /// The number as the way back has it.
    pub(super) fn back_of(&self, value: &Value) -> Piece {
        match value {
            Value::Constant(plain) => Piece {
                tokens: constant(&plain.back),
                needs: plain.needs.clone(),
            },
            Value::Variable { version, .. } | Value::Result { version, .. } => {
                self.number_version(*version).1
            }
            Value::Element { place, kept } => match kept {
                Some(version) => self.number_version(*version).1,
                None => self.place_back(place),
            },
            Value::Negative(of) => {
                let of = self.back_of(of);
                let tokens = of.tokens;
                Piece {
                    tokens: quote!((-#tokens)),
                    needs: of.needs,
                }
            }
            Value::Sum(a, b) => self.both_back(a, b, &quote!(+)),
            Value::Difference(a, b) => self.both_back(a, b, &quote!(-)),
            Value::Product(a, b) => self.both_back(a, b, &quote!(*)),
            Value::Row(row) => {
                if let Some(version) = row.result {
                    return self.number_version(version).1;
                }
                let (operands, parameter, needs) = self.operands_back(row);
                Piece {
                    tokens: row_tokens(row.operation, &operands, parameter.as_ref()),
                    needs,
                }
            }
        }
    }

    /// What the way back needs to compute a number again.
    pub(in crate::differentiable) fn needs_of(&self, value: &Value) -> Vec<VersionId> {
        self.back_of(value).needs
    }

    pub(in crate::differentiable) fn back_tokens(&self, value: &Value) -> TokenStream {
        self.back_of(value).tokens
    }

    fn both_back(&self, a: &Value, b: &Value, operator: &TokenStream) -> Piece {
        let (a, b) = (self.back_of(a), self.back_of(b));
        let (left, right) = (a.tokens, b.tokens);
        Piece {
            tokens: quote!((#left #operator #right)),
            needs: [a.needs, b.needs].concat(),
        }
    }

    fn operands_back(
        &self,
        row: &RowValue,
    ) -> (Vec<TokenStream>, Option<TokenStream>, Vec<VersionId>) {
        let mut needs = Vec::new();
        let operands = row.operands.iter().map(|operand| {
            let piece = self.back_of(operand);
            needs.extend(piece.needs);
            piece.tokens
        });
        let operands = operands.collect();
        let parameter = row.parameter.as_ref().map(|plain| {
            needs.extend(&plain.needs);
            plain.back.clone()
        });
        (operands, parameter, needs)
    }

    /// ∂y/∂ one of the operands, as the way back has it.
    pub(super) fn slope_back(&self, row: &RowValue, which: usize) -> Piece {
        if let Some(version) = row.slopes[which] {
            return self.number_version(version).1;
        }
        let result = || self.back_of(&Value::Row(Box::new(row.clone())));
        let slope = match row.operation.slope {
            SlopeFrom::Either if row.result.is_some() => SlopeFrom::Result,
            SlopeFrom::Either => SlopeFrom::Operand,
            slope => slope,
        };
        match slope {
            // What is not read is not needed: anything may stand in its place.
            SlopeFrom::Result => {
                let result = result();
                let operands = vec![result.tokens.clone()];
                Piece {
                    tokens: slope_tokens(row.operation, which, &operands, None, &result.tokens),
                    needs: result.needs,
                }
            }
            SlopeFrom::Operand => {
                let (operands, parameter, needs) = self.operands_back(row);
                let result = operands[0].clone();
                Piece {
                    tokens: slope_tokens(
                        row.operation,
                        which,
                        &operands,
                        parameter.as_ref(),
                        &result,
                    ),
                    needs,
                }
            }
            SlopeFrom::Quotient => {
                let mut denominator = self.back_of(&row.operands[1]);
                let tokens = denominator.tokens;
                let mut result_tokens = tokens.clone();
                if which == 1 {
                    let result = result();
                    denominator.needs.extend(result.needs);
                    result_tokens = result.tokens;
                }
                let operands = [tokens.clone(), tokens];
                Piece {
                    tokens: slope_tokens(row.operation, which, &operands, None, &result_tokens),
                    needs: denominator.needs,
                }
            }
            SlopeFrom::Both | SlopeFrom::Kept | SlopeFrom::Either => {
                let (operands, parameter, mut needs) = self.operands_back(row);
                let result = result();
                needs.extend(result.needs);
                Piece {
                    tokens: slope_tokens(
                        row.operation,
                        which,
                        &operands,
                        parameter.as_ref(),
                        &result.tokens,
                    ),
                    needs,
                }
            }
        }
    }
}

/// What to say of a method that has no row in the table.
pub(super) fn refusal_of_method(method: &str, receiver: &Expr) -> Refusal {
    let name = unwrapped(method, receiver);
    if methods::is_a_step(&name) {
        Refusal::WithoutSlope { name }
    } else if matches!(name.as_str(), "first" | "last" | "get" | "pop") {
        Refusal::ElementInOption { name }
    } else if methods::is_of_iterators(&name) {
        Refusal::IteratorChain { name }
    } else {
        Refusal::UnknownMethod { name }
    }
}

/// The method whose result is taken out of an `Option`.
fn unwrapped(method: &str, receiver: &Expr) -> String {
    match &receiver.kind {
        ExprKind::Method { receiver, name, .. }
            if matches!(
                method,
                "unwrap" | "expect" | "copied" | "cloned" | "unwrap_or"
            ) =>
        {
            unwrapped(&name.to_string(), receiver)
        }
        _ => method.to_owned(),
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
fn literal(plain: &Plain) -> Option<f64> {
    let text = plain.forward.to_string().replace([' ', '_'], "");
    let digits = ["f64", "i32"]
        .iter()
        .find_map(|suffix| text.strip_suffix(suffix));
    digits.unwrap_or(&text).parse().ok()
}

/// A number that is nowhere, after a mistake.
pub(super) fn nothing() -> Value {
    Value::Constant(Plain::of(quote!(0.0)))
}

/// A plain number, or a reference to one, as a number.
fn constant(plain: &TokenStream) -> TokenStream {
    if plain.to_string().starts_with(|c: char| c.is_ascii_digit()) {
        quote!(Num::from(#plain))
    } else {
        quote!(__ad::constant::<Num>(#plain))
    }
}

fn row_tokens(
    operation: Operation,
    operands: &[TokenStream],
    parameter: Option<&TokenStream>,
) -> TokenStream {
    let row = Ident::new(operation.row, Span::mixed_site());
    let parameter = parameter.map(|parameter| number_of(operation, parameter));
    let parameter = parameter.iter();
    let shape = Ident::new(operation.shape.name(), Span::mixed_site());
    quote!(Num::#shape(__ad::#row, #(#operands),* #(, #parameter)*))
}

fn slope_tokens(
    operation: Operation,
    which: usize,
    operands: &[TokenStream],
    parameter: Option<&TokenStream>,
    result: &TokenStream,
) -> TokenStream {
    let row = Ident::new(operation.row, Span::mixed_site());
    match operation.shape {
        Shape::Unary => {
            let operand = &operands[0];
            quote!(__ad::#row::slope(#operand, #result))
        }
        Shape::Parametric => {
            let operand = &operands[0];
            let parameter = parameter.map(|parameter| number_of(operation, parameter));
            quote!(__ad::#row::slope(#operand, #parameter, #result))
        }
        Shape::Binary => {
            let (a, b) = (&operands[0], &operands[1]);
            let partial = Ident::new(["left_partial", "right_partial"][which], Span::mixed_site());
            quote!(__ad::#row::#partial(#a, #b, #result))
        }
        Shape::Ternary => {
            let which = proc_macro2::Literal::usize_unsuffixed(which);
            quote!(__ad::#row::partials(#(#operands),*)[#which])
        }
    }
}

/// The plain number of an operation as an `f64`.
fn number_of(operation: Operation, parameter: &TokenStream) -> TokenStream {
    if operation == methods::WHOLE_POWER {
        quote!(f64::from(#parameter))
    } else {
        quote!(#parameter)
    }
}

/// What to say of an expression that is not looked into.
pub(super) fn refusal_of_other(tokens: &TokenStream) -> Refusal {
    let text = tokens.to_string();
    let is_call = matches!(
        &tokens.clone().into_iter().collect::<Vec<_>>()[..],
        [TokenTree::Ident(_), TokenTree::Group(_)]
    );
    if text.starts_with('|') || text.starts_with("move") || is_call {
        Refusal::Closure
    } else if text.contains('!') {
        Refusal::Macro
    } else {
        Refusal::ActiveInPlain
    }
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
