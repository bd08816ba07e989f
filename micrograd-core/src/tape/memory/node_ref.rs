//! A node on the tape with its number.

use super::node_id::NodeId;

/// A node on the tape, with its number at hand; good until something else uses the tape.
#[derive(Clone, Copy, Debug)]
pub struct NodeRef {
    pub(in crate::tape) id: NodeId,
    pub(in crate::tape) data: f64,
}

impl NodeRef {
    #[inline(always)]
    pub(in crate::tape) fn new(id: NodeId, data: f64) -> Self {
        NodeRef { id, data }
    }

    /// A number that is not on the tape.
    #[inline(always)]
    pub(crate) fn nowhere(data: f64) -> Self {
        let id = NodeId::NONE;
        NodeRef { id, data }
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
