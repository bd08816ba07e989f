//! Blocks, and what follows a `let … else` in them.

use super::Resolver;
use super::cfg::cfg_of;
use super::statements::{assigning, assigning_whole};
use crate::differentiable::hygiene::quote;
use crate::differentiable::tree::{Block, Expr, ExprKind, Pattern, Statement, StatementKind};
use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::spanned::Spanned;

impl Resolver {
    pub(in crate::differentiable) fn block(&mut self, block: &syn::Block) -> Block {
        self.scoped(|this| this.statements(&block.stmts))
    }

    fn statements(&mut self, block: &[syn::Stmt]) -> Block {
        let mut statements = Vec::new();
        let mut value = None;
        for (i, statement) in block.iter().enumerate() {
            let rest = &block[i + 1..];
            if let Some((condition, span)) = cfg_of(statement) {
                let statement = self.conditional(statement, &condition, span);
                statements.push(statement);
                continue;
            }
            if let syn::Stmt::Local(local) = statement
                && let Some(otherwise) = otherwise(local)
            {
                let choice = self.let_else(local, otherwise, rest);
                value = Some(Box::new(choice));
                break;
            }
            match statement {
                syn::Stmt::Expr(expr, None) if rest.is_empty() && !is_unit(expr) => {
                    value = Some(Box::new(self.expr(expr)));
                }
                _ => statements.push(self.statement(statement)),
            }
        }
        Block { statements, value }
    }

    /// A block, or an expression as a block that has it as its value.
    pub(super) fn block_of(&mut self, expr: &syn::Expr) -> Block {
        match expr {
            syn::Expr::Block(block) if block.label.is_none() => self.block(&block.block),
            syn::Expr::If(_) | syn::Expr::Match(_) => Block::of_value(self.expr(expr)),
            _ if is_unit(expr) => {
                let kind = self.expression_statement(expr);
                let span = expr.span();
                Block::of_statement(span, kind)
            }
            _ => Block::of_value(self.expr(expr)),
        }
    }

    /// `let pattern = value else { exit }; rest`: a choice between the rest and the exit.
    fn let_else(&mut self, local: &syn::Local, otherwise: &syn::Expr, rest: &[syn::Stmt]) -> Expr {
        let span = local.pat.span();
        let value = local.init.as_ref().map(|init| self.expr(&init.expr));
        let value = value.expect("`else` follows a value");
        let otherwise = self.block_of(otherwise);
        let (condition, then) = self.scoped(|this| {
            let pattern = this.refutable(&local.pat);
            let Pattern::Slice(parts) = pattern.without_reference() else {
                let condition = Expr::new(span, ExprKind::Let(pattern, Box::new(value)));
                return (condition, this.statements(rest));
            };
            // Active numbers are taken apart by a `let`: that the length fits is asked before.
            let count = proc_macro2::Literal::usize_unsuffixed(parts.len());
            let length = ExprKind::Method {
                receiver: Box::new(value.clone()),
                name: Ident::new("len", span),
                turbofish: TokenStream::new(),
                arguments: Vec::new(),
            };
            let count = ExprKind::Literal(count.to_token_stream());
            let sides = [length, count].map(|kind| Box::new(Expr::new(span, kind)));
            let [length, count] = sides;
            let condition = Expr::new(span, ExprKind::Infix(quote!(==), length, count));
            let mut then = this.statements(rest);
            let kind = StatementKind::Let {
                pattern,
                value: Some(value),
                otherwise: Some(quote!({ ::core::unreachable!() })),
            };
            then.statements.insert(0, Statement { span, kind });
            (condition, then)
        });
        let choice = ExprKind::If {
            condition: Box::new(condition),
            then,
            otherwise: Some(otherwise),
        };
        Expr::new(span, choice)
    }
}

/// What follows `else` in a `let`.
pub(super) fn otherwise(local: &syn::Local) -> Option<&syn::Expr> {
    let (_, otherwise) = local.init.as_ref()?.diverge.as_ref()?;
    Some(otherwise)
}

/// Whether an expression without `;` is a statement all the same.
pub(super) fn is_unit(expr: &syn::Expr) -> bool {
    match expr {
        syn::Expr::ForLoop(_)
        | syn::Expr::While(_)
        | syn::Expr::Loop(_)
        | syn::Expr::Assign(_)
        | syn::Expr::Return(_)
        | syn::Expr::Break(_)
        | syn::Expr::Continue(_) => true,
        syn::Expr::Binary(binary) => {
            assigning(&binary.op).is_some() || assigning_whole(&binary.op).is_some()
        }
        syn::Expr::If(choice) => choice.else_branch.is_none(),
        syn::Expr::Macro(call) => ENDS.iter().any(|name| call.mac.path.is_ident(name)),
        _ => false,
    }
}

/// Macros that have no value because they do not come back.
const ENDS: [&str; 4] = ["panic", "unreachable", "todo", "unimplemented"];
