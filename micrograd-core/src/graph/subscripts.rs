//! Subscripts for names that stand for several nodes: x₀, x₁, …

use super::Node;
use std::collections::HashMap;

/// Numbers the nodes that share a name, in the order of recording.
pub(super) fn number(nodes: &mut [Node]) {
    let mut seen: HashMap<_, (usize, u32)> = HashMap::new();
    for index in 0..nodes.len() {
        let Some(name) = nodes[index].name.clone() else {
            continue;
        };
        let (first, count) = seen.entry(name).or_insert((index, 0));
        if *count == 1 {
            nodes[*first].subscript = Some(0);
        }
        if *count > 0 {
            nodes[index].subscript = Some(*count);
        }
        *count += 1;
    }
}
