//! The texts in a checkpoint's header.

use crate::CheckpointError;
use std::collections::HashMap;
use std::path::Path;
use std::str::FromStr;

/// The texts in the header.
pub(super) struct Entries<'a> {
    pub(super) file: &'a Path,
    texts: HashMap<String, String>,
}

impl<'a> Entries<'a> {
    pub(super) fn new(file: &'a Path, texts: HashMap<String, String>) -> Self {
        Entries { file, texts }
    }

    pub(super) fn has(&self, entry: &str) -> bool {
        self.texts.contains_key(entry)
    }

    pub(super) fn text(&self, entry: &str) -> Result<&str, CheckpointError> {
        self.texts
            .get(entry)
            .map(String::as_str)
            .ok_or_else(|| self.wrong(entry))
    }

    pub(super) fn number<T: FromStr>(&self, entry: &str) -> Result<T, CheckpointError> {
        self.text(entry)?.parse().map_err(|_| self.wrong(entry))
    }

    pub(super) fn wrong(&self, entry: &str) -> CheckpointError {
        CheckpointError::Entry {
            file: self.file.to_owned(),
            entry: entry.to_owned(),
            found: self.texts.get(entry).cloned(),
        }
    }
}
