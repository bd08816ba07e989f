//! Recording: one function for each shape of operation. The row is a type, so that what is recorded
//! is straight-line code. There must be room for the node.

use super::node::Node;
use super::{Caller, NodeId, Operation, Slope, SlotId, Tape};
use crate::operations::{BinaryRow, ParametricRow, TernaryRow, UnaryRow};

/// A place on the tape, with its number at hand; good until something else uses the tape.
#[derive(Clone, Copy, Debug)]
pub struct Recorded {
    id: NodeId,
    data: f64,
}

impl Tape {
    #[inline(always)]
    pub(crate) fn recorded(&self, slot: SlotId) -> Recorded {
        self.recorded_at(self.id(slot))
    }

    #[inline(always)]
    pub(crate) fn recorded_at(&self, id: NodeId) -> Recorded {
        Recorded {
            id,
            data: self.data(id),
        }
    }

    #[inline(always)]
    pub(crate) fn leaf(&mut self, data: f64, caller: Caller) -> Recorded {
        self.push(data, Operation::Leaf, caller)
    }

    #[inline(always)]
    pub(crate) fn constant(&mut self, data: f64, caller: Caller) -> Recorded {
        self.push(data, Operation::Constant, caller)
    }

    #[inline(always)]
    pub(crate) fn unary<R: UnaryRow>(&mut self, _: R, x: Recorded, caller: Caller) -> Recorded {
        let y = R::value(x.data);
        let slope = Slope(R::slope(x.data, y));
        self.push(y, Operation::Unary(R::OP, x.id, slope), caller)
    }

    #[inline(always)]
    pub(crate) fn parametric<R: ParametricRow>(
        &mut self,
        _: R,
        x: Recorded,
        c: f64,
        caller: Caller,
    ) -> Recorded {
        self.push(
            R::value(x.data, c),
            Operation::Parametric(R::OP, x.id, c),
            caller,
        )
    }

    #[inline(always)]
    pub(crate) fn binary<R: BinaryRow>(
        &mut self,
        _: R,
        a: Recorded,
        b: Recorded,
        caller: Caller,
    ) -> Recorded {
        let y = R::value(a.data, b.data);
        self.push(y, Operation::Binary(R::OP, a.id, b.id), caller)
    }

    #[inline(always)]
    pub(crate) fn binary_with_number<R: BinaryRow>(
        &mut self,
        _: R,
        a: Recorded,
        c: f64,
        caller: Caller,
    ) -> Recorded {
        let y = R::value(a.data, c);
        self.push(y, Operation::BinaryWithNumber(R::OP, a.id, c), caller)
    }

    #[inline(always)]
    pub(crate) fn binary_of_number<R: BinaryRow>(
        &mut self,
        _: R,
        c: f64,
        b: Recorded,
        caller: Caller,
    ) -> Recorded {
        let y = R::value(c, b.data);
        self.push(y, Operation::BinaryOfNumber(R::OP, c, b.id), caller)
    }

    #[inline(always)]
    pub(crate) fn ternary<R: TernaryRow>(
        &mut self,
        _: R,
        [a, b, c]: [Recorded; 3],
        caller: Caller,
    ) -> Recorded {
        let y = R::value(a.data, b.data, c.data);
        self.push(y, Operation::Ternary(R::OP, [a.id, b.id, c.id]), caller)
    }

    /// A first handle for what was just recorded.
    #[inline(always)]
    pub(crate) fn hold(&mut self, recorded: Recorded) -> SlotId {
        self.handles.hold(recorded.id)
    }

    /// A handle for what was just recorded: the one of `slot`, unless that is shared.
    #[inline(always)]
    pub(crate) fn advance(&mut self, slot: SlotId, recorded: Recorded) -> SlotId {
        self.handles.advance(slot, recorded.id)
    }

    #[inline(always)]
    fn push(&mut self, data: f64, operation: Operation, caller: Caller) -> Recorded {
        let source = self.sources.id(caller);
        let id = NodeId::new(self.nodes.len(), matches!(operation, Operation::Leaf));
        self.nodes.push(Node::new(data, operation, source));
        Recorded { id, data }
    }
}
