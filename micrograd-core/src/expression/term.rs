//! What every part of a statement can do.

use super::{At, Call, Join, Kept, Leaf, Let, Loader, Saver, Sink, Temporary, Unary};
use crate::assignment::Right;
use crate::operations::{Op, row};
use crate::tape::Payload;
use crate::tape::{Caller, NodeId, Recorded, Tape};

/// The number that a term is computed with.
pub type NumberOf<T> = <<T as Term>::Kept as Kept>::Number;

/// A part of a statement: an operand, a number, or an operation on parts.
pub trait Term: Copy {
    /// What it becomes after the statement.
    type Kept: Kept;

    /// What an assigning operator sees on its right: an integer stays one.
    type Assigned: Right<Kept = Self::Kept>;

    /// Whether values take part in it, so that it has a derivative.
    const IS_NODE: bool;

    /// Whether it is on the tape before the statement is.
    const IS_OPERAND: bool;

    /// Whether it is a whole number, which matters for exponents.
    const IS_INTEGER: bool;

    /// The operation that makes it; none makes an operand.
    const OP: Option<Op>;

    /// How often values stand in it.
    const USES: usize;

    /// How many operators and functions it holds.
    const STEPS: usize;

    /// Whether it holds a quotient: the slope of one may overflow where the slope times the adjoint does not.
    const HAS_QUOTIENT: bool;

    /// How many numbers it stores for the reverse sweep: if its own value is not needed there, and if it is.
    const STORED: [usize; 2];

    /// The temporaries whose numbers the reverse sweep needs, a bit for each: if its own value is not needed there,
    /// and if it is.
    const TEMPORARIES: [u32; 2];

    /// Its number.
    fn number(&self) -> NumberOf<Self>;

    /// Its number as a plain one.
    fn primal(&self) -> f64;

    /// Its number as an integer, for terms that are one.
    fn integer(&self) -> i32 {
        unreachable!("only integers are assigned to integers")
    }

    /// Stores what the reverse sweep needs.
    fn store(&self, needed: bool, saver: &mut Saver<'_>);

    /// The term as it was when it was stored; its number only if that is needed.
    fn load<P: Payload, Os: super::Terms>(needed: bool, loader: &mut Loader<P, Os>) -> Self;

    /// The same term with its number, which the tape knows.
    #[must_use]
    fn with_result(self, result: f64) -> Self;

    /// Passes ∂root/∂self on to the operands. Only for nodes.
    fn reverse<S: Sink>(&self, adjoint: f64, sink: &mut S);

    /// Records its operations one by one.
    fn take_apart(&self, parts: &mut TakingApart<'_>) -> Part;
}

/// A term when its statement is recorded operation by operation.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// A place on the tape.
    Node(Recorded),
    /// A number.
    Number(f64),
    /// A whole number, which matters for exponents.
    Integer(i32),
}

impl Part {
    /// The place on the tape; there is one for nodes.
    pub(crate) fn node(self) -> Recorded {
        match self {
            Part::Node(recorded) => recorded,
            Part::Number(_) | Part::Integer(_) => unreachable!("a number is no node"),
        }
    }
}

/// A statement on its way onto a tape, operation by operation.
pub struct TakingApart<'a> {
    pub(crate) tape: &'a mut Tape,
    /// Where an operand is on that tape.
    pub(crate) operand: &'a dyn Fn(NodeId) -> NodeId,
    /// Where each step was written, in the order of recording.
    positions: std::slice::Iter<'a, Caller>,
    /// Where all of them are recorded, if not each at its own place.
    elsewhere: Option<Caller>,
    /// What the temporaries are, in order.
    pub(super) temporaries: Vec<Part>,
}

impl<'a> TakingApart<'a> {
    pub(crate) fn new(
        tape: &'a mut Tape,
        operand: &'a dyn Fn(NodeId) -> NodeId,
        positions: &'a [Caller],
        elsewhere: Option<Caller>,
    ) -> Self {
        TakingApart {
            tape,
            operand,
            positions: positions.iter(),
            elsewhere,
            temporaries: Vec::new(),
        }
    }

    /// The position of the next step.
    pub(crate) fn next_position(&mut self) -> Caller {
        let own = self.positions.next();
        self.elsewhere
            .or(own.copied())
            .expect("every step has a position")
    }

    /// Passes over the steps of a term of plain numbers.
    pub(crate) fn skip(&mut self, steps: usize) {
        if let Some(last) = steps.checked_sub(1) {
            self.positions.nth(last);
        }
    }
}

/// An operator of two operands.
pub trait Operator {
    /// The operation as a term.
    type Term<L: Term, R: Term>: Term<Kept = <L::Kept as Join<R::Kept>>::Output>
    where
        L::Kept: Join<R::Kept>;

    /// The operation on two terms.
    fn apply<L: Term, R: Term>(left: L, right: R) -> Self::Term<L, R>
    where
        L::Kept: Join<R::Kept>;
}

/// What a statement of `grad!` is built with: a method for each step.
#[derive(Clone, Copy, Debug)]
pub struct Recorder;

macro_rules! operators {
    ($($name:ident $Row:ident;)*) => {$(
        /// The operator.
        #[inline(always)]
        pub fn $name<L: Term, R: Term>(self, left: L, right: R) -> <row::$Row as Operator>::Term<L, R>
        where
            L::Kept: Join<R::Kept>,
        {
            row::$Row::apply(left, right)
        }
    )*};
}

#[allow(clippy::should_implement_trait)] // They are called in the operators' place.
impl Recorder {
    operators! {
        add Add;
        sub Sub;
        mul Mul;
        div Div;
        pow Pow;
    }

    /// A part that has a name in the statement, and what the name stands for.
    #[inline(always)]
    pub fn temporary<const J: usize, X: Term>(self, x: X) -> (X, Temporary<J, X::Kept>) {
        (x, Temporary::new(x.number()))
    }

    /// `let temporary = x; body`
    #[inline(always)]
    pub fn bind<const J: usize, X: Term, B: Term>(self, x: X, body: B) -> Let<J, X, B> {
        Let::new(x, body)
    }

    /// An operand on which a method was written.
    #[inline(always)]
    pub fn called<const I: usize, L: Leaf>(self, operand: At<I, L>) -> Call<I, L> {
        Call::new(operand)
    }

    /// Unary minus.
    #[inline(always)]
    pub fn neg<X: Term>(self, x: X) -> Unary<row::Neg, X> {
        Unary::new(x)
    }
}

/// Passes an adjoint on to a part of an operation.
#[inline(always)]
pub(super) fn pass_on<X: Term, S: Sink>(x: &X, adjoint: f64, sink: &mut S) {
    if X::IS_OPERAND || !S::BY_RULE || adjoint != 0.0 {
        x.reverse(adjoint, sink);
    }
}
