//! A scalar that remembers how it was computed, and differentiates itself.
//!
//! ```
//! use micrograd_core::{Value, grad};
//!
//! let a = Value::new(-4.0);
//! let b = Value::new(2.0);
//! grad! {
//!     let c = a + b;
//!     let d = a * b + b ** 3;
//!     let e = c - d;
//!     let f = e ** 2;
//!     let g = f / 2.0 + (10.0 / (f + 1)).exp();
//! }
//! g.backward();
//! assert_eq!(c.data(), -2.0);
//! assert!(a.grad() != 0.0);
//! ```
//!
//! # Where to begin
//!
//! - **The course**: pages of prose and code that run, in `examples` of the repository. `cargo run --example 01_lesson`
//!   is the first.
//! - **The guide**: `guide` in the repository, a chapter for each of the topics below, from the first gradient to how it
//!   works inside.
//! - **This reference**: what each item computes, where it panics, and an example that runs.
//!
//! | you want | take |
//! |---|---|
//! | a number that remembers how it was computed | [`Value`], [`Value::backward`] |
//! | arithmetic without `&` and `.clone()`, with `**` and names | [`grad!`](macro@grad); with angle brackets inside [`micrograd!`](macro@micrograd) |
//! | the gradient of a function in the source, at the speed of one written by hand | [`#[differentiable]`](macro@differentiable) |
//! | f(x) and ∇f(x) as numbers | [`value_and_gradient`](fn@value_and_gradient) |
//! | derivatives that are values again, to any order | [`gradients`](fn@gradients), [`tangent`] |
//! | Jacobians, Hessians, and their products with vectors | [`jacobian`](fn@jacobian), [`hessian`](fn@hessian), [`jvp`], [`vjp`], [`hvp`] |
//! | a function written once for all kinds of numbers | [`Scalar`]; forward mode: [`Dual`] |
//! | to look at a graph | [`Graph`]: [drawn](Drawing), as a [table](Graph::trace), in a [few lines](Graph::summary) |
//! | to find where a NaN was born | [`detect_anomaly`] |
//! | to test a gradient | [`gradcheck`](fn@gradcheck) |
//!
//! # Memory
//!
//! Every thread has one tape, on which operations are recorded. A [`Value`] is a counted handle of a node there. Nobody
//! resets the tape: what no handle can reach is freed. So a training loop uses the same memory at every step. Nothing
//! recurses, so a graph may be as deep as memory allows. [`TapeUsage`] tells how much there is.
//!
//! A value keeps everything alive that it was computed from. Cut off a state that goes from step to step, or a running
//! average, by [`Value::detach`].
//!
//! A value belongs to its thread, and to the copy of this crate that made it. A program has one copy. A notebook that loads
//! each cell as a library of its own has one for each cell, unless it links crates dynamically: in evcxr, begin with
//! `:allow_static_linking 0`. A value that meets another copy's tape is not noticed in release builds, and memory may be
//! read out of bounds.
//!
//! All unsafe code is in one module, the tape's memory. Debug builds check every access. (Behind the feature `nalgebra` two
//! methods are `unsafe fn`, because their trait says so; they do nothing unsafe.)
//!
//! # Conventions
//!
//! Values follow IEEE 754 and the methods of `f64`. Where a function has no derivative, or its
//! formula would give NaN without need, these hold:
//!
//! | where | what |
//! |---|---|
//! | `relu` at 0 | slope 0 |
//! | `leaky_relu(c)`, `elu(c)` at 0 | slope c |
//! | `abs` at 0 | slope 0 |
//! | `min`, `max` of equal values | slope ½ for each; of two zeros, the right one |
//! | `min`, `max` of a NaN and a number | the number, with slope 1; the NaN has slope 0 |
//! | `clamp` at its ends | slope 1, as inside |
//! | `powi(n)`, `powf(c)` at 0 | n·0ⁿ⁻¹: 0 for x² and beyond, 1 for x¹, ±∞ for exponents below 1 |
//! | `powi(0)`, `powf(0.0)` | 1 with slope 0, everywhere |
//! | `pow(y)` at x = 0 | slope 0 with respect to y for y ≥ 0, −∞ for y < 0 |
//! | `pow(y)` for x < 0 | slope NaN with respect to y |
//! | a constant exponent | no derivative with respect to it |
//! | `floor`, `ceil`, `round`, `trunc`, `signum` | slope 0, at the jumps too |
//! | `fract`, `a % b`, `rem_euclid` | slope 1, and −k with respect to b for the whole quotient k, at the jumps too |
//! | `copysign` | the slope of `abs` with the other sign, 0 with respect to the sign |
//! | `xlogy(y)` at x = 0 | 0 with slope ln y, and 0 with respect to y |
//! | `logaddexp` of equal infinities | slope ½ for each |
//! | `ln_gamma`, `digamma`, `polygamma` at 0, −1, −2, … | infinite where both sides agree (at ±0, what its sign says), else NaN |
//! | `norm` of zeros | slopes 0 |
//! | `hypot` at the origin | slopes 0 |
//! | `atan2` at the origin | slopes NaN |
//! | `sqrt`, `cbrt` at 0, `asin`, `acos`, `atanh` at ±1, `acosh` at 1 | infinite slopes |
//! | f(`hypot`), f(`abs`) at 0 with f′(0) = 0 | second derivatives f″(0) in [`hessian`](fn@hessian) and [`gradients`](fn@gradients) |
//! | second derivatives at a kink | those of the slope above: 0 where it is constant |
//! | NaN | a NaN input gives a NaN result and a NaN slope, but for `min`, `max` and the sign of `copysign`; `hypot` and `norm` of a NaN and an infinity are ∞; what is linear keeps its slope |
//!
//! One rule holds for all singular points and in every mode: **0·∞ counts as 0**. The chain rule multiplies slopes
//! with adjoints, or with tangents. There a factor of 0 passes nothing, in either order:
//!
//! - an adjoint or a tangent of 0 passes nothing through a slope that is infinite or NaN;
//! - a slope of 0 (`relu`, `clamp`, `min`, `max`, x·0, (x − c)² at c, a saturated exp) passes nothing of an adjoint or a
//!   tangent that is infinite or NaN. Nor has such a product a derivative of its own.
//!
//! So a function that is constant around a point has derivatives 0 there, whatever it is made of:
//! `x.clamp(-1, 1).acos()` beyond 1, `x.relu().sqrt()` below 0. All else follows IEEE 754: the slope of `sqrt` at 0
//! stays infinite, ln(−1) stays NaN, and so does ∞ − ∞, where several paths meet.
//!
//! ```
//! use micrograd_core::{Dual, Value, grad};
//!
//! let x = Value::new(1.5);
//! grad! { let angle = x.clamp(-1, 1).acos(); }
//! angle.backward();
//! assert_eq!(x.grad(), 0.0); // 0·(−∞)
//! assert_eq!(Dual::<1>::variable(1.5, 0).clamp(-1, 1).acos().tangents(), [0.0]); // −∞·0
//! ```
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `approx` | no | approx's `AbsDiffEq`, `RelativeEq` and `UlpsEq` between values, and between values and `f64` |
//! | `nalgebra` | no | simba's `RealField` for [`Dual`]: nalgebra solves, inverts and decomposes matrices of dual numbers; turns `num-traits` on |
//! | `num-traits` | no | num-traits' `Zero`, `One`, `Num`, `Signed`, `Inv`, `Pow` and conversions for [`Value`] and [`Dual`], `Float` and `FloatConst` for [`Dual`]: ndarray, nalgebra and num-complex compute with them |
//! | `serde` | no | a [`Value`] is stored as its number, and comes back as a leaf |
//! | `svg` | no | `to_svg` and `to_html` of a [`Graph`], laid out without Graphviz |
//!
//! With `num-traits`, generic code that knows nothing of derivatives computes with values and dual numbers:
//!
//! ```
//! # #[cfg(feature = "num-traits")] {
//! use micrograd_core::{Dual, Value};
//! use num_traits::Num;
//!
//! /// Horner's scheme.
//! fn polynomial<T: Num + Clone>(coefficients: &[T], x: &T) -> T {
//!     coefficients.iter().rev().fold(T::zero(), |sum, c| sum * x.clone() + c.clone())
//! }
//! let x = Value::new(2.0);
//! polynomial(&[1.0, 0.0, 3.0].map(Value::new), &x).backward();
//! assert_eq!(x.grad(), 12.0); // 1 + 3x²
//! let x = Dual::<1>::variable(2.0, 0);
//! assert_eq!(polynomial(&[1.0, 0.0, 3.0].map(Dual::constant), &x).tangents(), [12.0]);
//! # }
//! ```

