//! Attention: signals at one position, mixed from those at others.

mod builder;
mod cache;
mod heads;
mod multi_head;

pub use builder::CausalSelfAttentionBuilder;
pub use cache::KeyValueCache;
pub use multi_head::MultiHeadAttention;

use crate::{Forward, Init, Linear, Module};
use heads::{assert_even_shares, mixed};
use micrograd_core::{Operand, Value};
use rand::Rng;
use std::fmt;

/// Causal multi-head self-attention: n signals at each position t = 0, 1, 2, …, mixed with those
/// of the positions before it and never with those that come later.
///
/// Three linear maps give the query qₜ, the key kₜ and the value vₜ of a position, n numbers each.
/// They are cut into H heads of d = n/H numbers, and each head looks back by itself:
///
/// - aₜₛ = softmaxₛ(qₜ·kₛ/√d) over s = 0 … t, how much position t takes from position s
/// - oₜ = Σₛ aₜₛ·vₛ
///
/// A fourth linear map of all heads' o, one after the other, gives the n outputs.
///
/// Vaswani et al., *Attention Is All You Need*, NeurIPS 2017; PyTorch's `MultiheadAttention` with
/// a causal mask. The parameters are four [`Linear`]s named `query`, `key`, `value` and `output`,
/// each of shape [n, n]; PyTorch stacks the first three as `in_proj_weight`.
///
/// [`forward`](Forward::forward) takes a whole sequence;
/// [`forward_next`](CausalSelfAttention::forward_next) one position after the other, and keeps the
/// keys and values in a [`KeyValueCache`].
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::{CausalSelfAttention, Forward, KeyValueCache};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let attention = CausalSelfAttention::new(4, 2, &mut ChaCha8Rng::seed_from_u64(1337));
/// let sequence = [[1.0, 0.0, -1.0, 0.5], [0.0, 2.0, 1.0, 0.5]].map(|x| x.map(Value::new).to_vec());
/// let outputs = attention.forward(&sequence);
///
/// let mut past = KeyValueCache::new();
/// for (input, output) in sequence.iter().zip(outputs) {
///     assert_eq!(attention.forward_next(input, &mut past), output);
/// }
/// assert_eq!(past.len(), 2);
/// ```
#[derive(Debug, Module)]
#[module(crate = crate)]
pub struct CausalSelfAttention {
    query: Linear,
    key: Linear,
    value: Linear,
    output: Linear,
    #[module(skip)]
    heads: usize,
}

impl CausalSelfAttention {
    /// Attention over `width` signals in `heads` heads, its four maps as [`Linear::new`] makes
    /// them.
    ///
    /// # Panics
    ///
    /// If `width` or `heads` is 0, or `width` is no multiple of `heads`.
    ///
    /// ```
    /// # use micrograd_nn::{CausalSelfAttention, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let attention = CausalSelfAttention::new(4, 2, &mut rng);
    /// assert_eq!(attention.parameters().len(), 4 * (4 * 4 + 4));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(width: usize, heads: usize, rng: &mut (impl Rng + ?Sized)) -> Self {
        CausalSelfAttention::builder(width, heads).build(rng)
    }

    /// Attention over `width` signals in `heads` heads, whose biases and initial numbers can be
    /// chosen.
    ///
    /// ```
    /// # use micrograd_nn::{CausalSelfAttention, Init, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let builder = CausalSelfAttention::builder(4, 2).bias(false).init(Init::Normal(0.08));
    /// assert_eq!(builder.build(&mut rng).parameters().len(), 4 * 4 * 4);
    /// ```
    pub fn builder(width: usize, heads: usize) -> CausalSelfAttentionBuilder {
        CausalSelfAttentionBuilder::new(width, heads)
    }

    #[track_caller]
    fn initial(
        [width, heads]: [usize; 2],
        bias: bool,
        init: Init,
        rng: &mut (impl Rng + ?Sized),
    ) -> Self {
        assert_even_shares(width, heads);
        let linear = Linear::builder(width, width).bias(bias).init(init);
        CausalSelfAttention {
            query: linear.clone().build(rng),
            key: linear.clone().build(rng),
            value: linear.clone().build(rng),
            output: linear.build(rng),
            heads,
        }
    }

    /// The outputs at the position that follows those in `past`, to which its key and value are
    /// added; the gradient flows through what is in there.
    ///
    /// # Panics
    ///
    /// If there are not [`width`](CausalSelfAttention::width) inputs, or `past` comes from an
    /// attention of another width.
    ///
    /// ```
    /// # use micrograd_nn::{CausalSelfAttention, KeyValueCache};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let attention = CausalSelfAttention::new(4, 2, &mut rng);
    /// let mut past = KeyValueCache::new();
    /// let first = attention.forward_next(&[1.0; 4], &mut past);
    /// let second = attention.forward_next(&[1.0; 4], &mut past);
    /// assert!((first[0].data() - second[0].data()).abs() < 1e-12); // all values are equal
    /// ```
    #[track_caller]
    pub fn forward_next<X: Operand>(&self, inputs: &[X], past: &mut KeyValueCache) -> Vec<Value> {
        let width = self.width();
        assert!(
            inputs.len() == width,
            "an attention over {width} signals was given {}",
            inputs.len()
        );
        let query = self.query.forward(inputs);
        past.push(self.key.forward(inputs), self.value.forward(inputs));
        let mixed = mixed(query, past, self.heads, None);
        self.output.forward(&mixed)
    }

    /// The number of signals, n; PyTorch's `embed_dim`.
    ///
    /// ```
    /// # use micrograd_nn::CausalSelfAttention;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(CausalSelfAttention::new(4, 2, &mut rng).width(), 4);
    /// ```
    #[must_use]
    pub fn width(&self) -> usize {
        self.query.inputs()
    }

    /// The number of heads, H; PyTorch's `num_heads`.
    ///
    /// ```
    /// # use micrograd_nn::CausalSelfAttention;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// assert_eq!(CausalSelfAttention::new(4, 2, &mut rng).heads(), 2);
    /// ```
    #[must_use]
    pub fn heads(&self) -> usize {
        self.heads
    }
}

impl Forward<[Vec<Value>]> for CausalSelfAttention {
    type Output = Vec<Vec<Value>>;

    /// The outputs at each position of a sequence.
    fn forward(&self, sequence: &[Vec<Value>]) -> Vec<Vec<Value>> {
        let mut past = KeyValueCache::new();
        let mut outputs = Vec::with_capacity(sequence.len());
        for inputs in sequence {
            outputs.push(self.forward_next(inputs, &mut past));
        }
        outputs
    }
}

/// `CausalSelfAttention(16, heads=4)`
impl fmt::Display for CausalSelfAttention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (width, heads) = (self.width(), self.heads);
        write!(f, "CausalSelfAttention({width}, heads={heads})")
    }
}
