//! The GradBench tool, run as GradBench runs it: lines in, lines out.

use crate::programs::program;
use serde_json::Value as Json;
use std::io::Write;
use std::process::{Output, Stdio};

#[allow(dead_code)] // One of two tests calls it.
/// The replies to lines of standard input.
pub(crate) fn replies(lines: &[u8]) -> Vec<Json> {
    replies_with(&[], lines)
}

/// The same of a tool that was started with arguments.
pub(crate) fn replies_with(arguments: &[&str], lines: &[u8]) -> Vec<Json> {
    let output = run(arguments, lines);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "gradbench failed:\n{errors}");
    let output = String::from_utf8(output.stdout).expect("replies are UTF-8");
    let replies = output.lines().map(serde_json::from_str);
    replies.collect::<Result<_, _>>().expect("replies are JSON")
}

/// What `gradbench` writes, started with arguments.
pub(crate) fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = program("gradbench")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("it has an input");
    // Replies that nobody reads yet must not block the lines that ask for them.
    let lines = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&lines));
    let output = child.wait_with_output().expect("gradbench ends");
    // A run that reads no lines may end first.
    let _ = writer.join().expect("the writer does not panic");
    output
}
