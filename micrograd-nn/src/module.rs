//! What has parameters.

mod containers;
mod identity;
mod json;
mod path;
mod summary;
mod tensor;
mod tuples;

pub use path::ParameterPath;
pub use tensor::ParameterTensor;

pub(crate) use identity::first_places;

use crate::Generator;
use micrograd_core::Value;

/// Anything that has parameters: a neuron, a network, a single [`Value`], or a `Vec`, an array, an
/// `Option`, a `Box` or a tuple of modules; and every struct of those, by `#[derive(Module)]`.
///
/// A module shows its parameters in [`visit_parameters`](Module::visit_parameters), field by
/// field; everything else follows from that. Micrograd's and PyTorch's `Module`.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::Module;
///
/// #[derive(Module)]
/// struct Line {
///     slope: Value,
///     intercept: Value,
///     #[module(skip)]
///     unit: &'static str,
/// }
///
/// let line = Line { slope: Value::new(2.0), intercept: Value::new(1.0), unit: "m" };
/// assert_eq!(line.parameters(), [2.0, 1.0]);
/// assert_eq!(line.named_parameters()[1].0, "intercept");
/// # assert_eq!(line.unit, "m");
/// ```
///
/// # Without the derive
///
/// A module that is implemented by hand shows its parameters itself. If there are modules with a
/// mode or a generator of random numbers among its fields ([`Dropout`](crate::Dropout)), it hands
/// [`set_training`](Module::set_training) and [`visit_generators`](Module::visit_generators) on to
/// them, too.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::{Module, ParameterPath};
///
/// struct Scale(Value);
///
/// impl Module for Scale {
///     fn visit_parameters(
///         &self,
///         path: &ParameterPath<'_>,
///         visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
///     ) {
///         self.0.visit_parameters(&path.field("scale"), visit);
///     }
/// }
///
/// assert_eq!(Scale(Value::new(2.0)).named_parameters()[0].0, "scale");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a module",
    label = "expected a `Value`, a module, or a `Vec`, an array, an `Option` or a `Box` of them",
    note = "a field that holds no parameters is left out with `#[module(skip)]`",
    note = "a struct of modules becomes one with `#[derive(Module)]`"
)]
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

    /// Shows the parameters as tensors: the form in which they are saved.
    ///
    /// A module whose parameters form vectors and matrices says so here; a
    /// [`Layer`](crate::Layer) shows `weight` of shape [out, in] and `bias` of shape `[out]`, as
    /// PyTorch's `Linear` does. What is not overridden shows each parameter as a tensor of its
    /// own, of shape []. Every parameter stands in exactly one tensor; the order may differ from
    /// that of [`visit_parameters`](Module::visit_parameters).
    fn visit_tensors(&self, path: &ParameterPath<'_>, visit: &mut dyn FnMut(ParameterTensor)) {
        self.visit_parameters(path, &mut |path, parameter| {
            visit(ParameterTensor::new(
                path.to_string(),
                &[],
                vec![parameter.clone()],
            ));
        });
    }

    /// Shows the generators of random numbers that the module draws from while it runs, each with
    /// its path: with the parameters, they are all that a module remembers. None unless overridden.
    ///
    /// ```
    /// use micrograd_nn::{Dropout, Module, ParameterPath};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let model = vec![Dropout::new(0.5, &mut rng), Dropout::new(0.1, &mut rng)];
    /// let mut names = Vec::new();
    /// model.visit_generators(&ParameterPath::root(), &mut |path, _| names.push(path.to_string()));
    /// assert_eq!(names, ["0", "1"]);
    /// ```
    fn visit_generators(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &Generator),
    ) {
        let _ = (path, visit);
    }

    /// Switches the module and everything in it to training or to evaluation: what only helps to
    /// train, such as [`Dropout`](crate::Dropout), works in the first and does nothing in the
    /// second. A new module trains. Does nothing unless overridden. PyTorch's `train(mode)`.
    ///
    /// ```
    /// use micrograd_nn::{Dropout, Forward, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let model = (Dropout::new(0.5, &mut rng), Dropout::new(0.5, &mut rng));
    /// model.set_training(false);
    /// assert_eq!(model.1.forward(&[1.0, 2.0]), [1.0, 2.0]);
    /// ```
    fn set_training(&self, training: bool) {
        let _ = training;
    }

    /// All parameters as tensors, as [`visit_tensors`](Module::visit_tensors) shows them.
    ///
    /// ```
    /// use micrograd_nn::{Mlp, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let model = Mlp::new(2, &[16, 3], &mut rng);
    /// let tensors = model.tensors();
    /// let shapes: Vec<(&str, &[usize])> =
    ///     tensors.iter().map(|tensor| (tensor.name(), tensor.shape())).collect();
    /// assert_eq!(shapes, [
    ///     ("layers.0.weight", [16, 2].as_slice()),
    ///     ("layers.0.bias", &[16]),
    ///     ("layers.1.weight", &[3, 16]),
    ///     ("layers.1.bias", &[3]),
    /// ]);
    /// ```
    fn tensors(&self) -> Vec<ParameterTensor> {
        let mut tensors = Vec::new();
        self.visit_tensors(&ParameterPath::root(), &mut |tensor| tensors.push(tensor));
        tensors
    }

    /// A table of the tensors with their shapes and numbers of parameters, for people to read.
    ///
    /// ```
    /// use micrograd_nn::{Mlp, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let model = Mlp::new(2, &[16, 1], &mut rng);
    /// assert_eq!(model.summary(), "\
    /// layers.0.weight  [16, 2]  32
    /// layers.0.bias    [16]     16
    /// layers.1.weight  [1, 16]  16
    /// layers.1.bias    [1]       1
    /// 65 parameters");
    /// ```
    fn summary(&self) -> String {
        summary::of(&self.tensors(), self.parameters().len())
    }

    /// The tensors as JSON, for people to read and other programs: an object with a nested list for each
    /// tensor, its numbers with all digits. A number that is not finite is `null`.
    ///
    /// ```
    /// use micrograd_core::Value;
    /// use micrograd_nn::Module;
    ///
    /// let model = ([[Value::new(1.0), Value::new(0.1)]], Value::new(-2.5));
    /// assert_eq!(model.to_json(), r#"{
    ///   "0": [[1.0, 0.1]],
    ///   "1": -2.5
    /// }
    /// "#);
    /// ```
    fn to_json(&self) -> String {
        json::of(&self.tensors())
    }

    /// Handles of all parameters, each once. For an [`Mlp`](crate::Mlp) in micrograd's order: layer by
    /// layer, neuron by neuron, the weights and then the bias.
    ///
    /// A value that stands in several places of the module, such as a weight that an embedding shares
    /// with the output, is one parameter, at the first of its places; the
    /// [tensors](Module::tensors) show it in all of them. PyTorch's `parameters()`.
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
        each_once(parameters)
    }

    /// All parameters with their names, in the order of [`parameters`](Module::parameters); one that
    /// stands in several places has the name of the first.
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
        let parameters: Vec<Value> = named
            .iter()
            .map(|(_, parameter)| parameter.clone())
            .collect();
        let mut places = first_places(&parameters).into_iter().enumerate();
        named.retain(|_| places.next().is_some_and(|(place, first)| place == first));
        named
    }

    /// Names every parameter by its path, for drawings and messages.
    ///
    /// ```
    /// use micrograd_core::Graph;
    /// use micrograd_nn::{Forward, Mlp, Module};
    /// # use rand::{SeedableRng, rngs::ChaCha8Rng};
    /// # let mut rng = ChaCha8Rng::seed_from_u64(0);
    /// let model = Mlp::new(2, &[1], &mut rng);
    /// model.name_parameters();
    /// let dot = Graph::of(&model.forward_one(&[1.0, -2.0])).to_dot();
    /// assert!(dot.contains("layers.0.neurons.0.weights.1"));
    /// ```
    fn name_parameters(&self) {
        for (name, parameter) in self.named_parameters() {
            let _ = parameter.with_name(name);
        }
    }

    /// Sets the gradient of every parameter back to 0.
    ///
    /// # Panics
    ///
    /// If an operation made a parameter. So does a step such as `self.w -= lr * self.w.grad()`: its graph would grow with each
    /// step, and the optimisers could not set the parameter.
    ///
    /// ```
    /// use micrograd_core::Value;
    /// use micrograd_nn::Module;
    /// let weights = vec![Value::new(1.0), Value::new(2.0)];
    /// (&weights[0] * &weights[1]).backward();
    /// weights.zero_grad();
    /// assert!(weights.iter().all(|weight| weight.grad() == 0.0));
    /// ```
    #[track_caller]
    fn zero_grad(&self) {
        let mut made = None;
        self.visit_parameters(&ParameterPath::root(), &mut |path, parameter| {
            parameter.zero_grad();
            if !parameter.is_leaf() && made.is_none() {
                made = Some(path.to_string());
            }
        });
        if let Some(path) = made {
            panic!(
                "the parameter `{path}` is the result of an operation, whose graph grows with each step; \
                 a step is `p.set_data(p.data() - lr * p.grad())`, or an optimiser's"
            );
        }
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

/// The values without those that are the same as an earlier one.
fn each_once(mut values: Vec<Value>) -> Vec<Value> {
    let mut places = first_places(&values).into_iter().enumerate();
    values.retain(|_| places.next().is_some_and(|(place, first)| place == first));
    values
}
