//! Comparisons of active numbers, and other uses of them without derivative.

use super::Builder;
use super::plain::combined;
use crate::differentiable::activity::is_active;
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::Plain;
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Block, Expr, ExprKind};
use proc_macro2::{Ident, Span, TokenStream};

impl Builder {
    /// A comparison of active numbers.
    pub(super) fn comparison(&mut self, operator: &TokenStream, a: &Expr, b: &Expr) -> Plain {
        let name = match operator.to_string().as_str() {
            "<" => "lt",
            "<=" => "le",
            ">" => "gt",
            ">=" => "ge",
            "==" => "eq",
            "!=" => "ne",
            _ => {
                let active = if is_active(&self.variables, a) { a } else { b };
                self.refuse(active.span, Refusal::Remainder);
                return Plain::of(quote!(true));
            }
        };
        let name = Ident::new(name, Span::mixed_site());
        let sides = [a, b].map(|side| {
            let value = self.value(side);
            let back = self.back_of(&value);
            Plain {
                forward: self.forward_of(&value),
                back: back.tokens,
                needs: back.needs,
                is_repeatable: true,
            }
        });
        combined(sides, &|[a, b]| quote!(__ad::#name(#a, #b)))
    }

    pub(super) fn primal(&mut self, expr: &Expr) -> Plain {
        let value = self.value(expr);
        let (forward, back) = (self.forward_of(&value), self.back_of(&value));
        let tokens = back.tokens;
        Plain {
            forward: quote!(__ad::primal(#forward)),
            back: quote!(__ad::primal(#tokens)),
            needs: back.needs,
            is_repeatable: true,
        }
    }
}

/// `a && b` as `if a { b } else { false }`.
pub(super) fn short_circuit(operator: &TokenStream, a: &Expr, b: &Expr) -> Expr {
    let known = |word| Block::of_value(Expr::new(a.span, ExprKind::Literal(word)));
    let (then, otherwise) = if operator.to_string() == "&&" {
        (Block::of_value(b.clone()), known(quote!(false)))
    } else {
        (known(quote!(true)), Block::of_value(b.clone()))
    };
    let choice = ExprKind::If {
        condition: Box::new(a.clone()),
        then,
        otherwise: Some(otherwise),
    };
    Expr::new(a.span, choice)
}
