//! What the parser and the expansion ask of an expression.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};

use super::names;
use super::{Block, Expr, ExprKind, Function, FunctionOfPlace, Number};
use crate::operators::{BinaryOperator, Condition};
use crate::rows::is_function;

impl Expr {
    /// The expression inside any parentheses.
    pub(crate) fn bare(&self) -> &Expr {
        match &self.kind {
            ExprKind::Parenthesized(inner) => inner.bare(),
            _ => self,
        }
    }

    /// Whether it names a variable or a part of one.
    pub(crate) fn is_place(&self) -> bool {
        match &self.kind {
            ExprKind::Path(tokens) => !is_constant_path(tokens),
            ExprKind::Field { .. } | ExprKind::Index { .. } | ExprKind::Dereference { .. } => true,
            ExprKind::Parenthesized(inner) => inner.is_place(),
            _ => false,
        }
    }

    /// Whether `=` can stand after it: a place, or a tuple or an array of places.
    pub(crate) fn is_assignable(&self) -> bool {
        match &self.kind {
            ExprKind::Sequence(elements) => elements.list.iter().all(Expr::is_assignable),
            _ => self.is_place(),
        }
    }

    /// The variable that a place is a part of.
    pub(crate) fn root(&self) -> Option<String> {
        match &self.kind {
            ExprKind::Path(tokens) => Some(tokens.to_string()),
            ExprKind::Field { base, .. } | ExprKind::Index { base, .. } => base.root(),
            ExprKind::Dereference { operand, .. } | ExprKind::Parenthesized(operand) => {
                operand.root()
            }
            _ => None,
        }
    }

    /// The name of a variable that stands alone.
    pub(crate) fn variable(&self) -> Option<Ident> {
        match &self.kind {
            ExprKind::Path(path) if self.is_place() => only_ident(path),
            _ => None,
        }
    }

    /// The variable that a place is, points to or is a field of: the same place in every run of a loop.
    pub(crate) fn root_of_path(&self) -> Option<Ident> {
        match &self.kind {
            ExprKind::Path(_) => self.variable(),
            ExprKind::Field { base: inner, .. }
            | ExprKind::Dereference { operand: inner, .. }
            | ExprKind::Parenthesized(inner) => inner.root_of_path(),
            _ => None,
        }
    }

    /// What is the same for places that are one place wherever they stand in a statement: a variable, or a part of one
    /// that is found without a call.
    pub(crate) fn key(&self) -> Option<String> {
        match &self.kind {
            ExprKind::Path(path) => names::key(path),
            ExprKind::Field { base, member } => Some(base.key()? + &names::key(member)?),
            ExprKind::Index { base, index } => {
                Some(format!("{}[{}]", base.key()?, names::key(&index.stream())?))
            }
            ExprKind::Dereference { operand, .. } => Some(format!("*({})", operand.key()?)),
            ExprKind::Parenthesized(inner) => inner.key(),
            _ => None,
        }
    }

    /// What an operator is applied to.
    pub(crate) fn operands(&self) -> Option<Vec<&Expr>> {
        match &self.kind {
            ExprKind::Negation { operand, .. } => Some(vec![operand]),
            ExprKind::Binary { left, right, .. } => Some(vec![left, right]),
            _ => None,
        }
    }

