//! The first number that is not finite is reported where it was made.

use micrograd_core::{Anomaly, Op, Value, detect_anomaly, grad};

fn logarithm(a: &Value, b: &Value) -> (Value, u32) {
    (grad! { (a - b).ln() }, line!())
}

fn scaled(a: &Value, b: &Value) -> (Value, u32) {
    let (y, line) = logarithm(a, b);
    (grad! { let scaled = 2 * y; scaled }, line)
}

fn loss(a: &Value, b: &Value) -> (Value, u32) {
    let (y, line) = scaled(a, b);
    (grad! { let loss = y + a * b; loss }, line)
}

/// The line of a source position in this file.
fn this_file(line: u32) -> &'static str {
    let file = include_str!("anomalies.rs");
    file.lines().nth(line as usize - 1).unwrap()
}

#[test]
fn a_number_that_is_not_finite_is_reported_before_the_tape_closes_over_it() {
    let guard = detect_anomaly();
    let (zero, one) = (Value::new(0.0), Value::new(1.0));
    let mut held = vec![&one + 1.0];
    let dead = zero.ln(); // −∞, dead below what is held
    held.push(&one + 2.0);
    drop(dead);
    // More than half of what fills the tape is dead, so that it is taken out.
    for _ in 0..2000 {
        let dead: Vec<Value> = (0..9).map(|k| &one * f64::from(k)).collect();
        held.push(&one + 3.0);
        drop(dead);
    }
    assert_eq!(held[1], 3.0);
    assert!(held[2..].iter().all(|held| *held == 4.0));
    let anomaly = guard.take().unwrap();
    assert_eq!((anomaly.op, anomaly.data), (Op::Ln, f64::NEG_INFINITY));
    held[1].backward();
    assert_eq!(one.grad(), 1.0);
}

#[test]
fn a_nan_in_a_program_of_three_functions_is_reported_at_its_expression() {
    let guard = detect_anomaly();
    let (a, b) = (
        Value::new(1.0).with_name("a"),
        Value::new(2.0).with_name("b"),
    );
    let (loss, line) = loss(&a, &b);
    loss.backward();

    let anomaly = guard.take().unwrap();
    assert_eq!(anomaly.op, Op::Ln);
    assert!(anomaly.data.is_nan());
    assert!(anomaly.backward.is_none());
    let source = anomaly.source.unwrap();
    assert_eq!((source.file(), source.line()), (file!(), line));
    assert_eq!(source.text(), Some("(a - b).ln()"));
    assert_eq!(
        source.column() as usize,
        this_file(line).find("ln()").unwrap() + 1
    );
    assert_eq!(anomaly.operands[0].text, Some("a - b"));
    assert_eq!(anomaly.operands[0].data, -1.0);
    let names: Vec<_> = anomaly
        .chain
        .iter()
        .map(|step| step.name.as_deref())
        .collect();
    assert_eq!(names, [None, Some("scaled"), Some("loss")]);

    let report = anomaly.to_string();
    let (column, file) = (source.column(), file!());
    let expected = format!(
        "warning: `ln` gives NaN
  --> {file}:{line}:{column}
   |
{line} |     (grad! {{ (a - b).ln() }}, line!())
   |              --------^^-- ln(-1.0) = NaN
   |
   = operand: `a - b` = -1.0
   = note: from there to the root:
       (a - b).ln() = NaN  ({source})
"
    );
    // The margin is as wide as the number of the line.
    let expected = expected
        .replace("\n   ", "\n  ")
        .replace("\n  -->", "\n -->");
    assert!(report.starts_with(&expected), "{report}\n{expected}");
    assert!(report.contains("loss = y + a * b = NaN"), "{report}");
}

#[test]
fn an_infinite_slope_is_reported_at_the_operation_that_has_it() {
    let guard = detect_anomaly();
    let x = Value::new(0.0).with_name("x");
    let (y, line) = (grad! { let root = (x * x).sqrt(); root * 3 }, line!());
    assert!(guard.anomaly().is_none());
    y.backward();

    let anomaly = guard.take().unwrap();
    assert_eq!(anomaly.op, Op::Sqrt);
    assert_eq!(anomaly.name.as_deref(), Some("root"));
    assert_eq!(anomaly.source.unwrap().line(), line);
    let backward = anomaly.backward.unwrap();
    assert_eq!((backward.adjoint, backward.partial), (3.0, f64::INFINITY));
    assert_eq!(backward.operand_adjoint, f64::INFINITY);
    assert_eq!(anomaly.chain.len(), 2);
    let report = anomaly.to_string();
    assert!(
        report.starts_with("warning: the gradient through `sqrt` in `root` becomes an infinite"),
        "{report}"
    );
    assert!(
        report.contains("the adjoint of `x * x` becomes inf"),
        "{report}"
    );
}

#[test]
fn a_number_that_was_dropped_at_once_is_not_missed() {
    let guard = detect_anomaly();
    let x = Value::new(-1.0);
    assert!(x.sqrt().data().is_nan());
    let _later = x.exp();
    let anomaly = guard.take().unwrap();
    assert_eq!((anomaly.op, anomaly.chain.len()), (Op::Sqrt, 1));
}

