//! Numbers in named columns, from a CSV file.

mod classes;
mod targets;

use super::CsvError;
use super::csv_lines::Lines;
use csv::{ByteRecord, Reader, ReaderBuilder, Trim};
use std::fs::File;
use std::io;
use std::path::Path;

/// Rows of finite numbers in columns with names, read from a CSV file whose first line is a header.
///
/// Needs the feature `csv`.
///
/// Fields are separated by commas, may be quoted as in RFC 4180, and may have spaces around them. A file
/// without header is read by [`read_headerless`](Table::read_headerless).
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
    file: String,
    columns: Vec<String>,
    rows: Vec<Vec<f64>>,
    /// The line on which each row begins.
    lines: Vec<u64>,
    has_header: bool,
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
        let file = path.as_ref().display().to_string();
        match File::open(path) {
            Ok(opened) => Self::from_reader(file, opened),
            Err(source) => Err(CsvError::Io { file, source }),
        }
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
    pub fn from_reader(
        file: impl Into<String>,
        mut reader: impl io::Read,
    ) -> Result<Self, CsvError> {
        let mut table = Table::named(file.into(), Vec::new());
        let bytes = table.all_bytes(&mut reader)?;
        let mut reader = reader_of(&bytes, true);
        match reader.byte_headers() {
            Ok(header) => table.columns = header.iter().map(text).collect(),
            Err(error) => return Err(table.unreadable(error)),
        }
        table.check_header()?;
        table.read_rows(reader, &bytes)
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
        let file = path.as_ref().display().to_string();
        match File::open(path) {
            Ok(opened) => Self::headerless_from_reader(file, columns, opened),
            Err(source) => Err(CsvError::Io { file, source }),
        }
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
        mut reader: impl io::Read,
    ) -> Result<Self, CsvError> {
        assert!(
            !columns.is_empty(),
            "a table of {} columns is empty",
            columns.len()
        );
        let columns: Vec<String> = columns
            .iter()
            .map(|name| name.as_ref().to_owned())
            .collect();
        for (column, name) in columns.iter().enumerate() {
            let earlier = columns[..column].iter().position(|earlier| earlier == name);
            assert!(
                earlier.is_none(),
                "columns {} and {} are both named `{name}`",
                earlier.unwrap_or(0) + 1,
                column + 1
            );
        }
        let mut table = Table::named(file.into(), columns);
        table.has_header = false;
        let bytes = table.all_bytes(&mut reader)?;
        let reader = reader_of(&bytes, false);
        table.read_rows(reader, &bytes)
    }

    fn named(file: String, columns: Vec<String>) -> Self {
        Table {
            file,
            columns,
            rows: Vec::new(),
            lines: Vec::new(),
            has_header: true,
        }
    }

    fn all_bytes(&self, reader: &mut impl io::Read) -> Result<Vec<u8>, CsvError> {
        let mut bytes = Vec::new();
        match reader.read_to_end(&mut bytes) {
            Ok(_) => Ok(bytes),
            Err(error) => Err(self.unreadable(error)),
        }
    }

    fn read_rows(mut self, mut reader: Reader<&[u8]>, bytes: &[u8]) -> Result<Self, CsvError> {
        let mut lines = Lines::of(bytes);
        let mut record = ByteRecord::new();
        loop {
            match reader.read_byte_record(&mut record) {
                Ok(true) => self.push(&record, lines.line_of(&record))?,
                Ok(false) => break,
                Err(error) => return Err(self.unreadable(error)),
            }
        }
        if self.rows.is_empty() {
            return Err(self.empty("row of numbers"));
        }
        Ok(self)
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

    fn check_header(&self) -> Result<(), CsvError> {
        if self.columns.is_empty() {
            return Err(self.empty("header"));
        }
        if self.columns.iter().all(|name| is_number(name)) {
            return Err(CsvError::NoHeader {
                file: self.file.clone(),
                fields: self.columns.clone(),
            });
        }
        for (column, name) in self.columns.iter().enumerate() {
            if self.columns[..column].contains(name) {
                return Err(CsvError::SameName {
                    file: self.file.clone(),
                    column: column + 1,
                    name: name.clone(),
                });
            }
        }
        Ok(())
    }

    fn push(&mut self, record: &ByteRecord, line: u64) -> Result<(), CsvError> {
        if record.len() != self.columns.len() && !self.has_header {
            return Err(CsvError::Names {
                file: self.file.clone(),
                line,
                found: record.len(),
                expected: self.columns.len(),
            });
        }
        if record.len() != self.columns.len() {
            return Err(CsvError::Length {
                file: self.file.clone(),
                line,
                found: record.len(),
                expected: self.columns.len(),
            });
        }
        let mut row = Vec::with_capacity(record.len());
        for (column, field) in record.iter().enumerate() {
            let field = text(field);
            match field.parse::<f64>() {
                Ok(number) if number.is_finite() => row.push(number),
                Ok(_) => return Err(self.wrong(line, column, &field, "finite number")),
                Err(_) => return Err(self.wrong(line, column, &field, "number")),
            }
        }
        self.rows.push(row);
        self.lines.push(line);
        Ok(())
    }

    fn index_of(&self, name: &str) -> Result<usize, CsvError> {
        let found = self.columns.iter().position(|column| column == name);
        found.ok_or_else(|| CsvError::NoColumn {
            file: self.file.clone(),
            name: name.to_owned(),
            columns: self.columns.clone(),
        })
    }

    fn empty(&self, missing: &'static str) -> CsvError {
        CsvError::Empty {
            file: self.file.clone(),
            missing,
        }
    }

    fn unreadable(&self, error: impl Into<io::Error>) -> CsvError {
        CsvError::Io {
            file: self.file.clone(),
            source: error.into(),
        }
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

fn reader_of(bytes: &[u8], has_header: bool) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .flexible(true)
        .has_headers(has_header)
        .trim(Trim::All)
        .from_reader(bytes)
}

fn is_number(field: &str) -> bool {
    field.parse::<f64>().is_ok()
}

fn text(field: &[u8]) -> String {
    String::from_utf8_lossy(field).into_owned()
}
