//! Graphviz's language.

mod escape;

use super::Direction;
use super::picture::{Kind, Picture, Shape};
use escape::{escaped, escaped_in_record};
use std::fmt::Write;

pub(super) fn write(picture: &Picture) -> String {
    let rankdir = match picture.direction {
        Direction::LeftToRight => "LR",
        Direction::TopDown => "TB",
    };
    let mut dot = format!("digraph {{\n\tgraph [rankdir={rankdir}]\n");
    if let Some(note) = &picture.note {
        let _ = writeln!(dot, "\tgraph [label=\"{}\" labelloc=t]", escaped(note));
    }
    for shape in &picture.boxes {
        let _ = writeln!(dot, "\t{} {}", shape.id, attributes(shape));
    }
    for arrow in &picture.arrows {
        let (from, to) = (&picture.boxes[arrow.from].id, &picture.boxes[arrow.to].id);
        let _ = match &arrow.label {
            Some(label) => writeln!(dot, "\t{from} -> {to} [label=\"{}\"]", escaped(label)),
            None => writeln!(dot, "\t{from} -> {to}"),
        };
    }
    for (index, frame) in picture.frames.iter().enumerate() {
        let title = escaped(&frame.title);
        let _ = write!(
            dot,
            "\tsubgraph cluster{index} {{\n\t\tlabel=\"{title}\"\n\t\t"
        );
        let ids: Vec<&str> = frame
            .boxes
            .iter()
            .map(|&i| picture.boxes[i].id.as_str())
            .collect();
        let _ = writeln!(dot, "{}\n\t}}", ids.join(" "));
    }
    dot.push_str("}\n");
    dot
}

fn attributes(shape: &Shape) -> String {
    let tooltip = escaped(&shape.tooltip);
    match shape.kind {
        Kind::Operation => format!(
            "[label=\"{}\" tooltip=\"{tooltip}\"]",
            escaped(&shape.cells[0])
        ),
        Kind::Record | Kind::Number => {
            format!(
                "[label=\"{}\" shape=record tooltip=\"{tooltip}\"]",
                record(shape)
            )
        }
        Kind::LeftOut => {
            let label = record(shape);
            format!("[label=\"{label}\" shape=record style=dashed tooltip=\"{tooltip}\"]")
        }
        Kind::Group => {
            let cells: Vec<String> = shape.cells.iter().map(|cell| escaped(cell)).collect();
            format!(
                "[label=\"{}\" shape=box style=rounded tooltip=\"{tooltip}\"]",
                cells.join("\\n")
            )
        }
    }
}

/// `{ a | data 2.0000 | grad 1.0000 }`
fn record(shape: &Shape) -> String {
    let cells: Vec<String> = shape
        .cells
        .iter()
        .map(|cell| escaped_in_record(cell))
        .collect();
    format!("{{ {} }}", cells.join(" | "))
}
