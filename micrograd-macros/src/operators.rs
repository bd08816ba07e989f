//! The operators a user may type: how they are spelled, how tightly they bind, and which of them have a gradient.

use proc_macro2::TokenTree;

use crate::cursor::spells_at;
use crate::rows::is_function;

/// An operation that makes a node of two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BinaryOperator {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    Pow,
}

impl BinaryOperator {
    /// The method of core's operands that records it.
    pub(crate) fn method(self) -> &'static str {
        match self {
            BinaryOperator::Add => "add",
            BinaryOperator::Sub => "sub",
            BinaryOperator::Mul => "mul",
            BinaryOperator::Div => "div",
            BinaryOperator::Rem => "rem",
            BinaryOperator::Pow => "pow",
        }
    }

    /// The method of core's places that records its assigning form.
    pub(crate) fn assigning_method(self) -> &'static str {
        match self {
            BinaryOperator::Add => "add_assign",
            BinaryOperator::Sub => "sub_assign",
            BinaryOperator::Mul => "mul_assign",
            BinaryOperator::Div => "div_assign",
            BinaryOperator::Rem => "rem_assign",
            BinaryOperator::Pow => "pow_assign",
        }
    }

    fn binding(self) -> u8 {
        match self {
            BinaryOperator::Add | BinaryOperator::Sub => ADDITIVE,
            BinaryOperator::Mul | BinaryOperator::Div | BinaryOperator::Rem => MULTIPLICATIVE,
            BinaryOperator::Pow => POWER,
        }
    }
}

/// What an operator that is not arithmetic would give, were it allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mistaken {
    /// `^`, which other languages use for powers.
    Xor,
    /// `&`, `|`, `<<`, `>>`.
    NoGradient,
    /// `..`, `..=`.
    Range,
}

/// An operator that gives a `bool`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Condition {
    /// `<`, `==` and their like.
    Comparison,
    /// `&&`, `||`.
    Logic,
}

/// An operator between two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Infix {
    Arithmetic(BinaryOperator),
    Condition(Condition),
    Mistaken(Mistaken),
}

impl Infix {
    pub(crate) fn binding(self) -> u8 {
        match self {
            Infix::Arithmetic(operator) => operator.binding(),
            Infix::Mistaken(Mistaken::Xor) => POWER,
            Infix::Mistaken(Mistaken::NoGradient) => MULTIPLICATIVE,
            Infix::Condition(Condition::Comparison) => COMPARISON,
            Infix::Condition(Condition::Logic) => LOGIC,
            Infix::Mistaken(Mistaken::Range) => RANGE,
        }
    }

    /// The least binding power that the right operand's own operators need.
    pub(crate) fn right_binding(self) -> u8 {
        match self {
            Infix::Arithmetic(BinaryOperator::Pow) | Infix::Mistaken(Mistaken::Xor) => POWER,
            _ => self.binding() + 1,
        }
    }
}

/// What an assignment does with its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Assignment {
    Replace,
    Update(BinaryOperator),
    /// `^=`, which is taken for `**=`.
    Xor,
    /// `&=`, `|=`, `<<=`, `>>=`.
    NoGradient,
}

pub(crate) const LOOSEST: u8 = 0;
const RANGE: u8 = 2;
const LOGIC: u8 = 3;
const COMPARISON: u8 = 5;
const ADDITIVE: u8 = 10;
pub(crate) const MULTIPLICATIVE: u8 = 20;
pub(crate) const CAST: u8 = 22;
pub(crate) const NEGATION: u8 = 25;
const POWER: u8 = 30;
/// Tighter than every infix operator: only `.`, `?`, calls and indices belong to the operand.
pub(crate) const POSTFIX: u8 = 40;

#[derive(Clone, Copy)]
enum Symbol {
    Infix(Infix),
    Assignment(Assignment),
    Other,
}

