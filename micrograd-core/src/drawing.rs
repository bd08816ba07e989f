//! Drawings of a graph: DOT, Mermaid, SVG and a page to step through.

mod dot;
#[cfg(feature = "svg")]
mod html;
#[cfg(feature = "svg")]
mod layout;
mod mermaid;
mod numbers;
mod picture;
mod readable;
mod save;
#[cfg(feature = "svg")]
mod svg;

use crate::graph::Graph;
use picture::Picture;
use std::borrow::Cow;

/// A drawing of a [`Graph`], with its options. Made by [`Graph::drawing`].
///
/// The look is micrograd's: a record of name, data and gradient for each value, and a small node
/// for the operation that made it.
///
/// ```
/// use micrograd_core::{Graph, Value, grad};
///
/// let a = Value::new(2.0).with_name("a");
/// grad! { let y = a ** 2; }
/// y.backward();
///
/// let dot = Graph::of(&y).drawing().top_down().precision(1).to_dot();
/// assert!(dot.contains("{ a | data 2.0 | grad 4.0 }"));
/// ```
///
/// A graph of more than 300 nodes is folded to its source lines, or to its layers where the
/// parameters are named `layers.0.…`; the drawing says so, and
/// [`fold_above`](Drawing::fold_above) moves the limit. Long names are shortened in the drawing
/// and whole in the tooltip. A number whose digits would all be zeros is shown as `1.2e-7`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Drawing<'a> {
    graph: &'a Graph,
    direction: Direction,
    precision: usize,
    edge_partials: bool,
    by_source_line: bool,
    names_only: bool,
    fold_above: usize,
}

/// Where the arrows point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    LeftToRight,
    TopDown,
}

impl Graph {
    /// A drawing of the graph, to set its options.
    ///
    /// ```
    /// # use micrograd_core::{Graph, Value};
    /// let graph = Graph::of(&(Value::new(1.0) + 2.0));
    /// let dot = graph.drawing().edge_partials().to_dot();
    /// # assert!(dot.contains("1.0000"));
    /// ```
    pub fn drawing(&self) -> Drawing<'_> {
        Drawing {
            graph: self,
            direction: Direction::LeftToRight,
            precision: 4,
            edge_partials: false,
            by_source_line: false,
            names_only: false,
            fold_above: 300,
        }
    }

    /// The drawing in Graphviz's language, with the usual options: `dot -Tsvg` draws it.
    ///
    /// ```
    /// # use micrograd_core::{Graph, Value};
    /// let x = Value::new(-4.0).with_name("x");
    /// let dot = Graph::of(&(x + 1.0)).to_dot();
    /// assert!(dot.contains(r#"[label="{ x | data -4.0000 | grad 0.0000 }" shape=record"#));
    /// assert!(dot.contains(r#"[label="+""#));
    /// ```
    #[must_use]
    #[doc(alias = "draw_dot")]
    pub fn to_dot(&self) -> String {
        self.drawing().to_dot()
    }

    /// The drawing as a Mermaid flowchart, with the usual options: a README shows it in a
    /// ` ```mermaid ` block.
    ///
    /// ```
    /// # use micrograd_core::{Graph, Value};
    /// let x = Value::new(-4.0).with_name("x");
    /// assert!(Graph::of(&(x + 1.0)).to_mermaid().starts_with("flowchart LR\n"));
    /// ```
    #[must_use]
    pub fn to_mermaid(&self) -> String {
        self.drawing().to_mermaid()
    }
}

#[cfg(feature = "svg")]
impl Graph {
    /// The drawing as SVG, with the usual options: [`Drawing::to_svg`]. Needs the feature `svg`.
    ///
    /// ```
    /// # use micrograd_core::{Graph, Value};
    /// let svg = Graph::of(&(Value::new(2.0) * 3.0)).to_svg();
    /// assert!(svg.contains("data 6.0000"));
    /// ```
    #[must_use]
    pub fn to_svg(&self) -> String {
        self.drawing().to_svg()
    }

