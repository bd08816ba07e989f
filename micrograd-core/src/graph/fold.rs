//! A graph that is too large to be drawn, folded to groups of nodes.

mod layers;

use super::{Graph, Node};
use crate::operations::Op;
use std::collections::HashMap;

/// What the nodes of a [`GraphGroup`] have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FoldedBy {
    /// The line of source code that made them.
    SourceLine,
    /// The layer of a network, known by the names of its parameters (`layers.0.bias`); what is
    /// no layer's business is folded by its source line.
    Layer,
}

/// Nodes of a large graph that are shown as one.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GraphGroup {
    /// The layer, or the file and the line.
    pub title: String,
    /// An expression that stands there, if it is known.
    pub text: Option<String>,
    /// How many nodes there are.
    pub nodes: usize,
    /// How often each operation occurs, the most frequent first.
    pub operations: Vec<(Op, usize)>,
    /// The smallest and the largest data, NaN aside.
    pub data: (f64, f64),
    /// The smallest and the largest gradient, NaN aside.
    pub grad: (f64, f64),
    /// Nodes whose data or gradient is NaN or infinite.
    pub not_finite: usize,
}

/// A graph of groups.
pub(crate) struct Fold {
    pub(crate) by: FoldedBy,
    /// By the first node of each.
    pub(crate) groups: Vec<GraphGroup>,
    /// Pairs of groups with the number of edges from the first to the second.
    pub(crate) edges: Vec<((usize, usize), usize)>,
}

/// More groups than these are not worth looking at; the smallest ones become one.
const MOST_GROUPS: usize = 120;

impl Fold {
    pub(crate) fn of(graph: &Graph) -> Self {
        let layers = layers::members(graph);
        let by = if layers.is_some() {
            FoldedBy::Layer
        } else {
            FoldedBy::SourceLine
        };
        let (mut titles, mut members) = layers.unwrap_or_else(|| source_lines(graph));
        merge_the_smallest(&mut titles, &mut members);
        let mut groups: Vec<GraphGroup> = titles.into_iter().map(GraphGroup::new).collect();
        for (node, &member) in graph.iter().zip(&members) {
            groups[member].add(node);
        }
        for group in &mut groups {
            group
                .operations
                .sort_by_key(|&(op, count)| (std::cmp::Reverse(count), op.name()));
        }
        let mut edges = HashMap::new();
        for edge in graph.edges() {
            let between = (members[edge.operand], members[edge.user]);
            if between.0 != between.1 {
                *edges.entry(between).or_insert(0) += 1;
            }
        }
        let mut edges: Vec<_> = edges.into_iter().collect();
        edges.sort_unstable();
        Fold { by, groups, edges }
    }
}

impl GraphGroup {
    fn new(title: String) -> Self {
        GraphGroup {
            title,
            text: None,
            nodes: 0,
            operations: Vec::new(),
            data: (f64::INFINITY, f64::NEG_INFINITY),
            grad: (f64::INFINITY, f64::NEG_INFINITY),
            not_finite: 0,
        }
    }

    fn add(&mut self, node: &Node) {
        self.nodes += 1;
        let mut operations = self.operations.iter_mut();
        match operations.find(|(op, _)| *op == node.op()) {
            Some((_, count)) => *count += 1,
            None => self.operations.push((node.op(), 1)),
        }
        let wider = |(low, high): (f64, f64), x: f64| (low.min(x), high.max(x));
        self.data = wider(self.data, node.data());
        self.grad = wider(self.grad, node.grad());
        if !node.data().is_finite() || !node.grad().is_finite() {
            self.not_finite += 1;
        }
        // The last operation on a line is most often the whole of what is written there.
        if let Some(text) = node.source().and_then(|source| source.text())
            && self
                .text
                .as_ref()
                .is_none_or(|known| known.len() < text.len())
        {
            self.text = Some(text.to_owned());
        }
    }
}

/// The lines of source code in the order of their first nodes, and each node's line.
fn source_lines(graph: &Graph) -> (Vec<String>, Vec<usize>) {
    let mut titles = Titles::default();
    let members = graph.iter().map(|node| titles.of_line(node)).collect();
    (titles.all, members)
}

/// Groups in the making.
#[derive(Default)]
struct Titles {
    all: Vec<String>,
    groups: HashMap<String, usize>,
    lines: HashMap<Option<(&'static str, u32)>, usize>,
}

impl Titles {
    fn group(&mut self, title: String) -> usize {
        let titles = &mut self.all;
        *self.groups.entry(title).or_insert_with_key(|title| {
            titles.push(title.clone());
            titles.len() - 1
        })
    }

    fn of_line(&mut self, node: &Node) -> usize {
        let line = line(node);
        if let Some(&group) = self.lines.get(&line) {
            return group;
        }
        let title = match line {
            Some((file, line)) => format!("{file}:{line}"),
            None => "unknown source".to_owned(),
        };
        let group = self.group(title);
        self.lines.insert(line, group);
        group
    }
}

fn line(node: &Node) -> Option<(&'static str, u32)> {
    node.source().map(|source| (source.file(), source.line()))
}

fn merge_the_smallest(titles: &mut Vec<String>, members: &mut [usize]) {
    if titles.len() <= MOST_GROUPS {
        return;
    }
    let mut sizes = vec![0usize; titles.len()];
    for &member in &*members {
        sizes[member] += 1;
    }
    let mut by_size: Vec<usize> = (0..titles.len()).collect();
    by_size.sort_by_key(|&group| std::cmp::Reverse(sizes[group]));
    let mut kept = by_size[..MOST_GROUPS - 1].to_vec();
    kept.sort_unstable();
    let mut moved = vec![kept.len(); titles.len()];
    for (new, &old) in kept.iter().enumerate() {
        moved[old] = new;
    }
    let merged = titles.len() - kept.len();
    let kept_titles = kept.iter().map(|&group| std::mem::take(&mut titles[group]));
    let mut new_titles: Vec<String> = kept_titles.collect();
    new_titles.push(format!("{merged} more"));
    *titles = new_titles;
    for member in members {
        *member = moved[*member];
    }
}
