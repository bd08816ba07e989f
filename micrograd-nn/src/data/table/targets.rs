//! A column of a table as a target for regression.

use super::super::{CsvError, Dataset};
use super::Table;

impl Table {
    /// The column `target` as the number to be predicted, and all others as features.
    ///
    /// # Errors
    ///
    /// If there is no column of that name.
    ///
    /// ```
    /// # use micrograd_nn::data::Table;
    /// let table = Table::from_reader("homes.csv", "rooms,price\n2,150.5\n4,233\n".as_bytes())?;
    /// let data = table.into_regression("price")?;
    /// assert_eq!(data.rows(), [[2.0], [4.0]]);
    /// assert_eq!(data.targets(), [150.5, 233.0]);
    /// # Ok::<(), micrograd_nn::data::CsvError>(())
    /// ```
    pub fn into_regression(self, target: &str) -> Result<Dataset<f64>, CsvError> {
        let column = self.index_of(target)?;
        let mut rows = self.rows;
        let targets = rows.iter_mut().map(|row| row.remove(column)).collect();
        Ok(Dataset::with_targets(rows, targets))
    }
}
