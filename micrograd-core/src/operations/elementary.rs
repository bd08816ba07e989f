//! One operation with its operands, in a list of operations.

use super::{Code, Op, Shape};

/// An operation, with its operands as indices into a list in which they come before it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Elementary {
    pub(crate) data: f64,
    /// The plain number; of a unary operation the slope, if it was recorded.
    pub(crate) number: f64,
    pub(crate) code: Code,
    /// How many operands are no plain numbers.
    count: u8,
    operands: [u32; 3],
}

impl Elementary {
    #[inline]
    pub(crate) fn new(code: Code, operands: [u32; 3], number: f64, data: f64) -> Self {
        Elementary {
            data,
            number,
            code,
            count: code.shape().operands(),
            operands,
        }
    }

    pub(crate) fn leaf(data: f64) -> Self {
        Elementary::new(Code::Leaf, [0; 3], 0.0, data)
    }

    /// Whether it is a distance of 0, √(a² + b²) or |a|, whose slopes are 0 by convention. A smooth f of it with
    /// f′ = 0 there has second derivatives that these slopes know nothing of: f″ with respect to a, and to b.
    pub(crate) fn is_origin(&self) -> bool {
        self.data == 0.0 && matches!(self.code.op(), Some(Op::Hypot | Op::Abs))
    }

    /// The same with its operands at other indices.
    pub(crate) fn with_operands(&self, moved: impl Fn(u32) -> u32) -> Self {
        let mut operands = self.operands;
        for operand in &mut operands[..usize::from(self.count)] {
            *operand = moved(*operand);
        }
        Elementary { operands, ..*self }
    }

    /// The operands that are no plain numbers.
    #[inline]
    pub(crate) fn operands(&self) -> &[u32] {
        &self.operands[..usize::from(self.count)]
    }

    /// The plain number on the left, if there is one.
    pub(crate) fn left_number(&self) -> Option<f64> {
        matches!(self.code.shape(), Shape::BinaryOfNumber(_)).then_some(self.number)
    }

    /// The plain number on the right.
    pub(crate) fn right_number(&self) -> Option<f64> {
        let has_one = matches!(
            self.code.shape(),
            Shape::BinaryWithNumber(_) | Shape::Parametric(_)
        );
        has_one.then_some(self.number)
    }

    /// The operands, and anything in the place of those that it has not.
    #[inline]
    pub(crate) fn three_operands(&self) -> [usize; 3] {
        self.operands.map(|operand| operand as usize)
    }
}
