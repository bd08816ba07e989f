//! Columns of fields as columns of numbers.

use super::super::{CsvError, Table};
use super::records::Records;
use super::{Fill, TableReader, Texts};
use std::collections::BTreeSet;

/// What a column of the file becomes: columns with names, one number for each row.
type Columns = Vec<(String, Vec<f64>)>;

impl TableReader {
    pub(super) fn table_of(&self, records: Records) -> Result<Table, CsvError> {
        let names = self.selected.as_ref().unwrap_or(&records.columns);
        let mut places = Vec::with_capacity(names.len());
        for name in names {
            places.push(records.place_of(name)?);
        }
        for (name, _) in &self.texts {
            records.place_of(name)?;
        }
        let is_text = |name: &String| self.texts.iter().any(|(text, _)| text == name);
        let (texts, numbers): (Vec<usize>, Vec<usize>) = places
            .iter()
            .partition(|&&place| is_text(&records.columns[place]));
        self.check_numbers(&records, &numbers)?;
        self.check_texts(&records, &texts)?;

        let mut columns = Columns::new();
        let mut categories = Vec::new();
        for place in places {
            let name = &records.columns[place];
            match self.texts.iter().find(|(text, _)| text == name) {
                None => columns.push((name.clone(), self.filled(&records, place)?)),
                Some((_, Texts::Categories)) => {
                    let (texts, numbers) = records.categories(place);
                    categories.push((name.clone(), texts));
                    columns.push((name.clone(), numbers));
                }
                Some((_, Texts::OneHot)) => columns.extend(records.one_hot(place)),
            }
        }
        let (names, columns): (Vec<String>, Vec<Vec<f64>>) = columns.into_iter().unzip();
        records.check_names(&names)?;
        let row = |i: usize| columns.iter().map(|column| column[i]).collect();
        Ok(Table {
            rows: (0..records.rows.len()).map(row).collect(),
            columns: names,
            file: records.file,
            lines: records.lines,
            categories,
        })
    }

    /// Fails at the first field that is neither a finite number nor missing where that is allowed.
    fn check_numbers(&self, records: &Records, places: &[usize]) -> Result<(), CsvError> {
        for (row, &line) in records.rows.iter().zip(&records.lines) {
            for &place in places {
                let field = &row[place];
                if self.missing.contains(field) {
                    if self.fill.is_none() {
                        return Err(CsvError::Missing {
                            file: records.file.clone(),
                            line,
                            column: place + 1,
                            name: records.columns[place].clone(),
                        });
                    }
                    continue;
                }
                let expected = match field.parse::<f64>() {
                    Ok(number) if number.is_finite() => continue,
                    Ok(_) => "finite number",
                    Err(_) => "number",
                };
                return Err(CsvError::Field {
                    file: records.file.clone(),
                    line,
                    column: place + 1,
                    name: records.columns[place].clone(),
                    text: field.clone(),
                    expected,
                });
            }
        }
        Ok(())
    }

    /// A column of numbers, those that are missing filled in.
    /// Texts that cannot be read would be taken for each other, and those that are missing for a category.
    fn check_texts(&self, records: &Records, places: &[usize]) -> Result<(), CsvError> {
        for (row, &line) in records.rows.iter().zip(&records.lines) {
            for &place in places {
                let text = &row[place];
                let is_garbled = text.contains(char::REPLACEMENT_CHARACTER);
                let is_missing = self.fill.is_none() && self.missing.contains(text);
                let (file, name, column) = (&records.file, &records.columns[place], place + 1);
                if is_garbled {
                    return Err(CsvError::Field {
                        file: file.clone(),
                        line,
                        column,
                        name: name.clone(),
                        text: text.clone(),
                        expected: "text in UTF-8",
                    });
                }
                if is_missing {
                    return Err(CsvError::MissingText {
                        file: file.clone(),
                        line,
                        column,
                        name: name.clone(),
                    });
                }
            }
        }
        Ok(())
    }

    fn filled(&self, records: &Records, place: usize) -> Result<Vec<f64>, CsvError> {
        let number = |row: &Vec<String>| {
            let field = &row[place];
            let is_missing = self.missing.contains(field);
            (!is_missing).then(|| field.parse::<f64>().ok()).flatten()
        };
        let numbers: Vec<Option<f64>> = records.rows.iter().map(number).collect();
        let known: Vec<f64> = numbers.iter().copied().flatten().collect();
        let fill = match self.fill {
            Some(Fill::Number(number)) => number,
            _ if known.len() == numbers.len() => 0.0, // There is nothing to fill.
            _ if known.is_empty() => {
                return Err(CsvError::NoNumbers {
                    file: records.file.clone(),
                    column: place + 1,
                    name: records.columns[place].clone(),
                });
            }
            _ => {
                let count = super::super::number(known.len());
                known.iter().map(|number| number / count).sum()
            }
        };
        let filled = numbers.into_iter().map(|number| number.unwrap_or(fill));
        Ok(filled.collect())
    }
}

impl Records {
    fn place_of(&self, name: &str) -> Result<usize, CsvError> {
        let found = self.columns.iter().position(|column| column == name);
        found.ok_or_else(|| CsvError::NoColumn {
            file: self.file.clone(),
            name: name.to_owned(),
            columns: self.columns.clone(),
        })
    }

    /// The different texts of a column in their order, and for each row the place of its own.
    fn categories(&self, place: usize) -> (Vec<String>, Vec<f64>) {
        let texts: BTreeSet<&String> = self.rows.iter().map(|row| &row[place]).collect();
        let texts: Vec<String> = texts.into_iter().cloned().collect();
        let number = |row: &Vec<String>| {
            let category = texts.binary_search(&row[place]);
            super::super::number(category.expect("all texts are in the list"))
        };
        let numbers = self.rows.iter().map(number).collect();
        (texts, numbers)
    }

    fn one_hot(&self, place: usize) -> Columns {
        let (texts, _) = self.categories(place);
        let name = &self.columns[place];
        let column = |text: &String| {
            let has = |row: &Vec<String>| f64::from(row[place] == *text);
            let numbers = self.rows.iter().map(has).collect();
            (format!("{name}_{text}"), numbers)
        };
        texts.iter().map(column).collect()
    }
}
