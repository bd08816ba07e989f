//! Uses `grad!` and `micrograd!` although neither micrograd-core nor its macros are dependencies.

use framework::autodiff::{Value, grad, micrograd};

/// x² + 3x, in which every kind of expansion takes part.
#[must_use]
pub fn parabola(x: &Value) -> Value {
    grad! {
        let mut y: Value = 0;
        y += x ** 2;
        let linear = 3 * x;
        y + linear.max(linear)
    }
}

micrograd! {
    /// −x
    #[must_use]
    pub fn opposite(x: &Value) -> Value {
        grad!< -x >
    }
}

/// The names of the user's own module shadow nothing that the expansion needs.
pub mod shadows {
    #![allow(dead_code, non_camel_case_types)]
    use framework::autodiff::grad;

    struct Value;
    struct Expression;
    mod core {}
    mod std {}
    fn operand() {}
    trait From {}
    trait CopyOfAny {}

    /// 2x, among names that the expansion also uses.
    #[must_use]
    pub fn double(x: &framework::autodiff::Value) -> framework::autodiff::Value {
        let right = x;
        let value = 2.0;
        grad! {
            let mut sum: framework::autodiff::Value = 0;
            sum += right * value;
            let copy = sum;
            copy
        }
    }
}
