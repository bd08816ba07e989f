//! Drawings in files, in the format that the name's ending says.

use super::Drawing;
use crate::graph::Graph;
use std::path::Path;
use std::{fs, io};

impl Graph {
    /// Writes the drawing to a file, with the usual options: [`Drawing::save`].
    ///
    /// # Errors
    ///
    /// If no drawing has the name's ending, or the file cannot be written.
    ///
    /// ```
    /// # use micrograd_core::{Graph, Value};
    /// # let folder = std::env::temp_dir().join(format!("micrograd-save-{}", std::process::id()));
    /// # std::fs::create_dir_all(&folder)?;
    /// let graph = Graph::of(&(Value::new(2.0) * 3.0));
    /// graph.save(folder.join("product.dot"))?;
    /// # assert!(std::fs::read_to_string(folder.join("product.dot"))?.starts_with("digraph"));
    /// # std::fs::remove_dir_all(folder)?;
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn save(&self, path: impl AsRef<Path>) -> io::Result<()> {
        self.drawing().save(path)
    }
}

impl Drawing<'_> {
    /// Writes the drawing to a file. The ending of its name says the format.
    ///
    /// | ending | format |
    /// |---|---|
    /// | `.dot`, `.gv` | [`to_dot`](Drawing::to_dot) |
    /// | `.mmd`, `.mermaid` | [`to_mermaid`](Drawing::to_mermaid) |
    /// | `.svg` | `to_svg`; needs the feature `svg` |
    /// | `.html` | `to_html`; needs the feature `svg` |
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::InvalidInput`] for another ending, [`io::ErrorKind::Unsupported`] if the feature `svg` is
    /// off, or what the file system says.
    pub fn save(&self, path: impl AsRef<Path>) -> io::Result<()> {
        let path = path.as_ref();
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        let text = match ending.to_ascii_lowercase().as_str() {
            "dot" | "gv" => self.to_dot(),
            "mmd" | "mermaid" => self.to_mermaid(),
            #[cfg(feature = "svg")]
            "svg" => self.to_svg(),
            #[cfg(feature = "svg")]
            "html" => self.to_html(),
            #[cfg(not(feature = "svg"))]
            "svg" | "html" => return Err(needs_the_feature(path)),
            _ => return Err(no_format(path)),
        };
        fs::write(path, text).map_err(|error| not_written(path, &error))
    }
}

fn not_written(path: &Path, error: &io::Error) -> io::Error {
    let message = format!("cannot write `{}`: {error}", path.display());
    io::Error::new(error.kind(), message)
}

#[cfg(not(feature = "svg"))]
fn needs_the_feature(path: &Path) -> io::Error {
    let path = path.display();
    let message = format!(
        "cannot draw `{path}`: micrograd-core's feature `svg` is off; turn it on in Cargo.toml"
    );
    io::Error::new(io::ErrorKind::Unsupported, message)
}

fn no_format(path: &Path) -> io::Error {
    let path = path.display();
    let message = format!(
        "cannot draw `{path}`: its name ends with none of .dot, .gv, .mmd, .mermaid, .svg, .html"
    );
    io::Error::new(io::ErrorKind::InvalidInput, message)
}
