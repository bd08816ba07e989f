//! Drawings say what the graph says, and no name breaks them.

use micrograd_core::{Graph, Value, grad};

fn small() -> Value {
    let a = Value::new(2.0).with_name("a");
    let b = Value::new(-3.0).with_name("b");
    grad! { let y = a * b + a ** 2 + 1; }
    y.backward();
    y
}

/// Names that mean something to one format or another.
fn odd_names() -> Vec<String> {
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

fn odd() -> Value {
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
    for (name, reason) in [("a.png", "none of .dot"), ("a", "none of .dot")] {
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

#[cfg(feature = "svg")]
mod svg {
    use super::{odd, odd_names, small};
    use micrograd_core::{Graph, Value, grad};

    #[test]
    fn svg_has_the_same_boxes_as_dot() {
        let svg = Graph::of(&small()).to_svg();
        for text in ["data 2.0000", "grad 1.0000", ">**2<", ">a<", "id=\"op5\""] {
            assert!(svg.contains(text), "{text} in {svg}");
        }
        assert_eq!(svg.matches("class=\"arrow\"").count(), 11);
        assert!(!svg.contains("NaN"), "{svg}");
    }

    #[test]
    fn boxes_of_one_rank_do_not_touch() {
        let mut x: Vec<Value> = (0..6).map(|k| Value::new(f64::from(k))).collect();
        for k in 0..20 {
            let y = &x[k % 6] * &x[(k * k + 1) % 6];
            x[(k * 5 + 2) % 6] = y + 1.0;
        }
        let all: Value = x.into_iter().sum();
        let svg = Graph::of(&all).drawing().to_svg();
        let number = |line: &str, name: &str| -> f64 {
            let from = line.find(&format!(" {name}=\"")).unwrap() + name.len() + 3;
            line[from..].split('"').next().unwrap().parse().unwrap()
        };
        let boxes: Vec<[f64; 4]> = svg
            .split("<rect class=\"box\"")
            .skip(1)
            .map(|rect| ["x", "y", "width", "height"].map(|name| number(rect, name)))
            .collect();
        for (index, a) in boxes.iter().enumerate() {
            for b in &boxes[..index] {
                let apart = a[0] + a[2] <= b[0]
                    || b[0] + b[2] <= a[0]
                    || a[1] + a[3] <= b[1]
                    || b[1] + b[3] <= a[1];
                assert!(apart, "{a:?} {b:?}");
            }
        }
    }

    /// The text of an attribute in what begins with it.
    fn attribute<'a>(text: &'a str, name: &str) -> &'a str {
        let from = text.find(&format!(" {name}=\"")).unwrap() + name.len() + 3;
        text[from..].split('"').next().unwrap()
    }

    /// Points on a path of lines and cubic curves, close to each other.
    fn points(path: &str) -> Vec<[f64; 2]> {
        let spaced = path.replace('M', " M ").replace('L', " L ");
        let spaced = spaced.replace('C', " C ").replace(',', " ");
        let mut words = spaced.split_whitespace();
        let mut points = Vec::new();
        let mut at = [0.0; 2];
        while let Some(command) = words.next() {
            let ends = if command == "C" { 3 } else { 1 };
            let mut next = || -> f64 { words.next().unwrap().parse().unwrap() };
            let given: Vec<[f64; 2]> = (0..ends).map(|_| [next(), next()]).collect();
            let end = given[ends - 1];
            let [b, c] = if ends == 3 {
                [given[0], given[1]]
            } else {
                [at, end]
            };
            if command != "M" {
                for step in 0..=200 {
                    let t = f64::from(step) / 200.0;
                    let s = 1.0 - t;
                    points.push([0, 1].map(|i| {
                        s * s * s * at[i]
                            + 3.0 * s * s * t * b[i]
                            + 3.0 * s * t * t * c[i]
                            + t * t * t * end[i]
                    }));
                }
            }
            at = end;
        }
        points
    }

    #[test]
    fn no_arrow_leaves_the_page() {
        let [a, b] = ["a", "b"].map(|name| Value::new(2.0).with_name(name));
        grad! {
            let mut c = a + b;
            let mut d = a * b + b ** 3;
            c += c + 1;
            c += 1 + c + (-a);
            d += d * 2 + (b + a).relu();
            d += 3 * d + (b - a).relu();
            let e = c - d;
        }
        let lesson = Graph::of(&e);
        for svg in [lesson.drawing().names_only().to_svg(), lesson.to_svg()] {
            let [width, height]: [f64; 2] =
                ["width", "height"].map(|name| attribute(&svg, name).parse().unwrap());
            for arrow in svg.split("<g class=\"arrow\"").skip(1) {
                for [x, y] in points(attribute(arrow, "d")) {
                    assert!(
                        0.0 < x && x < width && 0.0 < y && y < height,
                        "{x}, {y} in {width} × {height}"
                    );
                }
            }
        }
    }

    #[test]
    fn no_arrow_goes_through_a_label() {
        let mut x: Vec<Value> = (0..6).map(|k| Value::new(f64::from(k))).collect();
        for k in 0..20 {
            let y = &x[k % 6] * &x[(k * k + 1) % 6];
            x[(k * 5 + 2) % 6] = y.sin() + 1.0;
        }
        let all: Value = x.into_iter().sum();
        let svg = Graph::of(&all).drawing().edge_partials().to_svg();
        let arrows: Vec<&str> = svg.split("<g class=\"arrow\"").skip(1).collect();
        let mut labels = 0;
        for arrow in &arrows {
            let text = arrow.split_once("<text").unwrap().1;
            let label = text.split(['>', '<']).nth(1).unwrap();
            if label.is_empty() {
                continue;
            }
            labels += 1;
            assert_eq!(attribute(text, "text-anchor"), "end");
            let [x, y]: [f64; 2] = ["x", "y"].map(|name| attribute(text, name).parse().unwrap());
            // Ten pixels high, six wide a letter.
            let width = 6.02 * f64::from(u8::try_from(label.chars().count()).unwrap());
            for other in &arrows {
                for [px, py] in points(attribute(other, "d")) {
                    let inside = x - width < px && px < x && y - 8.0 < py && py < y + 1.0;
                    assert!(!inside, "{label} at {x}, {y} is crossed at {px}, {py}");
                }
            }
        }
        assert!(labels > 30, "{labels} labels");
    }

    #[test]
    fn no_name_breaks_svg_or_html() {
        let graph = Graph::of(&odd());
        let svg = graph.to_svg();
        assert_eq!(svg.matches("<g ").count(), svg.matches("</g>").count());
        assert!(!svg.contains("<b>") && !svg.contains("<script"), "{svg}");
        assert!(svg.chars().all(|c| c == '\n' || !c.is_control()));
        let html = graph.to_html();
        assert_eq!(html.matches("<script").count(), 2);
        assert_eq!(html.matches("</script>").count(), 2);
        assert!(
            !html.contains("http://") || html.matches("http://").count() == 1,
            "xmlns only"
        );
        assert_eq!(odd_names().len(), 13);
    }

    #[test]
    fn the_page_steps_from_the_first_number_to_the_last_gradient() {
        let html = Graph::of(&small()).to_html();
        let first = html.find("Before the forward pass").unwrap();
        let forward = html.find("Forward: y = #4 + 1.0 = -1.0").unwrap();
        let seed = html.find("it begins with ∂y/∂y = 1").unwrap();
        let backward = html
            .find("a: grad += ∂#3/∂a · ∂root/∂#3 = 4 · 1 = 4, now 4")
            .unwrap();
        let done = html.find("Done. The gradients of the leaves:").unwrap();
        let order = [first, forward, seed, backward, done];
        assert!(order.is_sorted(), "{order:?}");
    }

    #[test]
    fn folded_graphs_are_drawn_too_even_with_cycles_between_lines() {
        let mut x = Value::new(0.5);
        for _ in 0..200 {
            x = x.sin();
            x = x.cos() + 0.1;
        }
        let graph = Graph::of(&x);
        assert!(graph.to_svg().contains("folded by source line to 3 boxes"));
        assert!(graph.to_html().contains("\"steps\":[]"));
    }
}
