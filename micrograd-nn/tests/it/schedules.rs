//! Learning rates against PyTorch's schedulers, and against the notebook's line.

use micrograd_nn::{ConstantLr, CosineLr, LinearLr, Schedule, StepLr, WarmUpLr};

#[track_caller]
fn assert_rates(schedule: &impl Schedule, expected: &[f64]) {
    for (k, &expected) in (0..).zip(expected) {
        let lr = schedule.lr(k);
        assert!(
            (lr - expected).abs() < 1e-15,
            "step {k}: {lr:?}, not {expected:?}"
        );
    }
}

#[test]
fn the_notebook_s_rates_are_a_line_bit_for_bit() {
    let schedule = LinearLr::new(1.0, 0.1, 100);
    for (k, number) in (0..100).zip(0_u32..) {
        assert_eq!(schedule.lr(k), 1.0 - 0.9 * f64::from(number) / 100.0);
    }
}

#[test]
fn rates_are_those_of_pytorch_s_schedulers() {
    assert_rates(&ConstantLr::new(0.8), &[0.8; 5]);
    assert_rates(
        &StepLr::new(0.8, 3, 0.1),
        &[0.8, 0.8, 0.8, 0.08, 0.08, 0.08, 0.008, 0.008],
    );
    assert_rates(
        &LinearLr::new(0.8, 0.2, 5),
        &[0.8, 0.68, 0.56, 0.44, 0.32, 0.2, 0.2, 0.2],
    );
    let half_wave = [
        0.8,
        0.749_759_526_419_164_5,
        0.612_5,
        0.425,
        0.237_5,
        0.100_240_473_580_835_5,
        0.05,
    ];
    assert_rates(&CosineLr::new(0.8, 0.05, 6), &half_wave);
    // LinearLR(start_factor=1/5, total_iters=4), then CosineAnnealingLR, in a SequentialLR.
    let warmed: Vec<f64> = [0.16, 0.32, 0.48, 0.64]
        .into_iter()
        .chain(half_wave)
        .collect();
    assert_rates(&WarmUpLr::new(4, CosineLr::new(0.8, 0.05, 6)), &warmed);
}

#[test]
fn rates_stay_at_their_end() {
    for k in [6, 7, 12, u64::MAX] {
        assert_eq!(LinearLr::new(0.8, 0.05, 6).lr(k), 0.05);
        assert_eq!(CosineLr::new(0.8, 0.05, 6).lr(k), 0.05);
    }
    assert_eq!(StepLr::new(0.8, 1, 0.5).lr(u64::MAX), 0.0);
}

#[test]
fn schedules_of_no_steps_are_at_their_end_at_once() {
    assert_eq!(LinearLr::new(0.8, 0.05, 0).lr(0), 0.05);
    assert_eq!(CosineLr::new(0.8, 0.05, 0).lr(0), 0.05);
    assert_eq!(WarmUpLr::new(0, ConstantLr::new(0.5)).lr(0), 0.5);
}

#[test]
fn schedules_can_be_chosen_when_the_program_runs() {
    let choose = |name: &str| -> Box<dyn Schedule> {
        match name {
            "step" => Box::new(StepLr::new(1.0, 1, 0.5)),
            _ => Box::new(|k: u64| if k == 0 { 0.5 } else { 0.25 }),
        }
    };
    assert_eq!(WarmUpLr::new(1, choose("step")).lr(2), 0.5);
    assert_eq!(WarmUpLr::new(1, choose("own")).lr(2), 0.25);
}
