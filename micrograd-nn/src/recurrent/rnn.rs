//! The simplest recurrent cell.

use super::Gates;
use micrograd_core::{Operand, Value, grad};
use rand::Rng;

/// One step of a recurrent network: h′ = tanh(W_ih·x + b_ih + W_hh·h + b_hh), from the input x of n
/// numbers and the hidden state h of m.
///
/// Elman, *Finding Structure in Time*, Cognitive Science 14 (1990); PyTorch's `RNNCell` with
/// `tanh`. The parameters are `weight_ih` of shape [m, n], `weight_hh` of shape [m, m], `bias_ih`
/// and `bias_hh` of shape \[m\]; they begin uniform in ±1/√m.
///
/// ```
/// use micrograd_nn::RnnCell;
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let cell = RnnCell::new(2, 3, &mut ChaCha8Rng::seed_from_u64(1337));
/// let mut state = cell.initial_state();
/// for input in [[1.0, 0.5], [-1.0, 0.25]] {
///     state = cell.step(&input, &state);
/// }
/// state[0].backward(); // through time
/// assert_eq!(state.len(), 3);
/// ```
#[derive(Debug)]
pub struct RnnCell {
    pub(super) gates: Gates,
}

impl RnnCell {
    /// A cell from `inputs` numbers and `hidden` ones to `hidden`.
    ///
    /// # Panics
    ///
    /// If `inputs` or `hidden` is 0.
    ///
    /// ```
    /// # use micrograd_nn::{Module, RnnCell};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(RnnCell::new(2, 3, &mut rng).tensors()[0].shape(), [3, 2]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(inputs: usize, hidden: usize, rng: &mut (impl Rng + ?Sized)) -> Self {
        RnnCell {
            gates: Gates::new(1, inputs, hidden, rng),
        }
    }

    /// The number of inputs, n.
    ///
    /// ```
    /// # use micrograd_nn::RnnCell;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(RnnCell::new(2, 3, &mut rng).inputs(), 2);
    /// ```
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.gates.inputs()
    }

    /// The length of the hidden state, m.
    ///
    /// ```
    /// # use micrograd_nn::RnnCell;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(RnnCell::new(2, 3, &mut rng).hidden(), 3);
    /// ```
    #[must_use]
    pub fn hidden(&self) -> usize {
        self.gates.hidden()
    }

    /// The hidden state before the first step: zeros.
    ///
    /// ```
    /// # use micrograd_nn::RnnCell;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(RnnCell::new(2, 3, &mut rng).initial_state(), [0.0; 3]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn initial_state(&self) -> Vec<Value> {
        Value::leaves_of(&vec![0.0; self.hidden()])
    }

    /// The next hidden state, which is the output, too.
    ///
    /// # Panics
    ///
    /// If there are not n inputs or m hidden numbers.
    ///
    /// ```
    /// # use micrograd_nn::RnnCell;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let cell = RnnCell::new(2, 3, &mut ChaCha8Rng::seed_from_u64(0));
    /// let state = cell.step(&[1.0, 0.5], &cell.initial_state());
    /// assert!(state.iter().all(|h| h.data().abs() < 1.0));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn step(&self, input: &[impl Operand], state: &[Value]) -> Vec<Value> {
        let [of_input, of_hidden] = self.gates.contributions(input, state);
        let mut next = Vec::with_capacity(self.hidden());
        for (a, b) in of_input.iter().zip(&of_hidden) {
            next.push(grad! { (a + b).tanh() });
        }
        next
    }
}
