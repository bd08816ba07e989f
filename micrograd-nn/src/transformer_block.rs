//! A layer of a transformer.

use crate::{Activation, Dropout, Forward, LayerNorm, Linear, Module, MultiHeadAttention};
use micrograd_core::Value;
use rand::Rng;
use std::fmt;

/// A layer of a transformer: n signals at each position look at the other positions, and then each
/// position thinks by itself. Both add to what was there, and a norm follows, or comes first.
///
/// With attention A, and F(x) = W₂·φ(W₁x + b₁) + b₂ at each position:
///
/// - x ← norm₁(x + A(x)), x ← norm₂(x + F(x))
/// - with [`norm_first`](TransformerBlock::norm_first): x ← x + A(norm₁(x)), x ← x + F(norm₂(x))
///
/// Vaswani et al., *Attention Is All You Need*, NeurIPS 2017; PyTorch's `TransformerEncoderLayer`, with its
/// names: `self_attn`, a [`MultiHeadAttention`], `linear1`, `linear2`, `norm1`, `norm2`. Without
/// [`dropout`](TransformerBlock::dropout) unless told otherwise, where PyTorch's is 0.1.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::{Forward, Module, TransformerBlock};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let mut rng = ChaCha8Rng::seed_from_u64(1337);
/// let block = TransformerBlock::new(4, 2, 16, &mut rng).causal(true).norm_first(true);
/// let words = [[1.0, 0.0, -1.0, 0.5], [0.0, 2.0, 1.0, 0.5]].map(|x| x.map(Value::new).to_vec());
/// let outputs = block.forward(&words);
/// assert_eq!((outputs.len(), outputs[0].len()), (2, 4));
/// assert_eq!(block.forward(&words[..1])[0], outputs[0]); // the first sees itself alone
/// ```
#[derive(Debug, Module)]
#[module(crate = crate)]
pub struct TransformerBlock {
    self_attn: MultiHeadAttention,
    linear1: Linear,
    linear2: Linear,
    norm1: LayerNorm,
    norm2: LayerNorm,
    dropout: Option<Dropout>,
    #[module(skip)]
    activation: Activation,
    #[module(skip)]
    is_causal: bool,
    #[module(skip)]
    norms_come_first: bool,
}

impl TransformerBlock {
    /// A block over `width` signals in `heads` heads that thinks with `hidden` ones, often 4 times as
    /// many: with ReLU, norms that follow, and no mask.
    ///
    /// # Panics
    ///
    /// If `width`, `heads` or `hidden` is 0, or `width` is no multiple of `heads`.
    ///
    /// ```
    /// # use micrograd_nn::TransformerBlock;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let block = TransformerBlock::new(4, 2, 16, &mut rng);
    /// assert_eq!(block.to_string(), "TransformerBlock(4, heads=2, hidden=16)");
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(width: usize, heads: usize, hidden: usize, rng: &mut (impl Rng + ?Sized)) -> Self {
        TransformerBlock {
            self_attn: MultiHeadAttention::new(width, heads, rng),
            linear1: Linear::new(width, hidden, rng),
            linear2: Linear::new(hidden, width, rng),
            norm1: LayerNorm::new(width),
            norm2: LayerNorm::new(width),
            dropout: None,
            activation: Activation::Relu,
            is_causal: false,
            norms_come_first: false,
        }
    }

    /// With another φ than ReLU.
    ///
    /// ```
    /// # use micrograd_nn::{Activation, TransformerBlock};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let block = TransformerBlock::new(4, 2, 16, &mut rng).activation(Activation::Gelu);
    /// ```
    #[must_use]
    pub fn activation(mut self, activation: Activation) -> Self {
        self.activation = activation;
        self
    }

    /// Whether a position sees only itself and those before it, as in a language model.
    ///
    /// ```
    /// # use micrograd_nn::TransformerBlock;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let block = TransformerBlock::new(4, 2, 16, &mut rng).causal(true);
    /// ```
    #[must_use]
    pub fn causal(mut self, causal: bool) -> Self {
        self.is_causal = causal;
        self
    }

