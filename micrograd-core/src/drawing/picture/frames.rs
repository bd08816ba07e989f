//! Frames around what one source line made.

use super::{Frame, Kind, Picture};
use crate::drawing::readable::short_path;
use crate::graph::Graph;
use std::collections::HashMap;

impl Picture {
    /// A frame for each source line, around its values, their operations and the plain numbers in them.
    pub(super) fn add_frames(&mut self, graph: &Graph, values: &[usize]) {
        let mut frames: HashMap<(&str, u32), usize> = HashMap::new();
        let operations: HashMap<usize, usize> = self
            .arrows
            .iter()
            .filter(|a| a.operand.is_none())
            .map(|a| (a.to, a.from))
            .collect();
        let mut numbers: HashMap<usize, Vec<usize>> = HashMap::new();
        for arrow in &self.arrows {
            let is_value = values.binary_search(&arrow.from).is_ok();
            if let Some((user, _)) = arrow.operand
                && !is_value
                && self.boxes[arrow.from].kind == Kind::Number
            {
                numbers.entry(user).or_default().push(arrow.from);
            }
        }
        for (index, (node, &value)) in graph.iter().zip(values).enumerate() {
            let Some(source) = node.source() else {
                continue;
            };
            let line = (source.file(), source.line());
            let frame = *frames.entry(line).or_insert_with(|| {
                self.frames.push(Frame {
                    title: short_path(&format!("{}:{}", line.0, line.1)),
                    boxes: Vec::new(),
                });
                self.frames.len() - 1
            });
            let boxes = &mut self.frames[frame].boxes;
            boxes.extend(numbers.remove(&index).unwrap_or_default());
            boxes.extend(operations.get(&value));
            boxes.push(value);
        }
    }
}
