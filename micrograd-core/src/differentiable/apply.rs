//! `f::apply`: calls a function under `#[differentiable]` with values. The call is one node of the tape.

mod arguments;
mod kept;
mod on_the_tape;

pub use arguments::{Argument, ArgumentList, Passed, Shaped, Taken, rebuild, write_back};
pub use kept::{Hands, Keep, Lend};

use super::{Products, Real};
use crate::dual::Dual;
use crate::expression::{Computed, Join};
use crate::tape::Caller;
use std::panic::Location;

/// A function of this kind, with what it needs besides its active arguments.
pub trait Function: 'static {
    /// What it is called.
    const NAME: &'static str;

    /// Whether its vjp is the user's own, so that nothing but numbers is known of it.
    const IS_OPAQUE: bool;

    /// The lengths of its active arguments.
    type Shapes: 'static;

    /// Its value at these numbers.
    fn value<R: Real>(&self, shapes: &Self::Shapes, numbers: &[R]) -> R;

    /// Adds adjoint·∂y/∂xₖ to each of `adjoints`.
    fn vjp(&self, shapes: &Self::Shapes, numbers: &[f64], adjoint: f64, adjoints: &mut [f64]);
}

/// What a call gives: a number of the kind of its arguments, of which it may be one.
pub trait Applies: Computed + Argument<f64, Number = Self> {
    /// What it is among the arguments of a call.
    #[doc(hidden)]
    fn taken(&self) -> Taken<'_>;

    /// Calls a function.
    #[doc(hidden)]
    fn applied<F: Function>(
        function: F,
        arguments: &impl ArgumentList<Shapes = F::Shapes>,
        caller: Caller,
    ) -> Self;
}

/// Numbers of several kinds, of which all before are a `K` together.
pub trait JoinEach<K: Computed> {
    /// What they are together.
    type Output: Computed;
}

impl<K: Computed> JoinEach<K> for () {
    type Output = K;
}

impl<K: Join<N>, N: Computed, Rest: JoinEach<K::Output>> JoinEach<K> for (N, Rest) {
    type Output = Rest::Output;
}

/// What a list of numbers is together.
pub type Joined<Numbers> = <Numbers as JoinEach<f64>>::Output;

/// A call.
#[track_caller]
pub fn applied<K: Applies, F: Function>(
    function: F,
    arguments: &impl ArgumentList<Shapes = F::Shapes>,
) -> K {
    K::applied(function, arguments, Location::caller())
}

impl Applies for f64 {
    fn taken(&self) -> Taken<'_> {
        Taken::Number(*self)
    }

    fn applied<F: Function>(
        function: F,
        arguments: &impl ArgumentList<Shapes = F::Shapes>,
        _: Caller,
    ) -> f64 {
        let mut numbers = Vec::new();
        arguments.each(&mut |taken| numbers.push(taken.number()));
        function.value(&arguments.shapes(), &numbers)
    }
}

impl<const N: usize, B> Applies for Dual<N, B> {
    fn taken(&self) -> Taken<'_> {
        Taken::Dual(self.data(), self.lend_tangents())
    }

    fn applied<F: Function>(
        function: F,
        arguments: &impl ArgumentList<Shapes = F::Shapes>,
        _: Caller,
    ) -> Dual<N, B> {
        let mut numbers: Vec<Dual<N, Products<true>>> = Vec::new();
        arguments.each(&mut |taken| {
            let tangents = taken.tangents().try_into().unwrap_or([0.0; N]);
            numbers.push(Dual::with_tangents(taken.number(), tangents));
        });
        let y = function.value(&arguments.shapes(), &numbers);
        Dual::with_tangents(y.data(), y.tangents())
    }
}
