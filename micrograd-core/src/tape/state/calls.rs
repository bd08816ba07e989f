//! Calls of functions whose derivatives were compiled: what the node of a call has no room for.
//!
//! A function may record, panic, or drop values, so nothing holds the tape while it runs. A sweep stops at each call
//! (`sweep/calls.rs`). A reader has each call run before it looks (`reading/call_details.rs`).

use crate::operations::Elementary;
use crate::tape::memory::{NodeId, Rank, TapeNode};
use std::rc::Rc;

/// A function with what it needs besides its active arguments.
pub(crate) trait Call {
    /// What it is called in the source.
    fn name(&self) -> &'static str;

    /// Adds adjoint·∂y/∂xₖ to each of `adjoints`.
    fn pull_back(&self, x: &[f64], adjoint: f64, adjoints: &mut [f64]);

    /// Whether that goes on adding to what is there, in the order of a sweep. A derivative of the user's own begins with 0.
    fn goes_on_adding(&self) -> bool;

    /// Its operations: the indices 0, 1, … are the arguments, and the last one is the result. Nothing for a function that has
    /// a derivative of the user's own, of which only numbers are known.
    fn operations(&self, x: &[f64]) -> Option<Vec<Elementary>>;
}

/// Nodes that lie side by side: the first one, and how many they are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    first: NodeId,
    len: u32,
}

/// Active arguments on the tape, in runs: a list of parameters is mostly one.
#[derive(Clone, Debug)]
pub(crate) struct Arguments {
    pub(in crate::tape) runs: Vec<Run>,
    /// The node that would lengthen the last run.
    next: NodeId,
}

/// One call on the tape.
pub(in crate::tape) struct RecordedCall {
    /// The index of its node.
    pub(in crate::tape) index: usize,
    pub(in crate::tape) arguments: Arguments,
    pub(in crate::tape) call: Rc<dyn Call>,
    /// The first operation inside that was not finite, if somebody watched.
    pub(in crate::tape) anomaly: Option<String>,
    pub(in crate::tape) details: Details,
}

/// What a call has told of itself for those who are about to look at it.
#[derive(Clone, Debug)]
pub(in crate::tape) enum Details {
    None,
    /// ∂y/∂xₖ
    Partials(Vec<f64>),
    Operations(Vec<Elementary>),
}

impl Details {
    /// How many operations are known.
    pub(in crate::tape) fn operations(&self) -> usize {
        match self {
            Details::Operations(operations) => operations.len(),
            Details::None | Details::Partials(_) => 0,
        }
    }
}

/// The calls on a tape, in the order of their nodes.
pub(in crate::tape) struct Calls {
    pub(in crate::tape) all: Vec<RecordedCall>,
    /// Calls that are gone from the tape, until they are dropped while nobody has it.
    pub(in crate::tape) gone: Vec<RecordedCall>,
    /// How many sweeps are waiting for a call to run: until then no node moves.
    pub(in crate::tape) waiting: usize,
}

impl Run {
    /// Whether it is of leaves, and from which number up to which.
    fn ends(self) -> (bool, usize, usize) {
        let is_leaf = self.first.is_leaf();
        let first = if is_leaf {
            self.first.leaf_number()
        } else {
            self.first.index()
        };
        (is_leaf, first, first + self.len as usize)
    }

    pub(in crate::tape) fn ids(self) -> impl Iterator<Item = NodeId> {
        (0..self.len as usize).map(move |k| self.first.later(k))
    }
}

impl Arguments {
    pub(crate) const fn new() -> Self {
        Arguments {
            runs: Vec::new(),
            next: NodeId::NONE,
        }
    }

    #[inline]
    pub(crate) fn push(&mut self, id: NodeId) {
        match self.runs.last_mut() {
            Some(run) if self.next == id => run.len += 1,
            _ => self.runs.push(Run { first: id, len: 1 }),
        }
        self.next = id.later(1);
    }

    pub(crate) fn len(&self) -> usize {
        self.runs.iter().map(|run| run.len as usize).sum()
    }

    pub(in crate::tape) fn runs(&self) -> &[Run] {
        &self.runs
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = NodeId> {
        self.runs.iter().flat_map(|run| run.ids())
    }

    /// Whether a node is among them twice.
    pub(in crate::tape) fn has_repetitions(&self) -> bool {
        let mut ends: Vec<(bool, usize, usize)> = self.runs.iter().map(|run| run.ends()).collect();
        ends.sort_unstable();
        let mut pairs = ends.windows(2);
        pairs.any(|pair| pair[0].0 == pair[1].0 && pair[0].2 > pair[1].1)
    }

    fn moved(&self, moved: impl Fn(NodeId) -> NodeId) -> Self {
        let mut arguments = Arguments::new();
        self.ids().for_each(|id| arguments.push(moved(id)));
        arguments
    }
}

impl Calls {
    pub(in crate::tape) const fn new() -> Self {
        Calls {
            all: Vec::new(),
            gone: Vec::new(),
            waiting: 0,
        }
    }

    pub(in crate::tape) fn get(&self, node: &TapeNode) -> Option<&RecordedCall> {
        Some(&self.all[node.call()? as usize])
    }

    pub(in crate::tape) fn get_mut(&mut self, node: &TapeNode) -> Option<&mut RecordedCall> {
        Some(&mut self.all[node.call()? as usize])
    }

    /// The index of the highest call below an index.
    pub(in crate::tape) fn highest_below(&self, end: usize) -> Option<usize> {
        let below = self.all.partition_point(|call| call.index < end);
        Some(self.all[below.checked_sub(1)?].index)
    }

    /// The length of a tape that still has all calls.
    pub(in crate::tape) fn end(&self) -> usize {
        self.all.last().map_or(0, |call| call.index + 1)
    }

    /// The nodes from `len` upwards go away.
    pub(in crate::tape) fn pop(&mut self, len: usize) {
        let kept = self.all.partition_point(|call| call.index < len);
        self.gone.extend(self.all.drain(kept..));
    }

    /// Only marked nodes are kept.
    pub(in crate::tape) fn move_along(&mut self, kept: &Rank<'_>, is_kept: impl Fn(usize) -> bool) {
        for mut call in std::mem::take(&mut self.all) {
            if is_kept(call.index) {
                call.index = kept.of(call.index);
                call.arguments = call.arguments.moved(|id| id.moved(|index| kept.of(index)));
                self.all.push(call);
            } else {
                self.gone.push(call);
            }
        }
    }

    pub(in crate::tape) fn forget_details(&mut self) {
        for call in &mut self.all {
            call.details = Details::None;
        }
    }

    /// Whether some call waits to be dropped.
    pub(in crate::tape) fn has_gone(&self) -> bool {
        !self.gone.is_empty()
    }

    pub(in crate::tape) fn bytes(&self) -> usize {
        let runs = self.all.iter().map(|call| call.arguments.runs.capacity());
        self.all.capacity() * size_of::<RecordedCall>() + runs.sum::<usize>() * size_of::<Run>()
    }
}
