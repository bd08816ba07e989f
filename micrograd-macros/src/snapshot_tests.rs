//! What the macros expand to, kept beside what was written: `tests/snapshots/name.rs` and `name.expanded.rs`.
//! `BLESS=1` renews the expansions.

use std::fs;
use std::path::{Path, PathBuf};

use crate::expand::Statements;
use proc_macro2::TokenStream;
use quote::quote;

/// Expands the contents of one snapshot: a function under `#[differentiable]`, a `micrograd!` for items, else a `grad!`, whose
/// statements become lists or code.
fn expansion(name: &str, written: &str) -> String {
    let body: TokenStream = written.parse().expect("a snapshot is made of tokens");
    if name.starts_with("differentiable") {
        let expanded = crate::differentiable::expand(TokenStream::new(), body);
        return prettyplease::unparse(&syn::parse2(expanded).expect("items expand to items"));
    }
    let input = quote!([::micrograd_core] #body);
    let file: syn::File = if name.starts_with("micrograd") {
        let expanded = crate::micrograd::expand(input);
        syn::parse2(expanded).expect("items expand to items")
    } else {
        let statements = if name.starts_with("listed") {
            Statements::Listed
        } else {
            Statements::Compiled
        };
        let expanded = crate::grad::expand(input, statements);
        syn::parse2(quote!(fn expansion() { #expanded })).expect("statements expand to statements")
    };
    prettyplease::unparse(&file)
}

fn inputs(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder of the snapshots exists");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("it can be read").path())
        .collect();
    paths.retain(|path| !path.to_string_lossy().ends_with(".expanded.rs"));
    paths.sort();
    paths
}

#[test]
fn expansions_are_as_they_were_agreed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let inputs = inputs(&folder);
    assert!(inputs.len() > 5, "the snapshots are missing");
    for input in inputs {
        let name = input
            .file_stem()
            .expect("a file has a name")
            .to_string_lossy()
            .into_owned();
        let written = fs::read_to_string(&input).expect("a snapshot can be read");
        let found = expansion(&name, &written);
        let kept = input.with_extension("expanded.rs");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&kept, found).expect("a snapshot can be written");
        } else {
            let expected = fs::read_to_string(&kept).unwrap_or_default();
            assert_eq!(
                found, expected,
                "the expansion of {name}; BLESS=1 accepts it"
            );
        }
    }
}
