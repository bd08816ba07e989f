//! What can be wrong with a CSV file.

use std::io;
use thiserror::Error;

/// Why a CSV file could not be read; each message begins with the file, and with the line and the
/// column where they are known. Lines and columns count from 1, the header is line 1.
///
/// ```
/// use micrograd_nn::data::Table;
///
/// let error = Table::from_reader("points.csv", "x,y\n1,2\n3,four\n".as_bytes()).unwrap_err();
/// assert_eq!(error.to_string(), "points.csv:3: column 2 `y`: `four` is not a number");
/// ```
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum CsvError {
    /// The file cannot be opened or read.
    #[error("{file}: {source}")]
    Io {
        /// The file.
        file: String,
        /// What the system says.
        source: io::Error,
    },
    /// The file has no header, or no row below it.
    #[error("{file}: there is no {missing}")]
    Empty {
        /// The file.
        file: String,
        /// What is missing: `header` or `row of numbers`.
        missing: &'static str,
    },
    /// Two columns have the same name.
    #[error("{file}:1: column {column} `{name}` has the name of an earlier one")]
    SameName {
        /// The file.
        file: String,
        /// The column.
        column: usize,
        /// Its name.
        name: String,
    },
    /// A row has more or fewer fields than the header.
    #[error("{file}:{line}: {found} columns, and the header has {expected}")]
    Length {
        /// The file.
        file: String,
        /// The line.
        line: u64,
        /// How many fields the row has.
        found: usize,
        /// How many fields the header has.
        expected: usize,
    },
    /// A field is not a finite number, or not a text.
    #[error("{file}:{line}: column {column} `{name}`: `{text}` is not a {expected}")]
    Field {
        /// The file.
        file: String,
        /// The line.
        line: u64,
        /// The column.
        column: usize,
        /// The name of the column.
        name: String,
        /// What stands there.
        text: String,
        /// What should: `number`, `finite number`, `label (0, 1, 2, …)`, that below a number of classes, or `text in UTF-8`.
        expected: &'static str,
    },
    /// A number is missing, and nothing was told to fill it.
    #[error(
        "{file}:{line}: column {column} `{name}`: the number is missing; TableReader::fill puts one there"
    )]
    Missing {
        /// The file.
        file: String,
        /// The line.
        line: u64,
        /// The column.
        column: usize,
        /// The name of the column.
        name: String,
    },
    /// A text is missing, and nothing was told to fill what is.
    #[error(
        "{file}:{line}: column {column} `{name}`: the text is missing; with TableReader::fill that is a \
         category of its own"
    )]
    MissingText {
        /// The file.
        file: String,
        /// The line.
        line: u64,
        /// The column.
        column: usize,
        /// The name of the column.
        name: String,
    },
    /// All numbers of a column are missing, so that they have no mean.
    #[error("{file}: column {column} `{name}` has no number whose mean could be filled in")]
    NoNumbers {
        /// The file.
        file: String,
        /// The column.
        column: usize,
        /// Its name.
        name: String,
    },
    /// The table has no column of that name.
    #[error("{file}: there is no column `{name}`; there are {}", columns.join(", "))]
    NoColumn {
        /// The file.
        file: String,
        /// The name that was asked for.
        name: String,
        /// The names that there are.
        columns: Vec<String>,
    },
    /// The first line holds numbers only: it is a row, and the file has no header.
    #[error(
        "{file}:1: `{}` are numbers and not a header; Table::read_headerless takes the names of the \
         columns",
        fields.join(", ")
    )]
    NoHeader {
        /// The file.
        file: String,
        /// What stands in the first line.
        fields: Vec<String>,
    },
    /// A row of a file without header has more or fewer fields than there are names.
    #[error("{file}:{line}: {found} columns, and there are names for {expected}")]
    Names {
        /// The file.
        file: String,
        /// The line.
        line: u64,
        /// How many fields the row has.
        found: usize,
        /// How many names were given.
        expected: usize,
    },
    /// The labels look like a target for regression: a third of the classes does not occur, or there
    /// are more than ten, with less than two rows for each.
    #[error(
        "{file}: the column `{name}` would have {classes} classes, of which {occurring} occur, in \
         {rows} rows; Table::into_regression takes targets, and into_dataset_of_classes so many classes"
    )]
    ManyClasses {
        /// The file.
        file: String,
        /// The name of the column.
        name: String,
        /// One more than the largest label.
        classes: usize,
        /// How many different labels there are.
        occurring: usize,
        /// How many rows there are.
        rows: usize,
    },
}
