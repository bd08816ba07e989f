//! Attention that sees all positions, of its own sequence or of another one.

use super::KeyValueCache;
use super::heads::{assert_even_shares, mixed};
use crate::{Dropout, Forward, Linear, Module};
use micrograd_core::Value;
use rand::Rng;
use std::fmt;

/// Multi-head attention without a mask: n signals at each position, mixed from those at all positions
/// of a sequence.
///
/// With the query q of a position, and the keys kₛ and values vₛ of the sequence that it looks at, each
/// head of d = n/H numbers gives Σₛ softmaxₛ(q·kₛ/√d)·vₛ over all s; a linear map of all heads gives the
/// outputs. [`forward`](Forward::forward) lets a sequence look at itself,
/// [`attend`](MultiHeadAttention::attend) at another one, and
/// [`attend_back`](MultiHeadAttention::attend_back) at what is before each position.
///
/// Vaswani et al., *Attention Is All You Need*, NeurIPS 2017; PyTorch's `MultiheadAttention`. The
/// parameters are four [`Linear`]s named `query`, `key`, `value` and `output`, each of shape [n, n];
/// PyTorch stacks the first three as `in_proj_weight`. To go on position after position, there is
/// [`CausalSelfAttention`](crate::CausalSelfAttention).
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::{Forward, MultiHeadAttention};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let attention = MultiHeadAttention::new(4, 2, &mut ChaCha8Rng::seed_from_u64(1337));
/// let words = [[1.0, 0.0, -1.0, 0.5], [0.0, 2.0, 1.0, 0.5]].map(|x| x.map(Value::new).to_vec());
/// assert_eq!(attention.forward(&words), attention.attend(&words, &words));
/// assert_eq!(attention.attend(&words[..1], &words).len(), 1);
/// ```
#[derive(Debug, Module)]
#[module(crate = crate)]
pub struct MultiHeadAttention {
    query: Linear,
    key: Linear,
    value: Linear,
    output: Linear,
    dropout: Option<Dropout>,
    #[module(skip)]
    heads: usize,
}

