//! Parameters as tensors: PyTorch's names and shapes, and every parameter exactly once.

use micrograd_core::Value;
use micrograd_nn::{Mlp, Module, ParameterPath, ParameterTensor};
use rand::{SeedableRng, rngs::ChaCha8Rng};

fn shapes(tensors: &[ParameterTensor]) -> Vec<(&str, &[usize])> {
    tensors
        .iter()
        .map(|tensor| (tensor.name(), tensor.shape()))
        .collect()
}

fn values(numbers: &[f64]) -> Vec<Value> {
    numbers.iter().copied().map(Value::new).collect()
}

#[test]
fn an_mlp_has_the_names_and_shapes_of_pytorch_s_linear() {
    let model = Mlp::new(2, &[3, 1], &mut ChaCha8Rng::seed_from_u64(0));
    let numbers: Vec<f64> = (0..13).map(f64::from).collect();
    model.set_parameters(&numbers);
    let tensors = model.tensors();
    assert_eq!(
        shapes(&tensors),
        [
            ("layers.0.weight", &[3, 2][..]),
            ("layers.0.bias", &[3]),
            ("layers.1.weight", &[1, 3]),
            ("layers.1.bias", &[1]),
        ]
    );
    // A neuron's numbers are w₀, w₁, b: rows of weights, and a column of biases.
    assert_eq!(tensors[0].values(), [0.0, 1.0, 3.0, 4.0, 6.0, 7.0]);
    assert_eq!(tensors[1].values(), [2.0, 5.0, 8.0]);
    assert_eq!(tensors[2].values(), [9.0, 10.0, 11.0]);
    assert_eq!(tensors[3].values(), [12.0]);
}

#[test]
fn tensors_hold_the_module_s_own_values() {
    let model = Mlp::new(1, &[1], &mut ChaCha8Rng::seed_from_u64(0));
    model.tensors()[1].values()[0].set_data(0.75);
    assert_eq!(model.parameters()[1], 0.75);
}

#[test]
fn lists_of_values_stack_to_vectors_and_equal_rows_to_matrices() {
    let vector = values(&[1.0, 2.0]);
    assert_eq!(shapes(&vector.tensors()), [("", &[2][..])]);
    let matrix = [
        values(&[1.0, 2.0]),
        values(&[3.0, 4.0]),
        values(&[5.0, 6.0]),
    ];
    assert_eq!(shapes(&matrix.tensors()), [("", &[3, 2][..])]);
    assert_eq!(matrix.tensors()[0].values(), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    let boxed: Vec<Option<Box<Value>>> = vec![Some(Box::new(Value::new(1.0)))];
    assert_eq!(shapes(&boxed.tensors()), [("", &[1][..])]);
}

#[test]
fn lists_that_are_no_matrix_stay_apart() {
    let ragged = vec![values(&[1.0, 2.0]), values(&[3.0])];
    assert_eq!(shapes(&ragged.tensors()), [("0", &[2][..]), ("1", &[1])]);
    let gap = vec![Some(Value::new(1.0)), None, Some(Value::new(2.0))];
    assert_eq!(shapes(&gap.tensors()), [("0", &[][..]), ("2", &[])]);
    let empty: Vec<Value> = Vec::new();
    assert!(empty.tensors().is_empty());
}

/// Overrides nothing, and has one parameter under a name.
struct Scale(Value);

impl Module for Scale {
    fn visit_parameters(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
    ) {
        self.0.visit_parameters(&path.field("scale"), visit);
    }
}

#[test]
fn a_module_that_overrides_nothing_shows_scalars_under_their_own_names() {
    let scales = [Scale(Value::new(1.0)), Scale(Value::new(2.0))];
    assert_eq!(
        shapes(&scales.tensors()),
        [("0.scale", &[][..]), ("1.scale", &[])]
    );
}
