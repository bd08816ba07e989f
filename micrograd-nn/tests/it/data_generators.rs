//! Generated points: where their definitions put them, and the same for the same seed.

use micrograd_nn::data::{Dataset, blobs, circles, moons, spirals, yin_yang};
use rand::{SeedableRng, rngs::ChaCha8Rng};

fn rng(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed)
}

/// Class by class, each in the order of the coordinates.
fn sorted(data: &Dataset) -> Vec<(usize, [f64; 2])> {
    let mut points: Vec<_> = data
        .samples()
        .map(|(p, label)| (label, [p[0], p[1]]))
        .collect();
    points.sort_by(|a, b| a.partial_cmp(b).unwrap());
    points
}

#[track_caller]
fn assert_points(data: &Dataset, mut expected: Vec<(usize, [f64; 2])>) {
    assert_eq!(data.len(), expected.len());
    // Coordinates that are 0 up to rounding must not decide the order.
    let rounded = |points: Vec<(usize, [f64; 2])>| {
        let mut rounded: Vec<_> = points
            .into_iter()
            .map(|(label, p)| (label, p.map(|x| (x * 1e12).round() / 1e12 + 0.0)))
            .collect();
        rounded.sort_by(|a, b| a.partial_cmp(b).unwrap());
        rounded
    };
    expected = rounded(expected);
    assert_eq!(rounded(sorted(data)), expected);
}

#[test]
fn moons_and_circles_without_noise_are_scikit_learn_s() {
    let half = 0.866_025_403_784_438_6;
    // make_moons(7, shuffle=False) of scikit-learn 1.9.
    assert_points(
        &moons(7, 0.0, &mut rng(1)),
        vec![
            (0, [1.0, 0.0]),
            (0, [0.0, 1.0]),
            (0, [-1.0, 0.0]),
            (1, [0.0, 0.5]),
            (1, [0.5, 0.5 - half]),
            (1, [1.5, 0.5 - half]),
            (1, [2.0, 0.5]),
        ],
    );
    // make_circles(7, shuffle=False, factor=0.5)
    assert_points(
        &circles(7, 0.5, 0.0, &mut rng(1)),
        vec![
            (0, [1.0, 0.0]),
            (0, [-0.5, half]),
            (0, [-0.5, -half]),
            (1, [0.5, 0.0]),
            (1, [0.0, 0.5]),
            (1, [-0.5, 0.0]),
            (1, [0.0, -0.5]),
        ],
    );
}

#[test]
fn spirals_turn_by_four_radians_and_their_arms_are_evenly_spread() {
    let data = spirals(31, 3, 0.0, &mut rng(1));
    let sizes = [0, 1, 2].map(|arm| data.labels().iter().filter(|&&label| label == arm).count());
    assert_eq!(sizes, [11, 10, 10]);
    for (point, arm) in data.samples() {
        let r = point[0].hypot(point[1]);
        #[expect(clippy::cast_precision_loss)]
        let angle = 4.0 * r + std::f64::consts::TAU * arm as f64 / 3.0;
        assert!((point[0] - r * angle.cos()).abs() < 1e-12);
        assert!((point[1] - r * angle.sin()).abs() < 1e-12);
        assert!(r > 0.05 && r < 1.0 + 1e-12);
    }
}

#[test]
fn noise_is_normal_with_its_deviation() {
    let data = blobs(20_000, &[[3.0, -1.0]], 0.5, &mut rng(7));
    for (column, center) in [3.0, -1.0].into_iter().enumerate() {
        let z: Vec<f64> = data
            .rows()
            .iter()
            .map(|row| (row[column] - center) / 0.5)
            .collect();
        let moment = |k: i32| z.iter().map(|z| z.powi(k)).sum::<f64>() / 20_000.0;
        // Five standard deviations of each estimate: √(1, 2, 15, 96)/√20000.
        assert!(moment(1).abs() < 0.036, "mean {}", moment(1));
        assert!((moment(2) - 1.0).abs() < 0.05, "variance {}", moment(2));
        assert!(moment(3).abs() < 0.137, "skewness {}", moment(3));
        assert!((moment(4) - 3.0).abs() < 0.347, "kurtosis {}", moment(4));
    }
}

