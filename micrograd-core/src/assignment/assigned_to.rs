//! What may stand on the right of an assigning operator.

use super::Assign;
use crate::expression::{Arithmetic, CallSite, OperandList, Right, Together, Update};
use crate::tape::OpenChain;

/// What an assigning operator may have on its right, for an assignee of some type.
///
/// It is asked of the right-hand side: where that is a mistake, nothing is known of it, and rustc has nothing to say about
/// the assignee.
#[diagnostic::on_unimplemented(
    message = "`{P}` cannot be assigned to with this on the right",
    label = "this would have to become a `{Self}`",
    note = "what values are added to starts as one: `let mut sum: Value = 0;`, over `T: Scalar` as `let mut sum: T = 0;`",
    note = "an integer is assigned to by `n += 1`, or `n = (n + m) as usize`"
)]
pub trait AssignedTo<P: ?Sized>: Right {
    /// [`Assign::assign`]
    #[track_caller]
    fn assign<
        O: Update,
        A: Arithmetic,
        Os: OperandList<Terms: Together<Computed = Self::Computed>>,
    >(
        assignee: &mut P,
        operands: Os,
        at: CallSite,
    );

    /// [`Assign::assign_in_loop`]
    #[track_caller]
    fn assign_in_loop<
        O: Update,
        A: Arithmetic,
        Os: OperandList<Terms: Together<Computed = Self::Computed>>,
    >(
        assignee: &mut P,
        chain: OpenChain,
        operands: Os,
        at: CallSite,
    ) -> OpenChain;
}

#[diagnostic::do_not_recommend]
impl<K: Right, P: Assign<K> + ?Sized> AssignedTo<P> for K {
    #[inline(always)]
    #[track_caller]
    fn assign<
        O: Update,
        A: Arithmetic,
        Os: OperandList<Terms: Together<Computed = K::Computed>>,
    >(
        assignee: &mut P,
        operands: Os,
        at: CallSite,
    ) {
        P::assign::<O, A, Os>(assignee, operands, at);
    }

    #[inline(always)]
    #[track_caller]
    fn assign_in_loop<
        O: Update,
        A: Arithmetic,
        Os: OperandList<Terms: Together<Computed = K::Computed>>,
    >(
        assignee: &mut P,
        chain: OpenChain,
        operands: Os,
        at: CallSite,
    ) -> OpenChain {
        P::assign_in_loop::<O, A, Os>(assignee, chain, operands, at)
    }
}
