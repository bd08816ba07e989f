//! What brings a loss down. The loss may be evaluated more than once for a step.

use super::{Lbfgs, Optimizer, StepError, finite_gradients};
use micrograd_core::Value;

/// A rule that makes a step from a loss and not from gradients alone: every [`Optimizer`], and [`Lbfgs`], which asks for the
/// loss several times. PyTorch's `optimizer.step(closure)`.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::{Adam, Lbfgs, Minimizer};
///
/// fn fitted(minimizer: &mut impl Minimizer, steps: u32) -> f64 {
///     let x = [Value::new(0.0)];
///     for _ in 0..steps {
///         minimizer.minimize(&x, || (&x[0] - 3.0).powi(2));
///     }
///     x[0].data()
/// }
/// assert!((fitted(&mut Lbfgs::new(1.0), 2) - 3.0).abs() < 1e-9);
/// assert!((fitted(&mut Adam::new(0.1), 200) - 3.0).abs() < 1e-2);
/// ```
pub trait Minimizer {
    /// One step that brings `loss` down. Returns the loss before the step.
    ///
    /// `loss` records the loss anew for the present numbers of the parameters; its gradient is cleared and computed here.
    ///
    /// # Panics
    ///
    /// If a number is not finite, as [`try_minimize`](Minimizer::try_minimize) says; if a parameter is listed twice, or there
    /// are not as many parameters as at the steps before; or if a parameter is the result of an operation. Then nothing has
    /// changed.
    #[track_caller]
    fn minimize(&mut self, parameters: &[Value], loss: impl FnMut() -> Value) -> f64 {
        match self.try_minimize(parameters, loss) {
            Ok(loss) => loss,
            Err(error) => panic!("{error}"),
        }
    }

    /// As [`minimize`](Minimizer::minimize), for a run that goes on after numbers that are too large.
    ///
    /// # Errors
    ///
    /// If the loss or a gradient is not finite before the step, or as [`Optimizer::try_step`] says; then nothing has changed.
    ///
    /// # Panics
    ///
    /// If a parameter is listed twice, there are not as many parameters as at the steps before, or a parameter is the result
    /// of an operation.
    #[track_caller]
    fn try_minimize(
        &mut self,
        parameters: &[Value],
        loss: impl FnMut() -> Value,
    ) -> Result<f64, StepError>;
}

impl<O: Optimizer> Minimizer for O {
    fn try_minimize(
        &mut self,
        parameters: &[Value],
        mut loss: impl FnMut() -> Value,
    ) -> Result<f64, StepError> {
        let before = evaluate(parameters, &mut loss)?.loss;
        self.try_step(parameters)?;
        Ok(before)
    }
}

impl Minimizer for Lbfgs {
    fn try_minimize(
        &mut self,
        parameters: &[Value],
        loss: impl FnMut() -> Value,
    ) -> Result<f64, StepError> {
        self.try_step(parameters, loss)
    }
}

/// A loss with its gradient.
pub(super) struct Evaluation {
    pub(super) loss: f64,
    pub(super) gradient: Vec<f64>,
}

/// The loss and its gradient where the parameters are.
#[track_caller]
pub(super) fn evaluate(
    parameters: &[Value],
    loss: &mut impl FnMut() -> Value,
) -> Result<Evaluation, StepError> {
    Value::zero_grads_of(parameters);
    let value = loss();
    let number = value.data();
    if !number.is_finite() {
        return Err(StepError::Loss(number));
    }
    value.backward();
    Ok(Evaluation {
        loss: number,
        gradient: finite_gradients(parameters)?,
    })
}
