//! GradBench's protocol: what the tool answers to messages, also to those that are no messages.

use crate::gradbench_session::{replies, run};
use serde_json::{Value as Json, json};
use std::fs;

/// The reply to one line.
fn reply(line: &str) -> Json {
    let mut replies = replies(format!("{line}\n").as_bytes());
    assert_eq!(replies.len(), 1, "{replies:?}");
    replies.remove(0)
}

#[test]
fn a_session_is_answered_line_by_line() {
    let lines = r#"
        { "id": 0, "kind": "start", "eval": "lse" }
        { "id": 1, "kind": "define", "module": "lse" }
        { "id": 2, "kind": "evaluate", "module": "lse", "function": "gradient", "input": { "x": [0.5] } }
        { "id": 3, "kind": "analysis", "of": 2, "valid": true }
        { "id": 4, "kind": "what else may come" }"#;
    let replies = replies(lines.trim_start().as_bytes());
    assert_eq!(replies[0], json!({ "id": 0, "tool": "micrograd" }));
    assert_eq!(replies[1], json!({ "id": 1, "success": true }));
    assert_eq!(replies[2]["id"], 2);
    assert_eq!(replies[2]["success"], true);
    assert_eq!(replies[2]["output"], json!([1.0]));
    assert_eq!(replies[3], json!({ "id": 3 }));
    assert_eq!(replies[4], json!({ "id": 4 }));
    assert_eq!(replies.len(), 5);
}

