//! Numbers, lists and tuples of `f64`, and the same over other numbers.

use super::{Dual1, Real};

/// `f64`, and lists and tuples of it.
pub trait Numbers {
    /// The same form of another number; lists of any length as `Vec`.
    type Over<R: Real>;

    /// Calls `f` with every number, in order.
    fn map<R: Real>(&self, f: &mut impl FnMut(f64) -> R) -> Self::Over<R>;

    /// The same with the numbers at the same places of `other`, which has the same form.
    fn zip<R: Real>(&self, other: &Self, f: &mut impl FnMut(f64, f64) -> R) -> Self::Over<R>;

    /// Writes one number after the other.
    fn write_each(&mut self, next: &mut impl FnMut() -> f64);

    fn are_finite(&self) -> bool;

    fn is_zero(&self) -> bool;

    fn count(&self) -> usize;

    /// The number of elements, of a list.
    fn length(&self) -> Option<usize> {
        None
    }
}

impl Numbers for f64 {
    type Over<R: Real> = R;

    #[inline]
    fn map<R: Real>(&self, f: &mut impl FnMut(f64) -> R) -> R {
        f(*self)
    }

    #[inline]
    fn zip<R: Real>(&self, other: &f64, f: &mut impl FnMut(f64, f64) -> R) -> R {
        f(*self, *other)
    }

    #[inline]
    fn write_each(&mut self, next: &mut impl FnMut() -> f64) {
        *self = next();
    }

    #[inline]
    fn are_finite(&self) -> bool {
        self.is_finite()
    }

    #[inline]
    fn is_zero(&self) -> bool {
        *self == 0.0
    }

    #[inline]
    fn count(&self) -> usize {
        1
    }
}

impl<T: Numbers> Numbers for [T] {
    type Over<R: Real> = Vec<T::Over<R>>;

    #[inline]
    fn map<R: Real>(&self, f: &mut impl FnMut(f64) -> R) -> Self::Over<R> {
        self.iter().map(|x| x.map(f)).collect()
    }

    #[inline]
    fn zip<R: Real>(&self, other: &Self, f: &mut impl FnMut(f64, f64) -> R) -> Self::Over<R> {
        let pairs = self.iter().zip(other);
        pairs.map(|(x, other)| x.zip(other, f)).collect()
    }

    fn write_each(&mut self, next: &mut impl FnMut() -> f64) {
        for x in self {
            x.write_each(next);
        }
    }

    #[inline]
    fn are_finite(&self) -> bool {
        // Without an early end, so that several are looked at at once.
        self.iter().fold(true, |finite, x| finite & x.are_finite())
    }

    #[inline]
    fn is_zero(&self) -> bool {
        self.iter().fold(true, |zero, x| zero & x.is_zero())
    }

    fn count(&self) -> usize {
        self.iter().map(T::count).sum()
    }

    fn length(&self) -> Option<usize> {
        Some(self.len())
    }
}

impl<T: Numbers> Numbers for Vec<T> {
    type Over<R: Real> = Vec<T::Over<R>>;

    #[inline]
    fn map<R: Real>(&self, f: &mut impl FnMut(f64) -> R) -> Self::Over<R> {
        self[..].map(f)
    }

    #[inline]
    fn zip<R: Real>(&self, other: &Self, f: &mut impl FnMut(f64, f64) -> R) -> Self::Over<R> {
        self[..].zip(other, f)
    }

    fn write_each(&mut self, next: &mut impl FnMut() -> f64) {
        self[..].write_each(next);
    }

    #[inline]
    fn are_finite(&self) -> bool {
        self[..].are_finite()
    }

    #[inline]
    fn is_zero(&self) -> bool {
        self[..].is_zero()
    }

    fn count(&self) -> usize {
        self[..].count()
    }

    fn length(&self) -> Option<usize> {
        Some(self.len())
    }
}

impl<T: Numbers, const N: usize> Numbers for [T; N] {
    type Over<R: Real> = [T::Over<R>; N];

    #[inline]
    fn map<R: Real>(&self, f: &mut impl FnMut(f64) -> R) -> Self::Over<R> {
        std::array::from_fn(|i| self[i].map(f))
    }

    #[inline]
    fn zip<R: Real>(&self, other: &Self, f: &mut impl FnMut(f64, f64) -> R) -> Self::Over<R> {
        std::array::from_fn(|i| self[i].zip(&other[i], f))
    }

    fn write_each(&mut self, next: &mut impl FnMut() -> f64) {
        self[..].write_each(next);
    }

    #[inline]
    fn are_finite(&self) -> bool {
        self[..].are_finite()
    }

