//! The table of texts and names of an expansion: made known by its first statement, written down at its end.
//!
//! An editor looks in the expansion for the place where something is being typed, and finds it only if what stands before does not
//! depend on what is typed. rustc infers from the end which table the first statement makes known: that needs no name for it, so
//! that none is visible in the user's block.

use proc_macro2::{Delimiter, Ident, Span, TokenStream};
use quote::quote_spanned;

use super::delimited;
use crate::cursor::before;

/// The texts and names of the nodes that an expansion makes, by position.
#[derive(Default)]
pub(super) struct Registration {
    entries: Vec<Entry>,
    /// Methods that became parts of formulas, for an editor that is asked about them.
    methods: Vec<Ident>,
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

    /// A method without type parameters, which is a part of a formula.
    pub(super) fn show(&mut self, method: &Ident) {
        if method != "powf" {
            self.methods.push(method.clone());
        }
    }

    /// The statement that makes the texts known, for the beginning.
    pub(super) fn statement(&self, krate: &TokenStream) -> TokenStream {
        if self.entries.is_empty() {
            return TokenStream::new();
        }
        quote_spanned!(Span::mixed_site()=> let texts = #krate::__macro_support::texts();)
    }

    /// `value`, if there is one, and after it the texts and the errors, in an arm that no code runs through. With a value it always
    /// has this shape.
    pub(super) fn end(
        &self,
        krate: &TokenStream,
        value: Option<&TokenStream>,
        errors: &TokenStream,
    ) -> TokenStream {
        if value.is_none() && errors.is_empty() && self.entries.is_empty() {
            return TokenStream::new();
        }
        let texts = self.texts(krate);
        quote_spanned! {Span::mixed_site()=>
            match () {
                () => { #value }
                #[allow(unreachable_patterns)]
                () => { #errors #texts }
            }
        }
    }

    fn texts(&self, krate: &TokenStream) -> TokenStream {
        let here = Span::mixed_site();
        if self.entries.is_empty() {
            return quote_spanned!(here=> ::core::unreachable!());
        }
        let methods = &self.methods;
        let methods = (!methods.is_empty())
            .then(|| quote_spanned!(here=> let _ = (#(#krate::Value::#methods,)*);));
        let count = self.entries.len();
        let entries = self.entries.iter().map(|entry| entry.tokens(krate));
        quote_spanned! {here=>
            enum Block {}
            impl #krate::__macro_support::Block for Block {
                #[inline(always)]
                fn expressions() -> &'static #krate::__macro_support::Expressions {
                    static TEXTS: [#krate::__macro_support::Expression; #count] = [#(#entries),*];
                    static BLOCK: #krate::__macro_support::Expressions = #krate::__macro_support::Expressions::new(&TEXTS);
                    &BLOCK
                }
            }
            #methods
            texts.are_those_of(::core::option::Option::None::<Block>)
        }
    }
}

impl Entry {
    /// The call stands at the entry's position, which is therefore its `Location::caller()`.
    fn tokens(&self, krate: &TokenStream) -> TokenStream {
        let here = Span::mixed_site();
        let (text, name) = (&self.text, &self.name);
        let position = before(self.position);
        let method = Ident::new("text", position);
        let arguments = delimited(
            Delimiter::Parenthesis,
            position,
            quote_spanned!(here=> #text, #name),
        );
        quote_spanned!(here=> #krate::__macro_support::Expression::HERE.#method #arguments)
    }
}
