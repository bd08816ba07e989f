//! What a comparison of gradients has found.

use super::Gradcheck;
use std::fmt;

/// What [`gradcheck`](fn@crate::gradcheck) found; prints as a short report of the components that differ.
#[derive(Clone, Debug)]
#[must_use = "a check that nobody reads checks nothing: assert!(check.passed(), \"{check}\")"]
pub struct GradcheckReport {
    components: Vec<Component>,
    check: Gradcheck,
}

/// One component of the two gradients.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Component {
    /// Which input, counted from 0.
    pub input: usize,
    /// The input's number.
    pub at: f64,
    /// The derivative from [`Value::backward`](crate::Value::backward).
    pub backward: f64,
    /// The derivative from differences; NaN if they do not settle.
    pub differences: f64,
    /// The error that passes: the tolerances, and the uncertainty of the differences.
    pub allowed: f64,
}

impl GradcheckReport {
    pub(super) fn new(components: Vec<Component>, check: Gradcheck) -> Self {
        GradcheckReport { components, check }
    }

    /// Whether every component agrees.
    ///
    /// ```
    /// # use micrograd_core::gradcheck;
    /// assert!(gradcheck(|x| x[0].exp(), &[1.0]).passed());
    /// ```
    #[must_use]
    pub fn passed(&self) -> bool {
        self.components.iter().all(Component::passes)
    }

    /// The component whose error is the largest multiple of what is allowed.
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
            if component.excess() > worst.excess() {
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
    /// |backward − differences|/max(|backward|, |differences|); infinite unless both are finite.
    ///
    /// ```
    /// # use micrograd_core::gradcheck;
    /// assert!(gradcheck(|x| x[0].sin(), &[1.0]).worst().error() < 1e-9);
    /// ```
    #[must_use]
    pub fn error(&self) -> f64 {
        let larger = self.backward.abs().max(self.differences.abs());
        self.relative_to(larger)
    }

    /// Whether the two agree.
    ///
    /// ```
    /// # use micrograd_core::gradcheck;
    /// let check = gradcheck(|x| x[0].exp() + x[1].detach(), &[1.0, 2.0]);
    /// assert!(check.components()[0].passes() && !check.components()[1].passes());
    /// ```
    #[must_use]
    pub fn passes(&self) -> bool {
        self.excess() <= 1.0
    }

    fn excess(&self) -> f64 {
        self.relative_to(self.allowed)
    }

    fn relative_to(&self, scale: f64) -> f64 {
        if self.backward == self.differences && self.backward.is_finite() {
            return 0.0;
        }
        let relative = (self.backward - self.differences).abs() / scale;
        if relative.is_nan() {
            f64::INFINITY
        } else {
            relative
        }
    }
}

impl fmt::Display for GradcheckReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// How many components are printed.
        const MOST: usize = 10;
        let (count, worst) = (self.components.len(), self.worst());
        let wrong = || {
            self.components
                .iter()
                .filter(|component| !component.passes())
        };
        match wrong().count() {
            0 => write!(f, "gradcheck passed for {count} inputs; ")?,
            failed => write!(f, "gradcheck failed for {failed} of {count} inputs; ")?,
        }
        write!(f, "the worst is {worst} ({})", self.check)?;
        let others = || wrong().filter(|component| component.input != worst.input);
        for component in others().take(MOST) {
            write!(f, "\n{component}")?;
        }
        match others().count().saturating_sub(MOST) {
            0 => Ok(()),
            more => write!(f, "\nand {more} more"),
        }
    }
}

impl fmt::Display for Component {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Component {
            input,
            at,
            backward,
            differences,
            allowed,
        } = self;
        write!(f, "input {input} at {at:?}: backward gives {backward:?}, ")?;
        if differences.is_nan() {
            return write!(f, "differences do not settle");
        }
        write!(
            f,
            "differences give {differences:?}, relative error {:.1e}; they may differ by {allowed:.0e}",
            self.error()
        )
    }
}

impl fmt::Display for Gradcheck {
    /// Its step and its tolerances.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(eps) = self.eps {
            write!(f, "eps {eps:.0e}, ")?;
        }
        write!(f, "rtol {:.0e}, atol {:.0e}", self.rtol, self.atol)
    }
}
