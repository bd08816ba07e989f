//! What a step must find and leave: finite numbers, one for each parameter.

use super::StepError;
use crate::module::first_places;
use micrograd_core::{Value, ValueId};

/// The gradients of the parameters, which are different values, if all gradients are finite.
#[track_caller]
pub(crate) fn finite_gradients(parameters: &[Value]) -> Result<Vec<f64>, StepError> {
    assert_each_once(parameters);
    let gradients = Value::grads_of(parameters);
    match gradients.iter().position(|gradient| !gradient.is_finite()) {
        None => Ok(gradients),
        Some(index) => Err(StepError::Gradient {
            index,
            parameters: parameters.len(),
            gradient: gradients[index],
        }),
    }
}

/// Panics if a value is listed twice: it would move twice.
#[track_caller]
fn assert_each_once(parameters: &[Value]) {
    let mut ids: Vec<ValueId> = parameters.iter().map(Value::id).collect();
    ids.sort();
    if ids.is_sorted_by(|a, b| a < b) {
        return;
    }
    let mut places = first_places(parameters).into_iter().enumerate();
    if let Some((place, first)) = places.find(|(place, first)| place != first) {
        panic!(
            "parameters {first} and {place} of {} are the same value; a module's parameters() lists \
             it once",
            parameters.len()
        );
    }
}

/// Fails unless a step leads to finite numbers.
pub(super) fn expect_finite_data(before: &[f64], after: &[f64]) -> Result<(), StepError> {
    match after.iter().position(|number| !number.is_finite()) {
        None => Ok(()),
        Some(index) => Err(StepError::Overflow {
            index,
            parameters: after.len(),
            from: before[index],
            to: after[index],
        }),
    }
}

/// Fails unless a step leaves finite numbers in a list of the optimiser.
pub(super) fn expect_finite_list(list: &'static str, numbers: &[f64]) -> Result<(), StepError> {
    match numbers.iter().position(|number| !number.is_finite()) {
        None => Ok(()),
        Some(index) => Err(StepError::List {
            list,
            index,
            parameters: numbers.len(),
            number: numbers[index],
        }),
    }
}

/// A copy of what is remembered of each parameter: zeros before the first step.
#[track_caller]
pub(super) fn remembered(list: &[f64], steps: u64, parameters: usize) -> Vec<f64> {
    if steps == 0 && list.is_empty() {
        return vec![0.0; parameters];
    }
    assert!(
        list.len() == parameters,
        "an optimiser that remembers {} parameters was given {parameters}",
        list.len()
    );
    list.to_vec()
}
