//! Frames around what one source line made.

use super::{Frame, Kind, Picture};
use crate::drawing::readable::short_path;
use crate::graph::Graph;
use std::collections::HashMap;

impl Picture {
    /// A frame for each source line, around its values, their operations and the plain numbers in them.
    pub(super) fn add_frames(&mut self, graph: &Graph, values: &[usize]) {
        let mut frames: HashMap<(&str, u32), usize> = HashMap::new();
        // By the box of a value, and by its index in the graph.
        let mut operations = vec![None; self.boxes.len()];
        let mut numbers = vec![Vec::new(); values.len()];
        for arrow in &self.arrows {
            let is_value = values.binary_search(&arrow.from).is_ok();
            let is_number = self.boxes[arrow.from].kind == Kind::Number;
            match arrow.operand {
                None => operations[arrow.to] = Some(arrow.from),
                Some((user, _)) if is_number && !is_value => numbers[user].push(arrow.from),
                Some(_) => {}
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
            boxes.append(&mut numbers[index]);
            boxes.extend(operations[value]);
            boxes.push(value);
        }
    }
}
