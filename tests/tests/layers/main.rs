//! Core's modules know only what lies below them.

mod sources;
mod tokens;

use sources::Sources;
use std::collections::BTreeSet;
use std::path::Path;

/// The layers, the lowest first. A line's modules know their own folder and the lines before, and not one another.
const ORDER: &str = "\
operations source
";

#[test]
fn no_module_of_core_names_a_higher_one() {
    let sources =
        Sources::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../micrograd-core/src"));
    let layer = |module: &str| {
        let is_in = |folder: &&str| module == *folder || module.starts_with(&format!("{folder}::"));
        let lines = ORDER.lines().enumerate();
        lines
            .flat_map(|(number, line)| line.split_whitespace().map(move |folder| (number, folder)))
            .filter(|(_, folder)| is_in(folder))
            .max_by_key(|(_, folder)| folder.len())
    };
    let mut wrong = BTreeSet::new();
    for (from, to) in sources.references() {
        let (Some((here, folder)), Some((there, other))) = (layer(&from), layer(&to)) else {
            wrong.insert(format!("no layer: {from} or {to}"));
            continue;
        };
        if folder != other && there >= here {
            wrong.insert(format!("{from} -> {to}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
