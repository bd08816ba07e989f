//! Operands, receivers and the calls that record operations.

use proc_macro2::{Delimiter, Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::{Expander, Purpose, delimited, parenthesized};
use crate::cursor::before;
use crate::operators::Condition;
use crate::syntax::{Expr, ExprKind, Number};

impl Expander {
    /// `operand(&expr)`, all of it at the operand, so that rustc has one place for an error about its type.
    pub(super) fn borrowed(&mut self, operand: &Expr) -> TokenStream {
        let (start, end) = self.around(operand.extent);
        let support = self.support_at(start);
        let function = Ident::new("operand", end);
        let argument = delimited(Delimiter::Parenthesis, end, self.reference(operand));
        quote_spanned!(start=> #support::#function #argument)
    }

    /// `&expr`, with the operand's span on the `&`, so that an error about its type underlines the operand.
    pub(super) fn reference(&mut self, operand: &Expr) -> TokenStream {
        let tokens = self.operand(operand);
        quote_spanned!(before(operand.extent.start)=> &#tokens)
    }

    /// An operand where `&` or a method call can take hold of it.
    fn operand(&mut self, operand: &Expr) -> TokenStream {
        let operand = operand.bare();
        match &operand.kind {
            _ if operand.is_place() => self.place(operand),
            ExprKind::Block { .. }
            | ExprKind::If(_)
            | ExprKind::Match { .. }
            | ExprKind::Closure { .. }
            | ExprKind::Loop { .. }
            | ExprKind::Jump { .. }
            | ExprKind::Cast { .. }
            | ExprKind::Condition { .. }
            | ExprKind::Not { .. }
            | ExprKind::Plain(_) => parenthesized(self.value(operand, Purpose::default())),
            _ => self.value(operand, Purpose::default()),
        }
    }

    /// A side of a comparison or of a logical operator; Rust binds `&&` and `||` as they are written.
    pub(super) fn side(&mut self, side: &Expr, kind: Condition) -> TokenStream {
        match &side.kind {
            ExprKind::Condition { .. } if kind == Condition::Logic => {
                self.value(side, Purpose::default())
            }
            _ => self.compared(side),
        }
    }

    /// What is compared, or is a condition itself: numbers are Rust's own here, and nothing is moved.
    pub(super) fn compared(&mut self, operand: &Expr) -> TokenStream {
        match &operand.kind {
            ExprKind::Not { .. } => self.value(operand, Purpose::default()),
            ExprKind::Condition { .. } => parenthesized(self.value(operand, Purpose::default())),
            ExprKind::Parenthesized(inner) if inner.is_place() => self.place(inner),
            _ => match operand.number() {
                Some(number) => as_written(number),
                None if operand.is_place() => self.place(operand),
                None => parenthesized(self.argument(operand)),
            },
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

/// A literal that keeps the meaning it has in Rust.
pub(super) fn as_written((negative, number): (bool, &Number)) -> TokenStream {
    let mut literal: Literal = number.digits.parse().expect("decimal digits are a literal");
    literal.set_span(number.span);
    let minus = negative.then(|| quote!(-));
    quote!(#minus #literal)
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
