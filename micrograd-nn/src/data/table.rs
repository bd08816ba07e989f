//! Numbers in named columns, from a CSV file.

use super::csv_lines::Lines;
use super::{CsvError, Dataset};
use csv::{ByteRecord, ReaderBuilder, Trim};
use std::fs::File;
use std::io;
use std::path::Path;

/// Rows of finite numbers in columns with names, read from a CSV file whose first line is a header.
///
/// Fields are separated by commas, may be quoted as in RFC 4180, and may have spaces around them.
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
}

impl Table {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// If it cannot be read, has no header or no row, two columns have the same name, a row is not
    /// as long as the header, or a field is not a finite number.
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
        let mut table = Table {
            file: file.into(),
            columns: Vec::new(),
            rows: Vec::new(),
            lines: Vec::new(),
        };
        let mut bytes = Vec::new();
        if let Err(error) = reader.read_to_end(&mut bytes) {
            return Err(table.unreadable(error));
        }
        let mut lines = Lines::of(&bytes);
        let mut reader = ReaderBuilder::new()
            .flexible(true)
            .trim(Trim::All)
            .from_reader(&bytes[..]);
        match reader.byte_headers() {
            Ok(header) => table.columns = header.iter().map(text).collect(),
            Err(error) => return Err(table.unreadable(error)),
        }
        table.check_header()?;
        let mut record = ByteRecord::new();
        loop {
            match reader.read_byte_record(&mut record) {
                Ok(true) => table.push(&record, lines.line_of(&record))?,
                Ok(false) => break,
                Err(error) => return Err(table.unreadable(error)),
            }
        }
        if table.rows.is_empty() {
            return Err(table.empty("row of numbers"));
        }
        Ok(table)
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

    /// The column `label` as labels, and all others as features.
    ///
    /// # Errors
    ///
    /// If there is no column of that name, or a number in it is not 0, 1, 2, …
    ///
    /// ```
    /// # use micrograd_nn::data::Table;
    /// let table = Table::from_reader("points.csv", "x,class\n1,0\n3,0.5\n".as_bytes())?;
    /// let error = table.into_dataset("class").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "points.csv:3: column 2 `class`: `0.5` is not a label (0, 1, 2, …)"
    /// );
    /// # Ok::<(), micrograd_nn::data::CsvError>(())
    /// ```
    pub fn into_dataset(self, label: &str) -> Result<Dataset, CsvError> {
        let column = self.index_of(label)?;
        let mut labels = Vec::with_capacity(self.rows.len());
        for (row, &line) in self.rows.iter().zip(&self.lines) {
            let number = row[column];
            if number.fract() != 0.0 || !(0.0..=f64::from(u32::MAX)).contains(&number) {
                return Err(self.wrong(line, column, &format!("{number:?}"), "label (0, 1, 2, …)"));
            }
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Just checked.
            labels.push(number as usize);
        }
        let mut rows = self.rows;
        for row in &mut rows {
            row.remove(column);
        }
        Ok(Dataset::new(rows, labels))
    }

    fn check_header(&self) -> Result<(), CsvError> {
        if self.columns.is_empty() {
            return Err(self.empty("header"));
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

fn text(field: &[u8]) -> String {
    String::from_utf8_lossy(field).into_owned()
}
