//! Every page of the course runs as a user runs it, and prints what it promises.

use crate::programs::{program, succeed};
use std::fs;
use std::path::Path;

/// What the cells of micrograd's lesson print in Python, in order.
const LESSON: &str = "\
Value(data=-2.0, grad=0)
Value(data=0.0, grad=0)
Value(data=-3.0, grad=0)
Value(data=-1.0, grad=0)
Value(data=0.0, grad=0)
Value(data=6.0, grad=0)
Value(data=-7.0, grad=0)
Value(data=49.0, grad=0)
Value(data=24.5, grad=0)
Value(data=24.70408163265306, grad=0)
Value(data=24.70408163265306, grad=0)
Value(data=-4.0, grad=138.83381924198252)
Value(data=2.0, grad=645.5772594752186)
Value(data=-1.0, grad=-6.941690962099126)
Value(data=6.0, grad=6.941690962099126)
Value(data=49.0, grad=0.4958350687213661)
Value(data=24.70408163265306, grad=1)";

#[test]
fn the_lesson_prints_the_digits_of_micrograd() {
    let output = run("01_lesson");
    let values: Vec<&str> = output
        .lines()
        .filter(|line| line.starts_with("Value"))
        .collect();
    assert_eq!(values, LESSON.lines().collect::<Vec<_>>());
}

#[test]
fn backpropagation_by_hand_is_what_backward_does() {
    let output = run("02_backpropagation");
    // y = (a·b + c)² + a at a = 2, b = −3, c = 10: ∂y/∂a = 2·4·b + 1, ∂y/∂b = 2·4·a, ∂y/∂c = 2·4.
    for line in [
        "a ∂product·b + ∂y·1 -23 -23",
        "b ∂product·a 16 16",
        "c ∂sum·1 8 8",
        "A second backward(): the leaf a holds -46, twice as much;",
    ] {
        assert!(prints(&output, line), "{line} in:\n{output}");
    }
    // Drawn after each step: sum has passed its gradient on, and product has not.
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/course");
    let drawing = Path::new(folder).join("after_sum.dot");
    let drawing = fs::read_to_string(drawing).expect("the page drew it");
    for record in [
        "{ a | data 2.0000 | grad 1.0000 }",
        "{ product | data -6.0000 | grad 8.0000 }",
        "{ b | data -3.0000 | grad 0.0000 }",
    ] {
        assert!(drawing.contains(record), "{record} in:\n{drawing}");
    }
}

#[test]
fn the_neuron_by_hand_and_the_neuron_of_the_library_learn_the_answer() {
    let output = run("03_neuron");
    // y = max(0, ½·2 + ¼ + ⅛), L = (y − 3)², ∂L/∂w = 2(y − 3)x
    for line in [
        "By hand: y = 1.375, loss = 2.640625",
        "∂L/∂w₁ = -6.5, ∂L/∂w₂ = 3.25, ∂L/∂b = -3.25",
        "ReLUNeuron(2): y = 1.375, loss = 2.640625",
        "One step with lr = 0.05: the loss falls from 2.640625 to 0.4225.",
    ] {
        assert!(prints(&output, line), "{line} in:\n{output}");
    }
}

#[test]
fn the_moons_print_the_run_of_the_notebook_and_a_picture() {
    let output = run("04_moons");
    let steps: Vec<&str> = output
        .lines()
        .filter(|line| line.starts_with("step "))
        .collect();
    assert_eq!(steps.len(), 100);
    assert_eq!(steps[0], "step 0 loss 0.8958441028683222, accuracy 50.0%");
    assert!(
        steps[99].starts_with("step 99 loss 0.010978370"),
        "{}",
        steps[99]
    );
    assert!(steps[99].ends_with("accuracy 100.0%"), "{}", steps[99]);

    let rows: Vec<&str> = output
        .lines()
        .filter(|line| line.starts_with('│'))
        .collect();
    assert!(rows.len() >= 20, "{output}");
    assert!(
        rows.iter()
            .all(|row| row.chars().count() == rows[0].chars().count())
    );
    for mark in ['░', '●', 'o'] {
        assert!(
            rows.iter().any(|row| row.contains(mark)),
            "{mark} in:\n{output}"
        );
    }
}

