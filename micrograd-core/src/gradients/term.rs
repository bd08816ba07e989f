//! The number over which rows are evaluated to write derivatives down: a place in the list, or a plain
//! number.

use super::list::{Derivative, List};
use crate::elementary::{Elementary, ElementaryGraph};
use crate::operations::{
    BinaryRow, Code, Number, ParametricRow, UnaryRow, counts_as_0, number_methods_by_rows, row,
};
use std::ops::{Add, Div, Mul, Neg, Sub};

/// Arithmetic on it appends to the list; arithmetic on plain numbers alone, and with 0 or 1 where that
/// changes nothing, appends nothing.
#[derive(Clone, Copy)]
pub(super) enum Term<'a> {
    Number(f64),
    Place(&'a List, u32, f64),
}

use Term::{Number as Plain, Place};

impl<'a> Term<'a> {
    /// A node of the graph, with which the list begins.
    #[allow(clippy::cast_possible_truncation)] // The list is shorter than 2³² operations.
    pub(super) fn of(graph: &ElementaryGraph, list: &'a List, place: usize) -> Self {
        let node = &graph.nodes[place];
        if node.code == Code::Constant {
            Plain(node.data)
        } else {
            Place(list, place as u32, node.data)
        }
    }

    pub(super) fn data(self) -> f64 {
        match self {
            Plain(data) | Place(_, _, data) => data,
        }
    }

    /// The term as a result, without the list.
    pub(super) fn derivative(self) -> Derivative {
        match self {
            Plain(c) => Derivative::Number(c),
            Place(_, place, _) => Derivative::Place(place as usize),
        }
    }

    /// A result as a term again.
    #[allow(clippy::cast_possible_truncation)] // The list is shorter than 2³² operations.
    pub(super) fn from_derivative(list: &'a List, derivative: Derivative) -> Self {
        match derivative {
            Derivative::Number(c) => Plain(c),
            Derivative::Place(place) => Place(list, place as u32, list.at(place).data),
        }
    }

    /// Whether it is the plain number 0, and not a result that happens to be 0 here.
    pub(super) fn is_plain_0(self) -> bool {
        matches!(self, Plain(0.0))
    }

    /// A product of the chain rule; nothing where that is the constant 0.
    pub(super) fn times(self, d: Self) -> Option<Self> {
        let is_0 = self.is_plain_0() || d.is_plain_0() || counts_as_0(self.data(), d.data());
        (!is_0).then(|| self * d)
    }

    /// The same with the slope self/denominator, which is infinite.
    pub(super) fn quotient_times(self, denominator: Self, d: Self) -> Option<Self> {
        (d.data() != 0.0).then(|| self * d / denominator)
    }

    fn appended(list: &'a List, code: Code, operands: [u32; 3], number: f64, data: f64) -> Self {
        let place = list.push(Elementary::new(code, operands, number, data));
        Place(list, place, data)
    }

    fn unary<R: UnaryRow>(self, _: R) -> Self {
        let y = R::value(self.data());
        match self {
            Plain(_) => Plain(y),
            Place(list, x, _) => Term::appended(list, R::OP.code(), [x, 0, 0], 0.0, y),
        }
    }

    fn parametric<R: ParametricRow>(self, _: R, c: f64) -> Self {
        let y = R::value(self.data(), c);
        match self {
            Plain(_) => Plain(y),
            Place(list, x, _) => Term::appended(list, R::OP.code(), [x, 0, 0], c, y),
        }
    }

    fn binary<R: BinaryRow>(self, _: R, other: &Self) -> Self {
        let y = R::value(self.data(), other.data());
        match (self, *other) {
            (Plain(_), Plain(_)) => Plain(y),
            (Place(list, a, _), Plain(c)) => {
                Term::appended(list, R::OP.code_with_number(), [a, 0, 0], c, y)
            }
            (Plain(c), Place(list, b, _)) => {
                Term::appended(list, R::OP.code_of_number(), [b, 0, 0], c, y)
            }
            (Place(list, a, _), Place(_, b, _)) => {
                Term::appended(list, R::OP.code(), [a, b, 0], 0.0, y)
            }
        }
    }
}

impl From<f64> for Term<'_> {
    fn from(c: f64) -> Self {
        Plain(c)
    }
}

impl Neg for Term<'_> {
    type Output = Self;

    fn neg(self) -> Self {
        if let Place(list, place, data) = self {
            let node = list.at(place as usize);
            if node.code == row::Neg::OP.code() {
                return Place(list, node.operands()[0], -data);
            }
        }
        self.unary(row::Neg)
    }
}

impl Add for Term<'_> {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        match (self, other) {
            (x, Plain(0.0)) | (Plain(0.0), x) => x,
            _ => self.binary(row::Add, &other),
        }
    }
}

impl Sub for Term<'_> {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        match (self, other) {
            (x, Plain(0.0)) => x,
            (Plain(0.0), x) => -x,
            _ => self.binary(row::Sub, &other),
        }
    }
}

impl Mul for Term<'_> {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        match (self, other) {
            (x, Plain(1.0)) | (Plain(1.0), x) => x,
            (x, Plain(-1.0)) | (Plain(-1.0), x) => -x,
            // What is infinite or NaN stays so, as in IEEE 754.
            (x, Plain(0.0)) | (Plain(0.0), x) if x.data().is_finite() => Plain(0.0),
            _ => self.binary(row::Mul, &other),
        }
    }
}

impl Div for Term<'_> {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        match other {
            Plain(1.0) => self,
            _ => self.binary(row::Div, &other),
        }
    }
}

impl Number for Term<'_> {
    number_methods_by_rows! {}

    fn primal(self) -> f64 {
        self.data()
    }

    fn powf(self, exponent: Self) -> Self {
        self.binary(row::Pow, &exponent)
    }

    fn mul_add(self, factor: Self, term: Self) -> Self {
        self * factor + term
    }
}
