//! What can be wrong with a text.

use std::io;
use thiserror::Error;

/// Why a text could not be made into tokens. Lines count from 1.
///
/// ```
/// use micrograd_nn::data::CharTokenizer;
///
/// let error = CharTokenizer::new('a'..='c').encode("cab!").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`!` in `cab!` is not one of `abc`; write the text with these, or leave it out"
/// );
/// ```
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum TextError {
    /// The file cannot be read.
    #[error("{file}: {source}")]
    Io {
        /// The file.
        file: String,
        /// What the system says.
        source: io::Error,
    },
    /// The file is not UTF-8.
    #[error("{file}:{line}: the line is not UTF-8")]
    Encoding {
        /// The file.
        file: String,
        /// The first line that is not.
        line: usize,
    },
    /// Every line is empty, or there is none.
    #[error("{file}: there is no text; write one on each line")]
    Empty {
        /// The file.
        file: String,
    },
    /// A line cannot be made into tokens.
    #[error("{file}:{line}: {source}")]
    Line {
        /// The file.
        file: String,
        /// The line.
        line: usize,
        /// What is wrong with it.
        source: Box<TextError>,
    },
    /// The tokenizer does not know a character.
    #[error(
        "`{}` in `{}` is not one of `{known}`; write the text with these, or leave it out",
        character.escape_debug(),
        text.escape_debug()
    )]
    Character {
        /// The first such character.
        character: char,
        /// The text in which it stands.
        text: String,
        /// The characters that it knows, in their order.
        known: String,
    },
}
