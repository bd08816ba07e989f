//! What a format string asks for: precision and sign of the numbers, width and alignment of the whole text.

use std::fmt::{self, Alignment, Formatter, Write};

/// A number, or an array of numbers, as `{:?}` has it, with the precision and the sign that are asked for.
pub(crate) fn debug_text(number: &impl fmt::Debug, f: &Formatter<'_>) -> String {
    match (f.sign_plus(), f.precision()) {
        (false, None) => format!("{number:?}"),
        (true, None) => format!("{number:+?}"),
        (false, Some(digits)) => format!("{number:.digits$?}"),
        (true, Some(digits)) => format!("{number:+.digits$?}"),
    }
}

/// A number as `{}` has it, with the precision and the sign that are asked for.
pub(crate) fn display_text(number: f64, f: &Formatter<'_>) -> String {
    match (f.sign_plus(), f.precision()) {
        (false, None) => format!("{number}"),
        (true, None) => format!("{number:+}"),
        (false, Some(digits)) => format!("{number:.digits$}"),
        (true, Some(digits)) => format!("{number:+.digits$}"),
    }
}

/// Writes a text in the width that is asked for, on the left unless something else is; `Formatter::pad` would cut it off at
/// the precision.
pub(crate) fn pad(f: &mut Formatter<'_>, text: &str) -> fmt::Result {
    let missing = f.width().unwrap_or(0).saturating_sub(text.chars().count());
    let before = match f.align() {
        Some(Alignment::Left) | None => 0,
        Some(Alignment::Center) => missing / 2,
        Some(Alignment::Right) => missing,
    };
    let fill = f.fill();
    (0..before).try_for_each(|_| f.write_char(fill))?;
    f.write_str(text)?;
    (before..missing).try_for_each(|_| f.write_char(fill))
}
