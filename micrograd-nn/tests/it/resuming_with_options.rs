//! What a run has beside its steps goes on, too: the plateau, the average of the weights, checkpoints
//! after several epochs, groups of parameters.
#![cfg(feature = "safetensors")]

use micrograd_core::Value;
use micrograd_nn::{
    AdamW, Epoch, Forward, History, Metric, Mlp, Module, ParameterGroups, ReduceLrOnPlateau,
    Training, cross_entropy_loss,
};
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};
use std::path::Path;

const EPOCHS: u64 = 11;

struct Ended {
    history: History,
    parameters: Vec<u64>,
    average: Vec<u64>,
}

fn bits(numbers: &[f64]) -> Vec<u64> {
    numbers.iter().map(|number| number.to_bits()).collect()
}

/// One run, or the part of it up to the end of epoch `until`.
fn run(file: &Path, until: u64, every: u64) -> Ended {
    let mut rng = ChaCha8Rng::seed_from_u64(5);
    let model = Mlp::new(2, &[4, 2], &mut rng);
    let optimizer = ParameterGroups::of(&model)
        .freeze(|name| name == "layers.0.neurons.0.bias")
        .group(
            |name| name.ends_with("bias"),
            AdamW::new(0.3).weight_decay(0.0),
        )
        .rest(AdamW::new(0.07));
    let mut training = Training::new(&model, optimizer, rng)
        .epochs(EPOCHS)
        .reduce_on_plateau(
            ReduceLrOnPlateau::new(0.3)
                .factor(0.7)
                .patience(0)
                .cooldown(1),
        )
        .average_weights(0.8)
        .checkpoint_every(every)
        .quiet();
    let epoch = |epoch: &mut Epoch<'_, '_, Mlp, ParameterGroups>| {
        for _ in 0..3 {
            let point = [epoch.rng().random::<f64>(), epoch.rng().random::<f64>()];
            let label = usize::from(point[0] > point[1]);
            epoch.step(&cross_entropy_loss(&[model.forward(&point)], &[label]));
        }
        // Better and worse by turns.
        let number = epoch.number();
        let noise = [0.5, 0.4, 0.45, 0.41][usize::try_from(number).expect("small") % 4];
        epoch.report(Metric::lower_is_better("noise", noise));
        if number == until {
            epoch.interrupt();
        }
    };
    let history = training
        .run_resumable(file, epoch)
        .expect("it can be written");
    Ended {
        history,
        parameters: bits(&Value::data_of(&model.parameters())),
        average: bits(training.average().expect("there were steps")),
    }
}

#[test]
fn plateau_average_and_groups_go_on_bit_for_bit() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let whole = run(&folder.path().join("whole"), u64::MAX, 1);
    let rates: Vec<f64> = whole.history.records().iter().map(|r| r.lr).collect();
    assert!(rates[10] < rates[5] && rates[5] < rates[0], "{rates:?}");
    for until in [1, 4, 7] {
        let file = folder.path().join(format!("until-{until}"));
        assert_eq!(run(&file, until, 1).history.records().len() as u64, until);
        let rest = run(&file, u64::MAX, 1);
        assert_eq!(rest.parameters, whole.parameters, "after {until}");
        assert_eq!(rest.average, whole.average, "after {until}");
        assert_eq!(rest.history, whole.history, "after {until}");
    }
}

#[test]
fn a_checkpoint_every_four_epochs_is_that_of_the_fourth() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("run");
    let seen = std::cell::RefCell::new(Vec::new());
    let x = Value::new(1.0);
    let rng = ChaCha8Rng::seed_from_u64(1);
    let mut training = Training::new(&x, AdamW::new(0.1), rng)
        .epochs(10)
        .checkpoint_every(4)
        .quiet();
    training
        .run_resumable(&file, |epoch| {
            seen.borrow_mut()
                .push(micrograd_nn::saved_metadata(&file).expect("there is one")["epochs"].clone());
            epoch.step(&x.powi(2));
        })
        .expect("it can be written");
    let expected = ["0", "0", "0", "0", "4", "4", "4", "4", "8", "8"];
    assert_eq!(*seen.borrow(), expected);
    // The end has one, too.
    assert_eq!(
        micrograd_nn::saved_metadata(&file).expect("there is one")["epochs"],
        "10"
    );
}
