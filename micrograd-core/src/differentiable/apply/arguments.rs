//! What may stand for the active parameters of a function in a call of its `apply`.

use super::Applies;
use crate::differentiable::{Numbers, Real};
use crate::dual::Dual;
use crate::expression::Computed;
use crate::tape::HandleId;
use crate::value::Value;
use std::marker::PhantomData;

/// One number of an argument.
#[derive(Clone, Copy, Debug)]
pub enum Taken<'a> {
    /// A plain number.
    Number(f64),
    /// What a value holds.
    Value(#[doc(hidden)] Held),
    /// A dual number.
    Dual(f64, &'a [f64]),
}

/// A node on the tape that a value holds.
#[derive(Clone, Copy, Debug)]
pub struct Held(pub(crate) HandleId);

impl<'a> Taken<'a> {
    /// The number by itself, of what is not on the tape.
    pub(super) fn number(self) -> f64 {
        match self {
            Taken::Number(number) | Taken::Dual(number, _) => number,
            Taken::Value(_) => unreachable!("beside a value all becomes one"),
        }
    }

    pub(super) fn tangents(self) -> &'a [f64] {
        match self {
            Taken::Dual(_, tangents) => tangents,
            Taken::Number(_) | Taken::Value(_) => &[],
        }
    }
}

/// A number that comes next; there are as many as the shapes say.
pub(super) fn next<R>(numbers: &mut impl Iterator<Item = R>) -> R {
    numbers.next().expect("a number for each parameter")
}

/// Numbers or lists of numbers of which the lengths are enough to build them again.
pub trait Shaped: Numbers {
    /// The lengths.
    type Shape: 'static;

    /// The same form of the first of these numbers, which it takes away.
    fn rebuild<R: Real>(shape: &Self::Shape, numbers: &mut &[R]) -> Self::Over<R>;

    /// A list of them.
    #[inline]
    fn rebuild_list<R: Real>(shapes: &[Self::Shape], numbers: &mut &[R]) -> Vec<Self::Over<R>> {
        let shapes = shapes.iter();
        shapes.map(|shape| Self::rebuild(shape, numbers)).collect()
    }

    /// Writes the numbers to the first of these places, and gives the others.
    #[must_use]
    fn write<'p>(numbers: &Self::Over<f64>, to: &'p mut [f64]) -> &'p mut [f64];

    /// The same of a list of them.
    #[inline]
    #[must_use]
    fn write_list<'p>(list: &[Self::Over<f64>], to: &'p mut [f64]) -> &'p mut [f64] {
        list.iter().fold(to, |to, numbers| Self::write(numbers, to))
    }
}

/// See [`Shaped::rebuild`].
#[inline]
pub fn rebuild<S: Shaped + ?Sized, R: Real>(shape: &S::Shape, numbers: &mut &[R]) -> S::Over<R> {
    S::rebuild(shape, numbers)
}

/// See [`Shaped::write`].
#[inline]
#[must_use]
pub fn write_back<'p, S: Shaped + ?Sized>(
    numbers: &S::Over<f64>,
    to: &'p mut [f64],
) -> &'p mut [f64] {
    S::write(numbers, to)
}

impl Shaped for f64 {
    type Shape = ();

    #[inline]
    fn rebuild<R: Real>((): &(), numbers: &mut &[R]) -> R {
        *numbers
            .split_off_first()
            .expect("a number for each parameter")
    }

    #[inline]
    fn rebuild_list<R: Real>(shapes: &[()], numbers: &mut &[R]) -> Vec<R> {
        let list = numbers.split_off(..shapes.len());
        list.expect("a number for each parameter").to_vec()
    }

    #[inline]
    fn write<'p>(number: &f64, to: &'p mut [f64]) -> &'p mut [f64] {
        let (place, others) = to.split_first_mut().expect("a place for each number");
        *place = *number;
        others
    }

    #[inline]
    fn write_list<'p>(list: &[f64], to: &'p mut [f64]) -> &'p mut [f64] {
        let (at, others) = to.split_at_mut(list.len());
        at.copy_from_slice(list);
        others
    }
}

/// Lists of any length.
macro_rules! lists {
    ($($List:ty),*) => {$(
        impl<S: Shaped> Shaped for $List {
            // Of a list of numbers that is a length alone.
            type Shape = Vec<S::Shape>;

            #[inline]
            fn rebuild<R: Real>(shapes: &Self::Shape, numbers: &mut &[R]) -> Vec<S::Over<R>> {
                S::rebuild_list(shapes, numbers)
            }

            #[inline]
            fn write<'p>(list: &Vec<S::Over<f64>>, to: &'p mut [f64]) -> &'p mut [f64] {
                S::write_list(list, to)
            }
        }
    )*};
}

