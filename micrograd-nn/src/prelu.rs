//! A leaky ReLU that learns its slope.

use crate::{Forward, Module};
use micrograd_core::{Operand, Value, grad};
use std::fmt;

/// yᵢ = xᵢ for xᵢ > 0, else a·xᵢ: a leaky ReLU whose slope a is a parameter, one for all signals or one
/// for each.
///
/// He et al., *Delving Deep into Rectifiers*, ICCV 2015; PyTorch's `PReLU`: the parameter is `weight`, of
/// shape \[1\] or `[n]`, and begins at 0.25. As there, the slope at 0 is a.
///
/// ```
/// use micrograd_nn::{Forward, Module, PRelu};
///
/// let prelu = PRelu::new();
/// let outputs = prelu.forward(&[-3.0, 2.0]);
/// assert_eq!(outputs, [-0.75, 2.0]);
/// outputs[0].backward();
/// assert_eq!(prelu.parameters()[0].grad(), -3.0); // ∂y/∂a = x
/// ```
#[derive(Debug, Module)]
#[module(crate = crate)]
pub struct PRelu {
    weight: Vec<Value>,
}

impl PRelu {
    /// One slope for all signals, however many they are.
    ///
    /// ```
    /// # use micrograd_nn::{Module, PRelu};
    /// assert_eq!(PRelu::new().parameters(), [0.25]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new() -> Self {
        PRelu {
            weight: vec![Value::new(0.25)],
        }
    }

    /// A slope for each of `size` signals; PyTorch's `num_parameters`.
    ///
    /// # Panics
    ///
    /// If `size` is 0.
    ///
    /// ```
    /// # use micrograd_nn::{Module, PRelu};
    /// assert_eq!(PRelu::for_each(3).parameters(), [0.25; 3]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn for_each(size: usize) -> Self {
        assert!(size > 0, "a PReLU needs at least 1 signal, not {size}");
        PRelu {
            weight: Value::leaves_of(&vec![0.25; size]),
        }
    }
}

impl Default for PRelu {
    fn default() -> Self {
        PRelu::new()
    }
}

impl<X: Operand> Forward<[X]> for PRelu {
    type Output = Vec<Value>;

    /// As many signals as there were.
    fn forward(&self, inputs: &[X]) -> Vec<Value> {
        let slopes = self.weight.len();
        assert!(
            slopes == 1 || slopes == inputs.len(),
            "a PReLU of {slopes} signals was given {}",
            inputs.len()
        );
        let mut outputs = Vec::with_capacity(inputs.len());
        for (i, x) in inputs.iter().enumerate() {
            let x = x.to_value();
            if x.data() > 0.0 {
                outputs.push(x);
            } else {
                let slope = &self.weight[if slopes == 1 { 0 } else { i }];
                outputs.push(grad! { slope * x });
            }
        }
        outputs
    }
}

/// `PReLU(1)`
impl fmt::Display for PRelu {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PReLU({})", self.weight.len())
    }
}
