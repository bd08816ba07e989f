//! The tape as a list with one entry for each elementary operation. Graphs and reports read it.

use crate::operations::{Code, Elementary, Op, PartialsVisitor, quotient_times, times};
use crate::source::SourceId;
use crate::tape::memory::{NodeId, Table};
use crate::tape::state::{Details, RecordedCall, Tape};
use crate::tape::statements::caller_site;
use std::borrow::Cow;
use std::ops::RangeInclusive;

/// Nodes of the tape, operands before their users. Statements are listed operation by operation, with the digits that they
/// have as one.
pub(crate) struct Listing {
    pub(crate) entries: Vec<Entry>,
    /// The number of each node of the tape.
    numbers: Table,
    /// Where the node with each number is; what lies right below it are the other operations of its statement.
    indices: Vec<usize>,
}

/// One operation.
pub(crate) struct Entry {
    pub(crate) operation: Elementary,
    /// A leaf's sum, or the adjoint in the last sweep.
    pub(crate) grad: f64,
    pub(crate) source: SourceId,
    /// The name that it got at run time, or later than its statement.
    pub(crate) given_name: Option<Cow<'static, str>>,
    pub(crate) call: Option<Box<ListedCall>>,
}

/// What an entry has if it is a call.
pub(crate) struct ListedCall {
    pub(crate) name: &'static str,
    /// The first operation inside that gave no finite number.
    pub(crate) anomaly: Option<String>,
    arguments: Vec<u32>,
    /// ∂y/∂xₖ, if it has been asked for them.
    partials: Vec<f64>,
}

impl Listing {
    /// What is below `roots`, themselves included.
    pub(crate) fn below(tape: &mut Tape, roots: &[NodeId]) -> Self {
        let ids = tape.reachable(roots);
        let mut listing = Listing {
            entries: Vec::with_capacity(ids.len()),
            numbers: Table::new(&ids),
            indices: Vec::with_capacity(ids.len()),
        };
        for id in ids {
            listing.add(tape, id);
        }
        listing
    }

    /// Everything on the tape, the dead included.
    pub(crate) fn of_all(tape: &mut Tape) -> Self {
        let all = (0..tape.nodes.len()).map(NodeId::new);
        let heads = all.filter(|id| tape.node(*id).code() != Code::Extension);
        let heads: Vec<NodeId> = heads.collect();
        Listing::below(tape, &heads)
    }

    /// A node whose operands have been added before.
    fn add(&mut self, tape: &mut Tape, id: NodeId) {
        let (node, first) = (*tape.node(id), self.entries.len());
        let mut later_name = None;
        if let Some(call) = tape.calls.get(&node) {
            let call = Some(Box::new(self.call(call)));
            let operation = Elementary::new(Code::Call, [0; 3], 0.0, node.data);
            self.push(operation, node.source(), call);
        } else {
            let mut parts = Vec::new();
            let push = &mut |part, step| parts.push((part, step));
            tape.expand(
                id,
                |operand| as_u32(self.index(operand)),
                as_u32(first),
                push,
            );
            if node.is_statement() {
                let statement = *tape.statements.get(node.statement_id());
                let caller_site = caller_site(&tape.nodes.reach(), &statement, id);
                for (part, step) in parts {
                    let position = caller_site
                        .unwrap_or_else(|| statement.site.expressions()[step].location());
                    self.push(part, tape.sources.id(position), None);
                }
                later_name = statement.name;
            } else {
                self.push(parts[0].0, node.source(), None);
            }
        }
        let index = self.entries.len() - 1;
        let result = &mut self.entries[index];
        let later_name = later_name.filter(|_| result.source.name().is_none());
        let given = tape.given_name(id).map(|name| Cow::Owned(name.to_owned()));
        result.given_name = given.or(later_name.map(Cow::Borrowed));
        // A leaf may have been changed since; what was recorded stays.
        result.operation.data = node.data;
        result.grad = node.grad;
        self.numbers.set(id, as_u32(self.indices.len()));
        self.indices.push(index);
        self.pass_on(first, index);
    }

    fn push(&mut self, operation: Elementary, source: SourceId, call: Option<Box<ListedCall>>) {
        self.entries.push(Entry {
            operation,
            grad: 0.0,
            source,
            given_name: None,
            call,
        });
    }

