//! The new content of a file, before it has the file's name.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};

/// A file beside the one that it is to replace, removed if it does not come to that.
///
/// Its writer holds a lock on it, so that others can tell it from what a killed process left.
pub(super) struct Draft {
    path: PathBuf,
    file: File,
    renamed: bool,
}

impl Draft {
    pub(super) fn create(folder: &Path, name: &OsStr) -> io::Result<Self> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        loop {
            let count = COUNT.fetch_add(1, Ordering::Relaxed);
            let number = format!("{}-{count}", process::id());
            let path = folder.join(format!("{}{number}{SUFFIX}", prefix(name)));
            let file = match File::create_new(&path) {
                Ok(file) => file,
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                Err(error) => return Err(error),
            };
            // Who looked before the lock was there may take the file for an abandoned one; it is
            // removed under a lock, so that after this one it is clear. Without locks nobody removes.
            if file.lock().is_err() || stands_at(&file, &path) {
                return Ok(Draft {
                    path,
                    file,
                    renamed: false,
                });
            }
        }
    }

    pub(super) fn file(&self) -> &File {
        &self.file
    }

    pub(super) fn rename_to(mut self, file: &Path) -> io::Result<()> {
        fs::rename(&self.path, file)?;
        self.renamed = true;
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.renamed {
            let _ = fs::remove_file(&self.path);
        }
    }
}

const SUFFIX: &str = ".draft";

/// `.model.safetensors.`, or a hash in the place of a name that would be too long with what follows,
/// or is no text.
fn prefix(name: &OsStr) -> String {
    /// A name may have 255 bytes, and two numbers follow.
    const LONGEST: usize = 200;
    match name.to_str() {
        Some(name) if name.len() <= LONGEST => format!(".{name}."),
        _ => {
            let mut hasher = DefaultHasher::new();
            name.hash(&mut hasher);
            format!(".{:016x}.", hasher.finish())
        }
    }
}

/// Whether a file has the name of a draft for `name`, with a process and a count in it.
fn is_draft(found: &OsStr, prefix: &str) -> bool {
    let found = found.to_str();
    let numbers = found
        .and_then(|found| found.strip_prefix(prefix))
        .and_then(|rest| rest.strip_suffix(SUFFIX))
        .and_then(|numbers| numbers.split_once('-'));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    numbers.is_some_and(|(process, count)| is_number(process) && is_number(count))
}

/// Whether the file that is open is still the one of this name: processes in containers may have the
/// same number, and so the same names.
#[cfg(unix)]
fn stands_at(open: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |found: fs::Metadata| (found.dev(), found.ino());
    match (open.metadata(), fs::symlink_metadata(path)) {
        (Ok(open), Ok(named)) => identity(open) == identity(named),
        _ => false,
    }
}

#[cfg(not(unix))]
fn stands_at(_: &File, path: &Path) -> bool {
    path.exists()
}

/// Removes the drafts of processes that were killed. Where that fails, they only take space.
pub(super) fn remove_abandoned(folder: &Path, name: &OsStr) {
    let prefix = prefix(name);
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        if !is_draft(&entry.file_name(), &prefix) || !entry.file_type().is_ok_and(|t| t.is_file()) {
            continue;
        }
        let Ok(draft) = File::open(entry.path()) else {
            continue;
        };
        // While its lock is held here, its writer does not rename it. Without the lock its writer lives,
        // or nobody can tell.
        if draft.try_lock().is_ok() && stands_at(&draft, &entry.path()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
