//! What is assigned to.

use proc_macro2::{Delimiter, Ident, Span, TokenStream};
use quote::quote_spanned;

use super::{Expander, delimited, parenthesized};
use crate::cursor::before;
use crate::syntax::{Assign, ExprKind};

impl Expander {
    /// The target of `x = f(x)`.
    pub(super) fn replaced(&mut self, assign: &Assign) -> TokenStream {
        let target = &assign.target;
        let place = self.place(target);
        let (start, end) = self.around(target.extent);
        let borrowed = quote_spanned!(before(target.extent.start)=> &mut #place);
        let support = self.support_at(start);
        let function = Ident::new("assignee", end);
        let argument = delimited(Delimiter::Parenthesis, end, borrowed);
        quote_spanned!(start=> #support::#function #argument)
    }

    /// What finds the target's `__assignee`, through a reference as well.
    pub(super) fn targets_in_scope(&self) -> TokenStream {
        let support = self.support();
        quote_spanned!(Span::mixed_site()=> #[allow(unused_imports)] use #support::ToAssignee as _;)
    }

    /// The target, to be changed by an operator.
    pub(super) fn target(&mut self, assign: &Assign, kind: &str) -> TokenStream {
        let target = &assign.target;
        let place = match &target.bare().kind {
            ExprKind::Dereference { .. } => parenthesized(self.place(target)),
            _ => self.place(target),
        };
        let there = before(target.extent.start);
        let kind = Ident::new(kind, there);
        quote_spanned!(there=> #place.#kind())
    }
}
