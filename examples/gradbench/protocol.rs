//! GradBench's protocol: a JSON message on each line that comes in, a reply on each line that goes
//! out.

use crate::evaluation::{Evaluation, Timing, parse};
use crate::modules::Modules;
use serde::{Deserialize, Serialize};
use serde_json::Number;
use serde_json::value::RawValue;

/// What a line says, whatever its kind.
#[derive(Debug, Deserialize)]
struct Message<'a> {
    id: Number,
    kind: String,
    module: Option<String>,
    function: Option<String>,
    #[serde(borrow)]
    input: Option<&'a RawValue>,
}

/// An answer. Its `id` is null where the line had none that could be read.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Reply {
    id: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tool: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    success: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    output: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timings: Option<Vec<Timing>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

impl Reply {
    fn of(outcome: Result<Evaluation, String>) -> Reply {
        match outcome {
            Ok(Evaluation { output, timings }) => Reply {
                success: Some(true),
                output: Some(output),
                timings: Some(timings),
                ..Reply::default()
            },
            Err(error) => Reply {
                success: Some(false),
                error: Some(error),
                ..Reply::default()
            },
        }
    }

    pub(crate) fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }
}

/// The reply to one line.
pub(crate) fn reply(modules: Modules, line: &[u8]) -> Reply {
    let message = std::str::from_utf8(line)
        .map_err(|error| error.to_string())
        .and_then(|line| parse::<Message>(line, "").map_err(|error| error.to_string()));
    match message {
        Ok(message) => Reply {
            id: Some(message.id.clone()),
            ..answer(modules, &message)
        },
        Err(error) => Reply {
            id: id_alone(line),
            ..Reply::of(Err(format!("malformed message: {error}")))
        },
    }
}

/// What a message asks for. Only `define` and `evaluate` ask for more than a sign of life.
fn answer(modules: Modules, message: &Message) -> Reply {
    match message.kind.as_str() {
        "start" => Reply {
            tool: Some(modules.tool),
            ..Reply::default()
        },
        "define" => match present(message, "module", message.module.as_deref()) {
            Ok(module) => match modules.find(module) {
                Ok(_) => Reply {
                    success: Some(true),
                    ..Reply::default()
                },
                Err(error) => Reply::of(Err(error.to_string())),
            },
            Err(error) => Reply::of(Err(error)),
        },
        "evaluate" => Reply::of(evaluate(modules, message)),
        _ => Reply::default(),
    }
}

fn evaluate(modules: Modules, message: &Message) -> Result<Evaluation, String> {
    let module = present(message, "module", message.module.as_deref())?;
    let function = present(message, "function", message.function.as_deref())?;
    let input = present(message, "input", message.input)?;
    modules
        .evaluate(module, function, input)
        .map_err(|error| error.to_string())
}

/// The reply to one input from a file.
pub(crate) fn reply_to_input(
    modules: Modules,
    module: &str,
    function: &str,
    input: &[u8],
) -> Reply {
    let input = std::str::from_utf8(input)
        .map_err(|error| error.to_string())
        .and_then(|input| {
            let parsed = serde_json::from_str::<&RawValue>(input);
            parsed.map_err(|error| error.to_string())
        });
    Reply::of(input.and_then(|input| {
        modules
            .evaluate(module, function, input)
            .map_err(|error| error.to_string())
    }))
}

/// A field that this kind of message must have.
fn present<T>(message: &Message, field: &str, value: Option<T>) -> Result<T, String> {
    value.ok_or_else(|| {
        let kind = &message.kind;
        format!("malformed message: {kind}: missing field `{field}`")
    })
}

/// The number of a message of which something else cannot be read.
fn id_alone(line: &[u8]) -> Option<Number> {
    #[derive(Deserialize)]
    struct Id {
        id: Number,
    }
    let id: Id = serde_json::from_slice(line).ok()?;
    Some(id.id)
}
