//! `assert!` and its kin, as branches.

use super::Resolver;
use crate::differentiable::hygiene::quote;
use crate::differentiable::tree::{Block, Expr, ExprKind, StatementKind};
use proc_macro2::Span;

impl Resolver {
    /// `assert!(condition)` and its like, as a branch: it may ask about active numbers.
    pub(super) fn assertion(&mut self, call: &syn::Macro, span: Span) -> Option<StatementKind> {
        let name = call.path.get_ident()?.to_string();
        let (is_debug, name) = match name.strip_prefix("debug_") {
            Some(name) => (true, name),
            None => (false, name.as_str()),
        };
        let count = match name {
            "assert" => 1,
            "assert_eq" | "assert_ne" => 2,
            _ => return None,
        };
        let parser = syn::punctuated::Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated;
        let parts = syn::parse::Parser::parse2(parser, call.tokens.clone()).ok()?;
        let parts: Vec<&syn::Expr> = parts.iter().collect();
        if parts.len() < count {
            return None;
        }
        let (asked, message) = parts.split_at(count);
        let mut condition = match &self.exprs(asked.iter().copied())[..] {
            [condition] => condition.clone(),
            sides => {
                let [left, right] = [0, 1].map(|i| Box::new(sides[i].clone()));
                let operator = if name == "assert_eq" {
                    quote!(==)
                } else {
                    quote!(!=)
                };
                Expr::new(span, ExprKind::Infix(operator, left, right))
            }
        };
        if is_debug {
            let off = Box::new(Expr::new(
                span,
                ExprKind::Path(quote!((!::core::cfg!(debug_assertions)))),
            ));
            condition = Expr::new(span, ExprKind::Infix(quote!(||), off, Box::new(condition)));
        }
        let message = if message.is_empty() {
            let text = format!("assertion failed: {}", call.tokens);
            quote!("{}", #text)
        } else {
            quote!(#(#message),*)
        };
        let panic = self.other(quote!(::core::panic!(#message)), span);
        let choice = ExprKind::If {
            condition: Box::new(Expr::new(span, ExprKind::Not(Box::new(condition)))),
            then: Block::of_statement(span, StatementKind::Expression(panic)),
            otherwise: None,
        };
        Some(StatementKind::Expression(Expr::new(span, choice)))
    }
}