use BinaryOperator::{Add, Div, Mul, Pow, Rem, Sub};
const fn arithmetic(operator: BinaryOperator) -> Symbol {
    Symbol::Infix(Infix::Arithmetic(operator))
}
const fn update(operator: BinaryOperator) -> Symbol {
    Symbol::Assignment(Assignment::Update(operator))
}
const fn condition(kind: Condition) -> Symbol {
    Symbol::Infix(Infix::Condition(kind))
}
const fn mistaken(kind: Mistaken) -> Symbol {
    Symbol::Infix(Infix::Mistaken(kind))
}

/// Every symbol, longest first, so that the first match is the whole operator.
const SYMBOLS: &[(&str, Symbol)] = &[
    ("**=", update(Pow)),
    ("<<=", Symbol::Assignment(Assignment::NoGradient)),
    (">>=", Symbol::Assignment(Assignment::NoGradient)),
    ("..=", mistaken(Mistaken::Range)),
    ("**", arithmetic(Pow)),
    ("+=", update(Add)),
    ("-=", update(Sub)),
    ("*=", update(Mul)),
    ("/=", update(Div)),
    ("^=", Symbol::Assignment(Assignment::Xor)),
    ("%=", update(Rem)),
    ("&=", Symbol::Assignment(Assignment::NoGradient)),
    ("|=", Symbol::Assignment(Assignment::NoGradient)),
    ("==", condition(Condition::Comparison)),
    ("!=", condition(Condition::Comparison)),
    ("<=", condition(Condition::Comparison)),
    (">=", condition(Condition::Comparison)),
    ("<<", mistaken(Mistaken::NoGradient)),
    (">>", mistaken(Mistaken::NoGradient)),
    ("&&", condition(Condition::Logic)),
    ("||", condition(Condition::Logic)),
    ("..", mistaken(Mistaken::Range)),
    ("=>", Symbol::Other),
    ("->", Symbol::Other),
    ("::", Symbol::Other),
    ("+", arithmetic(Add)),
    ("-", arithmetic(Sub)),
    ("*", arithmetic(Mul)),
    ("/", arithmetic(Div)),
    ("^", mistaken(Mistaken::Xor)),
    ("%", arithmetic(Rem)),
    ("&", mistaken(Mistaken::NoGradient)),
    ("|", mistaken(Mistaken::NoGradient)),
    ("<", condition(Condition::Comparison)),
    (">", condition(Condition::Comparison)),
    ("=", Symbol::Assignment(Assignment::Replace)),
];

fn symbol_at(trees: &[TokenTree]) -> Option<(&'static str, Symbol)> {
    SYMBOLS
        .iter()
        .find(|(spelling, _)| spells_at(trees, spelling))
        .copied()
}

/// The operator that `trees` begin with, when it can stand between two operands.
pub(crate) fn infix_at(trees: &[TokenTree]) -> Option<(&'static str, Infix)> {
    match symbol_at(trees)? {
        (spelling, Symbol::Infix(infix)) => Some((spelling, infix)),
        _ => None,
    }
}

/// The assignment that `trees` begin with.
pub(crate) fn assignment_at(trees: &[TokenTree]) -> Option<(&'static str, Assignment)> {
    match symbol_at(trees)? {
        (spelling, Symbol::Assignment(assignment)) => Some((spelling, assignment)),
        _ => None,
    }
}

/// Methods of `Value` whose arguments are operands: they borrow a place instead of moving it.
pub(crate) fn takes_operands(method: &str) -> bool {
    matches!(
        method,
        "pow"
            | "powf"
            | "max"
            | "min"
            | "atan2"
            | "hypot"
            | "mul_add"
            | "copysign"
            | "rem_euclid"
            | "log"
            | "xlogy"
            | "logaddexp"
    )
}

/// Methods of `Value` that record a node at the place of the call, so that the call's position names it.
pub(crate) fn records_at_call(method: &str) -> bool {
    const OTHERS: &[&str] = &[
        "powi",
        "clamp",
        "leaky_relu",
        "elu",
        "polygamma",
        "erfcx_derivative",
    ];
    takes_operands(method) || is_function(method) || OTHERS.contains(&method)
}
