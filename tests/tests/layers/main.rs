//! Core's modules know only what lies below them.

mod sources;
mod tokens;

use sources::Sources;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn core() -> Sources {
    Sources::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../micrograd-core/src"))
}

/// The layers in ARCHITECTURE.md, the lowest first: the folders of each.
fn layers() -> Vec<Vec<&'static str>> {
    let text = include_str!("../../../ARCHITECTURE.md");
    let (_, block) = text
        .split_once("```layers\n")
        .expect("the layers are listed");
    let (block, _) = block.split_once("```").expect("the list has an end");
    let lines = block.lines().rev();
    let folders = lines.map(|line| line.split('│').next().unwrap_or_default());
    folders
        .map(|folders| folders.split_whitespace().collect())
        .collect()
}

/// The layer of a module, and its folder there.
fn layer<'l>(layers: &'l [Vec<&str>], module: &str) -> Option<(usize, &'l str)> {
    let is_in = |folder: &str| module == folder || module.starts_with(&format!("{folder}::"));
    let folders = layers.iter().enumerate();
    let folders = folders.flat_map(|(layer, folders)| folders.iter().map(move |&f| (layer, f)));
    folders
        .filter(|(_, folder)| is_in(folder))
        .max_by_key(|(_, folder)| folder.len())
}

/// Those of one line do not know one another either.
#[test]
fn no_module_of_core_knows_a_higher_layer() {
    let (layers, core) = (layers(), core());
    let mut wrong = BTreeSet::new();
    for (module, other) in core.references() {
        let place = |module: &str| {
            layer(&layers, module)
                .unwrap_or_else(|| panic!("ARCHITECTURE.md has no layer for {module}"))
        };
        let ((here, folder), (there, other_folder)) = (place(&module), place(&other));
        if folder != other_folder && there >= here {
            wrong.insert(format!("{module} knows {other}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_layer_is_one_of_modules() {
    let (layers, core) = (layers(), core());
    for folder in layers.into_iter().flatten() {
        let mut modules = core.modules().map(|(module, _)| module);
        assert!(
            modules.any(|module| module == folder),
            "{folder} is no module"
        );
    }
}

/// A file counts with those in its folder as one, unless it does nothing but name them.
#[test]
fn no_files_of_the_tape_know_each_other() {
    let core = core();
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (module, other) in core.references() {
        let [module, other] = [core.with_its_folder(&module), core.with_its_folder(&other)];
        if module != other
            && [module, other]
                .iter()
                .all(|module| module.starts_with("tape::"))
        {
            known.entry(other.to_owned()).or_default();
            known
                .entry(module.to_owned())
                .or_default()
                .insert(other.to_owned());
        }
    }
    // Files that know none of the others are taken away until there are none, or only circles.
    while let Some(lowest) = known.keys().find(|file| known[*file].is_empty()).cloned() {
        known.remove(&lowest);
        for others in known.values_mut() {
            others.remove(&lowest);
        }
    }
    assert!(known.is_empty(), "{known:#?}");
}
