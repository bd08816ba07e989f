//! The tape of a thread, and its nodes and slots in blocks of memory, reached without checks.
//!
//! This is the only unsafe code of the workspace. What it gains, and how that was measured, stands in
//! BENCHMARKS.md; `tests/memory.rs` runs under valgrind.
//!
//! # The invariant
//!
//! Whoever reaches for a node by its index got that index from the tape that holds the node, and the node is still there.
//! What safe code does cannot break this, because each part of it rests on one of these:
//!
//! **Indices.**
//! - A node stores the indices of its operands. Those of operations are smaller than its own, and operations are popped from the top
//!   only, so a node never outlives them. Squeezing keeps what a kept node uses, and moves indices with operations.
//! - Leaves do not move. A leaf is made anew, or its memory is given back, when no handle holds it and no operation on the tape, dead
//!   ones included, has it as an operand. Its slot has its number with the other sign.
//! - A slot stores the index of a held node. Held operations are neither popped nor squeezed out. Only a [`Value`](crate::Value)
//!   knows the number of its slot. A value is not `Send`; it counts as one handle until it is dropped, also when it is
//!   forgotten; the count of handles does not overflow.
//! - The extensions of a statement lie right below its result and live as long as it does.
//! - What is reached for as an operation is none of the leaves.
//! - A set of nodes has room for all that the tape has room for.
//! - The lowest byte of a node's tag was made from a [`Code`].
//!
//! **One access at a time.** No code of the user runs while the tape is taken in [`with`]:
//! - operands are evaluated before, and the traits that are asked for them are sealed ([`Sealed`](crate::sealed::Sealed));
//! - closures given to a public function run outside of it;
//! - a panic that safe code can cause comes when the tape has been given back, because a panic hook is code of the user;
//! - the tape has no destructor, so it is there as long as its thread, also for the destructors of thread locals.
//!
//! **Statements.** A node of a statement names its code by a number, and the code is for one layout. A statement is recorded with
//! a [`Site`] only. Who makes a site promises that the kinds of the operands decide about the layout; see [`Expanded`]. A sweep
//! has learnt of every statement that is on its tape before it begins.
//!
//! **What outlasts an access.** A [`Recorded`](super::Recorded) does not outlast the access in which it was made, with two
//! exceptions:
//! - The result of a `let` that no handle holds. Until its last use nothing is dropped and no node moves; [`Expanded`]
//!   promises that, too.
//! - The chain that a loop knows from run to run. The loop writes to it only if the end of the tape and the count of
//!   disturbances are as it left them. The count changes whenever nodes move or may no longer be extended. It never begins
//!   again: at its end no chain is open. The loop's target holds the result, and is borrowed meanwhile.
//!
//! **One copy of this crate in a thread.** Who loads several libraries into one process, each with a copy of this crate of its own,
//! and hands a value from one to another, hands it to another tape. Nothing here can tell, and asking for it at every access
//! costs 3 % to 8 % of all instructions. Notebooks therefore link this crate as one dynamic library: evcxr does after
//! `:allow_static_linking 0`.
//!
//! In debug builds, which the tests are, every access is checked.

#![allow(unsafe_code)]

use super::Tape;
use super::node::Node;
use super::node_id::{NodeId, PlaceId};
use super::statement::Site;
use super::top::Top;
use crate::operations::Code;
#[cfg(debug_assertions)]
use std::cell::Cell;
use std::cell::UnsafeCell;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::mem::MaybeUninit;
use std::mem::offset_of;
use std::ops::Range;
use std::panic::Location;

thread_local! {
    // Without a destructor of its own, access costs no check and no call.
    static TAPE: ThreadTape = const {
        ThreadTape {
            tape: UnsafeCell::new(ManuallyDrop::new(Tape::new())),
            #[cfg(debug_assertions)]
            in_use: Cell::new(false),
        }
    };
}

struct ThreadTape {
    tape: UnsafeCell<ManuallyDrop<Tape>>,
    #[cfg(debug_assertions)]
    in_use: Cell<bool>,
}

/// Runs `f` on this thread's tape. `f` must not make or drop values.
#[inline(always)]
pub(crate) fn with<R>(f: impl FnOnce(&mut Tape) -> R) -> R {
    // So short a closure is inlined, and with it the access to the thread's memory.
    let thread = TAPE.with(std::ptr::from_ref);
    // SAFETY: it has no destructor, so it is there as long as its thread, which is this one.
    let thread = unsafe { &*thread };
    #[cfg(debug_assertions)]
    let _in_use = InUse::begin(&thread.in_use);
    // SAFETY: nobody else has it, see the invariant.
    f(unsafe { &mut *thread.tape.get() })
}

