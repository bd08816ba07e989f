//! The tape: one growing list of nodes per thread, in the order of recording.
//!
//! Operands always lie below their users, so one downward loop visits every user before its
//! operands: no sort, no recursion. What no handle can reach goes away by itself: the top of the
//! tape at once, what is caught below a held node when the tape runs full.

mod bits;
mod by_rule;
mod call_details;
mod call_sweep;
mod calls;
mod chain;
mod edits;
mod elementary;
mod expansion;
mod handles;
mod leaves;
mod link;
mod names;
mod node;
mod node_id;
mod node_table;
mod open_chain;
mod payload;
mod popping;
mod reach;
mod recording;
mod region;
mod reverse_sweep;
mod rows;
mod squeeze;
mod statement;
mod tag;
mod top;
mod unchecked;
mod usage;
mod watch;

pub(crate) use call_details::{Ask, NumbersOnly, ask_calls};
pub(crate) use call_sweep::{backward, backward_step};
pub(crate) use calls::Arguments;
pub(crate) use calls::Call;
pub(crate) use edits::EditedLeaf;
pub(crate) use elementary::ElementaryCopy;
pub(crate) use handles::SlotId;
pub(crate) use leaves::make_room_for_leaves;
pub(crate) use link::{LinkLayout, NewExtension, NewLink};
pub(crate) use node::{Node, Operation, Slope};
pub use node_id::NodeId;
pub(crate) use open_chain::NextRun;
pub use open_chain::OpenChain;
pub(crate) use payload::Layout;
pub use payload::{Payload, PayloadMut};
pub use recording::Recorded;
pub(crate) use recording::{Advanced, NewStatement};
pub(crate) use region::Region;
pub use reverse_sweep::Sweep;
pub(crate) use reverse_sweep::{Swept, partials, parts};
pub(crate) use rows::Rows;
pub use statement::Site;
pub(crate) use statement::{Form, Statement};
pub(crate) use tag::Tag;
pub use unchecked::Expanded;
pub(crate) use unchecked::with;
pub use usage::TapeUsage;
pub(crate) use watch::WatcherId;

use crate::operations::Op;
use crate::source::SourceCache;
use bits::Bits;
use calls::Calls;
use edits::Edits;
use handles::Handles;
use statement::Statements;
use std::collections::BTreeMap;
use std::fmt;
use std::panic::Location;
use unchecked::Cells;
use watch::Watch;

thread_local! {
    static END_OF_THREAD: EndOfThread = const { EndOfThread };
}

/// Frees the tape when its thread ends.
struct EndOfThread;

impl Drop for EndOfThread {
    fn drop(&mut self) {
        with(|tape| {
            tape.thread_ends = true;
            if tape.nodes.len() == 0 {
                tape.free_dropped_leaves();
            }
            tape.free_if_unused();
        });
    }
}

/// Runs `f` on this thread's tape, with room for `count` more nodes.
#[inline(always)]
pub(crate) fn with_room<R>(
    count: usize,
    caller: Caller,
    site: Option<&'static Site>,
    f: impl FnOnce(&mut Tape) -> R,
) -> R {
    make_room(count, caller, site);
    with(f)
}

/// Makes room for `count` more nodes; they may move, so this comes before looking up any.
#[inline(always)]
pub(crate) fn make_room(count: usize, caller: Caller, site: Option<&'static Site>) {
    if !with(|tape| tape.nodes.has_room(count)) {
        grow_or_squeeze(count, caller, site);
    }
}

#[cold]
#[inline(never)]
fn grow_or_squeeze(count: usize, caller: Caller, site: Option<&'static Site>) {
    let thread_ends = thread_ends();
    let is_in_place = site.is_some_and(Site::is_in_place);
    let has_gone = with(|tape| {
        tape.thread_ends |= thread_ends;
        let moves = !is_in_place && tape.calls.waiting == 0;
        // A squeeze visits all slots, of which there may be many more than nodes after a peak.
        if moves && tape.handles.slots() <= 4 * tape.nodes.capacity() {
            tape.squeeze();
        }
        tape.calls.has_gone()
    });
    if has_gone {
        // What they keep may record when it is dropped: before there is room for what is to come.
        calls::drop_gone();
    }
    let grown = with(|tape| tape.grow(count, !is_in_place));
    // A panic hook may record: the tape is not taken here.
    if let Err(full) = grown {
        panic!("{caller}: {full}");
    }
}

