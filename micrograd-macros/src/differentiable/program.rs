//! What a function becomes: steps forward, steps back, and the numbers that both need.
//!
//! A variable has a *version* for each assignment. The way forward computes them in the user's own variables; the way
//! back reads versions, each of which is either kept on the way forward or computed again. Each *region* (the function,
//! the body of a loop, a branch) has a way back of its own, which begins with the versions that it computes again.

use super::methods::Operation;
use super::tree::VariableId;
use proc_macro2::{Ident, TokenStream};

pub(super) type VersionId = usize;
pub(super) type RegionId = usize;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum RegionKind {
    Function,
    /// What it keeps goes onto a stack, for each run.
    LoopBody,
    /// What it keeps goes to the region around it.
    Branch,
}

pub(super) struct Region {
    pub(super) kind: RegionKind,
    pub(super) parent: Option<RegionId>,
    /// In the order of their definition.
    pub(super) kept: Vec<VersionId>,
    pub(super) recomputed: Vec<VersionId>,
    /// The adjoints of its variables: `let mut d_x = …;`
    pub(super) adjoints: Vec<Piece>,
}

#[derive(Clone)]
pub(super) enum Definition {
    /// A number that costs less to compute than to keep.
    Value(Value),
    /// Something without derivative that costs less to compute than to keep.
    Plain(Plain),
    /// Anything else: it is kept.
    Opaque,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Need {
    None,
    Kept,
    Recomputed,
}

pub(super) struct Version {
    /// The variable's name, by which the way forward has it where it is defined.
    pub(super) forward: Ident,
    /// The name by which the way back has it.
    pub(super) back: Ident,
    pub(super) region: RegionId,
    pub(super) definition: Definition,
    /// Whether it is a number: else it is wrapped when a branch hands it on.
    pub(super) is_number: bool,
    pub(super) need: Need,
}

/// Tokens of the way back, with the versions that they read.
#[derive(Clone, Default)]
pub(super) struct Piece {
    pub(super) tokens: TokenStream,
    pub(super) needs: Vec<VersionId>,
}

/// An expression without derivative, for both ways.
#[derive(Clone, Default)]
pub(super) struct Plain {
    pub(super) forward: TokenStream,
    pub(super) back: TokenStream,
    pub(super) needs: Vec<VersionId>,
    /// Whether the way back may evaluate it again.
    pub(super) is_repeatable: bool,
}

/// Elements of an active list.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) root: VariableId,
    pub(super) projections: Vec<Projection>,
    /// How deeply lists are nested in it: 0 for a number.
    pub(super) depth: usize,
}

#[derive(Clone)]
pub(super) enum Projection {
    Index {
        index: Plain,
        /// The names of which each step leads to another element.
        strides: Vec<String>,
    },
    Field(TokenStream),
}

/// An active number.
#[derive(Clone)]
pub(super) enum Value {
    Constant(Plain),
    Variable {
        variable: VariableId,
        version: VersionId,
        adjoint: Ident,
    },
    Element {
        place: Place,
        /// Its number, where the list changes later.
        kept: Option<VersionId>,
    },
    Negative(Box<Value>),
    Sum(Box<Value>, Box<Value>),
    Difference(Box<Value>, Box<Value>),
    Product(Box<Value>, Box<Value>),
    Row(Box<RowValue>),
    /// What a call or a branch results in.
    Result {
        version: VersionId,
        adjoint: Ident,
        back: Vec<Back>,
    },
}

#[derive(Clone)]
pub(super) struct RowValue {
    pub(super) operation: Operation,
    pub(super) operands: Vec<Value>,
    pub(super) parameter: Option<Plain>,
    pub(super) result: Option<VersionId>,
    /// The slopes that are kept, one for each operand.
    pub(super) slopes: Vec<Option<VersionId>>,
}

impl Value {
    /// Whether a variable may be among the numbers of which this one is made.
    pub(super) fn may_read(&self, id: VariableId) -> bool {
        match self {
            Value::Constant(_) | Value::Element { .. } => false,
            Value::Variable { variable, .. } => *variable == id,
            Value::Negative(of) => of.may_read(id),
            Value::Sum(a, b) | Value::Difference(a, b) | Value::Product(a, b) => {
                a.may_read(id) || b.may_read(id)
            }
            Value::Row(row) => row.operands.iter().any(|operand| operand.may_read(id)),
            Value::Result { .. } => true,
        }
    }
}

/// A step forward.
#[derive(Clone)]
pub(super) enum Forward {
    Tokens(TokenStream),
    /// Both ways, under one name.
    Define(VersionId, TokenStream),
    /// Only for the way back.
    DefineForBack(VersionId, TokenStream),
    /// A copy of what a variable is at this place, for the way back.
    Copy(VersionId),
    Loop(Box<ForwardLoop>),
    Choice(ForwardChoice),
    /// A call: without derivative, and with what it hands to the way back.
    Call {
        plain: TokenStream,
        with_back: TokenStream,
    },
}

#[derive(Clone)]
pub(super) struct ForwardLoop {
    pub(super) head: LoopHead,
    pub(super) body: RegionId,
    pub(super) steps: Vec<Forward>,
    pub(super) stack: Ident,
    pub(super) base: VersionId,
    /// The flag that ends it early.
    pub(super) stop: Option<TokenStream>,
    /// Whether its body may stand in a closure.
    pub(super) fits_closure: bool,
}

#[derive(Clone)]
pub(super) enum LoopHead {
    For {
        pattern: TokenStream,
        sequence: Plain,
        /// The variables of the pattern.
        bound: Vec<VersionId>,
    },
    /// A loop that ends itself.
    While,
}

#[derive(Clone)]
pub(super) struct ForwardChoice {
    /// `if condition`, or the arms of a `match`.
    pub(super) head: ChoiceHead,
    pub(super) branches: Vec<(RegionId, Vec<Forward>)>,
    /// Which branch was taken, for the way back.
    pub(super) taken: Option<VersionId>,
}

#[derive(Clone)]
pub(super) enum ChoiceHead {
    If(TokenStream),
    /// The value, and the arms' patterns with their guards.
    Match(TokenStream, Vec<TokenStream>),
}

/// A step back.
#[derive(Clone)]
pub(super) enum Back {
    Piece(Piece),
    Loop(Box<BackLoop>),
    Choice {
        /// A condition, or which branch was taken.
        head: Piece,
        is_condition: bool,
        branches: Vec<(RegionId, Vec<Back>)>,
    },
}

#[derive(Clone)]
pub(super) struct BackLoop {
    pub(super) head: LoopHead,
    pub(super) body: RegionId,
    pub(super) steps: Vec<Back>,
    pub(super) stack: Ident,
    pub(super) base: VersionId,
    /// Whether it may have ended early.
    pub(super) stops: bool,
    /// Whether its runs may go in any order.
    pub(super) any_order: bool,
}

impl Piece {
    pub(super) fn of(tokens: TokenStream) -> Self {
        Piece {
            tokens,
            needs: Vec::new(),
        }
    }
}

impl Plain {
    pub(super) fn of(tokens: TokenStream) -> Self {
        Plain {
            forward: tokens.clone(),
            back: tokens,
            needs: Vec::new(),
            is_repeatable: true,
        }
    }
}
