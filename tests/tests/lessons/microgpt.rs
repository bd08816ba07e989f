//! The GPT of the course, run as a user runs it.
//!
//! The oracle is microgpt on scalars in pure Python, recorded with its initial weights in
//! `data/microgpt_run.json` and, for two layers, `data/microgpt_deep_run.json`.

use crate::programs::program;
use serde_json::{Value as Json, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

/// What the lesson does with options.
fn microgpt(options: &[&str]) -> Output {
    let mut lesson = program("11_microgpt");
    lesson.args(options).output().expect("the program starts")
}

/// What a run that succeeds has written.
struct Written {
    /// To the standard output.
    output: String,
    /// To the standard error stream.
    progress: String,
}

#[track_caller]
fn written(options: &[&str]) -> Written {
    let run = microgpt(options);
    let progress = String::from_utf8(run.stderr).expect("UTF-8");
    assert!(run.status.success(), "{options:?} failed:\n{progress}");
    let output = String::from_utf8(run.stdout).expect("UTF-8");
    Written { output, progress }
}

/// The losses in the lines `step K loss L`, where K counts from 1.
fn losses(written: &Written) -> Vec<f64> {
    let lines = written
        .progress
        .lines()
        .filter(|line| line.starts_with("step"));
    let mut losses = Vec::new();
    for (k, line) in (1..).zip(lines) {
        let number = line.strip_prefix(&format!("step {k} loss "));
        let number = number.unwrap_or_else(|| panic!("not step {k}: {line}"));
        losses.push(number.parse().expect("a number"));
    }
    losses
}

/// The names in the lines `sample  K: NAME`, of which the standard output consists.
fn names(written: &Written) -> Vec<&str> {
    let samples = written
        .output
        .lines()
        .filter_map(|line| line.strip_prefix("sample"));
    samples
        .map(|line| line.split_once(": ").expect("a name").1)
        .collect()
}

fn recorded(file: &str) -> (PathBuf, Json) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data")
        .join(file);
    let text = fs::read_to_string(&file).expect("the recorded run is there");
    (file, serde_json::from_str(&text).expect("it is JSON"))
}

/// Fails unless the losses are Python's, to 10⁻⁶ at every step.
#[track_caller]
fn assert_follows_python(recording: &str) {
    let (file, run) = recorded(recording);
    let expected: Vec<f64> = serde_json::from_value(run["losses"].clone()).expect("losses");
    let steps = expected.len().to_string();
    let written = written(&["--from", file.to_str().expect("UTF-8"), "--steps", &steps]);
    let found = losses(&written);
    assert_eq!(found.len(), expected.len());
    for (k, (found, expected)) in found.iter().zip(&expected).enumerate() {
        let difference = (found - expected).abs();
        assert!(
            difference < 1e-6,
            "step {}: {found}, in Python {expected}",
            k + 1
        );
    }
    assert_eq!(names(&written).len(), 20);
}

#[test]
fn started_from_pythons_weights_it_follows_pythons_losses() {
    assert_follows_python("microgpt_run.json");
}

#[test]
fn two_layers_and_texts_that_are_empty_or_too_long_or_come_again_follow_python_too() {
    assert_follows_python("microgpt_deep_run.json");
}

#[test]
fn it_learns_the_bundled_names_and_invents_20() {
    let written = written(&[]);
    let Written { output, progress } = &written;
    // No bar where there is no terminal.
    assert!(!output.contains(['\r', '\u{1b}']) && !progress.contains(['\r', '\u{1b}']));

    let losses = losses(&written);
    assert_eq!(losses.len(), 1000);
    let mean = losses[950..].iter().sum::<f64>() / 50.0;
    assert!(losses[0] > 3.0 && mean < 2.36, "{} … {mean}", losses[0]);
    assert!(
        progress.contains(&format!("mean loss of the last 50: {mean:.4}")),
        "{progress}"
    );

    let names = names(&written);
    assert_eq!(names.len(), 20);
    let letters: String = names.concat();
    assert!(
        letters.chars().all(|letter| letter.is_ascii_lowercase()),
        "{names:?}"
    );
    assert!((60..200).contains(&letters.len()), "{names:?}");
    let vowels = letters
        .chars()
        .filter(|letter| "aeiouy".contains(*letter))
        .count();
    assert!((3..7).contains(&(vowels * 10 / letters.len())), "{names:?}");
}

#[test]
fn a_seed_decides_everything() {
    let run = |seed: &str| written(&["--steps", "5", "--seed", seed]);
    let (first, second) = (run("7"), run("7"));
    assert_eq!(first.output, second.output);
    assert_eq!(losses(&first), losses(&second));
    assert_ne!(losses(&run("7")), losses(&run("8")));
}

