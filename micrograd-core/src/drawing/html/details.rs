//! What the page shows of the box under the pointer.

use super::json::{array, string};
use crate::drawing::picture::Picture;
use crate::drawing::readable::printable;
use crate::graph::{Graph, NodeOperand};
use crate::operations::operation_name;
use crate::operations::times;

/// For each value, under the ids of its box and of its operation's: its numbers, how it was
/// computed, the chain rule, and where it was written.
pub(super) fn of_nodes(graph: &Graph, adjoints: &[f64]) -> String {
    let mut users: Vec<Vec<(usize, f64)>> = vec![Vec::new(); graph.nodes().len()];
    for edge in graph.edges() {
        users[edge.operand].push((edge.user, edge.partial));
    }
    let root = graph.reference(graph.nodes().len() - 1);
    let root = if graph.roots().len() == 1 {
        root
    } else {
        "roots".to_owned()
    };
    let mut entries = Vec::new();
    for (index, node) in graph.iter().enumerate() {
        let name = graph.reference(index);
        let mut rows = vec![(String::new(), name.clone())];
        if let Some(formula) = graph.formula(node) {
            rows.push((operation_name(node.op(), node.call()), formula));
        }
        rows.push(("data".to_owned(), format!("{:?}", node.data())));
        rows.push((format!("grad ∂{root}/∂{name}"), adjoints[index].to_string()));
        if node.grad() != adjoints[index] {
            rows.push(("grad() in the program".to_owned(), node.grad().to_string()));
        }
        for operand in node.operands() {
            if let NodeOperand::Node { index, partial } = *operand {
                let below = graph.reference(index);
                rows.push((format!("partial ∂{name}/∂{below}"), partial.to_string()));
            }
        }
        for &(user, partial) in &users[index] {
            let above = graph.reference(user);
            let adjoint = adjoints[user];
            let part = times(partial, adjoint);
            rows.push((
                format!("chain rule ∂{above}/∂{name} · ∂{root}/∂{above}"),
                format!("{partial} · {adjoint} = {part}"),
            ));
        }
        if let Some(source) = node.source() {
            rows.push(("source".to_owned(), source.to_string()));
            rows.extend(source.text().map(|text| (String::new(), text.to_owned())));
        }
        let rows = to_json(&rows);
        entries.push(format!("\"n{index}\":{rows},\"op{index}\":{rows}"));
    }
    format!("{{{}}}", entries.join(","))
}

/// For each group what its tooltip says.
pub(super) fn of_groups(picture: &Picture) -> String {
    let entries = picture.boxes.iter().map(|shape| {
        let rows: Vec<_> = shape
            .tooltip
            .lines()
            .map(|line| (String::new(), line.to_owned()))
            .collect();
        format!("\"{}\":{}", shape.id, to_json(&rows))
    });
    format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
}

fn to_json(rows: &[(String, String)]) -> String {
    array(
        rows.iter()
            .map(|(what, text)| array([string(&printable(what)), string(&printable(text))])),
    )
}