    #[inline]
    fn is_zero(&self) -> bool {
        self[..].is_zero()
    }

    fn count(&self) -> usize {
        self[..].count()
    }
}

impl<T: Numbers + ?Sized> Numbers for &T {
    type Over<R: Real> = T::Over<R>;

    #[inline]
    fn map<R: Real>(&self, f: &mut impl FnMut(f64) -> R) -> Self::Over<R> {
        (**self).map(f)
    }

    #[inline]
    fn zip<R: Real>(&self, other: &Self, f: &mut impl FnMut(f64, f64) -> R) -> Self::Over<R> {
        (**self).zip(other, f)
    }

    fn write_each(&mut self, _: &mut impl FnMut() -> f64) {
        unreachable!("what is only lent is not written to");
    }

    fn are_finite(&self) -> bool {
        (**self).are_finite()
    }

    fn is_zero(&self) -> bool {
        (**self).is_zero()
    }

    fn count(&self) -> usize {
        (**self).count()
    }

    fn length(&self) -> Option<usize> {
        (**self).length()
    }
}

macro_rules! tuples {
    ($($($T:ident $i:tt),*;)*) => {$(
        impl<$($T: Numbers),*> Numbers for ($($T,)*) {
            type Over<R: Real> = ($($T::Over<R>,)*);

            fn map<R: Real>(&self, f: &mut impl FnMut(f64) -> R) -> Self::Over<R> {
                ($(self.$i.map(f),)*)
            }

            fn zip<R: Real>(&self, other: &Self, f: &mut impl FnMut(f64, f64) -> R) -> Self::Over<R> {
                ($(self.$i.zip(&other.$i, f),)*)
            }

            fn write_each(&mut self, next: &mut impl FnMut() -> f64) {
                $(self.$i.write_each(next);)*
            }

            fn are_finite(&self) -> bool {
                true $(&& self.$i.are_finite())*
            }

            fn is_zero(&self) -> bool {
                true $(&& self.$i.is_zero())*
            }

            fn count(&self) -> usize {
                0 $(+ self.$i.count())*
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

/// Plain numbers as numbers of another kind.
#[inline]
pub fn lift<R: Real, T: Numbers + ?Sized>(numbers: &T) -> T::Over<R> {
    numbers.map(&mut R::from)
}

/// Where a gradient begins.
#[inline]
pub fn zero_gradient<T: Numbers + ?Sized>(numbers: &T) -> T::Over<f64> {
    numbers.map(&mut |_| 0.0)
}

/// Numbers that move along a direction.
///
/// # Panics
///
/// If they differ in length.
#[inline]
#[track_caller]
pub fn along<const BY_RULE: bool, T: Numbers + ?Sized>(
    name: &str,
    numbers: &T,
    along: &T,
) -> T::Over<Dual1<BY_RULE>> {
    if let (Some(length), Some(found)) = (numbers.length(), along.length()) {
        assert!(
            length == found,
            "`{name}` has {length} numbers, and its direction {found}"
        );
    }
    numbers.zip(along, &mut |x, along| Dual1::with_tangents(x, [along]))
}

/// Numbers of which one moves: the one that comes after `left` others.
pub fn with_unit<const BY_RULE: bool, T: Numbers + ?Sized>(
    numbers: &T,
    left: &mut Option<usize>,
) -> T::Over<Dual1<BY_RULE>> {
    numbers.map(&mut |x| {
        let along = if *left == Some(0) { 1.0 } else { 0.0 };
        *left = left.and_then(|left| left.checked_sub(1));
        Dual1::with_tangents(x, [along])
    })
}

/// How many numbers there are.
pub fn count<T: Numbers + ?Sized>(numbers: &T) -> usize {
    numbers.count()
}

/// Whether none of them is infinite or NaN.
#[inline]
pub fn are_finite<T: Numbers + ?Sized>(numbers: &T) -> bool {
    numbers.are_finite()
}

/// One number after the other.
pub(super) fn each<T: Numbers + ?Sized>(numbers: &T) -> Vec<f64> {
    let mut each = Vec::new();
    numbers.map(&mut |x| {
        each.push(x);
        x
    });
    each
}

/// A copy of what is lent.
#[inline]
pub fn copy<T: ToOwned + ?Sized>(lent: &T) -> T::Owned {
    lent.to_owned()
}

/// A copy of what is there, if anything is and it may be needed.
#[inline]
pub fn unless_zero<T: Numbers + ToOwned + ?Sized>(needed: bool, there: &T) -> Option<T::Owned> {
    (needed && !there.is_zero()).then(|| there.to_owned())
}

/// Something of a type that is written down.
#[inline(always)]
pub fn typed<T>(value: T) -> T {
    value
}
