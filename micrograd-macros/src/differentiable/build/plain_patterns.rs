//! Patterns of values without derivative.

use super::{Binding, Builder};
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{Definition, Forward};
use crate::differentiable::tree::{Expr, Pattern};
use proc_macro2::TokenStream;

impl Builder {
    pub(super) fn plain_let(
        &mut self,
        pattern: &Pattern,
        value: &Expr,
        otherwise: Option<&TokenStream>,
    ) {
        let plain = self.plain(value);
        if let Pattern::Name(id) = pattern {
            return self.assign_plain(*id, plain, true);
        }
        let pattern = self.plain_pattern(pattern);
        let tokens = plain.forward;
        let otherwise = otherwise.map(|otherwise| quote!(else #otherwise));
        self.forward
            .push(Forward::Tokens(quote!(let #pattern = #tokens #otherwise;)));
    }

    /// A pattern whose names have no derivative.
    pub(super) fn plain_pattern(&mut self, pattern: &Pattern) -> TokenStream {
        for id in pattern.variables() {
            self.bind(
                id,
                Binding::Plain {
                    region: self.region,
                },
            );
            let name = self.variables[id].name.clone();
            let version = self.add_named(name, Definition::Opaque, false);
            self.current.insert(id, version);
        }
        self.pattern_tokens(pattern)
    }

    pub(super) fn pattern_tokens(&self, pattern: &Pattern) -> TokenStream {
        match pattern {
            Pattern::Name(id) => {
                let (name, mutable) = (&self.variables[*id].name, self.mutability(*id));
                quote!(#mutable #name)
            }
            Pattern::Tuple(parts) => {
                let parts = parts.iter().map(|part| self.pattern_tokens(part));
                quote!((#(#parts,)*))
            }
            Pattern::Slice(parts) => {
                let parts = parts.iter().map(|part| self.pattern_tokens(part));
                quote!([#(#parts,)*])
            }
            Pattern::Reference(of) => {
                let of = self.pattern_tokens(of);
                quote!(&#of)
            }
            Pattern::Wild => quote!(_),
            Pattern::Other(tokens, _) => tokens.clone(),
        }
    }
}
