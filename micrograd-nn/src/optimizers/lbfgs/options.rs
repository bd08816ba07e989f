//! The options of L-BFGS.

use super::{Lbfgs, Memory, assert_at_least_zero};

/// # Options
impl Lbfgs {
    /// L-BFGS with the learning rate `lr`, 20 iterations a step, 25 evaluations of the loss, 100
    /// remembered changes, and the tolerances 10⁻⁷ and 10⁻⁹: PyTorch's defaults, of which `lr` is 1.
    ///
    /// # Panics
    ///
    /// If `lr` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::Lbfgs;
    /// assert_eq!(Lbfgs::new(1.0).lr(), 1.0);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(lr: f64) -> Self {
        assert_at_least_zero("learning rate", lr);
        Lbfgs {
            lr,
            max_iter: 20,
            max_eval: None,
            tolerance_grad: 1e-7,
            tolerance_change: 1e-9,
            history_size: 100,
            memory: Memory::default(),
        }
    }

    /// How many iterations a step makes at most; each evaluates the loss at least once. Unless
    /// [`max_eval`](Lbfgs::max_eval) is told, 5/4 as many evaluations are allowed.
    ///
    /// # Panics
    ///
    /// If `iterations` is 0.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Lbfgs, Module};
    /// let x = Value::new(3.0);
    /// let mut lbfgs = Lbfgs::new(1.0).max_iter(1);
    /// lbfgs.step(&x.parameters(), || x.powi(2)); // by 1: 6/‖6‖₁
    /// assert_eq!((x.data(), lbfgs.state().steps()), (2.0, 1));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn max_iter(mut self, iterations: usize) -> Self {
        assert!(
            iterations > 0,
            "a step of {iterations} iterations would not move"
        );
        self.max_iter = iterations;
        self
    }

    /// After how many evaluations of the loss a step ends; the iteration that reaches them is
    /// finished first.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Lbfgs, Module};
    /// let x = Value::new(3.0);
    /// let mut lbfgs = Lbfgs::new(1.0).max_eval(2);
    /// lbfgs.step(&x.parameters(), || x.powi(2));
    /// assert_eq!(lbfgs.state().steps(), 1);
    /// ```
    #[must_use]
    pub fn max_eval(mut self, evaluations: usize) -> Self {
        self.max_eval = Some(evaluations);
        self
    }

    /// A step ends where no partial of the loss is larger than `grad`, or where an iteration changes
    /// the loss, or each parameter, by no more than `change`.
    ///
    /// # Panics
    ///
    /// If one of them is negative or not finite.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Lbfgs, Module};
    /// let x = Value::new(3.0);
    /// let mut lbfgs = Lbfgs::new(1.0).tolerances(100.0, 1e-9);
    /// lbfgs.step(&x.parameters(), || x.powi(2)); // its slope of 6 is small enough
    /// assert_eq!(x, 3.0);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn tolerances(mut self, grad: f64, change: f64) -> Self {
        assert_at_least_zero("tolerance of the gradient", grad);
        assert_at_least_zero("tolerance of the change", change);
        (self.tolerance_grad, self.tolerance_change) = (grad, change);
        self
    }

    /// How many changes of the gradient are remembered.
    ///
    /// # Panics
    ///
    /// If `changes` is 0.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Lbfgs, Module};
    /// let x = Value::new(3.0);
    /// let mut lbfgs = Lbfgs::new(1.0).history_size(2);
    /// lbfgs.step(&x.parameters(), || x.powi(4));
    /// assert_eq!(lbfgs.state().list("old_dirs.2"), None);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn history_size(mut self, changes: usize) -> Self {
        assert!(
            changes > 0,
            "a history of {changes} changes knows no curvature"
        );
        self.history_size = changes;
        self
    }

    /// Sets the learning rate of the steps to come.
    ///
    /// # Panics
    ///
    /// If `lr` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::Lbfgs;
    /// let mut lbfgs = Lbfgs::new(1.0);
    /// lbfgs.set_lr(0.5);
    /// assert_eq!(lbfgs.lr(), 0.5);
    /// ```
    #[track_caller]
    pub fn set_lr(&mut self, lr: f64) {
        assert_at_least_zero("learning rate", lr);
        self.lr = lr;
    }
}
