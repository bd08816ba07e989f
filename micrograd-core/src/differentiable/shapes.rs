//! Adjoints of numbers, lists and tuples.

use super::{Products, Real, Term, same_length};
use crate::Dual;

/// What has an adjoint of its own form.
pub trait Adjoint {
    /// A form that is not lent.
    type Owned;

    /// An adjoint to which nothing has come.
    fn zeros(&self) -> Self::Owned;

    /// Sets it back to that.
    fn clear(&mut self);

    /// Adds another one of the same form.
    fn add(&mut self, other: &Self);

    fn is_nonzero(&self) -> bool;

    /// The numbers that it is made of.
    type Number;

    /// Appends them, in order.
    fn push_numbers(&self, numbers: &mut Vec<Self::Number>);

    /// Adds to each the first of these numbers, which it takes away.
    fn add_numbers(&mut self, numbers: &mut &[Self::Number]);

    /// The lengths of its lists; see [`Shaped`](super::Shaped).
    type Shape;

    fn shape(&self) -> Self::Shape;
}

/// What a single number has of an [`Adjoint`].
macro_rules! one_number {
    () => {
        type Number = Self;

        type Shape = ();

        fn shape(&self) {}

        fn push_numbers(&self, numbers: &mut Vec<Self>) {
            numbers.push(*self);
        }

        fn add_numbers(&mut self, numbers: &mut &[Self]) {
            *self += *numbers
                .split_off_first()
                .expect("a number for each parameter");
        }
    };
}

pub(super) use one_number;

macro_rules! numbers {
    ($([$($parameter:tt)*] $Number:ty: $nonzero:expr;)*) => {$(
        impl<$($parameter)*> Adjoint for $Number {
            type Owned = Self;

            #[inline(always)]
            fn zeros(&self) -> Self {
                Self::ZERO
            }

            #[inline(always)]
            fn clear(&mut self) {
                *self = Self::ZERO;
            }

            #[inline(always)]
            fn add(&mut self, other: &Self) {
                *self += *other;
            }

            #[inline(always)]
            fn is_nonzero(&self) -> bool {
                ($nonzero)(self)
            }

            one_number! {}
        }
    )*};
}

