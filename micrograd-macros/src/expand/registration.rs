//! Texts and names of operations. Those of a statement's operations stand at the statement. Those of calls stand at the
//! end, and the first statement makes them known.
//!
//! An editor looks in the expansion for the place where something is being typed. It finds the place only if what
//! stands before does not depend on what is typed. The first statement names no table: rustc infers it from the end. So
//! no name of the macro's is visible in the user's block.

use proc_macro2::{Delimiter, Ident, Span, TokenStream};
use quote::quote_spanned;

use super::delimited;
use crate::cursor::before;
use crate::formula::SUPPORT;

/// Calls, of which nothing else is known before they are made.
#[derive(Default)]
pub(super) struct Registration {
    calls: Vec<Written>,
    /// Methods that became parts of formulas, for an editor that is asked about them.
    methods: Vec<Ident>,
}

impl Registration {
    pub(super) fn add(&mut self, call: Written) {
        self.calls.push(call);
    }

    /// A method without type parameters, which is a part of a formula.
    pub(super) fn show(&mut self, method: &Ident) {
        if method != "powf" {
            self.methods.push(method.clone());
        }
    }

    /// The statement that makes the texts known, for the beginning.
    pub(super) fn statement(&self, krate: &TokenStream) -> TokenStream {
        if self.calls.is_empty() {
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
        let is_needed = !(errors.is_empty() && self.calls.is_empty() && self.methods.is_empty());
        if value.is_none() && !is_needed {
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
        let methods = &self.methods;
        let methods = (!methods.is_empty())
            .then(|| quote_spanned!(here=> let _ = (#(#krate::Value::#methods,)*);));
        if self.calls.is_empty() {
            return quote_spanned!(here=> #methods ::core::unreachable!());
        }
        let (count, support) = (self.calls.len(), Ident::new(SUPPORT, here));
        let calls = self.calls.iter().map(|call| call.expression(&support));
        quote_spanned! {here=>
            use #krate::__macro_support as #support;
            enum Block {}
            impl #support::Block for Block {
                #[inline(always)]
                fn expressions() -> &'static #support::Expressions {
                    static TEXTS: [#support::Expression; #count] = [#(#calls),*];
                    static BLOCK: #support::Expressions = #support::Expressions::new(&TEXTS);
                    &BLOCK
                }
            }
            #methods
            texts.are_those_of(::core::option::Option::None::<Block>)
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
        let position = before(self.position);
        let method = Ident::new("text", position);
        let arguments = delimited(
            Delimiter::Parenthesis,
            position,
            quote_spanned!(here=> #text, #name),
        );
        quote_spanned!(here=> #support::HERE.#method #arguments)
    }
}
