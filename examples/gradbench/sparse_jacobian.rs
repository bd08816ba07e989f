//! A Jacobian of which few entries are not 0, row by row.

use serde::Serialize;

pub(crate) struct SparseJacobian {
    /// Where each row begins, and where the last one ends.
    rows: Vec<usize>,
    columns: Vec<usize>,
    values: Vec<f64>,
}

/// The first entries and the last one: what the protocol wants to see of a large matrix.
#[derive(Serialize)]
pub(crate) struct Excerpt {
    rows: Vec<usize>,
    #[serde(rename = "cols")]
    columns: Vec<usize>,
    #[serde(rename = "vals")]
    values: Vec<f64>,
}

impl SparseJacobian {
    pub(crate) fn with_capacity(rows: usize, entries: usize) -> Self {
        let mut begins = Vec::with_capacity(rows + 1);
        begins.push(0);
        SparseJacobian {
            rows: begins,
            columns: Vec::with_capacity(entries),
            values: Vec::with_capacity(entries),
        }
    }

    /// Takes all rows away, and keeps their room.
    pub(crate) fn clear(&mut self) {
        self.rows.truncate(1);
        self.columns.clear();
        self.values.clear();
    }

    pub(crate) fn push_row<const N: usize>(&mut self, columns: &[usize; N], values: &[f64; N]) {
        self.columns.extend_from_slice(columns);
        self.values.extend_from_slice(values);
        self.rows.push(self.values.len());
    }

    pub(crate) fn excerpt(&self) -> Excerpt {
        Excerpt {
            rows: ends(&self.rows),
            columns: ends(&self.columns),
            values: ends(&self.values),
        }
    }
}

fn ends<T: Copy>(list: &[T]) -> Vec<T> {
    let first = list.iter().take(30);
    first.chain(list.last()).copied().collect()
}
