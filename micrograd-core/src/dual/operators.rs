//! `+ - * /`, unary `-`, their assigning forms, sums and products, over dual numbers, references and
//! numbers in every combination and order.

use super::Dual;
use crate::operations::row;
use std::iter::{Product, Sum};
use std::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Sub, SubAssign};

macro_rules! operator {
    ($($Operator:ident $operator:ident, $Assign:ident $assign:ident;)*) => {$(
        duals! { $Operator $operator: Dual<N>, Dual<N> }
        duals! { $Operator $operator: Dual<N>, &Dual<N> }
        duals! { $Operator $operator: &Dual<N>, Dual<N> }
        duals! { $Operator $operator: &Dual<N>, &Dual<N> }
        numbers! { $Operator $operator: Dual<N>, f64 }
        numbers! { $Operator $operator: Dual<N>, i32 }
        numbers! { $Operator $operator: &Dual<N>, f64 }
        numbers! { $Operator $operator: &Dual<N>, i32 }
        assign! { $Operator $operator, $Assign $assign: Dual<N>, &Dual<N>, f64, i32 }
    )*};
}

macro_rules! duals {
    ($Operator:ident $operator:ident: $Left:ty, $Right:ty) => {
        impl<const N: usize> $Operator<$Right> for $Left {
            type Output = Dual<N>;

            #[inline]
            fn $operator(self, other: $Right) -> Dual<N> {
                self.binary(row::$Operator, &other)
            }
        }
    };
}

macro_rules! numbers {
    ($Operator:ident $operator:ident: $Dual:ty, $Number:ty) => {
        impl<const N: usize> $Operator<$Number> for $Dual {
            type Output = Dual<N>;

            #[inline]
            fn $operator(self, c: $Number) -> Dual<N> {
                self.binary_with_number(row::$Operator, f64::from(c))
            }
        }

        impl<const N: usize> $Operator<$Dual> for $Number {
            type Output = Dual<N>;

            #[inline]
            fn $operator(self, other: $Dual) -> Dual<N> {
                Dual::binary_of_number(row::$Operator, f64::from(self), &other)
            }
        }
    };
}

macro_rules! assign {
    ($Operator:ident $operator:ident, $Assign:ident $assign:ident: $($Right:ty),*) => {$(
        impl<const N: usize> $Assign<$Right> for Dual<N> {
            #[inline]
            fn $assign(&mut self, other: $Right) {
                *self = $Operator::$operator(*self, other);
            }
        }
    )*};
}

operator! {
    Add add, AddAssign add_assign;
    Sub sub, SubAssign sub_assign;
    Mul mul, MulAssign mul_assign;
    Div div, DivAssign div_assign;
}

impl<const N: usize> Neg for Dual<N> {
    type Output = Dual<N>;

    #[inline]
    fn neg(self) -> Dual<N> {
        self.unary(row::Neg)
    }
}

impl<const N: usize> Neg for &Dual<N> {
    type Output = Dual<N>;

    #[inline]
    fn neg(self) -> Dual<N> {
        self.unary(row::Neg)
    }
}

impl<const N: usize> Sum for Dual<N> {
    /// x₁ + x₂ + …, from the left; 0 for no numbers.
    fn sum<I: Iterator<Item = Dual<N>>>(numbers: I) -> Dual<N> {
        numbers.reduce(|sum, x| sum + x).unwrap_or_default()
    }
}

impl<'a, const N: usize> Sum<&'a Dual<N>> for Dual<N> {
    /// x₁ + x₂ + …, from the left; 0 for no numbers.
    fn sum<I: Iterator<Item = &'a Dual<N>>>(numbers: I) -> Dual<N> {
        numbers.copied().sum()
    }
}

impl<const N: usize> Product for Dual<N> {
    /// x₁·x₂·…, from the left; 1 for no numbers.
    fn product<I: Iterator<Item = Dual<N>>>(numbers: I) -> Dual<N> {
        let one = Dual::constant(1.0);
        numbers.reduce(|product, x| product * x).unwrap_or(one)
    }
}

impl<'a, const N: usize> Product<&'a Dual<N>> for Dual<N> {
    /// x₁·x₂·…, from the left; 1 for no numbers.
    fn product<I: Iterator<Item = &'a Dual<N>>>(numbers: I) -> Dual<N> {
        numbers.copied().product()
    }
}
