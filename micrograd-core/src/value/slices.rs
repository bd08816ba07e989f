//! Many values at once, as an optimiser needs them.

use super::Value;
use crate::tape;
use std::panic::Location;

/// # Many at once
impl Value {
    /// A leaf for each number, in less time than by [`new`](Value::new) one by one.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let weights = Value::leaves_of(&[1.0, 2.0]);
    /// assert_eq!(weights, [1.0, 2.0]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn leaves_of(numbers: &[f64]) -> Vec<Value> {
        let caller = Location::caller();
        let mut handles = tape::with(|tape| tape.held_leaves(numbers, caller));
        while handles.len() < numbers.len() {
            let missing = &numbers[handles.len()..];
            tape::make_room_for_leaves(missing.len(), caller);
            handles.extend(tape::with(|tape| tape.held_leaves(missing, caller)));
        }
        handles.into_iter().map(Value::holding).collect()
    }

    /// The numbers of all values.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let weights = [1.0, 2.0].map(Value::new);
    /// assert_eq!(Value::data_of(&weights), [1.0, 2.0]);
    /// ```
    #[must_use]
    pub fn data_of(values: &[Value]) -> Vec<f64> {
        tape::with(|tape| {
            let data = values
                .iter()
                .map(|value| tape.data(tape.id(value.handle())));
            data.collect()
        })
    }

    /// The gradients of all values; see [`grad`](Value::grad).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let weights = [1.0, 2.0].map(Value::new);
    /// Value::dot(&weights, &[3.0, 4.0]).backward();
    /// assert_eq!(Value::grads_of(&weights), [3.0, 4.0]);
    /// ```
    #[must_use]
    pub fn grads_of(values: &[Value]) -> Vec<f64> {
        tape::with(|tape| {
            let grads = values
                .iter()
                .map(|value| tape.grad(tape.id(value.handle())));
            grads.collect()
        })
    }

    /// Writes the gradients of all values where somebody else wants them, such as a library that minimises functions.
    ///
    /// # Panics
    ///
    /// If there are not as many places as values.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let weights = [1.0, 2.0].map(Value::new);
    /// let mut gradient = [0.0; 2];
    /// Value::dot(&weights, &[3.0, 4.0]).backward();
    /// Value::write_grads_of(&weights, &mut gradient);
    /// assert_eq!(gradient, [3.0, 4.0]);
    /// ```
    #[track_caller]
    pub fn write_grads_of(values: &[Value], gradient: &mut [f64]) {
        assert!(
            values.len() == gradient.len(),
            "write_grads_of: {} values were given room for {} gradients",
            values.len(),
            gradient.len()
        );
        tape::with(|tape| {
            for (grad, value) in gradient.iter_mut().zip(values) {
                *grad = tape.grad(tape.id(value.handle()));
            }
        });
    }

    /// The gradients of all values, which are set back to 0; see [`take_grad`](Value::take_grad). Of many leaves, memory
    /// is visited once and not twice.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let weights = [1.0, 2.0].map(Value::new);
    /// Value::dot(&weights, &[3.0, 4.0]).backward();
    /// assert_eq!(Value::take_grads_of(&weights), [3.0, 4.0]);
    /// assert_eq!(Value::grads_of(&weights), [0.0, 0.0]);
    /// ```
    #[must_use = "to set them back alone there is `zero_grads_of`"]
    pub fn take_grads_of(values: &[Value]) -> Vec<f64> {
        tape::with(|tape| {
            let grads = values.iter().map(|v| tape.take_grad(tape.id(v.handle())));
            grads.collect()
        })
    }

    /// Sets the gradients of all values back to 0.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let weights = [1.0, 2.0].map(Value::new);
    /// Value::dot(&weights, &[3.0, 4.0]).backward();
    /// Value::zero_grads_of(&weights);
    /// assert_eq!(Value::grads_of(&weights), [0.0, 0.0]);
    /// ```
    pub fn zero_grads_of(values: &[Value]) {
        tape::with(|tape| {
            for value in values {
                tape.set_grad(tape.id(value.handle()), 0.0);
            }
        });
    }

    /// Changes the numbers of leaves; see [`set_data`](Value::set_data).
    ///
    /// # Panics
    ///
    /// If there are not as many numbers as values, or an operation made one of the values; then
    /// nothing has changed.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let weights = [1.0, 2.0].map(Value::new);
    /// Value::set_data_of(&weights, &[3.0, 4.0]);
    /// assert_eq!(Value::data_of(&weights), [3.0, 4.0]);
    /// ```
    #[track_caller]
    pub fn set_data_of(values: &[Value], numbers: &[f64]) {
        assert!(
            values.len() == numbers.len(),
            "set_data_of: {} values were given {} numbers",
            values.len(),
            numbers.len()
        );
        let made = tape::with(|tape| {
            let made = values.iter().position(|value| !value.handle().is_leaf());
            if made.is_none() {
                let leaves = values.iter().map(|value| value.handle().leaf());
                tape.set_data_of(leaves.zip(numbers.iter().copied()));
            }
            made
        });
        if let Some(i) = made {
            // It panics and says why.
            values[i].set_data(numbers[i]);
        }
    }
}
