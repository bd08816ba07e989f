//! The random numbers that a module draws while it runs.

use rand::Rng;
use std::cell::Cell;

/// A generator of random numbers that belongs to a module, as [`Dropout`](crate::Dropout) needs it:
/// `forward` takes no generator, and a run that is resumed must go on with the same numbers.
///
/// Its state is one number, which [`Module::visit_generators`](crate::Module::visit_generators)
/// shows, so that it can be saved and restored. The algorithm is SplitMix64: Steele, Lea and Flood,
/// *Fast Splittable Pseudorandom Number Generators*, OOPSLA 2014. It is the same on every machine,
/// and not for secrets.
///
/// ```
/// use micrograd_nn::Generator;
///
/// let generator = Generator::new(1337);
/// generator.uniform();
/// let state = generator.state();
/// let next = generator.uniform();
/// generator.set_state(state);
/// assert_eq!(generator.uniform(), next);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generator {
    state: Cell<u64>,
}

impl Generator {
    /// The generator that starts at `seed`.
    ///
    /// ```
    /// # use micrograd_nn::Generator;
    /// assert_eq!(Generator::new(7).state(), 7);
    /// ```
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Generator {
            state: Cell::new(seed),
        }
    }

    /// A generator whose seed is the next 64 bits of `rng`, so that the modules of one model draw
    /// numbers that are independent of each other.
    ///
    /// ```
    /// # use micrograd_nn::Generator;
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// let mut rng = ChaCha8Rng::seed_from_u64(1337);
    /// let [first, second] = [0, 1].map(|_| Generator::from_rng(&mut rng));
    /// assert_ne!(first.uniform(), second.uniform());
    /// ```
    #[must_use]
    pub fn from_rng(rng: &mut (impl Rng + ?Sized)) -> Self {
        Generator::new(rng.next_u64())
    }

    /// The next number, uniform in [0, 1): a multiple of 2⁻⁵³.
    ///
    /// ```
    /// # use micrograd_nn::Generator;
    /// let u = Generator::new(1337).uniform();
    /// assert!((0.0..1.0).contains(&u));
    /// ```
    #[must_use]
    pub fn uniform(&self) -> f64 {
        #[expect(clippy::cast_precision_loss)] // 53 bits fit exactly.
        let bits = (self.next() >> 11) as f64;
        bits * 2.0_f64.powi(-53)
    }

    /// Where the generator stands: the seed that would go on from here.
    ///
    /// ```
    /// # use micrograd_nn::Generator;
    /// let generator = Generator::new(7);
    /// generator.uniform();
    /// assert_eq!(Generator::new(generator.state()), generator);
    /// ```
    #[must_use]
    pub fn state(&self) -> u64 {
        self.state.get()
    }

    /// Goes on from where a generator with this [`state`](Generator::state) stood.
    ///
    /// ```
    /// # use micrograd_nn::Generator;
    /// let generator = Generator::new(7);
    /// generator.uniform();
    /// generator.set_state(7);
    /// assert_eq!(generator, Generator::new(7));
    /// ```
    pub fn set_state(&self, state: u64) {
        self.state.set(state);
    }

    fn next(&self) -> u64 {
        let state = self.state.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        self.state.set(state);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
