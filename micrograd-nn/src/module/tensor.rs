//! Parameters in the shape in which they are saved.

use micrograd_core::Value;

/// Parameters that belong together, as a tensor: a name, a shape, and the values row by row.
///
/// The values are handles of the module's own parameters, the last index running fastest, as in
/// PyTorch and NumPy. A tensor of shape [] is a single number.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::Module;
///
/// let matrix: [[Value; 3]; 2] = [[1, 2, 3], [4, 5, 6]].map(|row| row.map(Value::from));
/// let [tensor] = &matrix.tensors()[..] else { panic!("one tensor") };
/// assert_eq!(tensor.shape(), [2, 3]);
/// assert_eq!(tensor.values(), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
/// ```
#[derive(Clone, Debug)]
pub struct ParameterTensor {
    name: String,
    shape: Vec<usize>,
    values: Vec<Value>,
}

impl ParameterTensor {
    /// The tensor `name` with the shape [d₁, …, dₖ] and its d₁·…·dₖ values, row by row.
    ///
    /// # Panics
    ///
    /// If there are not as many values as the shape says.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::ParameterTensor;
    /// let row = ParameterTensor::new("row".to_owned(), &[1, 2], vec![Value::new(1.0), Value::new(2.0)]);
    /// assert_eq!(row.values().len(), 2);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(name: String, shape: &[usize], values: Vec<Value>) -> Self {
        let size: usize = shape.iter().product();
        assert!(
            size == values.len(),
            "the tensor `{name}` of shape {shape:?} has {size} values, but {} were given",
            values.len()
        );
        ParameterTensor {
            name,
            shape: shape.to_vec(),
            values,
        }
    }

    /// The tensors as the rows of one with the shape [n, d₁, …, dₖ], if there are any and all have
    /// the shape [d₁, …, dₖ].
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::ParameterTensor;
    /// let row = |numbers: [f64; 2]| {
    ///     ParameterTensor::new("row".to_owned(), &[2], numbers.map(Value::new).to_vec())
    /// };
    /// let weight = ParameterTensor::stack(
    ///     "weight".to_owned(),
    ///     &[row([1.0, 2.0]), row([3.0, 4.0]), row([5.0, 6.0])],
    /// ).unwrap();
    /// assert_eq!(weight.shape(), [3, 2]);
    /// assert_eq!(weight.values()[3], 4.0); // row 1, column 1
    /// ```
    #[must_use]
    pub fn stack(name: String, rows: &[ParameterTensor]) -> Option<Self> {
        let row_shape = &rows.first()?.shape;
        if rows.iter().any(|row| row.shape != *row_shape) {
            return None;
        }
        let mut shape = vec![rows.len()];
        shape.extend(row_shape);
        let mut values = Vec::new();
        for row in rows {
            values.extend_from_slice(&row.values);
        }
        Some(ParameterTensor {
            name,
            shape,
            values,
        })
    }

    /// The name, which is unique in a module: `layers.0.weight`.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::Module;
    /// assert_eq!(Value::new(1.0).tensors()[0].name(), "");
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The lengths of the dimensions, [out, in] for a matrix from `in` to `out` numbers.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::Module;
    /// assert_eq!(vec![Value::new(1.0); 3].tensors()[0].shape(), [3]);
    /// ```
    #[must_use]
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// Handles of the values, the last index running fastest.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::Module;
    /// let w = Value::new(1.0);
    /// w.tensors()[0].values()[0].set_data(2.0);
    /// assert_eq!(w, 2.0);
    /// ```
    #[must_use]
    pub fn values(&self) -> &[Value] {
        &self.values
    }
}
