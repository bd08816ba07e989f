//! Numbers in named columns, from a CSV file.

mod classes;
mod targets;

use super::{CsvError, TableReader};
use std::io;
use std::path::Path;

/// Rows of finite numbers in columns with names, read from a CSV file whose first line is a header.
///
/// Needs the feature `csv`.
///
/// Fields are separated by commas, may be quoted as in RFC 4180, and may have spaces around them. A file
/// without header is read by [`read_headerless`](Table::read_headerless); other separators, missing
/// numbers and columns of texts are for a [`TableReader`].
///
/// ```
/// use micrograd_nn::data::Table;
///
/// let table = Table::from_reader("points.csv", "x,y,label\n0.5,2,1\n-1,1e-3,0\n".as_bytes())?;
/// assert_eq!(table.columns(), ["x", "y", "label"]);
/// assert_eq!(table.rows(), [[0.5, 2.0, 1.0], [-1.0, 0.001, 0.0]]);
///
/// let data = table.into_dataset("label")?;
/// assert_eq!(data.rows(), [[0.5, 2.0], [-1.0, 0.001]]);
/// assert_eq!(data.labels(), [1, 0]);
/// # Ok::<(), micrograd_nn::data::CsvError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub(super) file: String,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Vec<f64>>,
    /// The line on which each row begins.
    pub(super) lines: Vec<u64>,
    /// Columns of texts with their categories.
    pub(super) categories: Vec<(String, Vec<String>)>,
}

impl Table {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// If it cannot be read, has no header (its first line holds numbers only) or no row, two columns
    /// have the same name, a row is not as long as the header, or a field is not a finite number.
    ///
    /// ```
    /// # use micrograd_nn::data::Table;
    /// let error = Table::read("no/such/file.csv").unwrap_err();
    /// assert!(error.to_string().starts_with("no/such/file.csv: "));
    /// ```
    pub fn read(path: impl AsRef<Path>) -> Result<Self, CsvError> {
        TableReader::new().read(path)
    }

    /// Reads text from anywhere else, such as a file that the program has within it
    /// (`include_bytes!`); `file` is its name in errors.
    ///
    /// # Errors
    ///
    /// As [`read`](Table::read).
    ///
    /// ```
    /// # use micrograd_nn::data::Table;
    /// assert!(Table::from_reader("empty.csv", &b""[..]).is_err());
    /// ```
    pub fn from_reader(file: impl Into<String>, reader: impl io::Read) -> Result<Self, CsvError> {
        TableReader::new().from_reader(file, reader)
    }

    /// Reads a file whose first line is a row already; `columns` are the names of its columns.
    ///
    /// # Errors
    ///
    /// If it cannot be read or has no row, a row is not as long as the names, or a field is not a finite
    /// number.
    ///
    /// # Panics
    ///
    /// If there are no names, or two are the same.
    ///
    /// ```
    /// # use micrograd_nn::data::Table;
    /// let error = Table::read_headerless("no/such/file.csv", &["x", "y"]).unwrap_err();
    /// assert!(error.to_string().starts_with("no/such/file.csv: "));
    /// ```
    #[track_caller]
    pub fn read_headerless(
        path: impl AsRef<Path>,
        columns: &[impl AsRef<str>],
    ) -> Result<Self, CsvError> {
        TableReader::new().without_header(columns).read(path)
    }

    /// As [`read_headerless`](Table::read_headerless), from anywhere else; `file` is its name in errors.
    ///
    /// # Errors
    ///
    /// As [`read_headerless`](Table::read_headerless).
    ///
    /// # Panics
    ///
    /// As [`read_headerless`](Table::read_headerless).
    ///
    /// ```
    /// # use micrograd_nn::data::Table;
    /// let table = Table::headerless_from_reader("points.csv", &["x", "y"], "1,2\n3,4\n".as_bytes())?;
    /// assert_eq!(table.rows(), [[1.0, 2.0], [3.0, 4.0]]);
    /// # Ok::<(), micrograd_nn::data::CsvError>(())
    /// ```
    #[track_caller]
    pub fn headerless_from_reader(
        file: impl Into<String>,
        columns: &[impl AsRef<str>],
        reader: impl io::Read,
    ) -> Result<Self, CsvError> {
        TableReader::new()
            .without_header(columns)
            .from_reader(file, reader)
    }

    /// The names of the columns.
    ///
    /// ```
    /// # use micrograd_nn::data::Table;
    /// let table = Table::from_reader("points.csv", "x, y\n1, 2\n".as_bytes())?;
    /// assert_eq!(table.columns(), ["x", "y"]);
    /// # Ok::<(), micrograd_nn::data::CsvError>(())
    /// ```
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The numbers, row by row.
    ///
    /// ```
    /// # use micrograd_nn::data::Table;
    /// let table = Table::from_reader("points.csv", "x,y\n1,2\n".as_bytes())?;
    /// assert_eq!(table.rows(), [[1.0, 2.0]]);
    /// # Ok::<(), micrograd_nn::data::CsvError>(())
    /// ```
    #[must_use]
    pub fn rows(&self) -> &[Vec<f64>] {
        &self.rows
    }

    /// The numbers of one column.
    ///
    /// # Errors
    ///
    /// If there is no column of that name.
    ///
    /// ```
    /// # use micrograd_nn::data::Table;
    /// let table = Table::from_reader("points.csv", "x,y\n1,2\n3,4\n".as_bytes())?;
    /// assert_eq!(table.column("y")?, [2.0, 4.0]);
    /// # Ok::<(), micrograd_nn::data::CsvError>(())
    /// ```
    pub fn column(&self, name: &str) -> Result<Vec<f64>, CsvError> {
        let column = self.index_of(name)?;
        Ok(self.rows.iter().map(|row| row[column]).collect())
    }

    /// The texts of a column that was read as [categories](TableReader::categories): the number i stands for
    /// the i-th. None for a column of numbers.
    ///
    /// ```
    /// # use micrograd_nn::data::TableReader;
    /// let text = "size,kind\n1,oak\n2,ash\n".as_bytes();
    /// let table = TableReader::new().categories("kind").from_reader("trees.csv", text)?;
    /// assert_eq!(table.category_names("kind"), Some(&["ash".to_owned(), "oak".to_owned()][..]));
    /// # Ok::<(), micrograd_nn::data::CsvError>(())
    /// ```
    #[must_use]
    pub fn category_names(&self, column: &str) -> Option<&[String]> {
        let found = self.categories.iter().find(|(name, _)| name == column);
        found.map(|(_, texts)| texts.as_slice())
    }

    fn index_of(&self, name: &str) -> Result<usize, CsvError> {
        let found = self.columns.iter().position(|column| column == name);
        found.ok_or_else(|| CsvError::NoColumn {
            file: self.file.clone(),
            name: name.to_owned(),
            columns: self.columns.clone(),
        })
    }

    fn wrong(&self, line: u64, column: usize, text: &str, expected: &'static str) -> CsvError {
        CsvError::Field {
            file: self.file.clone(),
            line,
            column: column + 1,
            name: self.columns[column].clone(),
            text: text.to_owned(),
            expected,
        }
    }
}
