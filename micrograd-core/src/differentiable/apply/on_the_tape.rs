//! A call with values: its node on the tape, and what `backward`, graphs and reports ask of it.

use super::arguments::Held;
use super::{Applies, ArgumentList, Function, Taken};
use crate::gradients::{List, Term};
use crate::operations::{Elementary, as_results_end, as_written};
use crate::tape::{self, Arguments, Call, Caller, Tape};
use crate::value::Value;
use std::borrow::Cow;
use std::rc::Rc;

/// A function with all but the numbers on the tape.
struct FunctionCall<F: Function> {
    function: F,
    shapes: F::Shapes,
    /// Active arguments that are plain numbers, each with its position among all numbers.
    plain: Vec<(usize, f64)>,
}

impl<F: Function> FunctionCall<F> {
    /// All numbers, from those on the tape.
    fn numbers<'a, R: Copy>(&self, on_the_tape: &'a [R], from: impl Fn(f64) -> R) -> Cow<'a, [R]> {
        if self.plain.is_empty() {
            return Cow::Borrowed(on_the_tape);
        }
        let mut numbers = Vec::with_capacity(on_the_tape.len() + self.plain.len());
        let mut on_the_tape = on_the_tape.iter().copied();
        for &(position, number) in &self.plain {
            let before = position - numbers.len();
            numbers.extend(on_the_tape.by_ref().take(before));
            numbers.push(from(number));
        }
        numbers.extend(on_the_tape);
        Cow::Owned(numbers)
    }

    fn value(&self, x: &[f64]) -> f64 {
        let numbers = self.numbers(x, |number| number);
        self.function.value(&self.shapes, &numbers)
    }
}

impl<F: Function> FunctionCall<F> {
    /// The first operation whose result is not finite, in words.
    fn anomaly_inside(&self, x: &[f64]) -> Option<String> {
        let operations = self.operations(x)?;
        let first = operations[x.len()..]
            .iter()
            .find(|node| !node.data.is_finite())?;
        let operands = first.operands().iter();
        let operands = operands.map(|&index| operations[index as usize].data);
        let left = first.left_number().into_iter();
        let operands = left.chain(operands).chain(first.right_number());
        let operands: Vec<String> = operands.map(|x| format!("{x:?}")).collect();
        let written = as_written(first.code.op()?, None, &operands);
        Some(format!("{written} = {:?}", first.data))
    }
}

impl<F: Function> Call for FunctionCall<F> {
    fn name(&self) -> &'static str {
        F::NAME
    }

    fn pull_back(&self, x: &[f64], adjoint: f64, adjoints: &mut [f64]) {
        let numbers = self.numbers(x, |number| number);
        if self.plain.is_empty() {
            return self.function.vjp(&self.shapes, &numbers, adjoint, adjoints);
        }
        let mut all = self.numbers(adjoints, |_| 0.0).into_owned();
        self.function.vjp(&self.shapes, &numbers, adjoint, &mut all);
        let mut plain = self.plain.iter().map(|&(position, _)| position).peekable();
        let found = all.iter().enumerate();
        let found = found.filter(|(position, _)| plain.next_if_eq(position).is_none());
        for (adjoint, (_, found)) in adjoints.iter_mut().zip(found) {
            *adjoint = *found;
        }
    }

    fn goes_on_adding(&self) -> bool {
        !F::IS_OPAQUE
    }

    fn operations(&self, x: &[f64]) -> Option<Vec<Elementary>> {
        if F::IS_OPAQUE {
            return None;
        }
        let list = List::default();
        let indices: Vec<Term<'_>> = x
            .iter()
            .map(|&x| Term::Index(&list, list.push(Elementary::leaf(x)), x))
            .collect();
        let numbers = self.numbers(&indices, Term::Number);
        let y = self.function.value(&self.shapes, &numbers);
        let index = match y {
            Term::Index(_, index, _) => Some(index),
            Term::Number(_) => None,
        };
        let y = y.data();
        Some(as_results_end(list.into_nodes(), x.len(), index, y))
    }
}

impl Applies for Value {
    fn taken(&self) -> Taken<'_> {
        Taken::Value(Held(self.handle()))
    }

    fn applied<F: Function>(
        function: F,
        arguments: &impl ArgumentList<Shapes = F::Shapes>,
        caller: Caller,
    ) -> Value {
        let mut recorded = FunctionCall {
            function,
            shapes: arguments.shapes(),
            plain: Vec::new(),
        };
        let mut x = Vec::new();
        let (mut on_the_tape, read_at) = tape::with(|tape| {
            let on_the_tape = look_up(tape, arguments, |position, number| {
                recorded.plain.push((position, number));
            });
            tape.read_data(&on_the_tape, &mut x);
            (on_the_tape, tape.state())
        });
        let y = recorded.value(&x);
        let is_watched = !y.is_finite() && tape::with(|tape| tape.is_observed());
        let anomaly = is_watched.then(|| recorded.anomaly_inside(&x)).flatten();
        tape::make_room(1, caller, None);
        Value::holding(tape::with(|tape| {
            // The function may have used the tape.
            if tape.state() != read_at {
                on_the_tape = look_up(tape, arguments, |_, _| {});
            }
            let call = tape.push_call(y, on_the_tape, Rc::new(recorded), anomaly, caller);
            tape.hold(call)
        }))
    }
}

/// Where the arguments are on the tape; `plain` gets those that are numbers, with their positions.
fn look_up(
    tape: &Tape,
    arguments: &impl ArgumentList,
    mut plain: impl FnMut(usize, f64),
) -> Arguments {
    let mut found = Arguments::new();
    let mut position = 0;
    arguments.each(&mut |taken| {
        match taken {
            Taken::Value(Held(handle)) => found.push(tape.id(handle)),
            Taken::Number(number) => plain(position, number),
            Taken::Dual(..) => unreachable!("a dual number does not join a value"),
        }
        position += 1;
    });
    found
}
