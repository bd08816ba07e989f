//! The syntax tree of `grad!`'s language: arithmetic, statements and control flow, with names and positions.

use proc_macro2::{Group, Ident, Literal, Span, TokenStream};

use crate::cursor::Extent;
use crate::operators::{Assignment, BinaryOperator};

/// Statements, and perhaps a value at their end.
pub(crate) struct Block {
    pub(crate) statements: Vec<Statement>,
    pub(crate) value: Option<Box<Expr>>,
}

/// One statement, with the attributes in front of it.
pub(crate) struct Statement {
    pub(crate) attributes: TokenStream,
    pub(crate) kind: StatementKind,
}

pub(crate) enum StatementKind {
    Let(Let),
    Assign(Assign),
    /// An expression for its effect; `semicolon` is absent after blocks.
    Expression { expr: Expr, semicolon: bool },
    /// Items and declarations, which are plain Rust.
    Plain(TokenStream),
}

/// `let pattern: ty = value;`
pub(crate) struct Let {
    pub(crate) keyword: Ident,
    pub(crate) pattern: Pattern,
    pub(crate) ty: Option<Annotation>,
    pub(crate) value: Expr,
    pub(crate) otherwise: TokenStream,
}

/// What a `let` binds.
pub(crate) enum Pattern {
    Name { mutability: Option<Ident>, name: Ident },
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
    /// A reference or `_`: the right-hand side decides.
    AsWritten,
    /// A number type other than `f64`: a literal keeps the meaning it has in Rust.
    RustNumber,
    /// Numbers are converted into it: `let s: Value = 0;`
    Converted,
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
    Field { base: Box<Expr>, member: TokenStream },
    Index { base: Box<Expr>, index: Group },
    MethodCall { receiver: Box<Expr>, dot: TokenStream, method: Ident, turbofish: TokenStream, arguments: Elements, text: String },
    Call { function: Box<Expr>, arguments: Elements, text: String },
    Negation { minus: Span, operand: Box<Expr>, text: String },
    Binary { left: Box<Expr>, operator: BinaryOperator, position: Span, right: Box<Expr>, text: String },
    /// A comparison or a logical operator where none is allowed; kept so that its type is still `bool`.
    Boolean { left: Box<Expr>, right: Box<Expr> },
    Parenthesized(Box<Expr>),
    /// A tuple or an array.
    Sequence(Elements),
    Cast { operand: Box<Expr>, keyword: Ident, target: TokenStream },
    Try { operand: Box<Expr>, question: TokenStream },
    Reference { prefix: TokenStream, operand: Box<Expr> },
    Dereference { star: TokenStream, operand: Box<Expr> },
    Block { label: TokenStream, braces: Span, body: Block },
    If(If),
    /// `for`, `while` and `loop`, up to their body.
    Loop { head: TokenStream, braces: Span, body: Block },
    /// `return`, `break` and `continue`, with a label.
    Jump { head: TokenStream, value: Option<Box<Expr>> },
    /// A literal that is not a number.
    OtherLiteral { literal: TokenStream, description: &'static str },
    /// What stays as it was written: macros, closures, matches, struct literals.
    Plain(TokenStream),
    /// An operand that is not there.
    Missing,
}

/// What stands between parentheses or brackets, with commas.
pub(crate) struct Elements {
    pub(crate) group: Group,
    pub(crate) list: Vec<Expr>,
    pub(crate) trailing_comma: bool,
}

/// `if condition { … } else …`; the condition is plain Rust.
pub(crate) struct If {
    pub(crate) head: TokenStream,
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
        let mut literal: Literal =
            format!("{}{suffix}", self.digits).parse().expect("decimal digits with a type are a literal");
        literal.set_span(self.span);
        literal
    }
}

impl Expr {
    /// The expression inside any parentheses.
    pub(crate) fn bare(&self) -> &Expr {
        match &self.kind {
            ExprKind::Parenthesized(inner) => inner.bare(),
            _ => self,
        }
    }