/// A destructor may record when the tape has been freed already: then it is freed as soon as it is empty.
fn thread_ends() -> bool {
    END_OF_THREAD.try_with(|_| ()).is_err()
}

/// Gives a handle back.
#[inline(always)]
pub(crate) fn release(slot: SlotId) {
    if with(|tape| tape.release(slot)) {
        pop();
    }
}

/// Pops what nothing holds, out of the way of those who give back a handle of something else.
#[inline(never)]
fn pop() {
    if with(Tape::pop) {
        calls::drop_gone();
    }
}

pub(crate) type Caller = &'static Location<'static>;

/// What there was no room for.
#[derive(Debug)]
pub(crate) struct FullTape {
    len: usize,
    limit: usize,
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
    nodes: Cells,
    /// What the statements on it do.
    statements: Statements,
    calls: Calls,
    handles: Handles,
    /// How many operations are held.
    held: usize,
    /// The names given at run time.
    names: BTreeMap<NodeId, Box<str>>,
    /// What the guards of `detect_anomaly` wait for.
    watch: Option<Box<Watch>>,
    /// Popping to a shorter length than this takes names, or what a watch waits for.
    care_below: usize,
    sources: SourceCache,
    /// Empty between uses.
    marks: Bits,
    /// No operation below this index has an adjoint from an earlier sweep.
    lowest_swept: usize,
    /// Nodes below this one are as they are: somebody cares for them, or they may be older than a leaf's data.
    closed_below: NodeId,
    edits: Edits,
    /// The end of the tape at the last edit, if another one there needs no preparation.
    edited_at: NodeId,
    /// Nodes popped since the tape was last filled to a good part.
    idle: usize,
    /// Leaves that became free since most of them were last in use.
    idle_leaves: usize,
    limit: usize,
    /// Nothing will be recorded any more, but values may still be dropped.
    thread_ends: bool,
}

impl Tape {
    const FIRST_CAPACITY: usize = 256;

    /// A tape below this capacity is never given back to the allocator.
    const KEPT_CAPACITY: usize = 1 << 16;

    const fn new() -> Self {
        Tape {
            nodes: Cells::new(),
            statements: Statements::new(),
            calls: Calls::new(),
            handles: Handles::new(),
            held: 0,
            names: BTreeMap::new(),
            watch: None,
            care_below: 0,
            sources: SourceCache::new(),
            marks: Bits::new(),
            lowest_swept: usize::MAX,
            closed_below: NodeId::NONE,
            edits: Edits::new(),
            edited_at: NodeId::NONE,
            idle: 0,
            idle_leaves: 0,
            limit: NodeId::LIMIT,
            thread_ends: false,
        }
    }

    pub(crate) fn usage(&mut self) -> TapeUsage {
        TapeUsage {
            nodes: self.nodes.len() + self.leaves_in_use(),
            bytes: self.nodes.bytes()
                + self.handles.bytes()
                + self.calls.bytes()
                + self.marks.bytes()
                + self.edits.bytes(),
        }
    }

    /// Makes room for `count` more nodes without looking for dead ones: for as many as there are, or only for a few, so that
    /// the next call does look for them.
    fn grow(&mut self, count: usize, doubles: bool) -> Result<(), FullTape> {
        let len = self.nodes.len();
        if self.nodes.has_room(count) {
            return Ok(());
        }
        let limit = self.limit;
        if len + count > limit {
            return Err(FullTape { len, limit });
        }
        let more = if doubles { len.max(count) } else { count };
        let wanted = (len + more).max(Self::FIRST_CAPACITY).min(limit);
        self.nodes.reserve_exact(wanted.max(len + count) - len);
        self.marks.make_room(self.nodes.capacity());
        Ok(())
    }

