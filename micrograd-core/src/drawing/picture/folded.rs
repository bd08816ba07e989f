//! The picture of a graph that is too large to be drawn node by node.

use super::{Kind, Picture, Shape};
use crate::drawing::Drawing;
use crate::drawing::numbers::number;
use crate::drawing::readable::{printable, short, short_path};
use crate::graph::{Fold, FoldedBy, Graph, GraphGroup};

pub(super) fn picture(graph: &Graph, drawing: &Drawing<'_>) -> Picture {
    let fold = Fold::of(graph);
    let mut picture = Picture::empty(drawing.direction);
    let by = match fold.by {
        FoldedBy::SourceLine => "source line",
        FoldedBy::Layer => "layer",
    };
    picture.note = Some(format!(
        "{} nodes folded by {by} to {} boxes: more than {} are not drawn one by one",
        graph.nodes().len(),
        fold.groups.len(),
        drawing.fold_above,
    ));
    for (index, group) in fold.groups.iter().enumerate() {
        picture.add_box(Shape {
            id: format!("g{index}"),
            kind: Kind::Group,
            cells: cells(group, drawing.precision),
            tooltip: tooltip(group),
        });
    }
    for ((from, to), edges) in fold.edges {
        let label = if edges == 1 {
            "1 edge".to_owned()
        } else {
            format!("{edges} edges")
        };
        picture.add_arrow(from, to, Some(label), None);
    }
    picture
}

fn cells(group: &GraphGroup, precision: usize) -> Vec<String> {
    let range = |(low, high)| {
        if low > high {
            "NaN".to_owned()
        } else {
            format!("{} … {}", number(low, precision), number(high, precision))
        }
    };
    let mut cells = vec![short_path(&group.title)];
    cells.extend(group.text.as_deref().map(short));
    let nodes = if group.nodes == 1 { "node" } else { "nodes" };
    cells.push(format!("{} {nodes}", group.nodes));
    cells.push(format!("data {}", range(group.data)));
    cells.push(format!("grad {}", range(group.grad)));
    if group.not_finite > 0 {
        cells.push(format!("{} not finite", group.not_finite));
    }
    cells
}

fn tooltip(group: &GraphGroup) -> String {
    let text = group.text.as_deref().unwrap_or_default();
    printable(&format!(
        "{}\n{}\n{text}",
        group.title,
        group.operations_in_words()
    ))
}
