//! The line of source code that a report shows, and what of it to underline.

use crate::source::Source;
use std::path::{Path, PathBuf};

/// A line with a part that is marked; columns count characters from 0.
#[derive(Debug, PartialEq)]
pub(super) struct SourceLine {
    pub(super) text: String,
    /// The whole expression, which is underlined.
    pub(super) expression: std::ops::Range<usize>,
    /// The operator or the method's name in it, which gets the carets.
    pub(super) operator: std::ops::Range<usize>,
}

impl SourceLine {
    /// The line from the file, if that can be read and still says so; else the expression alone.
    pub(super) fn of(source: &Source, symbol: &str) -> Option<Self> {
        let from_file = read(source.file(), source.line())
            .and_then(|line| mark(&line, source.column(), source.text(), symbol));
        from_file.or_else(|| {
            let text = source
                .text()?
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            let all = 0..text.chars().count();
            Some(SourceLine {
                text,
                expression: all.clone(),
                operator: all,
            })
        })
    }
}

/// `None` if the line cannot be the one that was compiled.
fn mark(line: &str, column: u32, expression: Option<&str>, symbol: &str) -> Option<SourceLine> {
    let chars: Vec<char> = line
        .trim_end()
        .chars()
        .map(|c| if c == '\t' { ' ' } else { c })
        .collect();
    let start = usize::try_from(column).ok()?.checked_sub(1)?;
    let first = *chars.get(start)?;
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let length = if is_word(first) {
        chars[start..].iter().take_while(|&&c| is_word(c)).count()
    } else {
        symbol.chars().count().clamp(1, chars.len() - start)
    };
    let operator = start..start + length;
    // An expression over several lines is marked at its operator only.
    let mut whole = operator.clone();
    if let Some(expression) = expression
        && !expression.contains('\n')
    {
        let expression: Vec<char> = expression.chars().collect();
        let first = (start + 1).saturating_sub(expression.len());
        let found = (first..=start).find(|&at| chars[at..].starts_with(&expression))?;
        whole = found..(found + expression.len()).max(operator.end);
    }
    Some(SourceLine {
        text: chars.into_iter().collect(),
        expression: whole,
        operator,
    })
}

fn read(file: &str, line: u32) -> Option<String> {
    let index = usize::try_from(line).ok()?.checked_sub(1)?;
    let text = candidates(file).find_map(|path| std::fs::read_to_string(path).ok())?;
    text.lines().nth(index).map(str::to_owned)
}

/// The compiler names files relative to where it was started, most often the root of the workspace.
/// The program runs there, in its own package, or elsewhere; then its own file most often lies below that root.
fn candidates(file: &str) -> impl Iterator<Item = PathBuf> + '_ {
    let working = std::env::current_dir().ok();
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let program = std::env::current_exe().ok();
    let folders = [working, package, program].into_iter().flatten();
    let above =
        folders.flat_map(|folder| folder.ancestors().map(Path::to_owned).collect::<Vec<_>>());
    above.map(move |folder| folder.join(file))
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn the_expression_around_the_operator_is_underlined() {
        let line = "\tlet y = (a - b).ln() + (a - b).ln();";
        let marked = mark(line, 33, Some("(a - b).ln()"), "ln").unwrap();
        assert_eq!(marked.expression, 24..36);
        assert_eq!(marked.operator, 32..34);
        let marked = mark("let p = x ** 3;", 11, Some("x ** 3"), "**").unwrap();
        assert_eq!((marked.expression, marked.operator), (8..14, 10..12));
    }

    #[test]
    fn a_line_that_has_changed_is_not_shown() {
        assert_eq!(mark("let y = 1;", 9, Some("a / b"), "/"), None);
        assert_eq!(mark("", 9, None, "/"), None);
    }
}
