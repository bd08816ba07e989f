//! A run that was interrupted goes on as if it had not been, bit for bit.
#![cfg(feature = "safetensors")]

use micrograd_core::Value;
use micrograd_nn::{
    Activation, AdamW, CheckpointError, CosineLr, Dropout, Epoch, Forward, History, LoadError,
    Metric, Mlp, Module, ParameterPath, Sgd, Training, cross_entropy_loss,
};
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

const EPOCHS: u64 = 12;
const SAMPLES: usize = 30;

/// A network that draws random numbers while it runs.
#[derive(Module)]
struct Model {
    hidden: Mlp,
    dropout: Dropout,
    output: Mlp,
}

impl Model {
    fn new() -> (Self, ChaCha8Rng) {
        let mut rng = ChaCha8Rng::seed_from_u64(5);
        let model = Model {
            hidden: Mlp::builder(2).layer(6, Activation::Tanh).build(&mut rng),
            dropout: Dropout::new(0.2, &mut rng),
            output: Mlp::new(6, &[3], &mut rng),
        };
        (model, rng)
    }

    fn logits(&self, point: &[f64; 2]) -> Vec<Value> {
        self.output
            .forward(&self.dropout.forward(&self.hidden.forward(point)))
    }

    /// Everything that it remembers.
    fn bits(&self) -> Vec<u64> {
        let mut bits: Vec<u64> = self
            .parameters()
            .iter()
            .map(|parameter| parameter.data().to_bits())
            .collect();
        self.visit_generators(&ParameterPath::root(), &mut |_, g| bits.push(g.state()));
        bits
    }
}

/// Shuffled mini-batches with noise, dropout, AdamW, a schedule and early stopping.
fn training(model: &Model, rng: ChaCha8Rng) -> Training<'_, Model, AdamW> {
    Training::new(model, AdamW::new(0.05), rng)
        .epochs(EPOCHS)
        .schedule(CosineLr::new(0.05, 0.001, 36))
        .stop_early(8)
        .quiet()
}

fn epoch(model: &Model, epoch: &mut Epoch<'_, '_, Model, AdamW>) {
    let mut losses = 0.0;
    for batch in epoch.batches(SAMPLES, 10) {
        let labels: Vec<usize> = batch.iter().map(|i| i % 3).collect();
        let mut logits = Vec::new();
        for &label in &labels {
            let angle = 2.1 * [0.0, 1.0, 2.0][label] + epoch.rng().random::<f64>();
            logits.push(model.logits(&[angle.cos(), angle.sin()]));
        }
        let loss = cross_entropy_loss(&logits, &labels);
        losses += loss.data();
        epoch.step(&loss);
    }
    epoch.report(Metric::lower_is_better("sum of losses", losses));
}

fn bits(history: &History) -> Vec<(u64, u64, u64, u64, Option<u64>)> {
    let records = history.records().iter();
    records
        .map(|r| {
            let metric = r.metric.map(f64::to_bits);
            (r.epoch, r.steps, r.loss.to_bits(), r.lr.to_bits(), metric)
        })
        .collect()
}

/// The run that nobody interrupts.
fn whole_run() -> (History, Vec<u64>) {
    let (model, rng) = Model::new();
    let history = training(&model, rng).run(|e| epoch(&model, e));
    (history, model.bits())
}

#[test]
fn interrupted_after_any_epoch_a_new_process_s_run_is_the_same() {
    let (expected, expected_bits) = whole_run();
    assert_eq!(
        expected.records().len() as u64,
        EPOCHS,
        "early stopping would hide epochs"
    );
    let folder = tempfile::tempdir().expect("a folder for the test");
    for stop in 1..EPOCHS {
        let file = folder.path().join(format!("{stop}.checkpoint"));
        let (model, rng) = Model::new();
        let first = training(&model, rng).run_resumable(&file, |e| {
            epoch(&model, e);
            if e.number() == stop {
                e.interrupt();
            }
        });
        assert_eq!(
            first.expect("it can be written").records().len() as u64,
            stop
        );

        // Whatever the program starts with, the checkpoint decides.
        let (model, _) = Model::new();
        model.set_parameters(&vec![0.5; model.parameters().len()]);
        let history = training(&model, ChaCha8Rng::seed_from_u64(99))
            .run_resumable(&file, |e| epoch(&model, e))
            .expect("the checkpoint fits");
        assert_eq!(
            bits(&history),
            bits(&expected),
            "interrupted after epoch {stop}"
        );
        assert_eq!(history, expected);
        assert_eq!(model.bits(), expected_bits);
    }
}

/// Tells a child of this test where its checkpoint is.
const CHECKPOINT: &str = "MICROGRAD_TEST_CHECKPOINT";

#[test]
fn killed_at_any_moment_the_run_goes_on_to_the_same_end() {
    if let Some(file) = env::var_os(CHECKPOINT) {
        let (model, rng) = Model::new();
        let history = training(&model, rng).run_resumable(Path::new(&file), |e| {
            println!("epoch {}", e.number());
            epoch(&model, e);
        });
        println!(
            "end {:?} {:?}",
            bits(&history.expect("the checkpoint fits")),
            model.bits()
        );
        return;
    }
    let (history, model) = whole_run();
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("checkpoint");
    for kill_at in [Some(1), Some(3), Some(4), Some(9), None] {
        let mut child = Command::new(env::current_exe().expect("this test"))
            .args([
                "--exact",
                "resuming::killed_at_any_moment_the_run_goes_on_to_the_same_end",
                "--nocapture",
            ])
            .env(CHECKPOINT, &file)
            .stdout(Stdio::piped())
            .spawn()
            .expect("this test runs again");
        let output = BufReader::new(child.stdout.take().expect("it is piped"));
        let mut lines = output.lines().map_while(Result::ok);
        if let Some(epoch) = kill_at {
            lines.find(|line| *line == format!("epoch {epoch}"));
            child.kill().expect("it can be killed");
        } else {
            let end = lines
                .find(|line| line.starts_with("end "))
                .expect("it comes to its end");
            assert_eq!(end, format!("end {:?} {model:?}", bits(&history)));
        }
        child.wait().expect("it ends");
    }
}

