//! Dual numbers in the statements of `grad!`: nothing is recorded, so that a statement is plain arithmetic.

use super::Dual;
use crate::assignment::{Assign, Right, Update};
use crate::expression::{At, Join, Kept, Leaf, Loader, OperandList, Part, Places, Term, Terms};
use crate::operand::Participant;
use crate::tape::{Payload, Tape};

impl<const N: usize> Kept for Dual<N> {
    type Number = Dual<N>;

    #[inline(always)]
    fn of<Os: OperandList, E: Term<Kept = Dual<N>>>(
        operands: Os,
        _: Places,
        build: impl FnOnce(Os::Terms) -> E,
    ) -> Dual<N> {
        build(operands.read(None)).number()
    }
}

impl<const N: usize> Right for Dual<N> {
    type Kept = Dual<N>;
}

impl<const N: usize> Join<Dual<N>> for Dual<N> {
    type Output = Dual<N>;

    #[inline(always)]
    fn left(number: Dual<N>) -> Dual<N> {
        number
    }

    #[inline(always)]
    fn right(number: Dual<N>) -> Dual<N> {
        number
    }
}

impl<const N: usize> Join<f64> for Dual<N> {
    type Output = Dual<N>;

    #[inline(always)]
    fn left(number: Dual<N>) -> Dual<N> {
        number
    }

    #[inline(always)]
    fn right(number: f64) -> Dual<N> {
        Dual::constant(number)
    }
}

impl<const N: usize> Leaf for Dual<N> {
    type Kept = Dual<N>;
    type Assigned = Dual<N>;
    const KIND: u64 = 0;
    const IS_NODE: bool = false;
    const IS_INTEGER: bool = false;

    #[inline(always)]
    fn number(&self) -> Dual<N> {
        *self
    }

    #[inline(always)]
    fn primal(&self) -> f64 {
        self.data
    }

    fn load<P: Payload, Os: Terms>(_: &Loader<P, Os>, _: usize) -> Self {
        unreachable!("a dual number is in no statement on the tape")
    }

    fn part(&self) -> Part {
        unreachable!("a dual number is in no statement on the tape")
    }
}

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
                *self = O::apply(target, build(operands.read(None))).number();
            }
        }
    )*};
}

assign! { Dual<N>, f64, i32 }
