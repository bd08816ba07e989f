//! How dual numbers print.

use super::Dual;
use crate::text_of_numbers::{debug_text, pad};
use std::fmt;

/// `Dual(data=3.0, tangents=[1.0, 0.0])`. A precision and a sign apply to all numbers, a width to the whole text.
impl<const N: usize, B> fmt::Display for Dual<N, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (data, tangents) = (debug_text(&self.data, f), debug_text(&self.tangents, f));
        pad(f, &format!("Dual(data={data}, tangents={tangents})"))
    }
}