    /// Something that changes with every node that comes, goes or moves.
    pub(crate) fn state(&self) -> u64 {
        self.nodes.top().bits()
    }

    /// Something that changes when nodes move.
    #[cfg(debug_assertions)]
    pub(crate) fn disturbances(&self) -> u64 {
        self.nodes.top().disturbances()
    }

    #[cfg(debug_assertions)]
    pub(crate) fn has(&self, id: NodeId) -> bool {
        self.nodes.has(id)
    }

    #[inline]
    pub(crate) fn id(&self, slot: SlotId) -> NodeId {
        self.handles.node(slot)
    }

    #[inline]
    pub(crate) fn node(&self, id: NodeId) -> &Node {
        self.nodes.node(id)
    }

    pub(crate) fn nodes(&self) -> &[Node] {
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
}

/// Calls `visit` with every operand of a node, or of the statement that it is the result of.
#[inline(always)]
fn each_operand(
    nodes: &mut Cells,
    statements: &Statements,
    calls: &Calls,
    index: usize,
    mut visit: impl FnMut(&mut Cells, NodeId),
) {
    let node = *nodes.at(index);
    if node.is_statement() {
        match statements.get(node.statement_id()).form {
            Form::Single(layout) => {
                for operand in 0..layout.operands() {
                    let operand = layout.operand(|below| nodes.at(index - below), operand);
                    visit(nodes, operand);
                }
            }
            Form::Chain(layout) => {
                visit(nodes, node.first());
                layout.each_extension(node.chain_len(), |below, runs| {
                    let extension = *nodes.at(index - below);
                    layout.each_operand(&extension, runs, |operand| visit(nodes, operand));
                });
            }
            Form::Rows => {
                visit(nodes, node.first());
                let products = Rows::of(&node, nodes.at(index - 1)).products();
                products.flatten().for_each(|operand| visit(nodes, operand));
            }
        }
    } else if let Some(call) = calls.get(&node) {
        call.arguments.ids().for_each(|id| visit(nodes, id));
    } else if node.is_single() {
        node.each_operand(|operand| visit(nodes, operand));
    }
}

#[cfg(test)]
mod tests {
    use crate::{Value, grad};
    use std::cell::RefCell;
    use std::panic;

    #[test]
    #[should_panic(expected = "the tape is full: 1000 live nodes, and a thread can hold 1000")]
    fn a_full_tape_says_so_instead_of_wrapping() {
        super::with(|tape| tape.limit = 1000);
        let x = Value::new(1.0);
        let mut y = x.clone();
        for _ in 0..1001 {
            y += &x;
        }
    }

    #[test]
    fn a_panic_hook_may_use_values() {
        thread_local! {
            static USED: RefCell<Option<Value>> = const { RefCell::new(None) };
        }
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            USED.with_borrow_mut(|used| match used {
                Some(value) => *value = value.clone(),
                None => usual(info),
            });
        }));
        super::with(|tape| tape.limit = 1000);
        let x = Value::new(3.0);
        let (by_operators, by_statements) = (x.clone(), x.clone());
        USED.set(Some(x.clone()));
        let full = panic::catch_unwind(|| {
            let mut y = by_operators.clone();
            for _ in 0..1001 {
                y += &by_operators;
            }
        });
        assert!(full.is_err());
        let full = panic::catch_unwind(|| {
            let mut y = by_statements.clone();
            for _ in 0..1001 {
                grad! { y = y * by_statements + y; }
            }
        });
        assert!(full.is_err());
        USED.take();
        drop(panic::take_hook());
        (&x * &x).backward();
        assert_eq!(x.grad(), 6.0);
    }

    #[test]
    fn dead_nodes_do_not_fill_the_tape() {
        super::with(|tape| tape.limit = 1000);
        let mut state = Value::new(1.0);
        for _ in 0..10_000 {
            state = (&state * 0.5 + 1.0).detach();
        }
        assert_eq!(state, 2.0);
    }
}
