//! Sweeps of a statement operation by operation, each product by the rule 0·∞ = 0. They run where a NaN came out, or an
//! irregular adjoint goes in.

use super::adjoints::{Sweep, Swept};
use super::expansion::{expand_statement, known, operands_of_statement};
use super::form::Form;
use super::link::Link;
use super::payload::{NodesOfStatement, Payload};
use super::statement::{KnownStatements, Statement};
use crate::operations::{Elementary, Known, Signature, StepList, sweep_by_rule};
use crate::tape::memory::NodeId;

impl Sweep<'_> {
    /// A statement once more, whose result is this.
    #[cold]
    #[inline(never)]
    pub(crate) fn statement_by_rule(
        mut self,
        statements: &KnownStatements,
        result: NodeId,
    ) -> Swept {
        let &Statement {
            form,
            list,
            signature,
            ..
        } = self.statement_of(statements, result);
        let Form::Single(layout) = form else {
            unreachable!("its result is that of a single statement")
        };
        let adjoint = self.adjoint_of_operation(result);
        let operands = Operands::of(
            &NodesOfStatement::new(self.nodes(), layout, result),
            signature,
        );
        operands.pass_on(&mut self, list, signature, adjoint);
        self.past(result, layout.nodes())
    }

    /// A run of the chain with this result once more, which lies in this node.
    #[cold]
    #[inline(never)]
    pub(crate) fn run_by_rule(
        mut self,
        statements: &KnownStatements,
        [result, node]: [NodeId; 2],
        run: usize,
        adjoint: f64,
    ) -> Swept {
        let &Statement {
            form,
            list,
            signature,
            ..
        } = self.statement_of(statements, result);
        let Form::Chain(layout) = form else {
            unreachable!("its result is that of a chain")
        };
        // The target is no operand of a run.
        let list = StepList {
            assigned_by: None,
            ..list
        };
        let operands = Operands::of(&Link::new(self.nodes(), node, run, layout), signature);
        operands.pass_on(&mut self, list, signature, adjoint);
        self.past(node, 1)
    }
}

/// The operands of a statement: each node once.
struct Operands {
    ids: Vec<NodeId>,
    known: Vec<Known>,
}

impl Operands {
    fn of(payload: &impl Payload, signature: Signature) -> Self {
        let mut ids: Vec<NodeId> = Vec::new();
        let known = known(payload, signature, |id| {
            let index = ids.iter().position(|known| *known == id);
            if index.is_none() {
                ids.push(id);
            }
            as_index(index.unwrap_or(ids.len() - 1))
        });
        Operands { ids, known }
    }

    fn pass_on(&self, sweep: &mut Sweep<'_>, list: StepList, signature: Signature, adjoint: f64) {
        let mut nodes = sweep.leaves(&self.ids);
        let next = as_index(nodes.len());
        let push = &mut |node, _| nodes.push(node);
        let result = list.expand(&self.known, signature, next, push);
        if let Known::Index(result, _) = result {
            sweep.pass_on_list(&self.ids, &nodes, result, adjoint);
        }
    }
}

/// All operations of a statement, or of all runs of a chain.
pub(in crate::tape) fn whole_statement(
    mut sweep: Sweep<'_>,
    statement: &Statement,
    id: NodeId,
) -> Swept {
    let ids = operands_of_statement(&mut sweep.nodes(), statement, id);
    let mut nodes = sweep.leaves(&ids);
    let (next, adjoint) = (as_index(ids.len()), sweep.adjoint_of_operation(id));
    let index = |operand: NodeId| as_index(ids.partition_point(|id| *id < operand));
    let push = &mut |node, _| nodes.push(node);
    let result = expand_statement(sweep.nodes(), statement, id, index, next, push);
    sweep.pass_on_list(&ids, &nodes, result, adjoint);
    let count = statement.form.nodes(sweep.nodes().operation(id));
    sweep.past(id, count)
}

impl Sweep<'_> {
    fn leaves(&mut self, ids: &[NodeId]) -> Vec<Elementary> {
        let nodes = self.nodes();
        let leaf = |id: &NodeId| Elementary::leaf(nodes.node(*id).data);
        ids.iter().map(leaf).collect()
    }

    /// Passes the adjoint of an operation on to the nodes that the list begins with.
    fn pass_on_list(&mut self, ids: &[NodeId], list: &[Elementary], result: u32, adjoint: f64) {
        let mut adjoints: Vec<f64> = ids.iter().map(|id| self.adjoint(*id)).collect();
        adjoints.resize(list.len(), 0.0);
        adjoints[result as usize] += adjoint;
        sweep_by_rule(list, &mut adjoints);
        for (id, adjoint) in ids.iter().zip(adjoints) {
            self.set_adjoint(*id, adjoint);
        }
    }
}

#[allow(clippy::cast_possible_truncation)] // A tape is shorter.
fn as_index(index: usize) -> u32 {
    index as u32
}
