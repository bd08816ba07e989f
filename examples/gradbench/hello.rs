//! `hello`: x² and its derivative, to see that the protocol works.

pub(crate) mod compiled;

use crate::evaluation::{EvaluationError, Input};
use micrograd_core::{Scalar, Value, grad};

impl Input for f64 {
    fn check(&self) -> Result<(), EvaluationError> {
        Ok(())
    }
}

fn squared<T: Scalar>(x: &T) -> T {
    grad! { x ** 2 }
}

pub(crate) fn square(x: f64) -> impl FnMut() -> f64 {
    move || squared(&x)
}

pub(crate) fn double(x: f64) -> impl FnMut() -> f64 {
    let x = Value::new(x);
    move || {
        squared(&x).backward();
        x.take_grad()
    }
}
