//! Dropout: what it leaves out, what it keeps, and how it is switched and resumed.

use micrograd_core::Value;
use micrograd_nn::{
    Activation, Dropout, Forward, Generator, Linear, Mlp, Module, ParameterPath, Sequential, Stage,
};
use rand::{SeedableRng, rngs::ChaCha8Rng};

fn rng() -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(1337)
}

fn forward(dropout: &Dropout) -> Vec<f64> {
    dropout
        .forward(&vec![1.0; 20_000])
        .iter()
        .map(Value::data)
        .collect()
}

#[test]
fn the_generator_is_split_mix_64() {
    // The first outputs for the seed 1234567 in the reference implementation.
    let generator = Generator::new(1_234_567);
    for output in [
        6_457_827_717_110_365_317_u64,
        3_203_168_211_198_807_973,
        9_817_491_932_198_370_423,
        4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
    ] {
        #[expect(clippy::cast_precision_loss)] // 53 bits fit exactly.
        let expected = (output >> 11) as f64 / 2_f64.powi(53);
        assert_eq!(generator.uniform(), expected);
    }
}

#[test]
fn in_training_a_share_p_is_left_out_and_the_rest_scaled() {
    for p in [0.1, 0.5, 0.8] {
        let signals = forward(&Dropout::new(p, &mut rng()));
        let kept = 1.0 / (1.0 - p);
        assert!(signals.iter().all(|&y| y == 0.0 || y == kept), "p = {p}");
        let left_out = signals.iter().filter(|&&y| y == 0.0).count();
        // 5 standard deviations of 20 000 draws are at most 5·√(20000/4) ≈ 354.
        #[expect(clippy::cast_precision_loss)]
        let surplus = left_out as f64 - 20_000.0 * p;
        assert!(surplus.abs() < 354.0, "{left_out} left out with p = {p}");
    }
}

#[test]
fn the_edges_leave_out_nothing_and_everything() {
    assert_eq!(forward(&Dropout::new(0.0, &mut rng())), vec![1.0; 20_000]);
    assert_eq!(forward(&Dropout::new(1.0, &mut rng())), vec![0.0; 20_000]);
}

#[test]
fn gradients_reach_the_kept_signals_scaled_and_the_others_not() {
    let x = vec![1.0; 100]
        .into_iter()
        .map(Value::new)
        .collect::<Vec<_>>();
    let y = Dropout::new(0.75, &mut rng()).forward(&x);
    y.iter().sum::<Value>().backward();
    let gradients: Vec<f64> = x.iter().map(Value::grad).collect();
    let outputs: Vec<f64> = y.iter().map(Value::data).collect();
    assert_eq!(gradients, outputs); // y = m·x, ∂y/∂x = m, and x = 1
    assert!(gradients.contains(&0.0) && gradients.contains(&4.0));
}

#[test]
fn in_evaluation_signals_pass_as_they_are_and_nothing_is_drawn() {
    let dropout = Dropout::new(0.5, &mut rng());
    let untouched = dropout.clone();
    dropout.set_training(false);
    let x = [Value::new(2.0)];
    let y = dropout.forward(&x);
    y[0].backward();
    assert_eq!((y[0].data(), x[0].grad()), (2.0, 1.0));
    dropout.set_training(true);
    assert_eq!(forward(&dropout), forward(&untouched));
}

#[derive(Module)]
struct Model {
    body: Sequential<(Linear, Activation, Dropout)>,
    heads: Vec<Head>,
    spare: Option<Box<Dropout>>,
    boxed: Sequential<Vec<Stage>>,
    plain: Mlp,
    pair: (Dropout, [Dropout; 1]),
}

#[derive(Module)]
enum Head {
    Noisy(Dropout),
    Quiet { value: Value },
}

fn model() -> Model {
    let rng = &mut rng();
    let mut dropout = || Dropout::new(0.5, rng);
    let spare = Some(Box::new(dropout()));
    let stage: Stage = Box::new(dropout());
    let pair = (dropout(), [dropout()]);
    let heads = vec![
        Head::Noisy(dropout()),
        Head::Quiet {
            value: Value::new(1.0),
        },
    ];
    let last = dropout();
    Model {
        body: Sequential::new((Linear::new(2, 2, rng), Activation::Tanh, last)),
        heads,
        spare,
        boxed: Sequential::new(vec![stage]),
        plain: Mlp::new(1, &[1], rng),
        pair,
    }
}

fn dropouts(model: &Model) -> [&Dropout; 5] {
    let Head::Noisy(head) = &model.heads[0] else {
        panic!("the first head is noisy");
    };
    let spare = model.spare.as_ref().expect("there is one");
    [
        &model.body.stages().2,
        head,
        spare,
        &model.pair.0,
        &model.pair.1[0],
    ]
}

#[test]
fn the_mode_reaches_every_dropout_of_a_model() {
    let model = model();
    let stage = |model: &Model| model.boxed.forward(&[1.0; 64]);
    assert!(dropouts(&model).iter().all(|dropout| dropout.is_training()));
    assert_ne!(stage(&model), [1.0; 64]);
    model.set_training(false);
    assert!(
        dropouts(&model)
            .iter()
            .all(|dropout| !dropout.is_training())
    );
    assert_eq!(stage(&model), [1.0; 64]);
    model.set_training(true);
    assert!(dropouts(&model).iter().all(|dropout| dropout.is_training()));
    assert_ne!(stage(&model), [1.0; 64]);
}

#[test]
fn a_model_whose_generators_are_restored_draws_the_same_numbers_again() {
    let model = model();
    let generators = || {
        let mut found: Vec<(String, u64)> = Vec::new();
        model.visit_generators(&ParameterPath::root(), &mut |path, generator| {
            found.push((path.to_string(), generator.state()));
        });
        found
    };
    let start = generators();
    let names: Vec<&str> = start.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "body.2",
            "heads.0.0",
            "spare",
            "boxed.0",
            "pair.0",
            "pair.1.0"
        ]
    );

    let run = || {
        let mut signals = model.body.forward(&[0.5, -0.5]);
        for dropout in dropouts(&model) {
            signals.extend(dropout.forward(&[1.0; 32]));
        }
        signals.extend(model.boxed.forward(&[1.0; 32]));
        signals.iter().map(Value::data).collect::<Vec<f64>>()
    };
    let first = run();
    assert_ne!(generators(), start);
    assert_ne!(run(), first, "a run goes on with other numbers");
    let mut states = start.iter().map(|(_, state)| *state);
    model.visit_generators(&ParameterPath::root(), &mut |_, generator| {
        generator.set_state(states.next().expect("as many as before"));
    });
    assert_eq!(run(), first);
}
