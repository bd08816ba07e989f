//! `a ** b`, which is not Rust.

use super::Resolver;
use crate::cursor::{is_char, touches};
use crate::differentiable::hygiene::quote;
use crate::differentiable::tree::{Arithmetic, Expr, ExprKind};
use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use syn::spanned::Spanned;

/// Marks each `**` so that it can be told from a product with a dereference: `a * !!*b`.
pub(in crate::differentiable) fn mark_powers(tokens: TokenStream) -> TokenStream {
    let mut result = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    // Two stars after an operator dereference twice.
    let mut follows_operand = false;
    while let Some(token) = tokens.next() {
        let is_operand = match &token {
            TokenTree::Ident(name) => !is_keyword(name),
            TokenTree::Literal(_) | TokenTree::Group(_) => true,
            TokenTree::Punct(punct) => punct.as_char() == '?',
        };
        match token {
            TokenTree::Group(group) => {
                let mut marked = Group::new(group.delimiter(), mark_powers(group.stream()));
                marked.set_span(group.span());
                result.extend([TokenTree::Group(marked)]);
            }
            TokenTree::Punct(star)
                if follows_operand
                    && star.as_char() == '*'
                    && tokens
                        .peek()
                        .is_some_and(|next| is_char(next, '*') && touches(&star, next)) =>
            {
                let mut alone = proc_macro2::Punct::new('*', proc_macro2::Spacing::Alone);
                alone.set_span(star.span());
                result.extend(quote!(#alone !!));
            }
            token => result.extend([token]),
        }
        follows_operand = is_operand;
    }
    result
}

/// Whether an expression may begin after a name.
fn is_keyword(name: &Ident) -> bool {
    matches!(
        name.to_string().as_str(),
        "return" | "break" | "in" | "if" | "while" | "match" | "else" | "move" | "mut" | "let"
    )
}

impl Resolver {
    /// `left ** exponent`: the power binds tighter than what is to the left of its base.
    pub(super) fn power(&mut self, left: &syn::Expr, exponent: Expr) -> Expr {
        let span = left.span();
        let kind = match left {
            syn::Expr::Binary(binary) => {
                if let Some(inner) = exponent_of(binary) {
                    // Powers associate to the right.
                    let exponent = self.power(inner, exponent);
                    return self.power(&binary.left, exponent);
                }
                let operator = match binary.op {
                    syn::BinOp::Div(_) => Arithmetic::Div,
                    _ => Arithmetic::Mul,
                };
                let left = self.boxed(&binary.left);
                let right = Box::new(self.power(&binary.right, exponent));
                ExprKind::Arithmetic(operator, left, right)
            }
            syn::Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Neg(_)) => {
                ExprKind::Negative(Box::new(self.power(&unary.expr, exponent)))
            }
            base => ExprKind::Power(self.boxed(base), Box::new(exponent)),
        };
        Expr::new(span, kind)
    }
}

pub(super) fn exponent_of(binary: &syn::ExprBinary) -> Option<&syn::Expr> {
    let syn::BinOp::Mul(_) = binary.op else {
        return None;
    };
    // rustfmt writes `x * *2` for `x ** 2`: a literal cannot be dereferenced.
    if let Some(exponent) = dereferenced(&binary.right)
        && is_literal(exponent)
    {
        return Some(exponent);
    }
    dereferenced(negated(negated(&binary.right)?)?)
}

fn dereferenced(expr: &syn::Expr) -> Option<&syn::Expr> {
    match expr {
        syn::Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Deref(_)) => Some(&unary.expr),
        _ => None,
    }
}

fn is_literal(expr: &syn::Expr) -> bool {
    match expr {
        syn::Expr::Lit(_) => true,
        syn::Expr::Unary(unary) => matches!(unary.op, syn::UnOp::Neg(_)) && is_literal(&unary.expr),
        _ => false,
    }
}

fn negated(expr: &syn::Expr) -> Option<&syn::Expr> {
    match expr {
        syn::Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Not(_)) => Some(&unary.expr),
        _ => None,
    }
}
