//! Arguments without derivative. The called function itself says whether it takes an active number there.

use super::{Numbers, Real, lift};
use std::borrow::Cow;

/// The parameter at a position.
pub trait Parameter<const POSITION: usize> {
    /// [`Active`] or [`Constant`].
    type Role;
}

/// The result may be differentiated with respect to it.
#[derive(Debug)]
pub enum Active {}

/// It has no derivative.
#[derive(Debug)]
pub enum Constant {}

/// What becomes of an argument without derivative.
pub trait Role<R: Real, A> {
    type Given: Given;
    /// An adjoint that nobody reads.
    type Unused;

    fn give(argument: A) -> Self::Given;

    fn unused(argument: &A) -> Self::Unused;
}

/// What holds an argument.
pub trait Given {
    type Passed<'a>
    where
        Self: 'a;

    fn pass(&self) -> Self::Passed<'_>;
}

/// Something that is handed on as it is.
#[derive(Debug)]
pub struct AsItIs<A>(A);

impl<A: Clone> Given for AsItIs<A> {
    type Passed<'a>
        = A
    where
        A: 'a;

    #[inline(always)]
    fn pass(&self) -> A {
        self.0.clone()
    }
}

impl<R: Real, A: Clone> Role<R, A> for Constant {
    type Given = AsItIs<A>;
    type Unused = ();

    #[inline(always)]
    fn give(argument: A) -> AsItIs<A> {
        AsItIs(argument)
    }

    #[inline(always)]
    fn unused(_: &A) {}
}

impl<R: Real> Role<R, f64> for Active {
    type Given = AsItIs<R>;
    type Unused = R;

    #[inline(always)]
    fn give(argument: f64) -> AsItIs<R> {
        AsItIs(R::from(argument))
    }

    #[inline(always)]
    fn unused(_: &f64) -> R {
        R::ZERO
    }
}

/// Something of which a reference is handed on.
#[derive(Debug)]
pub struct Lent<T>(T);

impl<T> Given for Lent<T> {
    type Passed<'a>
        = &'a T
    where
        T: 'a;

    #[inline(always)]
    fn pass(&self) -> &T {
        &self.0
    }
}

/// A list of which a slice is handed on.
#[derive(Debug)]
pub struct LentSlice<'l, R: Clone>(Cow<'l, [R]>);

impl<R: Clone> Given for LentSlice<'_, R> {
    type Passed<'a>
        = &'a [R]
    where
        Self: 'a;

    #[inline(always)]
    fn pass(&self) -> &[R] {
        &self.0
    }
}

impl<R: Real> Role<R, &f64> for Active {
    type Given = Lent<R>;
    type Unused = R;

    #[inline(always)]
    fn give(argument: &f64) -> Lent<R> {
        Lent(R::from(*argument))
    }

    #[inline(always)]
    fn unused(_: &&f64) -> R {
        R::ZERO
    }
}

impl<'l, R: Real + 'l> Role<R, &'l [f64]> for Active {
    type Given = LentSlice<'l, R>;
    type Unused = Vec<R>;

    #[inline(always)]
    fn give(argument: &'l [f64]) -> LentSlice<'l, R> {
        LentSlice(R::lift_slice(argument))
    }

    fn unused(argument: &&[f64]) -> Vec<R> {
        vec![R::ZERO; argument.len()]
    }
}

impl<'l, R: Real + 'l> Role<R, &'l Vec<f64>> for Active {
    type Given = LentSlice<'l, R>;
    type Unused = Vec<R>;

    #[inline(always)]
    fn give(argument: &'l Vec<f64>) -> LentSlice<'l, R> {
        LentSlice(R::lift_slice(argument))
    }

    fn unused(argument: &&Vec<f64>) -> Vec<R> {
        vec![R::ZERO; argument.len()]
    }
}

impl<R: Real, const N: usize> Role<R, &[f64; N]> for Active {
    type Given = Lent<[R; N]>;
    type Unused = [R; N];

    #[inline]
    fn give(argument: &[f64; N]) -> Lent<[R; N]> {
        Lent(lift(argument))
    }

    #[inline]
    fn unused(_: &&[f64; N]) -> [R; N] {
        [R::ZERO; N]
    }
}

impl<R: Real, const N: usize> Role<R, [f64; N]> for Active {
    type Given = AsItIs<[R; N]>;
    type Unused = [R; N];

    #[inline]
    fn give(argument: [f64; N]) -> AsItIs<[R; N]> {
        AsItIs(lift(&argument))
    }

    #[inline]
    fn unused(_: &[f64; N]) -> [R; N] {
        [R::ZERO; N]
    }
}

impl<R: Real> Role<R, Vec<f64>> for Active {
    type Given = AsItIs<Vec<R>>;
    type Unused = Vec<R>;

    fn give(argument: Vec<f64>) -> AsItIs<Vec<R>> {
        AsItIs(lift(&argument))
    }

    fn unused(argument: &Vec<f64>) -> Vec<R> {
        vec![R::ZERO; argument.len()]
    }
}

impl<'l, R: Real, T: Numbers> Role<R, &'l [Vec<T>]> for Active
where
    Vec<T>: Numbers,
{
    type Given = Lent<Vec<<Vec<T> as Numbers>::Over<R>>>;
    type Unused = Vec<<Vec<T> as Numbers>::Over<R>>;

    fn give(argument: &'l [Vec<T>]) -> Self::Given {
        Lent(lift(argument))
    }

    fn unused(argument: &&'l [Vec<T>]) -> Self::Unused {
        argument.map(&mut |_| R::ZERO)
    }
}

impl<'l, R: Real + 'l, const N: usize> Role<R, &'l [[f64; N]]> for Active {
    type Given = LentSlice<'l, [R; N]>;
    type Unused = Vec<[R; N]>;

    fn give(argument: &'l [[f64; N]]) -> Self::Given {
        LentSlice(Cow::Owned(lift(argument)))
    }

    fn unused(argument: &&'l [[f64; N]]) -> Self::Unused {
        vec![[R::ZERO; N]; argument.len()]
    }
}

/// An argument as the called function wants it.
#[inline(always)]
pub fn give<P: Role<R, A>, R: Real, A>(argument: A) -> P::Given {
    P::give(argument)
}

#[inline(always)]
pub fn pass<G: Given>(given: &G) -> G::Passed<'_> {
    given.pass()
}

#[inline(always)]
pub fn unused<P: Role<R, A>, R: Real, A>(argument: &A) -> P::Unused {
    P::unused(argument)
}
