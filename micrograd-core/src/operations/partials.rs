//! The partials of an elementary operation, over any number of the table, wherever its operands are.

use super::Elementary;
use super::{BinaryRow, Number, ParametricRow, RowVisitor, TernaryRow, UnaryRow, is_overflown};

/// What a visitor over elementary operations does with their partials.
pub(crate) trait PartialsVisitor {
    /// Over which the rows are evaluated.
    type N: Number;
    /// Where an operand is.
    type Index: Copy;

    /// The number at an index of the list.
    fn number(&self, index: Self::Index) -> Self::N;

    /// The slope of a unary operation, if the recorded one is all there is to know of it.
    fn recorded_slope(&self, slope: f64) -> Option<Self::N>;

    /// Whether the partial with respect to this operand is of interest.
    fn wants(&self, operand: Self::Index) -> bool;

    fn visit(&mut self, operand: Self::Index, partial: Self::N);

    /// A partial that is an infinite quotient.
    fn visit_overflown(&mut self, operand: Self::Index, numerator: Self::N, denominator: Self::N) {
        self.visit(operand, numerator / denominator);
    }
}

impl Elementary {
    /// Visits the partials of the operation at `index` with respect to its operands, in order.
    #[inline(always)]
    pub(crate) fn partials<S: PartialsVisitor<Index = usize> + ?Sized>(
        &self,
        index: usize,
        visitor: &mut S,
    ) {
        self.code.visit(Partials {
            operands: self.three_operands(),
            number: self.number,
            index,
            visitor,
        });
    }
}

/// The partials of an operation, for its code to visit.
pub(crate) struct Partials<'a, S: PartialsVisitor + ?Sized> {
    /// The operands, and anything in the place of those that it has not.
    pub(crate) operands: [S::Index; 3],
    /// The plain number, or the slope.
    pub(crate) number: f64,
    /// Where the operation is.
    pub(crate) index: S::Index,
    pub(crate) visitor: &'a mut S,
}

#[inline(always)]
fn visit_left<R: BinaryRow, S: PartialsVisitor + ?Sized>(
    visitor: &mut S,
    operand: S::Index,
    [a, b, y]: [S::N; 3],
) {
    let partial = R::left_partial(a, b, y);
    if is_overflown::<R>(partial.primal()) {
        visitor.visit_overflown(operand, 1.0.into(), b);
    } else {
        visitor.visit(operand, partial);
    }
}

#[inline(always)]
fn visit_right<R: BinaryRow, S: PartialsVisitor + ?Sized>(
    visitor: &mut S,
    operand: S::Index,
    [a, b, y]: [S::N; 3],
) {
    let partial = R::right_partial(a, b, y);
    if is_overflown::<R>(partial.primal()) {
        visitor.visit_overflown(operand, -y, b);
    } else {
        visitor.visit(operand, partial);
    }
}

impl<S: PartialsVisitor + ?Sized> RowVisitor for Partials<'_, S> {
    #[inline(always)]
    fn unary<R: UnaryRow>(self) {
        let ([x, ..], visitor) = (self.operands, self.visitor);
        if visitor.wants(x) {
            let slope = visitor
                .recorded_slope(self.number)
                .unwrap_or_else(|| R::slope(visitor.number(x), visitor.number(self.index)));
            visitor.visit(x, slope);
        }
    }

    #[inline(always)]
    fn parametric<R: ParametricRow>(self) {
        let ([x, ..], visitor) = (self.operands, self.visitor);
        if visitor.wants(x) {
            let slope = R::slope(visitor.number(x), self.number, visitor.number(self.index));
            visitor.visit(x, slope);
        }
    }

    #[inline(always)]
    fn binary<R: BinaryRow>(self) {
        let ([a, b, _], visitor) = (self.operands, self.visitor);
        let (left, right) = (visitor.number(a), visitor.number(b));
        let y = visitor.number(self.index);
        if visitor.wants(a) {
            visit_left::<R, S>(visitor, a, [left, right, y]);
        }
        if visitor.wants(b) {
            visit_right::<R, S>(visitor, b, [left, right, y]);
        }
    }

    #[inline(always)]
    fn binary_with_number<R: BinaryRow>(self) {
        let ([a, ..], visitor) = (self.operands, self.visitor);
        if visitor.wants(a) {
            let numbers = [
                visitor.number(a),
                self.number.into(),
                visitor.number(self.index),
            ];
            visit_left::<R, S>(visitor, a, numbers);
        }
    }

    #[inline(always)]
    fn binary_of_number<R: BinaryRow>(self) {
        let ([b, ..], visitor) = (self.operands, self.visitor);
        if visitor.wants(b) {
            let numbers = [
                self.number.into(),
                visitor.number(b),
                visitor.number(self.index),
            ];
            visit_right::<R, S>(visitor, b, numbers);
        }
    }

    #[inline(always)]
    fn ternary<R: TernaryRow>(self) {
        let (operands, visitor) = (self.operands, self.visitor);
        let [a, b, c] = operands.map(|operand| visitor.number(operand));
        for (operand, partial) in operands.into_iter().zip(R::partials(a, b, c)) {
            if visitor.wants(operand) {
                visitor.visit(operand, partial);
            }
        }
    }
}
