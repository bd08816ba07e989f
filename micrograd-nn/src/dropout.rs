//! Signals that are left out at random while training.

use crate::{Forward, Generator, Module, ParameterPath};
use micrograd_core::{Operand, Value};
use rand::Rng;
use std::cell::Cell;
use std::fmt;

/// In training, each signal is 0 with probability p, else x/(1 − p), so that its expected value
/// stays x; in evaluation, signals pass unchanged.
///
/// A new module trains; [`Module::set_training`] on it, or on the model that it is a part of,
/// switches. The random choices come from a [`Generator`] of its own. Srivastava et al., *Dropout:
/// A Simple Way to Prevent Neural Networks from Overfitting*, JMLR 15 (2014), in the inverted form;
/// PyTorch's `Dropout`.
///
/// ```
/// use micrograd_nn::{Dropout, Forward, Module};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let dropout = Dropout::new(0.75, &mut ChaCha8Rng::seed_from_u64(1337));
/// let signals = dropout.forward(&[1.0; 100]);
/// assert!(signals.iter().all(|y| *y == 0.0 || *y == 4.0)); // 1/(1 − 0.75)
///
/// dropout.set_training(false);
/// assert_eq!(dropout.forward(&[1.0; 100]), vec![1.0; 100]);
/// ```
#[derive(Clone, Debug)]
pub struct Dropout {
    p: f64,
    training: Cell<bool>,
    generator: Generator,
}

impl Dropout {
    /// Leaves a signal out with probability `p`; the seed of its generator is drawn from `rng`.
    ///
    /// # Panics
    ///
    /// If `p` is not in [0, 1], where 1 leaves nothing.
    ///
    /// ```
    /// # use micrograd_nn::Dropout;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// let dropout = Dropout::new(0.1, &mut ChaCha8Rng::seed_from_u64(1337));
    /// assert_eq!(dropout.to_string(), "Dropout(0.1)");
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(p: f64, rng: &mut (impl Rng + ?Sized)) -> Self {
        assert!(
            (0.0..=1.0).contains(&p),
            "the probability of dropout is {p:?}; it must be between 0 and 1"
        );
        Dropout {
            p,
            training: Cell::new(true),
            generator: Generator::from_rng(rng),
        }
    }

    /// Whether signals are left out now.
    ///
    /// ```
    /// # use micrograd_nn::{Dropout, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// let dropout = Dropout::new(0.1, &mut ChaCha8Rng::seed_from_u64(1337));
    /// assert!(dropout.is_training());
    /// dropout.set_training(false);
    /// assert!(!dropout.is_training());
    /// ```
    #[must_use]
    pub fn is_training(&self) -> bool {
        self.training.get()
    }
}

impl<X: Operand> Forward<[X]> for Dropout {
    type Output = Vec<Value>;

    /// As many signals as there were, those that are left out as leaves of data 0.
    fn forward(&self, inputs: &[X]) -> Vec<Value> {
        let mut outputs = Vec::with_capacity(inputs.len());
        for x in inputs {
            outputs.push(if !self.is_training() {
                x.to_value()
            } else if self.generator.uniform() < self.p {
                Value::new(0.0)
            } else {
                x.to_value() / (1.0 - self.p)
            });
        }
        outputs
    }
}

/// No parameters.
impl Module for Dropout {
    fn visit_parameters(
        &self,
        _: &ParameterPath<'_>,
        _: &mut dyn FnMut(&ParameterPath<'_>, &Value),
    ) {
    }

    fn visit_generators(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &Generator),
    ) {
        visit(path, &self.generator);
    }

    fn set_training(&self, training: bool) {
        self.training.set(training);
    }
}

/// `Dropout(0.1)`: the probability.
impl fmt::Display for Dropout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Dropout({})", self.p)
    }
}
