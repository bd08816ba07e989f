//! `#[module(crate = path)]` on a type, `#[module(skip)]` on a field, and what else was written there.

use proc_macro2::Span;
use quote::ToTokens;
use syn::meta::ParseNestedMeta;
use syn::{Attribute, Error, Path, Token, parse_quote_spanned};

const ON_TYPE: &str =
    "a type takes `#[module(crate = path)]`, where micrograd-nn is found under another path";
const ON_FIELD: &str = "a field takes `#[module(skip)]`, which leaves it out";

/// Where micrograd-nn is found: `::micrograd_nn`, unless the type says otherwise.
pub(super) fn crate_path(attributes: &[Attribute], mistakes: &mut Vec<Error>) -> Path {
    let mut path = None;
    each(attributes, ON_TYPE, mistakes, &mut |meta| {
        if !meta.path.is_ident("crate") {
            return Err(unknown(&meta, ON_TYPE));
        }
        let given = meta
            .value()
            .and_then(|value| value.call(Path::parse_mod_style));
        let given = given.map_err(|_| {
            meta.error(
                "`crate` needs a path\nhelp: write `#[module(crate = path::of::micrograd_nn)]`",
            )
        })?;
        if path.replace(given).is_some() {
            return Err(twice(&meta));
        }
        Ok(())
    });
    path.unwrap_or_else(|| parse_quote_spanned!(Span::mixed_site()=> ::micrograd_nn))
}

/// Whether a field is left out; one with a mistake in its attribute is.
pub(super) fn is_skipped(attributes: &[Attribute], mistakes: &mut Vec<Error>) -> bool {
    let before = mistakes.len();
    let mut skip = false;
    each(attributes, ON_FIELD, mistakes, &mut |meta| {
        if !meta.path.is_ident("skip") {
            return Err(unknown(&meta, ON_FIELD));
        }
        if !meta.input.is_empty() && !meta.input.peek(Token![,]) {
            return Err(meta.error("`skip` takes no value\nhelp: write `#[module(skip)]`"));
        }
        if skip {
            return Err(twice(&meta));
        }
        skip = true;
        Ok(())
    });
    skip || mistakes.len() > before
}

/// A variant takes no attribute: its fields do.
pub(super) fn none_on_variant(attributes: &[Attribute], mistakes: &mut Vec<Error>) {
    for attribute in attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("module"))
    {
        mistakes.push(Error::new_spanned(
            attribute,
            format!("`#[module]` does not stand on a variant\nhelp: {ON_FIELD}"),
        ));
    }
}

/// Reads every entry of every `#[module(…)]`.
fn each(
    attributes: &[Attribute],
    help: &str,
    mistakes: &mut Vec<Error>,
    read: &mut dyn FnMut(ParseNestedMeta<'_>) -> syn::Result<()>,
) {
    for attribute in attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("module"))
    {
        let mut entries = 0;
        let parsed = match attribute.meta.require_list() {
            Ok(_) => attribute.parse_nested_meta(|meta| {
                entries += 1;
                read(meta)
            }),
            Err(_) => Ok(()),
        };
        match parsed {
            Ok(()) if entries == 0 => mistakes.push(Error::new_spanned(
                &attribute.meta,
                format!("`#[module]` says nothing\nhelp: {help}"),
            )),
            Ok(()) => {}
            Err(mistake) => mistakes.push(mistake),
        }
    }
}

fn unknown(meta: &ParseNestedMeta<'_>, help: &str) -> Error {
    let path = meta.path.to_token_stream().to_string().replace(' ', "");
    meta.error(format!("`{path}` means nothing here\nhelp: {help}"))
}

fn twice(meta: &ParseNestedMeta<'_>) -> Error {
    let path = meta.path.to_token_stream();
    meta.error(format!(
        "`{path}` stands here twice\nhelp: leave one of them out"
    ))
}
