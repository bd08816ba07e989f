//! Gradients from `backward` against gradients from differences.

mod differences;
mod extrapolation;
mod report;

pub use report::{Component, GradcheckReport};

use crate::nesting::evaluated;
use crate::value::Value;
use differences::Slopes;

/// Compares the gradient from [`Value::backward`] with differences of f at the point `at`, with the step and the tolerances
/// of [`Gradcheck::new`].
///
/// `f` gets one leaf for each number and returns the value to differentiate.
///
/// # Panics
///
/// If `at` is empty: there is nothing to differentiate by. Inside of another derivative, if f uses the inputs of that one.
///
/// ```
/// use micrograd_core::gradcheck;
/// let check = gradcheck(|x| &x[0] * x[1].sin(), &[2.0, 0.5]);
/// assert!(check.passed(), "{check}");
///
/// let wrong = gradcheck(|x| x[0].powi(2) + 1e-9 * x[1].detach(), &[3.0, 1.0]);
/// assert!(!wrong.passed());
/// assert_eq!(wrong.worst().input, 1);
/// ```
#[track_caller]
pub fn gradcheck(f: impl Fn(&[Value]) -> Value, at: &[f64]) -> GradcheckReport {
    Gradcheck::new().check(f, at)
}

/// A comparison of gradients with differences: its step and its tolerances. PyTorch's `torch.autograd.gradcheck`, whose
/// names these are.
///
/// The derivative ∂f/∂xᵢ is measured by (f(x + hᵢ) − f(x − hᵢ))/2hᵢ with steps hᵢ that shrink, extrapolated to 0, together with
/// its uncertainty: what rounding may have done, and how well the extrapolation has settled. A step outside of f's domain
/// is left out. A component passes if |backward − differences| ≤ atol + rtol·max(|backward|, |differences|) + uncertainty.
/// At a kink it passes with the slope of either side, too.
///
/// ```
/// use micrograd_core::Gradcheck;
///
/// // A kink is near: steps must not reach it.
/// let check = Gradcheck::new().eps(1e-5).check(|x| (&x[0] - 3.0).abs(), &[3.0001]);
/// assert!(check.passed(), "{check}");
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use = "this sets how to check: call `check`"]
pub struct Gradcheck {
    eps: Option<f64>,
    atol: f64,
    rtol: f64,
}

impl Gradcheck {
    /// Steps from |xᵢ|/4 downwards (¼ at 0), larger ones where rounding hides the derivative; `rtol` 10⁻⁶ and `atol` 0, so that
    /// small gradients are compared, too.
    pub const fn new() -> Self {
        Gradcheck {
            eps: None,
            atol: 0.0,
            rtol: 1e-6,
        }
    }

    /// The largest step: how far f is smooth, or so much of it as shall be seen.
    ///
    /// # Panics
    ///
    /// Unless it is positive and finite.
    ///
    /// ```
    /// # use micrograd_core::Gradcheck;
    /// assert!(Gradcheck::new().eps(1e-3).check(|x| x[0].sin(), &[100.0]).passed());
    /// ```
    #[track_caller]
    pub fn eps(self, eps: f64) -> Self {
        assert!(
            eps > 0.0 && eps.is_finite(),
            "gradcheck with eps = {eps:?}: a step must be positive and finite"
        );
        Gradcheck {
            eps: Some(eps),
            ..self
        }
    }

    /// The absolute error that passes.
    ///
    /// # Panics
    ///
    /// If it is negative or NaN.
    ///
    /// ```
    /// # use micrograd_core::Gradcheck;
    /// let slightly_wrong = |x: &[micrograd_core::Value]| x[0].sin() + 1e-7 * x[0].detach();
    /// assert!(!Gradcheck::new().rtol(1e-9).check(slightly_wrong, &[1.0]).passed());
    /// assert!(Gradcheck::new().atol(1e-6).check(slightly_wrong, &[1.0]).passed());
    /// ```
    #[track_caller]
    pub fn atol(self, atol: f64) -> Self {
        assert!(
            atol >= 0.0,
            "gradcheck with atol = {atol:?}: a tolerance must not be negative"
        );
        Gradcheck { atol, ..self }
    }

    /// The error that passes, relative to the larger of the two derivatives.
    ///
    /// # Panics
    ///
    /// If it is negative or NaN.
    ///
    /// ```
    /// # use micrograd_core::Gradcheck;
    /// assert!(Gradcheck::new().rtol(1e-9).check(|x| x[0].exp(), &[1.0]).passed());
    /// ```
    #[track_caller]
    pub fn rtol(self, rtol: f64) -> Self {
        assert!(
            rtol >= 0.0,
            "gradcheck with rtol = {rtol:?}: a tolerance must not be negative"
        );
        Gradcheck { rtol, ..self }
    }

    /// Compares at the point `at`; see [`gradcheck`](fn@gradcheck).
    ///
    /// # Panics
    ///
    /// As `gradcheck`.
    ///
    /// ```
    /// # use micrograd_core::Gradcheck;
    /// assert!(Gradcheck::new().check(|x| x[0].ln(), &[1e-7]).passed());
    /// ```
    #[track_caller]
    pub fn check(&self, f: impl Fn(&[Value]) -> Value, at: &[f64]) -> GradcheckReport {
        assert!(
            !at.is_empty(),
            "gradcheck at a point of 0 inputs: it needs at least 1 input to differentiate by"
        );
        let (inputs, [y]) = evaluated(|x| [f(x)], at, "gradcheck");
        y.backward();
        let components = (0..at.len()).map(|input| {
            let along = |number| {
                let mut point = at.to_vec();
                point[input] = number;
                f(&Value::leaves_of(&point)).data()
            };
            let slopes = Slopes::of(along, at[input], self.eps);
            self.component(input, at[input], inputs[input].grad(), &slopes)
        });
        GradcheckReport::new(components.collect(), *self)
    }

    fn component(&self, input: usize, at: f64, backward: f64, slopes: &Slopes) -> Component {
        let either = std::iter::once(slopes.derivative()).chain(slopes.sides());
        let mut all = either.map(|slope| {
            let larger = backward.abs().max(slope.number.abs());
            Component {
                input,
                at,
                backward,
                differences: slope.number,
                allowed: self.atol + self.rtol * larger + slope.uncertainty,
            }
        });
        let first = all.next().expect("there is the derivative");
        if first.passes() {
            return first;
        }
        all.find(Component::passes).unwrap_or(first)
    }
}

impl Default for Gradcheck {
    /// As [`Gradcheck::new`].
    fn default() -> Self {
        Gradcheck::new()
    }
}
