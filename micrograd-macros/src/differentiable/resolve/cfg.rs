//! `#[cfg(…)]` before a statement, as a branch.

use super::Resolver;
use crate::differentiable::hygiene::quote;
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Block, Expr, ExprKind, Statement, StatementKind};
use proc_macro2::{Span, TokenStream};
use syn::spanned::Spanned;

impl Resolver {
    /// `#[cfg(…)] statement`, as a branch.
    pub(super) fn conditional(
        &mut self,
        of: &syn::Stmt,
        condition: &TokenStream,
        span: Span,
    ) -> Statement {
        if !matches!(of, syn::Stmt::Expr(..) | syn::Stmt::Macro(_)) {
            self.refuse(span, Refusal::Conditional);
        }
        let statement = self.statement(of);
        let asked = ExprKind::Path(quote!(::core::cfg!(#condition)));
        let choice = ExprKind::If {
            condition: Box::new(Expr::new(span, asked)),
            then: Block::of_statement(span, statement.kind),
            otherwise: None,
        };
        Statement {
            span,
            kind: StatementKind::Expression(Expr::new(span, choice)),
        }
    }
}

/// The condition of `#[cfg(…)]` before a statement.
pub(super) fn cfg_of(statement: &syn::Stmt) -> Option<(TokenStream, Span)> {
    let attributes = match statement {
        syn::Stmt::Local(local) => &local.attrs,
        syn::Stmt::Macro(call) => &call.attrs,
        syn::Stmt::Expr(expr, _) => attributes_of(expr)?,
        syn::Stmt::Item(_) => return None,
    };
    condition_in(attributes)
}

pub(super) fn condition_in(attributes: &[syn::Attribute]) -> Option<(TokenStream, Span)> {
    let attribute = attributes.iter().find(|a| a.path().is_ident("cfg"))?;
    let condition = attribute.meta.require_list().ok()?.tokens.clone();
    Some((condition, attribute.span()))
}

/// Those of a statement stand at the leftmost expression.
fn attributes_of(expr: &syn::Expr) -> Option<&[syn::Attribute]> {
    Some(match expr {
        syn::Expr::Assign(of) => attributes_of(&of.left)?,
        syn::Expr::Binary(of) => attributes_of(&of.left)?,
        syn::Expr::Path(of) => &of.attrs,
        syn::Expr::Index(of) => &of.attrs,
        syn::Expr::Unary(of) => &of.attrs,
        syn::Expr::Field(of) => &of.attrs,
        syn::Expr::Tuple(of) => &of.attrs,
        syn::Expr::Block(of) => &of.attrs,
        syn::Expr::Call(of) => &of.attrs,
        syn::Expr::MethodCall(of) => &of.attrs,
        syn::Expr::If(of) => &of.attrs,
        syn::Expr::Match(of) => &of.attrs,
        syn::Expr::ForLoop(of) => &of.attrs,
        syn::Expr::While(of) => &of.attrs,
        syn::Expr::Loop(of) => &of.attrs,
        syn::Expr::Return(of) => &of.attrs,
        syn::Expr::Break(of) => &of.attrs,
        syn::Expr::Continue(of) => &of.attrs,
        syn::Expr::Macro(of) => &of.attrs,
        syn::Expr::Paren(of) => &of.attrs,
        _ => return None,
    })
}
