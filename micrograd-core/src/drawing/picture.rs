//! What is drawn, whatever the format: boxes, arrows and frames.

mod folded;
mod frames;
mod tooltip;

use super::numbers::number;
use super::readable::short;
use super::{Direction, Drawing};
use crate::graph::{Graph, Node, NodeOperand};
use crate::operations::Op;
use crate::operations::operation_name;

pub(super) struct Picture {
    pub(super) direction: Direction,
    /// What the reader must know of the whole.
    pub(super) note: Option<String>,
    pub(super) boxes: Vec<Shape>,
    pub(super) arrows: Vec<Arrow>,
    pub(super) frames: Vec<Frame>,
}

pub(super) struct Shape {
    /// Letters and digits, unique in the picture.
    pub(super) id: String,
    pub(super) kind: Kind,
    /// One text for an operation; the cells of a record, from left to right.
    pub(super) cells: Vec<String>,
    pub(super) tooltip: String,
}

impl Shape {
    /// What a cell of a record shows.
    #[cfg(feature = "svg")]
    pub(super) fn cell_class(&self, index: usize) -> &'static str {
        match self.cells.len() - index {
            1 if self.kind == Kind::Record => "grad",
            2 if self.kind == Kind::Record => "data",
            1 => "data",
            _ => "name",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A value.
    Record,
    /// A plain number that takes part.
    Number,
    /// The operation that made a value.
    Operation,
    /// Many values in one box.
    Group,
    /// A node that a part of a graph leaves out.
    LeftOut,
}

pub(super) struct Arrow {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) label: Option<String>,
    /// The node that uses, and the position of the operand that the arrow comes from.
    pub(super) operand: Option<(usize, usize)>,
}

/// Boxes that belong together.
pub(super) struct Frame {
    pub(super) title: String,
    pub(super) boxes: Vec<usize>,
}

impl Picture {
    /// `numbered`: values without a name show their number in the graph.
    pub(super) fn of(graph: &Graph, drawing: &Drawing<'_>, numbered: bool) -> Self {
        if graph.nodes().len() > drawing.fold_above {
            return folded::picture(graph, drawing);
        }
        let mut picture = Picture::empty(drawing.direction);
        let mut values = Vec::with_capacity(graph.nodes().len());
        for index in 0..graph.nodes().len() {
            picture.add_node(graph, index, &mut values, drawing, numbered);
        }
        if drawing.by_source_line {
            picture.add_frames(graph, &values);
        }
        picture
    }

    fn empty(direction: Direction) -> Self {
        Picture {
            direction,
            note: None,
            boxes: Vec::new(),
            arrows: Vec::new(),
            frames: Vec::new(),
        }
    }

    fn add_node(
        &mut self,
        graph: &Graph,
        index: usize,
        values: &mut Vec<usize>,
        drawing: &Drawing<'_>,
        numbered: bool,
    ) {
        let node = &graph.nodes()[index];
        let mut target = self.boxes.len();
        let has_box_of_its_own = !node.operands().is_empty() && !graph.is_contracted();
        if has_box_of_its_own {
            let operation = Shape {
                id: format!("op{index}"),
                kind: Kind::Operation,
                cells: vec![symbol(node)],
                tooltip: tooltip::of_operation(graph, index),
            };
            self.add_box(operation);
        }
        let mut cells = cells(node, drawing.precision);
        if numbered && node.name().is_none() {
            cells.insert(0, graph.reference(index));
        }
        let value = self.add_box(Shape {
            id: format!("n{index}"),
            kind: if node.op() == Op::Constant {
                Kind::Number
            } else {
                Kind::Record
            },
            cells,
            tooltip: tooltip::of_node(graph, index),
        });
        values.push(value);
        if has_box_of_its_own {
            self.add_arrow(target, value, None, None);
        } else {
            target = value;
        }
        for (position, operand) in node.operands().iter().enumerate() {
            let label = match operand {
                NodeOperand::Node { partial, .. } if drawing.edge_partials => {
                    Some(number(*partial, drawing.precision))
                }
                _ => None,
            };
            if let Some(from) = self.operand_box(node, index, position, values, drawing.precision) {
                self.add_arrow(from, target, label, Some((index, position)));
            }
        }
    }

    /// The box of an operand; none for an exponent, which stands in the box of its operation.
    fn operand_box(
        &mut self,
        node: &Node,
        index: usize,
        position: usize,
        values: &[usize],
        precision: usize,
    ) -> Option<usize> {
        let (kind, cells) = match node.operands()[position] {
            NodeOperand::Node { index, .. } => return Some(values[index]),
            NodeOperand::Number(_) if exponent(node).is_some() => return None,
            NodeOperand::Number(c) => {
                (Kind::Number, vec![format!("data {}", number(c, precision))])
            }
            NodeOperand::LeftOut { data } => (
                Kind::LeftOut,
                vec!["…".to_owned(), format!("data {}", number(data, precision))],
            ),
        };
        let tooltip = match kind {
            Kind::LeftOut => "left out of this part of the graph",
            _ => "a plain number",
        };
        Some(self.add_box(Shape {
            id: format!("c{index}x{position}"),
            kind,
            cells,
            tooltip: tooltip.to_owned(),
        }))
    }

    fn add_box(&mut self, shape: Shape) -> usize {
        self.boxes.push(shape);
        self.boxes.len() - 1
    }

    fn add_arrow(
        &mut self,
        from: usize,
        to: usize,
        label: Option<String>,
        operand: Option<(usize, usize)>,
    ) {
        self.arrows.push(Arrow {
            from,
            to,
            label,
            operand,
        });
    }
}

/// A name, if there is one, and the numbers.
fn cells(node: &Node, precision: usize) -> Vec<String> {
    let mut cells: Vec<String> = node.label().iter().map(|label| short(label)).collect();
    cells.push(format!("data {}", number(node.data(), precision)));
    if node.op() != Op::Constant {
        cells.push(format!("grad {}", number(node.grad(), precision)));
    }
    cells
}

/// The sign of an operation; with the exponent, as micrograd shows it: `**3`.
fn symbol(node: &Node) -> String {
    if node.call().is_some() {
        return operation_name(node.op(), node.call());
    }
    let symbol = node.op().symbol();
    match exponent(node) {
        Some(exponent) => format!("{symbol}{exponent}"),
        None => symbol.to_owned(),
    }
}

fn exponent(node: &Node) -> Option<f64> {
    match (node.op(), node.operands()) {
        (
            Op::Powi | Op::Pow,
            &[
                NodeOperand::Node { .. } | NodeOperand::LeftOut { .. },
                NodeOperand::Number(n),
            ],
        ) => Some(n),
        _ => None,
    }
}
