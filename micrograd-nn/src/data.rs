//! Data: sets of points to try a network on, tables from CSV files, texts as tokens, and what stands
//! between them and training: shuffling, splits, mini-batches, standardisation.
//!
//! ```
//! use micrograd_nn::data::{Standardizer, moons};
//! use rand::{SeedableRng, rngs::ChaCha8Rng};
//!
//! let mut rng = ChaCha8Rng::seed_from_u64(1337);
//! let (train, test) = moons(100, 0.1, &mut rng).split(0.2, &mut rng);
//! let standardizer = Standardizer::fit(train.rows());
//! let (train, test) = (standardizer.apply(&train), standardizer.apply(&test));
//!
//! for batch in train.shuffled_batches(16, &mut rng) {
//!     assert!(batch.len() <= 16);
//! }
//! assert_eq!((train.len(), test.len()), (80, 20));
//! ```
//!
//! Random numbers come from the generator that the caller passes. Sines, cosines and logarithms are
//! those of the `libm` crate, so that the same seed gives the same data on every machine.

mod batches;
mod blobs;
mod char_tokenizer;
mod circles;
#[cfg(feature = "csv")]
mod csv_error;
#[cfg(feature = "csv")]
mod csv_lines;
mod dataset;
mod moons;
mod spirals;
mod standardizer;
#[cfg(feature = "csv")]
mod table;
#[cfg(feature = "csv")]
mod table_reader;
mod text_error;
mod yin_yang;

pub use blobs::blobs;
pub use char_tokenizer::CharTokenizer;
pub use circles::circles;
#[cfg(feature = "csv")]
pub use csv_error::CsvError;
pub use dataset::Dataset;
pub use moons::moons;
pub use spirals::spirals;
pub use standardizer::Standardizer;
#[cfg(feature = "csv")]
pub use table::Table;
#[cfg(feature = "csv")]
pub use table_reader::{Fill, TableReader};
pub use text_error::TextError;
pub use yin_yang::yin_yang;

use crate::normal::standard_normal;
use rand::Rng;

/// A data set of points, shuffled and then moved by normal noise of the deviation `noise`.
#[track_caller]
fn shuffled_with_noise(
    points: Vec<Vec<f64>>,
    labels: Vec<usize>,
    noise: f64,
    rng: &mut (impl Rng + ?Sized),
) -> Dataset {
    assert!(
        noise >= 0.0 && noise.is_finite(),
        "the noise is {noise:?}; it must be finite and at least 0"
    );
    let mut shuffled = Dataset::new(points, labels).shuffled(rng);
    if noise > 0.0 {
        for coordinate in shuffled.rows_mut().iter_mut().flatten() {
            *coordinate += noise * standard_normal(rng);
        }
    }
    shuffled
}

#[expect(clippy::cast_precision_loss)] // No one has 2⁵³ samples.
fn number(count: usize) -> f64 {
    count as f64
}

/// `i` of `n` as a number between 0 and 1.
fn ratio(i: usize, n: usize) -> f64 {
    number(i) / number(n)
}

/// How many of `samples` fall to each of `classes`: as even as can be, the first get the rest.
fn even_shares(samples: usize, classes: usize) -> impl Iterator<Item = usize> {
    (0..classes).map(move |class| samples / classes + usize::from(class < samples % classes))
}
