//! Patterns, and the variables that they bind.

use super::Resolver;
use crate::differentiable::tree::{Pattern, VariableId};
use proc_macro2::Ident;
use quote::ToTokens;

impl Resolver {
    pub(super) fn refutable(&mut self, pattern: &syn::Pat) -> Pattern {
        let outer = std::mem::replace(&mut self.is_refutable, true);
        let pattern = self.pattern(pattern, None);
        self.is_refutable = outer;
        pattern
    }

    pub(in crate::differentiable) fn pattern(
        &mut self,
        pattern: &syn::Pat,
        written_type: Option<syn::Type>,
    ) -> Pattern {
        match pattern {
            syn::Pat::Ident(name) if name.subpat.is_none() => {
                // A name that begins with a capital letter is a constant.
                let is_constant = self.is_refutable
                    && name.by_ref.is_none()
                    && name.mutability.is_none()
                    && name.ident.to_string().starts_with(char::is_uppercase);
                if is_constant {
                    return Pattern::Other(name.to_token_stream(), Vec::new());
                }
                let mutable = name.mutability.is_some();
                Pattern::Name(self.declare(&name.ident, mutable, written_type))
            }
            syn::Pat::Paren(inner) => self.pattern(&inner.pat, written_type),
            syn::Pat::Type(typed) => self.pattern(&typed.pat, Some((*typed.ty).clone())),
            syn::Pat::Reference(of) => Pattern::Reference(Box::new(self.pattern(&of.pat, None))),
            syn::Pat::Tuple(parts) if !parts.elems.iter().any(is_rest) => {
                Pattern::Tuple(self.patterns(&parts.elems, written_type.as_ref()))
            }
            syn::Pat::Slice(parts) if !parts.elems.iter().any(is_rest) => {
                Pattern::Slice(self.patterns(&parts.elems, None))
            }
            syn::Pat::Wild(_) => Pattern::Wild,
            _ => {
                let mut names = Vec::new();
                bound_names(pattern, &mut names);
                let variables: Vec<VariableId> = names
                    .iter()
                    .map(|(name, mutable)| self.declare(name, *mutable, None))
                    .collect();
                let mut pattern = pattern.clone();
                self.rename_bindings(&mut pattern);
                Pattern::Other(pattern.to_token_stream(), variables)
            }
        }
    }

    fn patterns<'a>(
        &mut self,
        parts: impl IntoIterator<Item = &'a syn::Pat>,
        written_type: Option<&syn::Type>,
    ) -> Vec<Pattern> {
        let types: Vec<syn::Type> = match written_type {
            Some(syn::Type::Tuple(tuple)) => tuple.elems.iter().cloned().collect(),
            _ => Vec::new(),
        };
        let parts = parts.into_iter().enumerate();
        parts
            .map(|(i, part)| self.pattern(part, types.get(i).cloned()))
            .collect()
    }

    /// Gives the names that a pattern binds their unique ones: `S { a }` is `S { a: a }`.
    fn rename_bindings(&self, pattern: &mut syn::Pat) {
        match pattern {
            syn::Pat::Ident(name) => {
                if let Some(id) = self.find(&name.ident.to_string())
                    && !name.ident.to_string().starts_with(char::is_uppercase)
                {
                    name.ident = self.variables[id].name.clone();
                }
                if let Some((_, inner)) = &mut name.subpat {
                    self.rename_bindings(inner);
                }
            }
            syn::Pat::Paren(inner) => self.rename_bindings(&mut inner.pat),
            syn::Pat::Reference(of) => self.rename_bindings(&mut of.pat),
            syn::Pat::Tuple(parts) => {
                parts
                    .elems
                    .iter_mut()
                    .for_each(|part| self.rename_bindings(part));
            }
            syn::Pat::Slice(parts) => {
                parts
                    .elems
                    .iter_mut()
                    .for_each(|part| self.rename_bindings(part));
            }
            syn::Pat::TupleStruct(parts) => {
                parts
                    .elems
                    .iter_mut()
                    .for_each(|part| self.rename_bindings(part));
            }
            syn::Pat::Or(cases) => {
                cases
                    .cases
                    .iter_mut()
                    .for_each(|case| self.rename_bindings(case));
            }
            syn::Pat::Struct(parts) => {
                for field in &mut parts.fields {
                    field.colon_token.get_or_insert_default();
                    self.rename_bindings(&mut field.pat);
                }
            }
            _ => {}
        }
    }
}

fn bound_names(pattern: &syn::Pat, names: &mut Vec<(Ident, bool)>) {
    match pattern {
        syn::Pat::Ident(name) => {
            if !name.ident.to_string().starts_with(char::is_uppercase) {
                names.push((name.ident.clone(), name.mutability.is_some()));
            }
            if let Some((_, inner)) = &name.subpat {
                bound_names(inner, names);
            }
        }
        syn::Pat::Paren(inner) => bound_names(&inner.pat, names),
        syn::Pat::Reference(of) => bound_names(&of.pat, names),
        syn::Pat::Tuple(parts) => parts.elems.iter().for_each(|p| bound_names(p, names)),
        syn::Pat::Slice(parts) => parts.elems.iter().for_each(|p| bound_names(p, names)),
        syn::Pat::TupleStruct(parts) => parts.elems.iter().for_each(|p| bound_names(p, names)),
        syn::Pat::Struct(parts) => parts.fields.iter().for_each(|f| bound_names(&f.pat, names)),
        syn::Pat::Or(cases) => {
            // Each case binds the same names.
            if let Some(first) = cases.cases.first() {
                bound_names(first, names);
            }
        }
        _ => {}
    }
}

fn is_rest(pattern: &syn::Pat) -> bool {
    match pattern {
        syn::Pat::Rest(_) => true,
        syn::Pat::Ident(name) => name.subpat.is_some(),
        _ => false,
    }
}
