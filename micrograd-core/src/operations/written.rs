//! An operation as it is written: `a + b`, `-x`, `ln(x)`.

use super::Op;

/// What an operation is called, or the function of a call: `ln`, `loss(…)`.
pub(crate) fn operation_name(op: Op, call: Option<&str>) -> String {
    call.map_or(op.name().to_owned(), |function| format!("{function}(…)"))
}

/// The operation, or the call of a function, on `operands`, one text for each.
pub(crate) fn as_written(op: Op, call: Option<&str>, operands: &[String]) -> String {
    let is_sign = op.symbol().chars().all(|c| c.is_ascii_punctuation());
    match operands {
        [x] if is_sign => format!("{}{x}", op.symbol()),
        [a, b] if is_sign => format!("{a} {} {b}", op.symbol()),
        _ => format!("{}({})", call.unwrap_or(op.name()), operands.join(", ")),
    }
}
