//! What the expansion of `#[differentiable]` calls. Not for users: it changes without notice.

mod apply;
mod arguments;
mod duals;
mod euclidean;
mod lanes;
mod lengths;
mod numbers;
mod opaque;
mod real;
mod second_look;
mod shapes;
mod stacks;
mod steps;

pub use crate::gradients::{List, Term};
pub use crate::operations::row::*;
pub use crate::operations::{BinaryRow, Number, ParametricRow, TernaryRow, UnaryRow};
pub use apply::{
    Applies, Argument, ArgumentList, Function, Hands, JoinEach, Joined, Keep, Lend, Passed, Shaped,
    Taken, applied, rebuild, write_back,
};
pub use arguments::{Active, Constant, Given, Parameter, Role, give, pass, unused};
pub use duals::{Duals, primals, push_tangents, tangents};
pub use euclidean::norm;
pub use lanes::{InLanes, Lanes, stays_together};
pub use lengths::{Length, check_length, check_seed, same_length};
pub use numbers::{
    Numbers, along, are_finite, copy, count, lift, typed, unless_zero, with_unit, zero_gradient,
};
pub use opaque::{Opaque, OwnJvp, OwnVjp, back_of_opaque, value_of_opaque};
pub use real::{Products, Real};
pub use second_look::{leaves, starts, sweep, write};
pub use shapes::{Adjoint, Zero, accumulate, clear, is_nonzero, sum, zero, zeros};
pub use stacks::{last, pop, taken};
pub use steps::{Ends, InSteps, Whole, in_steps};

use std::borrow::Borrow;

/// Dual numbers of one direction.
pub type Dual1<const BY_RULE: bool = true> = crate::Dual<1, Products<BY_RULE>>;

/// The number itself, without what it carries along.
#[inline(always)]
#[must_use]
pub fn primal<R: Real>(number: R) -> f64 {
    number.primal()
}

/// A number without derivative.
#[inline(always)]
#[must_use]
pub fn constant<R: Real>(number: impl Borrow<f64>) -> R {
    R::from(*number.borrow())
}

/// Runs what is hardly ever run, out of the way of the rest.
#[cold]
#[inline(never)]
pub fn rarely<T>(run: impl FnOnce() -> T) -> T {
    run()
}

macro_rules! comparisons {
    ($($name:ident $sign:literal |$a:ident, $b:ident| $decision:expr;)*) => {$(
        #[doc = concat!("a ", $sign, " b")]
        #[inline(always)]
        #[must_use]
        pub fn $name<R: Real>($a: R, $b: R) -> bool {
            $decision
        }
    )*};
}

comparisons! {
    lt "<" |a, b| R::decide(b.is_greater(a));
    gt ">" |a, b| R::decide(a.is_greater(b));
    le "≤" |a, b| R::decide(b.is_greater(a)) || R::decide(b.is_equal(a));
    ge "≥" |a, b| R::decide(a.is_greater(b)) || R::decide(a.is_equal(b));
    eq "=" |a, b| R::decide(a.is_equal(b));
    ne "≠" |a, b| !R::decide(a.is_equal(b));
}
