//! Recording: one function for each shape of operation. The row is a type, so that what is recorded
//! is straight-line code. There must be room for the node.

use super::part::Part;
use crate::operations::{BinaryRow, ParametricRow, TernaryRow, UnaryRow};
use crate::source::{Caller, SourceId};
use crate::tape::memory::{NodeId, NodeRef, Operation, Slope, Tag, TapeNode};
use crate::tape::state::{Entry, HandleId, Tape};
use crate::tape::statements::{Layout, NodesOfStatement};

impl Tape {
    #[inline(always)]
    pub(crate) fn node_ref(&self, handle: HandleId) -> NodeRef {
        self.node_ref_at(self.id(handle))
    }

    #[inline(always)]
    pub(crate) fn node_ref_at(&self, id: NodeId) -> NodeRef {
        NodeRef {
            id,
            data: self.data(id),
        }
    }

    #[inline(always)]
    pub(crate) fn constant(&mut self, data: f64, source: SourceId) -> NodeRef {
        self.push(data, Operation::Constant, source)
    }

    #[inline(always)]
    pub(crate) fn unary<R: UnaryRow>(&mut self, x: NodeRef, source: SourceId) -> NodeRef {
        let y = R::value(x.data);
        let slope = Slope(R::slope(x.data, y));
        self.push(y, Operation::Unary(R::OP, x.id, slope), source)
    }

    /// The same, at a position that is known already; a handle will hold it.
    #[inline(always)]
    pub(crate) fn held_unary<R: UnaryRow>(&mut self, x: NodeRef, source: SourceId) -> NodeRef {
        let data = R::value(x.data);
        let operation = Operation::Unary(R::OP, x.id, Slope(R::slope(x.data, data)));
        let mut node = TapeNode::new(data, operation, source);
        node.set_held(true);
        let id = self.nodes.push(node);
        NodeRef { id, data }
    }

    #[inline(always)]
    pub(crate) fn parametric<R: ParametricRow>(
        &mut self,
        x: NodeRef,
        c: f64,
        source: SourceId,
    ) -> NodeRef {
        self.push(
            R::value(x.data, c),
            Operation::Parametric(R::OP, x.id, c),
            source,
        )
    }

    #[inline(always)]
    pub(crate) fn binary<R: BinaryRow>(
        &mut self,
        a: NodeRef,
        b: NodeRef,
        source: SourceId,
    ) -> NodeRef {
        let y = R::value(a.data, b.data);
        self.push(y, Operation::Binary(R::OP, a.id, b.id), source)
    }

    #[inline(always)]
    pub(crate) fn binary_with_number<R: BinaryRow>(
        &mut self,
        a: NodeRef,
        c: f64,
        source: SourceId,
    ) -> NodeRef {
        let y = R::value(a.data, c);
        self.push(y, Operation::BinaryWithNumber(R::OP, a.id, c), source)
    }

    #[inline(always)]
    pub(crate) fn binary_of_number<R: BinaryRow>(
        &mut self,
        c: f64,
        b: NodeRef,
        source: SourceId,
    ) -> NodeRef {
        let y = R::value(c, b.data);
        self.push(y, Operation::BinaryOfNumber(R::OP, c, b.id), source)
    }

    /// A row of two operands, of which at least one is a node.
    #[inline(always)]
    pub(crate) fn binary_of_parts<R: BinaryRow>(
        &mut self,
        left: Part,
        right: Part,
        source: SourceId,
    ) -> NodeRef {
        match (left, right) {
            (Part::Node(a), Part::Node(b)) => self.binary::<R>(a, b, source),
            (Part::Node(a), Part::Number(c) | Part::Whole(c)) => {
                self.binary_with_number::<R>(a, c, source)
            }
            (Part::Node(a), Part::Integer(n)) => {
                self.binary_with_number::<R>(a, f64::from(n), source)
            }
            (Part::Number(c) | Part::Whole(c), right) => {
                self.binary_of_number::<R>(c, right.node(), source)
            }
            (Part::Integer(n), right) => {
                self.binary_of_number::<R>(f64::from(n), right.node(), source)
            }
        }
    }

