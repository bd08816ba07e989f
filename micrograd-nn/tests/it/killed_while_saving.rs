//! A process that is killed while it saves leaves the old file or the new one.
#![cfg(feature = "safetensors")]

use micrograd_nn::{Mlp, Module, SaveModule};
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

/// Tells a child of this test where to save.
const TARGET: &str = "MICROGRAD_TEST_SAVES_TO";

fn model() -> Mlp {
    Mlp::new(64, &[64, 10], &mut ChaCha8Rng::seed_from_u64(1))
}

/// All parameters are the same number, so that a mixture of two saves would show.
fn fill(model: &Mlp, number: f64) {
    model.set_parameters(&vec![number; model.parameters().len()]);
}

/// Saves for ever, and says so after each time.
fn save_for_ever(file: &Path) {
    let model = model();
    for round in 0_u32.. {
        fill(&model, f64::from(round));
        model.save(file).expect("the file can be written");
        println!("saved {round}");
    }
}

#[test]
fn the_file_is_whole_whenever_the_process_is_killed() {
    if let Some(file) = env::var_os(TARGET) {
        save_for_ever(Path::new(&file));
    }
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("model.safetensors");
    let mut rng = ChaCha8Rng::seed_from_u64(7);
    let model = model();
    for _ in 0..10 {
        let mut child = Command::new(env::current_exe().expect("this test"))
            .args([
                "--exact",
                "killed_while_saving::the_file_is_whole_whenever_the_process_is_killed",
                "--nocapture",
            ])
            .env(TARGET, &file)
            .stdout(Stdio::piped())
            .spawn()
            .expect("this test runs again");
        let output = BufReader::new(child.stdout.take().expect("it is piped"));
        let rounds = rng.random_range(1..12);
        let mut saves = output
            .lines()
            .map_while(Result::ok)
            .filter(|line| line.starts_with("saved"));
        let last = saves.by_ref().take(rounds).last().expect("it saves");
        // It saves on; what would be left if it were killed now can be loaded, each time.
        for _ in 0..50 {
            model
                .load(&file)
                .expect("the file is whole at every moment");
        }
        child.kill().expect("it runs");
        child.wait().expect("it ends");

        let known: f64 = last["saved ".len()..].parse().expect("a number");
        model.load(&file).expect("the file is whole");
        let found = model.parameters()[0].data();
        assert!(
            found >= known,
            "the save {known} was reported, but {found} is there"
        );
        assert!(
            model
                .parameters()
                .iter()
                .all(|parameter| *parameter == found)
        );
    }

    // What the killed ones left is removed by the next save.
    model.save(&file).expect("the file can be written");
    assert_eq!(
        fs::read_dir(folder.path())
            .expect("the folder can be read")
            .count(),
        1
    );
}
