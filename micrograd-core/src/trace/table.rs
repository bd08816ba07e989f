//! Columns of text, as wide as they need to be.

use std::fmt;

pub(super) struct Table<const COLUMNS: usize> {
    rows: Vec<[String; COLUMNS]>,
    /// Which columns are flush right.
    right: [bool; COLUMNS],
}

/// A wider text is shortened.
const WIDEST: usize = 48;

impl<const COLUMNS: usize> Table<COLUMNS> {
    pub(super) fn new(titles: [&str; COLUMNS], right: [bool; COLUMNS]) -> Self {
        Table {
            rows: vec![titles.map(str::to_owned)],
            right,
        }
    }

    pub(super) fn add(&mut self, row: [String; COLUMNS]) {
        self.rows.push(row.map(|cell| one_line(&cell)));
    }
}

impl<const COLUMNS: usize> fmt::Display for Table<COLUMNS> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut widths = [0; COLUMNS];
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.chars().count());
            }
        }
        for row in &self.rows {
            let mut line = String::new();
            for ((cell, &width), &right) in row.iter().zip(&widths).zip(&self.right) {
                line.push_str("  ");
                let pad = " ".repeat(width - cell.chars().count());
                let (before, after) = if right {
                    (pad, String::new())
                } else {
                    (String::new(), pad)
                };
                line.extend([before.as_str(), cell, after.as_str()]);
            }
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

fn one_line(text: &str) -> String {
    let fit = |c: char| if c.is_control() { ' ' } else { c };
    let line: String = text.chars().map(fit).collect();
    if line.chars().count() <= WIDEST {
        return line;
    }
    line.chars().take(WIDEST - 1).chain(['…']).collect()
}
