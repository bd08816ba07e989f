//! The syntax tree of `grad!`'s language: arithmetic, statements and control flow, with names and positions.

mod accumulation;
mod heads;
mod inner_code;
mod intermediates;
mod limits;
mod names;
mod questions;
mod tails;
mod units;

pub(crate) use accumulation::Accumulation;
pub(crate) use heads::Head;
pub(crate) use inner_code::{Arm, Field, StructLiteral};
pub(crate) use limits::MOST_STEPS;
pub(crate) use names::{is_same, mentions};
use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};
use std::ops::Range;
pub(crate) use units::{Last, Temporary};

use crate::cursor::Extent;
use crate::operators::{Assignment, BinaryOperator, Condition};

/// Statements, and perhaps a value at their end.
pub(crate) struct Block {
    pub(crate) statements: Vec<Statement>,
    pub(crate) value: Option<Box<Expr>>,
    /// The block as it was written.
    pub(crate) tokens: Vec<TokenTree>,
}

/// One statement, with the attributes in front of it.
pub(crate) struct Statement {
    pub(crate) attributes: TokenStream,
    pub(crate) kind: StatementKind,
    /// Where it stands among the tokens of its block.
    pub(crate) tokens: Range<usize>,
}

pub(crate) enum StatementKind {
    Let(Let),
    Assign(Assign),
    /// An expression for its effect; `semicolon` is absent after blocks.
    Expression {
        expr: Expr,
        semicolon: bool,
    },
    /// Items and declarations, which are plain Rust.
    Plain(TokenStream),
}

/// `let pattern: ty = value;`, or a declaration without a value.
pub(crate) struct Let {
    pub(crate) keyword: Ident,
    pub(crate) pattern: Pattern,
    pub(crate) ty: Option<Annotation>,
    pub(crate) value: Option<Expr>,
    pub(crate) otherwise: Option<Otherwise>,
}

/// `else { … }` after a `let`.
pub(crate) struct Otherwise {
    pub(crate) keyword: Ident,
    pub(crate) braces: Span,
    pub(crate) body: Block,
}

/// What a `let` binds.
pub(crate) enum Pattern {
    Name {
        mutability: Option<Ident>,
        name: Ident,
    },
    Other(TokenStream),
    /// A pattern beside arithmetic, a mistake: only its names are kept, so that later uses of them still resolve.
    Mistaken(Vec<Ident>),
}

/// The type of a `let`.
pub(crate) struct Annotation {
    pub(crate) tokens: TokenStream,
    pub(crate) kind: AnnotationKind,
}

/// How a right-hand side meets the type that is written before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum AnnotationKind {
    /// The name of a type, such as `Value` or `T`, which numbers are converted into: `let s: Value = 0;`
    Named,
    /// A number type other than `f64`: a literal keeps the meaning it has in Rust.
    RustNumber,
    /// A reference or `_`: a place stays what it is.
    AsWritten,
    Other,
}

/// `target = value;` and its compound forms.
pub(crate) struct Assign {
    pub(crate) target: Expr,
    pub(crate) operation: Assignment,
    pub(crate) operator: Extent,
    pub(crate) value: Expr,
    pub(crate) text: String,
}

pub(crate) struct Expr {
    pub(crate) kind: ExprKind,
    pub(crate) extent: Extent,
}

pub(crate) enum ExprKind {
    Number(Number),
    /// A name, or a path to a constant or a function.
    Path(TokenStream),
    Field {
        base: Box<Expr>,
        member: TokenStream,
    },
    Index {
        base: Box<Expr>,
        index: Group,
    },
    MethodCall {
        receiver: Box<Expr>,
        dot: TokenStream,
        method: Ident,
        turbofish: TokenStream,
        arguments: Elements,
        text: String,
    },
    Call {
        function: Box<Expr>,
        arguments: Elements,
        text: String,
    },
    Negation {
        minus: Span,
        operand: Box<Expr>,
        text: String,
    },
    Binary {
        left: Box<Expr>,
        operator: BinaryOperator,
        position: Span,
        right: Box<Expr>,
        text: String,
    },
    /// A comparison or a logical operator, as Rust has it.
    Condition {
        left: Box<Expr>,
        operator: TokenStream,
        kind: Condition,
        position: Extent,
        right: Box<Expr>,
    },
    /// `!flag`
    Not {
        mark: TokenStream,
        operand: Box<Expr>,
    },
    Parenthesized(Box<Expr>),
    /// A tuple or an array.
    Sequence(Elements),
    Struct(StructLiteral),
    Cast {
        operand: Box<Expr>,
        keyword: Ident,
        target: TokenStream,
    },
    Try {
        operand: Box<Expr>,
        question: TokenStream,
    },
    Reference {
        prefix: TokenStream,
        operand: Box<Expr>,
    },
    Dereference {
        star: TokenStream,
        operand: Box<Expr>,
    },
    Block {
        /// A label, `unsafe`, or attributes.
        before: TokenStream,
        braces: Span,
        body: Block,
    },
    If(If),
    Match {
        head: Head,
        braces: Span,
        arms: Vec<Arm>,
    },
    Closure {
        /// `move |x| -> T`
        head: TokenStream,
        body: Box<Expr>,
    },
    /// `for`, `while` and `loop`, up to their body.
    Loop {
        head: Head,
        braces: Span,
        body: Block,
    },
    /// `return`, `break` and `continue`, with a label.
    Jump {
        head: TokenStream,
        value: Option<Box<Expr>>,
    },
    /// A literal that is not a number.
    OtherLiteral {
        literal: TokenStream,
        description: &'static str,
    },
    /// What stays as it was written: macros, and what else is no language of ours.
    Plain(TokenStream),
    /// An operand that is not there.
    Missing,
}

/// A function of arithmetic, which is a method in the source.
pub(crate) struct Function<'e> {
    pub(crate) method: &'e Ident,
    pub(crate) operand: &'e Expr,
    /// The number in `powi(2)` and `powf(0.5)`.
    pub(crate) exponent: Option<&'e Expr>,
    pub(crate) text: &'e str,
}

/// A function of a variable or a part of one, if that is a number; else some other method.
pub(crate) struct FunctionOfPlace<'e> {
    pub(crate) place: &'e Expr,
    pub(crate) method: &'e Ident,
    pub(crate) text: &'e str,
}

/// What stands between parentheses or brackets, with commas.
pub(crate) struct Elements {
    pub(crate) group: Group,
    pub(crate) list: Vec<Expr>,
    pub(crate) trailing_comma: bool,
}

/// `if condition { … } else …`
pub(crate) struct If {
    pub(crate) head: Head,
    pub(crate) braces: Span,
    pub(crate) then: Block,
    pub(crate) otherwise: Option<(Ident, Box<Expr>)>,
}

/// A number literal without its suffix.
#[derive(Clone)]
pub(crate) struct Number {
    /// Decimal digits, with a point or an exponent when it is not an integer.
    pub(crate) digits: String,
    pub(crate) is_integer: bool,
    pub(crate) span: Span,
}

impl Number {
    pub(crate) fn as_f64(&self) -> Literal {
        self.suffixed("f64")
    }

    /// The integer as an `i32`, when it is one.
    pub(crate) fn as_i32(&self) -> Option<Literal> {
        (self.is_integer && self.digits.parse::<i32>().is_ok()).then(|| self.suffixed("i32"))
    }

    fn suffixed(&self, suffix: &str) -> Literal {
        let mut literal: Literal = format!("{}{suffix}", self.digits)
            .parse()
            .expect("decimal digits with a type are a literal");
        literal.set_span(self.span);
        literal
    }
}
