//! Sums of products, as one node each.

use super::activation::Activation;
use super::products::{Sum, record_sums, room_for_products};
use super::{Operand, Value};
use crate::argument_checks::same_length;
use crate::operations::Op;
use crate::tape::{self, Caller, HandleId, NodeId};
use std::panic::Location;

/// # Sums of products
///
/// However long they are, the tape keeps them as one node. Where the factors lie side by side on the tape, as parameters do
/// that were made one after the other, it keeps nothing else; otherwise 8 bytes for each product. A drawing shows every
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
        if xs.is_empty() {
            return self.clone();
        }
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
        if xs.is_empty() {
            return Value::new(0.0);
        }
        Value::products(None, xs, ys, Location::caller())
    }

    /// The outputs of a layer: φ(bⱼ + Σᵢ wⱼᵢxᵢ) for each row j, which is a bias b and its weights w. PyTorch's `linear`, followed
    /// by an activation.
    ///
    /// They are what [`plus_dot`](Value::plus_dot) or, without a bias, [`dot`](Value::dot) of each row gives, and then the
    /// operation φ, digit by digit and node by node. The inputs are looked up once for all rows.
    ///
    /// # Panics
    ///
    /// If there are no inputs, a row has more weights than there are inputs or fewer, or φ is no operation of one operand.
    ///
    /// ```
    /// # use micrograd_core::{Op, Value};
    /// let w = [[2.0, 3.0], [-1.0, 0.0]].map(|row| row.map(Value::new));
    /// let b = Value::new(0.5);
    /// let rows = [(Some(&b), &w[0][..]), (None, &w[1][..])];
    /// assert_eq!(Value::linear(rows, &[10.0, 1.0], None), [23.5, -10.0]);
    /// assert_eq!(Value::linear(rows, &[10.0, 1.0], Some(Op::Relu)), [23.5, 0.0]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn linear<'a, X: Operand>(
        rows: impl IntoIterator<Item = (Option<&'a Value>, &'a [Value])>,
        inputs: &[X],
        activation: Option<Op>,
    ) -> Vec<Value> {
        let caller = Location::caller();
        assert!(!inputs.is_empty(), "linear: there are no inputs");
        let sums = rows
            .into_iter()
            .map(|(bias, weights)| Sum::new(bias, weights));
        let mut sums: Vec<Sum<'_>> = sums.collect();
        if let Some(sum) = sums.iter().find(|sum| sum.len() != inputs.len()) {
            same_length("linear", sum.len(), inputs.len());
        }
        let activation = activation.map(Activation::of);
        let room = sums.len() * (room_for_products::<X>(inputs.len()) + 1);
        let handles: Vec<HandleId> = tape::with_room(room, caller, None, |tape| {
            let are_held = activation.is_none();
            record_sums(tape, &mut sums, inputs, caller, are_held);
            match activation {
                // The outputs lie side by side, so that they are a row for the next layer.
                Some(activation) => activation.record(tape, &sums, caller),
                None => sums
                    .iter()
                    .map(|sum| tape.hold_statement(sum.node_ref()))
                    .collect(),
            }
        });
        handles.into_iter().map(Value::holding).collect()
    }

    /// There is a first term or at least one product.
    fn products<X: Operand>(
        first: Option<&Value>,
        xs: &[Value],
        ys: &[X],
        caller: Caller,
    ) -> Value {
        let room = room_for_products::<X>(xs.len());
        Value::holding(tape::with_room(room, caller, None, |tape| {
            let mut sum = [Sum::new(first, xs)];
            record_sums(tape, &mut sum, ys, caller, true);
            tape.hold_statement(sum[0].node_ref())
        }))
    }

    /// Where values lie that are leaves side by side: their handles tell.
    #[inline]
    pub(super) fn row_of_leaves(values: &[Value]) -> Option<NodeId> {
        let first = values.first()?.handle();
        // Without an early end, several are compared at once.
        let out_of_line = values
            .iter()
            .zip(first.leaves_from_here())
            .fold(0, |any, (value, handle)| {
                any | value.handle().difference(handle)
            });
        (first.is_leaf() && out_of_line == 0).then(|| first.leaf())
    }
}