    /// A page to step through the forward and the backward pass, with the usual options:
    /// [`Drawing::to_html`]. Needs the feature `svg`.
    ///
    /// ```
    /// # use micrograd_core::{Graph, Value};
    /// let html = Graph::of(&(Value::new(2.0) * 3.0)).to_html();
    /// assert!(html.ends_with("</html>\n"));
    /// ```
    #[must_use]
    pub fn to_html(&self) -> String {
        self.drawing().to_html()
    }
}

impl Drawing<'_> {
    /// Leaves on the left, the root on the right: the default.
    pub fn left_to_right(mut self) -> Self {
        self.direction = Direction::LeftToRight;
        self
    }

    /// Leaves at the top, the root at the bottom.
    pub fn top_down(mut self) -> Self {
        self.direction = Direction::TopDown;
        self
    }

    /// Digits after the point, 4 by default and at most 17.
    pub fn precision(mut self, digits: usize) -> Self {
        self.precision = digits.min(17);
        self
    }

    /// Writes its partial at each edge.
    pub fn edge_partials(mut self) -> Self {
        self.edge_partials = true;
        self
    }

    /// Puts the values that one source line made into one frame.
    pub fn group_by_source(mut self) -> Self {
        self.by_source_line = true;
        self
    }

    /// Shows only what has a name, as [`Graph::named_only`] does, without operations.
    pub fn names_only(mut self) -> Self {
        self.names_only = true;
        self
    }

    /// Folds a graph of more nodes than these; 300 by default.
    pub fn fold_above(mut self, nodes: usize) -> Self {
        self.fold_above = nodes;
        self
    }

    /// The drawing in Graphviz's language.
    #[must_use]
    pub fn to_dot(&self) -> String {
        dot::write(&self.picture())
    }

    /// The drawing as a Mermaid flowchart.
    #[must_use]
    pub fn to_mermaid(&self) -> String {
        mermaid::write(&self.picture())
    }

    /// The drawing as SVG, laid out without Graphviz. Needs the feature `svg`.
    ///
    /// A tooltip says everything about its box. [`group_by_source`](Drawing::group_by_source) gives each source line a
    /// tint. The drawing is dark where the reader's system is.
    ///
    /// ```
    /// # use micrograd_core::{Graph, Value};
    /// let y = Value::new(2.0).with_name("x") * 3.0;
    /// let svg = Graph::of(&y).drawing().top_down().to_svg();
    /// assert!(svg.starts_with("<svg") && svg.contains("data 6.0000"));
    /// ```
    #[cfg(feature = "svg")]
    #[must_use]
    pub fn to_svg(&self) -> String {
        svg::write(&self.picture(), 0)
    }

    /// The drawing as a page of HTML that needs nothing else and works offline. Needs the feature `svg`.
    ///
    /// Buttons and arrow keys step through the forward and the backward pass. Pointing at a box, or tapping it, shows
    /// its numbers, the chain rule there, and its line of source code. The drawing can be dragged, and zoomed by the
    /// wheel or by two fingers. `#last` behind the page's address shows the last step, `#7` the seventh.
    ///
    /// The steps are those of a sweep from the roots of the graph, whether or not `backward` has
    /// been called. A folded graph has none.
    ///
    /// ```
    /// # use micrograd_core::{Graph, Value};
    /// let x = Value::new(2.0).with_name("x");
    /// let html = Graph::of(&(&x * &x)).drawing().precision(2).to_html();
    /// assert!(html.starts_with("<!DOCTYPE html>"));
    /// ```
    #[cfg(feature = "svg")]
    #[must_use]
    pub fn to_html(&self) -> String {
        let graph = self.shown();
        html::write(&graph, &Picture::of(&graph, self, true), self.precision)
    }

    fn picture(&self) -> Picture {
        Picture::of(&self.shown(), self, false)
    }

    /// The graph, or what of it is to be drawn.
    fn shown(&self) -> Cow<'_, Graph> {
        if self.names_only {
            Cow::Owned(self.graph.named_only())
        } else {
            Cow::Borrowed(self.graph)
        }
    }
}
