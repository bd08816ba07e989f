//! Schedules: the learning rate of each step. One schedule in each file.

mod constant;
mod cosine;
mod linear;
mod one_cycle;
mod reduce_on_plateau;
mod step;
mod warm_up;

pub use constant::ConstantLr;
pub use cosine::CosineLr;
pub use linear::LinearLr;
pub use one_cycle::OneCycleLr;
pub use reduce_on_plateau::ReduceLrOnPlateau;
pub use step::StepLr;
pub use warm_up::WarmUpLr;

/// The learning rate as a function of the number of steps made before, k = 0, 1, 2, …
///
/// A schedule is a pure function and remembers nothing: a run that is resumed at step k goes on
/// with the right rate. PyTorch's `lr_scheduler`, in its closed forms. A closure is a schedule too.
///
/// ```
/// use micrograd_nn::{LinearLr, Optimizer, Schedule, Sgd};
///
/// let schedule = LinearLr::new(1.0, 0.1, 100); // 1 − 0.9·k/100
/// let mut sgd = Sgd::new(schedule.lr(0));
/// for k in 0..100 {
///     sgd.set_lr(schedule.lr(k));
///     // … forward, backward, step
/// }
/// assert!((sgd.lr() - 0.109).abs() < 1e-15);
///
/// let halved = |k: u64| if k < 10 { 0.5 } else { 0.25 };
/// assert_eq!(halved.lr(10), 0.25);
/// ```
pub trait Schedule {
    /// The learning rate after `steps` steps.
    fn lr(&self, steps: u64) -> f64;
}

impl<F: Fn(u64) -> f64> Schedule for F {
    fn lr(&self, steps: u64) -> f64 {
        self(steps)
    }
}

impl Schedule for Box<dyn Schedule> {
    fn lr(&self, steps: u64) -> f64 {
        (**self).lr(steps)
    }
}

/// k as a factor.
#[expect(clippy::cast_precision_loss)] // No one makes 2⁵³ steps.
fn number(steps: u64) -> f64 {
    steps as f64
}
