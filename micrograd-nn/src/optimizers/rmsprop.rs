//! Steps in units of the gradient's recent size.

use super::finite::{expect_finite_data, expect_finite_list, remembered};
use super::{
    Optimizer, OptimizerState, OptimizerStateError, StepError, assert_at_least_zero,
    finite_gradients,
};
use micrograd_core::Value;

/// RMSProp: gradient descent in units of the root of the mean square of recent gradients.
///
/// With the gradient g = ∂L/∂p and the weight decay λ, each step computes
///
/// - g ← g + λp
/// - v ← αv + (1 − α)g²
/// - s = √v, or, if centred, a ← αa + (1 − α)g and s = √(v − a²)
/// - p ← p − lr·g/(s + ε), or, with the momentum μ, b ← μb + g/(s + ε) and p ← p − lr·b
///
/// Where rounding would make v − a² negative, it is 0. Hinton, *Neural Networks for Machine
/// Learning*, lecture 6e (2012); centred: Graves, *Generating Sequences With Recurrent Neural
/// Networks* (2013); PyTorch's `RMSprop`. Its state has the lists `square_avg`, v, and if wanted
/// `momentum_buffer`, b, and `grad_avg`, a.
///
/// ```
/// use micrograd_core::{Value, grad};
/// use micrograd_nn::{Module, Optimizer, RmsProp};
///
/// let x = Value::new(0.0);
/// let mut rmsprop = RmsProp::new(0.01);
/// for _ in 0..500 {
///     x.zero_grad();
///     grad! { (x - 3) ** 2 }.backward();
///     rmsprop.step(&x.parameters());
/// }
/// assert!((x.data() - 3.0).abs() < 1e-2);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct RmsProp {
    lr: f64,
    alpha: f64,
    eps: f64,
    weight_decay: f64,
    momentum: f64,
    centered: bool,
    steps: u64,
    square_avg: Vec<f64>,
    momentum_buffer: Vec<f64>,
    grad_avg: Vec<f64>,
}

const KIND: &str = "RMSprop";
const SQUARE_AVG: &str = "square_avg";
const MOMENTUM_BUFFER: &str = "momentum_buffer";
const GRAD_AVG: &str = "grad_avg";