/// An access to the tape in a debug build.
#[cfg(debug_assertions)]
struct InUse<'a>(&'a Cell<bool>);

#[cfg(debug_assertions)]
impl<'a> InUse<'a> {
    fn begin(in_use: &'a Cell<bool>) -> Self {
        assert!(!in_use.replace(true), "the tape is reached twice");
        InUse(in_use)
    }
}

#[cfg(debug_assertions)]
impl Drop for InUse<'_> {
    fn drop(&mut self) {
        self.0.set(false);
    }
}

/// A list reached without checks.
#[derive(Clone, Debug, Default)]
pub(super) struct Unchecked<T> {
    items: Vec<T>,
}

impl<T> Unchecked<T> {
    pub(super) const fn new() -> Self {
        Unchecked { items: Vec::new() }
    }

    pub(super) fn capacity(&self) -> usize {
        self.items.capacity()
    }

    pub(super) fn as_slice(&self) -> &[T] {
        &self.items
    }

    pub(super) fn as_mut_slice(&mut self) -> &mut [T] {
        &mut self.items
    }

    pub(super) fn reserve_exact(&mut self, more: usize) {
        self.items.reserve_exact(more);
    }

    pub(super) fn shrink_to(&mut self, capacity: usize) {
        self.items.shrink_to(capacity);
    }

    pub(super) fn resize(&mut self, len: usize, item: T)
    where
        T: Clone,
    {
        self.items.resize(len, item);
    }

    pub(super) fn truncate(&mut self, len: usize) {
        self.items.truncate(len);
    }

    /// Appends what there is room for.
    #[inline(always)]
    pub(super) fn push(&mut self, item: T) {
        let len = self.items.len();
        debug_assert!(len < self.items.capacity());
        // SAFETY: whoever records has made room for all it records before.
        unsafe {
            self.items.as_mut_ptr().add(len).write(item);
            self.items.set_len(len + 1);
        }
    }

    /// What has an index that the invariant allows.
    #[inline(always)]
    pub(super) fn at(&self, index: usize) -> &T {
        debug_assert!(index < self.items.len());
        // SAFETY: see the invariant.
        unsafe { self.items.get_unchecked(index) }
    }

    /// What has an index that the invariant allows.
    #[inline(always)]
    pub(super) fn at_mut(&mut self, index: usize) -> &mut T {
        debug_assert!(index < self.items.len());
        // SAFETY: see the invariant.
        unsafe { self.items.get_unchecked_mut(index) }
    }
}

/// What `f` makes of each number, up to the first of which it makes nothing. A `collect` would look at every number whether there
/// is room, or make a call.
#[inline(always)]
pub(super) fn mapped<T: Copy>(numbers: &[f64], mut f: impl FnMut(f64) -> Option<T>) -> Vec<T> {
    let mut made = Vec::with_capacity(numbers.len());
    let room = made.spare_capacity_mut();
    let mut count = 0;
    for (place, &number) in room.iter_mut().zip(numbers) {
        let Some(item) = f(number) else { break };
        place.write(item);
        count += 1;
    }
    // SAFETY: so many have been written.
    unsafe { made.set_len(count) };
    made
}

/// Memory on both sides of a middle, reached without checks.
#[derive(Debug)]
pub(super) struct TwoSided<T> {
    memory: Vec<MaybeUninit<T>>,
    /// In the memory, or dangling if there is none.
    middle: *mut T,
    /// How much room there is on either side.
    below: usize,
    above: usize,
}

impl<T: Copy> TwoSided<T> {
    pub(super) const fn new() -> Self {
        TwoSided {
            memory: Vec::new(),
            middle: std::ptr::dangling_mut(),
            below: 0,
            above: 0,
        }
    }

    pub(super) fn below(&self) -> usize {
        self.below
    }

    pub(super) fn above(&self) -> usize {
        self.above
    }

    pub(super) fn capacity(&self) -> usize {
        self.memory.capacity()
    }

