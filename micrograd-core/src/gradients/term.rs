//! The number over which rows are evaluated to write derivatives down: an index in the list, or a plain
//! number.

use super::list::{Derivative, List};
use crate::elementary::ElementaryGraph;
use crate::operations::{
    Binary, BinaryRow, Code, Elementary, Number, ParametricRow, PartialsVisitor, TernaryRow,
    UnaryRow, counts_as_0, number_methods_by_rows, row,
};
use std::ops::{Add, Div, Mul, Neg, Sub};

/// Arithmetic on it appends to the list; arithmetic on plain numbers alone, and with 0 or 1 where that
/// changes nothing, appends nothing.
#[derive(Clone, Copy, Debug)]
pub enum Term<'a> {
    /// A plain number.
    Number(f64),
    /// An index in the list, and the number there.
    Index(&'a List, u32, f64),
}

use Term::{Index, Number as Plain};

impl<'a> Term<'a> {
    /// A node of the graph, with which the list begins.
    #[allow(clippy::cast_possible_truncation)] // The list is shorter than 2³² operations.
    pub(super) fn of(graph: &ElementaryGraph, list: &'a List, index: usize) -> Self {
        let node = &graph.nodes[index];
        if node.code == Code::Constant {
            Plain(node.data)
        } else {
            Index(list, index as u32, node.data)
        }
    }

    pub(crate) fn data(self) -> f64 {
        match self {
            Plain(data) | Index(_, _, data) => data,
        }
    }

    /// The term as a result, without the list.
    pub(super) fn derivative(self) -> Derivative {
        match self {
            Plain(c) => Derivative::Number(c),
            Index(_, index, _) => Derivative::Index(index as usize),
        }
    }

    /// A result as a term again.
    #[allow(clippy::cast_possible_truncation)] // The list is shorter than 2³² operations.
    pub(super) fn from_derivative(list: &'a List, derivative: Derivative) -> Self {
        match derivative {
            Derivative::Number(c) => Plain(c),
            Derivative::Index(index) => Index(list, index as u32, list.at(index).data),
        }
    }

    /// Whether it is the plain number 0, and not a result that happens to be 0 here.
    pub(super) fn is_plain_0(self) -> bool {
        matches!(self, Plain(0.0))
    }

    /// A product of the chain rule; nothing where that is the constant 0.
    #[inline(never)]
    pub(super) fn times(self, d: Self) -> Option<Self> {
        let is_0 = self.is_plain_0() || d.is_plain_0() || counts_as_0(self.data(), d.data());
        (!is_0).then(|| self * d)
    }

    /// The same with the slope self/denominator, which is infinite.
    #[inline(never)]
    pub(super) fn quotient_times(self, denominator: Self, d: Self) -> Option<Self> {
        (d.data() != 0.0).then(|| self * d / denominator)
    }

    pub(crate) fn unary<R: UnaryRow>(self, _: R) -> Self {
        self.then(R::OP.code(), 0.0, R::value(self.data()))
    }

    pub(crate) fn parametric<R: ParametricRow>(self, _: R, c: f64) -> Self {
        self.then(R::OP.code(), c, R::value(self.data(), c))
    }

    pub(crate) fn binary<R: BinaryRow>(self, _: R, other: &Self) -> Self {
        Term::joined(R::OP, self, *other, R::value(self.data(), other.data()))
    }

    pub(crate) fn ternary<R: TernaryRow>(_: R, operands: [Self; 3]) -> Self {
        let [a, b, c] = operands.map(Term::data);
        Term::of_three(R::OP.code(), operands, R::value(a, b, c))
    }

    /// The result y of an operation on this term and perhaps a number. What follows does not know the row, so that it
    /// is compiled once for all of them.
    #[inline(never)]
    fn then(self, code: Code, number: f64, y: f64) -> Self {
        match self {
            Plain(_) => Plain(y),
            Index(list, x, _) => Term::appended(list, code, [x, 0, 0], number, y),
        }
    }

    #[inline(never)]
    fn joined(op: Binary, left: Self, right: Self, y: f64) -> Self {
        let appended = |list, code, operands, c| Term::appended(list, code, operands, c, y);
        match (left, right) {
            (Plain(_), Plain(_)) => Plain(y),
            (Index(list, a, _), Plain(c)) => appended(list, op.code_with_number(), [a, 0, 0], c),
            (Plain(c), Index(list, b, _)) => appended(list, op.code_of_number(), [b, 0, 0], c),
            (Index(list, a, _), Index(_, b, _)) => appended(list, op.code(), [a, b, 0], 0.0),
        }
    }

    #[inline(never)]
    fn of_three(code: Code, operands: [Self; 3], y: f64) -> Self {
        let list = operands.iter().find_map(|operand| match operand {
            Plain(_) => None,
            Index(list, ..) => Some(*list),
        });
        let Some(list) = list else {
            return Plain(y);
        };
        let indices = operands.map(|operand| operand.index_in(list));
        Term::appended(list, code, indices, 0.0, y)
    }

    /// Where it is in the list, after it was appended if it is a plain number.
    fn index_in(self, list: &'a List) -> u32 {
        match self {
            Plain(c) => list.push(Elementary::new(Code::Constant, [0; 3], 0.0, c)),
            Index(_, index, _) => index,
        }
    }

    fn appended(list: &'a List, code: Code, operands: [u32; 3], number: f64, data: f64) -> Self {
        let index = list.push(Elementary::new(code, operands, number, data));
        Index(list, index, data)
    }
}

/// The partials of an operation as terms: all rows, compiled once for all who visit them.
#[inline(never)]
pub(super) fn partials(
    node: &Elementary,
    index: usize,
    visitor: &mut dyn PartialsVisitor<N = Term<'_>, Index = usize>,
) {
    node.partials(index, visitor);
}

impl From<f64> for Term<'_> {
    fn from(c: f64) -> Self {
        Plain(c)
    }
}

impl Neg for Term<'_> {
    type Output = Self;

    #[inline(never)]
    fn neg(self) -> Self {
        if let Index(list, index, data) = self {
            let node = list.at(index as usize);
            if node.code == row::Neg::OP.code() {
                return Index(list, node.operands()[0], -data);
            }
        }
        self.unary(row::Neg)
    }
}

impl Add for Term<'_> {
    type Output = Self;

    #[inline(never)]
    fn add(self, other: Self) -> Self {
        match (self, other) {
            (x, Plain(0.0)) | (Plain(0.0), x) => x,
            _ => self.binary(row::Add, &other),
        }
    }
}

impl Sub for Term<'_> {
    type Output = Self;

    #[inline(never)]
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

    #[inline(never)]
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

    #[inline(never)]
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
