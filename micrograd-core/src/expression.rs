//! Recording a whole expression of `grad!` at once: one access to the tape, and no handles for what
//! lies between its operands and its result.

use crate::operand::{Arithmetic, Operand};
use crate::operations::{BinaryRow, ParametricRow, row};
use crate::tape::{self, Caller, Recorded, Tape};
use crate::value::Value;
use std::panic::Location;

/// The tape while an expression is recorded.
pub struct Recorder<'a> {
    /// None for an expression of plain numbers.
    tape: Option<&'a mut Tape>,
    /// Where all operations are recorded, if not each at its own place.
    elsewhere: Option<Caller>,
}

impl<'a> Recorder<'a> {
    /// Records the `count` operations that `build` makes, and gives the result a handle.
    ///
    /// `here` is where the expression stands. Inside a `#[track_caller]` function `caller` differs
    /// from it, and all operations are recorded there, as Rust does for the operators.
    #[inline(always)]
    pub(crate) fn record<T: Term>(
        count: usize,
        here: Caller,
        caller: Caller,
        build: impl FnOnce(&mut Recorder<'_>) -> T,
    ) -> T::Kept {
        if !T::IS_NODE {
            let mut recorder = Recorder::without_tape();
            let term = build(&mut recorder);
            return term.keep(&mut recorder);
        }
        let elsewhere = elsewhere(here, caller);
        tape::with(|tape| {
            tape.make_room(count, caller);
            let mut recorder = Recorder::on(tape, elsewhere);
            let term = build(&mut recorder);
            term.keep(&mut recorder)
        })
    }

    /// Lets `value` become the result of the `count` operations that `build` makes of it.
    #[inline(always)]
    pub(crate) fn advance(
        value: &mut Value,
        count: usize,
        here: Caller,
        caller: Caller,
        build: impl FnOnce(&mut Recorder<'_>, Recorded) -> Recorded,
    ) {
        let elsewhere = elsewhere(here, caller);
        value.advance(count, caller, |tape, this| {
            build(&mut Recorder::on(tape, elsewhere), this)
        });
    }

    #[inline(always)]
    fn on(tape: &'a mut Tape, elsewhere: Option<Caller>) -> Self {
        Recorder {
            tape: Some(tape),
            elsewhere,
        }
    }

    /// For an expression of plain numbers.
    pub(crate) fn without_tape() -> Self {
        Recorder {
            tape: None,
            elsewhere: None,
        }
    }

    #[inline(always)]
    fn position(&self, own: Caller) -> Caller {
        self.elsewhere.unwrap_or(own)
    }

    /// What an operand is in this expression.
    #[inline(always)]
    pub fn read<L: Operand + ?Sized>(&mut self, operand: &L) -> L::Term {
        operand.term(self)
    }

    /// A row of two operands whose left one is a node.
    #[inline(always)]
    pub(crate) fn binary<R: BinaryRow>(
        &mut self,
        row: R,
        left: Recorded,
        right: impl Term,
        caller: Caller,
    ) -> Recorded {
        match right.seen() {
            Seen::Node(right) => self.tape().binary(row, left, right, caller),
            Seen::Number(c) => self.tape().binary_with_number(row, left, c, caller),
            Seen::Integer(n) => self
                .tape()
                .binary_with_number(row, left, f64::from(n), caller),
        }
    }

    #[inline(always)]
    pub(crate) fn tape(&mut self) -> &mut Tape {
        self.tape
            .as_mut()
            .expect("an expression with a value has a tape")
    }
}

/// The caller, if the expression is recorded there and not where it stands.
#[inline(always)]
fn elsewhere(here: Caller, caller: Caller) -> Option<Caller> {
    // Mostly both are one constant, and the compiler knows it.
    let is_here = std::ptr::eq(here, caller) || here == caller;
    (!is_here).then_some(caller)
}

macro_rules! operators {
    ($($name:ident $Row:ident;)*) => {$(
        /// The operator.
        #[inline(always)]
        #[track_caller]
        pub fn $name<L: Term, R: Term>(&mut self, left: L, right: R) -> L::With<R> {
            let position = self.position(Location::caller());
            left.combine(Arithmetic::$Row, right, self, position)
        }
    )*};
}

/// The operators, as methods: the position of a method call is that of the method's name, which
/// carries the span of the user's operator.
#[allow(clippy::should_implement_trait)] // They are called in the operators' place.
impl Recorder<'_> {
    operators! {
        add Add;
        sub Sub;
        mul Mul;
        div Div;
        pow Pow;
    }

    /// Unary minus.
    #[inline(always)]
    #[track_caller]
    pub fn neg<X: Term>(&mut self, x: X) -> X::Own {
        let position = self.position(Location::caller());
        x.negate(self, position)
    }
}

/// A term, seen from inside.
#[derive(Clone, Copy, Debug)]
pub enum Seen {
    /// A place on the tape.
    Node(Recorded),
    /// A number.
    Number(f64),
    /// A whole number, which matters for exponents.
    Integer(i32),
}

/// What an operand is while its expression is recorded: a place on the tape, or a number.
pub trait Term: Copy {
    /// Whether it is a place on the tape.
    const IS_NODE: bool;

