//! Arithmetic: first the operands, from left to right; then, in one closure, the operations on them.
//!
//! So the tape is taken once for the whole expression, and what lies between needs no handle. An operand that
//! may record operations itself (a call, a block) splits the expression: what is to its left is recorded before it
//! runs, in the order in which it was written.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::operations::recorded;
use super::plan::{Borrowed, Plan};
use super::{Expander, Purpose};
use crate::operators::BinaryOperator;
use crate::syntax::{Expr, ExprKind, FunctionOfPlace, MOST_STEPS, Number, Temporary};

impl Expander {
    /// An expression of operators, as a value.
    pub(super) fn arithmetic(&mut self, expr: &Expr, purpose: Purpose) -> TokenStream {
        let (plan, result) = self.plan(expr, purpose.name, purpose.temporaries);
        self.whole_expression(&plan, &result, purpose.is_unheld)
    }

    /// An expression with what belongs into its statement, and what stands for the whole in the closure.
    pub(super) fn plan(
        &mut self,
        expr: &Expr,
        name: &str,
        temporaries: &[Temporary<'_>],
    ) -> (Plan, TokenStream) {
        let mut plan = Plan::default();
        for temporary in temporaries {
            let value = self.planned(temporary.value, &temporary.name.to_string(), &mut plan);
            plan.name(temporary.name, &value);
        }
        let result = self.planned(expr, name, &mut plan);
        let bound = plan.bound(result);
        (plan, bound)
    }

    /// The planned operations, recorded at once, as a value, or as what no handle holds.
    pub(super) fn whole_expression(
        &self,
        plan: &Plan,
        result: &TokenStream,
        is_unheld: bool,
    ) -> TokenStream {
        let here = Span::mixed_site();
        let support = self.support();
        let site = self.site(plan, None);
        let position = self.position(here);
        let (operands, closure) = (self.operand_list(plan), self.closure(plan, result));
        let function = Ident::new(if is_unheld { "unheld" } else { "expression" }, here);
        let recorded =
            quote_spanned!(here=> #support::#function(#site, #position, #operands, #closure));
        self.with_operands(plan, &recorded)
    }

    /// Where a call with this span stands, whatever calls the function around it.
    pub(super) fn position(&self, span: Span) -> TokenStream {
        let here = Span::mixed_site();
        let method = self.constant_position(span);
        quote_spanned!(here=> const { #method })
    }

    pub(super) fn constant_position(&self, span: Span) -> TokenStream {
        let here = Span::mixed_site();
        let support = self.support();
        recorded(
            &quote_spanned!(here=> #support::Expression::HERE),
            "position",
            span,
            TokenStream::new(),
        )
    }

    /// The name or the number that stands for `expr` in the closure.
    pub(super) fn planned(&mut self, expr: &Expr, name: &str, plan: &mut Plan) -> TokenStream {
        let bare = expr.bare();
        if let Some((negative, number)) = bare.number() {
            return self.literal(number, negative);
        }
        if let Some(function) = bare.function() {
            let position = function.method.span();
            self.registration.add(position, function.text, name);
            let operand = self.planned(function.operand, "", plan);
            return match function.exponent {
                None => plan.step(&function.method.to_string(), position, operand),
                Some(exponent) => {
                    let exponent = self.exponent(exponent, plan);
                    plan.step("pow", position, quote!(#operand, #exponent))
                }
            };
        }
        if let Some(function) = bare.function_of_place() {
            let FunctionOfPlace {
                place,
                method,
                text,
            } = function;
            let position = method.span();
            self.registration.add(position, text, name);
            if let Some(temporary) = plan.temporary(place.bare()) {
                return plan.step(&method.to_string(), position, temporary);
            }
            let operand = plan.operand(
                None,
                Borrowed::Applied {
                    place: self.place(place),
                    key: place.key(),
                    method: method.clone(),
                    there: place.extent.start,
                },
            );
            let receiver = quote_spanned!(Span::mixed_site()=> recorder.called(#operand));
            return plan.step_on(&receiver, &method.to_string(), position, TokenStream::new());
        }
        match &bare.kind {
            ExprKind::Negation {
                minus,
                operand,
                text,
            } => {
                self.registration.add(*minus, text, name);
                let operand = self.planned(operand, "", plan);
                plan.step("neg", *minus, operand)
            }
            ExprKind::Binary {
                left,
                operator,
                position,
                right,
                text,
            } => {
                self.registration.add(*position, text, name);
                // What is recorded before the rest keeps its place before it.
                let is_long = bare.steps() > MOST_STEPS;
                let left = if left.has_operators() && (is_long || right.may_record()) {
                    self.in_parts(left, plan)
                } else {
                    self.planned(left, "", plan)
                };
                let right = if *operator == BinaryOperator::Pow {
                    self.exponent(right, plan)
                } else if is_long && right.has_operators() {
                    self.in_parts(right, plan)
                } else {
                    self.planned(right, "", plan)
                };
                plan.step(operator.method(), *position, quote!(#left, #right))
            }
            _ => {
                if let Some(temporary) = plan.temporary(bare) {
                    return temporary;
                }
                let borrowed = self.borrowed(expr);
                plan.operand(bare.key(), Borrowed::AsItIs(borrowed))
            }
        }
    }

    /// An expression that is recorded by itself, as an operand.
    fn in_parts(&mut self, expr: &Expr, plan: &mut Plan) -> TokenStream {
        let borrowed = self.borrowed(expr);
        plan.operand(None, Borrowed::AsItIs(borrowed))
    }

    /// An integer exponent stays an integer, for the power that is exact at 0.
    fn exponent(&mut self, exponent: &Expr, plan: &mut Plan) -> TokenStream {
        match self.whole(exponent) {
            Some(exponent) => exponent,
            None => self.planned(exponent, "", plan),
        }
    }

    /// An integer literal as an integer.
    pub(super) fn whole(&self, expr: &Expr) -> Option<TokenStream> {
        let (negative, number) = expr.number()?;
        let literal = number.as_i32()?;
        let minus = negative.then(|| quote!(-));
        let support = self.support();
        Some(quote_spanned!(Span::mixed_site()=> #support::Whole::<{ #minus #literal }>))
    }

    /// A number as a part of the statement's type.
    fn literal(&self, number: &Number, negative: bool) -> TokenStream {
        let digits: f64 = number.digits.parse().expect("decimal digits are a number");
        let bits = if negative { -digits } else { digits }.to_bits();
        let support = self.support();
        quote_spanned!(Span::mixed_site()=> #support::Literal::<#bits>)
    }
}
