//! SVG and the page to step through: what the text formats do not have.

use crate::drawings::{odd, odd_names, small};
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

/// Each label with its rectangle: ten pixels high, six wide a letter.
fn labels<'a>(arrows: &[&'a str]) -> Vec<(&'a str, [f64; 4])> {
    let labels = arrows.iter().filter_map(|arrow| {
        let text = arrow.split_once("<text").unwrap().1;
        let label = text.split(['>', '<']).nth(1).unwrap();
        let [x, y]: [f64; 2] = ["x", "y"].map(|name| attribute(text, name).parse().unwrap());
        let width = 6.02 * f64::from(u8::try_from(label.chars().count()).unwrap());
        let left = match attribute(text, "text-anchor") {
            "end" => x - width,
            _ => x,
        };
        (!label.is_empty()).then_some((label, [left, left + width, y - 8.0, y + 1.0]))
    });
    labels.collect()
}

#[test]
fn no_arrow_goes_through_a_label() {
    let mut x: Vec<Value> = (0..6).map(|k| Value::new(f64::from(k))).collect();
    for k in 0..20 {
        let y = &x[k % 6] * &x[(k * k + 1) % 6];
        x[(k * 5 + 2) % 6] = y.sin() + 1.0;
    }
    let all = Graph::of(&x.into_iter().sum());
    let [a, b, c] = ["a", "b", "c"].map(|name| Value::new(2.0).with_name(name));
    let three = (&a * &b * &c).with_name("product");
    let three = Graph::of(&(&three * &a));
    for (drawing, least) in [
        (all.drawing(), 30),
        (three.drawing().names_only().top_down(), 4),
    ] {
        let svg = drawing.edge_partials().to_svg();
        let arrows: Vec<&str> = svg.split("<g class=\"arrow\"").skip(1).collect();
        let labels = labels(&arrows);
        assert!(labels.len() >= least, "{} labels", labels.len());
        for (label, [left, right, top, bottom]) in labels {
            for arrow in &arrows {
                for [x, y] in points(attribute(arrow, "d")) {
                    let inside = left < x && x < right && top < y && y < bottom;
                    assert!(!inside, "{label} is crossed at {x}, {y}");
                }
            }
        }
    }
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
