//! An operation as it is written: `a + b`, `-x`, `ln(x)`.

use crate::operations::Op;

/// The operation on `operands`, one text for each.
pub(crate) fn expression(op: Op, operands: &[String]) -> String {
    let is_sign = op.symbol().chars().all(|c| c.is_ascii_punctuation());
    match operands {
        [x] if is_sign => format!("{}{x}", op.symbol()),
        [a, b] if is_sign => format!("{a} {} {b}", op.symbol()),
        _ => format!("{}({})", op.name(), operands.join(", ")),
    }
}
