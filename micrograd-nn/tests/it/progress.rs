//! What a run shows: a bar on a terminal that can draw it, and lines elsewhere.
#![cfg(unix)]

use micrograd_core::Value;
use micrograd_nn::{Sgd, StepProgress, Training};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use std::env;
use std::fs::File;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::process::{Command, Stdio};

/// Tells a child of this test what to do.
const TASK: &str = "MICROGRAD_TEST_PROGRESS_OF";

/// What a child does, if this is one.
fn does_its_task() -> bool {
    let Ok(task) = env::var(TASK) else {
        return false;
    };
    if task == "steps" {
        let mut progress = StepProgress::new(3, "samples");
        for loss in [3.5, 2.5, 1.5] {
            progress.step(loss, 1);
        }
        progress.finish();
        return true;
    }
    let x = Value::new(3.0);
    let epochs = task.parse().expect("a number of epochs");
    Training::new(&x, Sgd::new(0.1), ChaCha8Rng::seed_from_u64(1))
        .epochs(epochs)
        .run(|epoch| {
            for _ in epoch.batches(4, 2) {
                epoch.step(&x.powi(2));
            }
            if epoch.number() == 6 {
                epoch.interrupt();
            }
        });
    true
}

fn child(test: &str, task: &str, term: Option<&str>) -> Command {
    let mut child = Command::new(env::current_exe().expect("this test"));
    child
        .args(["--exact", &format!("progress::{test}"), "--nocapture"])
        .env(TASK, task);
    match term {
        Some(term) => child.env("TERM", term),
        None => child.env_remove("TERM"),
    };
    child.stdin(Stdio::null());
    child
}

/// What the child writes to a terminal that is its standard error stream.
fn on_a_terminal(test: &str, task: &str, term: Option<&str>) -> String {
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
    grantpt(&master).expect("it is ours");
    unlockpt(&master).expect("it can be opened");
    let name = ptsname(&master, Vec::new()).expect("it has a name");
    let name = std::path::Path::new(std::ffi::OsStr::from_bytes(name.to_bytes()));
    let slave = File::options()
        .read(true)
        .write(true)
        .open(name)
        .expect("a terminal");
    let mut child = child(test, task, term);
    child.stdout(Stdio::null()).stderr(slave);
    let mut running = child.spawn().expect("this test runs again");
    // The command holds the last handle of the terminal that is not the child's.
    drop(child);
    let (mut written, mut master) = (Vec::new(), File::from(master));
    // When the child has gone, reading a terminal is an error on Linux.
    let _ = master.read_to_end(&mut written);
    assert!(running.wait().expect("it ends").success());
    String::from_utf8_lossy(&written).into_owned()
}

#[test]
fn a_terminal_that_can_draw_no_bar_shows_lines() {
    if does_its_task() {
        return;
    }
    for term in [Some("dumb"), None] {
        let test = "a_terminal_that_can_draw_no_bar_shows_lines";
        let written = on_a_terminal(test, "3", term);
        assert!(
            written.contains("epoch 3/3  loss 1.2382"),
            "TERM={term:?}: {written:?}"
        );
        let written = on_a_terminal(test, "steps", term);
        assert!(
            written.contains("step 3 loss 1.5"),
            "TERM={term:?}: {written:?}"
        );
    }
}

#[test]
fn a_run_without_end_shows_its_epochs() {
    if does_its_task() {
        return;
    }
    let test = "a_run_without_end_shows_its_epochs";
    let endless = u64::MAX.to_string();
    let written = child(test, &endless, None)
        .output()
        .expect("this test runs again");
    let lines = String::from_utf8(written.stderr).expect("UTF-8");
    let numbers: Vec<&str> = lines
        .lines()
        .filter_map(|line| line.split(' ').nth(1))
        .collect();
    assert_eq!(numbers, ["1", "2", "4", "6"], "{lines}");
    // A bar counts steps, of which there are twice as many, and shows the epoch that would come next.
    let last = if cfg!(feature = "progress") {
        "epoch 7"
    } else {
        "epoch 6"
    };
    let written = on_a_terminal(test, &endless, Some("xterm"));
    assert!(written.contains(last), "{written:?}");
    assert!(!written.contains("panicked"), "{written:?}");
}

#[test]
fn a_program_s_output_stays_its_own() {
    if does_its_task() {
        return;
    }
    for task in ["3", "steps"] {
        let test = "a_program_s_output_stays_its_own";
        let written = child(test, task, None)
            .output()
            .expect("this test runs again");
        let output = String::from_utf8(written.stdout).expect("UTF-8");
        assert!(!output.contains("loss"), "{output}");
        assert!(
            String::from_utf8(written.stderr)
                .expect("UTF-8")
                .contains("loss")
        );
    }
}
