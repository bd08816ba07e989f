//! Which module names which, read from the sources: through re-exports, to the file in which an item stands.

use crate::tokens::{Tokens, without_tests};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The modules of a crate, each by its path: `tape::handles`. The root has an empty one.
#[derive(Default)]
pub(crate) struct Sources {
    modules: BTreeMap<String, Module>,
}

#[derive(Default)]
pub(crate) struct Module {
    /// What imported names stand for.
    pub(crate) imports: BTreeMap<String, Vec<String>>,
    /// The paths in its code.
    pub(crate) paths: Vec<Vec<String>>,
    /// The methods of the tape that stand here.
    pub(crate) tape_methods: BTreeSet<String>,
    /// All functions that stand here.
    pub(crate) functions: BTreeSet<String>,
    /// The methods that are called here of `tape` or `self`.
    pub(crate) calls: BTreeSet<String>,
    /// Whether it has nothing but modules and imports.
    pub(crate) is_facade: bool,
}

impl Sources {
    /// The modules in the folder of a crate's sources.
    pub(crate) fn read(folder: &Path) -> Self {
        let mut sources = Sources::default();
        sources.read_folder(folder, "");
        assert!(
            sources.modules.len() > 100,
            "{} has the sources",
            folder.display()
        );
        sources
    }

    fn read_folder(&mut self, folder: &Path, prefix: &str) {
        for entry in fs::read_dir(folder).expect("the sources are there") {
            let path = entry.expect("the sources are there").path();
            let name = path.file_stem().and_then(|name| name.to_str());
            let mut module = join(prefix, name.expect("names are UTF-8"));
            if path.is_dir() {
                self.read_folder(&path, &module);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                if module == "lib" {
                    module.clear();
                }
                let text = fs::read_to_string(&path).expect("the sources are UTF-8");
                let tokens = without_tests(&Tokens::of(&text));
                self.modules.insert(module, Module::of(tokens));
            }
        }
    }

    /// All modules but the root.
    pub(crate) fn modules(&self) -> impl Iterator<Item = (&str, &Module)> {
        let all = self
            .modules
            .iter()
            .map(|(name, module)| (name.as_str(), module));
        all.filter(|(name, _)| !name.is_empty())
    }

    /// The highest module around this one that does more than name others.
    pub(crate) fn with_its_folder<'m>(&self, module: &'m str) -> &'m str {
        let around = parent(module);
        if around.is_empty() || self.modules[around].is_facade {
            return module;
        }
        self.with_its_folder(around)
    }

    /// Each module with those that it names, and with those whose methods of the tape it calls.
    pub(crate) fn references(&self) -> BTreeSet<(String, String)> {
        let mut methods = BTreeMap::new();
        for (name, module) in self.modules() {
            methods.extend(module.tape_methods.iter().map(|method| (method, name)));
        }
        let mut references = BTreeSet::new();
        for (name, module) in self.modules() {
            if module.is_facade {
                continue;
            }
            let named = module.imports.values().chain(&module.paths);
            let named = named.filter_map(|path| self.find(name, path));
            let calls = module.calls.difference(&module.functions);
            let called = calls.filter_map(|call| methods.get(call));
            let called = called.map(|module| (*module).to_owned());
            let others = named
                .chain(called)
                .filter(|other| !self.modules[other].is_facade);
            references.extend(others.map(|other| (name.to_owned(), other)));
        }
        references
    }

    /// The module in which stands what a path in a module means, if that is one of the crate's.
    fn find(&self, module: &str, path: &[String]) -> Option<String> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => self.find_from("", rest),
            "self" => self.find_from(module, rest),
            "super" => self.find(parent(module), &[&["self".to_owned()], rest].concat()),
            // Another crate is known by no child and no import.
            _ => {
                let here = &self.modules[module];
                let is_known = self.modules.contains_key(&join(module, first))
                    || here
                        .imports
                        .get(first)
                        .is_some_and(|import| import[0] != *first);
                is_known.then(|| self.find_from(module, path))?
            }
        }
    }

    fn find_from(&self, module: &str, path: &[String]) -> Option<String> {
        let Some((first, rest)) = path.split_first() else {
            return Some(module.to_owned());
        };
        if first == "super" {
            return self.find_from(parent(module), rest);
        }
        let child = join(module, first);
        if self.modules.contains_key(&child) {
            return self.find_from(&child, rest);
        }
        match self.modules[module].imports.get(first) {
            Some(import) => self.find(module, &[import, rest].concat()),
            None => Some(module.to_owned()),
        }
    }
}

fn join(module: &str, name: &str) -> String {
    if module.is_empty() {
        name.to_owned()
    } else {
        format!("{module}::{name}")
    }
}

fn parent(module: &str) -> &str {
    module.rsplit_once("::").map_or("", |(parent, _)| parent)
}
