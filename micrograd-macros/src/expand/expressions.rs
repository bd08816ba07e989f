//! Arithmetic: first the operands, from left to right; then, in one closure, the operations on them.
//!
//! So the tape is taken once for the whole expression, and what lies between needs no handle. An operand that
//! may record operations itself (a call, a block) splits the expression: what is to its left is recorded before it
//! runs, in the order in which it was written.

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use super::Expander;
use super::operations::recorded;
use crate::operators::BinaryOperator;
use crate::syntax::{Expr, ExprKind};

/// An expression on its way into a closure.
#[derive(Default)]
pub(super) struct Plan {
    operands: Vec<Operand>,
    steps: Vec<TokenStream>,
}

struct Operand {
    name: Ident,
    /// The variable, when it is a bare one: it is read once, however often it stands there.
    variable: Option<String>,
    borrowed: TokenStream,
}

impl Expander {
    /// An expression of operators, as a value.
    pub(super) fn arithmetic(&mut self, expr: &Expr, name: &str) -> TokenStream {
        let mut plan = Plan::default();
        let result = self.planned(expr, name, &mut plan);
        self.whole_expression(&plan, &result)
    }

    /// The planned operations, recorded at once, as a value.
    pub(super) fn whole_expression(&self, plan: &Plan, result: &TokenStream) -> TokenStream {
        let here = Span::mixed_site();
        let support = self.support();
        let (count, position) = (plan.count(), self.position(here));
        let closure = plan.closure(result);
        plan.with_operands(quote_spanned!(here=> #support::expression(#count, #position, #closure)))
    }

    /// Where a call with this span stands, whatever calls the function around it.
    pub(super) fn position(&self, span: Span) -> TokenStream {
        let here = Span::mixed_site();
        let support = self.support();
        let method = recorded(
            &quote_spanned!(here=> #support::Expression::HERE),
            "position",
            span,
            TokenStream::new(),
        );
        quote_spanned!(here=> const { #method })
    }

    /// The name or the number that stands for `expr` in the closure.
    pub(super) fn planned(&mut self, expr: &Expr, name: &str, plan: &mut Plan) -> TokenStream {
        let bare = expr.bare();
        if let Some((negative, number)) = bare.number() {
            let literal = number.as_f64();
            return signed(expr.extent.start, negative, &literal);
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
                let left = if left.has_operators() && right.may_record() {
                    let borrowed = self.borrowed(left);
                    plan.operand(None, borrowed)
                } else {
                    self.planned(left, "", plan)
                };
                let right = self.right(*operator, right, plan);
                plan.step(operator.method(), *position, quote!(#left, #right))
            }
            _ => {
                let variable = match &bare.kind {
                    ExprKind::Path(path) => Some(path.to_string()),
                    _ => None,
                };
                let borrowed = self.borrowed(expr);
                plan.operand(variable, borrowed)
            }
        }
    }

    /// An integer exponent stays an integer, for the power that is exact at 0.
    fn right(&mut self, operator: BinaryOperator, right: &Expr, plan: &mut Plan) -> TokenStream {
        match whole(right) {
            Some(exponent) if operator == BinaryOperator::Pow => exponent,
            _ => self.planned(right, "", plan),
        }
    }
}

impl Plan {
    /// The name that the operand has in the closure.
    fn operand(&mut self, variable: Option<String>, borrowed: TokenStream) -> TokenStream {
        let known = self
            .operands
            .iter()
            .find(|operand| variable.is_some() && operand.variable == variable);
        if let Some(operand) = known {
            return operand.name.to_token_stream();
        }
        let name = format_ident!("operand{}", self.operands.len(), span = Span::mixed_site());
        self.operands.push(Operand {
            name: name.clone(),
            variable,
            borrowed,
        });
        name.to_token_stream()
    }

    /// Records an operation; gives the name of its result.
    fn step(&mut self, method: &str, position: Span, arguments: TokenStream) -> TokenStream {
        let here = Span::mixed_site();
        let call = recorded(
            &quote_spanned!(here=> recorder),
            method,
            position,
            arguments,
        );
        let name = format_ident!("result{}", self.steps.len(), span = here);
        self.steps.push(quote_spanned!(here=> let #name = #call;));
        name.to_token_stream()
    }

    pub(super) fn count(&self) -> usize {
        self.steps.len()
    }

    /// Whether the operands hold on to a variable; to any, where it has no name.
    pub(super) fn mentions(&self, variable: Option<&str>) -> bool {
        let Some(variable) = variable else {
            return true;
        };
        self.operands
            .iter()
            .any(|operand| mentions(operand.borrowed.clone(), variable))
    }

    /// `|recorder| …`, which records the operations on the operands.
    pub(super) fn closure(&self, result: &TokenStream) -> TokenStream {
        let here = Span::mixed_site();
        let steps = &self.steps;
        let names = self.operands.iter().map(|operand| &operand.name);
        quote_spanned! {here=>
            |recorder| {
                #(let #names = recorder.read(#names);)*
                #(#steps)*
                #result
            }
        }
    }

    /// `body` in the scope of the operands, which are evaluated once and in order.
    pub(super) fn with_operands(&self, body: TokenStream) -> TokenStream {
        if self.operands.is_empty() {
            return body;
        }
        let names = self.operands.iter().map(|operand| &operand.name);
        let borrowed = self.operands.iter().map(|operand| &operand.borrowed);
        quote_spanned!(Span::mixed_site()=> match (#(#borrowed,)*) { (#(#names,)*) => #body })
    }
}

fn mentions(tokens: TokenStream, variable: &str) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == variable,
        TokenTree::Group(group) => mentions(group.stream(), variable),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// An integer literal as an integer.
pub(super) fn whole(expr: &Expr) -> Option<TokenStream> {
    let (negative, number) = expr.number()?;
    Some(signed(expr.extent.start, negative, &number.as_i32()?))
}

fn signed(minus: Span, negative: bool, literal: &Literal) -> TokenStream {
    if negative {
        quote_spanned!(minus=> -#literal)
    } else {
        literal.to_token_stream()
    }
}
