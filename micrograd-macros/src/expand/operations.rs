//! Arithmetic: `operand(&left).sub(&right)`, with the operator's span on the method.

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
        let left = self.borrowed(left);
        let right = match operator {
            BinaryOperator::Pow => self.exponent(right),
            _ => self.borrowed(right),
        };
        self.recorded(operator.method(), position, &left, right)
    }

    pub(super) fn negation(&mut self, minus: Span, operand: &Expr) -> TokenStream {
        let operand = self.borrowed(operand);
        self.recorded("neg", minus, &operand, TokenStream::new())
    }

    fn recorded(&self, method: &str, position: Span, left: &TokenStream, arguments: TokenStream) -> TokenStream {
        let support = self.support();
        let method = Ident::new(method, position);
        let arguments = delimited(Delimiter::Parenthesis, position, arguments);
        quote_spanned!(Span::mixed_site()=> #support::operand(#left).#method #arguments)
    }

    /// `&operand`, with the operand's span on the `&`, so that an error about its type underlines the operand.
    pub(super) fn borrowed(&mut self, operand: &Expr) -> TokenStream {
        let tokens = self.operand(operand);
        quote_spanned!(operand.extent.start=> &#tokens)
    }

    /// An integer literal stays an integer, which is the power that is exact at 0.
    pub(super) fn exponent(&mut self, exponent: &Expr) -> TokenStream {
        let integer = exponent.number().and_then(|(negative, number)| Some((negative, number.as_i32()?)));
        match integer {
            Some((true, literal)) => quote_spanned!(exponent.extent.start=> &-#literal),
            Some((false, literal)) => quote_spanned!(exponent.extent.start=> &#literal),
            None => self.borrowed(exponent),
        }
    }

    /// An operand where `&` or a method call can take hold of it.
    fn operand(&mut self, operand: &Expr) -> TokenStream {
        let operand = operand.bare();
        match &operand.kind {
            _ if operand.is_place() => self.place(operand),
            ExprKind::Block { .. } | ExprKind::If(_) | ExprKind::Loop { .. } | ExprKind::Jump { .. } => {
                parenthesized(self.value(operand, Purpose::default()))
            }
            ExprKind::Cast { .. } | ExprKind::Boolean { .. } | ExprKind::Plain(_) => {
                parenthesized(self.value(operand, Purpose::default()))
            }
            _ => self.value(operand, Purpose::default()),
        }
    }

    /// What a method is called on, or what `.`, `?` and `[…]` follow.
    pub(super) fn receiver(&mut self, receiver: &Expr) -> TokenStream {
        let bare = receiver.bare();
        match &bare.kind {
            ExprKind::Plain(tokens) if !matches!(receiver.kind, ExprKind::Parenthesized(_)) => tokens.clone(),
            ExprKind::Negation { .. } if bare.number().is_some() => parenthesized(self.operand(bare)),
            ExprKind::Dereference { .. } | ExprKind::Reference { .. } => parenthesized(self.operand(bare)),
            _ => self.operand(bare),
        }
    }
}
