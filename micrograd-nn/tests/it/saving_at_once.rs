//! Threads and processes that save to one file at once all succeed, and leave a whole file.
#![cfg(feature = "safetensors")]

use micrograd_core::Value;
use micrograd_nn::{Module, SaveModule};
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs, thread};

/// Tells a child of this test where to save.
const TARGET: &str = "MICROGRAD_TEST_SAVES_AT_ONCE_TO";
const PROCESSES: usize = 4;
const THREADS: u32 = 8;
const SAVES: u32 = 32;

fn model(number: f64) -> Vec<Value> {
    Value::leaves_of(&[number; 50])
}

fn save_from_threads(file: &Path) {
    thread::scope(|scope| {
        for thread in 0..THREADS {
            scope.spawn(move || {
                for save in 0..SAVES {
                    let number = f64::from(thread * SAVES + save);
                    model(number).save(file).expect("every save succeeds");
                }
            });
        }
    });
}

#[test]
fn a_thousand_saves_from_threads_and_processes_all_succeed() {
    if let Some(file) = env::var_os(TARGET) {
        save_from_threads(Path::new(&file));
        return;
    }
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("model.safetensors");
    let children: Vec<_> = (0..PROCESSES)
        .map(|_| {
            Command::new(env::current_exe().expect("this test"))
                .args([
                    "--exact",
                    "saving_at_once::a_thousand_saves_from_threads_and_processes_all_succeed",
                ])
                .env(TARGET, &file)
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("this test runs again")
        })
        .collect();
    for child in children {
        let output = child.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "a process failed: {said}");
    }
    let read = model(-1.0);
    read.load(&file).expect("the file is whole");
    let first = read[0].data();
    assert!(read.parameters().iter().all(|number| *number == first));
    let left = fs::read_dir(folder.path()).expect("the folder").count();
    assert_eq!(left, 1, "no drafts are left");
}
