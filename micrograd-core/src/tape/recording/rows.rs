//! Recording sums of products whose factors lie side by side.

use crate::source::{Caller, SourceId};
use crate::tape::memory::{NodeId, NodeRef, Tag, TapeNode};
use crate::tape::state::Tape;
use crate::tape::statements::Rows;

impl Tape {
    /// Adds to each sum Σₖ wₖxₖ of a row w of its own, from the left.
    #[inline(always)]
    pub(crate) fn add_products<const N: usize>(
        &self,
        sums: [f64; N],
        rows: [NodeId; N],
        xs: NodeId,
        len: usize,
    ) -> [f64; N] {
        self.nodes.add_products(sums, rows, xs, len)
    }

    /// Records first + Σₖ xₖyₖ, which is `data`; there is room for it.
    #[inline(always)]
    pub(crate) fn push_rows(
        &mut self,
        tag: Tag,
        first: NodeRef,
        rows: Rows,
        data: f64,
        caller_site: SourceId,
    ) -> NodeRef {
        #[allow(clippy::cast_possible_truncation)] // The tape is shorter than 2³¹ nodes.
        let count = rows.len as u32;
        self.nodes.push(rows.into_extension());
        let result = TapeNode::chain(data, first.id(), count, caller_site.bits(), tag);
        NodeRef::new(self.nodes.push(result), data)
    }

    /// The number of a position.
    pub(crate) fn source(&mut self, caller: Caller) -> SourceId {
        self.sources.id(caller)
    }
}
