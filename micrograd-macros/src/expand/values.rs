//! Expressions as values: owned, named, and never moved out of a variable.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};

use super::operations::as_written;
use super::registration::Written;
use super::{Expander, Purpose, delimited, parenthesized};
use crate::cursor::before;
use crate::operators::BinaryOperator;
use crate::source_text::text_of_stream;
use crate::syntax::{Expr, ExprKind, is_same};

impl Expander {
    /// An expression as an owned value.
    pub(super) fn value(&mut self, expr: &Expr, purpose: Purpose) -> TokenStream {
        if purpose.as_written && !expr.bare().is_block_like() {
            return match expr.number() {
                Some(number) => as_written(number),
                None => self.argument(expr),
            };
        }
        match &expr.kind {
            _ if expr.is_place() => {
                let copy = self.copied(expr);
                self.converted(expr, copy, purpose)
            }
            ExprKind::Parenthesized(inner) => self.value(inner, purpose),
            ExprKind::Number(number) => {
                let literal = number.as_f64();
                self.converted(expr, quote!(#literal), purpose)
            }
            ExprKind::Negation { operand, minus, .. } => {
                let tokens = match &operand.kind {
                    ExprKind::Number(number) => {
                        let literal = number.as_f64();
                        quote_spanned!(*minus=> -#literal)
                    }
                    _ => self.arithmetic(expr, purpose),
                };
                self.converted(expr, tokens, purpose)
            }
            // The remainder of integers is one.
            ExprKind::Binary {
                operator: BinaryOperator::Rem,
                ..
            } if purpose.is_for_any_type() => self.number_or_integer(expr, purpose.name),
            ExprKind::Binary { .. } => {
                let tokens = self.arithmetic(expr, purpose);
                self.converted(expr, tokens, purpose)
            }
            ExprKind::Condition {
                left,
                operator,
                kind,
                right,
                ..
            } => {
                let [left, right] = [left, right].map(|side| self.side(side, *kind));
                quote!(#left #operator #right)
            }
            ExprKind::Not { mark, operand } => {
                let operand = self.compared(operand);
                quote!(#mark #operand)
            }
            ExprKind::Closure { head, body } => {
                let body = self.argument(body);
                quote!(#head #body)
            }
            ExprKind::MethodCall { .. } if expr.function().is_some() => {
                let tokens = self.arithmetic(expr, purpose);
                self.converted(expr, tokens, purpose)
            }
            ExprKind::MethodCall { .. } | ExprKind::Call { .. } => self.called(expr, purpose.name),
            ExprKind::Sequence(elements) => self.sequence(elements, &[]),
            ExprKind::Struct(literal) => self.struct_literal(literal),
            ExprKind::Cast {
                operand,
                keyword,
                target,
            } => {
                let operand = if operand.has_operators() {
                    parenthesized(self.argument(operand))
                } else {
                    self.receiver(operand)
                };
                quote!(#operand #keyword #target)
            }
            ExprKind::Try { operand, question } => {
                let operand = self.receiver(operand);
                self.named(expr, quote!(#operand #question), purpose.name)
            }
            ExprKind::Reference { prefix, operand } => {
                let operand = self.receiver(operand);
                quote!(#prefix #operand)
            }
            ExprKind::Block { .. } | ExprKind::If(_) | ExprKind::Match { .. } => {
                self.block_like(expr, purpose)
            }
            ExprKind::Loop { .. } => {
                let tokens = self.block_like(expr, purpose);
                self.named(expr, tokens, purpose.name)
            }
            ExprKind::Jump { head, value } => {
                let value = value
                    .as_ref()
                    .map(|value| parenthesized(self.value(value, Purpose::default())));
                quote!(#head #value)
            }
            ExprKind::Plain(tokens) => self.named(expr, tokens.clone(), purpose.name),
            ExprKind::Path(tokens) => self.converted(expr, tokens.clone(), purpose),
            ExprKind::OtherLiteral { literal, .. } => literal.clone(),
            ExprKind::Missing => self.missing(purpose),
            ExprKind::Field { .. } | ExprKind::Index { .. } | ExprKind::Dereference { .. } => {
                self.place(expr)
            }
        }
    }

    /// A variable or a part of one, as it stands: to borrow, to assign to, or to call a method on.
    pub(super) fn place(&mut self, expr: &Expr) -> TokenStream {
        match &expr.kind {
            ExprKind::Path(tokens) => match expr.variable() {
                Some(name)
                    if self
                        .intermediates
                        .iter()
                        .any(|intermediate| is_same(intermediate, &name)) =>
                {
                    Self::hidden(&name).into_token_stream()
                }
                _ => tokens.clone(),
            },
            ExprKind::Field { base, member } => {
                let base = self.receiver(base);
                quote!(#base #member)
            }
            ExprKind::Index { base, index } => {
                let base = self.receiver(base);
                quote!(#base #index)
            }
            ExprKind::Dereference { star, operand } => {
                let operand = self.receiver(operand);
                quote!(#star #operand)
            }
            ExprKind::Parenthesized(inner) => self.place(inner),
            _ => self.value(expr, Purpose::default()),
        }
    }

    /// A copy of what a place holds: a second handle of a `Value`, the number of a number.
    pub(super) fn copied(&mut self, place: &Expr) -> TokenStream {
        let tokens = self.place(place);
        let (start, _) = self.around(place.extent);
        let borrowed = quote_spanned!(before(place.extent.start)=> &#tokens);
        let support = self.support_at(start);
        let copy = quote_spanned!(start=> use #support::{CopyOfAny as _, CopyOfNumber as _}; (&&#support::Copied(#borrowed)).copy());
        TokenTree::from(delimited(Delimiter::Brace, place.extent.start, copy)).into()
    }

    /// A number becomes what the annotated type asks for; the new node stands where the number was written.
    pub(super) fn converted(
        &mut self,
        expr: &Expr,
        tokens: TokenStream,
        purpose: Purpose,
    ) -> TokenStream {
        if !purpose.converted {
            return tokens;
        }
        let position = expr.extent.start;
        if let Some(text) = leaf_text(expr) {
            self.registration
                .add(Written::new(position, &text, purpose.name));
        }
        let (start, end) = self.around(expr.extent);
        let (support, converted) = (self.support_at(start), Ident::new("Converted", end));
        let tokens = delimited(Delimiter::Parenthesis, end, tokens);
        let number = quote_spanned!(start=> #support::#converted #tokens);
        // The method stands where the number was written, which is where the leaf is made.
        let call = quote_spanned!(before(position)=> convert::<_>());
        quote_spanned!(start=> #number.#call)
    }

    /// Names the result of what may have made its node elsewhere.
    pub(super) fn named(&self, expr: &Expr, tokens: TokenStream, name: &str) -> TokenStream {
        if name.is_empty() || expr.never_returns() || has_inferred_result(expr) {
            return tokens;
        }
        let support = self.support();
        quote_spanned! {Span::mixed_site()=>
            { use #support::NameOfAny as _; #support::Named(#tokens).named(#name) }
        }
    }

    /// A value of a plausible type, so that one mistake gives one message.
    fn missing(&self, purpose: Purpose) -> TokenStream {
        let krate = &self.krate;
        let here = Span::mixed_site();
        if purpose.converted {
            any_value()
        } else {
            quote_spanned!(here=> #krate::Value::new(::core::primitive::f64::NAN))
        }
    }

    /// A variable that a mistaken statement would have bound.
    pub(super) fn plausible_binding(&self, name: &Ident) -> TokenStream {
        let value = self.missing(Purpose::default());
        quote_spanned!(Span::mixed_site()=> let #name = #value;)
    }
}

/// Of whatever type is asked for, without making the code after it unreachable.
pub(crate) fn any_value() -> TokenStream {
    quote_spanned!(Span::mixed_site()=> (|| ::core::unreachable!())())
}

/// The text of a number or a name that becomes a leaf.
fn leaf_text(expr: &Expr) -> Option<String> {
    if let ExprKind::Path(path) = &expr.kind {
        return Some(text_of_stream(path));
    }
    let (negative, number) = expr.number()?;
    Some(format!(
        "{}{}",
        if negative { "-" } else { "" },
        number.digits
    ))
}

/// Calls whose type is decided by what is done with their result: they are left to Rust's inference.
fn has_inferred_result(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Try { operand, .. } => has_inferred_result(operand),
        ExprKind::MethodCall {
            receiver,
            method,
            turbofish,
            ..
        } => match method.to_string().as_str() {
            "collect" | "parse" | "into" | "try_into" => turbofish.is_empty(),
            "unwrap" | "expect" | "unwrap_or" | "unwrap_or_else" | "unwrap_or_default" => {
                has_inferred_result(receiver)
            }
            _ => false,
        },
        _ => false,
    }
}
