//! Steps along the directions of a quasi-Newton method.

mod memory;
mod options;
mod strong_wolfe;

use super::minimizer::{Evaluation, evaluate};
use super::{OptimizerState, OptimizerStateError, StepError, assert_at_least_zero};
use memory::Memory;
use micrograd_core::Value;
use strong_wolfe::{Point, strong_wolfe};

/// L-BFGS: Newton's method with an estimate of the curvature from the last steps, for the exact
/// gradient of a smooth loss with few parameters.
///
/// With the gradient g, each iteration computes
///
/// - d = −H·g, where H is the estimate of the inverse Hessian from the last changes y of g and s of p
/// - p ← p + t·d, where t meets the strong Wolfe conditions L(p + t·d) ≤ L(p) + 10⁻⁴·t·(g·d) and
///   |g(p + t·d)·d| ≤ 0.9·|g·d|
///
/// A line search begins at t = lr, in the first iteration at lr·min(1, 1/‖g‖₁). A call of
/// [`step`](Lbfgs::step) makes up to 20 iterations. It needs a loss of all the data: the noise of
/// mini-batches would pass for curvature. It evaluates the loss itself, so it is no
/// [`Optimizer`](crate::Optimizer); as one, it is a [`Minimizer`](crate::Minimizer).
///
/// Liu and Nocedal, *On the limited memory BFGS method for large scale optimization*, Mathematical
/// Programming 45 (1989); PyTorch's `LBFGS` with `line_search_fn='strong_wolfe'`, and its other
/// defaults.
///
/// ```
/// use micrograd_core::{Value, grad};
/// use micrograd_nn::Lbfgs;
///
/// let [x, y] = [Value::new(-1.5), Value::new(0.5)];
/// let mut lbfgs = Lbfgs::new(1.0);
/// for _ in 0..3 {
///     lbfgs.step(&[x.clone(), y.clone()], || grad! { (1 - x) ** 2 + 100 * (y - x ** 2) ** 2 });
/// }
/// assert!((x.data() - 1.0).abs() < 1e-4); // Rosenbrock's minimum
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Lbfgs {
    lr: f64,
    max_iter: usize,
    max_eval: Option<usize>,
    tolerance_grad: f64,
    tolerance_change: f64,
    history_size: usize,
    memory: Memory,
}

impl Lbfgs {
    /// One step: up to [`max_iter`](Lbfgs::max_iter) iterations. Returns the loss before the step.
    ///
    /// `loss` records the loss anew for the present numbers of the parameters. It is called once for
    /// each point that is looked at; its gradient is cleared and computed here. A loss that is not
    /// finite at a point of the line search is too far: the search comes back.
    ///
    /// # Panics
    ///
    /// If a number is not finite, as [`try_step`](Lbfgs::try_step) says; if a parameter is listed
    /// twice, or there are not as many parameters as at the steps before; or if a parameter is the
    /// result of an operation. Then nothing has changed.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Lbfgs, Module};
    /// let x = Value::new(3.0);
    /// assert_eq!(Lbfgs::new(1.0).step(&x.parameters(), || x.powi(2)), 9.0);
    /// assert!(x.data().abs() < 1e-9);
    /// ```
    #[track_caller]
    pub fn step(&mut self, parameters: &[Value], loss: impl FnMut() -> Value) -> f64 {
        match self.try_step(parameters, loss) {
            Ok(loss) => loss,
            Err(error) => panic!("{error}"),
        }
    }

