//! What has parameters.

mod path;

pub use path::ParameterPath;

use micrograd_core::Value;

/// Anything that has parameters: a neuron, a network, a single [`Value`], or a `Vec`, an array or
/// an `Option` of modules.
///
/// A module shows its parameters in [`visit_parameters`](Module::visit_parameters), field by
/// field; everything else follows from that. Micrograd's and PyTorch's `Module`.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::{Module, ParameterPath};
///
/// struct Line {
///     slope: Value,
///     intercept: Value,
/// }
///
/// impl Module for Line {
///     fn visit_parameters(
///         &self,
///         path: &ParameterPath<'_>,
///         visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
///     ) {
///         self.slope.visit_parameters(&path.field("slope"), visit);
///         self.intercept.visit_parameters(&path.field("intercept"), visit);
///     }
/// }
///
/// let line = Line { slope: Value::new(2.0), intercept: Value::new(1.0) };
/// assert_eq!(line.parameters(), [2.0, 1.0]);
/// assert_eq!(line.named_parameters()[1].0, "intercept");
/// ```
pub trait Module {
    /// Shows every parameter with its path, always in the same order.
    ///
    /// `path` is this module's own place; a module hands its fields on with
    /// [`path.field(…)`](ParameterPath::field).
    fn visit_parameters(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
    );

    /// Handles of all parameters. For an [`Mlp`](crate::Mlp) in micrograd's order: layer by layer,
    /// neuron by neuron, the weights and then the bias.
    ///
    /// ```
    /// use micrograd_nn::{Mlp, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let model = Mlp::new(2, &[16, 16, 1], &mut rng);
    /// assert_eq!(model.parameters().len(), (2 + 1) * 16 + (16 + 1) * 16 + 17);
    /// ```
    fn parameters(&self) -> Vec<Value> {
        let mut parameters = Vec::new();
        self.visit_parameters(&ParameterPath::root(), &mut |_, parameter| {
            parameters.push(parameter.clone());
        });
        parameters
    }

    /// All parameters with their names, in the order of [`parameters`](Module::parameters).
    ///
    /// ```
    /// use micrograd_nn::{Mlp, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let model = Mlp::new(2, &[1], &mut rng);
    /// let names: Vec<String> =
    ///     model.named_parameters().into_iter().map(|(name, _)| name).collect();
    /// assert_eq!(names, [
    ///     "layers.0.neurons.0.weights.0",
    ///     "layers.0.neurons.0.weights.1",
    ///     "layers.0.neurons.0.bias",
    /// ]);
    /// ```
    fn named_parameters(&self) -> Vec<(String, Value)> {
        let mut named = Vec::new();
        self.visit_parameters(&ParameterPath::root(), &mut |path, parameter| {
            named.push((path.to_string(), parameter.clone()));
        });
        named
    }

    /// Sets the gradient of every parameter back to 0.
    ///
    /// ```
    /// use micrograd_core::Value;
    /// use micrograd_nn::Module;
    /// let weights = vec![Value::new(1.0), Value::new(2.0)];
    /// (&weights[0] * &weights[1]).backward();
    /// weights.zero_grad();
    /// assert!(weights.iter().all(|weight| weight.grad() == 0.0));
    /// ```
    fn zero_grad(&self) {
        self.visit_parameters(&ParameterPath::root(), &mut |_, parameter| {
            parameter.zero_grad();
        });
    }

    /// Gives every parameter a new number, in the order of [`parameters`](Module::parameters).
    ///
    /// # Panics
    ///
    /// If there are not as many numbers as parameters, or a number is not finite; then no
    /// parameter has changed.
    ///
    /// ```
    /// use micrograd_nn::{Activation, Forward, Module, Neuron};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let neuron = Neuron::new(2, Activation::Linear, &mut rng);
    /// neuron.set_parameters(&[3.0, -1.0, 0.5]);
    /// assert_eq!(neuron.forward(&[1.0, 2.0]), 1.5); // 0.5 + 3·1 − 1·2
    /// ```
    #[track_caller]
    fn set_parameters(&self, numbers: &[f64]) {
        let named = self.named_parameters();
        assert!(
            named.len() == numbers.len(),
            "a module of {} parameters was given {} numbers",
            named.len(),
            numbers.len()
        );
        for ((name, _), number) in named.iter().zip(numbers) {
            assert!(
                number.is_finite(),
                "the parameter `{name}` was given {number:?}"
            );
        }
        for ((_, parameter), &number) in named.iter().zip(numbers) {
            parameter.set_data(number);
        }
    }
}

/// A single parameter.
impl Module for Value {
    fn visit_parameters(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
    ) {
        visit(path, self);
    }
}

/// The elements in order; the path goes on with the index.
impl<M: Module> Module for [M] {
    fn visit_parameters(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
    ) {
        for (index, module) in self.iter().enumerate() {
            module.visit_parameters(&path.index(index), visit);
        }
    }
}

/// Passes everything on to what it holds.
macro_rules! as_slice {
    ($([$($generics:tt)*] $List:ty),*) => {$(
        /// As the slice of its elements.
        impl<$($generics)*> Module for $List {
            fn visit_parameters(
                &self,
                path: &ParameterPath<'_>,
                visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
            ) {
                self.as_slice().visit_parameters(path, visit);
            }
        }
    )*};
}

as_slice! { [M: Module] Vec<M>, [M: Module, const N: usize] [M; N] }

/// The module if there is one; the path does not change.
impl<M: Module> Module for Option<M> {
    fn visit_parameters(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
    ) {
        if let Some(module) = self {
            module.visit_parameters(path, visit);
        }
    }
}

/// What the box holds; the path does not change.
impl<M: Module + ?Sized> Module for Box<M> {
    fn visit_parameters(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
    ) {
        (**self).visit_parameters(path, visit);
    }
}
