//! How dual numbers print.

use super::Dual;
use std::fmt;

/// `Dual(data=3.0, tangents=[1.0, 0.0])`; a precision applies to all numbers.
impl<const N: usize, B> fmt::Display for Dual<N, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (data, tangents) = (self.data, self.tangents);
        match f.precision() {
            Some(digits) => write!(
                f,
                "Dual(data={data:.digits$?}, tangents={tangents:.digits$?})"
            ),
            None => write!(f, "Dual(data={data:?}, tangents={tangents:?})"),
        }
    }
}
