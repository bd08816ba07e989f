//! Plain numbers on the right of an operator, beside a value or a dual number.

use super::PlainNumber;

/// A number on the right of an operator, with a `Left` on its left.
///
/// It is [`PlainNumber`], but for what rustc says of others: the result depends on the bound, so that rustc knows none where the
/// bound fails, and reports one error.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand on the right of this operator",
    label = "expected a number, or the type on the left",
    note = "numbers are `f64`, `f32`, `i32`, `i64`, `u8`, `u32` and `usize`; others take part by `w as f64`"
)]
pub trait RightOf<Left> {
    /// What the operator gives: a `Left`.
    type Output;

    /// The number as `as f64` makes it.
    fn plain(self) -> f64;

    /// The result.
    fn result(result: Left) -> Self::Output;
}

#[diagnostic::do_not_recommend]
impl<N: PlainNumber, Left> RightOf<Left> for N {
    type Output = Left;

    #[inline(always)]
    fn plain(self) -> f64 {
        PlainNumber::number(self)
    }

    #[inline(always)]
    fn result(result: Left) -> Left {
        result
    }
}

/// No type is.
pub trait Never {}

/// Gives types that are no plain numbers an impl whose bound never holds: with more than one impl to choose from, rustc looks at the
/// bounds before it believes in a result.
macro_rules! never_on_the_right {
    ($([$($parameter:tt)*] $Type:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($parameter)* Left: $crate::expression::Never> $crate::expression::RightOf<Left> for $Type {
            type Output = Left;

            fn plain(self) -> f64 {
                unreachable!("the bound does not hold")
            }

            fn result(result: Left) -> Left {
                result
            }
        }
    )*};
}
pub(crate) use never_on_the_right;
