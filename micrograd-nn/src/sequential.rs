//! Modules in a row.

use crate::{Forward, Generator, Module, ParameterPath, ParameterTensor};
use micrograd_core::{Operand, Value};

/// A part of a [`Sequential`] that is put together while the program runs: any module from values
/// to values.
///
/// What it records points at its own source line and not at the caller's: a call through `dyn` does
/// not hand the line on.
pub type Stage = Box<dyn Forward<[Value], Output = Vec<Value>>>;

/// Modules in a row: each reads what the one before it gives.
///
/// The stages are a tuple of modules, whose first decides what goes in and whose last decides what
/// comes out; or a `Vec` of boxed ones, [`Stage`]s, where their number is not known beforehand. The
/// parameters are named by the place of their stage, `0.weight`, as in PyTorch's `Sequential`.
///
/// ```
/// use micrograd_nn::{Activation, Dropout, Forward, Linear, Module, Sequential};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let mut rng = ChaCha8Rng::seed_from_u64(1337);
/// let model = Sequential::new((
///     Linear::new(2, 16, &mut rng),
///     Activation::Relu,
///     Dropout::new(0.1, &mut rng),
///     Linear::new(16, 1, &mut rng),
/// ));
/// let score = model.forward_one(&[1.0, -0.5]);
/// assert_eq!(model.tensors()[2].name(), "3.weight");
/// # score.backward();
/// ```
///
/// As many hidden layers as the user wants:
///
/// ```
/// use micrograd_nn::{Activation, Forward, Linear, Sequential, Stage};
/// # use rand::{SeedableRng, rngs::ChaCha8Rng};
/// # let mut rng = ChaCha8Rng::seed_from_u64(1337);
/// # let depth = 3;
/// let mut stages: Vec<Stage> = Vec::new();
/// for _ in 0..depth {
///     stages.push(Box::new(Linear::new(4, 4, &mut rng)));
///     stages.push(Box::new(Activation::Tanh));
/// }
/// let model = Sequential::new(stages);
/// assert_eq!(model.forward(&[1.0, 0.0, 0.0, -1.0]).len(), 4);
/// ```
#[derive(Clone, Debug)]
pub struct Sequential<S> {
    stages: S,
}

impl<S: Module> Sequential<S> {
    /// The stages in their order: a tuple of 1 to 12 modules, or a `Vec` of [`Stage`]s.
    ///
    /// ```
    /// # use micrograd_nn::{Activation, Forward, Sequential};
    /// let model = Sequential::new((Activation::Relu, Activation::Tanh));
    /// assert_eq!(model.forward(&[-1.0]), [0.0]);
    /// ```
    pub fn new(stages: S) -> Self {
        Sequential { stages }
    }

    /// The stages, to be looked at one by one.
    ///
    /// ```
    /// # use micrograd_nn::{Activation, Sequential};
    /// let model = Sequential::new((Activation::Relu, Activation::Tanh));
    /// assert_eq!(model.stages().1, Activation::Tanh);
    /// ```
    pub fn stages(&self) -> &S {
        &self.stages
    }
}

/// The stages in order, each under its place.
impl<S: Module> Module for Sequential<S> {
    fn visit_parameters(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
    ) {
        self.stages.visit_parameters(path, visit);
    }

    fn visit_tensors(&self, path: &ParameterPath<'_>, visit: &mut dyn FnMut(ParameterTensor)) {
        self.stages.visit_tensors(path, visit);
    }

    fn visit_generators(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &Generator),
    ) {
        self.stages.visit_generators(path, visit);
    }

    fn set_training(&self, training: bool) {
        self.stages.set_training(training);
    }
}

impl<X: Operand> Forward<[X]> for Sequential<Vec<Stage>> {
    type Output = Vec<Value>;

    /// What the last stage gives; without stages, the inputs.
    fn forward(&self, inputs: &[X]) -> Vec<Value> {
        let mut signals = Vec::with_capacity(inputs.len());
        for x in inputs {
            signals.push(x.to_value());
        }
        for stage in &self.stages {
            signals = stage.forward(&signals);
        }
        signals
    }
}

macro_rules! tuples {
    ($(($First:ident 0 $(, $M:ident $index:tt)*))*) => {$(
        tuples! { @ $First [$($M $index)*] [] }
    )*};
    // The last stage may give anything; the ones before it give values.
    (@ $First:ident [] []) => {
        impl<X, $First: Forward<[X]>> Forward<[X]> for Sequential<($First,)> {
            type Output = $First::Output;

            /// What the stage gives.
            fn forward(&self, inputs: &[X]) -> Self::Output {
                self.stages.0.forward(inputs)
            }
        }
    };
    (@ $First:ident [$Last:ident $last:tt] [$($M:ident $index:tt)*]) => {
        impl<X, $First, $($M,)* $Last> Forward<[X]> for Sequential<($First, $($M,)* $Last)>
        where
            $First: Forward<[X], Output = Vec<Value>>,
            $($M: Forward<[Value], Output = Vec<Value>>,)*
            $Last: Forward<[Value]>,
        {
            type Output = $Last::Output;

            /// What the last stage gives.
            fn forward(&self, inputs: &[X]) -> Self::Output {
                let signals = self.stages.0.forward(inputs);
                $(let signals = self.stages.$index.forward(&signals);)*
                self.stages.$last.forward(&signals)
            }
        }
    };
    (@ $First:ident [$M:ident $index:tt $($rest:tt)+] [$($before:tt)*]) => {
        tuples! { @ $First [$($rest)+] [$($before)* $M $index] }
    };
}

tuples! {
    (A 0)
    (A 0, B 1)
    (A 0, B 1, C 2)
    (A 0, B 1, C 2, D 3)
    (A 0, B 1, C 2, D 3, E 4)
    (A 0, B 1, C 2, D 3, E 4, F 5)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11)
}
