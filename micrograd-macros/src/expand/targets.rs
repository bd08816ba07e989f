//! What is assigned to.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;

use super::{Expander, parenthesized};
use crate::syntax::{Assign, ExprKind};

impl Expander {
    /// The target of `x = f(x)`.
    pub(super) fn replaced(&mut self, assign: &Assign) -> TokenStream {
        let target = &assign.target;
        let place = self.place(target);
        let borrowed = quote_spanned!(target.extent.start=> &mut #place);
        let there = self.there(target.extent.start);
        let support = self.support_at(there);
        quote_spanned!(there=> #support::place(#borrowed))
    }

    /// What finds the target's `__place`, through a reference as well.
    pub(super) fn targets_in_scope(&self) -> TokenStream {
        let support = self.support();
        quote_spanned!(Span::mixed_site()=> #[allow(unused_imports)] use #support::Target as _;)
    }

    /// The target, to be changed by an operator.
    pub(super) fn target(&mut self, assign: &Assign, kind: &str) -> TokenStream {
        let target = &assign.target;
        let place = match &target.bare().kind {
            ExprKind::Dereference { .. } => parenthesized(self.place(target)),
            _ => self.place(target),
        };
        let kind = Ident::new(kind, target.extent.start);
        quote_spanned!(target.extent.start=> #place.#kind())
    }
}
