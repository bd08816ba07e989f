//! Recording through handles: one operation at a time, where nobody knows the whole statement.
//!
//! The usual way makes no further call. It first checks that there is room, that a handle is free, and that the place
//! in the source has a number.

use super::Operand;
use super::Value;
use crate::expression::{OperandTerm, Part};
use crate::operations::{BinaryRow, ParametricRow, UnaryRow};
use crate::source::SourceId;
use crate::tape::{self, Caller, HandleId, NodeRef, Rebound, Site, Tape};

/// A handle for the result of one operation. What the operation needs is passed in registers.
#[inline(never)]
fn record<F>(operation: F, caller: Caller) -> HandleId
where
    F: Fn(&mut Tape, SourceId) -> NodeRef + Copy,
{
    match tape::with(|tape| alone(record_if_ready, tape, (operation, caller))) {
        Some(handle) => handle,
        None => record_when_ready(operation, caller),
    }
}

/// None if something has to be made first.
fn record_if_ready<F>(tape: &mut Tape, (operation, caller): (F, Caller)) -> Option<HandleId>
where
    F: Fn(&mut Tape, SourceId) -> NodeRef,
{
    let source = tape.ready(caller)?;
    let result = operation(tape, source);
    Some(tape.hold(result))
}

/// Calls a function such that LLVM inlines it, and not rustc: LLVM knows then that an argument `&mut Tape` has no other name, and
/// reads its fields once.
#[inline(always)]
fn alone<A, R>(function: fn(&mut Tape, A) -> R, tape: &mut Tape, arguments: A) -> R {
    function(tape, arguments)
}

#[cold]
#[inline(never)]
fn record_when_ready(
    operation: impl Fn(&mut Tape, SourceId) -> NodeRef + Copy,
    caller: Caller,
) -> HandleId {
    tape::with_room(1, caller, None, |tape| tape.get_ready(caller));
    record(operation, caller)
}

/// A handle for a new leaf.
#[inline]
fn leaf(data: f64, caller: Caller) -> HandleId {
    let made = tape::with(|tape| {
        let source = tape.ready_for_a_leaf(caller)?;
        Some(tape.held_leaf(data, source))
    });
    match made {
        Some(leaf) => leaf,
        None => leaf_when_ready(data, caller),
    }
}

#[cold]
#[inline(never)]
fn leaf_when_ready(data: f64, caller: Caller) -> HandleId {
    let is_ready = tape::with(|tape| tape.get_ready_for_a_leaf(caller));
    if !is_ready {
        tape::make_room_for_leaves(1, caller);
    }
    tape::with(|tape| {
        let source = tape.source(caller);
        tape.held_leaf(data, source)
    })
}

/// A handle becomes one of the result of an operation on what it holds: by another entry, if it shares its own.
#[inline(never)]
fn become_result<F>(handle: HandleId, operation: F, caller: Caller) -> HandleId
where
    F: Fn(&mut Tape, NodeRef, SourceId) -> NodeRef + Copy,
{
    let arguments = (handle, operation, caller);
    match tape::with(|tape| alone(become_result_if_ready, tape, arguments)) {
        Some(handle) => handle,
        None => become_result_when_ready(handle, operation, caller),
    }
}

fn become_result_if_ready<F>(
    tape: &mut Tape,
    (handle, operation, caller): (HandleId, F, Caller),
) -> Option<HandleId>
where
    F: Fn(&mut Tape, NodeRef, SourceId) -> NodeRef,
{
    let source = tape.ready_without_a_handle(caller)?;
    let held = tape.held_by(handle);
    let result = operation(tape, tape.node_ref_at(held.node()), source);
    tape.mark_held(result);
    Some(tape.rebind_to(handle, held, result.id()))
}

#[cold]
#[inline(never)]
fn become_result_when_ready(
    handle: HandleId,
    operation: impl Fn(&mut Tape, NodeRef, SourceId) -> NodeRef + Copy,
    caller: Caller,
) -> HandleId {
    tape::with_room(1, caller, None, |tape| tape.get_ready(caller));
    become_result(handle, operation, caller)
}

impl Value {
    #[inline]
    pub(crate) fn leaf(data: f64, caller: Caller) -> Self {
        Value::holding(leaf(data, caller))
    }

    /// The result of the `count` operations that `operations` records.
    #[inline]
    pub(super) fn record(
        count: usize,
        caller: Caller,
        operations: impl FnOnce(&mut Tape, SourceId) -> NodeRef,
    ) -> Value {
        Value::holding(tape::with_room(count, caller, None, |tape| {
            let source = tape.source(caller);
            let result = operations(tape, source);
            tape.hold(result)
        }))
    }

    /// Becomes the result of what `operations` records on it in so many nodes. Other handles of the old value
    /// keep it.
    #[inline(always)]
    pub(crate) fn rebind(
        &mut self,
        room: usize,
        caller: Caller,
        site: &'static Site,
        operations: impl FnOnce(&mut Tape, HandleId) -> Rebound,
    ) {
        self.handle = tape::with_room(room, caller, Some(site), |tape| {
            let result = operations(tape, self.handle());
            tape.rebind(self.handle(), result)
        });
    }

    /// Becomes the result of one operation.
    #[inline(always)]
    pub(super) fn rebind_by_one(
        &mut self,
        caller: Caller,
        operation: impl Fn(&mut Tape, NodeRef, SourceId) -> NodeRef + Copy,
    ) {
        self.handle = become_result(self.handle(), operation, caller);
    }

    #[inline]
    pub(super) fn unary<R: UnaryRow>(&self, caller: Caller) -> Value {
        let x = self.handle();
        Value::holding(record(
            move |tape, source| tape.unary::<R>(tape.node_ref(x), source),
            caller,
        ))
    }

    #[inline]
    pub(super) fn parametric<R: ParametricRow>(&self, c: f64, caller: Caller) -> Value {
        let x = self.handle();
        Value::holding(record(
            move |tape, source| tape.parametric::<R>(tape.node_ref(x), c, source),
            caller,
        ))
    }

    #[inline]
    pub(super) fn binary<R: BinaryRow>(&self, other: &Value, caller: Caller) -> Value {
        let (a, b) = (self.handle(), other.handle());
        Value::holding(record(
            move |tape, source| tape.binary::<R>(tape.node_ref(a), tape.node_ref(b), source),
            caller,
        ))
    }

    #[inline]
    pub(super) fn binary_with_number<R: BinaryRow>(&self, c: f64, caller: Caller) -> Value {
        let a = self.handle();
        Value::holding(record(
            move |tape, source| tape.binary_with_number::<R>(tape.node_ref(a), c, source),
            caller,
        ))
    }

    #[inline]
    pub(super) fn binary_of_number<R: BinaryRow>(c: f64, other: &Value, caller: Caller) -> Value {
        let b = other.handle();
        Value::holding(record(
            move |tape, source| tape.binary_of_number::<R>(c, tape.node_ref(b), source),
            caller,
        ))
    }

    #[inline]
    pub(super) fn binary_with<R: BinaryRow>(&self, other: &impl Operand, caller: Caller) -> Value {
        Value::record(1, caller, |tape, source| {
            let x = Part::Node(tape.node_ref(self.handle()));
            let other = other.term(Some(tape)).part();
            tape.binary_of_parts::<R>(x, other, source)
        })
    }
}
