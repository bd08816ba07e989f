//! The partials of an elementary operation, over any number of the table.

use super::Elementary;
use super::{BinaryRow, Number, ParametricRow, RowVisitor, TernaryRow, UnaryRow, is_overflown};

/// What a sweep over elementary operations does with their partials.
pub(crate) trait Sweep {
    /// Over which the rows are evaluated.
    type N: Number;

    /// The number at a place of the list.
    fn number(&self, place: usize) -> Self::N;

    /// The slope of a unary operation, if the recorded one is all there is to know of it.
    fn recorded_slope(&self, slope: f64) -> Option<Self::N>;

    /// Whether the partial with respect to this operand is of interest.
    fn wants(&self, operand: usize) -> bool;

    fn visit(&mut self, operand: usize, partial: Self::N);

    /// A partial that is an infinite quotient.
    fn visit_overflown(&mut self, operand: usize, numerator: Self::N, denominator: Self::N) {
        self.visit(operand, numerator / denominator);
    }
}

impl Elementary {
    /// Visits the partials of the operation at `place` with respect to its operands, in order.
    #[inline(always)]
    pub(crate) fn partials<S: Sweep>(&self, place: usize, sweep: &mut S) {
        self.code.visit(Partials {
            operands: self.three_operands(),
            number: self.number,
            place,
            sweep,
        });
    }
}

struct Partials<'a, S> {
    operands: [usize; 3],
    number: f64,
    place: usize,
    sweep: &'a mut S,
}

#[inline(always)]
fn visit_left<R: BinaryRow, S: Sweep>(sweep: &mut S, operand: usize, [a, b, y]: [S::N; 3]) {
    let partial = R::left_partial(a, b, y);
    if is_overflown::<R>(partial.primal()) {
        sweep.visit_overflown(operand, 1.0.into(), b);
    } else {
        sweep.visit(operand, partial);
    }
}

#[inline(always)]
fn visit_right<R: BinaryRow, S: Sweep>(sweep: &mut S, operand: usize, [a, b, y]: [S::N; 3]) {
    let partial = R::right_partial(a, b, y);
    if is_overflown::<R>(partial.primal()) {
        sweep.visit_overflown(operand, -y, b);
    } else {
        sweep.visit(operand, partial);
    }
}

impl<S: Sweep> RowVisitor for Partials<'_, S> {
    #[inline(always)]
    fn unary<R: UnaryRow>(self) {
        let ([x, ..], sweep) = (self.operands, self.sweep);
        if sweep.wants(x) {
            let slope = sweep
                .recorded_slope(self.number)
                .unwrap_or_else(|| R::slope(sweep.number(x), sweep.number(self.place)));
            sweep.visit(x, slope);
        }
    }

    #[inline(always)]
    fn parametric<R: ParametricRow>(self) {
        let ([x, ..], sweep) = (self.operands, self.sweep);
        if sweep.wants(x) {
            let slope = R::slope(sweep.number(x), self.number, sweep.number(self.place));
            sweep.visit(x, slope);
        }
    }

    #[inline(always)]
    fn binary<R: BinaryRow>(self) {
        let ([a, b, _], sweep) = (self.operands, self.sweep);
        let (left, right) = (sweep.number(a), sweep.number(b));
        let y = sweep.number(self.place);
        if sweep.wants(a) {
            visit_left::<R, S>(sweep, a, [left, right, y]);
        }
        if sweep.wants(b) {
            visit_right::<R, S>(sweep, b, [left, right, y]);
        }
    }

    #[inline(always)]
    fn binary_with_number<R: BinaryRow>(self) {
        let ([a, ..], sweep) = (self.operands, self.sweep);
        if sweep.wants(a) {
            let numbers = [
                sweep.number(a),
                self.number.into(),
                sweep.number(self.place),
            ];
            visit_left::<R, S>(sweep, a, numbers);
        }
    }

    #[inline(always)]
    fn binary_of_number<R: BinaryRow>(self) {
        let ([b, ..], sweep) = (self.operands, self.sweep);
        if sweep.wants(b) {
            let numbers = [
                self.number.into(),
                sweep.number(b),
                sweep.number(self.place),
            ];
            visit_right::<R, S>(sweep, b, numbers);
        }
    }

    #[inline(always)]
    fn ternary<R: TernaryRow>(self) {
        let (operands, sweep) = (self.operands, self.sweep);
        let [a, b, c] = operands.map(|operand| sweep.number(operand));
        for (operand, partial) in operands.into_iter().zip(R::partials(a, b, c)) {
            if sweep.wants(operand) {
                sweep.visit(operand, partial);
            }
        }
    }
}
