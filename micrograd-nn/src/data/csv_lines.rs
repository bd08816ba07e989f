//! The line of a CSV file on which a record begins.

use csv::{ByteRecord, Position};

/// Counts lines, because the reader counts the empty lines before a record to the record.
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    /// How far lines have been counted.
    at: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        Lines {
            bytes,
            at: 0,
            line: 1,
        }
    }

    /// The line on which the text of a record begins; records must come in order.
    pub(super) fn line_of(&mut self, record: &ByteRecord) -> u64 {
        let start = record.position().map_or(0, Position::byte);
        while let Some(&byte) = self.bytes.get(self.at) {
            if self.at as u64 >= start && !matches!(byte, b'\r' | b'\n') {
                break;
            }
            // Lines end with \n, \r\n or, in old files, \r.
            let next = self.bytes.get(self.at + 1);
            let ends = byte == b'\n' || (byte == b'\r' && next != Some(&b'\n'));
            self.line += u64::from(ends);
            self.at += 1;
        }
        self.line
    }
}