    /// The number of a literal with an optional minus, and whether it has one.
    pub(crate) fn number(&self) -> Option<(bool, &Number)> {
        match &self.kind {
            ExprKind::Number(number) => Some((false, number)),
            ExprKind::Parenthesized(inner) => inner.number(),
            ExprKind::Negation { operand, .. } => match operand.kind {
                ExprKind::Number(ref number) => Some((true, number)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether its outermost part is an operator of arithmetic.
    pub(crate) fn is_arithmetic(&self) -> bool {
        match &self.kind {
            ExprKind::Binary { .. } | ExprKind::Negation { .. } => true,
            ExprKind::Parenthesized(inner) => inner.is_arithmetic(),
            _ => false,
        }
    }

    /// Whether it holds an operator of its own, so that recording it makes nodes.
    pub(crate) fn has_operators(&self) -> bool {
        match self.bare().kind {
            ExprKind::Binary { .. } | ExprKind::Negation { .. } => self.number().is_none(),
            _ => self.function().is_some(),
        }
    }

    /// What a function is applied to, if it is one that `grad!` knows, of arithmetic: then the result is
    /// arithmetic too, whatever the operands are. What a method of a variable does is decided by its type.
    pub(crate) fn function(&self) -> Option<Function<'_>> {
        let ExprKind::MethodCall {
            receiver,
            method,
            turbofish,
            arguments,
            text,
            ..
        } = &self.bare().kind
        else {
            return None;
        };
        if !receiver.has_operators() || !turbofish.is_empty() {
            return None;
        }
        let exponent = match (method.to_string().as_str(), arguments.list.as_slice()) {
            (name, []) if is_function(name) => None,
            ("powi", [n]) if n.number()?.1.as_i32().is_some() => Some(n),
            ("powf", [c]) if !c.number()?.1.is_integer => Some(c),
            _ => return None,
        };
        Some(Function {
            method,
            operand: receiver,
            exponent,
            text,
        })
    }

    /// What `x.exp()` is applied to, where x is found without a call.
    pub(crate) fn function_of_place(&self) -> Option<FunctionOfPlace<'_>> {
        let ExprKind::MethodCall {
            receiver: place,
            method,
            turbofish,
            arguments,
            text,
            ..
        } = &self.bare().kind
        else {
            return None;
        };
        let is_function = place.is_place()
            && place.key().is_some()
            && turbofish.is_empty()
            && arguments.list.is_empty()
            && is_function(&method.to_string());
        is_function.then_some(FunctionOfPlace {
            place,
            method,
            text,
        })
    }

    /// Whether it is arithmetic that integers can do: operators and whole numbers, without functions.
    pub(crate) fn is_integral(&self) -> bool {
        let bare = self.bare();
        if let Some((negative, number)) = bare.number() {
            return !negative && number.as_i32().is_some();
        }
        match &bare.kind {
            ExprKind::Negation { operand, .. } => operand.is_integral(),
            ExprKind::Binary {
                left,
                operator: BinaryOperator::Pow,
                right,
                ..
            } => left.is_integral() && right.number().is_some() && right.is_integral(),
            ExprKind::Binary { left, right, .. } => left.is_integral() && right.is_integral(),
            _ => bare.function().is_none() && bare.function_of_place().is_none(),
        }
    }

    /// The expression with attributes before it.
    pub(crate) fn after_attributes(self, attributes: TokenStream) -> Expr {
        if attributes.is_empty() {
            return self;
        }
        let extent = self.extent;
        let kind = ExprKind::Block {
            before: attributes,
            braces: Span::mixed_site(),
            body: Block::of_value(self),
        };
        Expr { kind, extent }
    }

    /// Whether its outermost part is a comparison.
    pub(crate) fn is_comparison(&self) -> bool {
        matches!(
            self.kind,
            ExprKind::Condition {
                kind: Condition::Comparison,
                ..
            }
        )
    }

    /// How many operators and functions it holds that can be recorded at once.
    pub(crate) fn steps(&self) -> usize {
        match &self.bare().kind {
            _ if self.number().is_some() => 0,
            ExprKind::Binary { left, right, .. } => left.steps() + right.steps() + 1,
            ExprKind::Negation { operand, .. } => operand.steps() + 1,
            _ => match self.function() {
                Some(function) => function.operand.steps() + 1,
                None => usize::from(self.function_of_place().is_some()),
            },
        }
    }

    /// Whether evaluating its operands may record operations: calls and blocks may, variables do not.
    pub(crate) fn may_record(&self) -> bool {
        match &self.kind {
            ExprKind::Number(_) | ExprKind::Path(_) | ExprKind::Missing => false,
            ExprKind::Field { base: operand, .. }
            | ExprKind::Index { base: operand, .. }
            | ExprKind::Negation { operand, .. }
            | ExprKind::Parenthesized(operand)
            | ExprKind::Cast { operand, .. }
            | ExprKind::Reference { operand, .. }
            | ExprKind::Dereference { operand, .. } => operand.may_record(),
            ExprKind::Binary { left, right, .. } => left.may_record() || right.may_record(),
            _ => match self.function() {
                Some(function) => function.operand.may_record(),
                None => self.function_of_place().is_none(),
            },
        }
    }

    /// Whether a statement made of it needs no `;`.
    pub(crate) fn is_block_like(&self) -> bool {
        matches!(
            self.kind,
            ExprKind::Block { .. }
                | ExprKind::If(_)
                | ExprKind::Match { .. }
                | ExprKind::Loop { .. }
        )
    }
}

fn only_ident(tokens: &TokenStream) -> Option<Ident> {
    let mut tokens = tokens.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Ident(name)), None) => Some(name),
        _ => None,
    }
}

/// Constants, variants and functions: they cannot be moved, so they need no copy.
fn is_constant_path(tokens: &TokenStream) -> bool {
    let path = tokens.to_string();
    path.contains(':') || path.starts_with(|first: char| first.is_uppercase())
}