impl RmsProp {
    /// RMSProp with the learning rate `lr`, α = 0.99, ε = 10⁻⁸, without momentum and weight decay,
    /// not centred: PyTorch's defaults, of which `lr` is 0.01.
    ///
    /// # Panics
    ///
    /// If `lr` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::{Optimizer, RmsProp};
    /// assert_eq!(RmsProp::new(0.01).lr(), 0.01);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(lr: f64) -> Self {
        assert_at_least_zero("learning rate", lr);
        RmsProp {
            lr,
            alpha: 0.99,
            eps: 1e-8,
            weight_decay: 0.0,
            momentum: 0.0,
            centered: false,
            steps: 0,
            square_avg: Vec::new(),
            momentum_buffer: Vec::new(),
            grad_avg: Vec::new(),
        }
    }

    /// How slowly the running means forget, α.
    ///
    /// # Panics
    ///
    /// If `alpha` is not in [0, 1).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Module, Optimizer, RmsProp};
    /// let x = Value::new(0.0);
    /// x.backward(); // ∂x/∂x = 1
    /// RmsProp::new(1.0).alpha(0.75).eps(0.0).step(&x.parameters());
    /// assert_eq!(x, -2.0); // −1/√0.25
    /// ```
    #[must_use]
    #[track_caller]
    pub fn alpha(mut self, alpha: f64) -> Self {
        assert!(
            (0.0..1.0).contains(&alpha),
            "alpha is {alpha:?}; it must be at least 0 and below 1"
        );
        self.alpha = alpha;
        self
    }

    /// What is added to the root, so that a gradient of 0 divides nothing by 0.
    ///
    /// # Panics
    ///
    /// If `eps` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Module, Optimizer, RmsProp};
    /// let x = Value::new(0.0);
    /// x.backward();
    /// RmsProp::new(1.0).alpha(0.75).eps(0.5).step(&x.parameters());
    /// assert_eq!(x, -1.0); // −1/(√0.25 + 0.5)
    /// ```
    #[must_use]
    #[track_caller]
    pub fn eps(mut self, eps: f64) -> Self {
        assert_at_least_zero("eps", eps);
        self.eps = eps;
        self
    }

    /// The share μ of the last step's velocity that goes on; 0 for none.
    ///
    /// # Panics
    ///
    /// If `momentum` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_nn::{Optimizer, RmsProp};
    /// let rmsprop = RmsProp::new(0.01).momentum(0.9);
    /// assert!(rmsprop.state().list("momentum_buffer").is_some());
    /// ```
    #[must_use]
    #[track_caller]
    pub fn momentum(mut self, momentum: f64) -> Self {
        assert_at_least_zero("momentum", momentum);
        self.momentum = momentum;
        self
    }

    /// Measures the gradient's deviation from its running mean in place of its size.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Module, Optimizer, RmsProp};
    /// let x = Value::new(0.0);
    /// x.backward();
    /// RmsProp::new(1.0).alpha(0.5).eps(0.0).centered().step(&x.parameters());
    /// assert_eq!(x, -2.0); // −1/√(0.5 − 0.5²)
    /// ```
    #[must_use]
    pub fn centered(mut self) -> Self {
        self.centered = true;
        self
    }

    /// Adds λp to the gradient of each parameter p, which is the gradient of ½λp².
    ///
    /// # Panics
    ///
    /// If `weight_decay` is negative or not finite.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Module, Optimizer, RmsProp};
    /// let x = Value::new(4.0); // its gradient is 0
    /// RmsProp::new(0.5).alpha(0.75).eps(0.0).weight_decay(0.25).step(&x.parameters());
    /// assert_eq!(x, 3.0); // 4 − 0.5·1/√0.25
    /// ```
    #[must_use]
    #[track_caller]
    pub fn weight_decay(mut self, weight_decay: f64) -> Self {
        assert_at_least_zero("weight decay", weight_decay);
        self.weight_decay = weight_decay;
        self
    }

    /// The lists that these options need, with their names.
    fn lists(&mut self) -> impl Iterator<Item = (&'static str, &mut Vec<f64>)> {
        [
            (true, SQUARE_AVG, &mut self.square_avg),
            (
                self.momentum > 0.0,
                MOMENTUM_BUFFER,
                &mut self.momentum_buffer,
            ),
            (self.centered, GRAD_AVG, &mut self.grad_avg),
        ]
        .into_iter()
        .filter(|(used, ..)| *used)
        .map(|(_, name, list)| (name, list))
    }
}

impl Optimizer for RmsProp {
    fn try_step(&mut self, parameters: &[Value]) -> Result<(), StepError> {
        let gradients = finite_gradients(parameters)?;
        let before = Value::data_of(parameters);
        let mut next = self.clone();
        let steps = self.steps;
        for (_, list) in next.lists() {
            *list = remembered(list, steps, parameters.len());
        }
        next.steps += 1;
        let follow = |mean: &mut f64, x: f64| *mean = self.alpha * *mean + (1.0 - self.alpha) * x;
        let mut after = before.clone();
        for (i, (p, gradient)) in after.iter_mut().zip(gradients).enumerate() {
            let gradient = gradient + self.weight_decay * *p;
            follow(&mut next.square_avg[i], gradient * gradient);
            let mut square = next.square_avg[i];
            if self.centered {
                follow(&mut next.grad_avg[i], gradient);
                square = (square - next.grad_avg[i] * next.grad_avg[i]).max(0.0);
            }
            let mut direction = gradient / (square.sqrt() + self.eps);
            if self.momentum > 0.0 {
                direction += self.momentum * next.momentum_buffer[i];
                next.momentum_buffer[i] = direction;
            }
            *p -= self.lr * direction;
        }
        for (name, list) in next.lists() {
            expect_finite_list(name, list)?;
        }
        expect_finite_data(&before, &after)?;
        Value::set_data_of(parameters, &after);
        *self = next;
        Ok(())
    }

    fn lr(&self) -> f64 {
        self.lr
    }

    fn set_lr(&mut self, lr: f64) {
        assert_at_least_zero("learning rate", lr);
        self.lr = lr;
    }

    fn state(&self) -> OptimizerState {
        let mut state = OptimizerState::new(KIND, self.lr, self.steps);
        let mut copy = self.clone();
        for (name, list) in copy.lists() {
            state = state.with_list(name, std::mem::take(list));
        }
        state
    }

    fn restore(&mut self, state: OptimizerState) -> Result<(), OptimizerStateError> {
        let (lr, steps) = (state.lr(), state.steps());
        state.fill(KIND, self.lists())?;
        (self.lr, self.steps) = (lr, steps);
        Ok(())
    }
}
