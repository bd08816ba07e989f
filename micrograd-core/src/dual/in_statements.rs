//! Dual numbers in the statements of `grad!`: nothing is recorded, so that a statement is plain arithmetic.

use super::{Dual, along};
use crate::assignment::{Assign, Reassign, Replace};
use crate::expression::{
    Accepted, Adjoints, Arithmetic, Assigned, CallSite, Computed, HasFunctions, Join,
    MOST_OPERANDS, NO_OPERANDS, NONE_PASSED, NONE_STORED, OperandList, OperandTerm, Part,
    Participant, Right, SumOfNodes, Terms, Together, Update, step_list,
};
use crate::operations::partials_by_rule;
use crate::sealed::Sealed;
use crate::tape::{NodeRef, Site, Tape};

/// A statement is evaluated on plain numbers, and then differentiated once: so the tangents are only touched once for each
/// operand.
impl<const N: usize, B> Computed for Dual<N, B> {
    const IS_NODE: bool = true;
    type Intermediate = Dual<N, B>;

    #[inline(always)]
    fn intermediate<A: Arithmetic, Os: OperandList<Terms: Together<Computed = Dual<N, B>>>>(
        operands: Os,
        at: CallSite,
    ) -> Dual<N, B> {
        Dual::of::<A, Os>(operands, at)
    }

    #[inline(always)]
    fn of<A: Arithmetic, Os: OperandList<Terms: Together<Computed = Dual<N, B>>>>(
        operands: Os,
        at: CallSite,
    ) -> Dual<N, B> {
        differentiated::<N, B, A, _>(&operands.read(None), at.site)
    }

    #[inline]
    fn total<A: Arithmetic, Os: OperandList<Terms: Together<Computed = Dual<N, B>>>>(
        first: Option<&Dual<N, B>>,
        operands: impl ExactSizeIterator<Item = Os>,
        at: CallSite,
    ) -> Dual<N, B> {
        let term = |operands: Os| differentiated::<N, B, A, _>(&operands.read(None), at.site);
        let terms = operands.map(term);
        let total = first.copied().into_iter().chain(terms);
        total.reduce(|a, b| a + b).unwrap_or_default()
    }
}

/// The result with its tangents: Σ ∂result/∂operand · tangents of the operand.
#[inline(always)]
fn differentiated<const N: usize, B, A: Arithmetic, Os: Terms>(
    operands: &Os,
    site: &'static Site,
) -> Dual<N, B> {
    let mut x = NO_OPERANDS;
    let mut stored = NONE_STORED;
    operands.numbers(&mut x);
    let y = A::value(site, &x, &mut stored, Os::SIGNATURE);
    let mut passed = NONE_PASSED;
    A::reverse(site, &x, &stored, [y, 1.0], &mut passed, Os::SIGNATURE);
    let mut partials = Partials(NO_OPERANDS);
    let mut sum = SumOfNodes::<Os>::NOTHING;
    A::add(site, &passed, &mut sum, 0);
    if sum.is_regular(A::SUMMARY, site) {
        A::add(site, &passed, &mut partials, 0);
    } else {
        partials = partials_of_numbers::<A, Os>(operands, site);
    }
    let (mut tangents, mut operand) = ([0.0; N], 0);
    operands.each_tangents(&mut |of_operand| {
        if let Ok(of_operand) = <&[f64; N]>::try_from(of_operand) {
            let part = along(partials.0[operand], of_operand);
            tangents
                .iter_mut()
                .zip(part)
                .for_each(|(sum, part)| *sum += part);
        }
        operand += 1;
    });
    Dual::with_tangents(y, tangents)
}

/// ∂result/∂operand for each operand.
struct Partials([f64; MOST_OPERANDS]);

impl Adjoints for Partials {
    #[inline(always)]
    fn add(&mut self, operand: usize, adjoint: f64) {
        self.0[operand] += adjoint;
    }
}

/// The same by the rule.
#[cold]
#[inline(never)]
fn partials_of_numbers<A: Arithmetic, Os: Terms>(operands: &Os, site: &'static Site) -> Partials {
    let mut x = NO_OPERANDS;
    operands.numbers(&mut x);
    let x = &x[..Os::SIGNATURE.count as usize];
    let found = partials_by_rule(step_list(site, A::ASSIGNED_BY), Os::SIGNATURE, x);
    let mut partials = NO_OPERANDS;
    partials[..found.len()].copy_from_slice(&found);
    Partials(partials)
}

impl<const N: usize, B> Sealed for Dual<N, B> {}

impl<const N: usize, B> Right for Dual<N, B> {
    type Computed = Dual<N, B>;
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

impl<const N: usize, B> OperandTerm for Dual<N, B> {
    type Computed = Dual<N, B>;
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
        Part::Node(NodeRef::nowhere(self.data))
    }
}

impl<const N: usize, B> HasFunctions for Dual<N, B> {}

#[diagnostic::do_not_recommend]
impl<const N: usize, B> Participant for Dual<N, B> {
    type Term = Dual<N, B>;
    type Itself = Dual<N, B>;

    #[inline(always)]
    fn itself(&self) -> &Dual<N, B> {
        self
    }

    #[inline(always)]
    fn term(&self, _: Option<&Tape>) -> Dual<N, B> {
        *self
    }
}

impl<const N: usize, B> Replace<Dual<N, B>> for Dual<N, B> {}

impl<const N: usize, B> Reassign<Dual<N, B>> for Dual<N, B> {
    #[inline(always)]
    fn reassign<A: Arithmetic, Os: OperandList>(&mut self, operands: Os, at: CallSite)
    where
        (Dual<N, B>, Os::Terms): Together<Computed = Dual<N, B>>,
    {
        *self = differentiated::<N, B, A, _>(&(*self, operands.read(None)), at.site);
    }
}

macro_rules! assign {
    ($($Right:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<const N: usize, B> Assign<$Right> for Dual<N, B> {
            #[inline(always)]
            fn assign<
                O: Update,
                A: Arithmetic,
                Os: OperandList<Terms: Together<Computed = <$Right as Right>::Computed>>,
            >(
                &mut self,
                operands: Os,
                at: CallSite,
            ) {
                let operands = (*self, operands.read(None));
                *self = differentiated::<N, B, Assigned<O, A>, _>(&operands, at.site);
            }
        }
    )*};
}

assign! { Dual<N, B>, f64, i32 }
