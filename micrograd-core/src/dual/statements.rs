//! Dual numbers in the statements of `grad!`: nothing is recorded, so that a statement is plain arithmetic.

use super::{Dual, along};
use crate::assignment::{Assign, Right, Update};
use crate::expression::{
    Accepted, Assigned, Formula, HasFunctions, Join, Kept, Leaf, MOST_OPERANDS, MOST_STORED,
    MOST_USES, OperandList, Part, Places, Terms, Together, each, is_regular, partials_by_rule,
    step_list,
};
use crate::operand::Participant;
use crate::reassignment::{Reassign, Replace};
use crate::tape::{Recorded, Tape};

/// A statement is evaluated on plain numbers, and then differentiated once: so the tangents are only touched once for each
/// operand.
impl<const N: usize, B> Kept for Dual<N, B> {
    const IS_NODE: bool = true;
    type Unheld = Dual<N, B>;

    #[inline(always)]
    fn unheld<S: Formula, Os: OperandList<Terms: Together<Kept = Dual<N, B>>>>(
        operands: Os,
        places: Places,
    ) -> Dual<N, B> {
        Dual::of::<S, Os>(operands, places)
    }

    #[inline(always)]
    fn of<S: Formula, Os: OperandList<Terms: Together<Kept = Dual<N, B>>>>(
        operands: Os,
        _: Places,
    ) -> Dual<N, B> {
        differentiated::<N, B, S, _>(&operands.read(None))
    }

    #[inline]
    fn total<S: Formula, Os: OperandList<Terms: Together<Kept = Dual<N, B>>>>(
        first: Option<&Dual<N, B>>,
        operands: impl ExactSizeIterator<Item = Os>,
        _: Places,
    ) -> Dual<N, B> {
        let terms = operands.map(|operands| differentiated::<N, B, S, _>(&operands.read(None)));
        let total = first.copied().into_iter().chain(terms);
        total.reduce(|a, b| a + b).unwrap_or_default()
    }
}

/// The result with its tangents: Σ ∂result/∂operand · tangents of the operand.
#[inline(always)]
fn differentiated<const N: usize, B, S: Formula, Os: Terms>(operands: &Os) -> Dual<N, B> {
    let (mut x, mut stored) = ([0.0; MOST_OPERANDS], [0.0; MOST_STORED]);
    let (x, stored) = (&mut x[..S::OPERANDS], &mut stored[..S::STORED]);
    operands.numbers(x);
    let y = S::value(x, stored, Os::KINDS);
    let mut passed = [0.0; MOST_USES];
    S::reverse(x, stored, y, 1.0, &mut passed[..S::USES.len()], Os::KINDS);
    let mut partials = [0.0; MOST_OPERANDS];
    if is_regular::<S>(&passed, Os::KINDS) {
        each(S::USES.len(), |k| partials[S::USES[k]] += passed[k]);
    } else {
        let by_rule = partials_of_numbers::<S, Os>(operands);
        each(S::OPERANDS, |k| partials[k] = by_rule[k]);
    }
    let (mut tangents, mut operand) = ([0.0; N], 0);
    operands.each_tangents(&mut |of_operand| {
        if let Ok(of_operand) = <&[f64; N]>::try_from(of_operand) {
            let part = along(partials[operand], of_operand);
            tangents
                .iter_mut()
                .zip(part)
                .for_each(|(sum, part)| *sum += part);
        }
        operand += 1;
    });
    Dual::with_tangents(y, tangents)
}

/// ∂result/∂operand by the rule.
#[cold]
#[inline(never)]
fn partials_of_numbers<S: Formula, Os: Terms>(operands: &Os) -> Vec<f64> {
    let mut x = [0.0; MOST_OPERANDS];
    operands.numbers(&mut x[..S::OPERANDS]);
    partials_by_rule(step_list::<S>(), Os::KINDS, &x[..S::OPERANDS])
}

impl<const N: usize, B> Right for Dual<N, B> {
    type Kept = Dual<N, B>;
}

/// Dual numbers join dual numbers, and take numbers in.
macro_rules! join {
    ($($Right:ty),*) => {$(
        impl<const N: usize, B> Join<$Right> for Dual<N, B> {
            type Output = Dual<N, B>;
        }
    )*};
}

join! { Dual<N, B>, f64 }

impl<const N: usize, B> Accepted for Dual<N, B> {}

impl<const N: usize, B> Leaf for Dual<N, B> {
    type Kept = Dual<N, B>;
    type Assigned = Dual<N, B>;
    const KIND: u64 = 0;
    const IS_NODE: bool = true;
    const IS_INTEGER: bool = false;

    #[inline(always)]
    fn primal(&self) -> f64 {
        self.data
    }

    #[inline(always)]
    fn tangents(&self) -> &[f64] {
        &self.tangents
    }

    /// It is nowhere on the tape, and only asked for its number in the statement.
    #[inline(always)]
    fn part(&self) -> Part {
        Part::Node(Recorded::nowhere(self.data))
    }
}

impl<const N: usize, B> HasFunctions for Dual<N, B> {}

#[diagnostic::do_not_recommend]
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
    fn reassign<S: Formula, Os: OperandList>(&mut self, operands: Os, _: Places)
    where
        (Dual<N, B>, Os::Terms): Together<Kept = Dual<N, B>>,
    {
        *self = differentiated::<N, B, S, _>(&(*self, operands.read(None)));
    }
}

macro_rules! assign {
    ($($Right:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<const N: usize, B> Assign<$Right> for Dual<N, B> {
            #[inline(always)]
            fn assign<
                O: Update,
                S: Formula,
                Os: OperandList<Terms: Together<Kept = <$Right as Right>::Kept>>,
            >(
                &mut self,
                operands: Os,
                _: Places,
            ) {
                let operands = (*self, operands.read(None));
                *self = differentiated::<N, B, Assigned<O, S>, _>(&operands);
            }
        }
    )*};
}

assign! { Dual<N, B>, f64, i32 }
