//! Arithmetic where integers belong: in arguments, in comparisons, before `as`, and beside the type of an integer.

use proc_macro2::{Delimiter, Ident, Span, TokenStream};
use quote::quote_spanned;

use super::plan::{Borrowed, Plan};
use super::registration::Written;
use super::{Expander, Purpose, delimited};
use crate::cursor::before;
use crate::formula::Argument;
use crate::operators::BinaryOperator;
use crate::syntax::{Expr, ExprKind, MOST_STEPS};

impl Expander {
    /// Arithmetic that is Rust's own if all of its operands are integers.
    /// Its result gets a name, if it is a value.
    pub(super) fn number_or_integer(&mut self, expr: &Expr, name: &str) -> TokenStream {
        if !expr.is_integral() {
            let purpose = Purpose {
                name,
                ..Purpose::default()
            };
            return self.arithmetic(expr, purpose);
        }
        let mut plan = Plan::default();
        self.planned_integers(expr, name, &mut plan);
        let here = Span::mixed_site();
        let support = self.support();
        let items = self.items(&plan, None, here);
        let name = Ident::new("Here", here);
        let integers = plan.on_integers(&name);
        let operands = plan.operand_list(here);
        let (start, end) = self.around(expr.extent);
        let way = Ident::new("way", start);
        let names: Vec<&Ident> = plan.references().map(|(name, ..)| name).collect();
        let borrowed = plan.references().map(|(_, reference, _)| reference);
        let taken = plan.references().map(|(name, _, there)| {
            let there = before(there).resolved_at(here);
            let operand = Ident::new(&name.to_string(), there);
            quote_spanned!(there=> #way.operand(#operand))
        });
        let arguments = quote_spanned!(here=> &SITE, #operands);
        let arguments = delimited(Delimiter::Parenthesis, end, arguments);
        let recorded = quote_spanned!(here=> #way.expression::<#name, _> #arguments);
        quote_spanned! {here=>
            match (#(#borrowed,)*) {
                (#(#names,)*) => {
                    #items
                    #integers
                    use #support::{WayOfFormulas as _, WayOfIntegers as _};
                    let #way = (&&#support::Integers(&#operands)).way();
                    match (#(#taken,)*) {
                        (#(#names,)*) => #recorded,
                    }
                }
            }
        }
    }

    fn planned_integers(&mut self, expr: &Expr, name: &str, plan: &mut Plan) -> Argument {
        let bare = expr.bare();
        match &bare.kind {
            _ if bare.number().is_some() => self.planned(bare, "", plan),
            ExprKind::Negation {
                minus,
                operand,
                text,
            } => {
                let operand = self.planned_integers(operand, "", plan);
                plan.negate(Written::new(*minus, text, name), operand)
            }
            ExprKind::Binary {
                left,
                operator,
                position,
                right,
                text,
            } => {
                let is_long = bare.steps() > MOST_STEPS;
                let left = if left.has_operators() && (is_long || right.may_record()) {
                    self.integers_in_parts(left, plan)
                } else {
                    self.planned_integers(left, "", plan)
                };
                let right = if *operator == BinaryOperator::Pow {
                    self.exponent(right, plan)
                } else if is_long && right.has_operators() {
                    self.integers_in_parts(right, plan)
                } else {
                    self.planned_integers(right, "", plan)
                };
                plan.binary(
                    *operator,
                    Written::new(*position, text, name),
                    [left, right],
                )
            }
            _ => {
                let borrowed = self.reference(expr);
                plan.operand(bare.key(), Borrowed::Reference(borrowed, expr.extent.start))
            }
        }
    }

    fn integers_in_parts(&mut self, expr: &Expr, plan: &mut Plan) -> Argument {
        let part = self.number_or_integer(expr, "");
        let borrowed = quote_spanned!(before(expr.extent.start)=> &#part);
        plan.operand(None, Borrowed::Reference(borrowed, expr.extent.start))
    }
}
