//! Which layer of a network a node belongs to.

use super::Titles;
use crate::graph::{Graph, NodeOperand};
use std::collections::HashMap;

/// The layers in the order of their first nodes, and each node's group; `None` if the graph is
/// not that of a network with named parameters.
///
/// A node belongs to the last layer among its operands' layers, if its position in the source is one
/// that works for layers: one that takes in a parameter, or one that several layers run through.
/// The positions of a loss do neither.
pub(super) fn members(graph: &Graph) -> Option<(Vec<String>, Vec<usize>)> {
    let mut names: Vec<&str> = Vec::new();
    let mut numbers = HashMap::new();
    let mut layers: Vec<Option<usize>> = Vec::with_capacity(graph.nodes().len());
    for node in graph {
        let own = node.name().filter(|_| node.is_leaf()).and_then(layer);
        let own = own.map(|layer| {
            *numbers.entry(layer).or_insert_with(|| {
                names.push(layer);
                names.len() - 1
            })
        });
        layers.push(own.or_else(|| operands(node).filter_map(|index| layers[index]).max()));
    }
    if names.len() < 2 {
        return None;
    }
    // The only layer that runs through a position; `None` for one that works for layers.
    let mut only_layers = HashMap::new();
    for (node, &layer) in graph.iter().zip(&layers) {
        let Some(layer) = layer else { continue };
        let is_parameter = |index: usize| {
            let operand = &graph.nodes()[index];
            operand.is_leaf() && layers[index].is_some()
        };
        let only = only_layers.entry(node.source()).or_insert(Some(layer));
        if operands(node).any(is_parameter) || *only != Some(layer) {
            *only = None;
        }
    }
    let mut titles = Titles::default();
    let members = graph.iter().zip(&layers).map(|(node, &layer)| match layer {
        Some(layer) if node.is_leaf() || only_layers.get(&node.source()) == Some(&None) => {
            titles.group(names[layer].to_owned())
        }
        _ => titles.of_line(node),
    });
    let members = members.collect();
    Some((titles.all, members))
}

fn operands(node: &crate::graph::Node) -> impl Iterator<Item = usize> + '_ {
    node.operands().iter().filter_map(|operand| match *operand {
        NodeOperand::Node { index, .. } => Some(index),
        NodeOperand::Number(_) | NodeOperand::LeftOut { .. } => None,
    })
}

/// `layers.0` of `layers.0.neurons.3.bias`, `head` of `head.bias`; `None` if it is no path.
fn layer(name: &str) -> Option<&str> {
    let (module, _) = name.rsplit_once('.')?;
    if name
        .split('.')
        .any(|part| part.is_empty() || part.contains(char::is_whitespace))
    {
        return None;
    }
    let mut end = 0;
    for part in module.split('.') {
        end += part.len() + 1;
        if part.bytes().all(|byte| byte.is_ascii_digit()) {
            break;
        }
    }
    Some(&module[..end - 1])
}
