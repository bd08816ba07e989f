//! Every node knows its name, its position and the text of its expression.

// Casts are part of what must be told.
#![allow(clippy::cast_precision_loss)]

use micrograd_core::{Graph, Node, Value, detect_anomaly, grad};

/// Name, text and column of each node that has a text.
fn told(root: &Value) -> Vec<(Option<String>, String, u32)> {
    let told = |node: &Node| {
        let source = node.source()?;
        Some((
            node.name().map(ToString::to_string),
            source.text()?.to_string(),
            source.column(),
        ))
    };
    Graph::of(root).nodes().iter().filter_map(told).collect()
}

fn named(name: &str, text: &str, column: u32) -> (Option<String>, String, u32) {
    (Some(name.to_string()), text.to_string(), column)
}

fn unnamed(text: &str, column: u32) -> (Option<String>, String, u32) {
    (None, text.to_string(), column)
}

#[test]
fn operators_and_methods_stand_where_they_are_written() {
    let line = line!() + 2;
    grad! {
        let a = Value::new(2.0);
        let b = -a ** 3 + (a - 1).relu() / a.max(2*a);
    }
    assert_eq!(
        told(&b),
        [
            named("a", "Value::new(2.0)", 17),
            unnamed("a ** 3", 20),
            unnamed("-a ** 3", 17),
            unnamed("a - 1", 30),
            unnamed("(a - 1).relu()", 35),
            unnamed("2 * a", 51),
            unnamed("a.max(2 * a)", 46),
            unnamed("(a - 1).relu() / a.max(2 * a)", 42),
            named("b", "-a ** 3 + (a - 1).relu() / a.max(2 * a)", 25),
        ]
    );
    let graph = Graph::of(&b);
    let source = graph.root().source().unwrap();
    assert_eq!(source.file(), file!());
    assert_eq!(source.line(), line + 1);
}

#[test]
fn an_assignment_names_the_node_it_makes() {
    let mut c = Value::new(1.0);
    grad! {
        c += c + 1;
        c **= 2;
    }
    assert_eq!(
        told(&c),
        [
            unnamed("c + 1", 16),
            named("c", "c += c + 1", 11),
            named("c", "c **= 2", 11)
        ]
    );
}

#[test]
fn a_reassignment_names_its_node() {
    let mut c = Value::new(1.0);
    grad! { c = c * 2; }
    assert_eq!(told(&c), [named("c", "c * 2", 19)]);
}

#[test]
fn each_branch_names_its_own_node() {
    let a = Value::new(2.0);
    for flag in [true, false] {
        grad! {
            let picked = if flag { a + 1 } else { a.exp() };
        }
        assert_eq!(picked.name().as_deref(), Some("picked"));
    }
}

#[test]
fn what_was_made_elsewhere_is_named_unless_it_has_a_name() {
    fn square(x: &Value) -> Value {
        x * x
    }
    fn already() -> Value {
        Value::new(1.0).with_name("own")
    }
    let a = Value::new(2.0);
    grad! {
        let h = square(&a);
        let kept = already();
        let looped = loop { if a > 1.0 { break a * 3; } };
        let matched = match a.data() { 2.0 => &a / 2.0, _ => a.clone() };
        let typed: Value = square(&a);
    }
    let names: Vec<Option<String>> = [&h, &kept, &looped, &matched, &typed]
        .map(Value::name)
        .into();
    assert_eq!(
        names,
        ["h", "own", "looped", "matched", "typed"].map(|name| Some(name.to_string()))
    );
}

#[test]
fn a_number_that_becomes_a_value_is_named_and_placed() {
    grad! {
        let zero: Value = 0;
        let below: Value = -1.5;
        let ln_2: Value = std::f64::consts::LN_2;
    }
    assert_eq!(told(&zero), [named("zero", "0", 27)]);
    assert_eq!(told(&below), [named("below", "-1.5", 28)]);
    assert_eq!(told(&ln_2), [named("ln_2", "std::f64::consts::LN_2", 27)]);
}

#[test]
fn texts_are_known_where_a_block_is_left_early() {
    fn left_early(x: &Value) -> Value {
        grad! {
            let y = x * 3;
            if x > 0.0 { return y; }
            let z = y + 1;
        }
        z
    }
    let x = Value::new(2.0);
    assert_eq!(told(&left_early(&x)), [named("y", "x * 3", 23)]);
}

#[test]
fn an_expansion_takes_no_name_from_the_code_around_it() {
    const BLOCK: f64 = 2.0;
    const TEXTS: f64 = 5.0;
    struct Block(Value);
    let texts = Block(Value::new(3.0));
    grad! {
        let y = texts.0 * BLOCK + TEXTS;
    }
    grad! {
        let z = texts.0 * y;
    }
    let w = grad! { texts.0 - BLOCK };
    assert_eq!((y.data(), z.data(), w.data()), (11.0, 33.0, 1.0));
}

#[test]
fn texts_are_spaced_evenly() {
    let w = [Value::new(1.0), Value::new(2.0)];
    let k = 2_i64;
    grad! {
        let y = w [0]*w[ 1 ].powi( 2 )
            -k as f64*( w[0]+1 );
    }
    let texts: Vec<String> = told(&y).into_iter().map(|(_, text, _)| text).collect();
    assert_eq!(
        texts,
        [
            "w[1].powi(2)",
            "w[0] * w[1].powi(2)",
            "w[0] + 1",
            "k as f64 * (w[0] + 1)",
            "w[0] * w[1].powi(2) - k as f64 * (w[0] + 1)",
        ]
    );
}

#[test]
fn what_the_library_calls_has_no_position_rather_than_one_in_the_library() {
    let xs: Vec<Value> = [0.5, 2.0].into_iter().map(Value::new).collect();
    let make: fn(f64) -> Value = Value::new;
    let unknown = [
        xs[0].clone(),
        make(1.0),
        xs.get(2).cloned().unwrap_or_default(),
        xs.iter().sum(),
        xs.iter().product(),
        xs.clone().into_iter().sum(),
        xs[..0].iter().sum(),
        xs.iter().map(Value::ln).next().unwrap(),
        xs.clone().into_iter().reduce(std::ops::Mul::mul).unwrap(),
        grad! { xs.iter().sum::<Value>() },
    ];
    for value in &unknown {
        let graph = Graph::of(value);
        assert_eq!(graph.root().source(), None, "{}", graph.to_dot());
        assert!(!graph.to_dot().contains(".rs"), "{}", graph.to_dot());
    }
    let (line, by_fold) = (line!(), xs.iter().fold(Value::new(0.0), |a, x| a + x));
    let (next, by_function): (_, Value) = (line!(), std::iter::Sum::sum(xs.iter()));
    for (line, value) in [(line, by_fold), (next, by_function)] {
        let source = Graph::of(&value).root().source().unwrap();
        assert_eq!((source.file(), source.line()), (file!(), line));
    }
}

#[test]
fn a_report_names_a_sum_without_a_line_of_the_library() {
    let guard = detect_anomaly();
    let xs = [f64::INFINITY, f64::NEG_INFINITY].map(Value::new);
    grad! {
        let total = xs.iter().sum::<Value>();
    }
    let anomaly = guard.take().unwrap();
    let report = anomaly.to_string();
    assert!(report.contains("`add` in `total` gives NaN"), "{report}");
    assert!(
        anomaly.source.is_none() && !report.contains(".rs"),
        "{report}"
    );
    assert!(total.data().is_nan());
}
