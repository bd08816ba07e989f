//! The rows of the table of operations, by the names under which they are called.

/// What the slope of an operation is computed from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum SlopeFrom {
    /// The operand alone, at little cost.
    Operand,
    /// The result alone, at little cost.
    Result,
    /// Either of them, at little cost.
    Either,
    /// Both, at little cost.
    Both,
    /// The right operand, and for the right partial the result: 1/b and −y/b, at little cost.
    Quotient,
    /// It costs more than memory: it is computed beside the result, and kept.
    Kept,
}

/// An operation that is called as a method.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Operation {
    /// The row of the table.
    pub(crate) row: &'static str,
    pub(crate) shape: Shape,
    pub(crate) slope: SlopeFrom,
    /// Whether computing the result again costs less than keeping it.
    pub(crate) is_cheap: bool,
    /// Whether the slope and its own derivative are finite wherever the operand is.
    pub(crate) is_bounded: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Shape {
    Unary,
    /// One operand and a plain number.
    Parametric,
    Binary,
    Ternary,
}

impl Shape {
    /// The function of a number that applies such an operation.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Shape::Unary => "unary",
            Shape::Parametric => "parametric",
            Shape::Binary => "binary",
            Shape::Ternary => "ternary",
        }
    }
}

const fn operation(row: &'static str, shape: Shape, slope: SlopeFrom) -> Operation {
    Operation {
        row,
        shape,
        slope,
        is_cheap: false,
        is_bounded: false,
    }
}

const fn unary(row: &'static str, slope: SlopeFrom) -> Operation {
    operation(row, Shape::Unary, slope)
}

impl Operation {
    const fn cheap(mut self) -> Self {
        self.is_cheap = true;
        self
    }

    const fn bounded(mut self) -> Self {
        self.is_bounded = true;
        self
    }
}

pub(crate) const DIVISION: Operation = operation("Div", Shape::Binary, SlopeFrom::Quotient).cheap();
pub(crate) const POWER: Operation = operation("Pow", Shape::Binary, SlopeFrom::Kept);
pub(crate) const WHOLE_POWER: Operation =
    operation("Powi", Shape::Parametric, SlopeFrom::Operand).cheap();
pub(crate) const POLYGAMMA: Operation = operation("Polygamma", Shape::Parametric, SlopeFrom::Kept);
pub(crate) const ERFCX_DERIVATIVE: Operation =
    operation("ErfcxDerivative", Shape::Parametric, SlopeFrom::Kept);
pub(crate) const CLAMP_LOW: Operation =
    operation("ClampLow", Shape::Parametric, SlopeFrom::Operand)
        .cheap()
        .bounded();
pub(crate) const CLAMP_HIGH: Operation =
    operation("ClampHigh", Shape::Parametric, SlopeFrom::Operand)
        .cheap()
        .bounded();

/// Whether the plain number of an operation is a whole one.
pub(crate) fn takes_whole_number(operation: Operation) -> bool {
    [WHOLE_POWER, POLYGAMMA, ERFCX_DERIVATIVE].contains(&operation)
}

/// The operation that a method of `f64` or of `Scalar` is.
pub(crate) fn operation_of(method: &str) -> Option<Operation> {
    use SlopeFrom::{Both, Either, Kept, Operand, Result};
    Some(match method {
        "recip" => unary("Recip", Result).cheap(),
        "sqrt" => unary("Sqrt", Result),
        "cbrt" => unary("Cbrt", Result),
        "exp" => unary("Exp", Result),
        "exp2" => unary("Exp2", Result),
        "exp_m1" => unary("ExpM1", Kept),
        "ln" => unary("Ln", Operand),
        "log2" => unary("Log2", Operand),
        "log10" => unary("Log10", Operand),
        "ln_1p" => unary("Ln1p", Operand),
        "sin" => unary("Sin", Kept).bounded(),
        "cos" => unary("Cos", Kept).bounded(),
        "tan" => unary("Tan", Result).bounded(),
        "asin" => unary("Asin", Kept),
        "acos" => unary("Acos", Kept),
        "atan" => unary("Atan", Operand).bounded(),
        "sinh" => unary("Sinh", Kept),
        "cosh" => unary("Cosh", Kept),
        "tanh" => unary("Tanh", Both).bounded(),
        "asinh" => unary("Asinh", Kept).bounded(),
        "acosh" => unary("Acosh", Kept),
        "atanh" => unary("Atanh", Operand),
        "erf" => unary("Erf", Kept).bounded(),
        "erfc" => unary("Erfc", Kept).bounded(),
        "erfcx" => unary("Erfcx", Kept),
        "erfcx_derivative" => ERFCX_DERIVATIVE,
        "ln_normal_cdf" => unary("LnNormalCdf", Kept).bounded(),
        "ln_gamma" => unary("LnGamma", Kept),
        "digamma" => unary("Digamma", Kept),
        "polygamma" => POLYGAMMA,
        "abs" => unary("Abs", Operand).cheap().bounded(),
        "signum" => unary("Signum", Operand).cheap().bounded(),
        "floor" => unary("Floor", Operand).cheap().bounded(),
        "ceil" => unary("Ceil", Operand).cheap().bounded(),
        "round" => unary("Round", Operand).cheap().bounded(),
        "trunc" => unary("Trunc", Operand).cheap().bounded(),
        "fract" => unary("Fract", Operand).cheap().bounded(),
        "to_degrees" => unary("ToDegrees", Operand).cheap().bounded(),
        "to_radians" => unary("ToRadians", Operand).cheap().bounded(),
        "relu" => unary("Relu", Either).cheap().bounded(),
        "sigmoid" => unary("Sigmoid", Kept).bounded(),
        "softplus" => unary("Softplus", Kept).bounded(),
        "ln_sigmoid" => unary("LnSigmoid", Kept).bounded(),
        "gelu" => unary("Gelu", Kept).bounded(),
        "silu" => unary("Silu", Kept).bounded(),
        "powi" => WHOLE_POWER,
        "leaky_relu" => operation("LeakyRelu", Shape::Parametric, Operand)
            .cheap()
            .bounded(),
        "elu" => operation("Elu", Shape::Parametric, Kept).bounded(),
        "pow" | "powf" => POWER,
        "atan2" => operation("Atan2", Shape::Binary, Kept),
        "hypot" => operation("Hypot", Shape::Binary, Both),
        "min" => operation("Min", Shape::Binary, Operand).cheap().bounded(),
        "max" => operation("Max", Shape::Binary, Operand).cheap().bounded(),
        "copysign" => operation("Copysign", Shape::Binary, Operand)
            .cheap()
            .bounded(),
        "rem_euclid" => operation("RemEuclid", Shape::Binary, Both),
        "log" => operation("Log", Shape::Binary, Kept),
        "xlogy" => operation("Xlogy", Shape::Binary, Kept),
        "logaddexp" => operation("Logaddexp", Shape::Binary, Kept).bounded(),
        "mul_add" => operation("MulAdd", Shape::Ternary, Operand)
            .cheap()
            .bounded(),
        _ => return None,
    })
}

/// Whether a method is a function of one number, without arguments.
pub(crate) fn is_function(method: &str) -> bool {
    operation_of(method).is_some_and(|operation| operation.shape == Shape::Unary)
}