    /// Gives room for so many items on either side. Of those there are, the innermost so many are kept.
    pub(super) fn make_room(&mut self, kept: [usize; 2], below: usize, above: usize) {
        let [kept_below, kept_above] = [kept[0].min(self.below), kept[1].min(self.above)];
        assert!(kept_below <= below && kept_above <= above);
        let mut memory: Vec<MaybeUninit<T>> = Vec::with_capacity(below + above);
        // SAFETY: what may be uninitialised needs no initialisation; what is copied lies within both memories.
        unsafe {
            memory.set_len(below + above);
            let middle = memory.as_mut_ptr().cast::<T>().add(below);
            let kept = self.middle.sub(kept_below);
            middle
                .sub(kept_below)
                .copy_from_nonoverlapping(kept, kept_below + kept_above);
            self.middle = middle;
        }
        self.memory = memory;
        (self.below, self.above) = (below, above);
    }

    /// What has an index that the invariant allows.
    #[inline(always)]
    pub(super) fn at(&self, index: isize) -> &T {
        self.check(index);
        // SAFETY: see the invariant.
        unsafe { &*self.middle.offset(index) }
    }

    /// What has an index that the invariant allows.
    #[inline(always)]
    pub(super) fn at_mut(&mut self, index: isize) -> &mut T {
        self.check(index);
        // SAFETY: see the invariant.
        unsafe { &mut *self.middle.offset(index) }
    }

    /// Replaces items: the middle stays in a register, where a loop over `at_mut` would read it each time.
    #[inline(always)]
    pub(super) fn replacing(&mut self) -> impl FnMut(isize, T) -> T {
        let (middle, below, above) = (self.middle, self.below, self.above);
        move |index, new| {
            debug_assert!(is_within(index, below, above));
            // SAFETY: see the invariant; the items are borrowed as long as this is.
            unsafe { middle.offset(index).replace(new) }
        }
    }

    #[inline(always)]
    fn check(&self, index: isize) {
        debug_assert!(is_within(index, self.below, self.above));
    }
}

fn is_within(index: isize, below: usize, above: usize) -> bool {
    if index < 0 {
        index.unsigned_abs() <= below
    } else {
        index.unsigned_abs() < above
    }
}

/// The operations, from the lowest upwards, and below them the leaves, from the first downwards.
#[derive(Debug)]
pub(super) struct Cells {
    memory: TwoSided<Node>,
    top: Top,
    /// The first place for which there is no memory.
    room: NodeId,
}

impl Cells {
    pub(super) const fn new() -> Self {
        Cells {
            memory: TwoSided::new(),
            top: Top::NEW,
            room: NodeId::NONE,
        }
    }

    #[inline(always)]
    pub(super) fn len(&self) -> usize {
        self.top.end().index()
    }

    pub(super) fn capacity(&self) -> usize {
        self.room.index()
    }

    /// The place of the next node.
    #[inline(always)]
    pub(super) fn end(&self) -> NodeId {
        self.top.end()
    }

    #[inline(always)]
    pub(super) fn top(&self) -> Top {
        self.top
    }

    /// Nodes have moved, or are to stay as they are from now on.
    pub(super) fn disturb(&mut self) {
        self.top = self.top.disturbed();
    }

    #[cfg(test)]
    pub(super) fn disturbances(&self) -> u32 {
        u32::try_from(self.top.disturbances() >> u32::BITS).expect("it is the upper half")
    }

    #[cfg(test)]
    pub(super) fn set_disturbances(&mut self, count: u32) {
        self.top = Top::NEW.ending_at(self.end());
        self.top = self.top.disturbed_often(count);
    }

    #[inline(always)]
    pub(super) fn has_room(&self, count: usize) -> bool {
        self.top.end().nodes_below(self.room) >= count
    }

    pub(super) fn as_slice(&self) -> &[Node] {
        // SAFETY: all nodes below the end have been written.
        unsafe { std::slice::from_raw_parts(self.memory.middle, self.len()) }
    }

    /// Gives room for so many operations, of which all are kept, and so many leaves, of which the first so many are.
    fn make_room(&mut self, kept: usize, leaves: usize, operations: usize) {
        let len = self.len();
        self.memory.make_room([kept, len], leaves, operations);
        self.room = NodeId::new(operations.min(NodeId::LIMIT));
    }

    /// How many bytes there are, for leaves too.
    pub(super) fn bytes(&self) -> usize {
        self.memory.capacity() * size_of::<Node>()
    }

    pub(super) fn reserve_exact(&mut self, more: usize) {
        let (below, wanted) = (self.memory.below(), self.len() + more);
        self.make_room(below, below, wanted.max(self.capacity()));
    }

