//! Arithmetic: first the operands, from left to right; then the operations on them, as one formula.
//!
//! So the whole expression takes the tape once, and what lies between needs no handle. An operand that may record
//! operations itself (a call, a block) splits the expression: what is to its left is recorded before it runs, in the
//! order in which it was written.

use proc_macro2::{Delimiter, Ident, Span, TokenStream};
use quote::quote_spanned;

use super::operations::recorded;
use super::plan::{Borrowed, Plan};
use super::registration::Written;
use super::{Expander, Purpose, delimited};
use crate::cursor::{Extent, before};
use crate::formula::{Argument, SUPPORT};
use crate::operators::BinaryOperator;
use crate::syntax::{Expr, ExprKind, FunctionOfPlace, MOST_STEPS, Number, Temporary};

impl Expander {
    /// An expression of operators, as a value.
    pub(super) fn arithmetic(&mut self, expr: &Expr, purpose: Purpose) -> TokenStream {
        let plan = self.plan(expr, purpose.name, purpose.temporaries).0;
        self.whole_expression(&plan, purpose.is_intermediate, expr.extent)
    }

    /// An expression with what belongs into its statement, and what stands for the whole.
    pub(super) fn plan(
        &mut self,
        expr: &Expr,
        name: &str,
        temporaries: &[Temporary<'_>],
    ) -> (Plan, Argument) {
        let mut plan = Plan::default();
        for temporary in temporaries {
            let value = self.planned(temporary.value, &temporary.name.to_string(), &mut plan);
            plan.name(temporary.name, value);
        }
        let result = self.planned(expr, name, &mut plan);
        (plan, result)
    }

    /// Arithmetic as the impl of a formula that is the right-hand side of an assigning operator.
    pub(crate) fn formula(&mut self, name: &Ident, expr: &Expr) -> TokenStream {
        let (mut plan, _) = self.plan(expr, "", &[]);
        plan.formula.assigned();
        let here = Span::mixed_site();
        let implementation = plan.implementation(name, &self.constant_position(here));
        let (krate, support) = (&self.krate, Ident::new(SUPPORT, here));
        quote_spanned! {here=>
            const _: () = {
                use #krate::__macro_support as #support;
                #implementation
            };
        }
    }

    /// The planned operations, recorded at once, as a value, or as what no handle holds. The call stands at the whole
    /// expression, which is what rustc underlines if another type is expected.
    pub(super) fn whole_expression(
        &self,
        plan: &Plan,
        is_intermediate: bool,
        extent: Extent,
    ) -> TokenStream {
        let here = Span::mixed_site();
        let (start, end) = self.around(extent);
        let support = self.support_at(start);
        let (items, operands) = (self.items(plan, None, here), plan.operand_list(here));
        let function = Ident::new(
            if is_intermediate {
                "intermediate"
            } else {
                "expression"
            },
            start,
        );
        let arguments = quote_spanned!(here=> &SITE, #operands);
        let arguments = delimited(Delimiter::Parenthesis, end, arguments);
        let recorded = quote_spanned!(here=> #support::#function::<Here, _> #arguments);
        self.with_operands(plan, &items, &recorded)
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
            &quote_spanned!(here=> #support::HERE),
            "position",
            before(span),
            TokenStream::new(),
        )
    }

    /// What stands for `expr` in the formula.
    pub(super) fn planned(&mut self, expr: &Expr, name: &str, plan: &mut Plan) -> Argument {
        let bare = expr.bare();
        if let Some((negative, number)) = bare.number() {
            return Argument::Number(number_of(number, negative));
        }
        if let Some(function) = bare.function() {
            let position = function.method.span();
            self.registration.show(function.method);
            let written = Written::new(position, function.text, name);
            let operand = self.planned(function.operand, "", plan);
            return match function.exponent {
                None => plan.function((function.method, written), operand, false),
                Some(exponent) => {
                    let exponent = self.exponent(exponent, plan);
                    plan.binary(BinaryOperator::Pow, written, [operand, exponent])
                }
            };
        }
        if let Some(FunctionOfPlace {
            place,
            method,
            text,
        }) = bare.function_of_place()
        {
            let written = Written::new(method.span(), text, name);
            let known = plan.temporary(place.bare());
            if let Some(known) = known.or_else(|| plan.known(place.key().as_ref())) {
                return plan.function((method, written), known, false);
            }
            let borrowed = Borrowed::Applied {
                place: self.place(place),
                method: method.clone(),
                there: place.extent,
            };
            let operand = plan.operand(None, borrowed);
            return plan.function((method, written), operand, true);
        }
        match &bare.kind {
            ExprKind::Negation {
                minus,
                operand,
                text,
            } => {
                let operand = self.planned(operand, "", plan);
                plan.negate(Written::new(*minus, text, name), operand)
            }
            ExprKind::Binary {
                left,
                operator,
                position,
                right,
                text,
            } => {
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
                plan.binary(
                    *operator,
                    Written::new(*position, text, name),
                    [left, right],
                )
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
    fn in_parts(&mut self, expr: &Expr, plan: &mut Plan) -> Argument {
        let borrowed = self.borrowed(expr);
        plan.operand(None, Borrowed::AsItIs(borrowed))
    }

    /// An integer exponent stays an integer, for the power that is exact at 0.
    pub(super) fn exponent(&mut self, exponent: &Expr, plan: &mut Plan) -> Argument {
        match exponent.number() {
            Some((negative, number)) if number.as_i32().is_some() => {
                #[allow(clippy::cast_possible_truncation)] // It is an integer of this size.
                let whole = number_of(number, negative) as i32;
                Argument::Whole(whole)
            }
            _ => self.planned(exponent, "", plan),
        }
    }
}

fn number_of(number: &Number, negative: bool) -> f64 {
    let digits: f64 = number.digits.parse().expect("decimal digits are a number");
    if negative { -digits } else { digits }
}
