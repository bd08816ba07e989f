//! From Rust's syntax to the tree: which name is which variable, and what is refused.

mod assertions;
mod associated;
mod blocks;
mod cfg;
mod expressions;
mod names;
mod patterns;
mod powers;
mod sequences;
mod statements;
mod verbatim;

use super::refusals::{Refusal, Refused};
use super::tree::{Expr, VariableId, Variables};
use names::collect_names;
use proc_macro2::{Span, TokenStream};
use std::collections::{HashMap, HashSet};

pub(super) use powers::mark_powers;
pub(super) use verbatim::replace_names;

pub(super) struct Resolver {
    pub(super) variables: Variables,
    pub(super) refusals: Vec<Refused>,
    /// What a `return` without a value returns: the lists that the function fills.
    pub(super) returned: Option<Expr>,
    scopes: Vec<HashMap<String, VariableId>>,
    /// Every name in the function.
    taken: HashSet<String>,
    pub(super) has_powers: bool,
    /// Whether a pattern may not match: there a capital letter begins a constant.
    is_refutable: bool,
}

impl Resolver {
    pub(super) fn new(function: &TokenStream) -> Self {
        let mut taken = HashSet::new();
        collect_names(function.clone(), &mut taken);
        Resolver {
            variables: Variables::default(),
            refusals: Vec::new(),
            returned: None,
            scopes: vec![HashMap::new()],
            taken,
            has_powers: false,
            is_refutable: false,
        }
    }

    pub(super) fn refuse(&mut self, span: Span, refusal: Refusal) {
        self.refusals.push(refusal.at(span));
    }
}
