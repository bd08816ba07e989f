//! Blocks, branches and loops: the value of each branch has the purpose of the whole.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::quote;

use super::calls::enclosed;
use super::{Expander, Purpose, delimited};
use crate::syntax::{Arm, Block, Expr, ExprKind, Head, Last};

impl Expander {
    pub(super) fn block_like(&mut self, expr: &Expr, purpose: Purpose) -> TokenStream {
        match &expr.kind {
            ExprKind::Block {
                before,
                braces,
                body,
            } => {
                let body = self.body(body, *braces, purpose);
                quote!(#before #body)
            }
            ExprKind::If(branch) => {
                let head = self.head(&branch.head);
                let then = self.body(&branch.then, branch.braces, purpose);
                let otherwise = branch.otherwise.as_ref().map(|(keyword, otherwise)| {
                    let otherwise = self.block_like(otherwise, purpose);
                    quote!(#keyword #otherwise)
                });
                quote!(#head #then #otherwise)
            }
            ExprKind::Match { head, braces, arms } => {
                let head = self.head(head);
                let arms = arms.iter().map(|Arm { head, arrow, body }| {
                    let head = self.head(head);
                    let body = self.body(body, Span::mixed_site(), purpose);
                    quote!(#head #arrow #body)
                });
                let arms = delimited(Delimiter::Brace, *braces, quote!(#(#arms)*));
                quote!(#head #arms)
            }
            ExprKind::Loop {
                head, braces, body, ..
            } => {
                let head = self.head(head);
                if let Some(sum) = expr.accumulation() {
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

    /// What a head computes moves nothing; a name alone is handed over as Rust does.
    fn head(&mut self, head: &Head) -> TokenStream {
        match &head.value {
            None => head.tokens.clone(),
            Some((before, value)) => {
                let value = self.head_value(value);
                quote!(#before #value)
            }
        }
    }

    fn head_value(&mut self, value: &Expr) -> TokenStream {
        match &value.kind {
            ExprKind::Sequence(elements) => {
                enclosed(elements, &mut |element| self.head_value(element)).into()
            }
            ExprKind::Condition { .. } => self.value(value, Purpose::default()),
            _ => self.compared(value),
        }
    }

    pub(super) fn body(&mut self, block: &Block, braces: Span, purpose: Purpose) -> TokenTree {
        let (mut tokens, value) = self.closed_block(block, purpose);
        tokens.extend(value);
        delimited(Delimiter::Brace, braces, tokens).into()
    }

    /// The statements of a whole `grad!`, and the value that it leaves; without one, its names are seen after it.
    pub(crate) fn block(&mut self, block: &Block) -> (TokenStream, Option<TokenStream>) {
        match block.value {
            Some(_) => self.closed_block(block, Purpose::default()),
            None => (self.statements(&block.statements), None),
        }
    }

    /// The statements of a block whose names are not seen after it, and its value.
    fn closed_block(
        &mut self,
        block: &Block,
        purpose: Purpose,
    ) -> (TokenStream, Option<TokenStream>) {
        if !self.is_correct {
            let statements = self.statements(&block.statements);
            let value = block.value.as_ref();
            return (statements, value.map(|value| self.value(value, purpose)));
        }
        let (mut statements, mut value) = (TokenStream::new(), None);
        for unit in block.units() {
            let temporaries = &unit.temporaries;
            self.intermediates = unit.intermediates.into_iter().cloned().collect();
            match unit.last {
                Last::Statement(last) => {
                    statements.extend(self.statement(last, temporaries, unit.is_intermediate));
                }
                Last::Value(last) => {
                    let purpose = Purpose {
                        temporaries,
                        ..purpose
                    };
                    value = Some(self.value(last, purpose));
                }
            }
        }
        self.intermediates.clear();
        (statements, value)
    }
}
