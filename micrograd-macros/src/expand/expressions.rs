//! Arithmetic: first the operands, from left to right; then, in one closure, the operations on them.
//!
//! So the tape is taken once for the whole expression, and what lies between needs no handle. An operand that
//! may record operations itself (a call, a block) splits the expression: what is to its left is recorded before it
//! runs, in the order in which it was written.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use super::operations::recorded;
use super::{Expander, Purpose};
use crate::operators::BinaryOperator;
use crate::syntax::{Expr, ExprKind, MOST_STEPS, Number, Temporary, is_same};

/// An expression on its way into a closure.
#[derive(Default)]
pub(super) struct Plan {
    operands: Vec<Operand>,
    /// The place that becomes the result, when it takes part itself: the name that it has in the closure.
    target: Option<Ident>,
    steps: Vec<Step>,
    /// The names that were given to results, which are bound where they were written.
    temporaries: Vec<Ident>,
}

struct Operand {
    name: Ident,
    /// The same for one place: it is read once, however often it stands there.
    key: Option<String>,
    borrowed: TokenStream,
}

struct Step {
    tokens: TokenStream,
    /// Nothing is recorded where a name is given.
    position: Option<Span>,
}

impl Expander {
    /// An expression of operators, as a value.
    pub(super) fn arithmetic(&mut self, expr: &Expr, purpose: Purpose) -> TokenStream {
        let (plan, result) = self.plan(expr, purpose.name, purpose.temporaries);
        self.whole_expression(&plan, &result)
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

    /// The planned operations, recorded at once, as a value.
    pub(super) fn whole_expression(&self, plan: &Plan, result: &TokenStream) -> TokenStream {
        let here = Span::mixed_site();
        let support = self.support();
        let site = self.site(plan, None);
        let position = self.position(here);
        let (operands, closure) = (self.operand_list(plan), self.closure(plan, result));
        plan.with_operands(
            quote_spanned!(here=> #support::expression(#site, #position, #operands, #closure)),
        )
    }

    /// Where a call with this span stands, whatever calls the function around it.
    pub(super) fn position(&self, span: Span) -> TokenStream {
        let here = Span::mixed_site();
        let method = self.constant_position(span);
        quote_spanned!(here=> const { #method })
    }

    fn constant_position(&self, span: Span) -> TokenStream {
        let here = Span::mixed_site();
        let support = self.support();
        recorded(
            &quote_spanned!(here=> #support::Expression::HERE),
            "position",
            span,
            TokenStream::new(),
        )
    }

    /// The place in the source, which knows where each operation stands; `last` is that of the assignment.
    pub(super) fn site(&self, plan: &Plan, last: Option<Span>) -> TokenStream {
        let here = Span::mixed_site();
        let support = self.support();
        let steps = plan.steps.iter().filter_map(|step| step.position);
        let positions = steps.chain(last).map(|span| self.constant_position(span));
        quote_spanned! {here=>
            { static SITE: #support::Site = #support::Site::new(&[#(#positions),*]); &SITE }
        }
    }

    /// The operands, numbered from 1; what is assigned to has the number 0.
    pub(super) fn operand_list(&self, plan: &Plan) -> TokenStream {
        let names = plan
            .operands
            .iter()
            .map(|operand| operand.name.to_token_stream());
        self.numbered(&names.collect::<Vec<_>>())
    }

    pub(super) fn numbered(&self, operands: &[TokenStream]) -> TokenStream {
        let here = Span::mixed_site();
        let support = self.support();
        let numbered = operands.iter().enumerate().rev();
        numbered.fold(quote_spanned!(here=> ()), |rest, (index, operand)| {
            let number = index + 1;
            quote_spanned!(here=> #support::Operands::<#number, _, _>(#operand, #rest))
        })
    }

    /// `|operands| …`, which makes the result of them.
    pub(super) fn closure(&self, plan: &Plan, result: &TokenStream) -> TokenStream {
        let here = Span::mixed_site();
        let support = self.support();
        let steps = plan.steps.iter().map(|step| &step.tokens);
        let recorder = (!plan.steps.is_empty())
            .then(|| quote_spanned!(here=> let recorder = #support::Recorder;));
        let operands = pattern(plan.operands.iter().map(|operand| &operand.name));
        let pattern = match &plan.target {
            Some(target) => quote_spanned!(here=> (#target, #operands)),
            None => operands,
        };
        quote_spanned!(here=> |#pattern| { #recorder #(#steps)* #result })
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
                plan.operand(bare.key(), borrowed)
            }
        }
    }

    /// An expression that is recorded by itself, as an operand.
    fn in_parts(&mut self, expr: &Expr, plan: &mut Plan) -> TokenStream {
        let borrowed = self.borrowed(expr);
        plan.operand(None, borrowed)
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

/// `(a, (b, ()))`
fn pattern<'n>(names: impl DoubleEndedIterator<Item = &'n Ident>) -> TokenStream {
    let here = Span::mixed_site();
    names.rev().fold(
        quote_spanned!(here=> ()),
        |rest, name| quote_spanned!(here=> (#name, #rest)),
    )
}

impl Plan {
    /// The name that the operand has in the closure.
    fn operand(&mut self, key: Option<String>, borrowed: TokenStream) -> TokenStream {
        let known = self
            .operands
            .iter()
            .find(|operand| key.is_some() && operand.key == key);
        if let Some(operand) = known {
            return operand.name.to_token_stream();
        }
        let name = format_ident!("operand{}", self.operands.len(), span = Span::mixed_site());
        self.operands.push(Operand {
            name: name.clone(),
            key,
            borrowed,
        });
        name.to_token_stream()
    }

    /// Takes the place that becomes the result out of the operands, if it is one of them and the others can be borrowed
    /// beside it.
    pub(super) fn take_target(&mut self, target: &Expr) -> Option<Ident> {
        let (key, root) = (target.key()?, target.root()?);
        let is_target = |operand: &Operand| operand.key.as_ref() == Some(&key);
        let index = self.operands.iter().position(is_target)?;
        let is_borrowed = |(other, operand): (usize, &Operand)| {
            other != index && mentions(operand.borrowed.clone(), &root)
        };
        if self.operands.iter().enumerate().any(is_borrowed) {
            return None;
        }
        self.target = Some(self.operands.remove(index).name);
        self.target.clone()
    }

    /// An operation; gives the name of its result.
    pub(super) fn step(
        &mut self,
        method: &str,
        position: Span,
        arguments: TokenStream,
    ) -> TokenStream {
        let here = Span::mixed_site();
        let call = recorded(
            &quote_spanned!(here=> recorder),
            method,
            position,
            arguments,
        );
        let name = format_ident!("result{}", self.steps.len(), span = here);
        self.steps.push(Step {
            tokens: quote_spanned!(here=> let #name = #call;),
            position: Some(position),
        });
        name.to_token_stream()
    }

    /// Gives the name of a `let` to a result.
    fn name(&mut self, name: &Ident, result: &TokenStream) {
        let here = Span::mixed_site();
        let (number, term) = (self.temporaries.len(), term(self.temporaries.len()));
        self.steps.push(Step {
            tokens: quote_spanned!(here=> let (#term, #name) = recorder.temporary::<#number, _>(#result);),
            position: None,
        });
        self.temporaries.push(name.clone());
    }

    /// The name, if `expr` is one that was given to a result.
    fn temporary(&self, expr: &Expr) -> Option<TokenStream> {
        let name = expr.variable()?;
        let is_known = self
            .temporaries
            .iter()
            .any(|temporary| is_same(temporary, &name));
        is_known.then(|| name.to_token_stream())
    }

    /// The result of the whole, in which the names are bound.
    fn bound(&self, result: TokenStream) -> TokenStream {
        let here = Span::mixed_site();
        (0..self.temporaries.len())
            .rev()
            .fold(result, |body, number| {
                let term = term(number);
                quote_spanned!(here=> recorder.bind::<#number, _, _>(#term, #body))
            })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.steps.is_empty()
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

/// What the name with this number stands for.
fn term(number: usize) -> Ident {
    format_ident!("term{number}", span = Span::mixed_site())
}

fn mentions(tokens: TokenStream, variable: &str) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == variable,
        TokenTree::Group(group) => mentions(group.stream(), variable),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
