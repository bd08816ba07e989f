//! The forward and the backward pass, one node at a time.

use super::json::{array, string};
use crate::drawing::numbers::number;
use crate::drawing::picture::Picture;
use crate::drawing::readable::printable;
use crate::graph::{Graph, NodeOperand};
use std::collections::HashMap;

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
        passes.forward();
        let adjoints = passes.backward();
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

    fn forward(&mut self) {
        let graph = self.graph;
        for (index, node) in graph.iter().enumerate() {
            let name = graph.reference(index);
            let data = node.data();
            let caption = match graph.formula(node) {
                Some(formula) => format!("Forward: {name} = {formula} = {data:?}"),
                None => format!("Forward: {name} = {data:?}"),
            };
            let text = format!("data {}", number(data, self.precision));
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

    /// The sweep of `Value::backward`, in the same order and so with the same digits.
    fn backward(&mut self) -> Vec<f64> {
        let graph = self.graph;
        let mut adjoints = vec![0.0; graph.nodes().len()];
        for &root in graph.roots() {
            adjoints[root] = 1.0;
            let cell = self.grad_cell(root, 1.0);
            let name = graph.reference(root);
            let step = self.say(format!("Backward: it begins with ∂{name}/∂{name} = 1"));
            step.active.push(format!("n{root}"));
            step.cells.push(cell);
        }
        for index in (0..graph.nodes().len()).rev() {
            self.pass_on(index, &mut adjoints);
        }
        self.finish(&adjoints);
        adjoints
    }

    /// partial × adjoint for each operand.
    fn pass_on(&mut self, index: usize, adjoints: &mut [f64]) {
        let graph = self.graph;
        let operands = graph.nodes()[index].operands();
        if !operands
            .iter()
            .any(|operand| matches!(operand, NodeOperand::Node { .. }))
        {
            return;
        }
        let name = graph.reference(index);
        let adjoint = adjoints[index];
        let mut caption = format!("Backward through {name}, whose grad is {adjoint}");
        if adjoint == 0.0 {
            caption.push_str(": it passes nothing on");
        }
        let mut cells = vec![self.grad_cell(index, adjoint)];
        let mut labels = Vec::new();
        let mut active = vec![format!("n{index}"), format!("op{index}")];
        for (position, operand) in operands.iter().enumerate() {
            let NodeOperand::Node {
                index: operand,
                partial,
            } = *operand
            else {
                continue;
            };
            if adjoint != 0.0 {
                adjoints[operand] += partial * adjoint;
                let (below, sum) = (graph.reference(operand), adjoints[operand]);
                caption.push_str(&format!(
                    "\n{below}: grad += ∂{name}/∂{below} · {adjoint} = {partial} · {adjoint} = {}, \
                     now {sum}",
                    partial * adjoint
                ));
            }
            let [short_partial, short_adjoint] =
                [partial, adjoint].map(|x| number(x, self.precision.min(4)));
            if let Some(&arrow) = self.arrows.get(&(index, position)) {
                labels.push((arrow, format!("{short_partial} × {short_adjoint}")));
            }
            cells.push(self.grad_cell(operand, adjoints[operand]));
            active.push(format!("n{operand}"));
        }
        let step = self.say(caption);
        (step.active, step.cells, step.arrows) = (active, cells, labels);
    }

    fn finish(&mut self, adjoints: &[f64]) {
        let graph = self.graph;
        let mut caption = "Done. The gradients of the leaves:".to_owned();
        let mut differs = false;
        for (index, node) in graph.iter().enumerate() {
            if node.is_leaf() && caption.len() < 2000 {
                caption.push_str(&format!(
                    "\n{}: {}",
                    graph.reference(index),
                    adjoints[index]
                ));
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
        let all =
            (0..adjoints.len()).filter(|&index| graph.nodes()[index].op() != crate::Op::Constant);
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
