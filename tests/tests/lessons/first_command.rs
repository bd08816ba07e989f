//! The first command of the README compiles what the lesson needs and nothing else.

use std::collections::BTreeSet;
use std::process::Command;

#[test]
fn the_first_lesson_needs_few_crates() {
    let crates = tree(&["--package", "micrograd-lessons", "--format", "{p}"]);
    assert!(crates.len() <= 15, "{}: {crates:#?}", crates.len());
}

/// Cargo adds up the features of all packages that it may run examples of.
#[test]
fn no_lesson_turns_on_a_feature_of_core_for_the_others() {
    let crates = tree(&["--format", "{lib} [{f}]"]);
    let core: Vec<&String> = crates
        .iter()
        .filter(|line| line.starts_with("micrograd_core "))
        .collect();
    assert_eq!(core, ["micrograd_core []"]);
}

/// The lines of `cargo tree` in the root of the workspace, each once.
fn tree(arguments: &[&str]) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--quiet", "--prefix", "none"])
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .output()
        .expect("cargo runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo tree failed:\n{errors}");
    let text = String::from_utf8(output.stdout).expect("the output is UTF-8");
    let lines = text.lines().map(|line| line.trim_end_matches(" (*)"));
    lines
        .filter(|line| !line.is_empty())
        .map(String::from)
        .collect()
}
