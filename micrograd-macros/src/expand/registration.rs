//! The table of texts and names of an expansion: made known by its first statement, written down at its end.
//!
//! An editor looks in the expansion for the place where something is being typed, and finds it only if what stands before does not
//! depend on what is typed. rustc infers from the end which table the first statement makes known: that needs no name for it, so
//! that none is visible in the user's block.

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

    /// The statement that makes the texts known, for the beginning.
    pub(super) fn statement(&self, krate: &TokenStream) -> TokenStream {
        if self.entries.is_empty() {
            return TokenStream::new();
        }
        quote_spanned!(Span::mixed_site()=> let texts = #krate::__macro_support::texts();)
    }

    /// `value`, if there is one, and after it the texts: in an arm that no code runs through.
    pub(super) fn with_texts(&self, krate: &TokenStream, value: &TokenStream) -> TokenStream {
        let here = Span::mixed_site();
        if self.entries.is_empty() {
            return value.clone();
        }
        let count = self.entries.len();
        let entries = self.entries.iter().map(|entry| entry.tokens(krate));
        quote_spanned! {here=>
            match () {
                () => { #value }
                #[allow(unreachable_patterns)]
                () => {
                    enum Block {}
                    impl #krate::__macro_support::Block for Block {
                        #[inline(always)]
                        fn expressions() -> &'static #krate::__macro_support::Expressions {
                            static TEXTS: [#krate::__macro_support::Expression; #count] = [#(#entries),*];
                            static BLOCK: #krate::__macro_support::Expressions = #krate::__macro_support::Expressions::new(&TEXTS);
                            &BLOCK
                        }
                    }
                    texts.are_those_of(::core::option::Option::None::<Block>)
                }
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
