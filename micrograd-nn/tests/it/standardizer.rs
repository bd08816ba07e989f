//! Standardisation of columns that are constant, or at the ends of the range of floats.

use micrograd_nn::data::Standardizer;

/// The deviation of the column, and its numbers afterwards.
fn standardized(column: &[f64]) -> (f64, Vec<f64>) {
    let rows: Vec<[f64; 1]> = column.iter().map(|&x| [x]).collect();
    let standardizer = Standardizer::fit(&rows);
    let apply = |row: &[f64; 1]| standardizer.apply_to_row(row)[0];
    (
        standardizer.deviations()[0],
        rows.iter().map(apply).collect(),
    )
}

#[test]
fn a_column_that_is_constant_up_to_rounding_is_constant() {
    // scikit-learn's StandardScaler takes a variance of at most nεσ² + (nμε)² for one of 0.
    for column in [
        vec![0.1 + 0.2, 0.3],
        vec![14.62, 14.62 * (1.0 + f64::EPSILON), 14.62],
    ] {
        let (deviation, after) = standardized(&column);
        assert_eq!(deviation, 1.0, "{column:?}");
        assert!(after.iter().all(|z| z.abs() < 1e-14), "{after:?}");
    }
    // Equal numbers become 0 itself.
    assert_eq!(standardized(&[0.1; 10]), (1.0, vec![0.0; 10]));
    assert_eq!(standardized(&[0.0; 3]), (1.0, vec![0.0; 3]));
    // 0.1 apart at 10⁹ is no rounding.
    let (deviation, after) = standardized(&[1e9 + 0.1, 1e9 + 0.2, 1e9 + 0.3]);
    assert!((deviation - (0.02_f64 / 3.0).sqrt()).abs() < 1e-6);
    assert!((after[2] - 1.5_f64.sqrt()).abs() < 1e-5, "{after:?}");
}

#[test]
fn huge_and_tiny_numbers_have_their_deviation() {
    let cases = [
        ([1.7e308, 1.6e308], 0.05e308),
        ([1e200, -1e200], 1e200),
        ([1e-200, 3e-200], 1e-200),
        ([-1.7e308, 1.7e308], 1.7e308),
    ];
    for (column, expected) in cases {
        let (deviation, after) = standardized(&column);
        assert!(
            (deviation / expected - 1.0).abs() < 1e-12,
            "{column:?}: {deviation:e}"
        );
        for (z, x) in after.iter().zip(column) {
            let sign = if x == column[0].max(column[1]) {
                1.0
            } else {
                -1.0
            };
            assert!((z - sign).abs() < 1e-12, "{column:?}: {after:?}");
        }
    }
    // x − μ alone would overflow.
    let (_, after) = standardized(&[1.7e308, 1.7e308, -1.7e308]);
    for (z, expected) in after
        .iter()
        .zip([0.5_f64.sqrt(), 0.5_f64.sqrt(), -(2.0_f64.sqrt())])
    {
        assert!((z - expected).abs() < 1e-12, "{after:?}");
    }
}
