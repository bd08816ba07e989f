//! Blocks, branches and loops: the value of each branch has the purpose of the whole.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::quote;

use super::expressions::MOST_STEPS;
use super::{Expander, Purpose, delimited};
use crate::syntax::{Block, Expr, ExprKind};

impl Expander {
    pub(super) fn block_like(&mut self, expr: &Expr, purpose: Purpose) -> TokenStream {
        match &expr.kind {
            ExprKind::Block {
                label,
                braces,
                body,
            } => {
                let body = self.body(body, *braces, purpose);
                quote!(#label #body)
            }
            ExprKind::If(branch) => {
                let head = &branch.head;
                let then = self.body(&branch.then, branch.braces, purpose);
                let otherwise = branch.otherwise.as_ref().map(|(keyword, otherwise)| {
                    let otherwise = self.block_like(otherwise, purpose);
                    quote!(#keyword #otherwise)
                });
                quote!(#head #then #otherwise)
            }
            ExprKind::Loop {
                head, braces, body, ..
            } => {
                if let Some(sum) = expr.accumulation(MOST_STEPS) {
                    let (place, statement) = self.accumulation(&sum);
                    let body = delimited(Delimiter::Brace, *braces, statement);
                    return quote!({ #place #head #body });
                }
                let body = self.body(body, *braces, Purpose::default());
                quote!(#head #body)
            }
            _ => self.value(expr, purpose),
        }
    }

    fn body(&mut self, block: &Block, braces: Span, purpose: Purpose) -> TokenTree {
        let mut tokens = self.statements(&block.statements);
        if let Some(value) = &block.value {
            tokens.extend(self.value(value, purpose));
        }
        delimited(Delimiter::Brace, braces, tokens).into()
    }
}
