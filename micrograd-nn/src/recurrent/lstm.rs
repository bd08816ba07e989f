//! A recurrent cell with a memory beside its state.

use super::Gates;
use micrograd_core::{Operand, Value, grad};
use rand::Rng;

/// The state of an [`LstmCell`].
///
/// ```
/// # use micrograd_nn::LstmCell;
/// # use rand::{SeedableRng, rngs::ChaCha8Rng};
/// # let cell = LstmCell::new(2, 3, &mut ChaCha8Rng::seed_from_u64(0));
/// let state = cell.initial_state();
/// assert_eq!((state.hidden.len(), state.cell.len()), (3, 3));
/// ```
#[derive(Clone, Debug)]
pub struct LstmState {
    /// The hidden state h, which is the output, too.
    pub hidden: Vec<Value>,
    /// The memory c.
    pub cell: Vec<Value>,
}

/// One step of a network of long short-term memory, from the input x of n numbers, the hidden state h
/// of m and the memory c of m:
///
/// - i = σ(W_ii·x + b_ii + W_hi·h + b_hi), f = σ(W_if·x + b_if + W_hf·h + b_hf)
/// - g = tanh(W_ig·x + b_ig + W_hg·h + b_hg), o = σ(W_io·x + b_io + W_ho·h + b_ho)
/// - c′ = f ⊙ c + i ⊙ g, h′ = o ⊙ tanh(c′)
///
/// Hochreiter and Schmidhuber, *Long Short-Term Memory*, Neural Computation 9 (1997), with the forget
/// gate f of Gers, Schmidhuber and Cummins (2000); PyTorch's `LSTMCell`. The parameters are `weight_ih`
/// of shape [4m, n], `weight_hh` of shape [4m, m], `bias_ih` and `bias_hh` of shape \[4m\], in the order
/// i, f, g, o; they begin uniform in ±1/√m.
///
/// ```
/// use micrograd_nn::LstmCell;
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let cell = LstmCell::new(2, 3, &mut ChaCha8Rng::seed_from_u64(1337));
/// let mut state = cell.initial_state();
/// for input in [[1.0, 0.5], [-1.0, 0.25]] {
///     state = cell.step(&input, &state);
/// }
/// state.hidden[0].backward(); // through time
/// assert_eq!(state.hidden.len(), 3);
/// ```
#[derive(Debug)]
pub struct LstmCell {
    pub(super) gates: Gates,
}

impl LstmCell {
    /// A cell from `inputs` numbers and `hidden` ones to `hidden`.
    ///
    /// # Panics
    ///
    /// If `inputs` or `hidden` is 0.
    ///
    /// ```
    /// # use micrograd_nn::{Module, LstmCell};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(LstmCell::new(2, 3, &mut rng).tensors()[0].shape(), [12, 2]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(inputs: usize, hidden: usize, rng: &mut (impl Rng + ?Sized)) -> Self {
        LstmCell {
            gates: Gates::new(4, inputs, hidden, rng),
        }
    }

    /// The number of inputs, n.
    ///
    /// ```
    /// # use micrograd_nn::LstmCell;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(LstmCell::new(2, 3, &mut rng).inputs(), 2);
    /// ```
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.gates.inputs()
    }

    /// The length of the hidden state, m.
    ///
    /// ```
    /// # use micrograd_nn::LstmCell;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(LstmCell::new(2, 3, &mut rng).hidden(), 3);
    /// ```
    #[must_use]
    pub fn hidden(&self) -> usize {
        self.gates.hidden()
    }

    /// The state before the first step: zeros.
    ///
    /// ```
    /// # use micrograd_nn::LstmCell;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(LstmCell::new(2, 3, &mut rng).initial_state().cell, [0.0; 3]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn initial_state(&self) -> LstmState {
        let zeros = vec![0.0; self.hidden()];
        LstmState {
            hidden: Value::leaves_of(&zeros),
            cell: Value::leaves_of(&zeros),
        }
    }

    /// The next state.
    ///
    /// # Panics
    ///
    /// If there are not n inputs, m hidden numbers and m numbers in memory.
    ///
    /// ```
    /// # use micrograd_nn::LstmCell;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let cell = LstmCell::new(2, 3, &mut ChaCha8Rng::seed_from_u64(0));
    /// let state = cell.step(&[1.0, 0.5], &cell.initial_state());
    /// assert!(state.hidden.iter().all(|h| h.data().abs() < 1.0));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn step(&self, input: &[impl Operand], state: &LstmState) -> LstmState {
        let m = self.hidden();
        assert!(
            state.cell.len() == m,
            "a cell of {m} hidden numbers was given a memory of {}",
            state.cell.len()
        );
        let [of_input, of_hidden] = self.gates.contributions(input, &state.hidden);
        let (mut hidden, mut cell) = (Vec::with_capacity(m), Vec::with_capacity(m));
        for (j, c) in state.cell.iter().enumerate() {
            let [a_i, a_f, a_g, a_o] = [0, 1, 2, 3].map(|gate| &of_input[gate * m + j]);
            let [b_i, b_f, b_g, b_o] = [0, 1, 2, 3].map(|gate| &of_hidden[gate * m + j]);
            grad! {
                let i = (a_i + b_i).sigmoid();
                let f = (a_f + b_f).sigmoid();
                let g = (a_g + b_g).tanh();
                let o = (a_o + b_o).sigmoid();
                let memory = f * c + i * g;
                let output = o * memory.tanh();
            }
            hidden.push(output);
            cell.push(memory);
        }
        LstmState { hidden, cell }
    }
}
