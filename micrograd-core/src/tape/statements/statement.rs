//! Statements of `grad!`. What one keeps on the tape is data. Its operations and its reverse are known once for each
//! position in the source.

use super::adjoints::{Sweep, Swept};
use super::form::Form;
use super::site::Site;
use crate::operations::{Op, Signature, StepList};
use crate::source::SourceId;
use crate::tape::memory::{NodeId, StatementId, Unchecked};
use std::collections::BTreeMap;

/// Passes the adjoint of a result on.
pub(crate) type Reverse = fn(Sweep<'_>, &KnownStatements, NodeId) -> Swept;

/// What statements have in common that are computed in one way, on operands of the same kinds.
pub(crate) struct StatementKind {
    pub(crate) form: Form,
    /// Passes regular adjoints on.
    pub(crate) reverse: Reverse,
    /// What its operands are; of a chain, those of a run.
    pub(crate) signature: Signature,
    /// The operator that assigns the result of its steps to its first operand.
    pub(crate) assigned_by: Option<Op>,
}

/// What there is to know of a kind of statement: of one position in the source, with operands of given kinds.
#[derive(Clone, Copy)]
pub(crate) struct Statement {
    pub(crate) form: Form,
    /// The operation that makes the result.
    pub(crate) op: Op,
    /// Passes regular adjoints on.
    pub(crate) reverse: Reverse,
    /// Its operations, for all who look.
    pub(crate) list: StepList,
    /// What its operands are; of a chain, those of a run.
    pub(crate) signature: Signature,
    pub(crate) site: &'static Site,
    /// The name that the result got later than its statement.
    pub(crate) name: Option<&'static str>,
}

impl Statement {
    /// A kind of statement, at a position in the source.
    pub(super) fn new(kind: &StatementKind, site: &'static Site) -> Self {
        let &StatementKind {
            form,
            reverse,
            signature,
            assigned_by,
        } = kind;
        let steps = site.steps();
        let op = match assigned_by {
            Some(Op::Pow) if signature.is_whole(1) => Some(Op::Powi),
            Some(op) => Some(op),
            None => steps.all().last().map(|step| step.op_on(signature)),
        };
        Statement {
            form,
            op: op.expect("a statement ends with an operation"),
            reverse,
            list: StepList { steps, assigned_by },
            signature,
            site,
            name: None,
        }
    }

    /// The name of its result: that of its `let`, or the one it got later.
    pub(crate) fn result_name(&self) -> Option<&'static str> {
        let expression = self.site.expressions().last();
        let name = expression.and_then(|last| SourceId::of(last.location()).name());
        name.or(self.name)
    }
}

/// A thread's own copy of the statements, past the registry's lock.
pub(crate) struct KnownStatements {
    pub(super) all: Vec<Statement>,
    /// What a sweep calls for each.
    pub(super) reverse: Unchecked<Reverse>,
    /// Statements with names, by the one without and the name's address and length.
    pub(super) named: BTreeMap<(u32, usize, usize), StatementId>,
}

impl KnownStatements {
    pub(in crate::tape) const fn new() -> Self {
        KnownStatements {
            all: Vec::new(),
            reverse: Unchecked::new(),
            named: BTreeMap::new(),
        }
    }

    /// How a regular adjoint of a statement is passed on.
    #[inline(always)]
    pub(in crate::tape) fn reverse(&self, id: StatementId) -> Reverse {
        *self.reverse.at(id.index())
    }

    /// A statement that has been recorded before the last update.
    #[inline(always)]
    pub(in crate::tape) fn get(&self, id: StatementId) -> &Statement {
        &self.all[id.index()]
    }
}

impl Sweep<'_> {
    /// The statement with this result.
    pub(crate) fn statement_of<'s>(
        &self,
        statements: &'s KnownStatements,
        result: NodeId,
    ) -> &'s Statement {
        statements.get(self.nodes.operation(result).statement_id())
    }
}
