//! What maps an input to an output.

use crate::Module;
use micrograd_core::Value;

/// A module that maps an input to an output.
///
/// It stands apart from [`Module`] because the input's type is the module's own choice: the
/// networks of this crate take slices of anything that can stand beside a value in arithmetic
/// ([`Value`]s, `f64`, `i32`), so that data need not be wrapped in values. Micrograd's `__call__`,
/// PyTorch's `forward`.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::{Forward, Mlp};
/// # use rand::{SeedableRng, rngs::ChaCha8Rng};
/// # let mut rng = ChaCha8Rng::seed_from_u64(0);
/// let model = Mlp::new(2, &[3, 2], &mut rng);
///
/// let from_numbers = model.forward(&[1.0, -2.0]);
/// let from_values = model.forward(&[Value::new(1.0), Value::new(-2.0)]);
/// assert_eq!(from_numbers, from_values);
/// ```
pub trait Forward<Input: ?Sized>: Module {
    /// What comes out: one [`Value`], or a `Vec` of them.
    type Output;

    /// The output for `input`, recorded as a graph of the parameters.
    ///
    /// # Panics
    ///
    /// If `input` has another shape than the module expects.
    #[track_caller]
    fn forward(&self, input: &Input) -> Self::Output;

    /// The output of a module that has exactly one.
    ///
    /// Micrograd's layers return the bare value whenever they have one neuron; here the caller
    /// says so, and the type stays the same for every size.
    ///
    /// # Panics
    ///
    /// If there is not exactly one output, or as [`forward`](Forward::forward) does.
    ///
    /// ```
    /// use micrograd_nn::{Forward, Mlp};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let model = Mlp::new(2, &[3, 1], &mut rng);
    /// let score = model.forward_one(&[1.0, -2.0]);
    /// assert_eq!(score, model.forward(&[1.0, -2.0])[0]);
    /// ```
    #[track_caller]
    fn forward_one(&self, input: &Input) -> Value
    where
        Self: Forward<Input, Output = Vec<Value>> + Sized,
    {
        let mut outputs = self.forward(input);
        assert!(
            outputs.len() == 1,
            "forward_one needs 1 output, but there are {}",
            outputs.len()
        );
        outputs.remove(0)
    }

    /// The outputs as plain numbers, where no gradient is needed: the graph is gone at once. PyTorch's
    /// `with torch.no_grad()`.
    ///
    /// # Panics
    ///
    /// As [`forward`](Forward::forward) does.
    ///
    /// ```
    /// use micrograd_nn::{Forward, Mlp};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let model = Mlp::new(2, &[3, 2], &mut rng);
    /// let outputs: Vec<f64> = model.predict(&[1.0, -2.0]);
    /// assert_eq!(model.forward(&[1.0, -2.0]), outputs);
    /// ```
    #[must_use]
    #[track_caller]
    fn predict(&self, input: &Input) -> Vec<f64>
    where
        Self: Forward<Input, Output = Vec<Value>> + Sized,
    {
        Value::data_of(&self.forward(input))
    }
}

/// What the box holds.
impl<Input: ?Sized, M: Forward<Input> + ?Sized> Forward<Input> for Box<M> {
    type Output = M::Output;

    fn forward(&self, input: &Input) -> M::Output {
        (**self).forward(input)
    }
}
