//! Files that are replaced as a whole or not at all.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};

/// Makes `bytes` the content of `file`: whenever the process ends, the content is the old one or
/// the new one.
pub(super) fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link stays a link; what it points to is replaced.
    let file = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let Some(name) = file.file_name() else {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "the path does not name a file",
        ));
    };
    let folder = match file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    remove_abandoned(folder, name);

    let mut draft = Draft::create(folder, name)?;
    if let Ok(old) = fs::metadata(&file) {
        draft.file.set_permissions(old.permissions())?;
    }
    (&draft.file).write_all(bytes)?;
    // Without this, a crash of the machine could leave the new name with old or no bytes.
    draft.file.sync_all()?;
    fs::rename(&draft.path, &file)?;
    draft.renamed = true;
    sync_folder(folder)
}

/// A file beside the one that it is to replace, removed if it does not come to that.
struct Draft {
    path: PathBuf,
    file: File,
    renamed: bool,
}

impl Draft {
    fn create(folder: &Path, name: &OsStr) -> io::Result<Self> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        loop {
            let count = COUNT.fetch_add(1, Ordering::Relaxed);
            let mut draft = prefix(name);
            draft.push(format!("{}-{count}{SUFFIX}", process::id()));
            let path = folder.join(draft);
            match File::create_new(&path) {
                Ok(file) => {
                    // A lock tells others that the writer lives; it ends with the process.
                    let _ = file.try_lock();
                    return Ok(Draft {
                        path,
                        file,
                        renamed: false,
                    });
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
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

/// `.model.safetensors.`
fn prefix(name: &OsStr) -> OsString {
    let mut prefix = OsString::from(".");
    prefix.push(name);
    prefix.push(".");
    prefix
}

/// Removes the drafts of processes that were killed. Where that fails, they only take space.
fn remove_abandoned(folder: &Path, name: &OsStr) {
    let prefix = prefix(name);
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let found = entry.file_name();
        let found = found.as_encoded_bytes();
        if !found.starts_with(prefix.as_encoded_bytes()) || !found.ends_with(SUFFIX.as_bytes()) {
            continue;
        }
        let Ok(draft) = File::open(entry.path()) else {
            continue;
        };
        if !matches!(draft.try_lock(), Err(TryLockError::WouldBlock)) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Makes the new name as durable as the bytes.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Elsewhere folders cannot be opened as files.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
