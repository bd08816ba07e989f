//! Shuffling, splits and mini-batches lose nothing; standardisation remembers its statistics.

use micrograd_nn::data::{Dataset, Standardizer};
use rand::{SeedableRng, rngs::ChaCha8Rng};

fn rng(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed)
}

/// Sample i has the features i and −i, and the label i.
fn numbered(n: u32) -> Dataset {
    let rows = (0..n).map(|i| vec![f64::from(i), -f64::from(i)]).collect();
    Dataset::new(rows, (0..n as usize).collect())
}

/// All labels, once it is sure that each still has its own row.
fn labels<'a>(parts: impl IntoIterator<Item = &'a Dataset>) -> Vec<usize> {
    let mut labels = Vec::new();
    for part in parts {
        for (row, label) in part.samples() {
            #[expect(clippy::cast_precision_loss)]
            let number = label as f64;
            assert_eq!(row, [number, -number]);
            labels.push(label);
        }
    }
    labels
}

fn in_order(mut labels: Vec<usize>) -> Vec<usize> {
    labels.sort_unstable();
    labels
}

#[test]
fn a_shuffle_is_a_permutation_of_rows_with_their_labels() {
    let shuffled = numbered(100).shuffled(&mut rng(1));
    assert_ne!(labels([&shuffled]), (0..100).collect::<Vec<_>>());
    assert_eq!(in_order(labels([&shuffled])), (0..100).collect::<Vec<_>>());
}

#[test]
fn every_sample_comes_first_equally_often() {
    let mut rng = rng(1);
    let data = numbered(5);
    let mut first = [0; 5];
    for _ in 0..10_000 {
        first[data.shuffled(&mut rng).labels()[0]] += 1;
    }
    // 2000 each, and 5 standard deviations of √(10000·0.2·0.8) = 40.
    assert!(
        first.iter().all(|&count: &i32| count.abs_diff(2000) < 200),
        "{first:?}"
    );
}

#[test]
fn both_parts_of_a_split_together_are_the_whole() {
    for (n, share, tests) in [(10, 0.2, 2), (1797, 0.2, 359), (3, 0.5, 2), (100, 0.07, 7)] {
        let (train, test) = numbered(n).split(share, &mut rng(3));
        assert_eq!((train.len() + test.len(), test.len()), (n as usize, tests));
        assert_eq!(
            in_order(labels([&train, &test])),
            (0..n as usize).collect::<Vec<_>>()
        );
    }
}

#[test]
fn batches_keep_the_order_and_shuffled_batches_take_one_from_the_generator() {
    let data = numbered(10);
    let plain: Vec<Dataset> = data.batches(4).collect();
    assert_eq!(
        plain.iter().map(Dataset::len).collect::<Vec<_>>(),
        [4, 4, 2]
    );
    assert_eq!(labels(&plain), (0..10).collect::<Vec<_>>());

    let (mut generator, mut resumed) = (rng(1), rng(1));
    let first: Vec<Dataset> = data.shuffled_batches(4, &mut generator).collect();
    let second: Vec<Dataset> = data.shuffled_batches(4, &mut generator).collect();
    assert_ne!(first, second);
    assert_eq!(in_order(labels(&second)), (0..10).collect::<Vec<_>>());
    // Nothing but the generator's state decides: other data was shuffled with it before.
    let _ = numbered(10).shuffled_batches(3, &mut resumed);
    assert_eq!(
        data.shuffled_batches(4, &mut resumed).collect::<Vec<_>>(),
        second
    );
}

#[test]
fn standardised_columns_have_mean_0_and_deviation_1() {
    let rows = [[1.0, 1000.0], [2.0, 3000.0], [6.0, 5000.0], [7.0, 7000.0]];
    let standardizer = Standardizer::fit(&rows);
    assert_eq!(standardizer.means(), [4.0, 4000.0]);
    // √(26/4) and √(20/4)·1000
    assert_eq!(standardizer.deviations(), [6.5_f64.sqrt(), 5e6_f64.sqrt()]);
    for column in 0..2 {
        let z: Vec<f64> = rows
            .iter()
            .map(|row| standardizer.apply_to_row(row)[column])
            .collect();
        assert!(z.iter().sum::<f64>().abs() < 1e-15);
        assert!((z.iter().map(|z| z * z).sum::<f64>() - 4.0).abs() < 1e-15);
    }
}

#[test]
fn the_test_part_is_standardised_with_the_statistics_of_the_training_part() {
    let standardizer = Standardizer::fit(&[[0.0], [2.0]]);
    let test = Dataset::new(vec![vec![5.0]], vec![3]);
    assert_eq!(
        standardizer.apply(&test),
        Dataset::new(vec![vec![4.0]], vec![3])
    );
    let (means, deviations) = (standardizer.means(), standardizer.deviations());
    let read = Standardizer::from_statistics(means.to_vec(), deviations.to_vec());
    assert_eq!(read, standardizer);
}

#[test]
fn a_constant_column_becomes_0() {
    // Ten times 0.1 adds up to less than 1, so that a computed mean would miss 0.1.
    let standardizer = Standardizer::fit(&[[0.1]; 10]);
    assert_eq!(standardizer.apply_to_row(&[0.1]), [0.0]);
    assert_eq!(standardizer.apply_to_row(&[1.1]), [1.0]);
    assert_eq!(Standardizer::fit(&[[7.0]]).apply_to_row(&[7.0]), [0.0]);
}

#[test]
fn signs_are_minus_one_for_class_0() {
    assert_eq!(
        Dataset::new(vec![vec![0.0]; 3], vec![0, 1, 0]).signs(),
        [-1.0, 1.0, -1.0]
    );
}
