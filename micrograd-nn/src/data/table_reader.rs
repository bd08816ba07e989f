//! How a CSV file becomes a table.

mod columns;
mod records;

use super::{CsvError, Table};
use std::fs::File;
use std::io;
use std::path::Path;

/// Reads tables whose files are not plain numbers between commas: other separators, no header, missing
/// numbers, columns of texts, or more columns than are wanted.
///
/// ```
/// use micrograd_nn::data::{Fill, TableReader};
///
/// let text = "age;city;note;height\n30;Rome;;1.5\n40;Oslo;tall;\n50;Rome;;2.5\n";
/// let table = TableReader::new()
///     .delimiter(';')
///     .select(&["age", "city", "height"])
///     .one_hot("city")
///     .fill(Fill::Mean)
///     .from_reader("people.csv", text.as_bytes())?;
/// assert_eq!(table.columns(), ["age", "city_Oslo", "city_Rome", "height"]);
/// assert_eq!(table.rows()[1], [40.0, 1.0, 0.0, 2.0]);
/// # Ok::<(), micrograd_nn::data::CsvError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct TableReader {
    delimiter: u8,
    /// The names of the columns, where the file has no header.
    names: Option<Vec<String>>,
    selected: Option<Vec<String>>,
    texts: Vec<(String, Texts)>,
    missing: Vec<String>,
    fill: Option<Fill>,
}

/// What stands in the place of a missing number: see [`TableReader::fill`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    /// This number.
    Number(f64),
    /// The mean of the numbers that the column has.
    Mean,
}

/// What a column of texts becomes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Texts {
    Categories,
    OneHot,
}

impl Default for TableReader {
    fn default() -> Self {
        TableReader::new()
    }
}

impl TableReader {
    /// A reader of numbers between commas, below a header.
    ///
    /// ```
    /// # use micrograd_nn::data::{Table, TableReader};
    /// let text = "x,y\n1,2\n";
    /// let table = TableReader::new().from_reader("points.csv", text.as_bytes())?;
    /// assert_eq!(table, Table::from_reader("points.csv", text.as_bytes())?);
    /// # Ok::<(), micrograd_nn::data::CsvError>(())
    /// ```
    pub fn new() -> Self {
        TableReader {
            delimiter: b',',
            names: None,
            selected: None,
            texts: Vec::new(),
            missing: vec![String::new()],
            fill: None,
        }
    }

    /// What stands between fields: `;`, or `'\t'` for a tab.
    ///
    /// # Panics
    ///
    /// If it is not an ASCII character, or a quote or the end of a line.
    ///
    /// ```
    /// # use micrograd_nn::data::TableReader;
    /// let reader = TableReader::new().delimiter('\t');
    /// assert_eq!(reader.from_reader("points.tsv", "x\ty\n1\t2\n".as_bytes())?.rows(), [[1.0, 2.0]]);
    /// # Ok::<(), micrograd_nn::data::CsvError>(())
    /// ```
    #[track_caller]
    pub fn delimiter(mut self, delimiter: char) -> Self {
        let byte = u8::try_from(delimiter).ok().filter(u8::is_ascii);
        let Some(byte) = byte.filter(|byte| !b"\"\r\n".contains(byte)) else {
            panic!(
                "{delimiter:?} cannot separate fields: it is no ASCII character, or has a meaning"
            );
        };
        self.delimiter = byte;
        self
    }

    /// The first line is a row already; `columns` are the names of the columns. pandas' `header=None`.
    ///
    /// # Panics
    ///
    /// If there are no names, or two are the same.
    ///
    /// ```
    /// # use micrograd_nn::data::TableReader;
    /// let reader = TableReader::new().without_header(&["x", "y"]);
    /// assert_eq!(reader.from_reader("points.csv", "1,2\n".as_bytes())?.column("y")?, [2.0]);
    /// # Ok::<(), micrograd_nn::data::CsvError>(())
    /// ```
    #[track_caller]
    pub fn without_header(mut self, columns: &[impl AsRef<str>]) -> Self {
        assert!(
            !columns.is_empty(),
            "a table of {} columns is empty",
            columns.len()
        );
        self.names = Some(different(columns));
        self
    }

    /// Only these columns, in this order; what stands in the others does not matter. pandas' `usecols`.
    ///
    /// # Panics
    ///
    /// If two names are the same.
    ///
    /// ```
    /// # use micrograd_nn::data::TableReader;
    /// let text = "name,y,x\nAnn,1,2\n".as_bytes();
    /// let table = TableReader::new().select(&["x", "y"]).from_reader("points.csv", text)?;
    /// assert_eq!(table.rows(), [[2.0, 1.0]]);
    /// # Ok::<(), micrograd_nn::data::CsvError>(())
    /// ```
    #[track_caller]
    pub fn select(mut self, columns: &[impl AsRef<str>]) -> Self {
        self.selected = Some(different(columns));
        self
    }

