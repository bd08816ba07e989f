//! What the derive expands to, kept beside what was written: `tests/derive_snapshots/name.rs` and
//! `name.expanded.rs`. `BLESS=1` renews the expansions.

use std::fs;
use std::path::Path;

#[test]
fn derived_implementations_are_as_they_were_agreed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/derive_snapshots");
    for name in ["generic_struct", "choice", "mistake"] {
        let written = fs::read_to_string(folder.join(name).with_extension("rs"))
            .expect("a snapshot can be read");
        let expanded = super::expand(written.parse().expect("a snapshot is made of tokens"));
        let items = syn::parse2(expanded).expect("a derive expands to items");
        let found = prettyplease::unparse(&items);
        let kept = folder.join(name).with_extension("expanded.rs");
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
