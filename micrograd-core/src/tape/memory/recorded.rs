//! A place on the tape with its number.

use crate::tape::memory::node_id::NodeId;

/// A place on the tape, with its number at hand; good until something else uses the tape.
#[derive(Clone, Copy, Debug)]
pub struct Recorded {
    pub(in crate::tape) id: NodeId,
    pub(in crate::tape) data: f64,
}

impl Recorded {
    #[inline(always)]
    pub(in crate::tape) fn new(id: NodeId, data: f64) -> Self {
        Recorded { id, data }
    }

    /// A number that is not on the tape.
    #[inline(always)]
    pub(crate) fn nowhere(data: f64) -> Self {
        let id = NodeId::NONE;
        Recorded { id, data }
    }

    #[inline(always)]
    pub(crate) fn id(&self) -> NodeId {
        self.id
    }

    #[inline(always)]
    pub(crate) fn data(&self) -> f64 {
        self.data
    }
}
