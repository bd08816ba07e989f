//! Regression: numbers as targets, and how far predictions are from them.

use crate::blame::assert_panics;
use micrograd_core::Value;
use micrograd_nn::data::{Dataset, Standardizer};
use micrograd_nn::{
    Adam, Forward, Linear, Metric, Training, mean_absolute_error, mse_loss, r2_score,
    root_mean_squared_error,
};
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

fn rng(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed)
}

/// y = 3x₀ − 2x₁ + 50, up to uniform noise of ±0.5.
fn noisy_plane(samples: usize) -> Dataset<f64> {
    let mut rng = rng(5);
    let (mut rows, mut targets) = (Vec::new(), Vec::new());
    for _ in 0..samples {
        let row = [rng.random_range(0.0..10.0), rng.random_range(-100.0..100.0)];
        targets.push(3.0 * row[0] - 2.0 * row[1] + 50.0 + rng.random_range(-0.5..0.5));
        rows.push(row.to_vec());
    }
    Dataset::with_targets(rows, targets)
}

#[test]
fn targets_stay_with_their_rows() {
    let rows: Vec<Vec<f64>> = (0..10_u32).map(|i| vec![f64::from(i)]).collect();
    let targets: Vec<f64> = rows.iter().map(|row| row[0] / 4.0).collect();
    let data = Dataset::with_targets(rows, targets);
    let (train, test) = data.split(0.2, &mut rng(1));
    assert_eq!((train.len(), test.len()), (8, 2));
    let batches = train
        .shuffled_batches(3, &mut rng(2))
        .chain(test.batches(1));
    let mut seen = Vec::new();
    for (row, target) in batches.flat_map(|batch| {
        batch
            .samples()
            .map(|(row, target)| (row[0], target))
            .collect::<Vec<_>>()
    }) {
        assert_eq!(target, row / 4.0);
        seen.push(target);
    }
    seen.sort_by(f64::total_cmp);
    assert_eq!(seen, data.targets());
}

#[test]
fn metrics_are_those_of_scikit_learn() {
    // The examples in the documentation of sklearn.metrics, written out as fractions.
    let (predictions, targets) = ([2.5, 0.0, 2.0, 8.0], [3.0, -0.5, 2.0, 7.0]);
    assert!((r2_score(&predictions, &targets) - 0.948_608_137).abs() < 1e-9);
    assert_eq!(mean_absolute_error(&predictions, &targets), 0.5);
    assert!((root_mean_squared_error(&predictions, &targets) - 0.612_372_435).abs() < 1e-9);
    assert_eq!(r2_score(&[2.0; 3], &[1.0, 2.0, 3.0]), 0.0);
    assert_eq!(r2_score(&[3.0, 2.0, 1.0], &[1.0, 2.0, 3.0]), -3.0);
    assert_eq!(r2_score(&[-2.0; 3], &[-2.0; 3]), 1.0);
    assert_eq!(r2_score(&[-2.0, -2.0, -2.1], &[-2.0; 3]), 0.0);
}

#[test]
fn standardised_numbers_come_back() {
    let rows = [[1.0, 1000.0, 7.0], [2.0, -3000.0, 7.0], [6.0, 5000.0, 7.0]];
    let standardizer = Standardizer::fit(&rows);
    for row in rows {
        let back = standardizer.invert_row(&standardizer.apply_to_row(&row));
        for (x, back) in row.iter().zip(back) {
            assert!((x - back).abs() <= 1e-15 * 5000.0, "{x} became {back}");
        }
    }
}

#[test]
fn a_linear_map_learns_a_plane_and_is_judged_on_held_out_samples() {
    let (train, test) = noisy_plane(200).split(0.2, &mut rng(1));
    let inputs = Standardizer::fit(train.rows());
    let column: Vec<[f64; 1]> = train.targets().iter().map(|&y| [y]).collect();
    let outputs = Standardizer::fit(&column);
    let (train, test) = (inputs.apply(&train), inputs.apply(&test));
    let model = Linear::new(2, 1, &mut rng(2));
    let predict = |row: &[f64]| outputs.invert_row(&[model.forward_one(row).data()])[0];
    let mut training = Training::new(&model, Adam::new(0.05), rng(3))
        .epochs(40)
        .quiet();
    let history = training.run(|epoch| {
        for batch in train.shuffled_batches(32, epoch.rng()) {
            let found: Vec<Value> = batch
                .rows()
                .iter()
                .map(|row| model.forward_one(row))
                .collect();
            let wanted: Vec<f64> = batch
                .targets()
                .iter()
                .map(|&y| outputs.apply_to_row(&[y])[0])
                .collect();
            epoch.step(&mse_loss(&found, &wanted));
        }
        let found: Vec<f64> = test.rows().iter().map(|row| predict(row)).collect();
        epoch.report(Metric::higher_is_better(
            "R²",
            r2_score(&found, test.targets()),
        ));
    });
    let best = history
        .best()
        .and_then(|record| record.metric)
        .expect("a metric");
    assert!(best > 0.999, "{best}");
    let found: Vec<f64> = test.rows().iter().map(|row| predict(row)).collect();
    // Uniform noise of ±0.5 has the deviation 1/√12 = 0.29.
    assert!(root_mean_squared_error(&found, test.targets()) < 0.5);
}

#[test]
fn mistakes_name_both_numbers() {
    assert_panics("1 rows were given with 2 targets", || {
        Dataset::with_targets(vec![vec![1.0]], vec![1.0, 2.0])
    });
    assert_panics("the target of sample 1 is NaN", || {
        Dataset::with_targets(vec![vec![1.0]; 2], vec![1.0, f64::NAN])
    });
    assert_panics("2 predictions were given with 1 targets", || {
        r2_score(&[1.0, 2.0], &[1.0])
    });
    assert_panics("the metric needs at least 2 samples, not 1", || {
        r2_score(&[1.0], &[1.0])
    });
    assert_panics("sample 0 has the prediction NaN and the target 1.0", || {
        mean_absolute_error(&[f64::NAN], &[1.0])
    });
    assert_panics("a standardizer of 1 features was given 2", || {
        Standardizer::fit(&[[1.0]]).invert_row(&[1.0, 2.0])
    });
}
