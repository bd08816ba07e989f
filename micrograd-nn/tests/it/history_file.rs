//! What a run writes for its history.
#![cfg(feature = "safetensors")]

use micrograd_core::Value;
use micrograd_nn::{Sgd, Training};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use std::fs;
use std::path::Path;

#[test]
fn an_epoch_writes_as_much_however_many_came_before_it() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("checkpoint");
    let history_file = folder.path().join("checkpoint.history");
    let x = Value::new(3.0);
    let length = |file: &Path| fs::metadata(file).expect("it is there").len();
    let mut lengths = Vec::new();
    Training::new(&x, Sgd::new(0.001), ChaCha8Rng::seed_from_u64(1))
        .epochs(200)
        .quiet()
        .run_resumable(&file, |epoch| {
            lengths.push((length(&file), length(&history_file)));
            epoch.step(&x.powi(2));
        })
        .expect("it can be written");
    // The checkpoint counts epochs, in digits; the history grows by one record.
    assert!(lengths[199].0 <= lengths[9].0 + 32, "{lengths:?}");
    let growths: Vec<u64> = lengths
        .windows(2)
        .map(|pair| pair[1].1 - pair[0].1)
        .collect();
    assert!(
        growths
            .iter()
            .all(|growth| *growth == growths[0] && *growth < 100),
        "{growths:?}"
    );
}