    #[inline(always)]
    pub(crate) fn ternary<R: TernaryRow>(
        &mut self,
        [a, b, c]: [NodeRef; 3],
        source: SourceId,
    ) -> NodeRef {
        let y = R::value(a.data, b.data, c.data);
        self.push(y, Operation::Ternary(R::OP, [a.id, b.id, c.id]), source)
    }

    /// The position of an operation, if it can be recorded and held without a call.
    #[inline(always)]
    pub(crate) fn ready(&self, caller: Caller) -> Option<SourceId> {
        self.ready_without_a_handle(caller)
            .filter(|_| self.handles.has_free())
    }

    /// The same for a handle that there is already.
    #[inline(always)]
    pub(crate) fn ready_without_a_handle(&self, caller: Caller) -> Option<SourceId> {
        if self.nodes.has_room(1) {
            self.sources.known(caller)
        } else {
            None
        }
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
    pub(crate) fn hold(&mut self, node: NodeRef) -> HandleId {
        self.mark_held(node);
        self.hold_statement(node)
    }

    /// A first handle for a statement, which is marked as held from the beginning.
    #[inline(always)]
    pub(crate) fn hold_statement(&mut self, node: NodeRef) -> HandleId {
        self.hold_node(node.id)
    }

    #[inline(always)]
    fn hold_node(&mut self, id: NodeId) -> HandleId {
        self.held += 1;
        self.handles.hold(id)
    }

    /// Marks the operation that was recorded as held; it is about to be.
    #[inline(always)]
    pub(crate) fn mark_held(&mut self, node: NodeRef) {
        self.nodes.operation_mut(node.id).set_held(true);
    }

    /// Lets a handle hold what its value has become: by the same entry, unless others share that.
    #[inline(always)]
    pub(crate) fn rebind(&mut self, handle: HandleId, rebound: Rebound) -> HandleId {
        let result = match rebound {
            Rebound::SamePlace(result) => {
                let old = self.handles.node(handle);
                if result != old {
                    self.handles.rebind(handle, result);
                }
                return handle;
            }
            Rebound::NewPlace(result) => result,
        };
        self.rebind_to(handle, self.held_by(handle), result)
    }

    /// What a handle holds, and with how many others.
    #[inline(always)]
    pub(crate) fn held_by(&self, handle: HandleId) -> Entry {
        self.handles.entry(handle)
    }

    /// Lets a handle, which holds this, hold a new result: by the same entry, unless others share that.
    #[inline(always)]
    pub(crate) fn rebind_to(&mut self, handle: HandleId, held: Entry, result: NodeId) -> HandleId {
        if handle.is_leaf() || held.is_shared() {
            return self.rebind_from_leaf_or_shared(handle, result);
        }
        self.nodes.operation_mut(held.node()).set_held(false);
        self.handles.rebind(handle, result);
        handle
    }

    #[cold]
    #[inline(never)]
    fn rebind_from_leaf_or_shared(&mut self, handle: HandleId, result: NodeId) -> HandleId {
        if self.handles.unshare(handle).is_some() {
            self.handles.drop_leaf(handle);
        }
        self.hold_node(result)
    }

    /// Lets a handle that shares nothing hold the result that has moved to the end of the tape from the place before it.
    #[inline(always)]
    pub(in crate::tape) fn follow_to_the_next_node(&mut self, handle: HandleId, result: NodeRef) {
        self.handles.rebind(handle, result.id);
    }

    #[inline(always)]
    pub(in crate::tape) fn push(
        &mut self,
        data: f64,
        operation: Operation,
        source: SourceId,
    ) -> NodeRef {
        let id = self.nodes.push(TapeNode::new(data, operation, source));
        NodeRef { id, data }
    }

    /// Records a statement that keeps nothing yet.
    #[inline(always)]
    pub(crate) fn push_statement(
        &mut self,
        tag: Tag,
        data: f64,
        layout: &'static Layout,
    ) -> NodesOfStatement<'_> {
        let (nodes, result) = self.nodes.push_statement(layout.nodes(), tag, data);
        NodesOfStatement::blank(nodes, layout, result)
    }
}

/// What a value becomes, which is marked as held already.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Rebound {
    /// A result in the place of the one before, which nothing else held.
    SamePlace(NodeId),
    NewPlace(NodeId),
}
