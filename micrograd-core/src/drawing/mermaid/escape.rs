//! Escapes text for Mermaid.

use std::fmt::Write;

/// Text for a quoted label, which is read as Markdown and then as HTML: what has a meaning there
/// becomes a numbered entity.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let next_is_text = rest.peek().is_some_and(|next| next.is_alphanumeric());
        let has_a_meaning = match c {
            '"' | '#' | ';' | '&' | '<' | '>' | '\\' | '`' | '*' | '_' | '~' | '$' | '[' | ']' => {
                true
            }
            // A list begins so.
            '-' | '+' | '.' | ')' => !next_is_text,
            _ => false,
        };
        match c {
            '\n' => escaped.push(' '),
            _ if has_a_meaning => {
                let _ = write!(escaped, "#{};", u32::from(c));
            }
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn quotes_markup_and_entities_become_numbers() {
        assert_eq!(escaped("a\"<b>\n#x;"), "a#34;#60;b#62; #35;x#59;");
        assert_eq!(escaped("größer -2.5"), "größer -2.5");
        assert_eq!(escaped("-"), "#45;");
        assert_eq!(escaped("1. x"), "1#46; x");
    }
}
