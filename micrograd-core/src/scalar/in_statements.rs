//! What lets the statements of `grad!` stand in functions over any `Scalar`.

use crate::assignment::{Assign, Replace};
use crate::expression::{Accepted, Computed, HasFunctions, Join, OperandTerm, Participant, Right};

/// A number that can take part in statements, and that statements can be assigned to.
pub trait StatementNumber:
    Computed
    + Right
    + Participant<Itself = Self, Term: OperandTerm<Computed = Self, Assigned = Self> + Accepted>
    + HasFunctions
    + Join<Self, Output = Self>
    + Join<f64, Output = Self>
    + Assign<Self>
    + Assign<f64>
    + Assign<i32>
    + Replace<Self>
{
}

impl<T> StatementNumber for T where
    T: Computed
        + Right
        + Participant<Itself = T, Term: OperandTerm<Computed = T, Assigned = T> + Accepted>
        + HasFunctions
        + Join<T, Output = T>
        + Join<f64, Output = T>
        + Assign<T>
        + Assign<f64>
        + Assign<i32>
        + Replace<T>
        + Replace<Self>
{
}
