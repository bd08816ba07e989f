//! Arithmetic: `operand(&left).sub(right(&right))`, with the operator's span on the method.

use proc_macro2::{Delimiter, Ident, Span, TokenStream};
use quote::quote_spanned;

use super::{Expander, Purpose, delimited, parenthesized};
use crate::operators::BinaryOperator;
use crate::syntax::{Expr, ExprKind};

impl Expander {
    pub(super) fn binary(
        &mut self,
        left: &Expr,
        operator: BinaryOperator,
        position: Span,
        right: &Expr,
    ) -> TokenStream {
        let left = self.handed_to("operand", left);
        let right = self.right(operator, right);
        recorded(&left, operator.method(), position, right)
    }

    pub(super) fn negation(&mut self, minus: Span, operand: &Expr) -> TokenStream {
        let operand = self.handed_to("operand", operand);
        recorded(&operand, "neg", minus, TokenStream::new())
    }

    /// `function(&operand)`, all of it at the operand, so that rustc has one place for an error about its type.
    fn handed_to(&mut self, function: &str, operand: &Expr) -> TokenStream {
        let there = self.there(operand.extent.start);
        let support = self.support_at(there);
        let function = Ident::new(function, there);
        let argument = delimited(Delimiter::Parenthesis, there, self.borrowed(operand));
        quote_spanned!(there=> #support::#function #argument)
    }

    /// `&operand`, with the operand's span on the `&`, so that an error about its type underlines the operand.
    pub(super) fn borrowed(&mut self, operand: &Expr) -> TokenStream {
        let tokens = self.operand(operand);
        quote_spanned!(operand.extent.start=> &#tokens)
    }

    /// The right operand of `operator`: an integer exponent stays an integer, for the power that is exact at 0.
    pub(super) fn right(&mut self, operator: BinaryOperator, right: &Expr) -> TokenStream {
        let integer = match right.number() {
            Some((negative, number)) if operator == BinaryOperator::Pow => {
                number.as_i32().map(|literal| (negative, literal))
            }
            _ => None,
        };
        match integer {
            Some((true, literal)) => quote_spanned!(right.extent.start=> &-#literal),
            Some((false, literal)) => quote_spanned!(right.extent.start=> &#literal),
            None if right.number().is_some() => self.borrowed(right),
            None => self.handed_to("right", right),
        }
    }

    /// An operand where `&` or a method call can take hold of it.
    fn operand(&mut self, operand: &Expr) -> TokenStream {
        let operand = operand.bare();
        match &operand.kind {
            _ if operand.is_place() => self.place(operand),
            ExprKind::Block { .. }
            | ExprKind::If(_)
            | ExprKind::Loop { .. }
            | ExprKind::Jump { .. }
            | ExprKind::Cast { .. }
            | ExprKind::Boolean { .. }
            | ExprKind::Plain(_) => parenthesized(self.value(operand, Purpose::default())),
            _ => self.value(operand, Purpose::default()),
        }
    }

    /// What a method is called on, or what `.`, `?` and `[…]` follow.
    pub(super) fn receiver(&mut self, receiver: &Expr) -> TokenStream {
        let bare = receiver.bare();
        match &bare.kind {
            ExprKind::Plain(tokens) if !matches!(receiver.kind, ExprKind::Parenthesized(_)) => {
                tokens.clone()
            }
            ExprKind::Negation { .. } if bare.number().is_some() => {
                parenthesized(self.operand(bare))
            }
            ExprKind::Dereference { .. } | ExprKind::Reference { .. } => {
                parenthesized(self.operand(bare))
            }
            _ => self.operand(bare),
        }
    }
}

/// The call that records an operation: where its method stands, `Location::caller()` is the operator.
pub(super) fn recorded(
    receiver: &TokenStream,
    method: &str,
    position: Span,
    arguments: TokenStream,
) -> TokenStream {
    let method = Ident::new(method, position);
    let arguments = delimited(Delimiter::Parenthesis, position, arguments);
    quote_spanned!(Span::mixed_site()=> #receiver.#method #arguments)
}