impl MultiHeadAttention {
    /// Attention over `width` signals in `heads` heads, its four maps as [`Linear::new`] makes them.
    ///
    /// # Panics
    ///
    /// If `width` or `heads` is 0, or `width` is no multiple of `heads`.
    ///
    /// ```
    /// # use micrograd_nn::{Module, MultiHeadAttention};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(MultiHeadAttention::new(4, 2, &mut rng).parameters().len(), 4 * (4 * 4 + 4));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(width: usize, heads: usize, rng: &mut (impl Rng + ?Sized)) -> Self {
        assert_even_shares(width, heads);
        MultiHeadAttention {
            query: Linear::new(width, width, rng),
            key: Linear::new(width, width, rng),
            value: Linear::new(width, width, rng),
            output: Linear::new(width, width, rng),
            dropout: None,
            heads,
        }
    }

    /// In training, each softmaxₛ is 0 with probability `p`, else divided by 1 − p; see [`Dropout`]. PyTorch's `dropout`.
    ///
    /// # Panics
    ///
    /// If `p` is not in [0, 1].
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Forward, Module, MultiHeadAttention};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let attention = MultiHeadAttention::new(2, 1, &mut rng).dropout(0.1, &mut rng);
    /// attention.set_training(false);
    /// let words = vec![vec![Value::new(0.5), Value::new(-1.0)]; 3];
    /// assert_eq!(attention.forward(&words), attention.forward(&words)); // nothing is random
    /// ```
    #[must_use]
    #[track_caller]
    pub fn dropout(mut self, p: f64, rng: &mut (impl Rng + ?Sized)) -> Self {
        self.dropout = Some(Dropout::new(p, rng));
        self
    }

    /// The outputs at each position of `sequence`, which looks at all positions of `memory`: cross-attention,
    /// as from a decoder to an encoder.
    ///
    /// # Panics
    ///
    /// If `memory` has no position, or a position of one of them has not
    /// [`width`](MultiHeadAttention::width) signals.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::MultiHeadAttention;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let attention = MultiHeadAttention::new(2, 1, &mut ChaCha8Rng::seed_from_u64(0));
    /// let same = vec![vec![Value::new(0.5), Value::new(-1.0)]; 3];
    /// let outputs = attention.attend(&same[..2], &same);
    /// assert_eq!(outputs[0], outputs[1]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn attend(&self, sequence: &[Vec<Value>], memory: &[Vec<Value>]) -> Vec<Vec<Value>> {
        assert!(
            !memory.is_empty(),
            "attention needs at least 1 position to look at, not {}",
            memory.len()
        );
        let mut seen = KeyValueCache::new();
        for signals in memory {
            self.remember(signals, &mut seen);
        }
        let mut outputs = Vec::with_capacity(sequence.len());
        for signals in sequence {
            outputs.push(self.look(signals, &seen));
        }
        outputs
    }

    /// The outputs at each position of `sequence`, which looks at itself and at those before it, never
    /// at those that come later: attention with a causal mask.
    ///
    /// # Panics
    ///
    /// If a position has not [`width`](MultiHeadAttention::width) signals.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::MultiHeadAttention;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let attention = MultiHeadAttention::new(2, 1, &mut ChaCha8Rng::seed_from_u64(0));
    /// let words = [[1.0, 0.0], [-1.0, 0.5]].map(|x| x.map(Value::new).to_vec());
    /// let outputs = attention.attend_back(&words);
    /// assert_eq!(outputs[0], attention.attend_back(&words[..1])[0]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn attend_back(&self, sequence: &[Vec<Value>]) -> Vec<Vec<Value>> {
        let mut seen = KeyValueCache::new();
        let mut outputs = Vec::with_capacity(sequence.len());
        for signals in sequence {
            self.remember(signals, &mut seen);
            outputs.push(self.look(signals, &seen));
        }
        outputs
    }

    /// Adds a position to those that can be looked at.
    #[track_caller]
    fn remember(&self, signals: &[Value], seen: &mut KeyValueCache) {
        self.assert_width(signals);
        seen.push(self.key.forward(signals), self.value.forward(signals));
    }

    #[track_caller]
    fn look(&self, signals: &[Value], seen: &KeyValueCache) -> Vec<Value> {
        self.assert_width(signals);
        let query = self.query.forward(signals);
        self.output
            .forward(&mixed(query, seen, self.heads, self.dropout.as_ref()))
    }

    #[track_caller]
    fn assert_width(&self, signals: &[Value]) {
        let width = self.width();
        assert!(
            signals.len() == width,
            "an attention over {width} signals was given {}",
            signals.len()
        );
    }

    /// The number of signals, n; PyTorch's `embed_dim`.
    ///
    /// ```
    /// # use micrograd_nn::MultiHeadAttention;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(MultiHeadAttention::new(4, 2, &mut rng).width(), 4);
    /// ```
    #[must_use]
    pub fn width(&self) -> usize {
        self.query.inputs()
    }

    /// The number of heads, H; PyTorch's `num_heads`.
    ///
    /// ```
    /// # use micrograd_nn::MultiHeadAttention;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(MultiHeadAttention::new(4, 2, &mut rng).heads(), 2);
    /// ```
    #[must_use]
    pub fn heads(&self) -> usize {
        self.heads
    }
}

impl Forward<[Vec<Value>]> for MultiHeadAttention {
    type Output = Vec<Vec<Value>>;

    /// The outputs at each position of a sequence that looks at itself, as a whole.
    fn forward(&self, sequence: &[Vec<Value>]) -> Vec<Vec<Value>> {
        self.attend(sequence, sequence)
    }
}

/// `MultiHeadAttention(16, heads=4)`
impl fmt::Display for MultiHeadAttention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (width, heads) = (self.width(), self.heads);
        write!(f, "MultiHeadAttention({width}, heads={heads})")
    }
}
