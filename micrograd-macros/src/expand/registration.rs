//! The table of texts and names that an expansion begins with.

use proc_macro2::{Delimiter, Ident, Span, TokenStream};
use quote::quote_spanned;

use super::delimited;

/// The texts and names of the nodes that an expansion makes, by position.
#[derive(Default)]
pub(super) struct Registration {
    entries: Vec<Entry>,
}

struct Entry {
    position: Span,
    text: String,
    name: String,
}

impl Registration {
    pub(super) fn add(&mut self, position: Span, text: &str, name: &str) {
        self.entries.push(Entry {
            position,
            text: text.to_string(),
            name: name.to_string(),
        });
    }

    pub(super) fn statement(&self, krate: &TokenStream) -> TokenStream {
        let here = Span::mixed_site();
        if self.entries.is_empty() {
            return TokenStream::new();
        }
        let count = self.entries.len();
        let entries = self.entries.iter().map(|entry| entry.tokens(krate));
        quote_spanned! {here=>
            {
                static TEXTS: [#krate::__macro_support::Expression; #count] = [#(#entries),*];
                static BLOCK: #krate::__macro_support::Expressions = #krate::__macro_support::Expressions::new(&TEXTS);
                BLOCK.register();
            }
        }
    }
}

impl Entry {
    /// The call stands at the entry's position, which is therefore its `Location::caller()`.
    fn tokens(&self, krate: &TokenStream) -> TokenStream {
        let here = Span::mixed_site();
        let (text, name) = (&self.text, &self.name);
        let method = Ident::new("text", self.position);
        let arguments = delimited(
            Delimiter::Parenthesis,
            self.position,
            quote_spanned!(here=> #text, #name),
        );
        quote_spanned!(here=> #krate::__macro_support::Expression::HERE.#method #arguments)
    }
}
