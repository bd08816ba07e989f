//! Gradients from `backward` against gradients from differences.

use crate::value::Value;
use std::fmt;

/// Compares the gradient from [`Value::backward`] with central differences,
/// (f(x + hᵢ) − f(x − hᵢ))/2hᵢ, for every input i at the point `at`.
///
/// `f` gets one leaf per number and returns the value to differentiate. A component passes if the
/// two differ by at most 10⁻⁶ times the larger one, or 10⁻⁶ where both are below 1; the step hᵢ is
/// ∛ε·max(1, |xᵢ|). Near a kink or an edge of the domain differences mean nothing: keep a step
/// away from them. This is PyTorch's `torch.autograd.gradcheck`.
///
/// # Panics
///
/// If `at` is empty: there is nothing to differentiate by.
///
/// ```
/// use micrograd_core::gradcheck;
/// let check = gradcheck(|x| &x[0] * x[1].sin(), &[2.0, 0.5]);
/// assert!(check.passed(), "{check}");
///
/// let wrong = gradcheck(|x| x[0].powi(2) + x[1].detach(), &[3.0, 1.0]);
/// assert!(!wrong.passed());
/// assert_eq!(wrong.worst().input, 1);
/// ```
#[track_caller]
pub fn gradcheck(f: impl Fn(&[Value]) -> Value, at: &[f64]) -> Gradcheck {
    assert!(
        !at.is_empty(),
        "gradcheck at a point of 0 inputs: it needs at least 1 input to differentiate by"
    );
    let inputs = Value::leaves_of(at);
    f(&inputs).backward();
    let components = at
        .iter()
        .zip(&inputs)
        .enumerate()
        .map(|(input, (&at_input, leaf))| Component {
            input,
            at: at_input,
            backward: leaf.grad(),
            differences: central_difference(&f, at, input),
        })
        .collect();
    Gradcheck { components }
}

fn central_difference(f: impl Fn(&[Value]) -> Value, at: &[f64], input: usize) -> f64 {
    let step = f64::EPSILON.cbrt() * at[input].abs().max(1.0);
    let shifted = |by: f64| {
        let mut point = Value::leaves_of(at);
        point[input] = Value::new(at[input] + by);
        (point[input].data(), f(&point).data())
    };
    let ((right, above), (left, below)) = (shifted(step), shifted(-step));
    // The step that was taken, after rounding.
    (above - below) / (right - left)
}

/// What [`gradcheck`] found; prints as a short report of the worst component.
#[derive(Clone, Debug)]
#[must_use = "a check that nobody reads checks nothing: assert!(check.passed(), \"{check}\")"]
pub struct Gradcheck {
    components: Vec<Component>,
}

/// One component of the two gradients.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Component {
    /// Which input, counted from 0.
    pub input: usize,
    /// The input's number.
    pub at: f64,
    /// The derivative from [`Value::backward`].
    pub backward: f64,
    /// The derivative from central differences.
    pub differences: f64,
}

impl Gradcheck {
    /// The relative error up to which a component passes.
    pub const TOLERANCE: f64 = 1e-6;

    /// Whether every component agrees.
    ///
    /// ```
    /// # use micrograd_core::gradcheck;
    /// assert!(gradcheck(|x| x[0].exp(), &[1.0]).passed());
    /// ```
    #[must_use]
    pub fn passed(&self) -> bool {
        self.worst().error() <= Self::TOLERANCE
    }

    /// The component with the largest error.
    ///
    /// ```
    /// # use micrograd_core::gradcheck;
    /// let check = gradcheck(|x| x[0].exp() + x[1].detach(), &[1.0, 2.0]);
    /// assert_eq!(check.worst().backward, 0.0);
    /// ```
    #[must_use]
    pub fn worst(&self) -> Component {
        let first = self.components[0];
        self.components.iter().fold(first, |worst, &component| {
            if component.error() > worst.error() {
                component
            } else {
                worst
            }
        })
    }

    /// All components, in the order of the inputs.
    ///
    /// ```
    /// # use micrograd_core::gradcheck;
    /// let check = gradcheck(|x| &x[0] * 3.0 + &x[1], &[1.0, 2.0]);
    /// assert_eq!(check.components()[0].backward, 3.0);
    /// ```
    #[must_use]
    pub fn components(&self) -> &[Component] {
        &self.components
    }
}

impl Component {
    /// |backward − differences|/max(1, |backward|, |differences|); infinite unless both are finite.
    ///
    /// ```
    /// # use micrograd_core::gradcheck;
    /// assert!(gradcheck(|x| x[0].sin(), &[1.0]).worst().error() < 1e-9);
    /// ```
    #[must_use]
    pub fn error(&self) -> f64 {
        let scale = self.backward.abs().max(self.differences.abs()).max(1.0);
        let error = (self.backward - self.differences).abs() / scale;
        if error.is_finite() {
            error
        } else {
            f64::INFINITY
        }
    }
}

impl fmt::Display for Gradcheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let wrong = self
            .components
            .iter()
            .filter(|component| component.error() > Self::TOLERANCE)
            .count();
        let count = self.components.len();
        if wrong == 0 {
            write!(f, "gradcheck passed for {count} inputs; ")?;
        } else {
            write!(f, "gradcheck failed for {wrong} of {count} inputs; ")?;
        }
        let worst = self.worst();
        write!(
            f,
            "the worst is input {} at {:?}: backward gives {:?}, differences give {:?}, \
             relative error {:.1e} (tolerance {:.0e})",
            worst.input,
            worst.at,
            worst.backward,
            worst.differences,
            worst.error(),
            Self::TOLERANCE,
        )
    }
}
