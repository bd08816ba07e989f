//! A recurrent cell that decides what it keeps.

use super::Gates;
use micrograd_core::{Operand, Value, grad};
use rand::Rng;

/// One step of a network of gated recurrent units, from the input x of n numbers and the hidden state h
/// of m:
///
/// - r = σ(W_ir·x + b_ir + W_hr·h + b_hr), how much of the past the new state sees
/// - z = σ(W_iz·x + b_iz + W_hz·h + b_hz), how much of the past stays
/// - k = tanh(W_in·x + b_in + r ⊙ (W_hn·h + b_hn)), the new state
/// - h′ = (1 − z) ⊙ k + z ⊙ h
///
/// Cho et al., *Learning Phrase Representations using RNN Encoder-Decoder*, EMNLP 2014; PyTorch's
/// `GRUCell`. The parameters are `weight_ih` of shape [3m, n], `weight_hh` of shape [3m, m], `bias_ih`
/// and `bias_hh` of shape \[3m\], in the order r, z, n; they begin uniform in ±1/√m.
///
/// ```
/// use micrograd_nn::GruCell;
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let cell = GruCell::new(2, 3, &mut ChaCha8Rng::seed_from_u64(1337));
/// let mut state = cell.initial_state();
/// for input in [[1.0, 0.5], [-1.0, 0.25]] {
///     state = cell.step(&input, &state);
/// }
/// state[0].backward(); // through time
/// assert_eq!(state.len(), 3);
/// ```
#[derive(Debug)]
pub struct GruCell {
    pub(super) gates: Gates,
}

impl GruCell {
    /// A cell from `inputs` numbers and `hidden` ones to `hidden`.
    ///
    /// # Panics
    ///
    /// If `inputs` or `hidden` is 0.
    ///
    /// ```
    /// # use micrograd_nn::{Module, GruCell};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(GruCell::new(2, 3, &mut rng).tensors()[0].shape(), [9, 2]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(inputs: usize, hidden: usize, rng: &mut (impl Rng + ?Sized)) -> Self {
        GruCell {
            gates: Gates::new(3, inputs, hidden, rng),
        }
    }

    /// The number of inputs, n.
    ///
    /// ```
    /// # use micrograd_nn::GruCell;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(GruCell::new(2, 3, &mut rng).inputs(), 2);
    /// ```
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.gates.inputs()
    }

    /// The length of the hidden state, m.
    ///
    /// ```
    /// # use micrograd_nn::GruCell;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(GruCell::new(2, 3, &mut rng).hidden(), 3);
    /// ```
    #[must_use]
    pub fn hidden(&self) -> usize {
        self.gates.hidden()
    }

    /// The hidden state before the first step: zeros.
    ///
    /// ```
    /// # use micrograd_nn::GruCell;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(GruCell::new(2, 3, &mut rng).initial_state(), [0.0; 3]);
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
    /// # use micrograd_nn::GruCell;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let cell = GruCell::new(2, 3, &mut ChaCha8Rng::seed_from_u64(0));
    /// let state = cell.step(&[1.0, 0.5], &cell.initial_state());
    /// assert!(state.iter().all(|h| h.data().abs() < 1.0));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn step(&self, input: &[impl Operand], state: &[Value]) -> Vec<Value> {
        let [of_input, of_hidden] = self.gates.contributions(input, state);
        let m = self.hidden();
        let mut next = Vec::with_capacity(m);
        for (j, h) in state.iter().enumerate() {
            let [a_r, a_z, a_n] = [&of_input[j], &of_input[m + j], &of_input[2 * m + j]];
            let [b_r, b_z, b_n] = [&of_hidden[j], &of_hidden[m + j], &of_hidden[2 * m + j]];
            grad! {
                let r = (a_r + b_r).sigmoid();
                let z = (a_z + b_z).sigmoid();
                let new = (a_n + r * b_n).tanh();
                let mixed = (1 - z) * new + z * h;
            }
            next.push(mixed);
        }
        next
    }
}
