//! The fields of a CSV file, row by row.

use super::super::CsvError;
use super::super::csv_lines::Lines;
use super::TableReader;
use csv::{ByteRecord, Reader, ReaderBuilder, Trim};
use std::io;

/// The fields of each row, with the line on which it begins.
pub(super) struct Records {
    pub(super) file: String,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
    pub(super) lines: Vec<u64>,
}

impl TableReader {
    /// All fields, in rows as long as the header.
    pub(super) fn records(
        &self,
        file: String,
        reader: &mut impl io::Read,
    ) -> Result<Records, CsvError> {
        let mut bytes = Vec::new();
        if let Err(source) = reader.read_to_end(&mut bytes) {
            return Err(CsvError::Io { file, source });
        }
        let mut reader = self.fields_of(&bytes);
        let mut records = Records {
            file,
            columns: self.names.clone().unwrap_or_default(),
            rows: Vec::new(),
            lines: Vec::new(),
        };
        if self.names.is_none() {
            match reader.byte_headers() {
                Ok(header) => records.columns = header.iter().map(text).collect(),
                Err(error) => return Err(records.unreadable(error)),
            }
            records.check_header()?;
        }
        let mut lines = Lines::of(&bytes);
        let mut record = ByteRecord::new();
        loop {
            match reader.read_byte_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => return Err(records.unreadable(error)),
            }
            let line = lines.line_of(&record);
            if record.len() != records.columns.len() {
                return Err(self.wrong_length(records, line, record.len()));
            }
            records.rows.push(record.iter().map(text).collect());
            records.lines.push(line);
        }
        if records.rows.is_empty() {
            return Err(records.empty("row of numbers"));
        }
        Ok(records)
    }

    fn fields_of<'b>(&self, bytes: &'b [u8]) -> Reader<&'b [u8]> {
        ReaderBuilder::new()
            .flexible(true)
            .delimiter(self.delimiter)
            .has_headers(self.names.is_none())
            .trim(Trim::All)
            .from_reader(bytes)
    }

    fn wrong_length(&self, records: Records, line: u64, found: usize) -> CsvError {
        let (file, expected) = (records.file, records.columns.len());
        if self.names.is_some() {
            CsvError::Names {
                file,
                line,
                found,
                expected,
            }
        } else {
            CsvError::Length {
                file,
                line,
                found,
                expected,
            }
        }
    }
}

impl Records {
    fn check_header(&self) -> Result<(), CsvError> {
        if self.columns.is_empty() {
            return Err(self.empty("header"));
        }
        if self.columns.iter().all(|name| name.parse::<f64>().is_ok()) {
            return Err(CsvError::NoHeader {
                file: self.file.clone(),
                fields: self.columns.clone(),
            });
        }
        self.check_names(&self.columns)
    }

    /// Fails if two columns have the same name.
    pub(super) fn check_names(&self, columns: &[String]) -> Result<(), CsvError> {
        for (column, name) in columns.iter().enumerate() {
            if columns[..column].contains(name) {
                return Err(CsvError::SameName {
                    file: self.file.clone(),
                    column: column + 1,
                    name: name.clone(),
                });
            }
        }
        Ok(())
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
}

fn text(field: &[u8]) -> String {
    String::from_utf8_lossy(field).into_owned()
}