// What `#[differentiable]` writes names core from outside, also in core.
extern crate self as micrograd_core;

#[doc(hidden)]
#[path = "macro_support.rs"]
pub mod __macro_support;
mod anomaly;
mod argument_checks;
mod assignment;
#[allow(missing_docs)] // Only expansions see it.
mod differentiable;
mod drawing;
mod dual;
mod elementary;
mod exponent;
mod expression;
mod gradcheck;
mod gradients;
mod graph;
mod hessian;
mod jacobian;
mod macros;
mod nesting;
#[cfg(feature = "num-traits")]
mod number_traits;
mod operations;
mod scalar;
mod scalar_operand;
mod sealed;
mod source;
mod tape;
mod text_of_numbers;
mod trace;
mod value;
mod value_and_gradient;

pub use anomaly::{
    Anomaly, AnomalyGuard, AnomalyInBackward, AnomalyOperand, AnomalyStep, detect_anomaly,
};
pub use differentiable::Lanes;
pub use drawing::Drawing;
pub use dual::{BrandedDual, Dual, Unbranded, to_nest_use_gradients_and_tangent};
pub use exponent::Exponent;
pub use expression::PlainNumber;
pub use gradcheck::{Component, Gradcheck, GradcheckReport, gradcheck};
pub use gradients::{gradients, tangent};
pub use graph::{Edge, FoldedBy, Graph, GraphCounts, GraphGroup, GraphSummary, Node, NodeOperand};
pub use hessian::{gradient_and_hvp, hessian, hvp};
pub use jacobian::{Function, jacobian, jacobian_forward, jacobian_reverse, jvp, vjp};
#[doc = include_str!("differentiable/differentiable.md")]
#[doc(inline)]
#[doc(alias = "custom_vjp")]
#[doc(alias = "autograd_function")]
#[doc(alias = "checkpoint")]
pub use micrograd_macros::differentiable;
pub use operations::Op;
pub use scalar::{Scalar, ScalarArithmetic, ScalarAssign, ScalarOperand, ScalarOperators};
pub use source::Source;
pub use tape::TapeUsage;
pub use trace::{BackwardStep, ForwardStep, Trace, TracePart};
pub use value::{Operand, Value, ValueId};
pub use value_and_gradient::value_and_gradient;

/// The code of the crate's README, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
