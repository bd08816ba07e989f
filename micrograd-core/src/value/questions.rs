//! Questions about a value's number: is it NaN, infinite, the larger one.

use super::Value;
use crate::operations::scalar_questions;
use std::cmp::Ordering;

macro_rules! questions {
    ($($name:ident $question:literal $x:expr => $answer:expr;)*) => {$(
        #[doc = $question]
        #[doc = concat!("\n```\n# use micrograd_core::Value;\nassert_eq!(Value::new(", stringify!($x), ").", stringify!($name), "(), ", stringify!($answer), ");\n```")]
        #[inline]
        #[must_use]
        pub fn $name(&self) -> bool {
            self.data().$name()
        }
    )*};
}

/// # Questions about the number
impl Value {
    scalar_questions! { questions }

    /// The total order of IEEE 754, in which −NaN < −∞ < … < −0 < 0 < … < ∞ < NaN: values can be sorted by it. See
    /// [`f64::total_cmp`].
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let mut values = [2.0, f64::NAN, -1.0].map(Value::new);
    /// values.sort_by(Value::total_cmp);
    /// assert_eq!(values[..2], [-1.0, 2.0]);
    /// ```
    #[inline]
    #[must_use]
    pub fn total_cmp(&self, other: &Value) -> Ordering {
        self.data().total_cmp(&other.data())
    }
}
