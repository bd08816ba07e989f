//! Recording: one function for each shape of operation. The row is a type, so that what is recorded
//! is straight-line code. There must be room for the node.

use super::node::Node;
use super::payload::{Layout, Payload, PayloadMut};
use super::tag::Tag;
use super::unchecked::Reached;
use super::{Caller, NodeId, Operation, Slope, SlotId, Tape};
use crate::expression::Part;
use crate::operations::{BinaryRow, ParametricRow, TernaryRow, UnaryRow};
use crate::source::SourceId;

/// A place on the tape, with its number at hand; good until something else uses the tape.
#[derive(Clone, Copy, Debug)]
pub struct Recorded {
    id: NodeId,
    data: f64,
}

impl Recorded {
    #[inline(always)]
    pub(super) fn new(id: NodeId, data: f64) -> Self {
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
    pub(crate) fn constant(&mut self, data: f64, caller: Caller) -> Recorded {
        self.push(data, Operation::Constant, caller)
    }

    #[inline(always)]
    pub(crate) fn unary<R: UnaryRow>(&mut self, x: Recorded, caller: Caller) -> Recorded {
        let y = R::value(x.data);
        let slope = Slope(R::slope(x.data, y));
        self.push(y, Operation::Unary(R::OP, x.id, slope), caller)
    }

    /// The same, at a position that is known already; a handle will hold it.
    #[inline(always)]
    pub(crate) fn held_unary<R: UnaryRow>(&mut self, x: Recorded, source: SourceId) -> Recorded {
        let data = R::value(x.data);
        let operation = Operation::Unary(R::OP, x.id, Slope(R::slope(x.data, data)));
        let mut node = Node::new(data, operation, source);
        node.set_held(true);
        let id = self.nodes.push(node);
        Recorded { id, data }
    }

    #[inline(always)]
    pub(crate) fn parametric<R: ParametricRow>(
        &mut self,
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
        c: f64,
        b: Recorded,
        caller: Caller,
    ) -> Recorded {
        let y = R::value(c, b.data);
        self.push(y, Operation::BinaryOfNumber(R::OP, c, b.id), caller)
    }

    /// A row of two operands, of which at least one is a node.
    #[inline(always)]
    pub(crate) fn binary_of_parts<R: BinaryRow>(
        &mut self,
        left: Part,
        right: Part,
        caller: Caller,
    ) -> Recorded {
        match (left, right) {
            (Part::Node(a), Part::Node(b)) => self.binary::<R>(a, b, caller),
            (Part::Node(a), Part::Number(c) | Part::Whole(c)) => {
                self.binary_with_number::<R>(a, c, caller)
            }
            (Part::Node(a), Part::Integer(n)) => {
                self.binary_with_number::<R>(a, f64::from(n), caller)
            }
            (Part::Number(c) | Part::Whole(c), right) => {
                self.binary_of_number::<R>(c, right.node(), caller)
            }
            (Part::Integer(n), right) => {
                self.binary_of_number::<R>(f64::from(n), right.node(), caller)
            }
        }
    }

    #[inline(always)]
    pub(crate) fn ternary<R: TernaryRow>(
        &mut self,
        [a, b, c]: [Recorded; 3],
        caller: Caller,
    ) -> Recorded {
        let y = R::value(a.data, b.data, c.data);
        self.push(y, Operation::Ternary(R::OP, [a.id, b.id, c.id]), caller)
    }

    /// Whether one operation can be recorded and held without a call.
    #[inline(always)]
    pub(crate) fn is_ready(&self, caller: Caller) -> bool {
        self.nodes.has_room(1) && self.sources.knows(caller) && self.handles.has_free()
    }

    /// Makes ready for one operation for which there is room.
    pub(crate) fn get_ready(&mut self, caller: Caller) {
        self.sources.id(caller);
        if !self.handles.has_free() {
            self.handles.make_free();
        }
    }

    /// A first handle for the operation that was just recorded.
    #[inline(always)]
    pub(crate) fn hold(&mut self, recorded: Recorded) -> SlotId {
        self.mark_held(recorded);
        self.hold_statement(recorded)
    }

    /// A first handle for a statement, which is marked as held from the beginning.
    #[inline(always)]
    pub(crate) fn hold_statement(&mut self, recorded: Recorded) -> SlotId {
        self.hold_node(recorded.id)
    }

    #[inline(always)]
    fn hold_node(&mut self, id: NodeId) -> SlotId {
        self.held += 1;
        self.handles.hold(id)
    }

    /// Marks the operation that was recorded as held; it is about to be.
    #[inline(always)]
    pub(crate) fn mark_held(&mut self, recorded: Recorded) {
        self.nodes.operation_mut(recorded.id).set_held(true);
    }

    /// Lets the handle of `slot` hold what its value has become: in the same slot, unless that is shared.
    #[inline(always)]
    pub(crate) fn advance(&mut self, slot: SlotId, advanced: Advanced) -> SlotId {
        let result = match advanced {
            Advanced::SamePlace(result) => {
                let old = self.handles.node(slot);
                if result != old {
                    self.handles.advance(slot, result);
                }
                return slot;
            }
            Advanced::NewPlace(result) => result,
        };
        let Some(old) = self.handles.unshare(slot) else {
            return self.hold_node(result);
        };
        if slot.is_leaf() {
            self.handles.drop_leaf(slot);
            return self.hold_node(result);
        }
        self.nodes.operation_mut(old).set_held(false);
        self.handles.advance(slot, result);
        slot
    }

    /// Lets a slot's only handle hold the result that has moved to the end of the tape from the place before it.
    #[inline(always)]
    pub(super) fn follow_to_the_next_node(&mut self, slot: SlotId, result: Recorded) {
        self.handles.advance(slot, result.id);
    }

    #[inline(always)]
    pub(super) fn push(&mut self, data: f64, operation: Operation, caller: Caller) -> Recorded {
        let source = self.sources.id(caller);
        let id = self.nodes.push(Node::new(data, operation, source));
        Recorded { id, data }
    }

    /// Records a statement that has been filled.
    #[inline(always)]
    pub(crate) fn push_statement(&mut self, statement: &NewStatement) -> Recorded {
        let NewStatement { nodes, layout } = statement;
        for below in (1..layout.nodes()).rev() {
            self.nodes.push(nodes[below]);
        }
        Recorded {
            id: self.nodes.push(nodes[0]),
            data: nodes[0].data,
        }
    }
}

/// The nodes of a statement, to be read.
pub(crate) struct NodesOfStatement<'a> {
    pub(super) nodes: Reached<'a>,
    pub(super) layout: Layout,
    pub(super) result: NodeId,
}

