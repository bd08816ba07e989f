//! The chain of a loop that does nothing else, known from run to run.

use super::chain::NewLink;
use super::node_id::NodeId;
use super::{Advanced, SlotId, Tape};

/// What a loop knows of the chain that it makes, if its last run made the top of the tape.
#[derive(Clone, Copy, Debug)]
pub struct OpenChain {
    result: NodeId,
    data: f64,
}

impl OpenChain {
    /// Before the first run.
    pub(crate) const NOT_BEGUN: OpenChain = OpenChain {
        result: NodeId::NOWHERE,
        data: 0.0,
    };

    /// After something else has been recorded between two runs.
    pub(crate) const BROKEN: OpenChain = OpenChain {
        result: NodeId::NOWHERE,
        data: f64::NAN,
    };

    pub(crate) fn is_begun(self) -> bool {
        self.result != NodeId::NOWHERE || self.data.is_nan()
    }

    /// The sum so far.
    #[inline(always)]
    pub(crate) fn data(self) -> f64 {
        self.data
    }
}

impl Tape {
    /// What there is to know of the chain that `slot` holds, and nothing else does.
    #[inline(always)]
    pub(crate) fn open_chain(&self, slot: SlotId) -> OpenChain {
        let result = self.id(slot);
        OpenChain {
            result,
            data: self.data(result),
        }
    }

    /// Whether the chain that `slot` holds can be lengthened as it was known; there is room for it then.
    #[inline(always)]
    pub(crate) fn is_still_open(&self, slot: SlotId, chain: OpenChain) -> bool {
        let OpenChain { result, .. } = chain;
        result == self.id(slot)
            && result.above() == self.nodes.end()
            && result >= self.closed_below
            && self.nodes.has_room(1)
    }

    /// One more run of a chain that is open, and alone in its slot.
    #[inline(always)]
    pub(crate) fn lengthen(
        &mut self,
        slot: SlotId,
        chain: OpenChain,
        link: NewLink,
        data: f64,
    ) -> OpenChain {
        let recorded = self.append(chain.result, link, data);
        if recorded.id() != chain.result {
            self.advance(slot, Advanced::SamePlace(recorded));
        }
        OpenChain {
            result: recorded.id(),
            data,
        }
    }
}
