//! One evaluation: an input is parsed and checked, a function prepared, then run and timed as often
//! as the input asks for.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::time::{Duration, Instant};
use thiserror::Error;

/// Why there is no output.
#[derive(Debug, Error)]
pub(crate) enum EvaluationError {
    #[error("there is no module `{module}`; there are {known}")]
    UnknownModule { module: String, known: String },

    #[error("module `{module}` has no function `{function}`; it has {known}")]
    UnknownFunction {
        module: &'static str,
        function: String,
        known: String,
    },

    #[error("{field}: {error}")]
    Unreadable {
        field: String,
        error: serde_json::Error,
    },

    #[error("input.{field}: {problem}")]
    Unfit { field: String, problem: String },

    #[error("the evaluation failed: {0}")]
    Panicked(String),

    #[error("the output cannot be written as JSON: {0}")]
    Output(#[from] serde_json::Error),
}

/// What an evaluation replies with.
pub(crate) struct Evaluation {
    pub(crate) output: Box<RawValue>,
    pub(crate) timings: Vec<Timing>,
}

/// How long a part of the work took.
#[derive(Debug, Serialize)]
pub(crate) struct Timing {
    name: &'static str,
    nanoseconds: u128,
}

/// What a function is given.
pub(crate) trait Input: DeserializeOwned {
    /// Whether its parts fit together.
    ///
    /// # Errors
    ///
    /// [`EvaluationError::Unfit`], which names the field.
    fn check(&self) -> Result<(), EvaluationError>;
}

/// How often to run.
#[derive(Deserialize)]
struct Runs {
    #[serde(default = "one")]
    min_runs: u64,
    #[serde(default)]
    min_seconds: f64,
}

fn one() -> u64 {
    1
}

/// `prepare` takes the input and gives back the function to be timed.
pub(crate) fn evaluate_repeatedly<I: Input, O: Serialize, F: FnMut() -> O>(
    input: &RawValue,
    prepare: impl FnOnce(I) -> F,
) -> Result<Evaluation, EvaluationError> {
    let runs: Runs = parse(input.get(), "input")?;
    evaluate(input, &runs, prepare)
}

/// For inputs without `min_runs` and `min_seconds`.
pub(crate) fn evaluate_once<I: Input, O: Serialize, F: FnMut() -> O>(
    input: &RawValue,
    prepare: impl FnOnce(I) -> F,
) -> Result<Evaluation, EvaluationError> {
    let runs = Runs {
        min_runs: 1,
        min_seconds: 0.0,
    };
    evaluate(input, &runs, prepare)
}

fn evaluate<I: Input, O: Serialize, F: FnMut() -> O>(
    input: &RawValue,
    runs: &Runs,
    prepare: impl FnOnce(I) -> F,
) -> Result<Evaluation, EvaluationError> {
    let input: I = parse(input.get(), "input")?;
    input.check()?;

    let start = Instant::now();
    let mut function = prepare(input);
    let mut timings = vec![Timing {
        name: "prepare",
        nanoseconds: start.elapsed().as_nanos(),
    }];

    let mut total = Duration::ZERO;
    let mut run = || {
        let start = Instant::now();
        let output = function();
        let elapsed = start.elapsed();
        total += elapsed;
        timings.push(Timing {
            name: "evaluate",
            nanoseconds: elapsed.as_nanos(),
        });
        (output, total.as_secs_f64())
    };
    let (mut output, mut seconds) = run();
    let mut count = 1;
    while count < runs.min_runs || seconds < runs.min_seconds {
        (output, seconds) = run();
        count += 1;
    }

    Ok(Evaluation {
        output: serde_json::value::to_raw_value(&output)?,
        timings,
    })
}

/// Reads JSON; an error names the field below `root` in which it was found.
pub(crate) fn parse<'a, T: Deserialize<'a>>(
    json: &'a str,
    root: &str,
) -> Result<T, EvaluationError> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        let field = match (root, path.as_str()) {
            ("", ".") => "message".to_owned(),
            ("", path) => path.to_owned(),
            (root, ".") => root.to_owned(),
            (root, path) => format!("{root}.{path}"),
        };
        let error = error.into_inner();
        EvaluationError::Unreadable { field, error }
    })?;
    let end = deserializer.end();
    end.map_err(|error| EvaluationError::Unreadable {
        field: if root.is_empty() { "message" } else { root }.to_owned(),
        error,
    })?;
    Ok(value)
}
