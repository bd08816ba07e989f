//! A second look at a sweep that met an infinite slope. The function runs once more over a list of its operations,
//! which is swept by the rule 0·∞ = 0.

use super::numbers::each;
use super::opaque::{Opaque, OwnVjp, panic_without_second_derivatives};
use super::{Adjoint, Numbers, Real};
use crate::gradients::{List, Term};
use crate::operations::{
    BinaryRow, Code, Elementary, ParametricRow, TernaryRow, UnaryRow, sweep_by_rule,
};
use std::borrow::{Borrow, Cow};
use std::ops::{AddAssign, SubAssign};
use std::vec::IntoIter;

/// Active arguments, as the next numbers of the list. They come before all operations.
pub fn leaves<'l, T: Numbers + ?Sized>(list: &'l List, numbers: &T) -> T::Over<Term<'l>> {
    numbers.map(&mut |x| {
        let leaf = Elementary::new(Code::Leaf, [0; 3], 0.0, x);
        Term::Index(list, list.push(leaf), x)
    })
}

/// Where the adjoints of an argument begin: with what was there before the first look.
pub fn starts<T>(before: &Option<T::Owned>, there: &T) -> Vec<f64>
where
    T: Numbers + ToOwned + ?Sized,
{
    match before {
        Some(before) => each(Borrow::<T>::borrow(before)),
        None => vec![0.0; there.count()],
    }
}

/// The adjoints of all arguments, in order, from the result and its seed; they begin with `starts` or with 0.
pub fn sweep<'l, V, S>(list: &List, starts: &[Vec<f64>], value: &V, seed: &S) -> IntoIter<f64>
where
    V: Adjoint<Number = Term<'l>> + ?Sized,
    S: Numbers + ?Sized,
{
    let mut results = Vec::new();
    value.push_numbers(&mut results);
    swept(list, starts.concat(), &results, &each(seed))
}

fn swept(list: &List, starts: Vec<f64>, results: &[Term<'_>], seeds: &[f64]) -> IntoIter<f64> {
    let nodes = list.nodes();
    let mut adjoints = starts;
    adjoints.resize(nodes.len(), 0.0);
    for (result, seed) in results.iter().zip(seeds) {
        if let Term::Index(_, index, _) = *result {
            adjoints[index as usize] += seed;
        }
    }
    sweep_by_rule(&nodes, &mut adjoints);
    adjoints.into_iter()
}

/// Writes the adjoints of one argument.
///
/// # Panics
///
/// If they have come to an end.
pub fn write<T: Numbers + ?Sized>(adjoints: &mut IntoIter<f64>, to: &mut T) {
    to.write_each(&mut || adjoints.next().expect("each argument has its adjoints"));
}

impl AddAssign for Term<'_> {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Term<'_> {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl super::real::Sealed for Term<'_> {}

impl Real for Term<'_> {
    const ZERO: Self = Term::Number(-0.0);

    fn times(self, slope: Self) -> Self {
        self * slope
    }

    #[inline(always)]
    fn decide(mask: bool) -> bool {
        mask
    }

    fn lift_slice<'n>(numbers: &'n [f64]) -> Cow<'n, [Self]>
    where
        Self: 'n,
    {
        Cow::Owned(numbers.iter().copied().map(Term::Number).collect())
    }

    fn value_of_opaque(function: Opaque<'_>, _: &[Self]) -> Self {
        panic_without_second_derivatives(function.name)
    }

    fn back_of_opaque(name: &str, _: &mut OwnVjp<'_>, _: &[Self], _: Self) -> Vec<Self> {
        panic_without_second_derivatives(name)
    }

    #[inline(never)]
    fn unary<R: UnaryRow>(row: R, x: Self) -> Self {
        x.unary(row)
    }

    #[inline(never)]
    fn parametric<R: ParametricRow>(row: R, x: Self, c: f64) -> Self {
        x.parametric(row, c)
    }

    #[inline(never)]
    fn binary<R: BinaryRow>(row: R, a: Self, b: Self) -> Self {
        a.binary(row, &b)
    }

    #[inline(never)]
    fn ternary<R: TernaryRow>(row: R, a: Self, b: Self, c: Self) -> Self {
        Term::ternary(row, [a, b, c])
    }
}
