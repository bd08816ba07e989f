//! What stands before a body.

use proc_macro2::TokenStream;

use super::Expr;

/// What stands before a body: `if a > b`, `for x in xs`, a pattern with its condition.
pub(crate) struct Head {
    /// All of it as Rust.
    pub(crate) tokens: TokenStream,
    /// What it computes, and what stands before that.
    pub(crate) value: Option<(TokenStream, Box<Expr>)>,
}

impl Head {
    /// One that is plain Rust.
    pub(crate) fn of_rust(tokens: TokenStream) -> Self {
        Head {
            tokens,
            value: None,
        }
    }

    /// The head after a label.
    pub(crate) fn after(self, label: &TokenStream) -> Self {
        let after_label = |tokens| label.clone().into_iter().chain(tokens).collect();
        Head {
            tokens: after_label(self.tokens),
            value: self
                .value
                .map(|(before, value)| (after_label(before), value)),
        }
    }
}