numbers! {
    [] f64: |x: &f64| *x != 0.0;
    ['l] Term<'l>: |x: &Term<'_>| x.data() != 0.0;
    [const N: usize, const BY_RULE: bool] Dual<N, Products<BY_RULE>>:
        |x: &Self| x.data() != 0.0 || x.tangents().iter().any(|&along| along != 0.0);
}

impl<T: Adjoint> Adjoint for [T] {
    type Owned = Vec<T::Owned>;

    #[inline]
    fn zeros(&self) -> Self::Owned {
        self.iter().map(T::zeros).collect()
    }

    #[inline]
    fn clear(&mut self) {
        self.iter_mut().for_each(T::clear);
    }

    #[inline]
    #[track_caller]
    fn add(&mut self, other: &Self) {
        same_length(self.len(), other.len());
        self.iter_mut()
            .zip(other)
            .for_each(|(x, other)| x.add(other));
    }

    #[inline]
    fn is_nonzero(&self) -> bool {
        self.iter().any(T::is_nonzero)
    }

    type Number = T::Number;

    fn push_numbers(&self, numbers: &mut Vec<T::Number>) {
        for x in self {
            x.push_numbers(numbers);
        }
    }

    fn add_numbers(&mut self, numbers: &mut &[T::Number]) {
        for x in self {
            x.add_numbers(numbers);
        }
    }

    type Shape = Vec<T::Shape>;

    fn shape(&self) -> Self::Shape {
        self.iter().map(T::shape).collect()
    }
}

impl<T: Adjoint> Adjoint for Vec<T> {
    type Owned = Vec<T::Owned>;

    #[inline]
    fn zeros(&self) -> Self::Owned {
        self[..].zeros()
    }

    #[inline]
    fn clear(&mut self) {
        self[..].clear();
    }

    #[inline]
    #[track_caller]
    fn add(&mut self, other: &Self) {
        self[..].add(other);
    }

    #[inline]
    fn is_nonzero(&self) -> bool {
        self[..].is_nonzero()
    }

    type Number = T::Number;

    fn push_numbers(&self, numbers: &mut Vec<T::Number>) {
        self[..].push_numbers(numbers);
    }

    fn add_numbers(&mut self, numbers: &mut &[T::Number]) {
        self[..].add_numbers(numbers);
    }

    type Shape = Vec<T::Shape>;

    fn shape(&self) -> Self::Shape {
        self[..].shape()
    }
}

impl<T: Adjoint, const N: usize> Adjoint for [T; N] {
    type Owned = [T::Owned; N];

    #[inline]
    fn zeros(&self) -> Self::Owned {
        std::array::from_fn(|i| self[i].zeros())
    }

    #[inline]
    fn clear(&mut self) {
        self[..].clear();
    }

    #[inline]
    fn add(&mut self, other: &Self) {
        self[..].add(other);
    }

    #[inline]
    fn is_nonzero(&self) -> bool {
        self[..].is_nonzero()
    }

    type Number = T::Number;

    fn push_numbers(&self, numbers: &mut Vec<T::Number>) {
        self[..].push_numbers(numbers);
    }

    fn add_numbers(&mut self, numbers: &mut &[T::Number]) {
        self[..].add_numbers(numbers);
    }

    type Shape = [T::Shape; N];

    fn shape(&self) -> Self::Shape {
        std::array::from_fn(|i| self[i].shape())
    }
}

macro_rules! tuples {
    ($($($T:ident $i:tt),*;)*) => {$(
        impl<Num, $($T: Adjoint<Number = Num>),*> Adjoint for ($($T,)*) {
            type Owned = ($($T::Owned,)*);

            #[inline]
            fn zeros(&self) -> Self::Owned {
                ($(self.$i.zeros(),)*)
            }

            #[inline]
            fn clear(&mut self) {
                $(self.$i.clear();)*
            }

            #[inline]
            fn add(&mut self, other: &Self) {
                $(self.$i.add(&other.$i);)*
            }

            #[inline]
            fn is_nonzero(&self) -> bool {
                false $(|| self.$i.is_nonzero())*
            }

            type Number = Num;

            fn push_numbers(&self, numbers: &mut Vec<Num>) {
                $(self.$i.push_numbers(numbers);)*
            }

            fn add_numbers(&mut self, numbers: &mut &[Num]) {
                $(self.$i.add_numbers(numbers);)*
            }

            type Shape = ($($T::Shape,)*);

            fn shape(&self) -> Self::Shape {
                ($(self.$i.shape(),)*)
            }
        }
    )*};
}

tuples! {
    A 0;
    A 0, B 1;
    A 0, B 1, C 2;
    A 0, B 1, C 2, D 3;
    A 0, B 1, C 2, D 3, E 4;
    A 0, B 1, C 2, D 3, E 4, F 5;
}

#[inline]
pub fn zeros<T: Adjoint + ?Sized>(of: &T) -> T::Owned {
    of.zeros()
}

#[inline]
pub fn clear<T: Adjoint + ?Sized>(adjoint: &mut T) {
    adjoint.clear();
}

/// # Panics
///
/// If they differ in length.
#[inline]
#[track_caller]
pub fn accumulate<T: Adjoint>(to: &mut [T], from: &[T]) {
    to.add(from);
}

#[inline]
pub fn is_nonzero<T: Adjoint + ?Sized>(adjoint: &T) -> bool {
    adjoint.is_nonzero()
}

/// Σᵢ xᵢ, from the last to the first, as a sweep meets them.
#[inline]
pub fn sum<R: Real>(adjoints: &[R]) -> R {
    let mut sum = R::ZERO;
    for &adjoint in adjoints.iter().rev() {
        sum += adjoint;
    }
    sum
}

/// A form that has one adjoint to which nothing has come.
pub trait Zero {
    fn zero() -> Self;
}

impl<R: Real> Zero for R {
    #[inline(always)]
    fn zero() -> Self {
        R::ZERO
    }
}

impl<T: Zero, const N: usize> Zero for [T; N] {
    #[inline(always)]
    fn zero() -> Self {
        std::array::from_fn(|_| T::zero())
    }
}

/// The adjoint of something of which only called functions know what it is.
#[inline(always)]
#[must_use]
pub fn zero<Z: Zero>() -> Z {
    Z::zero()
}
