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

impl<const N: usize, B> Kept for Dual<N, B> {
    /// A statement is evaluated on plain numbers, and then differentiated once: so the tangents are only touched
    /// once for each operand.
    type Number = f64;
    const IS_NODE: bool = true;
    type Unheld = Dual<N, B>;

    #[inline(always)]
    fn unheld<Os: OperandList, E: Term<Kept = Dual<N, B>>>(
        operands: Os,
        places: Places,
        build: impl FnOnce(Os::Terms) -> E,
    ) -> Dual<N, B> {
        Dual::of(operands, places, build)
    }

    #[inline(always)]
    fn of<Os: OperandList, E: Term<Kept = Dual<N, B>>>(
        operands: Os,
        _: Places,
        build: impl FnOnce(Os::Terms) -> E,
    ) -> Dual<N, B> {
        let terms = operands.read(None);
        differentiated(&terms, &build(terms))
    }

    #[inline]
    fn total<Os: OperandList, E: Term<Kept = Dual<N, B>>>(
        first: Option<&Dual<N, B>>,
        operands: impl ExactSizeIterator<Item = Os>,
        _: Places,
        build: impl Fn(Os::Terms) -> E,
    ) -> Dual<N, B> {
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
fn differentiated<const N: usize, B, Os: Terms, E: Term<Kept = Dual<N, B>>>(
    operands: &Os,
    term: &E,
) -> Dual<N, B> {
    let mut partials = Partials::<false>([0.0; MOST]);
    term.reverse(1.0, &mut partials);
    let mut partials = partials.0;
    let mut sum = 0.0;
    operands.each_tangents(&mut |number, _| sum += partials[number]);
    if sum.is_nan() {
        partials = by_rule(term);
    }
    let mut tangents = [0.0; N];
    operands.each_tangents(&mut |number, of_operand| {
        if let Ok(of_operand) = <&[f64; N]>::try_from(of_operand) {
            let part = along(partials[number], of_operand);
            tangents
                .iter_mut()
                .zip(part)
                .for_each(|(sum, part)| *sum += part);
        }
    });
    Dual::with_tangents(term.primal(), tangents)
}

/// The macro gives a statement no more operands.
const MOST: usize = 32;

/// ∂statement/∂operand, by the operand's number.
struct Partials<const BY_RULE: bool>([f64; MOST]);

#[cold]
#[inline(never)]
fn by_rule<E: Term>(term: &E) -> [f64; MOST] {
    let mut partials = Partials::<true>([0.0; MOST]);
    term.reverse(1.0, &mut partials);
    partials.0
}

impl<const BY_RULE: bool> Sink for Partials<BY_RULE> {
    const BY_RULE: bool = BY_RULE;

    #[inline(always)]
    fn add(&mut self, number: usize, _: NodeId, adjoint: f64) {
        self.0[number] += adjoint;
    }
}

impl<const N: usize, B> Right for Dual<N, B> {
    type Kept = Dual<N, B>;
}

/// Dual numbers join dual numbers, and take numbers in.
macro_rules! join {
    ($($Right:ty),*) => {$(
        impl<const N: usize, B> Join<$Right> for Dual<N, B> {
            type Output = Dual<N, B>;

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

join! { Dual<N, B>, f64 }

impl<const N: usize, B> Leaf for Dual<N, B> {
    type Kept = Dual<N, B>;
    type Assigned = Dual<N, B>;
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

impl<const N: usize, B> HasFunctions for Dual<N, B> {}

impl<const N: usize, B> Participant for Dual<N, B> {
    type Leaf = Dual<N, B>;
    type Itself = Dual<N, B>;

    #[inline(always)]
    fn itself(&self) -> &Dual<N, B> {
        self
    }

    #[inline(always)]
    fn leaf(&self, _: Option<&Tape>) -> Dual<N, B> {
        *self
    }
}

impl<const N: usize, B> Replace<Dual<N, B>> for Dual<N, B> {}

impl<const N: usize, B> Reassign<Dual<N, B>> for Dual<N, B> {
    #[inline(always)]
    fn reassign<Os: OperandList, E: Term<Kept = Dual<N, B>>>(
        &mut self,
        operands: Os,
        _: Places,
        build: impl FnOnce((At<0, Dual<N, B>>, Os::Terms)) -> E,
    ) {
        let terms = (At::new(*self), operands.read(None));
        *self = differentiated(&terms, &build(terms));
    }
}

macro_rules! assign {
    ($($Right:ty),*) => {$(
        impl<const N: usize, B> Assign<$Right> for Dual<N, B> {
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
                let target: At<0, Dual<N, B>> = At::new(*self);
                let terms = operands.read(None);
                *self = differentiated(&(target, terms), &O::apply(target, build(terms)));
            }
        }
    )*};
}

assign! { Dual<N, B>, f64, i32 }
