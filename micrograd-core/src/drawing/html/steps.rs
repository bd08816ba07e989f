//! The forward and the backward pass, one node at a time.

use super::json::{array, string};
use crate::drawing::numbers::number;
use crate::drawing::picture::Picture;
use crate::drawing::readable::printable;
use crate::graph::Graph;
use crate::operations::Op;
use crate::trace::{BackwardStep, ForwardStep, TracePart};
use std::collections::HashMap;
use std::fmt::Write;

pub(super) struct Steps {
    steps: Vec<Step>,
    adjoints: Vec<f64>,
}

/// What one step says and changes.
struct Step {
    caption: String,
    /// The boxes that take part.
    active: Vec<String>,
    /// Box, cell and new text.
    cells: Vec<(String, &'static str, String)>,
    /// Arrow and label.
    arrows: Vec<(usize, String)>,
}

impl Steps {
    pub(super) fn none() -> Self {
        Steps {
            steps: Vec::new(),
            adjoints: Vec::new(),
        }
    }

    /// How many letters the longest text at an arrow has.
    pub(super) fn longest_label(&self) -> usize {
        let labels = self.steps.iter().flat_map(|step| &step.arrows);
        labels
            .map(|(_, label)| label.chars().count())
            .max()
            .unwrap_or(0)
    }

    pub(super) fn of(graph: &Graph, picture: &Picture, precision: usize) -> Self {
        let arrows = picture.arrows.iter().enumerate();
        let arrows: HashMap<(usize, usize), usize> = arrows
            .filter_map(|(index, arrow)| Some((arrow.operand?, index)))
            .collect();
        let mut passes = Passes {
            graph,
            arrows,
            precision,
            steps: Vec::new(),
        };
        passes.say("Before the forward pass: the graph, and no numbers yet.");
        let (trace, adjoints) = graph.trace_with_grads();
        passes.forward(&trace.forward);
        passes.backward(&trace.backward);
        passes.finish(&adjoints);
        let steps = passes.steps;
        Steps { steps, adjoints }
    }

    /// ∂root/∂node for each node.
    pub(super) fn adjoints(&self) -> &[f64] {
        &self.adjoints
    }

    pub(super) fn to_json(&self) -> String {
        array(self.steps.iter().map(|step| {
            let cells = step
                .cells
                .iter()
                .map(|(id, cell, text)| array([string(id), string(cell), string(text)]));
            let arrows = step.arrows.iter();
            let arrows = arrows.map(|(arrow, label)| format!("[\"e{arrow}\",{}]", string(label)));
            format!(
                "{{\"caption\":{},\"active\":{},\"cells\":{},\"arrows\":{}}}",
                string(&printable(&step.caption)),
                array(step.active.iter().map(|id| string(id))),
                array(cells),
                array(arrows),
            )
        }))
    }
}

/// The passes in the making.
struct Passes<'a> {
    graph: &'a Graph,
    arrows: HashMap<(usize, usize), usize>,
    precision: usize,
    steps: Vec<Step>,
}

impl Passes<'_> {
    fn say(&mut self, caption: impl Into<String>) -> &mut Step {
        self.steps.push(Step {
            caption: caption.into(),
            active: Vec::new(),
            cells: Vec::new(),
            arrows: Vec::new(),
        });
        self.steps.last_mut().expect("one was pushed")
    }

    fn forward(&mut self, steps: &[ForwardStep]) {
        for ForwardStep {
            index,
            value,
            formula,
            data,
            ..
        } in steps
        {
            let caption = match formula {
                Some(formula) => format!("Forward: {value} = {formula} = {data:?}"),
                None => format!("Forward: {value} = {data:?}"),
            };
            let text = format!("data {}", number(*data, self.precision));
            let step = self.say(caption);
            step.active
                .extend([format!("n{index}"), format!("op{index}")]);
            step.cells.push((format!("n{index}"), "data", text));
        }
    }

    fn grad_cell(&self, index: usize, grad: f64) -> (String, &'static str, String) {
        (
            format!("n{index}"),
            "grad",
            format!("grad {}", number(grad, self.precision)),
        )
    }

    /// partial × grad for each operand.
    fn backward(&mut self, steps: &[BackwardStep]) {
        for BackwardStep {
            index,
            value,
            grad,
            parts,
            ..
        } in steps
        {
            let mut caption = format!("Backward through {value}, whose grad is {grad}");
            if parts.is_empty() {
                caption = format!("Backward: it begins with ∂{value}/∂{value} = 1");
            } else if *grad == 0.0 {
                caption.push_str(": it passes nothing on");
            }
            let mut cells = vec![self.grad_cell(*index, *grad)];
            let mut labels = Vec::new();
            let mut active = vec![format!("n{index}"), format!("op{index}")];
            let mut arrows = self.arrows_to(*index);
            for TracePart {
                index: below,
                operand,
                partial,
                part,
                grad: sum,
                ..
            } in parts
            {
                if *grad != 0.0 {
                    let _ = write!(
                        caption,
                        "\n{operand}: grad += ∂{value}/∂{operand} · ∂root/∂{value} \
                         = {partial} · {grad} = {part}, now {sum}"
                    );
                }
                let [partial, grad] = [*partial, *grad].map(|x| number(x, self.precision.min(4)));
                labels.extend(
                    arrows
                        .next()
                        .map(|arrow| (arrow, format!("{partial} × {grad}"))),
                );
                cells.push(self.grad_cell(*below, *sum));
                active.push(format!("n{below}"));
            }
            let step = self.say(caption);
            (step.active, step.cells, step.arrows) = (active, cells, labels);
        }
    }

    /// The arrows from the operands of a node that have a gradient, from left to right.
    fn arrows_to(&self, user: usize) -> std::vec::IntoIter<usize> {
        let operands = self.graph.nodes()[user].operands().iter().enumerate();
        let arrows: Vec<usize> = operands
            .filter(|(_, operand)| self.graph.passes_grad_to(operand))
            .filter_map(|(position, _)| self.arrows.get(&(user, position)).copied())
            .collect();
        arrows.into_iter()
    }

    fn finish(&mut self, adjoints: &[f64]) {
        let graph = self.graph;
        let mut caption = "Done. The gradients of the leaves:".to_owned();
        let mut differs = false;
        for (index, node) in graph.iter().enumerate() {
            if node.is_leaf() && caption.len() < 2000 {
                let _ = write!(caption, "\n{}: {}", graph.reference(index), adjoints[index]);
            }
            let is_same = node.grad() == adjoints[index] || node.grad().is_nan();
            differs |= node.is_leaf() && !is_same;
        }
        if differs {
            caption.push_str(
                "\nIn the program the leaves hold something else: backward() was not called, or \
                 more than once, or from another root.",
            );
        }
        let all = (0..adjoints.len()).filter(|&index| graph.nodes()[index].op() != Op::Constant);
        let cells: Vec<_> = all
            .map(|index| self.grad_cell(index, adjoints[index]))
            .collect();
        let leaves = graph.iter().enumerate().filter(|(_, node)| node.is_leaf());
        let step = self.say(caption);
        step.active
            .extend(leaves.map(|(index, _)| format!("n{index}")));
        step.cells = cells;
    }
}
