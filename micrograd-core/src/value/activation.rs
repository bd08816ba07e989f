//! An operation of one operand that is chosen while the program runs.

use super::products::Sum;
use crate::operations::{BinaryRow, Op, ParametricRow, RowVisitor, TernaryRow, UnaryRow};
use crate::tape::{Caller, HandleId, Tape};

/// How it is recorded on each of some numbers; handles hold the results.
#[derive(Clone, Copy)]
pub(super) struct Activation(fn(&mut Tape, &[Sum<'_>], Caller) -> Vec<HandleId>);

impl Activation {
    #[track_caller]
    pub(super) fn of(op: Op) -> Self {
        let mut found = Found(None);
        op.code().visit(&mut found);
        match found.0 {
            Some(activation) => activation,
            None => panic!(
                "the activation is {}; it has to be an operation of one operand, such as {}",
                op.name(),
                Op::Relu.name()
            ),
        }
    }

    #[inline]
    pub(super) fn record(self, tape: &mut Tape, xs: &[Sum<'_>], caller: Caller) -> Vec<HandleId> {
        (self.0)(tape, xs, caller)
    }
}

struct Found(Option<Activation>);

impl RowVisitor for &mut Found {
    fn unary<R: UnaryRow>(self) {
        self.0 = Some(Activation(record_each::<R>));
    }

    fn parametric<R: ParametricRow>(self) {}
    fn binary<R: BinaryRow>(self) {}
    fn binary_with_number<R: BinaryRow>(self) {}
    fn binary_of_number<R: BinaryRow>(self) {}
    fn ternary<R: TernaryRow>(self) {}
}

fn record_each<R: UnaryRow>(tape: &mut Tape, xs: &[Sum<'_>], caller: Caller) -> Vec<HandleId> {
    let source = tape.source(caller);
    let mut handles = Vec::with_capacity(xs.len());
    for x in xs {
        let y = tape.held_unary::<R>(x.node_ref(), source);
        handles.push(tape.hold_statement(y));
    }
    handles
}
