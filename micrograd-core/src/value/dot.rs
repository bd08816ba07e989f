//! Sums of products, as one node.

use super::Operand;
use super::Value;
use crate::argument_checks::same_length;
use crate::expression::{CallSite, Computed, Product};
use crate::tape::{Caller, Site};
use std::panic::Location;

/// # Sums of products
///
/// However long they are, the tape keeps them as one node and 8 bytes for each product; a drawing shows every
/// product and every sum.
impl Value {
    /// self + Σᵢ xᵢyᵢ, summed from the left beginning with self: what a neuron computes of its bias, its weights
    /// and its inputs, before the activation.
    ///
    /// # Panics
    ///
    /// If there are more xs than ys, or fewer.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let bias = Value::new(0.5);
    /// let w = [2.0, 3.0].map(Value::new);
    /// assert_eq!(bias.plus_dot(&w, &[10.0, 1.0]), 23.5);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn plus_dot(&self, xs: &[Value], ys: &[impl Operand]) -> Value {
        same_length("plus_dot", xs.len(), ys.len());
        Value::products(Some(self), xs, ys, Location::caller())
    }

    /// Σᵢ xᵢyᵢ of values x with values or plain numbers y, summed from the left; a leaf with data 0 for no
    /// numbers. PyTorch's and NumPy's `dot`.
    ///
    /// # Panics
    ///
    /// If there are more xs than ys, or fewer.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// let x = [1.0, 2.0].map(Value::new);
    /// let y = Value::dot(&x, &[3.0, 4.0]);
    /// y.backward();
    /// assert_eq!(y, 11.0);
    /// assert_eq!(x[1].grad(), 4.0);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn dot(xs: &[Value], ys: &[impl Operand]) -> Value {
        same_length("dot", xs.len(), ys.len());
        Value::products(None, xs, ys, Location::caller())
    }

    fn products(first: Option<&Value>, xs: &[Value], ys: &[impl Operand], caller: Caller) -> Value {
        static SITE: Site = Site::of_library::<Product>();
        let pairs = xs.iter().zip(ys);
        let operands = pairs.map(|(x, y)| (x, (y, ())));
        Value::total::<Product, _>(first, operands, CallSite::at(&SITE, caller))
    }
}