/// Bad lines, the id that can be read from each, and what the error says.
const MALFORMED: &[(&str, Option<u64>, &str)] = &[
    ("", None, "message: EOF"),
    ("no JSON", None, "message: expected"),
    (r#"{"id": 7, "kind": "#, None, "kind: EOF"),
    (
        r#"{"id": 7, "kind": "define"} {}"#,
        None,
        "message: trailing",
    ),
    ("[]", None, "message"),
    (r#"{"kind": "start"}"#, None, "missing field `id`"),
    (
        r#"{"id": "seven", "kind": "start"}"#,
        None,
        "id: invalid type",
    ),
    (r#"{"id": 7}"#, Some(7), "missing field `kind`"),
    (r#"{"id": 7, "kind": 1}"#, Some(7), "kind: invalid type"),
    (
        r#"{"id": 7, "kind": "define"}"#,
        Some(7),
        "missing field `module`",
    ),
    (
        r#"{"id": 7, "kind": "define", "module": []}"#,
        Some(7),
        "module: invalid type",
    ),
    (
        r#"{"id": 7, "kind": "evaluate", "module": "lse", "input": {"x": [1]}}"#,
        Some(7),
        "missing field `function`",
    ),
    (
        r#"{"id": 7, "kind": "evaluate", "module": "lse", "function": "primal"}"#,
        Some(7),
        "missing field `input`",
    ),
];

#[test]
fn a_malformed_line_gets_an_error_that_names_the_field_and_the_next_one_is_served() {
    let mut lines = Vec::new();
    for (line, _, _) in MALFORMED {
        lines.extend_from_slice(line.as_bytes());
        lines.extend_from_slice(b"\n{\"id\": 8, \"kind\": \"define\", \"module\": \"det\"}\n");
    }
    lines.extend_from_slice(b"{\"id\": 9, \xff}\n{\"id\": 8, \"kind\": \"start\"}\n");
    let replies = replies(&lines);
    assert_eq!(replies.len(), 2 * MALFORMED.len() + 2);

    for (&(line, id, message), replies) in MALFORMED.iter().zip(replies.chunks(2)) {
        let [error, next] = replies else {
            panic!("two replies");
        };
        assert_eq!(error["id"], json!(id), "{line}");
        assert_eq!(error["success"], false, "{line}");
        let error = error["error"].as_str().expect("an error has a text");
        assert!(error.starts_with("malformed message: "), "{error}");
        assert!(error.contains(message), "{message} in: {error}");
        assert_eq!(*next, json!({ "id": 8, "success": true }));
    }
    let [not_utf8, next] = &replies[2 * MALFORMED.len()..] else {
        panic!("two replies");
    };
    let error = not_utf8["error"].as_str().expect("an error has a text");
    assert!(error.contains("invalid utf-8"), "{error}");
    assert_eq!(next["id"], 8);
}

#[test]
fn an_unknown_module_or_function_is_answered_with_those_that_there_are() {
    let unknown = reply(r#"{"id": 1, "kind": "define", "module": "gnn"}"#);
    assert_eq!(unknown["success"], false);
    assert_eq!(
        unknown["error"],
        "there is no module `gnn`; there are hello, gmm, ba, lstm, ht, kmeans, llsq, lse, ode, det, particle, saddle"
    );
    let unknown = reply(
        r#"{"id": 1, "kind": "evaluate", "module": "lse", "function": "hessian", "input": {"x": [1]}}"#,
    );
    assert_eq!(unknown["success"], false);
    assert_eq!(
        unknown["error"],
        "module `lse` has no function `hessian`; it has primal, gradient"
    );
}

/// Modules, functions, inputs that do not fit, and the field at fault.
const UNFIT: &[(&str, &str, &str, &str)] = &[
    ("hello", "square", r#""two""#, "input: invalid type"),
    ("lse", "primal", r#"{"x": []}"#, "input.x: is empty"),
    (
        "lse",
        "gradient",
        r#"{"x": [1, "2"]}"#,
        "input.x[1]: invalid type",
    ),
    (
        "lse",
        "gradient",
        r#"{"y": [1]}"#,
        "input: missing field `x`",
    ),
    (
        "lse",
        "gradient",
        r#"{"x": [1], "min_runs": -1}"#,
        "input.min_runs: invalid value",
    ),
    (
        "lse",
        "gradient",
        r#"{"x": [1], "min_seconds": "1"}"#,
        "input.min_seconds: invalid type",
    ),
    (
        "llsq",
        "primal",
        r#"{"x": [1], "n": 1}"#,
        "input.n: is 1, and must be 2 or more",
    ),
    (
        "ode",
        "primal",
        r#"{"x": [1], "s": 0}"#,
        "input.s: is 0, and must be 1 or more",
    ),
    ("ode", "primal", r#"{"x": [], "s": 1}"#, "input.x: is empty"),
    (
        "det",
        "primal",
        r#"{"A": [1, 2, 3], "ell": 2}"#,
        "input.A: has length 3, expected 4, the square of ell",
    ),
    (
        "det",
        "gradient",
        r#"{"A": [], "ell": 0}"#,
        "input.ell: is 0",
    ),
    (
        "det",
        "gradient",
        r#"{"A": [], "ell": 18446744073709551615}"#,
        "input.ell: is 1844",
    ),
    (
        "kmeans",
        "dir",
        r#"{"points": [[1]], "centroids": []}"#,
        "input.centroids: is empty",
    ),
    (
        "kmeans",
        "dir",
        r#"{"points": [[1, 2], [3]], "centroids": [[1, 2]]}"#,
        "input.points[1]: has length 1, expected 2, as many as points[0] has",
    ),
    (
        "gmm",
        "objective",
        r#"{"d": 1, "k": 1, "n": 1, "x": [[1]], "m": 0, "gamma": 1, "alpha": [1], "mu": [[1, 2]], "q": [[1]], "l": [[]]}"#,
        "input.mu[0]: has length 2, expected 1, d",
    ),
    (
        "ba",
        "jacobian",
        r#"{"n": 1, "m": 1, "p": 1, "cam": [1], "x": [1, 2, 3], "w": 1, "feat": [1, 2]}"#,
        "input.cam: has length 1, expected 11",
    ),
    (
        "lstm",
        "jacobian",
        r#"{"main_params": [[1, 2, 3, 4], [1, 2, 3]], "extra_params": [[1], [1], [1]], "state": [[1], [1]], "sequence": [[0], [1]]}"#,
        "input.main_params[1]: has length 3, expected 4",
    ),
    (
        "lstm",
        "objective",
        r#"{"main_params": [], "extra_params": [], "state": [], "sequence": [[0]]}"#,
        "input.sequence",
    ),
    (
        "ht",
        "objective",
        r#"{"theta": [1], "data": {}, "us": []}"#,
        "input.data: missing field",
    ),
    ("particle", "rr", r#"{"w": null}"#, "input.w: invalid type"),
    ("saddle", "ff", r#"{"start": [1]}"#, "input.start"),
];

#[test]
fn an_input_that_does_not_fit_gets_an_error_that_names_the_field() {
    let lines = UNFIT.iter().map(|(module, function, input, _)| {
        format!(
            r#"{{"id": 3, "kind": "evaluate", "module": "{module}", "function": "{function}", "input": {input}}}"#
        ) + "\n"
    });
    let replies = replies(lines.collect::<String>().as_bytes());
    assert_eq!(replies.len(), UNFIT.len());
    for (reply, (module, function, input, message)) in replies.iter().zip(UNFIT) {
        assert_eq!(reply["id"], 3);
        assert_eq!(reply["success"], false, "{module}::{function} of {input}");
        let error = reply["error"].as_str().expect("an error has a text");
        assert!(error.starts_with(message), "{message} in: {error}");
    }
}

#[test]
fn an_input_from_a_file_is_evaluated() {
    let folder = tempfile::tempdir().expect("there is room for a file");
    let path = folder.path().join("input.json");
    fs::write(&path, r#"{"x": [1, 1]}"#).expect("the file can be written");
    let path = path.to_str().expect("its name is UTF-8");
    let output = run(&["lse", "gradient", path], b"");
    assert!(output.status.success());
    let reply: Json = serde_json::from_slice(&output.stdout).expect("the reply is JSON");
    assert_eq!(reply["output"], json!([0.5, 0.5]));
}

#[test]
fn a_missing_or_damaged_file_is_an_error_that_names_it() {
    let folder = tempfile::tempdir().expect("there is room for files");
    let file = |name: &str, content: Option<&[u8]>| {
        let path = folder.path().join(name);
        if let Some(content) = content {
            fs::write(&path, content).expect("the file can be written");
        }
        path.to_str().expect("its name is UTF-8").to_owned()
    };
    for (path, problem) in [
        (file("missing.json", None), "os error 2"),
        (
            file("cut.json", Some(br#"{"x": [1, 2"#)),
            "EOF while parsing",
        ),
        (file("bytes.json", Some(b"\xff\xfe")), "invalid utf-8"),
        (file("empty.json", Some(b"")), "EOF while parsing"),
        (
            file("damaged.json", Some(br#"{"x": [1, {}]}"#)),
            "input.x[1]: invalid type",
        ),
    ] {
        let output = run(&["lse", "gradient", &path], b"");
        assert_eq!(output.status.code(), Some(1), "{path}");
        assert!(output.stdout.is_empty(), "{path}");
        let error = String::from_utf8(output.stderr).expect("errors are UTF-8");
        assert!(
            error.starts_with(&format!("gradbench: {path}: ")),
            "{error}"
        );
        assert!(error.contains(problem), "{problem} in: {error}");
    }
}
