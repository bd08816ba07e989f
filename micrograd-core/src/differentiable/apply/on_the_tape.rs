//! A call with values: a node on the tape, and what `backward` and those who look need of it.

use super::arguments::{Held, next};
use super::{Applies, ArgumentList, Function, Taken};
use crate::gradients::{List, Term};
use crate::operations::{Elementary, as_results_end};
use crate::tape::{self, Arguments, Call, Caller, Tape};
use crate::value::Value;
use std::rc::Rc;

/// A function with all but the numbers on the tape.
struct Recorded<F: Function> {
    function: F,
    shapes: F::Shapes,
    /// Active arguments that are plain numbers, each with its position among all numbers.
    plain: Vec<(usize, f64)>,
}

impl<F: Function> Recorded<F> {
    /// All numbers, from those on the tape.
    fn numbers<'a, R>(
        &'a self,
        on_the_tape: impl Iterator<Item = R> + 'a,
        from: impl Fn(f64) -> R + 'a,
    ) -> impl FnMut() -> R + 'a {
        let mut plain = self.plain.iter().peekable();
        let mut on_the_tape = on_the_tape;
        let mut position = 0;
        move || {
            position += 1;
            match plain.next_if(|(at, _)| *at == position - 1) {
                Some((_, number)) => from(*number),
                None => next(&mut on_the_tape),
            }
        }
    }

    fn value(&self, x: &[f64]) -> f64 {
        self.function
            .value(&self.shapes, &mut self.numbers(x.iter().copied(), |c| c))
    }
}

impl<F: Function> Call for Recorded<F> {
    fn name(&self) -> &'static str {
        F::NAME
    }

    fn pull_back(&self, x: &[f64], adjoint: f64, adjoints: &mut [f64]) {
        let mut numbers = self.numbers(x.iter().copied(), |c| c);
        if self.plain.is_empty() {
            return self
                .function
                .vjp(&self.shapes, &mut numbers, adjoint, adjoints);
        }
        let begin = adjoints.iter().copied();
        let mut begin = self.numbers(begin, |_| 0.0);
        let count = x.len() + self.plain.len();
        let mut all: Vec<f64> = (0..count).map(|_| begin()).collect();
        drop(begin);
        self.function
            .vjp(&self.shapes, &mut numbers, adjoint, &mut all);
        let is_plain = |position: &usize| self.plain.iter().any(|(at, _)| at == position);
        let found = (0..count).filter(|position| !is_plain(position));
        for (adjoint, position) in adjoints.iter_mut().zip(found) {
            *adjoint = all[position];
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
        let places: Vec<Term<'_>> = x
            .iter()
            .map(|&x| Term::Place(&list, list.push(Elementary::leaf(x)), x))
            .collect();
        let mut numbers = self.numbers(places.into_iter(), Term::Number);
        let y = self.function.value(&self.shapes, &mut numbers);
        drop(numbers);
        let place = match y {
            Term::Place(_, place, _) => Some(place),
            Term::Number(_) => None,
        };
        let y = y.data();
        Some(as_results_end(list.into_nodes(), x.len(), place, y))
    }
}

impl Applies for Value {
    fn taken(&self) -> Taken<'_> {
        Taken::Value(Held(self.slot()))
    }

    fn applied<F: Function>(
        function: F,
        arguments: &impl ArgumentList<Shapes = F::Shapes>,
        caller: Caller,
    ) -> Value {
        let mut recorded = Recorded {
            function,
            shapes: arguments.shapes(),
            plain: Vec::new(),
        };
        let mut x = Vec::new();
        let (mut on_the_tape, read_at) = tape::with(|tape| {
            let on_the_tape = look_up(tape, arguments, |position, number| {
                recorded.plain.push((position, number));
            });
            x.extend(on_the_tape.ids().map(|id| tape.data(id)));
            (on_the_tape, tape.state())
        });
        let y = recorded.value(&x);
        tape::make_room(1, caller, None);
        Value::holding(tape::with(|tape| {
            // The function may have used the tape.
            if tape.state() != read_at {
                on_the_tape = look_up(tape, arguments, |_, _| {});
            }
            let call = tape.push_call(y, on_the_tape, Rc::new(recorded), caller);
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
    let mut found = Arguments::default();
    let mut position = 0;
    arguments.each(&mut |taken| {
        match taken {
            Taken::Value(Held(slot)) => found.push(tape.id(slot)),
            Taken::Number(number) => plain(position, number),
            Taken::Dual(..) => unreachable!("a dual number does not join a value"),
        }
        position += 1;
    });
    found
}
