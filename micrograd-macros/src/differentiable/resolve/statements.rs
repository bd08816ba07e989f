//! Statements: `let`, assignments, loops and exits.

use super::Resolver;
use crate::differentiable::hygiene::quote;
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Arithmetic, Block, Expr, ExprKind, Statement, StatementKind};
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::spanned::Spanned;

impl Resolver {
    pub(in crate::differentiable) fn statement(&mut self, statement: &syn::Stmt) -> Statement {
        let span = statement.span();
        let kind = match statement {
            syn::Stmt::Local(local) => self.local(local),
            syn::Stmt::Item(item) => StatementKind::Item(item.to_token_stream()),
            syn::Stmt::Macro(call) => match self.assertion(&call.mac, span) {
                Some(assertion) => assertion,
                None => StatementKind::Expression(self.other(call.mac.to_token_stream(), span)),
            },
            syn::Stmt::Expr(expr, _) => self.expression_statement(expr),
        };
        Statement { span, kind }
    }

    fn local(&mut self, local: &syn::Local) -> StatementKind {
        // The value is read first: it may mention what its name hides.
        let value = local.init.as_ref().map(|init| self.expr(&init.expr));
        let (pattern, written_type) = match &local.pat {
            syn::Pat::Type(typed) => (&*typed.pat, Some((*typed.ty).clone())),
            pattern => (pattern, None),
        };
        StatementKind::Let {
            pattern: self.pattern(pattern, written_type),
            value,
            otherwise: None,
        }
    }

    pub(super) fn expression_statement(&mut self, expr: &syn::Expr) -> StatementKind {
        if let syn::Expr::Binary(binary) = expr
            && let Some(operator) = assigning_whole(&binary.op)
        {
            let target = self.expr(&binary.left);
            let [left, right] = [target.clone(), self.expr(&binary.right)].map(Box::new);
            let span = binary.left.span();
            return StatementKind::Assign {
                target,
                operator: None,
                value: Expr::new(span, ExprKind::Infix(operator, left, right)),
            };
        }
        match expr {
            syn::Expr::Assign(assign) => StatementKind::Assign {
                target: self.expr(&assign.left),
                operator: None,
                value: self.expr(&assign.right),
            },
            syn::Expr::Binary(binary) if assigning(&binary.op).is_some() => StatementKind::Assign {
                target: self.expr(&binary.left),
                operator: assigning(&binary.op),
                value: self.expr(&binary.right),
            },
            syn::Expr::ForLoop(run) => {
                let label = label(run.label.as_ref());
                let sequence = self.sequence(&run.expr);
                self.scoped(|this| StatementKind::For {
                    label,
                    pattern: this.pattern(&run.pat, None),
                    sequence,
                    body: this.block(&run.body),
                    stop: None,
                })
            }
            syn::Expr::While(run) if !is_plain_question(&run.cond) => self.while_let(run),
            syn::Expr::While(run) => self.scoped(|this| StatementKind::While {
                label: label(run.label.as_ref()),
                condition: Some(this.expr(&run.cond)),
                body: this.block(&run.body),
                stop: None,
            }),
            syn::Expr::Loop(run) => StatementKind::While {
                label: label(run.label.as_ref()),
                condition: None,
                body: self.block(&run.body),
                stop: None,
            },
            syn::Expr::Return(exit) => StatementKind::Return(match &exit.expr {
                Some(value) => Some(self.expr(value)),
                None => self.returned.clone(),
            }),
            syn::Expr::Break(exit) => {
                if let Some(value) = &exit.expr {
                    self.refuse(value.span(), Refusal::BreakWithValue);
                }
                StatementKind::Break(exit.label.as_ref().map(|label| label.ident.to_string()))
            }
            syn::Expr::Continue(exit) => {
                StatementKind::Continue(exit.label.as_ref().map(|label| label.ident.to_string()))
            }
            _ => StatementKind::Expression(self.expr(expr)),
        }
    }

    /// `while let`, and a condition that does something: a loop that ends where it does not hold.
    fn while_let(&mut self, run: &syn::ExprWhile) -> StatementKind {
        let span = run.cond.span();
        let (condition, then) = self.scoped(|this| (this.boxed(&run.cond), this.block(&run.body)));
        let choice = ExprKind::If {
            condition,
            then,
            otherwise: Some(Block::of_statement(span, StatementKind::Break(None))),
        };
        StatementKind::While {
            label: label(run.label.as_ref()),
            condition: None,
            body: Block::of_statement(span, StatementKind::Expression(Expr::new(span, choice))),
            stop: None,
        }
    }
}

/// Whether a condition binds no names, and assigns nothing.
fn is_plain_question(condition: &syn::Expr) -> bool {
    match condition {
        syn::Expr::Let(_) | syn::Expr::Block(_) | syn::Expr::If(_) | syn::Expr::Match(_) => false,
        syn::Expr::Paren(inner) => is_plain_question(&inner.expr),
        syn::Expr::Unary(inner) => is_plain_question(&inner.expr),
        syn::Expr::Binary(binary) => {
            is_plain_question(&binary.left) && is_plain_question(&binary.right)
        }
        _ => true,
    }
}

pub(super) fn assigning(operator: &syn::BinOp) -> Option<Arithmetic> {
    match operator {
        syn::BinOp::AddAssign(_) => Some(Arithmetic::Add),
        syn::BinOp::SubAssign(_) => Some(Arithmetic::Sub),
        syn::BinOp::MulAssign(_) => Some(Arithmetic::Mul),
        syn::BinOp::DivAssign(_) => Some(Arithmetic::Div),
        _ => None,
    }
}

/// The operator of an assignment to whole numbers.
pub(super) fn assigning_whole(operator: &syn::BinOp) -> Option<TokenStream> {
    Some(match operator {
        syn::BinOp::RemAssign(_) => quote!(%),
        syn::BinOp::BitXorAssign(_) => quote!(^),
        syn::BinOp::BitAndAssign(_) => quote!(&),
        syn::BinOp::BitOrAssign(_) => quote!(|),
        syn::BinOp::ShlAssign(_) => quote!(<<),
        syn::BinOp::ShrAssign(_) => quote!(>>),
        _ => return None,
    })
}

fn label(label: Option<&syn::Label>) -> Option<String> {
    label.map(|label| label.name.ident.to_string())
}
