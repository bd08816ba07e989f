//! The tape of a thread.

use super::calls::Calls;
use super::edits::Edits;
use super::handles::Handles;
use super::handles::entry::HandleId;
use crate::operations::Op;
use crate::source::SourceCache;
use crate::tape::memory::{Bits, Cells, NodeId, Rank, TapeNode};
use crate::tape::statements::KnownStatements;
use std::any::Any;
use std::collections::BTreeMap;
use std::fmt;

/// What there was no room for.
#[derive(Debug)]
pub(crate) struct FullTape {
    pub(in crate::tape) len: usize,
    pub(in crate::tape) limit: usize,
}

impl fmt::Display for FullTape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let FullTape { len, limit } = self;
        write!(
            f,
            "the tape is full: {len} live nodes, and a thread can hold {limit}; \
             drop values that are no longer needed, or detach() them from their history"
        )
    }
}

/// The nodes of a thread, and what is known of them.
pub struct Tape {
    pub(in crate::tape) nodes: Cells,
    /// What the statements on it do.
    pub(in crate::tape) statements: KnownStatements,
    pub(in crate::tape) calls: Calls,
    pub(in crate::tape) handles: Handles,
    /// How many operations are held.
    pub(in crate::tape) held: usize,
    /// The names given at run time.
    pub(in crate::tape) names: BTreeMap<NodeId, Box<str>>,
    /// Who looks at what is recorded.
    pub(in crate::tape) observer: Option<Box<dyn Observer>>,
    /// Popping to a shorter length than this takes names, or what an observer has not seen.
    pub(in crate::tape) observed_below: usize,
    pub(in crate::tape) sources: SourceCache,
    /// Empty between uses.
    pub(in crate::tape) marks: Bits,
    /// No operation below this index has an adjoint from an earlier sweep.
    pub(in crate::tape) lowest_swept: usize,
    /// Nodes below this one are as they are: somebody cares for them, or they may be older than a leaf's data.
    pub(in crate::tape) frozen_below: NodeId,
    pub(in crate::tape) edits: Edits,
    /// The end of the tape at the last edit, if another one there needs no preparation.
    pub(in crate::tape) edited_at: NodeId,
    /// Nodes popped since the tape was last filled to a good part.
    pub(in crate::tape) idle: usize,
    /// How many times its room a tape pops before it gives some back: more for one that wanted it again.
    pub(in crate::tape) patience: usize,
    /// Room was given back since the tape last grew.
    pub(in crate::tape) has_shrunk: bool,
    /// Leaves that became free since most of them were last in use.
    pub(in crate::tape) idle_leaves: usize,
    pub(in crate::tape) limit: usize,
    /// Nothing will be recorded any more, but values may still be dropped.
    pub(in crate::tape) thread_ends: bool,
}

/// Who looks at what has been recorded is told before something can be seen no more. Recording does not know of it, except that
/// no chain grows.
pub(crate) trait Observer: Any {
    /// A leaf is about to be changed.
    fn before_edit(&mut self, tape: &mut Tape);

    /// The nodes from `len` upwards are about to go away.
    fn before_pop(&mut self, tape: &mut Tape, len: usize);

    /// All but the nodes that are kept are about to go away, and those to move down.
    fn before_compaction(&mut self, tape: &mut Tape, kept: &Rank<'_>);

    /// A sweep from `root` has been done.
    fn after_sweep(&mut self, tape: &mut Tape, root: NodeId);
}

impl Tape {
    const FIRST_CAPACITY: usize = 256;

    /// A tape below this capacity is never given back to the allocator.
    pub(in crate::tape) const KEPT_CAPACITY: usize = 1 << 16;

    /// New memory costs as much as recording on it several times.
    const MOST_PATIENCE: usize = 16;

