//! Stratified splits keep the shares of the classes, and folds test each sample once.

use crate::blame::assert_panics;
use micrograd_nn::data::Dataset;
use rand::{SeedableRng, rngs::ChaCha8Rng};

fn rng() -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(7)
}

/// As many samples of each class, each with a number of its own.
fn data(counts: &[usize]) -> Dataset {
    let labels: Vec<usize> = counts
        .iter()
        .enumerate()
        .flat_map(|(class, &count)| vec![class; count])
        .collect();
    let rows = (0..labels.len()).map(|i| vec![f64::from(u32::try_from(i).expect("few"))]);
    Dataset::new(rows.collect(), labels)
}

fn counts(data: &Dataset, classes: usize) -> Vec<usize> {
    let count = |class| {
        data.labels()
            .iter()
            .filter(|&&label| label == class)
            .count()
    };
    (0..classes).map(count).collect()
}

fn sorted(parts: &[&Dataset]) -> Vec<f64> {
    let mut all: Vec<f64> = parts.iter().flat_map(|part| part.rows().concat()).collect();
    all.sort_by(f64::total_cmp);
    all
}

#[test]
fn a_stratified_split_has_the_share_of_each_class_to_the_nearest_sample() {
    // A quarter of 10, 30 and 7 is 2.5, 7.5 and 1.75, of all 47 samples 12 (11.75).
    let data = data(&[10, 30, 7]);
    let (train, test) = data.split_stratified(0.25, &mut rng());
    assert_eq!(counts(&test, 3), [3, 7, 2]);
    assert_eq!(counts(&train, 3), [7, 23, 5]);
    assert_eq!(sorted(&[&train, &test]), sorted(&[&data]));
    assert_ne!(train.labels(), {
        let mut sorted = train.labels().to_vec();
        sorted.sort_unstable();
        sorted
    });
    let again = data.split_stratified(0.25, &mut rng());
    assert_eq!(again, (train, test));
}

#[test]
fn each_sample_is_tested_with_in_one_fold_and_trained_on_in_the_others() {
    let data = data(&[6, 5]);
    let folds = data.folds(3, &mut rng());
    let sizes: Vec<usize> = folds.iter().map(|(_, test)| test.len()).collect();
    assert_eq!(sizes, [4, 4, 3]);
    for (train, test) in &folds {
        assert_eq!(sorted(&[train, test]), sorted(&[&data]));
    }
    let tests: Vec<&Dataset> = folds.iter().map(|(_, test)| test).collect();
    assert_eq!(sorted(&tests), sorted(&[&data]));
    assert_ne!(folds[0].1.rows().concat(), [0.0, 1.0, 2.0, 3.0], "shuffled");
}

#[test]
fn mistakes_are_named() {
    for k in [1, 4] {
        let message =
            format!("3 samples cannot be cut into {k} folds; at least 2, and 1 sample for each");
        assert_panics(&message, || data(&[3]).folds(k, &mut rng()));
    }
    assert_panics(
        "the share 0.1 of 3 samples leaves 3 to train on and 0 to test with",
        || data(&[3]).split_stratified(0.1, &mut rng()),
    );
}

#[test]
fn stratified_folds_test_each_sample_once_and_deal_each_class_out_evenly() {
    for (sizes, k) in [
        (&[7, 2, 11][..], 3),
        (&[4, 4], 2),
        (&[1, 1, 5], 4),
        (&[0, 9, 1], 10),
    ] {
        let data = data(sizes);
        let folds = data.folds_stratified(k, &mut rng());
        assert_eq!(folds.len(), k);
        let mut tested: Vec<f64> = Vec::new();
        for (train, test) in &folds {
            assert_eq!(train.len() + test.len(), data.len());
            let all: Vec<usize> = counts(test, sizes.len());
            for (class, &count) in all.iter().enumerate() {
                let even = sizes[class] / k;
                assert!(count == even || count == even + 1, "{count} of {sizes:?}");
            }
            assert!(test.len().abs_diff(data.len() / k) <= 1);
            tested.extend(test.rows().concat());
        }
        tested.sort_by(f64::total_cmp);
        assert_eq!(tested, data.rows().concat());
    }
    let data = data(&[6, 6]);
    let [first, again] = [0, 1].map(|_| data.folds_stratified(3, &mut rng()));
    assert_eq!(first, again);
    assert!(!first[0].1.rows().is_sorted(), "shuffled");
}