#[test]
fn a_model_of_one_s_own_finds_the_numbers_of_the_pendulum() {
    let output = run("07_your_own_model");
    let numbers = |name: &str| -> Vec<[f64; 2]> {
        let rows = output
            .lines()
            .filter_map(|line| line.trim().strip_prefix(name));
        let numbers = rows.filter_map(|row| {
            let numbers: Vec<f64> = row.split_whitespace().flat_map(str::parse).collect();
            numbers.try_into().ok()
        });
        numbers.collect()
    };
    // y = a·e^(−λt)·cos(ωt + φ), without the network and with it.
    for (name, truth) in [
        ("pendulum.amplitude", 1.2),
        ("pendulum.decay", 0.3),
        ("pendulum.frequency", 2.5),
        ("pendulum.phase", 0.4),
    ] {
        let [alone, together] = numbers(name)[..] else {
            panic!("{name} twice in:\n{output}");
        };
        assert_eq!([alone[1], together[1]], [truth; 2]);
        assert!(
            (together[0] - truth).abs() < 0.01,
            "{name} is {}",
            together[0]
        );
        let [before, after] = [alone, together].map(|[learned, _]| (learned - truth).abs());
        assert!(after < before, "{name}: {before} off, then {after}");
    }
    assert!(
        prints(&output, "correction.layers.0.weight [8, 1]"),
        "{output}"
    );
}

#[test]
fn compiled_gradients_have_the_digits_of_the_tape_and_find_the_spring() {
    let output = run("12_compiled");
    for line in [
        "x·sin y at (3, 0) is 0; its derivatives are 0 and 3",
        "misfit 2.637036, gradient (3.999115, -2.963294), both ways",
    ] {
        assert!(prints(&output, line), "{line} in:\n{output}");
    }
    let end = "then stiffness 4.000000, friction 0.300000";
    assert!(output.lines().any(|line| line.ends_with(end)), "{output}");
}

#[test]
fn the_regression_explains_almost_half_of_the_variance_that_it_has_not_seen() {
    let page = include_str!("../../../examples/nn/13_regression.rs");
    assert!(page.lines().count() <= 60, "a page of 60 lines");
    let explained = last_number(&run("13_regression"), "test R² ");
    assert!((0.45..0.7).contains(&explained), "{explained}");
}

#[test]
fn the_recurrent_network_learns_names_and_invents_new_ones() {
    let output = run("14_recurrent");
    let before = number_after(&output, "held-out loss before: ");
    assert!((before - 27_f64.ln()).abs() < 0.2, "{before}");
    let after = last_number(&output, "held-out loss after: ");
    assert!(after < 2.25, "{after}");
    let names: Vec<&str> = output.lines().skip(2).take(10).collect();
    assert!(
        names
            .iter()
            .all(|name| name.bytes().all(|byte| byte.is_ascii_lowercase())),
        "{output}"
    );
    assert!(names.iter().any(|name| name.len() >= 4), "{output}");
}

#[test]
fn the_poisson_equation_is_solved_to_four_digits() {
    let error = last_number(&run("15_poisson"), "largest error ");
    assert!(error < 1e-4, "{error}");
}

/// The number after `label` in the line that begins with it.
#[track_caller]
fn number_after(output: &str, label: &str) -> f64 {
    let number = output.lines().find_map(|line| line.strip_prefix(label));
    number
        .and_then(|number| number.parse().ok())
        .unwrap_or_else(|| panic!("`{label}` and a number in:\n{output}"))
}

/// The number after `label` in the last line.
#[track_caller]
fn last_number(output: &str, label: &str) -> f64 {
    number_after(output.lines().last().unwrap_or_default(), label)
}

/// Whether a line of the output is `line`, up to white space.
fn prints(output: &str, line: &str) -> bool {
    let words = || line.split_whitespace();
    output
        .lines()
        .any(|printed| printed.split_whitespace().eq(words()))
}

/// What a lesson prints.
#[track_caller]
fn run(example: &str) -> String {
    let output = succeed(&mut program(example));
    String::from_utf8(output.stdout).expect("the output is UTF-8")
}