impl<'a> NodesOfStatement<'a> {
    #[inline(always)]
    pub(crate) fn new(nodes: Reached<'a>, layout: Layout, result: NodeId) -> Self {
        NodesOfStatement {
            nodes,
            layout,
            result,
        }
    }

    /// The result of the statement.
    #[inline(always)]
    pub(crate) fn result(&self) -> f64 {
        self.nodes.operation(self.result).data
    }
}

impl Payload for NodesOfStatement<'_> {
    #[inline(always)]
    fn operand(&self, operand: usize) -> Recorded {
        let below = |below| self.nodes.operation(self.result.below(below));
        let id = self.layout.operand(below, operand);
        let data = self.nodes.node(id).data;
        Recorded { id, data }
    }

    #[inline(always)]
    fn number(&self, number: usize) -> f64 {
        let below = |below| self.nodes.operation(self.result.below(below));
        Layout::number(below, number)
    }
}

/// A statement that is being filled, from its result downwards.
pub(crate) struct NewStatement {
    /// The result comes first.
    nodes: [Node; NewStatement::MOST_NODES],
    layout: Layout,
}

impl NewStatement {
    /// Larger ones are recorded operation by operation.
    pub(crate) const MOST_NODES: usize = 12;

    #[inline(always)]
    pub(crate) fn new(tag: Tag, data: f64, layout: Layout) -> Self {
        let mut nodes = [Node::extension(); Self::MOST_NODES];
        nodes[0] = Node::statement(data, tag);
        NewStatement { nodes, layout }
    }
}

impl PayloadMut for NewStatement {
    #[inline(always)]
    fn set_operand(&mut self, operand: usize, id: NodeId) {
        self.layout.set_operand(&mut self.nodes, operand, id);
    }

    #[inline(always)]
    fn set_number(&mut self, number: usize, data: f64) {
        Layout::set_number(&mut self.nodes, number, data);
    }
}

/// What a value becomes, which is marked as held already.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Advanced {
    /// A result in the place of the one before, which nothing else held.
    SamePlace(NodeId),
    NewPlace(NodeId),
}
