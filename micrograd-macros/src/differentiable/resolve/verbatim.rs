//! Tokens that stay as they stand, but for the names of variables in them.

use super::Resolver;
use crate::differentiable::tree::{Expr, ExprKind, VariableId};
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;

impl Resolver {
    pub(super) fn other(&mut self, tokens: TokenStream, span: Span) -> Expr {
        let mut mentioned = Vec::new();
        let tokens = self.renamed(tokens, &mut mentioned);
        Expr::new(span, ExprKind::Other(tokens, mentioned))
    }

    /// The tokens with each variable under its unique name.
    pub(super) fn renamed(
        &self,
        tokens: TokenStream,
        mentioned: &mut Vec<VariableId>,
    ) -> TokenStream {
        replace_names(tokens, &mut |name| {
            let id = self.find(&name.to_string())?;
            mentioned.push(id);
            let mut unique = self.variables[id].name.clone();
            unique.set_span(unique.span().located_at(name.span()));
            Some(unique.to_token_stream())
        })
    }
}

/// Replaces names that may stand for variables: not those after a dot.
pub(in crate::differentiable) fn replace_names(
    tokens: TokenStream,
    replace: &mut dyn FnMut(&Ident) -> Option<TokenStream>,
) -> TokenStream {
    let mut result = TokenStream::new();
    let mut dots = 0;
    for token in tokens {
        match token {
            TokenTree::Ident(name) => {
                let replaced = if dots == 1 { None } else { replace(&name) };
                result.extend(replaced.unwrap_or_else(|| name.to_token_stream()));
                dots = 0;
            }
            TokenTree::Group(group) => {
                let inner = replace_names(group.stream(), replace);
                let mut replaced = Group::new(group.delimiter(), inner);
                replaced.set_span(group.span());
                result.extend([TokenTree::Group(replaced)]);
                dots = 0;
            }
            TokenTree::Punct(punct) => {
                dots = if punct.as_char() == '.' { dots + 1 } else { 0 };
                result.extend([TokenTree::Punct(punct)]);
            }
            TokenTree::Literal(literal) => {
                for name in captured(&literal.to_string()) {
                    let _ = replace(&Ident::new(&name, literal.span()));
                }
                result.extend([TokenTree::Literal(literal)]);
                dots = 0;
            }
        }
    }
    result
}

/// The names in the braces of a format: `x` of `"{x:?}"`.
fn captured(literal: &str) -> Vec<String> {
    if !literal.contains('"') {
        return Vec::new();
    }
    let parts = literal.split('{').skip(1);
    let names = parts.map(|part| part.split(['}', ':']).next().unwrap_or_default());
    names
        .filter(|name| syn::parse_str::<Ident>(name).is_ok())
        .map(str::to_owned)
        .collect()
}
