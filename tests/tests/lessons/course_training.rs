//! The pages of the course that train keep what they promise, and draw their pictures.

use crate::programs::{program, succeed};
use std::fs;
use std::path::Path;

/// What a lesson prints; its files go to `folder`.
#[track_caller]
fn run(example: &str, folder: &Path) -> String {
    let output = succeed(program(example).arg(folder));
    let errors = String::from_utf8_lossy(&output.stderr);
    // Where there is no terminal, there are lines instead of a bar.
    assert!(
        !errors.contains('\r') && !errors.contains('\u{1b}'),
        "{errors}"
    );
    String::from_utf8(output.stdout).expect("the output is UTF-8")
}

/// The number in the last line, `test accuracy NN.N %`.
fn test_accuracy(output: &str) -> f64 {
    let last = output.lines().last().expect("it prints");
    let number = last
        .strip_prefix("test accuracy ")
        .and_then(|rest| rest.strip_suffix(" %"));
    number
        .and_then(|number| number.parse().ok())
        .unwrap_or_else(|| panic!("the last line: {last}"))
}

#[track_caller]
fn assert_pictures(folder: &Path, names: &[&str]) {
    for name in names {
        let svg = fs::read_to_string(folder.join(format!("{name}.svg"))).expect("an SVG");
        assert!(
            svg.starts_with("<svg") && svg.ends_with("</svg>\n"),
            "{name}.svg"
        );
        assert!(svg.contains("<text"), "{name}.svg has no text");
        let png = fs::read(folder.join(format!("{name}.png"))).expect("a PNG");
        assert!(
            png.starts_with(b"\x89PNG\r\n\x1a\n") && png.len() > 2000,
            "{name}.png"
        );
    }
}

#[test]
fn yin_yang_learns_three_classes_and_draws_their_regions() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let accuracy = test_accuracy(&run("05_yin_yang", folder.path()));
    assert!(accuracy >= 95.0, "{accuracy} %");
    assert_pictures(folder.path(), &["05_history", "05_regions"]);
}

#[test]
fn digits_are_read_with_at_least_95_percent_and_the_same_number_each_time() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let output = run("06_digits", folder.path());
    let accuracy = test_accuracy(&output);
    assert!((95.0..100.0).contains(&accuracy), "{accuracy} %");
    assert_pictures(folder.path(), &["06_history", "06_confusion", "06_digits"]);
    assert_eq!(
        output,
        run("06_digits", folder.path()),
        "the same seed, the same run"
    );
}

#[test]
fn save_and_load_resumes_to_the_same_bits_and_refuses_what_does_not_fit() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let output = run("08_save_and_load", folder.path());
    for line in [
        "The two runs agree in every bit of every epoch.",
        "  layers.0.weight [8, 2]",
        "A new network that loads it has the same outputs.",
        "The network is as it was.",
    ] {
        assert!(
            output.lines().any(|printed| printed == line),
            "{line} in:\n{output}"
        );
    }
}