    /// A column of texts: each different one is a category, and becomes its number, 0, 1, …, in the order
    /// of the texts. For the column of labels; [`Table::category_names`] has the texts. scikit-learn's
    /// `OrdinalEncoder`.
    ///
    /// ```
    /// # use micrograd_nn::data::TableReader;
    /// let text = "size,kind\n1,oak\n2,ash\n3,oak\n".as_bytes();
    /// let table = TableReader::new().categories("kind").from_reader("trees.csv", text)?;
    /// assert_eq!(table.into_dataset("kind")?.labels(), [1, 0, 1]);
    /// # Ok::<(), micrograd_nn::data::CsvError>(())
    /// ```
    pub fn categories(mut self, column: impl Into<String>) -> Self {
        self.texts.push((column.into(), Texts::Categories));
        self
    }

    /// A column of texts: each different one becomes a column, `NAME_TEXT`, in the order of the texts, with
    /// 1 in the rows that have it and 0 in the others. For features. pandas' `get_dummies`.
    ///
    /// ```
    /// # use micrograd_nn::data::TableReader;
    /// let text = "size,kind\n1,oak\n2,ash\n".as_bytes();
    /// let table = TableReader::new().one_hot("kind").from_reader("trees.csv", text)?;
    /// assert_eq!(table.columns(), ["size", "kind_ash", "kind_oak"]);
    /// assert_eq!(table.rows()[0], [1.0, 0.0, 1.0]);
    /// # Ok::<(), micrograd_nn::data::CsvError>(())
    /// ```
    pub fn one_hot(mut self, column: impl Into<String>) -> Self {
        self.texts.push((column.into(), Texts::OneHot));
        self
    }

    /// What stands where a number is missing, beside nothing at all: `NA`, `?`. pandas' `na_values`.
    ///
    /// ```
    /// # use micrograd_nn::data::{Fill, TableReader};
    /// let reader = TableReader::new().missing(&["?"]).fill(Fill::Number(-1.0));
    /// assert_eq!(reader.from_reader("points.csv", "x,y\n?,2\n".as_bytes())?.rows(), [[-1.0, 2.0]]);
    /// # Ok::<(), micrograd_nn::data::CsvError>(())
    /// ```
    pub fn missing(mut self, texts: &[impl AsRef<str>]) -> Self {
        let texts = texts.iter().map(|text| text.as_ref().to_owned());
        self.missing.extend(texts);
        self
    }

    /// What is put in the place of missing numbers; without it they are an error. scikit-learn's
    /// `SimpleImputer`. In a column of texts, a missing one is then a category of its own.
    ///
    /// # Panics
    ///
    /// If it is a number that is not finite.
    ///
    /// ```
    /// # use micrograd_nn::data::{Fill, TableReader};
    /// let reader = TableReader::new().fill(Fill::Mean);
    /// let table = reader.from_reader("points.csv", "x,y\n1,2\n,2\n3,2\n".as_bytes())?;
    /// assert_eq!(table.column("x")?, [1.0, 2.0, 3.0]);
    /// # Ok::<(), micrograd_nn::data::CsvError>(())
    /// ```
    #[track_caller]
    pub fn fill(mut self, fill: Fill) -> Self {
        if let Fill::Number(number) = fill {
            assert!(
                number.is_finite(),
                "missing numbers cannot become {number:?}; a table has finite numbers"
            );
        }
        self.fill = Some(fill);
        self
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// As [`Table::read`] or [`Table::read_headerless`]; if a number or a text is missing and there is no
    /// [fill](TableReader::fill); if a text is not in UTF-8; or all of a column's are where it is their mean; or if there is no column
    /// of a name that was given.
    ///
    /// ```
    /// # use micrograd_nn::data::TableReader;
    /// let error = TableReader::new().read("no/such/file.csv").unwrap_err();
    /// assert!(error.to_string().starts_with("no/such/file.csv: "));
    /// ```
    pub fn read(&self, path: impl AsRef<Path>) -> Result<Table, CsvError> {
        let file = path.as_ref().display().to_string();
        match File::open(path) {
            Ok(opened) => self.from_reader(file, opened),
            Err(source) => Err(CsvError::Io { file, source }),
        }
    }

    /// Reads text from anywhere else; `file` is its name in errors.
    ///
    /// # Errors
    ///
    /// As [`read`](TableReader::read).
    ///
    /// ```
    /// # use micrograd_nn::data::TableReader;
    /// let error = TableReader::new().from_reader("points.csv", "x,y\n1,\n".as_bytes()).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "points.csv:2: column 2 `y`: the number is missing; TableReader::fill puts one there"
    /// );
    /// ```
    pub fn from_reader(
        &self,
        file: impl Into<String>,
        mut reader: impl io::Read,
    ) -> Result<Table, CsvError> {
        let records = self.records(file.into(), &mut reader)?;
        self.table_of(records)
    }
}

/// The names, if all are different.
#[track_caller]
fn different(names: &[impl AsRef<str>]) -> Vec<String> {
    let names: Vec<String> = names.iter().map(|name| name.as_ref().to_owned()).collect();
    for (column, name) in names.iter().enumerate() {
        let earlier = names[..column].iter().position(|earlier| earlier == name);
        assert!(
            earlier.is_none(),
            "columns {} and {} are both named `{name}`",
            earlier.unwrap_or(0) + 1,
            column + 1
        );
    }
    names
}
