//! Texts and names: of operations, which stand at their statement, and of calls, with which an expansion begins.

use proc_macro2::{Delimiter, Ident, Span, TokenStream};
use quote::quote_spanned;

use super::delimited;
use crate::formula::SUPPORT;

/// Calls, of which nothing else is known before they are made.
#[derive(Default)]
pub(super) struct Registration {
    calls: Vec<Written>,
}

impl Registration {
    pub(super) fn add(&mut self, call: Written) {
        self.calls.push(call);
    }

    pub(super) fn statement(&self, krate: &TokenStream) -> TokenStream {
        let here = Span::mixed_site();
        if self.calls.is_empty() {
            return TokenStream::new();
        }
        let (count, support) = (self.calls.len(), Ident::new(SUPPORT, here));
        let calls = self.calls.iter().map(|call| call.expression(&support));
        quote_spanned! {here=>
            {
                use #krate::__macro_support as #support;
                static TEXTS: [#support::Expression; #count] = [#(#calls),*];
                static BLOCK: #support::Expressions = #support::Expressions::new(&TEXTS);
                BLOCK.register();
            }
        }
    }
}

/// An operation or a call as it was written, and the name that a `let` gives it.
#[derive(Clone)]
pub(super) struct Written {
    pub(super) position: Span,
    text: String,
    name: String,
}

impl Written {
    pub(super) fn new(position: Span, text: &str, name: &str) -> Self {
        Written {
            position,
            text: text.to_string(),
            name: name.to_string(),
        }
    }

    /// The call stands at the position, which is therefore its `Location::caller()`.
    pub(super) fn expression(&self, support: &Ident) -> TokenStream {
        let here = Span::mixed_site();
        let (text, name) = (&self.text, &self.name);
        let method = Ident::new("text", self.position);
        let arguments = delimited(
            Delimiter::Parenthesis,
            self.position,
            quote_spanned!(here=> #text, #name),
        );
        quote_spanned!(here=> #support::HERE.#method #arguments)
    }
}