    pub(super) fn shrink_to(&mut self, capacity: usize) {
        let below = self.memory.below();
        self.make_room(below, below, capacity.max(self.len()));
    }

    /// Gives room for leaves with lower numbers than this one, and no others. New ones are like this.
    pub(super) fn make_room_for_leaves(&mut self, end: usize, new: Node) {
        let kept = self.memory.below().min(end);
        self.make_room(kept, end, self.capacity());
        for number in kept + 1..=end {
            *self.node_mut(NodeId::of_leaf(number)) = new;
        }
    }

    /// Whether there is such a node.
    pub(super) fn has(&self, id: NodeId) -> bool {
        id.is_within(self.memory.below(), self.len())
    }

    pub(super) fn truncate(&mut self, len: usize) {
        debug_assert!(len <= self.len());
        self.top = self.top.ending_at(NodeId::new(len));
    }

    /// Appends a node for which there is room, and gives its place.
    #[inline(always)]
    pub(super) fn push(&mut self, node: Node) -> NodeId {
        debug_assert!(self.has_room(1));
        let id = self.top.end();
        // SAFETY: whoever records has made room for all it records before.
        unsafe {
            let place = node_at(self.memory.middle, id.first_place_of_operation());
            place.cast_mut().write(node);
        };
        self.top = self.top.after_a_node();
        id
    }

    /// The node with an index that the invariant allows.
    #[inline(always)]
    pub(super) fn at(&self, index: usize) -> &Node {
        self.operation(NodeId::new(index))
    }

    /// The node with an index that the invariant allows.
    #[inline(always)]
    pub(super) fn at_mut(&mut self, index: usize) -> &mut Node {
        self.operation_mut(NodeId::new(index))
    }

    #[inline(always)]
    fn check(&self, id: NodeId) {
        debug_assert!(self.has(id));
    }

    /// A node of the tape.
    #[inline(always)]
    pub(super) fn node(&self, id: NodeId) -> &Node {
        self.check(id);
        // SAFETY: see the invariant.
        unsafe { &*node_at(self.memory.middle, id.first_place()) }
    }

    /// A node of the tape that is no leaf.
    #[inline(always)]
    pub(super) fn operation(&self, id: NodeId) -> &Node {
        self.check(id);
        // SAFETY: see the invariant.
        unsafe { &*node_at(self.memory.middle, id.first_place_of_operation()) }
    }

    /// A node of the tape that is no leaf.
    #[inline(always)]
    pub(super) fn operation_mut(&mut self, id: NodeId) -> &mut Node {
        self.check(id);
        let first = self.memory.middle;
        // SAFETY: see the invariant.
        unsafe { &mut *node_at(first, id.first_place_of_operation()).cast_mut() }
    }

    /// A node of the tape.
    #[inline(always)]
    pub(super) fn node_mut(&mut self, id: NodeId) -> &mut Node {
        self.check(id);
        // SAFETY: see the invariant.
        unsafe { &mut *node_at(self.memory.middle, id.first_place()).cast_mut() }
    }

    /// The numbers of so many nodes side by side.
    #[inline(always)]
    pub(super) fn row(&self, first: NodeId, len: usize) -> impl Iterator<Item = f64> {
        self.check(first);
        self.check(if len > 0 { first.later(len - 1) } else { first });
        let (place, step) = (first.first_place(), first.places_between());
        (0..len).map(move |k| {
            // SAFETY: see the invariant; it lies between two nodes of the tape.
            unsafe { (*node_at(self.memory.middle, place + k.cast_signed() * step)).data }
        })
    }

    /// Writes into one of the three places of an extension.
    #[inline(always)]
    pub(super) fn write_place(&mut self, place: PlaceId, bits: u64) {
        debug_assert!(place.has_room(1) && place.node().index() < self.len());
        const { assert!(offset_of!(Node, data) == 0 && Node::PLACES_ARE_IN_A_ROW) };
        // SAFETY: see the invariant; a node begins with three numbers, which may have any bits.
        unsafe {
            let places = self.memory.middle.cast::<u64>();
            places.add(place.index()).write(bits);
        }
    }

    /// All nodes, to be changed during a sweep.
    #[inline(always)]
    pub(super) fn reach(&mut self) -> Reached<'_> {
        Reached {
            first: self.memory.middle,
            #[cfg(debug_assertions)]
            bounds: (self.memory.below(), self.len()),
            nodes: PhantomData,
        }
    }
}

