//! The checks that inputs have in common.

use crate::evaluation::EvaluationError;
use std::fmt::Display;

pub(crate) fn unfit(field: impl Into<String>, problem: impl Into<String>) -> EvaluationError {
    EvaluationError::Unfit {
        field: field.into(),
        problem: problem.into(),
    }
}

/// `expected` numbers in a list; `because` says where the number comes from.
pub(crate) fn check_len<T>(
    field: impl Into<String>,
    list: &[T],
    expected: usize,
    because: impl Display,
) -> Result<(), EvaluationError> {
    if list.len() == expected {
        Ok(())
    } else {
        let len = list.len();
        Err(unfit(
            field,
            format!("has length {len}, expected {expected}, {because}"),
        ))
    }
}

/// `rows` rows of `columns` numbers.
pub(crate) fn check_matrix<T>(
    field: &str,
    matrix: &[Vec<T>],
    (rows, why_rows): (usize, &str),
    (columns, why_columns): (usize, &str),
) -> Result<(), EvaluationError> {
    check_len(field, matrix, rows, why_rows)?;
    check_rows(field, matrix, columns, why_columns)
}

/// `columns` numbers in every row.
pub(crate) fn check_rows<T>(
    field: &str,
    matrix: &[Vec<T>],
    columns: usize,
    because: &str,
) -> Result<(), EvaluationError> {
    for (i, row) in matrix.iter().enumerate() {
        check_len(format!("{field}[{i}]"), row, columns, because)?;
    }
    Ok(())
}

/// At least one element.
pub(crate) fn check_not_empty<T>(field: &str, list: &[T]) -> Result<(), EvaluationError> {
    if list.is_empty() {
        Err(unfit(field, "is empty"))
    } else {
        Ok(())
    }
}
