//! Sweeps of a statement operation by operation, each product by the rule 0·∞ = 0: where a NaN came out, or an irregular adjoint
//! goes in.

use crate::operations::{Elementary, Kinds, Known, Op, StepList, sweep_by_rule};
use crate::tape::memory::node_id::NodeId;
use crate::tape::statements::adjoints::{Sweep, Swept};
use crate::tape::statements::expansion::known;
use crate::tape::statements::link::{Link, LinkLayout};
use crate::tape::statements::nodes::NodesOfStatement;
use crate::tape::statements::payload::{Layout, Payload};
use crate::tape::statements::statement::{Form, Statement};

impl Sweep<'_> {
    /// A statement once more, whose result is this.
    #[cold]
    #[inline(never)]
    pub(crate) fn statement_by_rule(
        mut self,
        list: StepList,
        kinds: Kinds,
        layout: Layout,
        result: NodeId,
    ) -> Swept {
        let adjoint = self.adjoint_of_operation(result);
        let operands = Operands::of(&NodesOfStatement::new(self.nodes(), layout, result), kinds);
        operands.pass_on(&mut self, list, kinds, adjoint);
        self.past(result, layout.nodes())
    }

    /// A run of a chain once more, which lies in this node.
    #[cold]
    #[inline(never)]
    pub(crate) fn run_by_rule(
        mut self,
        list: StepList,
        kinds: Kinds,
        layout: LinkLayout,
        (node, run): (NodeId, usize),
        adjoint: f64,
    ) -> Swept {
        let operands = Operands::of(&Link::new(self.nodes(), node, run, layout), kinds);
        operands.pass_on(&mut self, list, kinds, adjoint);
        self.past(node, 1)
    }
}

/// The operands of a statement: each node once.
struct Operands {
    ids: Vec<NodeId>,
    known: Vec<Known>,
}

impl Operands {
    fn of(payload: &impl Payload, kinds: Kinds) -> Self {
        let mut ids: Vec<NodeId> = Vec::new();
        let known = known(payload, kinds, |id| {
            let place = ids.iter().position(|known| *known == id);
            if place.is_none() {
                ids.push(id);
            }
            as_place(place.unwrap_or(ids.len() - 1))
        });
        Operands { ids, known }
    }

    fn pass_on(&self, sweep: &mut Sweep<'_>, list: StepList, kinds: Kinds, adjoint: f64) {
        let mut nodes = sweep.leaves(&self.ids);
        let next = as_place(nodes.len());
        let push = &mut |node, _| nodes.push(node);
        let result = list.expand(&self.known, kinds, next, push);
        if let Known::Place(result, _) = result {
            sweep.pass_on_list(&self.ids, &nodes, result, adjoint);
        }
    }
}

/// All operations of a statement, or of all runs of a chain, from the last one down.
pub(in crate::tape) fn whole_statement(
    mut sweep: Sweep<'_>,
    statement: &Statement,
    id: NodeId,
) -> Swept {
    let (list, kinds) = (statement.list, statement.kinds);
    let layout = match statement.form {
        Form::Single(layout) => return sweep.statement_by_rule(list, kinds, layout, id),
        Form::Chain(layout) => layout,
    };
    let adjoint = sweep.adjoint_of_operation(id);
    let right = match list.assigned_by {
        Some(Op::Sub) => -adjoint,
        _ => adjoint,
    };
    let list = StepList {
        assigned_by: None,
        ..list
    };
    let chain = sweep.chain(layout, id);
    let (first, runs) = (chain.first().id(), chain.len());
    for run in (0..runs).rev() {
        if run == 0 {
            sweep.add(first, adjoint);
        }
        let operands = Operands::of(&sweep.chain(layout, id).link(run), kinds);
        operands.pass_on(&mut sweep, list, kinds, right);
    }
    sweep.past(id, layout.nodes(runs))
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
fn as_place(index: usize) -> u32 {
    index as u32
}
