//! Dual numbers in the statements of `grad!`: nothing is recorded, so that a statement is plain arithmetic.

use super::{Dual, along};
use crate::assignment::{Assign, Right, Update};
use crate::expression::{
    At, HasFunctions, Join, Kept, Leaf, Loader, OperandList, Part, Places, Sink, Term, Terms,
    made_by_a_call,
};
use crate::operand::Participant;
use crate::reassignment::{Reassign, Replace};
use crate::tape::{NodeId, Payload, Recorded, Tape};

impl<const N: usize> Kept for Dual<N> {
    /// A statement is evaluated on plain numbers, and then differentiated once: so the tangents are only touched
    /// once for each operand.
    type Number = f64;
    const IS_NODE: bool = true;
    type Unheld = Dual<N>;

    #[inline(always)]
    fn unheld<Os: OperandList, E: Term<Kept = Dual<N>>>(
        _: usize,
        operands: Os,
        places: Places,
        build: impl FnOnce(Os::Terms) -> E,
    ) -> Dual<N> {
        Dual::of(operands, places, build)
    }

    #[inline(always)]
    fn of<Os: OperandList, E: Term<Kept = Dual<N>>>(
        operands: Os,
        _: Places,
        build: impl FnOnce(Os::Terms) -> E,
    ) -> Dual<N> {
        let terms = operands.read(None);
        differentiated(&terms, &build(terms))
    }

    #[inline]
    fn total<Os: OperandList, E: Term<Kept = Dual<N>>>(
        first: Option<&Dual<N>>,
        operands: impl ExactSizeIterator<Item = Os>,
        _: Places,
        build: impl Fn(Os::Terms) -> E,
    ) -> Dual<N> {
        let terms = operands.map(|operands| {
            let terms = operands.read(None);
            differentiated(&terms, &build(terms))
        });
        let total = first.copied().into_iter().chain(terms);
        total.reduce(|a, b| a + b).unwrap_or_default()
    }
}

/// The term with its tangents: Σ ∂term/∂operand · tangents of the operand.
#[inline(always)]
fn differentiated<const N: usize, Os: Terms, E: Term<Kept = Dual<N>>>(
    operands: &Os,
    term: &E,
) -> Dual<N> {
    let mut partials = Partials([0.0; Partials::MOST]);
    term.reverse(1.0, &mut partials);
    let mut tangents = [0.0; N];
    operands.each_tangents(&mut |number, of_operand| {
        if let Ok(of_operand) = <&[f64; N]>::try_from(of_operand) {
            let part = along(partials.0[number], of_operand);
            tangents
                .iter_mut()
                .zip(part)
                .for_each(|(sum, part)| *sum += part);
        }
    });
    Dual::new(term.primal(), tangents)
}

/// ∂statement/∂operand, by the operand's number.
struct Partials([f64; Partials::MOST]);

impl Partials {
    /// The macro gives a statement no more operands.
    const MOST: usize = 32;
}

impl Sink for Partials {
    const TESTS: bool = true;

    #[inline(always)]
    fn add(&mut self, number: usize, _: NodeId, adjoint: f64) {
        self.0[number] += adjoint;
    }
}

impl<const N: usize> Right for Dual<N> {
    type Kept = Dual<N>;
}

/// Dual numbers join dual numbers, and take numbers in.
macro_rules! join {
    ($($Right:ty),*) => {$(
        impl<const N: usize> Join<$Right> for Dual<N> {
            type Output = Dual<N>;

            #[inline(always)]
            fn left(number: f64) -> f64 {
                number
            }

            #[inline(always)]
            fn right(number: f64) -> f64 {
                number
            }
        }
    )*};
}

join! { Dual<N>, f64 }

impl<const N: usize> Leaf for Dual<N> {
    type Kept = Dual<N>;
    type Assigned = Dual<N>;
    const KIND: u64 = 0;
    const IS_NODE: bool = true;
    const IS_INTEGER: bool = false;

    #[inline(always)]
    fn number(&self) -> f64 {
        self.data
    }

    #[inline(always)]
    fn primal(&self) -> f64 {
        self.data
    }

    #[inline(always)]
    fn tangents(&self) -> &[f64] {
        &self.tangents
    }

    fn load<P: Payload, Os: Terms>(_: &Loader<P, Os>, _: usize) -> Self {
        unreachable!("a dual number is in no statement on the tape")
    }

    /// It is nowhere on the tape, and only asked for its number in the statement.
    #[inline(always)]
    fn part(&self) -> Part {
        Part::Node(Recorded::nowhere(self.data))
    }

    made_by_a_call! {}
}

impl<const N: usize> HasFunctions for Dual<N> {}

impl<const N: usize> Participant for Dual<N> {
    type Leaf = Dual<N>;
    type Itself = Dual<N>;

    #[inline(always)]
    fn itself(&self) -> &Dual<N> {
        self
    }

    #[inline(always)]
    fn leaf(&self, _: Option<&Tape>) -> Dual<N> {
        *self
    }
}

impl<const N: usize> Replace<Dual<N>> for Dual<N> {}

impl<const N: usize> Reassign<Dual<N>> for Dual<N> {
    #[inline(always)]
    fn reassign<Os: OperandList, E: Term<Kept = Dual<N>>>(
        &mut self,
        operands: Os,
        _: Places,
        build: impl FnOnce((At<0, Dual<N>>, Os::Terms)) -> E,
    ) {
        let terms = (At::new(*self), operands.read(None));
        *self = differentiated(&terms, &build(terms));
    }
}

macro_rules! assign {
    ($($Right:ty),*) => {$(
        impl<const N: usize> Assign<$Right> for Dual<N> {
            #[inline(always)]
            fn assign<
                O: Update,
                Os: OperandList,
                E: Term<Assigned = $Right, Kept = <$Right as Right>::Kept>,
            >(
                &mut self,
                operands: Os,
                _: Places,
                build: impl FnOnce(Os::Terms) -> E,
            ) {
                let target: At<0, Dual<N>> = At::new(*self);
                let terms = operands.read(None);
                *self = differentiated(&(target, terms), &O::apply(target, build(terms)));
            }
        }
    )*};
}

assign! { Dual<N>, f64, i32 }
