//! GradBench's problems on small inputs, against answers from their definitions.

use crate::gradbench_session::replies_with;
use serde::Deserialize;
use serde_json::{Value as Json, json};
use std::fs;

#[derive(Deserialize)]
struct Answers {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    module: String,
    function: String,
    input: Json,
    output: Json,
}

impl Case {
    /// Gradient descent stops near its goal.
    fn tolerance(&self) -> f64 {
        match self.module.as_str() {
            "particle" | "saddle" => 2e-5,
            _ => 1e-11,
        }
    }
}

fn cases() -> Vec<Case> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/gradbench.json");
    let answers = fs::read_to_string(path).expect("the answers are there");
    let answers: Answers = serde_json::from_str(&answers).expect("the answers can be read");
    answers.cases
}

/// The replies to evaluating each case.
fn evaluated(cases: &[Case], input: impl Fn(&Case) -> Json) -> Vec<Json> {
    evaluated_with(&[], cases, input)
}

/// The same of a tool that was started with arguments.
fn evaluated_with(arguments: &[&str], cases: &[Case], input: impl Fn(&Case) -> Json) -> Vec<Json> {
    let lines = cases.iter().enumerate().map(|(id, case)| {
        let (module, function) = (&case.module, &case.function);
        let message = json!({
            "id": id, "kind": "evaluate", "module": module, "function": function, "input": input(case)
        });
        format!("{message}\n")
    });
    let replies = replies_with(arguments, lines.collect::<String>().as_bytes());
    assert_eq!(replies.len(), cases.len());
    for (id, (reply, case)) in replies.iter().zip(cases).enumerate() {
        let name = format!("{}::{}", case.module, case.function);
        assert_eq!(reply["id"], id, "{name}");
        assert_eq!(reply["success"], true, "{name}: {}", reply["error"]);
    }
    replies
}

/// The numbers agree within the tolerance, everything else exactly.
#[track_caller]
fn assert_close(place: &str, found: &Json, expected: &Json, tolerance: f64) {
    match (found, expected) {
        (Json::Array(found), Json::Array(expected)) => {
            assert_eq!(found.len(), expected.len(), "{place}: how many");
            for (i, (found, expected)) in found.iter().zip(expected).enumerate() {
                assert_close(&format!("{place}[{i}]"), found, expected, tolerance);
            }
        }
        (Json::Object(found), Json::Object(expected)) => {
            assert!(found.keys().eq(expected.keys()), "{place}: {found:?}");
            for (key, expected) in expected {
                assert_close(&format!("{place}.{key}"), &found[key], expected, tolerance);
            }
        }
        (Json::Number(found), Json::Number(expected)) => {
            let [found, expected] = [found, expected].map(|x| x.as_f64().expect("a number"));
            let error = (found - expected).abs() / expected.abs().max(1.0);
            assert!(
                error < tolerance,
                "{place}: {found} here, {expected} by the formula"
            );
        }
        _ => assert_eq!(found, expected, "{place}"),
    }
}

#[test]
fn every_function_gives_the_answer_of_its_definition() {
    let cases = cases();
    let replies = evaluated(&cases, |case| case.input.clone());
    for (reply, case) in replies.iter().zip(&cases) {
        let place = format!("{}::{}", case.module, case.function);
        assert_close(&place, &reply["output"], &case.output, case.tolerance());
    }
}

/// All numbers of an answer.
fn numbers(answer: &Json) -> Vec<f64> {
    match answer {
        Json::Array(answers) => answers.iter().flat_map(numbers).collect(),
        Json::Object(answers) => answers.values().flat_map(numbers).collect(),
        answer => vec![answer.as_f64().expect("a number")],
    }
}

#[test]
fn compiled_derivatives_are_those_of_the_tape() {
    let mut cases = cases();
    cases.retain(|case| !["particle", "saddle"].contains(&case.module.as_str()));
    let taped = evaluated(&cases, |case| case.input.clone());
    let compiled = evaluated_with(&["--compiled"], &cases, |case| case.input.clone());
    for ((taped, compiled), case) in taped.iter().zip(&compiled).zip(&cases) {
        let place = format!("{}::{}", case.module, case.function);
        let [taped, compiled] = [taped, compiled].map(|reply| numbers(&reply["output"]));
        assert_eq!(taped.len(), compiled.len(), "{place}: how many");
        let largest = taped
            .iter()
            .fold(0.0, |largest: f64, x| largest.max(x.abs()));
        for (i, (taped, compiled)) in taped.iter().zip(&compiled).enumerate() {
            let error = (taped - compiled).abs();
            assert!(
                error <= 1e-12 * largest,
                "{place}: number {i} is {taped} taped and {compiled} compiled"
            );
        }
    }
}

#[test]
fn compiled_derivatives_have_the_modules_that_need_one_derivative_alone() {
    let start = r#"{"id": 0, "kind": "start", "eval": "gmm"}"#;
    let define = |module| format!(r#"{{"id": 0, "kind": "define", "module": "{module}"}}"#);
    let lines = [start.to_owned(), define("gmm"), define("saddle")].join("\n");
    let replies = replies_with(&["--compiled"], lines.as_bytes());
    assert_eq!(replies[0]["tool"], "micrograd-compiled");
    assert_eq!(replies[1]["success"], true);
    assert_eq!(replies[2]["success"], false);
}

#[test]
fn there_is_a_case_for_every_function_of_the_twelve_evals() {
    let mut functions: Vec<(String, String)> = Vec::new();
    for case in cases() {
        functions.push((case.module, case.function));
    }
    for (module, names) in [
        ("hello", &["square", "double"][..]),
        ("gmm", &["objective", "jacobian"]),
        ("ba", &["objective", "jacobian"]),
        ("lstm", &["objective", "jacobian"]),
        ("ht", &["objective", "jacobian"]),
        ("kmeans", &["cost", "dir"]),
        ("llsq", &["primal", "gradient"]),
        ("lse", &["primal", "gradient"]),
        ("ode", &["primal", "gradient"]),
        ("det", &["primal", "gradient"]),
        ("particle", &["ff", "fr", "rf", "rr"]),
        ("saddle", &["ff", "fr", "rf", "rr"]),
    ] {
        for name in names {
            let function = (module.to_owned(), (*name).to_owned());
            assert!(functions.contains(&function), "{module}::{name}");
        }
    }
}

#[test]
fn a_function_runs_as_often_as_asked_and_gives_the_same_answer_each_time() {
    let mut cases = cases();
    cases.retain(|case| case.module != "hello");
    let once = evaluated(&cases, |case| case.input.clone());
    let often = evaluated(&cases, |case| {
        let mut input = case.input.clone();
        input["min_runs"] = json!(4);
        input
    });
    let runs = |reply: &Json| {
        let timings = reply["timings"].as_array().expect("there are timings");
        let runs = timings.iter().filter(|timing| timing["name"] == "evaluate");
        assert!(runs.clone().all(|timing| timing["nanoseconds"].is_u64()));
        runs.count()
    };
    for (once, often) in once.iter().zip(&often) {
        assert_eq!((runs(once), runs(often)), (1, 4));
        assert_eq!(once["output"], often["output"]);
    }
}
