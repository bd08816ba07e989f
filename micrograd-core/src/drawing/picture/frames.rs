//! Frames around what one source line made.

use super::{Frame, Picture};
use crate::drawing::readable::short_path;
use crate::graph::Graph;
use std::collections::HashMap;

impl Picture {
    /// A frame for each source line, around its values and their operations.
    pub(super) fn add_frames(&mut self, graph: &Graph, values: &[usize]) {
        let mut frames: HashMap<(&str, u32), usize> = HashMap::new();
        let operations: HashMap<usize, usize> = self
            .arrows
            .iter()
            .filter(|a| a.operand.is_none())
            .map(|a| (a.to, a.from))
            .collect();
        for (node, &value) in graph.iter().zip(values) {
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
            boxes.extend(operations.get(&value));
            boxes.push(value);
        }
    }
}