#[test]
fn blobs_share_their_samples_evenly() {
    let data = blobs(8, &[[0.0], [10.0], [20.0]], 0.1, &mut rng(7));
    let sizes = [0, 1, 2].map(|class| {
        data.labels()
            .iter()
            .filter(|&&label| label == class)
            .count()
    });
    assert_eq!(sizes, [3, 3, 2]);
    for (row, label) in data.samples() {
        #[expect(clippy::cast_precision_loss)]
        let center = 10.0 * label as f64;
        assert!((row[0] - center).abs() < 1.0);
    }
}

#[test]
fn yin_and_yang_are_each_other_s_half_turn_around_the_dots() {
    let data = yin_yang(30_000, &mut rng(7));
    let distance = |p: &[f64], x: f64| (p[0] - x).hypot(p[1] - 0.5);
    let mut seen = [0; 6];
    for (p, label) in data.samples() {
        let (left, right) = (distance(p, 0.25), distance(p, 0.75));
        assert!(distance(p, 0.5) <= 0.5);
        let (region, expected) = match p {
            _ if left < 0.1 => (0, 2),
            _ if right < 0.1 => (1, 2),
            _ if left < 0.25 => (2, 0),
            _ if right < 0.25 => (3, 1),
            p if p[1] > 0.5 => (4, 0),
            _ => (5, 1),
        };
        seen[region] += 1;
        assert_eq!(label, expected, "at {p:?}");
    }
    // 10000 of each class, spread over its regions by their areas, within 5 deviations.
    let area = |r: f64| std::f64::consts::PI * r * r;
    let ring = (area(0.25) - area(0.1)) / (area(0.5) / 2.0 - area(0.1)) * 10_000.0;
    for (region, expected) in [5000.0, 5000.0, ring, ring, 10_000.0 - ring, 10_000.0 - ring]
        .into_iter()
        .enumerate()
    {
        let count = f64::from(seen[region]);
        assert!(
            (count - expected).abs() < 400.0,
            "region {region}: {count}, not {expected}"
        );
    }
}

#[test]
fn a_seed_gives_the_same_points_and_another_seed_others() {
    let all = |seed| {
        let rng = &mut rng(seed);
        [
            moons(10, 0.1, rng),
            circles(10, 0.5, 0.1, rng),
            blobs(10, &[[0.0, 1.0], [2.0, 3.0]], 0.1, rng),
            spirals(10, 2, 0.1, rng),
            yin_yang(10, rng),
        ]
    };
    assert_eq!(all(1337), all(1337));
    for (one, other) in all(1337).into_iter().zip(all(1338)) {
        assert_ne!(one, other);
    }
}

#[test]
fn a_seed_gives_these_points_on_every_machine() {
    // Computed in Python from the generator's 32-bit words: a class is the high half of word·3, a
    // uniform number 52 bits of the next 64, a normal one Marsaglia's polar method.
    let data = yin_yang(3, &mut rng(1337));
    let points = [
        [0.295_129_795_550_586_5, 0.464_288_420_226_011_8],
        [0.294_503_115_764_730_2, 0.530_533_813_549_068],
        [0.318_323_041_211_232_34, 0.296_429_083_689_197_6],
    ];
    assert_eq!(data.rows(), points);
    assert_eq!(data.labels(), [2, 2, 0]);

    // The first word goes into the shuffle.
    let data = blobs(2, &[[0.0, 0.0], [0.0, 0.0]], 1.0, &mut rng(1337));
    let points = [
        [-2.492_549_204_103_749_4, -1.845_421_836_939_057_8],
        [-0.142_819_739_859_823_07, 0.610_254_571_050_686_8],
    ];
    assert_eq!(data.rows(), points);
    assert_eq!(data.labels(), [1, 0]);
}

#[test]
fn generated_samples_come_shuffled() {
    let data = moons(100, 0.0, &mut rng(1));
    assert_ne!(data.labels()[..50], [0; 50]);
    assert_eq!(data.labels().iter().sum::<usize>(), 50);
}

#[test]
fn small_sets_are_possible() {
    for samples in [0, 1, 2, 3] {
        assert_eq!(moons(samples, 0.1, &mut rng(1)).len(), samples);
        assert_eq!(circles(samples, 0.5, 0.1, &mut rng(1)).len(), samples);
        assert_eq!(spirals(samples, 2, 0.1, &mut rng(1)).len(), samples);
        assert_eq!(yin_yang(samples, &mut rng(1)).len(), samples);
        assert!(
            moons(samples, 0.0, &mut rng(1))
                .rows()
                .iter()
                .flatten()
                .all(|x| x.is_finite())
        );
    }
}
