//! Scopes: which name is which variable, and its unique name in the expansion.

use super::Resolver;
use crate::differentiable::tree::{Variable, VariableId};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use std::collections::{HashMap, HashSet};

impl Resolver {
    /// A new variable of that name, which hides those of the same name before it.
    pub(in crate::differentiable) fn declare(
        &mut self,
        name: &Ident,
        mutable: bool,
        written_type: Option<syn::Type>,
    ) -> VariableId {
        let written = name.to_string();
        let used = self.variables.0.iter().any(|v| v.name == written);
        let unique = if used {
            self.unused_name(&written)
        } else {
            written.clone()
        };
        let id = self.variables.0.len();
        self.variables.0.push(Variable {
            name: named(&unique, name.span()),
            mutable,
            written_type,
            active: false,
        });
        let scope = self.scopes.last_mut().expect("there is a scope");
        scope.insert(written, id);
        id
    }

    fn unused_name(&mut self, name: &str) -> String {
        let name = name.trim_start_matches("r#");
        let mut names = (2..).map(|n| format!("{name}{n}"));
        let unused = names.find(|name| !self.taken.contains(name));
        let unused = unused.expect("there are numbers enough");
        self.taken.insert(unused.clone());
        unused
    }

    pub(super) fn find(&self, name: &str) -> Option<VariableId> {
        let mut scopes = self.scopes.iter().rev();
        scopes.find_map(|scope| scope.get(name).copied())
    }

    pub(super) fn scoped<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        self.scopes.push(HashMap::new());
        let result = read(self);
        self.scopes.pop();
        result
    }
}

pub(super) fn collect_names(tokens: TokenStream, names: &mut HashSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(name) => {
                names.insert(name.to_string());
            }
            TokenTree::Group(group) => collect_names(group.stream(), names),
            _ => {}
        }
    }
}

/// A name that may be a raw one.
fn named(name: &str, span: Span) -> Ident {
    match name.strip_prefix("r#") {
        Some(name) => Ident::new_raw(name, span),
        None => Ident::new(name, span),
    }
}
