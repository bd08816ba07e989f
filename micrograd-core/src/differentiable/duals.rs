//! The two halves of dual numbers: what they are, and how they move.

use super::Dual1;

/// The tangents of dual numbers, lists and tuples, and the numbers without them.
pub trait Duals {
    type Plain;

    fn primals(&self) -> Self::Plain;

    fn tangents(&self) -> Self::Plain;

    fn push_tangents(&self, tangents: &mut Vec<f64>);
}

impl<const BY_RULE: bool> Duals for Dual1<BY_RULE> {
    type Plain = f64;

    #[inline]
    fn primals(&self) -> f64 {
        self.data()
    }

    #[inline]
    fn tangents(&self) -> f64 {
        self.tangent(0)
    }

    fn push_tangents(&self, tangents: &mut Vec<f64>) {
        tangents.push(self.tangent(0));
    }
}

impl<T: Duals> Duals for Vec<T> {
    type Plain = Vec<T::Plain>;

    fn primals(&self) -> Self::Plain {
        self.iter().map(T::primals).collect()
    }

    fn tangents(&self) -> Self::Plain {
        self.iter().map(T::tangents).collect()
    }

    fn push_tangents(&self, tangents: &mut Vec<f64>) {
        for x in self {
            x.push_tangents(tangents);
        }
    }
}

impl<T: Duals, const N: usize> Duals for [T; N] {
    type Plain = [T::Plain; N];

    fn primals(&self) -> Self::Plain {
        std::array::from_fn(|i| self[i].primals())
    }

    fn tangents(&self) -> Self::Plain {
        std::array::from_fn(|i| self[i].tangents())
    }

    fn push_tangents(&self, tangents: &mut Vec<f64>) {
        for x in self {
            x.push_tangents(tangents);
        }
    }
}

macro_rules! tuples {
    ($($($T:ident $i:tt),*;)*) => {$(
        impl<$($T: Duals),*> Duals for ($($T,)*) {
            type Plain = ($($T::Plain,)*);

            fn primals(&self) -> Self::Plain {
                ($(self.$i.primals(),)*)
            }

            fn tangents(&self) -> Self::Plain {
                ($(self.$i.tangents(),)*)
            }

            fn push_tangents(&self, tangents: &mut Vec<f64>) {
                $(self.$i.push_tangents(tangents);)*
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
pub fn primals<T: Duals>(numbers: &T) -> T::Plain {
    numbers.primals()
}

#[inline]
pub fn tangents<T: Duals>(numbers: &T) -> T::Plain {
    numbers.tangents()
}

pub fn push_tangents<T: Duals>(numbers: &T, tangents: &mut Vec<f64>) {
    numbers.push_tangents(tangents);
}
