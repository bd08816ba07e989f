//! The operands of a statement: first borrowed, then looked up on the tape.

use super::join::NoOperand;
use super::{Computed, Join, OperandTerm, Part, Participant};
use crate::operations::Signature;
use crate::tape::{NodeId, NodeRef, Payload, PayloadMut, Tape};

/// Borrowed operands: `(&a, (&b, ()))`.
pub trait OperandList: Copy {
    /// What they are in a statement: nested pairs.
    type Terms: Terms;

    /// Looks them up on the tape; statements without values need none.
    fn read(self, tape: Option<&Tape>) -> Self::Terms;
}

impl OperandList for () {
    type Terms = ();

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn read(self, _: Option<&Tape>) {}
}

impl<X: Participant + ?Sized, Rest: OperandList> OperandList for (&X, Rest) {
    type Terms = (X::Term, Rest::Terms);

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn read(self, tape: Option<&Tape>) -> Self::Terms {
        (self.0.term(tape), self.1.read(tape))
    }
}

/// Operands in a statement.
pub trait Terms: Copy {
    /// How many are nodes on the tape.
    const NODES: usize;
    /// How many are numbers.
    const NUMBERS: usize;
    /// Two bits for the kind of each.
    const SIGNATURE_BITS: u64;
    /// What they are.
    const SIGNATURE: Signature;

    /// Writes their numbers.
    fn numbers(&self, x: &mut [f64]);

    /// Visits them in order.
    fn each(&self, visit: &mut dyn FnMut(Part));

    /// Keeps them in a statement, after so many nodes and numbers.
    #[doc(hidden)]
    fn store(&self, payload: &mut impl PayloadMut, nodes: usize, numbers: usize);

    /// Reads what a statement keeps of them, after so many nodes and numbers.
    #[doc(hidden)]
    fn load(
        payload: &impl Payload,
        nodes: usize,
        numbers: usize,
        x: &mut [f64],
        ids: &mut [NodeId],
    );

    /// Visits the tangents of each.
    fn each_tangents(&self, visit: &mut impl FnMut(&[f64]));

    /// The first one, if it is an integer.
    fn integer(&self) -> Option<i32>;
}

impl Terms for () {
    const NODES: usize = 0;
    const NUMBERS: usize = 0;
    const SIGNATURE_BITS: u64 = 0;
    const SIGNATURE: Signature = Signature {
        count: 0,
        nodes: 0,
        whole: 0,
        applied: 0,
    };

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn numbers(&self, _: &mut [f64]) {}

    fn each(&self, _: &mut dyn FnMut(Part)) {}

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn store(&self, _: &mut impl PayloadMut, _: usize, _: usize) {}

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn load(_: &impl Payload, _: usize, _: usize, _: &mut [f64], _: &mut [NodeId]) {}

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn each_tangents(&self, _: &mut impl FnMut(&[f64])) {}

    fn integer(&self) -> Option<i32> {
        None
    }
}

impl<L: OperandTerm, Rest: Terms> Terms for (L, Rest) {
    const NODES: usize = L::IS_NODE as usize + Rest::NODES;
    const NUMBERS: usize = !L::IS_NODE as usize + Rest::NUMBERS;
    const SIGNATURE_BITS: u64 = L::KIND | Rest::SIGNATURE_BITS << 2;
    const SIGNATURE: Signature = Rest::SIGNATURE.after(Signature {
        count: 1,
        nodes: L::IS_NODE as u32,
        whole: L::IS_INTEGER as u32,
        applied: L::IS_APPLIED as u32,
    });

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn numbers(&self, x: &mut [f64]) {
        x[0] = self.0.primal();
        self.1.numbers(&mut x[1..]);
    }

    fn each(&self, visit: &mut dyn FnMut(Part)) {
        visit(self.0.part());
        self.1.each(visit);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn store(&self, payload: &mut impl PayloadMut, nodes: usize, numbers: usize) {
        self.0.store(payload, nodes, numbers);
        // Once: a call for either kind would double the code with each operand.
        let (nodes, numbers) = (
            nodes + usize::from(L::IS_NODE),
            numbers + usize::from(!L::IS_NODE),
        );
        self.1.store(payload, nodes, numbers);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn load(
        payload: &impl Payload,
        nodes: usize,
        numbers: usize,
        x: &mut [f64],
        ids: &mut [NodeId],
    ) {
        if L::IS_NODE {
            let operand: NodeRef = payload.operand(nodes);
            (x[0], ids[0]) = (operand.data(), operand.id());
        } else {
            x[0] = payload.number(numbers);
        }
        let (nodes, numbers) = (
            nodes + usize::from(L::IS_NODE),
            numbers + usize::from(!L::IS_NODE),
        );
        Rest::load(payload, nodes, numbers, &mut x[1..], &mut ids[1..]);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn each_tangents(&self, visit: &mut impl FnMut(&[f64])) {
        visit(self.0.tangents());
        self.1.each_tangents(visit);
    }

    fn integer(&self) -> Option<i32> {
        match self.0.part() {
            Part::Integer(integer) => Some(integer),
            Part::Node(_) | Part::Number(_) | Part::Whole(_) => None,
        }
    }
}

/// Operands that can take part in one statement.
pub trait Together: Terms {
    /// What arithmetic on all of them gives.
    type Computed: Computed;
}

impl<Os: Terms + JoinAll<f64>> Together for Os {
    type Computed = Os::Output;
}

/// Operands that can take part after others, which have become a `K`.
pub trait JoinAll<K> {
    /// What arithmetic on all of them gives.
    type Output: Computed;
}

impl<K: Computed> JoinAll<K> for () {
    type Output = K;
}

impl JoinAll<NoOperand> for () {
    type Output = f64;
}

impl<K: Join<L::Computed>, L: OperandTerm, Rest: JoinAll<K::Output>> JoinAll<K> for (L, Rest) {
    type Output = Rest::Output;
}