    /// What it becomes after the expression: a `Value`, or `f64`.
    type Kept;

    /// What arithmetic on it alone gives.
    type Own: Term;

    /// What arithmetic with `R` gives.
    type With<R: Term>: Term;

    /// Gives it a handle.
    fn keep(self, recorder: &mut Recorder<'_>) -> Self::Kept;

    /// The term, to be matched.
    fn seen(self) -> Seen;

    /// `-self`
    fn negate(self, recorder: &mut Recorder<'_>, caller: Caller) -> Self::Own;

    /// `self op right`
    fn combine<R: Term>(
        self,
        op: Arithmetic,
        right: R,
        recorder: &mut Recorder<'_>,
        caller: Caller,
    ) -> Self::With<R>;

    /// `left op self`
    fn combine_after_number(
        self,
        op: Arithmetic,
        left: f64,
        recorder: &mut Recorder<'_>,
        caller: Caller,
    ) -> Self::Own;
}

/// `$call` with the row of the operator in the place of `$row`.
macro_rules! with_row {
    ($op:expr, |$row:ident| $call:expr) => {
        match $op {
            Arithmetic::Add => with_row!(@ $row, row::Add, $call),
            Arithmetic::Sub => with_row!(@ $row, row::Sub, $call),
            Arithmetic::Mul => with_row!(@ $row, row::Mul, $call),
            Arithmetic::Div => with_row!(@ $row, row::Div, $call),
            Arithmetic::Pow => with_row!(@ $row, row::Pow, $call),
        }
    };
    (@ $row:ident, $Row:path, $call:expr) => {{
        let $row = $Row;
        $call
    }};
}

impl Term for Recorded {
    const IS_NODE: bool = true;
    type Kept = Value;
    type Own = Recorded;
    type With<R: Term> = Recorded;

    #[inline(always)]
    fn keep(self, recorder: &mut Recorder<'_>) -> Value {
        Value::holding(recorder.tape().hold(self))
    }

    #[inline(always)]
    fn seen(self) -> Seen {
        Seen::Node(self)
    }

    #[inline(always)]
    fn negate(self, recorder: &mut Recorder<'_>, caller: Caller) -> Recorded {
        recorder.tape().unary(row::Neg, self, caller)
    }

    #[inline(always)]
    fn combine<R: Term>(
        self,
        op: Arithmetic,
        right: R,
        recorder: &mut Recorder<'_>,
        caller: Caller,
    ) -> Recorded {
        match (op, right.seen()) {
            (Arithmetic::Pow, Seen::Integer(n)) => {
                recorder
                    .tape()
                    .parametric(row::Powi, self, f64::from(n), caller)
            }
            _ => with_row!(op, |row| recorder.binary(row, self, right, caller)),
        }
    }

    #[inline(always)]
    fn combine_after_number(
        self,
        op: Arithmetic,
        left: f64,
        recorder: &mut Recorder<'_>,
        caller: Caller,
    ) -> Recorded {
        let tape = recorder.tape();
        with_row!(op, |row| tape.binary_of_number(row, left, self, caller))
    }
}

/// The parts that `f64` and `i32` share.
macro_rules! number {
    () => {
        const IS_NODE: bool = false;
        type Kept = f64;
        type Own = f64;
        type With<R: Term> = R::Own;

        #[inline(always)]
        fn keep(self, _: &mut Recorder<'_>) -> f64 {
            f64::from(self)
        }

        #[inline(always)]
        fn negate(self, _: &mut Recorder<'_>, _: Caller) -> f64 {
            -f64::from(self)
        }

        #[inline(always)]
        fn combine<R: Term>(
            self,
            op: Arithmetic,
            right: R,
            recorder: &mut Recorder<'_>,
            caller: Caller,
        ) -> R::Own {
            right.combine_after_number(op, f64::from(self), recorder, caller)
        }
    };
}

impl Term for f64 {
    number! {}

    #[inline(always)]
    fn seen(self) -> Seen {
        Seen::Number(self)
    }

    #[inline(always)]
    fn combine_after_number(
        self,
        op: Arithmetic,
        left: f64,
        _: &mut Recorder<'_>,
        _: Caller,
    ) -> f64 {
        with_row!(op, |row| value(row, left, self))
    }
}

/// An integer is a number, but for a whole exponent.
impl Term for i32 {
    number! {}

    #[inline(always)]
    fn seen(self) -> Seen {
        Seen::Integer(self)
    }

    #[inline(always)]
    fn combine_after_number(
        self,
        op: Arithmetic,
        left: f64,
        recorder: &mut Recorder<'_>,
        caller: Caller,
    ) -> f64 {
        match op {
            Arithmetic::Pow => row::Powi::value(left, f64::from(self)),
            _ => f64::from(self).combine_after_number(op, left, recorder, caller),
        }
    }
}

#[inline(always)]
fn value<R: BinaryRow>(_: R, left: f64, right: f64) -> f64 {
    R::value(left, right)
}
