//! Drawings say what the graph says, and no name breaks them.

use micrograd_core::{Graph, Value, grad};

pub(crate) fn small() -> Value {
    let a = Value::new(2.0).with_name("a");
    let b = Value::new(-3.0).with_name("b");
    grad! { let y = a * b + a ** 2 + 1; }
    y.backward();
    y
}

/// Names that mean something to one format or another.
pub(crate) fn odd_names() -> Vec<String> {
    let names = [
        "a\"b'c",
        "</script><script>alert(1)</script>",
        "<b>&amp;</b> ]]> <!-- -->",
        "back\\slash\\N\\",
        "line\nbreak\r\n\ttab\0nul",
        "{x|y} <port>",
        "größe → π 変数 \u{202e}turned\u{1f600}",
        "",
        " ",
        "`*_[x](y)_*` #quot; ; %% $x$ ${x}",
        "<!--DATA--><!--SCRIPT-->",
        "end",
    ];
    let long = "w".repeat(1000);
    names.map(str::to_owned).into_iter().chain([long]).collect()
}

pub(crate) fn odd() -> Value {
    let named = odd_names()
        .into_iter()
        .map(|name| Value::new(1.0).with_name(name));
    let sum: Value = named.sum();
    sum.backward();
    sum
}

#[test]
fn dot_has_a_record_for_each_value_and_a_node_for_each_operation() {
    let dot = Graph::of(&small()).to_dot();
    let without_tooltips: Vec<String> = dot
        .lines()
        .map(|line| match line.find(" tooltip=") {
            Some(end) => format!("{}]", &line[..end]),
            None => line.to_owned(),
        })
        .collect();
    assert_eq!(
        without_tooltips.join("\n"),
        "\
digraph {
\tgraph [rankdir=LR]
\tn0 [label=\"{ a | data 2.0000 | grad 1.0000 }\" shape=record]
\tn1 [label=\"{ b | data -3.0000 | grad 2.0000 }\" shape=record]
\top2 [label=\"*\"]
\tn2 [label=\"{ data -6.0000 | grad 1.0000 }\" shape=record]
\top3 [label=\"**2\"]
\tn3 [label=\"{ data 4.0000 | grad 1.0000 }\" shape=record]
\top4 [label=\"+\"]
\tn4 [label=\"{ data -2.0000 | grad 1.0000 }\" shape=record]
\top5 [label=\"+\"]
\tn5 [label=\"{ y | data -1.0000 | grad 1.0000 }\" shape=record]
\tc5x1 [label=\"{ data 1.0000 }\" shape=record]
\top2 -> n2
\tn0 -> op2
\tn1 -> op2
\top3 -> n3
\tn0 -> op3
\top4 -> n4
\tn2 -> op4
\tn3 -> op4
\top5 -> n5
\tn4 -> op5
\tc5x1 -> op5
}"
    );
}

#[test]
fn options_change_the_drawing() {
    let graph = Graph::of(&small());
    let dot = graph
        .drawing()
        .top_down()
        .precision(1)
        .edge_partials()
        .to_dot();
    assert!(dot.contains("rankdir=TB"), "{dot}");
    assert!(dot.contains("{ b | data -3.0 | grad 2.0 }"), "{dot}");
    assert!(dot.contains("n0 -> op3 [label=\"4.0\"]"), "{dot}"); // ∂a²/∂a

    let dot = graph.drawing().group_by_source().to_dot();
    assert_eq!(dot.matches("subgraph cluster").count(), 3, "{dot}");

    let dot = graph.drawing().names_only().edge_partials().to_dot();
    assert_eq!(dot.matches("shape=record").count(), 3, "{dot}");
    assert!(dot.contains("n0 -> n2 [label=\"1.0000\"]"), "{dot}"); // ∂y/∂a = b + 2a

    let dot = graph.within_depth(1).to_dot();
    assert!(dot.contains("{ … | data -6.0000 }"), "{dot}");
}

#[test]
fn the_frame_of_a_line_holds_the_plain_numbers_of_the_line() {
    let x = Value::new(-2.0).with_name("x");
    let y = x * 3.0;
    let mermaid = Graph::of(&y).drawing().group_by_source().to_mermaid();
    let frame = mermaid
        .split("subgraph")
        .skip(1)
        .find(|frame| frame.contains("op1"))
        .expect("the line of the product has a frame");
    assert!(frame.contains(" c1x1\n"), "{mermaid}");
}

#[test]
fn a_file_has_the_format_of_its_ending() {
    let folder = std::env::temp_dir().join(format!("micrograd-saved-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let graph = Graph::of(&small());
    for (name, text) in [("a.dot", graph.to_dot()), ("a.MMD", graph.to_mermaid())] {
        graph.save(folder.join(name)).unwrap();
        assert_eq!(std::fs::read_to_string(folder.join(name)).unwrap(), text);
    }
    for (name, reason) in [
        ("a.png", "none of .dot"),
        ("a", "none of .dot"),
        ("no_folder/a.dot", "cannot write"),
    ] {
        let message = graph.save(folder.join(name)).unwrap_err().to_string();
        assert!(
            message.contains(reason) && message.contains(name),
            "{message}"
        );
        assert!(!folder.join(name).exists());
    }
    let svg = graph.save(folder.join("a.svg"));
    #[cfg(feature = "svg")]
    {
        svg.unwrap();
        let saved = std::fs::read_to_string(folder.join("a.svg")).unwrap();
        assert_eq!(saved, graph.to_svg());
    }
    #[cfg(not(feature = "svg"))]
    {
        let message = svg.unwrap_err().to_string();
        assert!(message.contains("feature `svg`"), "{message}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn mermaid_is_a_flowchart() {
    let x = Value::new(-2.0).with_name("x");
    let mermaid = Graph::of(&x.exp()).to_mermaid();
    assert_eq!(
        mermaid,
        "\
flowchart LR
    n0[\"x | data -2.0000 | grad 0.0000\"]
    op1([\"exp\"])
    n1[\"data 0.1353 | grad 0.0000\"]
    op1 --> n1
    n0 --> op1
"
    );
}

#[test]
fn no_name_breaks_dot_or_mermaid() {
    let graph = Graph::of(&odd());
    let dot = graph.to_dot();
    assert_eq!(
        dot.lines()
            .filter(|line| line.contains("shape=record"))
            .count(),
        25,
        "{dot}"
    );
    for line in dot.lines().filter(|line| line.contains("label=")) {
        // Within quotes, each quote has an odd number of backslashes before it.
        let mut quotes = 0;
        let mut escaped = false;
        for c in line.chars() {
            quotes += usize::from(c == '"' && !escaped);
            escaped = c == '\\' && !escaped;
        }
        assert_eq!(quotes, 4, "{line}");
    }
    assert!(dot.contains(&format!("{{ {}… |", "w".repeat(39))), "{dot}");
    assert!(
        dot.contains(&"w".repeat(1000)),
        "the tooltip has the whole name"
    );
    let mermaid = graph.to_mermaid();
    for line in mermaid.lines().filter(|line| line.contains('[')) {
        assert_eq!(line.matches('"').count(), 2, "{line}");
        assert!(!line.contains('<'), "{line}");
    }
}

#[test]
fn a_large_graph_is_folded_and_says_so() {
    let mut x = Value::new(0.5).with_name("x");
    for _ in 0..150 {
        grad! { x = 3.7 * x * (1 - x); }
    }
    let graph = Graph::of(&x);
    let note = "451 nodes folded by source line to 2 boxes";
    for drawing in [graph.to_dot(), graph.to_mermaid()] {
        assert!(drawing.contains(note), "{drawing}");
        assert!(drawing.lines().count() < 12, "{drawing}");
    }
    let whole = graph.drawing().fold_above(1000).to_dot();
    assert!(
        whole.contains("x₁₅₀") && !whole.contains("folded"),
        "{}",
        whole.len()
    );
}
