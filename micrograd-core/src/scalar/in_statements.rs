//! What lets the statements of `grad!` stand in functions over any `Scalar`.

use crate::assignment::{Assign, Replace};
use crate::expression::{Accepted, HasFunctions, Join, Kept, Leaf, Participant, Right};

/// A number that can take part in statements, and that statements can be assigned to.
pub trait Statements:
    Kept
    + Right
    + Participant<Itself = Self, Leaf: Leaf<Kept = Self, Assigned = Self> + Accepted>
    + HasFunctions
    + Join<Self, Output = Self>
    + Join<f64, Output = Self>
    + Assign<Self>
    + Assign<f64>
    + Assign<i32>
    + Replace<Self>
{
}

impl<T> Statements for T where
    T: Kept
        + Right
        + Participant<Itself = T, Leaf: Leaf<Kept = T, Assigned = T> + Accepted>
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
