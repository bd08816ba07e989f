//! The fields of one variant, and the code that visits them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::ext::IdentExt;
use syn::{Error, Field, Fields, Member, Type};

use super::attributes::is_skipped;

/// A variant of an enum, or a struct.
pub(super) struct Variant<'a> {
    /// The name, unless it is the struct itself.
    name: Option<&'a Ident>,
    /// The fields that are not skipped.
    fields: Vec<(Member, &'a Field)>,
}

impl<'a> Variant<'a> {
    pub(super) fn new(
        name: Option<&'a Ident>,
        fields: &'a Fields,
        mistakes: &mut Vec<Error>,
    ) -> Self {
        let mut kept = Vec::with_capacity(fields.len());
        for (member, field) in fields.members().zip(fields) {
            if !is_skipped(&field.attrs, mistakes) {
                kept.push((member, field));
            }
        }
        Variant { name, fields: kept }
    }

    /// The types of the fields that are not skipped.
    pub(super) fn types(&self) -> impl Iterator<Item = &'a Type> {
        self.fields.iter().map(|(_, field)| &field.ty)
    }

    /// The arm of a `match` on `self` that visits the fields in their order.
    pub(super) fn arm(&self, support: &TokenStream) -> TokenStream {
        let here = Span::mixed_site();
        let variant = self.name.map(|name| quote_spanned!(here=> ::#name));
        let members = self.fields.iter().map(|(member, _)| member);
        let bindings: Vec<Ident> = (0..self.fields.len())
            .map(|i| format_ident!("field_{i}", span = here))
            .collect();
        let visits = self
            .fields
            .iter()
            .zip(&bindings)
            .map(|((member, field), binding)| {
                let path = step(member);
                let module = as_module(&field.ty, binding, support);
                quote_spanned!(here=> visit(&#path, #module);)
            });
        quote_spanned!(here=> Self #variant { #(#members: #bindings,)* .. } => { #(#visits)* })
    }
}

/// The path of a field: by its name, or by its place.
fn step(member: &Member) -> TokenStream {
    let here = Span::mixed_site();
    match member {
        Member::Named(name) => {
            let name = name.unraw().to_string();
            quote_spanned!(here=> path.field(#name))
        }
        Member::Unnamed(index) => {
            let index = index.index as usize;
            quote_spanned!(here=> path.index(#index))
        }
    }
}

/// The field as `&dyn Module`, with its operand at the place of the type, from the first token to
/// the last: that is what rustc underlines if it is no module.
fn as_module(ty: &Type, binding: &Ident, support: &TokenStream) -> TokenStream {
    let here = Span::mixed_site();
    let mut tokens = ty.to_token_stream().into_iter();
    let first = tokens.next().map_or(here, |token| token.span());
    let last = tokens.last().map_or(first, |token| token.span());
    let start = quote_spanned!(first.resolved_at(here)=> &*);
    let mut field = binding.clone();
    field.set_span(last.resolved_at(here));
    quote_spanned!(here=> #start #field as &dyn #support::Module)
}
