//! The records of a run, in a file beside its checkpoint: each epoch appends its own.

use crate::Record;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

const MAGIC: &[u8; 24] = b"micrograd-nn history 1\r\n";
const RECORD: usize = 48;

/// How much of a history its file holds, and a hash of that.
#[derive(Clone, Copy)]
pub(in super::super) struct Written {
    pub(super) records: usize,
    pub(super) hash: u64,
}

impl Default for Written {
    fn default() -> Self {
        Written {
            records: 0,
            hash: 0xcbf2_9ce4_8422_2325,
        }
    }
}

impl Written {
    /// The hash of Fowler, Noll and Vo, FNV-1a, carried on.
    fn push(&mut self, record: &[u8]) {
        self.records += 1;
        for &byte in record {
            self.hash = (self.hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn bytes(self) -> u64 {
        (MAGIC.len() + self.records * RECORD) as u64
    }
}

/// `run.checkpoint.history` for `run.checkpoint`.
pub(super) fn beside(checkpoint: &Path) -> PathBuf {
    let mut name = checkpoint.as_os_str().to_owned();
    name.push(".history");
    PathBuf::from(name)
}

/// Appends what is not written yet, flushed to the disk. What an epoch that was cut off has left behind
/// is removed.
pub(super) fn append(file: &Path, written: Written, records: &[Record]) -> io::Result<Written> {
    let mut opened = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(file)?;
    let length = opened.metadata()?.len();
    let mut written = written;
    if written.records == 0 || length < written.bytes() {
        expect_ours(file)?;
    }
    // Without what was written before, all of it is written again. What a checkpoint may count on is
    // never taken back.
    if length < written.bytes() {
        written = Written::default();
        opened.set_len(0)?;
        opened.write_all(MAGIC)?;
    }
    opened.set_len(written.bytes())?;
    opened.seek(SeekFrom::End(0))?;
    let mut bytes = Vec::new();
    for record in &records[written.records..] {
        let encoded = encode(record);
        written.push(&encoded);
        bytes.extend(encoded);
    }
    opened.write_all(&bytes)?;
    opened.sync_data()?;
    Ok(written)
}

/// Fails if the file is a user's own, and not a history or the beginning of one.
fn expect_ours(file: &Path) -> io::Result<()> {
    let bytes = fs::read(file)?;
    if bytes.starts_with(MAGIC) || MAGIC.starts_with(&bytes) {
        Ok(())
    } else {
        let reason = "the file is in the way: it is no history of a run";
        Err(io::Error::new(ErrorKind::AlreadyExists, reason))
    }
}

/// The first records, so many and with this hash.
pub(super) fn read(file: &Path, expected: Written) -> io::Result<Vec<Record>> {
    let wrong = |reason| io::Error::new(ErrorKind::InvalidData, reason);
    let bytes = fs::read(file)?;
    let records = bytes
        .strip_prefix(MAGIC)
        .ok_or_else(|| wrong("it is no history of a run"))?;
    let (records, _) = records.as_chunks::<RECORD>();
    let records = records
        .get(..expected.records)
        .ok_or_else(|| wrong("it has fewer epochs than the checkpoint"))?;
    let mut found = Written::default();
    for record in records {
        found.push(record);
    }
    if found.hash != expected.hash {
        return Err(wrong("it belongs to another checkpoint, or is damaged"));
    }
    Ok(records.iter().map(decode).collect())
}

fn encode(record: &Record) -> [u8; RECORD] {
    let numbers = [
        record.epoch,
        record.steps,
        record.loss.to_bits(),
        record.lr.to_bits(),
        u64::from(record.metric.is_some()),
        record.metric.unwrap_or(0.0).to_bits(),
    ];
    let mut bytes = [0; RECORD];
    for (place, number) in bytes.as_chunks_mut().0.iter_mut().zip(numbers) {
        *place = number.to_le_bytes();
    }
    bytes
}

fn decode(bytes: &[u8; RECORD]) -> Record {
    let mut numbers = [0; 6];
    for (number, place) in numbers.iter_mut().zip(bytes.as_chunks().0) {
        *number = u64::from_le_bytes(*place);
    }
    let [epoch, steps, loss, lr, has_metric, metric] = numbers;
    Record {
        epoch,
        steps,
        loss: f64::from_bits(loss),
        lr: f64::from_bits(lr),
        metric: (has_metric == 1).then(|| f64::from_bits(metric)),
    }
}
