//! Features of mean 0 and deviation 1.

use super::{Dataset, number};

/// z = (x − μ)/σ in each column, with the means μ and the deviations σ of the rows that it was
/// fitted to.
///
/// Fit it to the training part, and apply it to every part: it remembers its statistics, which can
/// be stored with the model. σ = √((1/n)·Σᵢ (xᵢ − μ)²). A column that is constant up to rounding,
/// σ² ≤ nεσ² + (nμε)² with ε = 2⁻⁵², has σ = 1, so that it becomes 0 and not NaN or noise.
/// scikit-learn's `StandardScaler`.
///
/// ```
/// use micrograd_nn::data::Standardizer;
///
/// let standardizer = Standardizer::fit(&[[1.0, 7.0], [3.0, 7.0]]);
/// assert_eq!(standardizer.means(), [2.0, 7.0]);
/// assert_eq!(standardizer.deviations(), [1.0, 1.0]);
/// assert_eq!(standardizer.apply_to_row(&[4.0, 8.0]), [2.0, 1.0]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Standardizer {
    means: Vec<f64>,
    deviations: Vec<f64>,
}

impl Standardizer {
    /// The statistics of these rows.
    ///
    /// # Panics
    ///
    /// If there are no rows, they differ in length, or a number is not finite.
    ///
    /// ```
    /// # use micrograd_nn::data::Standardizer;
    /// assert_eq!(Standardizer::fit(&[[1.0], [5.0]]).deviations(), [2.0]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn fit(rows: &[impl AsRef<[f64]>]) -> Self {
        assert!(!rows.is_empty(), "the mean of 0 rows is undefined");
        let columns = rows[0].as_ref().len();
        for (i, row) in rows.iter().enumerate() {
            let row = row.as_ref();
            assert!(
                row.len() == columns,
                "row {i} has {} features, and row 0 has {columns}",
                row.len()
            );
            if let Some(column) = row.iter().position(|x| !x.is_finite()) {
                panic!("feature {column} of row {i} is {:?}", row[column]);
            }
        }
        let (mut means, mut deviations) = (Vec::new(), Vec::new());
        for column in 0..columns {
            let numbers = || rows.iter().map(|row| row.as_ref()[column]);
            let first = rows[0].as_ref()[column];
            // Summing equal numbers may round, and the smallest deviation would be blown up.
            if numbers().all(|x| x == first) {
                means.push(first);
                deviations.push(1.0);
                continue;
            }
            let (mean, deviation) = mean_and_deviation(numbers(), number(rows.len()));
            means.push(mean);
            deviations.push(deviation);
        }
        Standardizer { means, deviations }
    }

    /// One that remembers these statistics, as read from a file.
    ///
    /// # Panics
    ///
    /// If there are not as many deviations as means, a number is not finite, or a deviation is not
    /// above 0.
    ///
    /// ```
    /// # use micrograd_nn::data::Standardizer;
    /// let fitted = Standardizer::fit(&[[1.0], [5.0]]);
    /// assert_eq!(Standardizer::from_statistics(vec![3.0], vec![2.0]), fitted);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn from_statistics(means: Vec<f64>, deviations: Vec<f64>) -> Self {
        assert!(
            means.len() == deviations.len(),
            "{} means were given with {} deviations",
            means.len(),
            deviations.len()
        );
        for (column, (mean, deviation)) in means.iter().zip(&deviations).enumerate() {
            assert!(
                mean.is_finite() && *deviation > 0.0 && deviation.is_finite(),
                "column {column} has the mean {mean:?} and the deviation {deviation:?}; they must \
                 be finite, and the deviation above 0"
            );
        }
        Standardizer { means, deviations }
    }

    /// The mean of each column, μ.
    ///
    /// ```
    /// # use micrograd_nn::data::Standardizer;
    /// assert_eq!(Standardizer::fit(&[[1.0], [5.0]]).means(), [3.0]);
    /// ```
    #[must_use]
    pub fn means(&self) -> &[f64] {
        &self.means
    }

    /// The deviation of each column, σ; 1 for a constant one.
    ///
    /// ```
    /// # use micrograd_nn::data::Standardizer;
    /// assert_eq!(Standardizer::fit(&[[1.0], [5.0]]).deviations(), [2.0]);
    /// ```
    #[must_use]
    pub fn deviations(&self) -> &[f64] {
        &self.deviations
    }

    /// (x − μ)/σ for one row.
    ///
    /// # Panics
    ///
    /// If the row is not as long as those that it was fitted to.
    ///
    /// ```
    /// # use micrograd_nn::data::Standardizer;
    /// assert_eq!(Standardizer::fit(&[[1.0], [5.0]]).apply_to_row(&[7.0]), [2.0]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn apply_to_row(&self, row: &[f64]) -> Vec<f64> {
        assert!(
            row.len() == self.means.len(),
            "a standardizer of {} features was given {}",
            self.means.len(),
            row.len()
        );
        let statistics = self.means.iter().zip(&self.deviations);
        row.iter()
            .zip(statistics)
            .map(|(x, (mean, deviation))| {
                let difference = x - mean;
                if difference.is_finite() {
                    difference / deviation
                } else {
                    x / deviation - mean / deviation
                }
            })
            .collect()
    }

    /// σz + μ for one row: what [`apply_to_row`](Standardizer::apply_to_row) was given, up to rounding.
    /// scikit-learn's `inverse_transform`.
    ///
    /// # Panics
    ///
    /// If the row is not as long as those that it was fitted to.
    ///
    /// ```
    /// # use micrograd_nn::data::Standardizer;
    /// let standardizer = Standardizer::fit(&[[1.0], [5.0]]);
    /// assert_eq!(standardizer.invert_row(&[2.0]), [7.0]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn invert_row(&self, row: &[f64]) -> Vec<f64> {
        assert!(
            row.len() == self.means.len(),
            "a standardizer of {} features was given {}",
            self.means.len(),
            row.len()
        );
        let statistics = self.means.iter().zip(&self.deviations);
        row.iter()
            .zip(statistics)
            .map(|(z, (mean, deviation))| z * deviation + mean)
            .collect()
    }

    /// (x − μ)/σ for every row of a data set; the labels or targets stay.
    ///
    /// # Panics
    ///
    /// If the rows are not as long as those that it was fitted to.
    ///
    /// ```
    /// # use micrograd_nn::data::{Dataset, Standardizer};
    /// let data = Dataset::new(vec![vec![1.0], vec![5.0]], vec![0, 1]);
    /// assert_eq!(Standardizer::fit(data.rows()).apply(&data).rows(), [[-1.0], [1.0]]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn apply<T: Copy>(&self, data: &Dataset<T>) -> Dataset<T> {
        let mut standardized = data.clone();
        for row in standardized.rows_mut() {
            *row = self.apply_to_row(row);
        }
        standardized
    }
}

/// μ and σ of n finite numbers, or 1 for σ if they are the same up to rounding.
fn mean_and_deviation(numbers: impl Iterator<Item = f64> + Clone, n: f64) -> (f64, f64) {
    let largest = numbers
        .clone()
        .fold(0.0, |largest: f64, x| largest.max(x.abs()));
    // In units of a power of 2 no digit changes, and neither sums nor squares overflow or vanish.
    let exponent = libm::ilogb(largest);
    let unit = |x: f64| libm::scalbn(x, -exponent);
    let mean = numbers.clone().map(unit).sum::<f64>() / n;
    let squares = numbers.map(|x| (unit(x) - mean) * (unit(x) - mean));
    let variance = squares.sum::<f64>() / n;
    // What rounding alone can make of equal numbers, as in scikit-learn.
    let rounding = n * mean * f64::EPSILON;
    let is_constant = variance <= n * f64::EPSILON * variance + rounding * rounding;
    let deviation = libm::scalbn(variance.sqrt(), exponent);
    let mean = libm::scalbn(mean, exponent);
    // The half of the smallest number is 0.
    let has_deviation = deviation > 0.0 && !is_constant;
    (mean, if has_deviation { deviation } else { 1.0 })
}
