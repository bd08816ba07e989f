//! Columns of a table as classes.

use super::super::{CsvError, Dataset};
use super::Table;
use std::collections::HashSet;

impl Table {
    /// The column `label` as labels, and all others as features.
    ///
    /// # Errors
    ///
    /// If there is no column of that name, or a number in it is not 0, 1, 2, …; or if the labels look
    /// like a target for regression: a third of the classes below the largest label does not occur, or
    /// there are more than ten, with less than two rows for each.
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
        let labels = self.labels(label, None)?;
        let classes = labels.iter().max().map_or(0, |largest| largest + 1);
        let occurring = labels.iter().collect::<HashSet<_>>().len();
        let has_gaps = occurring < classes - classes / 3;
        let has_few_rows = classes > 10 && labels.len() / 2 < classes;
        if has_gaps || has_few_rows {
            return Err(CsvError::ManyClasses {
                file: self.file.clone(),
                name: label.to_owned(),
                classes,
                occurring,
                rows: labels.len(),
            });
        }
        Ok(self.into_dataset_of(label, labels))
    }

    /// As [`into_dataset`](Table::into_dataset), where it is known that there are so many classes, however
    /// many of them occur.
    ///
    /// # Errors
    ///
    /// If there is no column of that name, or a number in it is not 0, 1, …, `classes` − 1.
    ///
    /// ```
    /// # use micrograd_nn::data::Table;
    /// let table = Table::from_reader("points.csv", "x,class\n1,0\n3,9\n".as_bytes())?;
    /// assert_eq!(table.into_dataset_of_classes("class", 10)?.labels(), [0, 9]);
    /// # Ok::<(), micrograd_nn::data::CsvError>(())
    /// ```
    pub fn into_dataset_of_classes(self, label: &str, classes: usize) -> Result<Dataset, CsvError> {
        let labels = self.labels(label, Some(classes))?;
        Ok(self.into_dataset_of(label, labels))
    }

    fn labels(&self, name: &str, classes: Option<usize>) -> Result<Vec<usize>, CsvError> {
        let column = self.index_of(name)?;
        let mut labels = Vec::with_capacity(self.rows.len());
        for (row, &line) in self.rows.iter().zip(&self.lines) {
            let number = row[column];
            let wrong = |expected| self.wrong(line, column, &format!("{number:?}"), expected);
            if number.fract() != 0.0 || !(0.0..=f64::from(u32::MAX)).contains(&number) {
                return Err(wrong("label (0, 1, 2, …)"));
            }
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Just checked.
            let label = number as usize;
            if classes.is_some_and(|classes| label >= classes) {
                return Err(wrong("label (0, 1, 2, …) below the number of classes"));
            }
            labels.push(label);
        }
        Ok(labels)
    }

    fn into_dataset_of(self, label: &str, labels: Vec<usize>) -> Dataset {
        let column = self.columns.iter().position(|column| column == label);
        let mut rows = self.rows;
        for row in &mut rows {
            row.remove(column.expect("the labels come from it"));
        }
        Dataset::new(rows, labels)
    }
}
