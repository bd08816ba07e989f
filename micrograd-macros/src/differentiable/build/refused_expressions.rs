//! What to say of an expression that has no derivative.

use crate::differentiable::methods;
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Expr, ExprKind};
use proc_macro2::{TokenStream, TokenTree};

/// What to say of a method that has no row in the table.
pub(super) fn refusal_of_method(method: &str, receiver: &Expr) -> Refusal {
    let name = unwrapped(method, receiver);
    if methods::is_a_step(&name) {
        Refusal::WithoutSlope { name }
    } else if matches!(name.as_str(), "first" | "last" | "get" | "pop") {
        Refusal::ElementInOption { name }
    } else if methods::is_of_iterators(&name) {
        Refusal::IteratorChain { name }
    } else {
        Refusal::UnknownMethod { name }
    }
}

/// The method whose result is taken out of an `Option`.
fn unwrapped(method: &str, receiver: &Expr) -> String {
    match &receiver.kind {
        ExprKind::Method { receiver, name, .. }
            if matches!(
                method,
                "unwrap" | "expect" | "copied" | "cloned" | "unwrap_or"
            ) =>
        {
            unwrapped(&name.to_string(), receiver)
        }
        _ => method.to_owned(),
    }
}

/// What to say of an expression that is not looked into.
pub(super) fn refusal_of_other(tokens: &TokenStream) -> Refusal {
    let text = tokens.to_string();
    let is_call = matches!(
        &tokens.clone().into_iter().collect::<Vec<_>>()[..],
        [TokenTree::Ident(_), TokenTree::Group(_)]
    );
    if text.starts_with('|') || text.starts_with("move") || is_call {
        Refusal::Closure
    } else if text.contains('!') {
        Refusal::Macro
    } else {
        Refusal::ActiveInPlain
    }
}

/// What to say of a method whose result would be a list, or which changes one.
pub(super) fn refusal_of_list_method(name: String) -> Refusal {
    if methods::is_of_iterators(&name) {
        Refusal::IteratorChain { name }
    } else {
        Refusal::UnknownMethod { name }
    }
}