    /// Whether the norms come first, which makes deep models easier to train. Xiong et al., *On Layer
    /// Normalization in the Transformer Architecture*, ICML 2020.
    ///
    /// ```
    /// # use micrograd_nn::TransformerBlock;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let block = TransformerBlock::new(4, 2, 16, &mut rng).norm_first(true);
    /// ```
    #[must_use]
    pub fn norm_first(mut self, norm_first: bool) -> Self {
        self.norms_come_first = norm_first;
        self
    }

    /// With dropout where PyTorch has it: of the attention's softmax, of A(x), of φ(W₁x + b₁), and of F(x). In training each of
    /// these numbers is 0 with probability `p`, else divided by 1 − p; in evaluation nothing is left out. See [`Dropout`].
    ///
    /// # Panics
    ///
    /// If `p` is not in [0, 1].
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Forward, Module, TransformerBlock};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let block = TransformerBlock::new(4, 2, 16, &mut rng).dropout(0.1, &mut rng);
    /// let words = vec![[1.0, 0.0, -1.0, 0.5].map(Value::new).to_vec(); 3];
    /// assert_ne!(block.forward(&words), block.forward(&words));
    ///
    /// block.set_training(false);
    /// assert_eq!(block.forward(&words), block.forward(&words));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn dropout(mut self, p: f64, rng: &mut (impl Rng + ?Sized)) -> Self {
        self.self_attn = self.self_attn.dropout(p, rng);
        self.dropout = Some(Dropout::new(p, rng));
        self
    }

    #[track_caller]
    fn attend(&self, sequence: &[Vec<Value>]) -> Vec<Vec<Value>> {
        let found = if self.is_causal {
            self.self_attn.attend_back(sequence)
        } else {
            self.self_attn.attend(sequence, sequence)
        };
        found
            .into_iter()
            .map(|found| self.drop_some(found))
            .collect()
    }

    #[track_caller]
    fn think(&self, signals: &[Value]) -> Vec<Value> {
        let hidden = self.activation.forward(&self.linear1.forward(signals));
        self.drop_some(self.linear2.forward(&self.drop_some(hidden)))
    }

    #[track_caller]
    fn drop_some(&self, signals: Vec<Value>) -> Vec<Value> {
        match &self.dropout {
            Some(dropout) => dropout.forward(&signals),
            None => signals,
        }
    }
}

impl Forward<[Vec<Value>]> for TransformerBlock {
    type Output = Vec<Vec<Value>>;

    /// The outputs at each position of a sequence.
    fn forward(&self, sequence: &[Vec<Value>]) -> Vec<Vec<Value>> {
        let mut outputs = Vec::with_capacity(sequence.len());
        if self.norms_come_first {
            let mut normal = Vec::with_capacity(sequence.len());
            for signals in sequence {
                normal.push(self.norm1.forward(signals));
            }
            for (signals, found) in sequence.iter().zip(self.attend(&normal)) {
                let x = sums(signals, &found);
                let thought = self.think(&self.norm2.forward(&x));
                outputs.push(sums(&x, &thought));
            }
        } else {
            for (signals, found) in sequence.iter().zip(self.attend(sequence)) {
                let x = self.norm1.forward(&sums(signals, &found));
                let thought = self.think(&x);
                outputs.push(self.norm2.forward(&sums(&x, &thought)));
            }
        }
        outputs
    }
}

/// aᵢ + bᵢ
#[track_caller]
fn sums(a: &[Value], b: &[Value]) -> Vec<Value> {
    let mut sums = Vec::with_capacity(a.len());
    for (a, b) in a.iter().zip(b) {
        sums.push(a + b);
    }
    sums
}

/// `TransformerBlock(16, heads=4, hidden=64)`
impl fmt::Display for TransformerBlock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (attention, hidden) = (&self.self_attn, self.linear1.outputs());
        let (width, heads) = (attention.width(), attention.heads());
        write!(
            f,
            "TransformerBlock({width}, heads={heads}, hidden={hidden})"
        )
    }
}
