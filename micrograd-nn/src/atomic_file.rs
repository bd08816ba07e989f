//! Files that are replaced as a whole or not at all.

mod draft;

use draft::{Draft, remove_abandoned};
use std::fs;
use std::io;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Why a file could not be replaced.
pub(crate) enum ReplaceError {
    /// Its content is the old one.
    Untouched(io::Error),
    /// Its content is the new one, but a crash of the machine may bring the old one back.
    #[cfg_attr(not(feature = "safetensors"), expect(dead_code))]
    // A picture can be drawn again.
    NotDurable(io::Error),
}

/// Makes `bytes` the content of `file`: whenever the process ends, the content is the old one or
/// the new one.
pub(crate) fn replace(file: &Path, bytes: &[u8]) -> Result<(), ReplaceError> {
    let file = follow_links(file).map_err(ReplaceError::Untouched)?;
    let folder = match file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    rename_new_content(&file, folder, bytes).map_err(ReplaceError::Untouched)?;
    sync_folder(folder).map_err(ReplaceError::NotDurable)
}

fn rename_new_content(file: &Path, folder: &Path, bytes: &[u8]) -> io::Result<()> {
    let Some(name) = file.file_name() else {
        return Err(refusal("the path does not name a file"));
    };
    let old = fs::metadata(file).ok();
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return Err(refusal("it is not a file that can be replaced"));
    }
    remove_abandoned(folder, name);
    let draft = Draft::create(folder, name)?;
    if let Some(old) = old {
        draft.file().set_permissions(old.permissions())?;
    }
    draft.file().write_all(bytes)?;
    // Without this, a crash of the machine could leave the new name with old or no bytes.
    draft.file().sync_all()?;
    draft.rename_to(file)
}

fn refusal(reason: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, reason)
}

/// Where links lead in the end, even if nothing is there: a link stays a link, and what it names is
/// replaced or made.
fn follow_links(file: &Path) -> io::Result<PathBuf> {
    /// As many as Linux follows.
    const LINKS: usize = 40;
    let mut path = file.to_owned();
    for _ in 0..=LINKS {
        let Ok(target) = fs::read_link(&path) else {
            return Ok(path);
        };
        path = path.parent().unwrap_or(Path::new("")).join(target);
    }
    Err(refusal("the link leads through too many others"))
}

/// Makes the new name as durable as the bytes.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

/// Elsewhere folders cannot be opened as files.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