    fn call(&self, call: &RecordedCall) -> ListedCall {
        let arguments = call.arguments.ids();
        ListedCall {
            name: call.call.name(),
            anomaly: call.anomaly.clone(),
            arguments: arguments.map(|id| as_u32(self.index(id))).collect(),
            partials: match &call.details {
                Details::Partials(partials) => partials.clone(),
                Details::None | Details::Operations(_) => Vec::new(),
            },
        }
    }

    /// Within a statement, from its result down to `first`: the adjoints that a sweep did not keep.
    fn pass_on(&mut self, first: usize, result: usize) {
        for index in (first + 1..=result).rev() {
            let mut passed = Vec::new();
            let adjoint = self.entries[index].grad;
            if adjoint != 0.0 {
                self.each_part(index, adjoint, &mut |operand, _, part| {
                    passed.push((operand, part));
                });
            }
            for (operand, part) in passed {
                if operand >= first {
                    self.entries[operand].grad += part;
                }
            }
        }
    }

    /// Where a node of the tape is here.
    pub(crate) fn index(&self, id: NodeId) -> usize {
        self.indices[self.number(id)]
    }

    fn number(&self, id: NodeId) -> usize {
        self.numbers.get(id).expect("the node has been listed") as usize
    }

    /// The same with the other operations of its statement.
    pub(crate) fn parts(&self, id: NodeId) -> RangeInclusive<usize> {
        let number = self.number(id);
        let below = number.checked_sub(1);
        below.map_or(0, |below| self.indices[below] + 1)..=self.indices[number]
    }

    /// Calls `visit` with each operand of an operation, the partial with respect to it, and what is passed on to it of an adjoint.
    pub(crate) fn each_part(
        &self,
        index: usize,
        adjoint: f64,
        visit: &mut dyn FnMut(usize, f64, f64),
    ) {
        let entry = &self.entries[index];
        if let Some(call) = &entry.call {
            for (&argument, &partial) in call.arguments.iter().zip(&call.partials) {
                visit(argument as usize, partial, times(partial, adjoint));
            }
            return;
        }
        let mut parts = Parts {
            entries: &self.entries,
            adjoint,
            visit,
        };
        entry.operation.partials(index, &mut parts);
    }
}

impl Entry {
    pub(crate) fn operands(&self) -> &[u32] {
        match &self.call {
            Some(call) => &call.arguments,
            None => self.operation.operands(),
        }
    }

    pub(crate) fn op(&self) -> Op {
        self.operation.code.op().expect("it is one operation")
    }

    /// Whether no operation made it.
    pub(crate) fn is_input(&self) -> bool {
        matches!(self.operation.code, Code::Leaf | Code::Constant)
    }

    pub(crate) fn call_name(&self) -> Option<&'static str> {
        self.call.as_ref().map(|call| call.name)
    }

    pub(crate) fn name(&self) -> Option<String> {
        let given = self.given_name.as_ref().map(ToString::to_string);
        given.or_else(|| self.source.name().map(str::to_owned))
    }
}

/// The parts of one operation.
struct Parts<'a> {
    entries: &'a [Entry],
    adjoint: f64,
    visit: &'a mut dyn FnMut(usize, f64, f64),
}

impl PartialsVisitor for Parts<'_> {
    type N = f64;
    type Index = usize;

    fn number(&self, index: usize) -> f64 {
        self.entries[index].operation.data
    }

    fn recorded_slope(&self, slope: f64) -> Option<f64> {
        Some(slope)
    }

    fn wants(&self, _: usize) -> bool {
        true
    }

    fn visit(&mut self, operand: usize, partial: f64) {
        (self.visit)(operand, partial, times(partial, self.adjoint));
    }

    fn visit_overflown(&mut self, operand: usize, numerator: f64, denominator: f64) {
        let part = quotient_times(numerator, denominator, self.adjoint);
        (self.visit)(operand, numerator / denominator, part);
    }
}

#[allow(clippy::cast_possible_truncation)] // They are fewer than nodes fit on a tape, or into memory.
fn as_u32(index: usize) -> u32 {
    index as u32
}