    /// Whether it names a variable or a part of one.
    pub(crate) fn is_place(&self) -> bool {
        match &self.kind {
            ExprKind::Path(tokens) => !is_constant_path(tokens),
            ExprKind::Field { .. } | ExprKind::Index { .. } | ExprKind::Dereference { .. } => true,
            ExprKind::Parenthesized(inner) => inner.is_place(),
            _ => false,
        }
    }

    /// The variable that a place is a part of.
    pub(crate) fn root(&self) -> Option<String> {
        match &self.kind {
            ExprKind::Path(tokens) => Some(tokens.to_string()),
            ExprKind::Field { base, .. } | ExprKind::Index { base, .. } => base.root(),
            ExprKind::Dereference { operand, .. } | ExprKind::Parenthesized(operand) => operand.root(),
            _ => None,
        }
    }

    /// The number of a literal with an optional minus, and whether it has one.
    pub(crate) fn number(&self) -> Option<(bool, &Number)> {
        match &self.kind {
            ExprKind::Number(number) => Some((false, number)),
            ExprKind::Parenthesized(inner) => inner.number(),
            ExprKind::Negation { operand, .. } => match operand.kind {
                ExprKind::Number(ref number) => Some((true, number)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether its outermost part is arithmetic: an operator, or a tuple that holds one.
    pub(crate) fn is_arithmetic(&self) -> bool {
        match &self.kind {
            ExprKind::Binary { .. } | ExprKind::Negation { .. } => true,
            ExprKind::Parenthesized(inner) => inner.is_arithmetic(),
            ExprKind::Sequence(elements) => elements.list.iter().any(Expr::is_arithmetic),
            _ => false,
        }
    }

    /// Whether a statement made of it needs no `;`.
    pub(crate) fn is_block_like(&self) -> bool {
        matches!(self.kind, ExprKind::Block { .. } | ExprKind::If(_) | ExprKind::Loop { .. })
    }

    /// Whether it ends in a value, rather than being run for its effect only.
    pub(crate) fn gives_value(&self) -> bool {
        match &self.kind {
            ExprKind::Block { body, .. } => body.value.is_some(),
            ExprKind::If(branch) => match &branch.otherwise {
                Some((_, otherwise)) => branch.then.value.is_some() || otherwise.gives_value(),
                None => false,
            },
            ExprKind::Loop { head, body, .. } => {
                head.to_string().ends_with("loop") && body.breaks_with_value()
            }
            _ => true,
        }
    }
}

impl Block {
    fn breaks_with_value(&self) -> bool {
        let in_statements = self.statements.iter().any(|statement| match &statement.kind {
            StatementKind::Expression { expr, .. } => expr.breaks_with_value(),
            StatementKind::Let(binding) => binding.value.breaks_with_value(),
            StatementKind::Assign(_) | StatementKind::Plain(_) => false,
        });
        in_statements || self.value.as_ref().is_some_and(|value| value.breaks_with_value())
    }
}

impl Expr {
    fn breaks_with_value(&self) -> bool {
        match &self.kind {
            ExprKind::Jump { head, value } => value.is_some() && head.to_string().starts_with("break"),
            ExprKind::Block { body, .. } | ExprKind::Loop { body, .. } => body.breaks_with_value(),
            ExprKind::If(branch) => {
                branch.then.breaks_with_value()
                    || branch.otherwise.as_ref().is_some_and(|(_, otherwise)| otherwise.breaks_with_value())
            }
            ExprKind::Plain(tokens) => tokens.to_string().contains("break"),
            _ => false,
        }
    }
}

/// Constants, variants and functions: they cannot be moved, so they need no copy.
fn is_constant_path(tokens: &TokenStream) -> bool {
    let path = tokens.to_string();
    path.contains(':') || path.starts_with(|first: char| first.is_uppercase())
}
