//! Mermaid's flowcharts, for README files.

mod escape;

use super::Direction;
use super::picture::{Kind, Picture, Shape};
use escape::escaped;
use std::fmt::Write;

pub(super) fn write(picture: &Picture) -> String {
    let mut mermaid = String::from(match picture.direction {
        Direction::LeftToRight => "flowchart LR\n",
        Direction::TopDown => "flowchart TB\n",
    });
    if let Some(note) = &picture.note {
        let _ = writeln!(mermaid, "    folded[\"{}\"]", escaped(note));
    }
    for shape in &picture.boxes {
        let _ = writeln!(mermaid, "    {}{}", shape.id, label(shape));
    }
    for arrow in &picture.arrows {
        let (from, to) = (&picture.boxes[arrow.from].id, &picture.boxes[arrow.to].id);
        let _ = match &arrow.label {
            Some(label) => writeln!(mermaid, "    {from} -->|\"{}\"| {to}", escaped(label)),
            None => writeln!(mermaid, "    {from} --> {to}"),
        };
    }
    for (index, frame) in picture.frames.iter().enumerate() {
        let _ = writeln!(
            mermaid,
            "    subgraph line{index} [\"{}\"]",
            escaped(&frame.title)
        );
        for &index in &frame.boxes {
            let _ = writeln!(mermaid, "        {}", picture.boxes[index].id);
        }
        mermaid.push_str("    end\n");
    }
    mermaid
}

fn label(shape: &Shape) -> String {
    let cells: Vec<String> = shape.cells.iter().map(|cell| escaped(cell)).collect();
    match shape.kind {
        Kind::Operation => format!("([\"{}\"])", cells[0]),
        Kind::Record | Kind::Number | Kind::LeftOut => format!("[\"{}\"]", cells.join(" | ")),
        Kind::Group => format!("(\"{}\")", cells.join("<br/>")),
    }
}
