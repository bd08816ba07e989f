//! `+ - * / %`, unary `-`, their assigning forms, sums and products, over dual numbers, references and
//! numbers in every combination and order.

use super::Dual;
use crate::expression::{RightOf, never_on_the_right};
use crate::operations::row;
use std::iter::{Product, Sum};
use std::ops::{
    Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Rem, RemAssign, Sub, SubAssign,
};

macro_rules! operator {
    ($($Operator:ident $operator:ident, $Assign:ident $assign:ident;)*) => {$(
        duals! { $Operator $operator: Dual<N, B>, Dual<N, B> }
        duals! { $Operator $operator: Dual<N, B>, &Dual<N, B> }
        duals! { $Operator $operator: &Dual<N, B>, Dual<N, B> }
        duals! { $Operator $operator: &Dual<N, B>, &Dual<N, B> }
        number_on_the_right! { $Operator $operator: Dual<N, B> }
        number_on_the_right! { $Operator $operator: &Dual<N, B> }
        number_on_the_left! { $Operator $operator: Dual<N, B>, f64 }
        number_on_the_left! { $Operator $operator: Dual<N, B>, i32 }
        number_on_the_left! { $Operator $operator: &Dual<N, B>, f64 }
        number_on_the_left! { $Operator $operator: &Dual<N, B>, i32 }
        assign! { $Operator $operator, $Assign $assign: Dual<N, B>, &Dual<N, B> }

        impl<const N: usize, B, C: RightOf<Dual<N, B>>> $Assign<C> for Dual<N, B> {
            #[inline(always)]
            fn $assign(&mut self, c: C) {
                *self = self.binary_with_number(row::$Operator, c.plain());
            }
        }
    )*};
}

macro_rules! duals {
    ($Operator:ident $operator:ident: $Left:ty, $Right:ty) => {
        impl<const N: usize, B> $Operator<$Right> for $Left {
            type Output = Dual<N, B>;

            #[inline(always)]
            fn $operator(self, other: $Right) -> Dual<N, B> {
                self.binary(row::$Operator, &other)
            }
        }
    };
}

// One implementation for all numbers: of a literal, whose type is not known yet, the result is known all the same.
macro_rules! number_on_the_right {
    ($Operator:ident $operator:ident: $Dual:ty) => {
        impl<const N: usize, B, C: RightOf<Dual<N, B>>> $Operator<C> for $Dual {
            type Output = C::Output;

            #[inline(always)]
            fn $operator(self, c: C) -> C::Output {
                C::result(self.binary_with_number(row::$Operator, c.plain()))
            }
        }
    };
}

macro_rules! number_on_the_left {
    ($Operator:ident $operator:ident: $Dual:ty, $Number:ty) => {
        impl<const N: usize, B> $Operator<$Dual> for $Number {
            type Output = Dual<N, B>;

            #[inline(always)]
            fn $operator(self, other: $Dual) -> Dual<N, B> {
                Dual::binary_of_number(row::$Operator, f64::from(self), &other)
            }
        }
    };
}

macro_rules! assign {
    ($Operator:ident $operator:ident, $Assign:ident $assign:ident: $($Right:ty),*) => {$(
        impl<const N: usize, B> $Assign<$Right> for Dual<N, B> {
            #[inline(always)]
            fn $assign(&mut self, other: $Right) {
                *self = $Operator::$operator(*self, other);
            }
        }
    )*};
}

never_on_the_right! { [const N: usize, B,] Dual<N, B>, [const N: usize, B,] &Dual<N, B> }

operator! {
    Add add, AddAssign add_assign;
    Sub sub, SubAssign sub_assign;
    Mul mul, MulAssign mul_assign;
    Div div, DivAssign div_assign;
    Rem rem, RemAssign rem_assign;
}

impl<const N: usize, B> Neg for Dual<N, B> {
    type Output = Dual<N, B>;

    #[inline(always)]
    fn neg(self) -> Dual<N, B> {
        self.unary(row::Neg)
    }
}

impl<const N: usize, B> Neg for &Dual<N, B> {
    type Output = Dual<N, B>;

    #[inline(always)]
    fn neg(self) -> Dual<N, B> {
        self.unary(row::Neg)
    }
}

impl<const N: usize, B> Sum for Dual<N, B> {
    /// x₁ + x₂ + …, from the left; 0 for no numbers.
    fn sum<I: Iterator<Item = Dual<N, B>>>(numbers: I) -> Dual<N, B> {
        numbers.reduce(|sum, x| sum + x).unwrap_or_default()
    }
}

impl<'a, const N: usize, B> Sum<&'a Dual<N, B>> for Dual<N, B> {
    /// x₁ + x₂ + …, from the left; 0 for no numbers.
    fn sum<I: Iterator<Item = &'a Dual<N, B>>>(numbers: I) -> Dual<N, B> {
        numbers.copied().sum()
    }
}

impl<const N: usize, B> Product for Dual<N, B> {
    /// x₁·x₂·…, from the left; 1 for no numbers.
    fn product<I: Iterator<Item = Dual<N, B>>>(numbers: I) -> Dual<N, B> {
        let one = Dual::constant(1.0);
        numbers.reduce(|product, x| product * x).unwrap_or(one)
    }
}

impl<'a, const N: usize, B> Product<&'a Dual<N, B>> for Dual<N, B> {
    /// x₁·x₂·…, from the left; 1 for no numbers.
    fn product<I: Iterator<Item = &'a Dual<N, B>>>(numbers: I) -> Dual<N, B> {
        numbers.copied().product()
    }
}