lists! { [S], Vec<S> }

impl<S: Shaped, const N: usize> Shaped for [S; N] {
    type Shape = [S::Shape; N];

    #[inline]
    fn rebuild<R: Real>(shapes: &Self::Shape, numbers: &mut &[R]) -> [S::Over<R>; N] {
        std::array::from_fn(|i| S::rebuild(&shapes[i], numbers))
    }

    #[inline]
    fn write<'p>(list: &[S::Over<f64>; N], to: &'p mut [f64]) -> &'p mut [f64] {
        S::write_list(list, to)
    }
}

/// What may stand for a parameter of type `P` in a call of `apply`: values, numbers, and lists of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand for a parameter of type `{P}`",
    label = "not what `apply` takes here",
    note = "for `f64` it takes a value, an `f64`, any `T: Scalar`, or a reference to one; integers by `n as f64`",
    note = "for a list it takes `&[…]`, `&Vec<…>` or `&[…; N]` of such numbers"
)]
pub trait Argument<P: Shaped + ?Sized> {
    /// The kind of its numbers.
    type Number: Computed;

    /// The lengths of its lists.
    fn shape(&self) -> P::Shape;

    /// Visits its numbers in order.
    fn each(&self, visit: &mut impl FnMut(Taken<'_>));
}

/// Numbers that take part by themselves.
macro_rules! numbers {
    ($([$($parameter:tt)*] $Number:ty as $Kept:ty: |$x:ident| $taken:expr;)*) => {$(
        impl<$($parameter)*> Argument<f64> for $Number {
            type Number = $Kept;

            #[inline]
            fn shape(&self) {}

            #[inline]
            fn each(&self, visit: &mut impl FnMut(Taken<'_>)) {
                let $x = self;
                visit($taken);
            }
        }
    )*};
}

numbers! {
    [] f64 as f64: |x| x.taken();
    [] i32 as f64: |x| Taken::Number(f64::from(*x));
    [] Value as Value: |x| x.taken();
    [const N: usize, B] Dual<N, B> as Dual<N, B>: |x| x.taken();
    [T: Applies] &T as T: |x| (**x).taken();
}

/// Lists in a row.
macro_rules! lists_for {
    ($([$($parameter:tt)*] $List:ty => $P:ty, |$shapes:ident| $shape:expr;)*) => {$(
        impl<'a, X, P: Shaped, $($parameter)*> Argument<$P> for &'a $List
        where
            &'a X: Argument<P>,
        {
            type Number = <&'a X as Argument<P>>::Number;

            #[inline]
            fn shape(&self) -> <$P as Shaped>::Shape {
                let mut $shapes = self.iter().map(|x| x.shape());
                $shape
            }

            #[inline]
            fn each(&self, visit: &mut impl FnMut(Taken<'_>)) {
                self.iter().for_each(|x| x.each(visit));
            }
        }
    )*};
}

lists_for! {
    [] [X] => [P], |shapes| shapes.by_ref().collect();
    [] Vec<X> => [P], |shapes| shapes.by_ref().collect();
    [const N: usize] [X; N] => [P], |shapes| shapes.by_ref().collect();
    [] [X] => Vec<P>, |shapes| shapes.by_ref().collect();
    [] Vec<X> => Vec<P>, |shapes| shapes.by_ref().collect();
    [const N: usize] [X; N] => Vec<P>, |shapes| shapes.by_ref().collect();
    [const N: usize] [X; N] => [P; N], |shapes| std::array::from_fn(|_| next(&mut shapes));
}

/// An argument, for a parameter of type `P`.
#[derive(Debug)]
pub struct Passed<P: ?Sized, A>(pub A, pub PhantomData<P>);

/// All active arguments: nested pairs.
pub trait ArgumentList {
    /// The lengths of their lists.
    type Shapes;

    /// The lengths of their lists.
    fn shapes(&self) -> Self::Shapes;

    /// Visits all numbers in order.
    fn each(&self, visit: &mut impl FnMut(Taken<'_>));
}

impl ArgumentList for () {
    type Shapes = ();

    #[inline]
    fn shapes(&self) {}

    #[inline]
    fn each(&self, _: &mut impl FnMut(Taken<'_>)) {}
}

impl<P: Shaped + ?Sized, A: Argument<P>, Rest: ArgumentList> ArgumentList for (Passed<P, A>, Rest) {
    type Shapes = (P::Shape, Rest::Shapes);

    #[inline]
    fn shapes(&self) -> Self::Shapes {
        (self.0.0.shape(), self.1.shapes())
    }

    #[inline]
    fn each(&self, visit: &mut impl FnMut(Taken<'_>)) {
        self.0.0.each(visit);
        self.1.each(visit);
    }
}
