//! Recording sums of products whose factors lie side by side.

use crate::source::{Caller, SourceId};
use crate::tape::memory::{Node, Recorded, Tag};
use crate::tape::state::Tape;
use crate::tape::statements::Rows;

impl Tape {
    /// Records first + Σₖ xₖyₖ, summed from the left; there is room for it.
    #[inline(always)]
    pub(crate) fn push_rows(
        &mut self,
        tag: Tag,
        first: Recorded,
        rows: Rows,
        caller_site: SourceId,
    ) -> Recorded {
        let Rows { xs, ys, len } = rows;
        let factors = self.nodes.row(xs, len).zip(self.nodes.row(ys, len));
        let data = factors.fold(first.data(), |sum, (x, y)| sum + x * y);
        #[allow(clippy::cast_possible_truncation)] // The tape is shorter than 2³¹ nodes.
        let count = len as u32;
        self.nodes.push(rows.into_extension());
        let result = Node::chain(data, first.id(), count, caller_site.bits(), tag);
        Recorded::new(self.nodes.push(result), data)
    }

    /// The number of a position.
    pub(crate) fn source(&mut self, caller: Caller) -> SourceId {
        self.sources.id(caller)
    }
}