#[test]
fn a_finished_run_is_not_run_again() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("checkpoint");
    let (model, rng) = Model::new();
    let first = training(&model, rng)
        .run_resumable(&file, |e| epoch(&model, e))
        .expect("it runs");
    let (other, rng) = Model::new();
    let second = training(&other, rng)
        .run_resumable(&file, |_| panic!("there is nothing left to do"))
        .expect("the checkpoint fits");
    assert_eq!(first, second);
    assert_eq!(model.bits(), other.bits());
}

#[test]
fn checkpoints_of_other_runs_are_refused_and_change_nothing() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("checkpoint");
    let (model, rng) = Model::new();
    training(&model, rng)
        .run_resumable(&file, |e| epoch(&model, e))
        .expect("it runs");
    let whole = fs::read(&file).expect("the checkpoint");

    let (model, rng) = Model::new();
    let before = model.bits();
    let error = Training::new(&model, Sgd::new(0.1), rng)
        .quiet()
        .run_resumable(&file, |_| panic!("it must not start"))
        .expect_err("the optimiser is another");
    assert!(
        matches!(error, CheckpointError::Optimizer { .. }),
        "{error}"
    );
    assert!(error.to_string().contains("AdamW"), "{error}");
    assert_eq!(model.bits(), before);

    for length in [0, 7, 100, whole.len() / 2, whole.len() - 1] {
        fs::write(&file, &whole[..length]).expect("the file can be written");
        let error = training(&model, ChaCha8Rng::seed_from_u64(1))
            .run_resumable(&file, |_| panic!("it must not start"))
            .expect_err("the file is cut off");
        assert!(
            matches!(error, CheckpointError::Load(LoadError::Damaged { .. })),
            "{error}"
        );
        assert_eq!(model.bits(), before);
    }

    fs::write(&file, &whole).expect("the file can be written");
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let small = Mlp::new(2, &[3], &mut rng);
    let error = Training::new(&small, AdamW::new(0.1), rng)
        .quiet()
        .run_resumable(&file, |_| panic!("it must not start"))
        .expect_err("the model is another");
    let CheckpointError::Load(LoadError::Missing { tensor, .. }) = error else {
        panic!("{error}")
    };
    assert_eq!(tensor, "model.layers.0.weight");
}

#[test]
fn where_no_checkpoint_can_be_written_no_epoch_is_run() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let (model, rng) = Model::new();
    let error = training(&model, rng)
        .run_resumable(folder.path().join("no/such/folder"), |_| {
            panic!("its work would be lost")
        })
        .expect_err("there is no folder");
    assert!(matches!(error, CheckpointError::History { .. }), "{error}");
}

#[test]
fn a_run_that_was_stopped_in_its_first_epoch_begins_again() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("checkpoint");
    let (model, rng) = Model::new();
    let stopped = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        training(&model, rng).run_resumable(&file, |_| panic!("it stops"))
    }));
    assert!(stopped.is_err());
    let (expected, expected_bits) = whole_run();
    let (model, _) = Model::new();
    let history = training(&model, ChaCha8Rng::seed_from_u64(99))
        .run_resumable(&file, |e| epoch(&model, e))
        .expect("the checkpoint fits");
    assert_eq!(
        (bits(&history), model.bits()),
        (bits(&expected), expected_bits)
    );
}

#[test]
fn a_history_that_is_not_the_checkpoint_s_is_refused_and_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("checkpoint");
    let history_file = folder.path().join("checkpoint.history");
    let (model, rng) = Model::new();
    training(&model, rng)
        .run_resumable(&file, |e| epoch(&model, e))
        .expect("it runs");
    let whole = fs::read(&history_file).expect("the history");
    let mut other = whole.clone();
    other[60] ^= 1;
    let short = &whole[..whole.len() - 1];
    for (bytes, reason) in [
        (
            &other[..],
            "it belongs to another checkpoint, or is damaged",
        ),
        (short, "it has fewer epochs than the checkpoint"),
        (b"notes", "it is no history of a run"),
    ] {
        fs::write(&history_file, bytes).expect("the file can be written");
        let (model, rng) = Model::new();
        let before = model.bits();
        let error = training(&model, rng)
            .run_resumable(&file, |_| panic!("it must not start"))
            .expect_err("the history is another");
        assert!(error.to_string().ends_with(reason), "{error}");
        assert_eq!(model.bits(), before);
    }
    // What an epoch that was cut off has appended does not count.
    let longer = [&whole[..], &whole[24..100]].concat();
    fs::write(&history_file, longer).expect("the file can be written");
    let (model, rng) = Model::new();
    let history = training(&model, rng).run_resumable(&file, |_| panic!("it is over"));
    assert_eq!(bits(&history.expect("it fits")), bits(&whole_run().0));

    // A user's own file of that name stays.
    fs::write(&history_file, "notes").expect("the file can be written");
    fs::remove_file(&file).expect("it is there");
    let (model, rng) = Model::new();
    let error = training(&model, rng)
        .run_resumable(&file, |_| panic!("it must not start"))
        .expect_err("the name is taken");
    assert!(
        error.to_string().contains("the file is in the way"),
        "{error}"
    );
    assert_eq!(fs::read(&history_file).expect("the notes"), b"notes");
}
