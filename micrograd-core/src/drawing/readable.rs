//! Makes any text fit for a drawing.

/// The widest text in a box.
const WIDEST: usize = 40;

/// One line without control characters, not wider than a box.
pub(super) fn short(text: &str) -> String {
    let line: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    let line = printable(line.trim());
    if line.chars().count() <= WIDEST {
        return line;
    }
    let mut short: String = line.chars().take(WIDEST - 1).collect();
    short.push('…');
    short
}

/// As [`short`], but a path loses its beginning.
pub(super) fn short_path(path: &str) -> String {
    let path = printable(path);
    let length = path.chars().count();
    if length <= WIDEST {
        return path;
    }
    let end: String = path.chars().skip(length - (WIDEST - 1)).collect();
    // From the next folder on, if there is one.
    match end.find(['/', '\\']) {
        Some(start) => format!("…{}", &end[start..]),
        None => format!("…{end}"),
    }
}

/// Lines of text without the characters that formats forbid or that turn the text around.
pub(super) fn printable(text: &str) -> String {
    let fit = |c: char| match c {
        '\n' => '\n',
        '\t' => ' ',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}' => {
            char::REPLACEMENT_CHARACTER
        }
        c if c.is_control() => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    text.replace("\r\n", "\n").chars().map(fit).collect()
}

#[cfg(test)]
mod tests {
    use super::{short, short_path};

    #[test]
    fn long_names_end_in_an_ellipsis_and_long_paths_begin_with_one() {
        assert_eq!(short("w\n\t1\0"), "w  1\u{fffd}");
        assert_eq!(short(&"ü".repeat(1000)), format!("{}…", "ü".repeat(39)));
        let path = "/home/somebody/projects/network/src/neuron.rs:88";
        assert_eq!(short_path(path), "…/projects/network/src/neuron.rs:88");
        assert_eq!(short_path(&"x".repeat(50)), format!("…{}", "x".repeat(39)));
    }
}
