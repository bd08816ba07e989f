//! JSON inside a page.

use std::fmt::Write;

/// A string; nothing in it can end the script element that it stands in.
pub(super) fn string(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    json.push('"');
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                let _ = write!(json, "\\u{:04x}", u32::from(c));
            }
            _ => json.push(c),
        }
    }
    json.push('"');
    json
}

/// `[…]`
pub(super) fn array(items: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", items.into_iter().collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests {
    use super::string;

    #[test]
    fn no_name_ends_the_script() {
        assert_eq!(
            string("</script>\n\\\""),
            r#""\u003c/script\u003e\u000a\\\"""#
        );
    }
}
