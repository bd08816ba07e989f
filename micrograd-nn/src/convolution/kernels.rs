//! The weights of a convolution, and how they move over a picture.

use crate::{Init, Module, ParameterPath, ParameterTensor};
use micrograd_core::Value;
use rand::Rng;

/// A kernel for each output channel, over pictures of C channels; a line is a picture of one row.
#[derive(Debug)]
pub(super) struct Kernels {
    /// The shape of the weights as a tensor: [out, in, …].
    shape: Vec<usize>,
    /// For each output its weights, the last index running fastest.
    weight: Vec<Vec<Value>>,
    bias: Option<Vec<Value>>,
    channels: usize,
    size: [usize; 2],
    pub(super) stride: [usize; 2],
    pub(super) padding: [usize; 2],
}

/// Signals in C channels of rows of columns, row by row.
pub(super) struct Picture {
    pub(super) values: Vec<Value>,
    pub(super) channels: usize,
    pub(super) size: [usize; 2],
}

impl Picture {
    fn at(&self, channel: usize, row: usize, column: usize) -> &Value {
        &self.values[(channel * self.size[0] + row) * self.size[1] + column]
    }
}

impl Kernels {
    /// `shape` is [out, in, rows, columns] without the rows of a line. The numbers are uniform in
    /// ±1/√fan_in, as in PyTorch.
    #[track_caller]
    pub(super) fn new(shape: &[usize], size: [usize; 2], rng: &mut (impl Rng + ?Sized)) -> Self {
        assert!(
            shape.iter().all(|&length| length > 0),
            "a convolution of the shape {shape:?} is empty; it is [out, in, kernel]"
        );
        let (outputs, channels) = (shape[0], shape[1]);
        let inputs = channels * size[0] * size[1];
        let init = Init::TorchLinear;
        let mut weight = Vec::with_capacity(outputs);
        for _ in 0..outputs {
            let numbers: Vec<f64> = (0..inputs)
                .map(|_| init.weight(inputs, outputs, rng))
                .collect();
            weight.push(Value::leaves_of(&numbers));
        }
        let biases: Vec<f64> = (0..outputs).map(|_| init.bias(inputs, rng)).collect();
        Kernels {
            shape: shape.to_vec(),
            weight,
            bias: Some(Value::leaves_of(&biases)),
            channels,
            size,
            stride: [1, 1],
            padding: [0, 0],
        }
    }

    pub(super) fn shape(&self) -> &[usize] {
        &self.shape
    }

    pub(super) fn drop_bias(&mut self) {
        self.bias = None;
    }

    #[track_caller]
    pub(super) fn set_stride(&mut self, stride: [usize; 2]) {
        assert!(
            stride.iter().all(|&step| step > 0),
            "a stride of {stride:?} would stand still; it is at least 1"
        );
        self.stride = stride;
    }

    /// For each output channel its rows.
    #[track_caller]
    pub(super) fn convolve(&self, picture: &Picture) -> Vec<Vec<Vec<Value>>> {
        assert!(
            picture.channels == self.channels,
            "a convolution of {} channels was given {}",
            self.channels,
            picture.channels
        );
        let [rows, columns] = [0, 1].map(|axis| {
            let padded = picture.size[axis] + 2 * self.padding[axis];
            let left = padded.checked_sub(self.size[axis]);
            left.map_or(0, |left| left / self.stride[axis] + 1)
        });
        assert!(
            rows > 0 && columns > 0,
            "a kernel of the size {:?} does not fit into a picture of {:?} with a padding of {:?}",
            self.size,
            picture.size,
            self.padding
        );
        let mut outputs = Vec::with_capacity(self.weight.len());
        for channel in 0..self.weight.len() {
            let mut output = Vec::with_capacity(rows);
            for row in 0..rows {
                let mut line = Vec::with_capacity(columns);
                for column in 0..columns {
                    line.push(self.sum_at(picture, channel, [row, column]));
                }
                output.push(line);
            }
            outputs.push(output);
        }
        outputs
    }

    /// The weighted sum of what one kernel covers; what lies outside of the picture is 0 and not summed.
    #[track_caller]
    fn sum_at(&self, picture: &Picture, output: usize, place: [usize; 2]) -> Value {
        let (mut weights, mut inputs) = (Vec::new(), Vec::new());
        let mut own = self.weight[output].iter();
        for channel in 0..self.channels {
            for i in 0..self.size[0] {
                for j in 0..self.size[1] {
                    let weight = own.next().expect("a weight for each place of the kernel");
                    let at = |axis: usize, offset: usize| {
                        let padded = place[axis] * self.stride[axis] + offset;
                        let inside = padded.checked_sub(self.padding[axis])?;
                        (inside < picture.size[axis]).then_some(inside)
                    };
                    if let (Some(row), Some(column)) = (at(0, i), at(1, j)) {
                        weights.push(weight.clone());
                        inputs.push(picture.at(channel, row, column).clone());
                    }
                }
            }
        }
        let bias = self.bias.as_ref().map(|biases| &biases[output]);
        match bias {
            Some(bias) => bias.plus_dot(&weights, &inputs),
            None => Value::dot(&weights, &inputs),
        }
    }
}

impl Module for Kernels {
    fn visit_parameters(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
    ) {
        self.weight.visit_parameters(&path.field("weight"), visit);
        self.bias.visit_parameters(&path.field("bias"), visit);
    }

    fn visit_tensors(&self, path: &ParameterPath<'_>, visit: &mut dyn FnMut(ParameterTensor)) {
        let name = path.field("weight").to_string();
        visit(ParameterTensor::new(
            name,
            &self.shape,
            self.weight.concat(),
        ));
        self.bias.visit_tensors(&path.field("bias"), visit);
    }
}
