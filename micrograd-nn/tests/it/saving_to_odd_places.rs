//! Saving to what is no ordinary file replaces nothing, or what is meant.
#![cfg(all(feature = "safetensors", unix))]

use micrograd_core::Value;
use micrograd_nn::{SaveError, SaveModule};
use std::io::ErrorKind;
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

fn model(number: f64) -> [Value; 1] {
    [Value::new(number)]
}

fn loaded(file: &Path) -> f64 {
    let read = model(0.0);
    read.load(file).expect("a whole file");
    read[0].data()
}

#[test]
fn a_fifo_is_not_replaced() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let fifo = folder.path().join("pipe");
    let made = Command::new("mkfifo").arg(&fifo).status().expect("mkfifo");
    assert!(made.success());
    let error = model(1.0).save(&fifo).expect_err("it is no file");
    assert!(
        error
            .to_string()
            .ends_with("pipe: it is not a file that can be replaced"),
        "{error}"
    );
    let kind = fs::symlink_metadata(&fifo)
        .expect("it is there")
        .file_type();
    assert!(kind.is_fifo());
    let link = folder.path().join("link");
    symlink(&fifo, &link).expect("a link");
    model(1.0).save(&link).expect_err("it leads to no file");
    let kind = fs::symlink_metadata(&fifo)
        .expect("it is there")
        .file_type();
    assert!(kind.is_fifo());
}

#[test]
fn a_link_to_nothing_stays_a_link_and_what_it_names_is_made() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    fs::create_dir(folder.path().join("models")).expect("a folder");
    let links = ["latest", "newest"].map(|name| folder.path().join(name));
    symlink("models/epoch-7.safetensors", &links[0]).expect("a link");
    symlink(&links[0], &links[1]).expect("a link");
    model(7.0).save(&links[1]).expect("the file can be written");
    assert!(links.iter().all(|link| link.is_symlink()));
    assert_eq!(
        loaded(&folder.path().join("models/epoch-7.safetensors")),
        7.0
    );

    let circle = folder.path().join("circle");
    symlink(&circle, &circle).expect("a link");
    let error = model(7.0).save(&circle).expect_err("it leads nowhere");
    assert!(matches!(error, SaveError::Io { .. }), "{error}");
    assert!(circle.is_symlink());
}

#[test]
fn the_longest_name_that_a_file_can_have_can_be_saved_to() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    for length in [200, 240, 252, 255] {
        let file = folder.path().join("n".repeat(length));
        model(3.0).save(&file).expect("the file can be written");
        model(4.0).save(&file).expect("the file can be replaced");
        assert_eq!(loaded(&file), 4.0);
    }
    let names = fs::read_dir(folder.path()).expect("the folder").count();
    assert_eq!(names, 4, "no drafts are left");
}

#[test]
fn a_user_s_own_hidden_files_stay() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let own = [
        ".model.mine.draft",
        ".model.2024-01-05.draft",
        ".model.7.draft",
        ".model.-1.draft",
        ".model.12-x.draft",
    ];
    for name in own {
        fs::write(folder.path().join(name), "mine").expect("a file");
    }
    model(1.0)
        .save(folder.path().join("model"))
        .expect("it can be saved");
    for name in own {
        assert!(folder.path().join(name).exists(), "{name} is gone");
    }
}

/// Tells a child of this test, which is no superuser, where to save.
const TARGET: &str = "MICROGRAD_TEST_SAVES_IN_UNREADABLE";

#[test]
fn where_a_folder_cannot_be_flushed_the_error_says_that_the_file_is_new() {
    if let Some(file) = env::var_os(TARGET) {
        let error = model(2.0)
            .save(Path::new(&file))
            .expect_err("the folder cannot be opened");
        assert!(matches!(error, SaveError::NotDurable { .. }), "{error}");
        assert!(
            error
                .to_string()
                .contains("the file is written, but its folder could not be flushed"),
            "{error}"
        );
        return;
    }
    let folder = tempfile::tempdir().expect("a folder for the test");
    let dark = folder.path().join("dark");
    fs::create_dir(&dark).expect("a folder");
    let file = dark.join("model");
    let mode = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it is ours");
    };
    mode(folder.path(), 0o755);
    mode(&dark, 0o333);
    // The program, where everybody may run it.
    let program = folder.path().join("program");
    fs::copy(env::current_exe().expect("this test"), &program).expect("a copy");
    let mut child = Command::new(&program);
    child.args([
        "--exact",
        "saving_to_odd_places::where_a_folder_cannot_be_flushed_the_error_says_that_the_file_is_new",
    ]);
    child.env(TARGET, &file).current_dir("/");
    if fs::read_dir(&dark).is_ok() {
        child.uid(65534); // Nothing is hidden from a superuser.
    }
    let output = loop {
        match child.output() {
            // A child of another test may still have the copy open for writing, until it begins.
            Err(error) if error.kind() == ErrorKind::ExecutableFileBusy => {}
            output => break output.expect("this test runs again"),
        }
    };
    mode(&dark, 0o755);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}");
    assert_eq!(loaded(&file), 2.0);
}
