//! A model's tensors as a table.

use super::ParameterTensor;
use std::fmt::Write;

/// One line for each tensor, and the number of different parameters.
pub(super) fn of(tensors: &[ParameterTensor], parameters: usize) -> String {
    let mut rows = Vec::with_capacity(tensors.len());
    for tensor in tensors {
        rows.push([
            tensor.name().to_owned(),
            format!("{:?}", tensor.shape()),
            tensor.values().len().to_string(),
        ]);
    }
    let width = |column: usize| {
        let lengths = rows.iter().map(|row| row[column].chars().count());
        lengths.max().unwrap_or(0)
    };
    let [names, shapes, counts] = [width(0), width(1), width(2)];
    let mut table = String::new();
    for [name, shape, count] in &rows {
        let _ = writeln!(table, "{name:names$}  {shape:shapes$}  {count:>counts$}");
    }
    let plural = if parameters == 1 { "" } else { "s" };
    let _ = write!(table, "{parameters} parameter{plural}");
    table
}
