//! Functions whose derivative is the user's own: inside they may do anything, so nothing but their numbers is known.

use super::Real;

/// The vjp: at these numbers, with this seed, it adds to these adjoints.
pub type OwnVjp<'a> = dyn FnMut(&[f64], f64, &mut [f64]) + 'a;

/// The jvp: the value at these numbers, and its derivative along a direction.
pub type OwnJvp<'a> = dyn FnMut(&[f64], &[f64]) -> (f64, f64) + 'a;

/// Such a function over plain numbers in a row.
#[allow(missing_debug_implementations)] // It is made to be called at once.
pub struct Opaque<'a> {
    pub name: &'static str,
    pub value: &'a mut dyn FnMut(&[f64]) -> f64,
    pub jvp: Option<&'a mut OwnJvp<'a>>,
}

/// See [`Real::value_of_opaque`].
pub fn value_of_opaque<R: Real>(function: Opaque<'_>, numbers: &[R]) -> R {
    R::value_of_opaque(function, numbers)
}

/// See [`Real::back_of_opaque`].
pub fn back_of_opaque<R: Real>(name: &str, vjp: &mut OwnVjp<'_>, numbers: &[R], seed: R) -> Vec<R> {
    R::back_of_opaque(name, vjp, numbers, seed)
}

pub(super) fn panic_without_jvp(name: &str) -> ! {
    panic!(
        "forward mode cannot go through `{name}`: its derivative is the user's own, without a `jvp`. \
         Add one by `#[differentiable(vjp = …, jvp = …)]`"
    )
}

pub(super) fn panic_without_second_derivatives(name: &str) -> ! {
    panic!(
        "second derivatives cannot go through `{name}`: its derivative is the user's own, over plain numbers. \
         Write that derivative as a function under `#[differentiable]`, and differentiate it"
    )
}
