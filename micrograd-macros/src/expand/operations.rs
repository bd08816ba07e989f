//! Operands, receivers and the calls that record operations.

use proc_macro2::{Delimiter, Ident, Span, TokenStream};
use quote::quote_spanned;

use super::{Expander, Purpose, delimited, parenthesized};
use crate::syntax::{Expr, ExprKind};

impl Expander {
    /// `operand(&expr)`, all of it at the operand, so that rustc has one place for an error about its type.
    pub(super) fn borrowed(&mut self, operand: &Expr) -> TokenStream {
        let there = self.there(operand.extent.start);
        let support = self.support_at(there);
        let function = Ident::new("operand", there);
        let argument = delimited(Delimiter::Parenthesis, there, self.reference(operand));
        quote_spanned!(there=> #support::#function #argument)
    }

    /// `&expr`, with the operand's span on the `&`, so that an error about its type underlines the operand.
    pub(super) fn reference(&mut self, operand: &Expr) -> TokenStream {
        let tokens = self.operand(operand);
        quote_spanned!(operand.extent.start=> &#tokens)
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
            // A `match` at the beginning of a statement would end there.
            ExprKind::Negation { .. }
            | ExprKind::Binary { .. }
            | ExprKind::Dereference { .. }
            | ExprKind::Reference { .. } => parenthesized(self.operand(bare)),
            _ if bare.function().is_some() => parenthesized(self.operand(bare)),
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
