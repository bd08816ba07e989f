//! What stands at the end of a block: a value, an effect, or what never returns.

use proc_macro2::{TokenStream, TokenTree};

use super::{Block, Expr, ExprKind, StatementKind};

impl Expr {
    /// Whether nothing comes after it.
    pub(crate) fn never_returns(&self) -> bool {
        match &self.kind {
            ExprKind::Plain(tokens) => is_panic(tokens),
            ExprKind::Jump { .. } => true,
            _ => false,
        }
    }

    /// Whether it ends in a value, rather than being run for its effect only.
    pub(crate) fn gives_value(&self) -> bool {
        match &self.kind {
            ExprKind::Block { body, .. } => body.gives_value(),
            ExprKind::If(branch) => match &branch.otherwise {
                Some((_, otherwise)) => branch.then.gives_value() || otherwise.gives_value(),
                None => false,
            },
            ExprKind::Match { arms, .. } => arms.iter().any(|arm| arm.body.gives_value()),
            ExprKind::Plain(tokens) => !is_statement_macro(tokens) && !is_panic(tokens),
            ExprKind::Loop { head, body, .. } => {
                head.tokens.to_string().ends_with("loop") && body.breaks_with_value()
            }
            _ => true,
        }
    }
}

impl Block {
    /// Whether a value stands at its end, rather than an effect or a jump.
    fn gives_value(&self) -> bool {
        let is_jump = |value: &Expr| matches!(value.kind, ExprKind::Jump { .. });
        let value = self.value.as_ref();
        value.is_some_and(|value| value.gives_value() && !is_jump(value))
    }

    fn breaks_with_value(&self) -> bool {
        let in_statements = self
            .statements
            .iter()
            .any(|statement| match &statement.kind {
                StatementKind::Expression { expr, .. } => expr.breaks_with_value(),
                StatementKind::Let(binding) => {
                    binding.value.as_ref().is_some_and(Expr::breaks_with_value)
                }
                StatementKind::Assign(_) | StatementKind::Plain(_) => false,
            });
        in_statements
            || self
                .value
                .as_ref()
                .is_some_and(|value| value.breaks_with_value())
    }
}

impl Expr {
    fn breaks_with_value(&self) -> bool {
        match &self.kind {
            ExprKind::Jump { head, value } => {
                value.is_some() && head.to_string().starts_with("break")
            }
            ExprKind::Block { body, .. } | ExprKind::Loop { body, .. } => body.breaks_with_value(),
            ExprKind::If(branch) => {
                branch.then.breaks_with_value()
                    || branch
                        .otherwise
                        .as_ref()
                        .is_some_and(|(_, otherwise)| otherwise.breaks_with_value())
            }
            ExprKind::Match { arms, .. } => arms.iter().any(|arm| arm.body.breaks_with_value()),
            ExprKind::Plain(tokens) => tokens.to_string().contains("break"),
            _ => false,
        }
    }
}

/// `println!(…)` and its kin, which have no value.
fn is_statement_macro(tokens: &TokenStream) -> bool {
    const MACROS: &[&str] = &[
        "print",
        "println",
        "eprint",
        "eprintln",
        "assert",
        "assert_eq",
        "assert_ne",
        "debug_assert",
        "debug_assert_eq",
        "debug_assert_ne",
    ];
    calls_macro_of(tokens, MACROS)
}

/// `panic!(…)` and its kin, which do not return.
fn is_panic(tokens: &TokenStream) -> bool {
    calls_macro_of(tokens, &["panic", "unreachable", "todo", "unimplemented"])
}

fn calls_macro_of(tokens: &TokenStream, macros: &[&str]) -> bool {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    match trees.as_slice() {
        [
            ..,
            TokenTree::Ident(name),
            TokenTree::Punct(bang),
            TokenTree::Group(_),
        ] => bang.as_char() == '!' && macros.iter().any(|known| name == known),
        _ => false,
    }
}
