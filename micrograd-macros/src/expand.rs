//! Syntax tree to Rust. A statement becomes a formula on its operands, and each operator keeps its own position.

mod calls;
mod control_flow;
mod expressions;
mod integers;
mod operations;
mod plan;
mod registration;
mod statements;
mod targets;
mod values;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::cursor::{Extent, after, before};
use crate::syntax::Temporary;
use registration::Registration;
pub(crate) use values::any_value;

/// Writes expressions and statements, and collects the texts of the nodes that they will make.
pub(crate) struct Expander {
    krate: TokenStream,
    /// What becomes of its statements.
    form: Statements,
    /// Nothing mistaken has been found.
    is_correct: bool,
    registration: Registration,
    /// The names that have no handles where the expansion has come to.
    intermediates: Vec<Ident>,
}

/// What a statement becomes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Statements {
    /// Functions, which are fast.
    Compiled,
    /// Lists of operations, which compile quickly.
    Listed,
}

/// What becomes of the value of an expression.
#[derive(Clone, Copy, Default)]
struct Purpose<'n> {
    /// The name that a `let` or an assignment gives it; empty when there is none.
    name: &'n str,
    /// Whether a number becomes what the target's type asks for.
    converted: bool,
    /// Whether it stands beside a type of Rust's: numbers and places are what they are without `grad!`.
    as_written: bool,
    /// What belongs into its statement, if it is arithmetic.
    temporaries: &'n [Temporary<'n>],
    /// Whether no handle is to hold it.
    is_intermediate: bool,
}

impl Purpose<'_> {
    /// Whether nothing but a name becomes of it.
    fn is_for_any_type(&self) -> bool {
        !self.converted && !self.as_written && !self.is_intermediate && self.temporaries.is_empty()
    }
}

impl Expander {
    pub(crate) fn new(krate: TokenStream, form: Statements, is_correct: bool) -> Self {
        Expander {
            krate,
            form,
            is_correct,
            registration: Registration::default(),
            intermediates: Vec::new(),
        }
    }

    /// A name that only this expansion can see: what else stands in the block, such as a macro, cannot take hold of it.
    fn hidden(name: &Ident) -> Ident {
        let mut hidden = name.clone();
        hidden.set_span(name.span().resolved_at(Span::mixed_site()));
        hidden
    }

    /// The statement that makes the texts known; to be written before all others.
    pub(crate) fn registration(&self) -> TokenStream {
        self.registration.statement(&self.krate)
    }

    /// `value`, the texts and the errors; to be written after all statements.
    pub(crate) fn end(&self, value: Option<&TokenStream>, errors: &TokenStream) -> TokenStream {
        self.registration.end(&self.krate, value, errors)
    }

    fn support(&self) -> TokenStream {
        let krate = &self.krate;
        quote_spanned!(Span::mixed_site()=> #krate::__macro_support)
    }

    /// Before and after something in the user's source, with the hygiene of the front that handed over the crate's path: what
    /// begins at the one and ends at the other stands there for rustc.
    fn around(&self, extent: Extent) -> (Span, Span) {
        let front = self.krate.clone().into_iter().last();
        let front = front.map_or_else(Span::mixed_site, |token| token.span());
        let (start, end) = (before(extent.start), after(extent.end));
        (start.resolved_at(front), end.resolved_at(front))
    }

    /// The path of core's support, all of it at `there`: so an error about what is given to it is reported there.
    fn support_at(&self, there: Span) -> TokenStream {
        let krate = self.krate.clone().into_iter().map(|mut token| {
            token.set_span(there.resolved_at(token.span()));
            token
        });
        quote_spanned!(there=> #(#krate)*::__macro_support)
    }
}

/// Parentheses that the user did not write: rustc must not find them unused.
fn parenthesized(tokens: TokenStream) -> TokenStream {
    TokenTree::from(delimited(
        Delimiter::Parenthesis,
        Span::mixed_site(),
        tokens,
    ))
    .into()
}

pub(crate) fn delimited(delimiter: Delimiter, span: Span, tokens: TokenStream) -> Group {
    let mut group = Group::new(delimiter, tokens);
    group.set_span(span);
    group
}