/// The node so many places of 8 bytes above the first one: a processor adds such an index without a shift of its own.
///
/// # Safety
///
/// There has to be one.
#[inline(always)]
unsafe fn node_at(first: *const Node, place: isize) -> *const Node {
    // SAFETY: the caller knows.
    unsafe { first.cast::<u64>().offset(place).cast() }
}

/// All nodes of a tape; small enough for a register.
pub(crate) struct Reached<'a> {
    first: *mut Node,
    #[cfg(debug_assertions)]
    bounds: (usize, usize),
    nodes: PhantomData<&'a mut [Node]>,
}

impl Reached<'_> {
    /// The same nodes, for as long as this is not used.
    #[inline(always)]
    pub(super) fn again(&mut self) -> Reached<'_> {
        Reached { ..*self }
    }

    /// A node of the tape.
    #[inline(always)]
    pub(super) fn node(&self, id: NodeId) -> &Node {
        #[cfg(debug_assertions)]
        assert!(id.is_within(self.bounds.0, self.bounds.1));
        // SAFETY: see the invariant.
        unsafe { &*node_at(self.first, id.first_place()) }
    }

    /// A node of the tape that is no leaf.
    #[inline(always)]
    pub(super) fn operation(&self, id: NodeId) -> &Node {
        #[cfg(debug_assertions)]
        assert!(id.is_within(self.bounds.0, self.bounds.1));
        // SAFETY: see the invariant.
        unsafe { &*node_at(self.first, id.first_place_of_operation()) }
    }

    /// A node of the tape.
    #[inline(always)]
    pub(super) fn node_mut(&mut self, id: NodeId) -> &mut Node {
        #[cfg(debug_assertions)]
        assert!(id.is_within(self.bounds.0, self.bounds.1));
        // SAFETY: see the invariant; nobody else reaches for nodes meanwhile.
        unsafe { &mut *node_at(self.first, id.first_place()).cast_mut() }
    }
}

impl Reached<'_> {
    /// Of the pairs of two rows side by side from the last to the first: adds to the gradient of each node the other's number times
    /// `factor`. Both may be one node.
    #[inline(always)]
    pub(super) fn add_of_each_other(
        &mut self,
        [xs, ys]: [NodeId; 2],
        pairs: Range<usize>,
        factor: f64,
    ) {
        #[cfg(debug_assertions)]
        for id in pairs.clone().flat_map(|k| [xs.later(k), ys.later(k)]) {
            assert!(id.is_within(self.bounds.0, self.bounds.1));
        }
        let node = |row: NodeId, k: usize| {
            let place = row.first_place() + k.cast_signed() * row.places_between();
            // SAFETY: see the invariant.
            unsafe { node_at(self.first, place).cast_mut() }
        };
        for k in pairs.rev() {
            let (x, y) = (node(xs, k), node(ys, k));
            // SAFETY: see the invariant; nobody else reaches for nodes meanwhile.
            unsafe {
                let (by_x, by_y) = ((*y).data * factor, (*x).data * factor);
                (*x).grad += by_x;
                (*y).grad += by_y;
            }
        }
    }
}

/// The code that a tag was made from.
#[inline(always)]
#[allow(clippy::cast_possible_truncation)] // It is the lowest byte.
pub(super) fn code_of(tag: u32) -> Code {
    let code = tag as u8 >> 1;
    debug_assert!(Code::is_valid(code));
    // SAFETY: see the invariant; `Code` is one byte.
    unsafe { std::mem::transmute::<u8, Code>(code) }
}

/// The right to make a [`Site`]. Nothing is recorded as a statement without a site, so that all promises of an expansion are
/// made here. The expansion makes them by an `unsafe impl`, not in a block: clippy would count a block as the user's own.
///
/// # Safety
///
/// Who has the right makes one site, and gives it to one expression in the source. That is the expansion of one statement of
/// `grad!`:
/// - the kinds of its operands decide with which types it is recorded;
/// - its formula is its own, and does arithmetic only;
/// - an [`Unheld`](crate::expression::Unheld) is visible to its block's expansion only, from its statement to its last use;
///   between them nothing runs but statements on variables, whose sites are [`in_place`](Site::in_place).
pub unsafe trait Expanded {}

impl Site {
    /// A place with the positions of its operations, in the order of recording.
    #[must_use]
    pub const fn new<E: Expanded>(positions: &'static [&'static Location<'static>]) -> Self {
        Site::at(positions)
    }
}
