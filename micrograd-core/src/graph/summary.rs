//! A graph in a few lines, however large it is.

use super::fold::Fold;
use super::{FoldedBy, Graph, GraphCounts, GraphGroup};
use std::fmt;

/// How large a graph is and where its nodes come from; `Display` prints it.
///
/// ```
/// use micrograd_core::{FoldedBy, Graph, Value};
///
/// let mut x = Value::new(0.5);
/// for _ in 0..1000 {
///     x = 3.7 * &x * (1 - &x);
/// }
/// let summary = Graph::of(&x).summary();
/// assert_eq!(summary.counts.nodes, 3001);
/// assert_eq!(summary.folded_by, FoldedBy::SourceLine);
/// assert_eq!(summary.groups.len(), 2); // the line of the leaf, and that of the loop
/// assert!(summary.to_string().starts_with("3001 nodes: 1 leaf, 3000 operations"));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GraphSummary {
    /// The size of the graph.
    pub counts: GraphCounts,
    /// What the nodes of a group have in common.
    pub folded_by: FoldedBy,
    /// The groups, by their first nodes.
    pub groups: Vec<GraphGroup>,
}

impl Graph {
    /// The graph in a few lines: its size, and what each source line or layer contributes. Takes
    /// time proportional to the number of nodes.
    ///
    /// ```
    /// # use micrograd_core::{Graph, Value};
    /// let y = Value::new(2.0) * 3.0;
    /// println!("{}", Graph::of(&y).summary());
    /// ```
    #[must_use]
    pub fn summary(&self) -> GraphSummary {
        let fold = Fold::of(self);
        GraphSummary {
            counts: self.counts(),
            folded_by: fold.by,
            groups: fold.groups,
        }
    }
}

impl fmt::Display for GraphCounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = |count, one, many| if count == 1 { one } else { many };
        write!(
            f,
            "{} {}: {} {}, {} {}; {} {}, depth {}",
            self.nodes,
            plural(self.nodes, "node", "nodes"),
            self.leaves,
            plural(self.leaves, "leaf", "leaves"),
            self.operations,
            plural(self.operations, "operation", "operations"),
            self.edges,
            plural(self.edges, "edge", "edges"),
            self.depth,
        )
    }
}

impl fmt::Display for GraphSummary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let by = match self.folded_by {
            FoldedBy::SourceLine => "source line",
            FoldedBy::Layer => "layer",
        };
        write!(f, "{}\nby {by}:", self.counts)?;
        let width = self
            .groups
            .iter()
            .map(|group| group.title.chars().count())
            .max();
        for group in &self.groups {
            let GraphGroup { title, nodes, .. } = group;
            write!(
                f,
                "\n  {title:width$}  {nodes:>8} ",
                width = width.unwrap_or(0)
            )?;
            write!(f, "{}", if *nodes == 1 { "node " } else { "nodes" })?;
            write!(f, "  data {:?} … {:?}", group.data.0, group.data.1)?;
            if group.not_finite > 0 {
                write!(f, "  {} not finite", group.not_finite)?;
            }
            write!(f, "  {}", group.operations_in_words())?;
        }
        Ok(())
    }
}

impl GraphGroup {
    /// `mul ×16, add ×16`
    pub(crate) fn operations_in_words(&self) -> String {
        let words = self.operations.iter();
        let words: Vec<String> = words.map(|(op, n)| format!("{} ×{n}", op.name())).collect();
        words.join(", ")
    }
}
