//! Escapes text for Graphviz.

/// Text for a quoted string that is a label or a tooltip: there a backslash begins an escape, and
/// an ampersand an HTML entity.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '&' => escaped.push_str("&amp;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Text for a cell of a record, where braces, bars and angle brackets have a meaning too.
pub(super) fn escaped_in_record(text: &str) -> String {
    let mut in_record = String::with_capacity(text.len());
    for c in escaped(text).chars() {
        if matches!(c, '{' | '}' | '|' | '<' | '>') {
            in_record.push('\\');
        }
        in_record.push(c);
    }
    in_record
}

#[cfg(test)]
mod tests {
    use super::{escaped, escaped_in_record};

    #[test]
    fn nothing_is_left_for_graphviz_to_interpret() {
        assert_eq!(escaped("a\"b\\N\n&lt;"), "a\\\"b\\\\N\\n&amp;lt;");
        assert_eq!(escaped_in_record("{x|<y>}\\"), "\\{x\\|\\<y\\>\\}\\\\");
    }
}
