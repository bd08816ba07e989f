//! The programs of `examples`, built once for all tests. Their profile is that of `cargo run --release` with less optimisation, which
//! compiles in a third of the time.

use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::LazyLock;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// Runs a program from the root of the workspace.
pub(crate) fn program(name: &str) -> Command {
    static PROGRAMS: LazyLock<BTreeMap<String, PathBuf>> = LazyLock::new(build);
    let path = PROGRAMS
        .get(name)
        .unwrap_or_else(|| panic!("no program of examples is named {name}"));
    let mut command = Command::new(path);
    command.current_dir(ROOT);
    command
}

/// What a run of it that succeeds has written.
#[track_caller]
pub(crate) fn succeed(command: &mut Command) -> Output {
    let output = command.output().expect("the program starts");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?} failed:\n{errors}");
    output
}

/// The programs by their names.
fn build() -> BTreeMap<String, PathBuf> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args([
            "build",
            "--quiet",
            "--profile",
            "lessons",
            "--bins",
            "--examples",
        ])
        .args([
            "--package",
            "micrograd-lessons",
            "--package",
            "micrograd-lessons-nn",
        ])
        .args(["--package", "micrograd-gradbench"])
        // The page that draws pictures asks for core's feature, as its first lines say.
        .args([
            "--features",
            "micrograd-lessons-nn/svg",
            "--message-format",
            "json",
        ])
        .current_dir(ROOT);
    let output = succeed(&mut cargo);
    let messages = String::from_utf8(output.stdout).expect("cargo writes UTF-8");
    let messages = messages.lines().map(|line| {
        let message: Json = serde_json::from_str(line).expect("cargo writes JSON");
        let executable = message["executable"].as_str()?;
        let name = message["target"]["name"].as_str()?;
        Some((name.to_owned(), executable.into()))
    });
    messages.flatten().collect()
}
