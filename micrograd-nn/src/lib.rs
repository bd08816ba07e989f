//! Small neural networks on micrograd's scalar values.
//!
//! A network is made of [`Neuron`]s in [`Layer`]s in an [`Mlp`]; its weights and biases are
//! [`Value`](micrograd_core::Value)s, so that any arithmetic on its outputs can be differentiated.
//! One step of training is four lines:
//!
//! ```
//! use micrograd_nn::{Forward, Mlp, Module, Optimizer, Sgd, max_margin_loss};
//! use rand::{SeedableRng, rngs::ChaCha8Rng};
//!
//! let mut rng = ChaCha8Rng::seed_from_u64(1337);
//! let model = Mlp::new(2, &[4, 1], &mut rng);
//! let points = [[1.0, 0.5], [-1.0, 0.25]];
//! let targets = [1.0, -1.0];
//! let mut sgd = Sgd::new(0.1);
//!
//! let mut losses = Vec::new();
//! for _ in 0..20 {
//!     let scores: Vec<_> = points.iter().map(|point| model.forward_one(point)).collect();
//!     let loss = max_margin_loss(&scores, &targets);
//!     losses.push(loss.data());
//!
//!     model.zero_grad();
//!     loss.backward();
//!     sgd.step(&model.parameters());
//! }
//! assert!(losses[19] < losses[0]);
//! ```
//!
//! The course and the guide, `examples` and `guide` in the repository, lead from one neuron to a small GPT.
//!
//! | what | where |
//! |---|---|
//! | what has parameters | [`Module`], [`ParameterPath`], [`ParameterTensor`] |
//! | what maps an input to an output | [`Forward`] |
//! | networks | [`Neuron`], [`Layer`], [`Mlp`] with its [builder](Mlp::builder); your own, by `#[derive(Module)]` |
//! | parts of networks | [`Linear`], [`Activation`], [`PRelu`], [`Embedding`], [`Conv1d`], [`Conv2d`], [`MultiHeadAttention`], [`TransformerBlock`], [`CausalSelfAttention`] with its [`KeyValueCache`], [`RnnCell`], [`GruCell`], [`LstmCell`], [`RmsNorm`], [`LayerNorm`], [`Dropout`], [`Sequential`] |
//! | initial weights | [`Init`] |
//! | random numbers of modules | [`Generator`] |
//! | losses | [`mse_loss`], [`mae_loss`], [`huber_loss`], [`smooth_l1_loss`], [`max_margin_loss`], [`binary_cross_entropy_loss`], [`BinaryCrossEntropy`], [`cross_entropy_loss`], [`CrossEntropy`], [`nll_loss`], [`kl_divergence_loss`], [`cosine_embedding_loss`], [`triplet_margin_loss`], [`l2_penalty`]; before reduction: [`Losses`] |
//! | probabilities | [`softmax`], [`log_softmax`], [`logsumexp`]; a choice by them: [`sample_softmax`] |
//! | metrics | [`accuracy`], [`binary_accuracy`], [`top_k_accuracy`], [`argmax`], [`ConfusionMatrix`]; of plain numbers: [`r2_score`], [`mean_absolute_error`], [`root_mean_squared_error`], [`mean_cross_entropy`], [`roc_auc`] |
//! | optimisers | [`Optimizer`], [`Sgd`], [`Adam`], [`AdamW`], [`NAdam`], [`RmsProp`], [`Adagrad`], [`Lion`]; several rates and frozen parameters: [`ParameterGroups`]; with a loss that is evaluated anew: [`Lbfgs`]; either: [`Minimizer`]; what they remember: [`OptimizerState`]; what keeps them from a step: [`StepError`] |
//! | learning rates | [`Schedule`], [`ConstantLr`], [`StepLr`], [`LinearLr`], [`CosineLr`], [`OneCycleLr`], [`WarmUpLr`]; by what epochs report: [`ReduceLrOnPlateau`] |
//! | clipping | [`clip_grad_norm`], [`clip_grad_value`] |
//! | data | [`data`]: generators, CSV files, texts as tokens, splits, folds, mini-batches, standardisation |
//! | training | [`Training`], [`Epoch`], [`Metric`], [`History`], [`Record`], [`Divergence`], [`WeightAverage`]; in a loop of your own: [`StepProgress`] |
//! | files | `SaveModule`, `LoadOptions`, `saved_metadata`, `saved_shapes`, `saved_tensor`; checkpoints by `Training::run_resumable` |
//! | pictures | `plot_history`, `plot_curves`, `plot_decision_regions`, `plot_confusion_matrix`, `plot_digits` |
//!
//! # Random numbers
//!
//! Constructors draw the initial weights from a generator that the caller passes, any
//! [`rand::Rng`]. For the same weights on every machine and with every later version of `rand`,
//! take a generator whose algorithm is written down and seed it, as above: `ChaCha8Rng`, behind
//! rand's feature `chacha`.
//!
//! # Where nodes come from
//!
//! What a network or a loss records points at the caller's line, so that a NaN that was born in a
//! network is traced to the call of [`forward`](Forward::forward) and not into this crate.
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `csv` | no | tables from CSV files: `data::Table` |
//! | `safetensors` | no | models and checkpoints in files: `SaveModule`, `Training::run_resumable` |
//! | `progress` | no | a bar on a terminal while training; without it there are plain lines |
//! | `plots` | no | pictures as SVG and PNG: loss curves, decision regions, confusion matrices, digits |
//!
//! # Panics
//!
//! Mistakes in the program panic at the caller's line and name both numbers: a neuron of 3 inputs
//! that is given 2, a layer without neurons, scores and targets of different lengths. A step on a
//! gradient that is not finite panics before it changes anything.

