//! The table: nanoseconds once, ratios beside them.

use crate::gradient::{COLUMNS, GRAD};
use crate::problem::Problem;
use comfy_table::{CellAlignment, Table, presets};

#[derive(Default)]
pub(crate) struct Report {
    rows: Vec<Row>,
}

struct Row {
    name: &'static str,
    operations: usize,
    /// Nanoseconds per operation with `grad!`.
    grad: f64,
    /// Times as multiples of that, in the order of the columns.
    ratios: Vec<Option<f64>>,
}

impl Report {
    /// `times` are those of the problem's variants, in their order.
    #[expect(clippy::cast_precision_loss)] // No problem has 2⁵³ operations.
    pub(crate) fn add(&mut self, problem: &Problem, times: &[f64]) {
        let time = |column| {
            let index = problem
                .variants
                .iter()
                .position(|(name, _)| *name == column)?;
            Some(times[index])
        };
        let grad = time(GRAD).expect("every problem is written with grad!");
        self.rows.push(Row {
            name: problem.name,
            operations: problem.operations,
            grad: grad / problem.operations as f64,
            ratios: COLUMNS
                .iter()
                .map(|&column| Some(time(column)? / grad))
                .collect(),
        });
    }

    pub(crate) fn table(&self, markdown: bool) -> Table {
        let mut table = Table::new();
        table.load_style(if markdown {
            presets::ASCII_MARKDOWN
        } else {
            presets::NOTHING
        });
        let shown: Vec<usize> = (0..COLUMNS.len())
            .filter(|&column| self.rows.iter().any(|row| row.ratios[column].is_some()))
            .collect();

        let mut header = vec![
            "problem".to_owned(),
            "operations".to_owned(),
            "ns/op".to_owned(),
        ];
        header.extend(shown.iter().map(|&column| COLUMNS[column].to_owned()));
        table.set_header(header);
        for row in &self.rows {
            let mut cells = vec![
                row.name.to_owned(),
                row.operations.to_string(),
                format!("{:.2}", row.grad),
            ];
            cells.extend(shown.iter().map(|&column| ratio(row.ratios[column])));
            table.add_row(cells);
        }
        let mut means = vec!["geometric mean".to_owned(), String::new(), String::new()];
        means.extend(
            shown
                .iter()
                .map(|&column| ratio(self.geometric_mean(column))),
        );
        table.add_row(means);
        for column in table.column_iter_mut().skip(1) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        table
    }

    /// Only of columns in which no row is empty: others would not be comparable.
    #[expect(clippy::cast_precision_loss)] // There are ten rows.
    fn geometric_mean(&self, column: usize) -> Option<f64> {
        let logarithms = self.rows.iter().map(|row| row.ratios[column].map(f64::ln));
        let sum: Option<f64> = logarithms.sum();
        sum.map(|sum| (sum / self.rows.len() as f64).exp())
    }
}

fn ratio(ratio: Option<f64>) -> String {
    match ratio {
        Some(ratio) if ratio < 0.1 => format!("{ratio:.3}"),
        Some(ratio) => format!("{ratio:.2}"),
        None => String::new(),
    }
}