#[test]
fn the_first_one_is_reported_and_no_second_one() {
    let guard = detect_anomaly();
    let x = Value::new(0.0);
    let y = x.ln() * 0.0;
    let z = x.recip();
    (&y + &z).backward();
    let anomaly = guard.take().unwrap();
    assert_eq!(anomaly.op, Op::Ln);
    let ops: Vec<Op> = anomaly.chain.iter().map(|step| step.op).collect();
    assert_eq!(ops, [Op::Ln, Op::Mul, Op::Add]);
    (-&x).ln().backward();
    assert!(guard.take().is_none());
}

#[test]
fn guards_nest() {
    let zero = Value::new(0.0);
    let outer = detect_anomaly();
    let first = zero.ln();
    {
        let inner = detect_anomaly();
        assert!(
            inner.anomaly().is_none(),
            "what was made before is not its business"
        );
        let _second = &zero / &zero;
        assert_eq!(inner.take().unwrap().op, Op::Div);
    }
    assert_eq!(outer.take().unwrap().op, Op::Ln);
    drop(first);

    let outer = detect_anomaly();
    {
        let inner = detect_anomaly();
        let _recip = zero.recip();
        assert_eq!(inner.anomaly().unwrap().op, Op::Recip);
    }
    assert_eq!(outer.take().unwrap().op, Op::Recip);
}

#[test]
fn a_nan_that_came_in_as_an_input_is_called_that() {
    let guard = detect_anomaly();
    let x = Value::new(f64::NAN).with_name("x");
    let y = &x + 1.0;
    let anomaly = guard.take().unwrap();
    assert_eq!(anomaly.op, Op::Add);
    assert!(
        anomaly.to_string().contains("it came in as an input"),
        "{anomaly}"
    );
    drop(y);
}

#[test]
fn it_survives_squeezes_of_the_tape() {
    let guard = detect_anomaly();
    let kept = Value::new(0.0);
    let nan = kept.ln();
    let mut state = Value::new(0.5);
    for _ in 0..100_000 {
        state = (&state * 3.7 * (1.0 - &state)).detach();
    }
    let root = &nan + &state;
    root.backward();
    let anomaly = guard.take().unwrap();
    assert_eq!((anomaly.op, anomaly.chain.len()), (Op::Ln, 2));
}

#[test]
fn a_chain_of_any_length_is_kept_and_its_ends_are_printed() {
    let guard = detect_anomaly();
    let mut x = Value::new(-1.0).ln();
    for _ in 0..10_000 {
        x += 1.0;
    }
    let anomaly: Anomaly = guard.take().unwrap();
    assert_eq!(anomaly.chain.len(), 10_001);
    let report = anomaly.to_string();
    assert!(report.contains("… 9989 more …"), "{report}");
    assert!(report.lines().count() < 30, "{report}");
}

#[test]
fn names_that_are_no_names_break_no_report() {
    let guard = detect_anomaly();
    let x = Value::new(-1.0).with_name("line\nbreak \"quoted\" größe");
    let _y = x.ln().with_name("w".repeat(1000));
    let report = guard.take().unwrap().to_string();
    assert!(
        report.contains("`line break \"quoted\" größe` = -1.0"),
        "{report}"
    );
    assert!(
        report.lines().all(|line| line.chars().count() < 200),
        "{report}"
    );
}

#[test]
fn without_anything_wrong_nothing_is_said() {
    let guard = detect_anomaly();
    let x = Value::new(2.0);
    (x.ln() * x.sqrt()).backward();
    assert!(guard.anomaly().is_none());
}

#[test]
fn an_anomaly_is_that_of_the_number_that_was_computed_whatever_its_leaf_is_now() {
    let guard = detect_anomaly();
    let x = Value::new(0.0);
    grad! { let y = 1 / (1 / x); }
    x.set_data(1.0);
    let anomaly = guard.take().unwrap();
    assert_eq!((anomaly.op, anomaly.data), (Op::Div, f64::INFINITY));
    assert_eq!(y, 0.0);
}

/// What runs in another folder in the test below.
#[test]
#[ignore = "a part of the test below"]
fn a_program_with_a_nan() {
    let _guard = detect_anomaly();
    let (a, b) = (Value::new(1.0), Value::new(2.0));
    logarithm(&a, &b).0.backward();
}

#[test]
fn the_line_is_shown_wherever_the_program_runs() {
    // A workspace with this file, and the program where cargo puts it.
    let root = std::env::temp_dir().join(format!("micrograd-anomaly-{}", std::process::id()));
    let [source, program] = [
        root.join(file!()),
        root.join(format!(
            "target/debug/deps/program{}",
            std::env::consts::EXE_SUFFIX
        )),
    ];
    for file in [&source, &program] {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    }
    std::fs::write(&source, include_str!("anomalies.rs")).unwrap();
    std::fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    let output = std::process::Command::new(&program)
        .args([
            "--exact",
            "--include-ignored",
            "--nocapture",
            "anomalies::a_program_with_a_nan",
        ])
        .current_dir(std::env::temp_dir())
        .env_remove("CARGO_MANIFEST_DIR")
        .output()
        .unwrap();
    let report = String::from_utf8(output.stderr).unwrap();
    let line = "(grad! { (a - b).ln() }, line!())";
    assert!(output.status.success() && report.contains(line), "{report}");
    std::fs::remove_dir_all(&root).unwrap();
}