#[doc(hidden)]
#[path = "derive_support.rs"]
pub mod __derive_support;
mod activation;
#[cfg(any(feature = "safetensors", feature = "plots"))]
mod atomic_file;
mod attention;
mod clipping;
mod convolution;
pub mod data;
mod dropout;
mod embedding;
mod forward;
mod generator;
mod init;
mod labels;
mod layer;
mod linear;
mod list;
mod losses;
mod metrics;
mod mlp;
mod module;
mod neuron;
mod normal;
mod normalization;
mod optimizers;
#[cfg(feature = "plots")]
mod plots;
mod prelu;
mod recurrent;
mod sampling;
#[cfg(feature = "safetensors")]
mod saving;
mod schedules;
mod sequential;
mod training;
mod transformer_block;
mod weighted_sum;

pub use activation::Activation;
pub use attention::{
    CausalSelfAttention, CausalSelfAttentionBuilder, KeyValueCache, MultiHeadAttention,
};
pub use clipping::{clip_grad_norm, clip_grad_value};
pub use convolution::{Conv1d, Conv2d};
pub use dropout::Dropout;
pub use embedding::Embedding;
pub use forward::Forward;
pub use generator::Generator;
pub use init::Init;
pub use layer::{Layer, LayerBuilder};
pub use linear::{Linear, LinearBuilder};
pub use losses::{
    BinaryCrossEntropy, CrossEntropy, Losses, binary_cross_entropy_loss,
    binary_cross_entropy_losses, cosine_embedding_loss, cosine_embedding_losses,
    cross_entropy_loss, cross_entropy_losses, huber_loss, huber_losses, kl_divergence_loss,
    kl_divergence_losses, l2_penalty, log_softmax, logsumexp, mae_loss, mae_losses,
    max_margin_loss, max_margin_losses, mse_loss, mse_losses, nll_loss, nll_losses, smooth_l1_loss,
    smooth_l1_losses, softmax, triplet_margin_loss, triplet_margin_losses,
};
pub use metrics::{
    ConfusionMatrix, accuracy, argmax, binary_accuracy, mean_absolute_error, mean_cross_entropy,
    r2_score, roc_auc, root_mean_squared_error, top_k_accuracy,
};
pub use micrograd_macros::Module;
pub use mlp::{Mlp, MlpBuilder};
pub use module::{Module, ParameterPath, ParameterTensor};
pub use neuron::Neuron;
pub use normalization::{LayerNorm, RmsNorm};
pub use optimizers::{
    Adagrad, Adam, AdamW, Lbfgs, Lion, Minimizer, NAdam, Optimizer, OptimizerState,
    OptimizerStateError, ParameterGroups, RmsProp, Sgd, StepError,
};
#[cfg(feature = "plots")]
pub use plots::{
    Digit, PlotError, plot_confusion_matrix, plot_curves, plot_decision_regions, plot_digits,
    plot_history,
};
pub use prelu::PRelu;
pub use recurrent::{GruCell, LstmCell, LstmState, RnnCell};
pub use sampling::sample_softmax;
#[cfg(feature = "safetensors")]
pub use saving::{
    LoadError, LoadOptions, Loaded, SaveError, SaveModule, saved_metadata, saved_shapes,
    saved_tensor,
};
pub use schedules::{
    ConstantLr, CosineLr, LinearLr, OneCycleLr, ReduceLrOnPlateau, Schedule, StepLr, WarmUpLr,
};
pub use sequential::{Sequential, Stage};
#[cfg(feature = "safetensors")]
pub use training::CheckpointError;
pub use training::{
    Divergence, Epoch, History, Metric, Record, StepProgress, Training, WeightAverage,
};
pub use transformer_block::TransformerBlock;

/// The code of the crate's README, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