    pub(in crate::tape) const fn new() -> Self {
        Tape {
            nodes: Cells::new(),
            statements: KnownStatements::new(),
            calls: Calls::new(),
            handles: Handles::new(),
            held: 0,
            names: BTreeMap::new(),
            observer: None,
            observed_below: 0,
            sources: SourceCache::new(),
            marks: Bits::new(),
            lowest_swept: usize::MAX,
            frozen_below: NodeId::NONE,
            edits: Edits::new(),
            edited_at: NodeId::NONE,
            idle: 0,
            patience: 1,
            has_shrunk: false,
            idle_leaves: 0,
            limit: NodeId::LIMIT,
            thread_ends: false,
        }
    }

    /// Makes room for `count` more nodes without looking for dead ones: for as many as there are, or only for a few, so that
    /// the next call does look for them.
    pub(in crate::tape) fn grow(&mut self, count: usize, doubles: bool) -> Result<(), FullTape> {
        let len = self.nodes.len();
        if self.nodes.has_room(count) {
            return Ok(());
        }
        let limit = self.limit;
        if len + count > limit {
            return Err(FullTape { len, limit });
        }
        if std::mem::take(&mut self.has_shrunk) {
            self.patience = Self::MOST_PATIENCE.min(2 * self.patience);
        }
        let more = if doubles { len.max(count) } else { count };
        let wanted = (len + more).max(Self::FIRST_CAPACITY).min(limit);
        self.nodes.reserve_exact(wanted.max(len + count) - len);
        self.marks.make_room(self.nodes.capacity());
        Ok(())
    }

    /// Something that changes with every node that comes, goes or moves.
    pub(crate) fn state(&self) -> u64 {
        self.nodes.end_and_epoch().bits()
    }

    /// Something that changes when nodes move.
    #[cfg(debug_assertions)]
    pub(crate) fn epoch(&self) -> u64 {
        self.nodes.end_and_epoch().epoch()
    }

    #[cfg(debug_assertions)]
    pub(crate) fn has(&self, id: NodeId) -> bool {
        self.nodes.has(id)
    }

    #[inline]
    pub(crate) fn id(&self, handle: HandleId) -> NodeId {
        self.handles.node(handle)
    }

    #[inline]
    pub(crate) fn node(&self, id: NodeId) -> &TapeNode {
        self.nodes.node(id)
    }

    pub(crate) fn nodes(&self) -> &[TapeNode] {
        self.nodes.as_slice()
    }

    /// The operation that made a node.
    pub(crate) fn op(&mut self, id: NodeId) -> Op {
        self.statements.update();
        let node = self.node(id);
        node.code()
            .op()
            .unwrap_or_else(|| self.statements.get(node.statement_id()).op)
    }

    #[inline]
    pub(crate) fn data(&self, id: NodeId) -> f64 {
        self.nodes.node(id).data
    }

    /// What a leaf has accumulated, or an operation's adjoint in the last sweep that reached it.
    pub(crate) fn grad(&self, id: NodeId) -> f64 {
        self.nodes.node(id).grad
    }

    pub(crate) fn take_grad(&mut self, id: NodeId) -> f64 {
        std::mem::take(&mut self.nodes.node_mut(id).grad)
    }

    /// The same with what the next sweep has to know of it.
    pub(crate) fn set_adjoint(&mut self, id: NodeId, grad: f64) {
        self.set_grad(id, grad);
        if !id.is_leaf() {
            self.lowest_swept = self.lowest_swept.min(id.index());
        }
    }

    pub(crate) fn set_grad(&mut self, id: NodeId, grad: f64) {
        self.nodes.node_mut(id).grad = grad;
    }

    /// After `observed_below` or an edit has changed which nodes are to stay as they are.
    pub(in crate::tape) fn freeze_below(&mut self) {
        let cared_for = NodeId::new(self.observed_below.min(NodeId::LIMIT));
        let closed = cared_for.max(self.edits.edited_below());
        if closed > self.frozen_below {
            self.nodes.begin_epoch();
        }
        self.frozen_below = closed;
    }
}