    /// As [`step`](Lbfgs::step), for a run that goes on after numbers that are too large.
    ///
    /// # Errors
    ///
    /// If the loss or a gradient is not finite before the step; then nothing has changed.
    ///
    /// # Panics
    ///
    /// If a parameter is listed twice, there are not as many parameters as at the steps before, or a
    /// parameter is the result of an operation.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Lbfgs, Module};
    /// let x = Value::new(-1.0);
    /// let error = Lbfgs::new(1.0).try_step(&x.parameters(), || x.ln()).unwrap_err();
    /// assert_eq!(error.to_string(), "the loss before the step is NaN");
    /// ```
    #[track_caller]
    pub fn try_step(
        &mut self,
        parameters: &[Value],
        mut loss: impl FnMut() -> Value,
    ) -> Result<f64, StepError> {
        self.memory.assert_fits(parameters.len());
        let Evaluation {
            loss: first,
            gradient,
        } = evaluate(parameters, &mut loss)?;
        let mut here = Point::new(first, gradient);
        let mut evaluations = 1;
        let max_eval = self.max_eval.unwrap_or(self.max_iter * 5 / 4);
        for iteration in 1..=self.max_iter {
            if largest(&here.gradient) <= self.tolerance_grad {
                break;
            }
            let direction = self.memory.direction(&here.gradient, self.history_size);
            let share = if self.memory.iterations == 1 {
                1.0_f64.min(1.0 / here.gradient.iter().map(|g| g.abs()).sum::<f64>())
            } else {
                1.0
            };
            if dot(&here.gradient, &direction) > -self.tolerance_change {
                break;
            }
            let start = Value::data_of(parameters);
            let reached = strong_wolfe(
                share * self.lr,
                &direction,
                &here,
                self.tolerance_change,
                max_eval.saturating_sub(evaluations),
                |t| {
                    move_to(parameters, &start, t, &direction);
                    match evaluate(parameters, &mut loss) {
                        Ok(found) => Point::new(found.loss, found.gradient),
                        Err(_) => Point::beyond(parameters.len()),
                    }
                },
            );
            move_to(parameters, &start, reached.t, &direction);
            let step: Vec<f64> = direction.iter().map(|d| d * reached.t).collect();
            let (length, change) = (largest(&step), reached.point.loss - here.loss);
            self.memory.moved(step);
            here = reached.point;
            evaluations += reached.evaluations;
            if iteration == self.max_iter
                || evaluations >= max_eval
                || length <= self.tolerance_change
                || change.abs() < self.tolerance_change
            {
                break;
            }
        }
        Ok(first)
    }

    /// The learning rate: where a line search begins.
    ///
    /// ```
    /// # use micrograd_nn::Lbfgs;
    /// assert_eq!(Lbfgs::new(0.5).lr(), 0.5);
    /// ```
    #[must_use]
    pub fn lr(&self) -> f64 {
        self.lr
    }

    /// What it remembers, to be stored; its steps are iterations. The lists are `step`, the last one,
    /// `prev_flat_grad`, the gradient before it, and for each remembered change `old_dirs.0`, … of
    /// the gradient and `old_stps.0`, … of the parameters.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Lbfgs, Module};
    /// let x = Value::new(3.0);
    /// let mut lbfgs = Lbfgs::new(1.0);
    /// lbfgs.step(&x.parameters(), || x.powi(2));
    /// assert_eq!(lbfgs.state().kind(), "LBFGS");
    /// ```
    #[must_use]
    pub fn state(&self) -> OptimizerState {
        self.memory.state(self.lr)
    }

    /// Takes over a state; the steps to come are those that would have followed it, bit for bit.
    ///
    /// # Errors
    ///
    /// As [`Optimizer::restore`](crate::Optimizer::restore); then nothing has changed.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Lbfgs, Module};
    /// # let x = Value::new(3.0);
    /// let mut lbfgs = Lbfgs::new(1.0);
    /// lbfgs.step(&x.parameters(), || x.cosh());
    /// let mut resumed = Lbfgs::new(1.0);
    /// resumed.restore(lbfgs.state())?;
    /// assert_eq!(resumed, lbfgs);
    /// # Ok::<(), micrograd_nn::OptimizerStateError>(())
    /// ```
    pub fn restore(&mut self, state: OptimizerState) -> Result<(), OptimizerStateError> {
        let lr = state.lr();
        self.memory = Memory::from_state(state)?;
        self.lr = lr;
        Ok(())
    }
}

/// p = start + t·d
fn move_to(parameters: &[Value], start: &[f64], t: f64, direction: &[f64]) {
    let numbers = start.iter().zip(direction).map(|(x, d)| x + t * d);
    Value::set_data_of(parameters, &numbers.collect::<Vec<_>>());
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// maxᵢ |aᵢ|
fn largest(a: &[f64]) -> f64 {
    a.iter().fold(0.0, |largest, a| largest.max(a.abs()))
}