#[test]
fn a_saved_model_invents_the_same_names() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("names.safetensors");
    let file = file.to_str().expect("UTF-8");
    let trained = written(&[
        "--steps", "20", "--layers", "2", "--embed", "8", "--save", file,
    ]);
    let loaded = written(&["--load", file]);
    assert!(losses(&loaded).is_empty());
    assert_eq!(names(&loaded), names(&trained));
    assert_ne!(
        names(&written(&["--load", file, "--temperature", "5"])),
        names(&trained)
    );

    let longer = losses(&written(&["--load", file, "--steps", "1"]));
    let fresh = losses(&trained);
    assert!(
        longer[0] < fresh[0],
        "{} after training, {} before",
        longer[0],
        fresh[0]
    );
}

/// Fails unless the run ends with an error on standard error that contains all of `parts`.
#[track_caller]
fn assert_refused(options: &[&str], parts: &[&str]) {
    let output = microgpt(options);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success(), "{options:?} succeeded");
    assert!(!errors.contains("panicked"), "{options:?}:\n{errors}");
    assert!(errors.starts_with("error: "), "{options:?}:\n{errors}");
    for part in parts {
        assert!(
            errors.contains(part),
            "no `{part}` for {options:?}:\n{errors}"
        );
    }
}

#[test]
fn options_that_make_no_sense_are_refused_by_name() {
    for (options, part) in [
        (["--stpes", "3"], "--stpes"),
        (["--steps", "many"], "'many' for '--steps"),
        (["--steps", "-3"], "'-3' for '--steps"),
        (["--seed", "1.5"], "'1.5' for '--seed"),
        (["--layers", "0"], "1..=16"),
        (["--embed", "18"], "multiple of 4, the number of heads"),
        (["--temperature", "0"], "above 0"),
        (["--temperature", "nan"], "above 0"),
        (["--save", "no/such/model"], "no folder no/such"),
        (["--load", "no/such/model"], "no/such/model: "),
        (["--data", "no/such/names"], "no/such/names: "),
        (["--from", "no/such/start"], "no/such/start: "),
    ] {
        assert_refused(&options, &[part]);
    }
}

#[test]
fn a_damaged_file_is_refused_with_its_name_and_the_place() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = |name: &str| folder.path().join(name).to_str().expect("UTF-8").to_owned();

    let names = path("names.txt");
    fs::write(&names, "ann\nMary-Lou\n").expect("the folder can be written");
    assert_refused(
        &["--data", &names],
        &["names.txt:2: `M` in `Mary-Lou`", "leave it out"],
    );

    let (_, run) = recorded("microgpt_deep_run.json");
    let file = path("start.json");
    let refused = |parts: &[&str], damage: &dyn Fn(&mut Json)| {
        let mut run = run.clone();
        damage(&mut run);
        fs::write(&file, run.to_string()).expect("the folder can be written");
        assert_refused(&["--from", &file], &[&["start.json: "], parts].concat());
    };
    refused(&["docs_in_order[1]: `É` in `É`"], &|run| {
        run["docs_in_order"][1] = json!("É");
    });
    refused(&["docs_in_order"], &|run| run["docs_in_order"] = json!([]));
    refused(&["docs_in_order"], &|run| {
        run["docs_in_order"] = json!(null);
    });
    let query = "layer1.attn_wq";
    for (damaged, parts) in [
        (
            json!("ab"),
            ["initial_params.layer1.attn_wq[3][2]: ", "line 1"],
        ),
        (
            json!(1e300),
            ["initial_params.layer1.attn_wq: row 3 ", "1e300"],
        ),
    ] {
        refused(&parts, &|run| {
            run["initial_params"][query][3][2] = damaged.clone();
        });
    }
    refused(
        &["layer1.attn_wq: row 3 has 0 numbers", "8 rows of 8"],
        &|run| {
            run["initial_params"][query][3] = json!([]);
        },
    );
    refused(&["layer1.attn_wq: 0 rows", "8 rows of 8"], &|run| {
        run["initial_params"][query] = json!([]);
    });
    refused(
        &["lm_head: the matrix is missing", "27 rows of 8"],
        &|run| {
            run["initial_params"]
                .as_object_mut()
                .expect("an object")
                .remove("lm_head");
        },
    );
    refused(&["layer7.attn_wq: the model has no such matrix"], &|run| {
        run["initial_params"]["layer7.attn_wq"] = json!([[1.0]]);
    });
    refused(&["6 columns", "4 heads"], &|run| {
        for row in run["initial_params"]["wte"].as_array_mut().expect("rows") {
            *row = json!([0, 0, 0, 0, 0, 0]);
        }
    });
    fs::write(&file, &run.to_string()[..1000]).expect("the folder can be written");
    assert_refused(&["--from", &file], &["start.json: ", "EOF"]);
    assert_refused(
        &["--load", &file],
        &["start.json: not a whole safetensors file"],
    );

    fs::write(&file, run.to_string()).expect("the folder can be written");
    assert_refused(
        &["--from", &file, "--embed", "16"],
        &["start.json: ", "--embed"],
    );
    assert_refused(
        &["--from", &file, "--layers", "1"],
        &["start.json: ", "--layers"],
    );
    assert_refused(&["--from", &file, "--data", &names], &["--from", "--data"]);
}
