//! Recording chains. A run joins a chain if nothing can tell the difference: the result before is at the top of the
//! tape, and no other handle and no name is on it.

use crate::source::{Caller, SourceId};
use crate::tape::memory::{NodeId, NodeRef, Tag, TapeNode, WordId};
use crate::tape::state::{HandleId, Tape};
use crate::tape::statements::{
    Layout, LinkLayout, NewExtension, NewLink, NodesOfStatement, Payload, PayloadMut,
};

impl Tape {
    /// Whether the result that `handle` holds can be replaced by a new one without anybody noticing.
    #[inline(always)]
    pub(crate) fn is_open(&self, handle: HandleId, result: NodeId) -> bool {
        result.is_right_below(self.nodes.end())
            && !self.handles.is_shared(handle)
            && result >= self.frozen_below
    }

    /// Begins a chain on `first` with one run.
    #[inline]
    pub(crate) fn begin_chain(
        &mut self,
        tag: Tag,
        first: NodeId,
        link: NewLink,
        data: f64,
        caller_site: Option<Caller>,
    ) -> NodeRef {
        let caller_site = self.source_of_chain(caller_site);
        self.push_link(link);
        let result = TapeNode::chain(data, first, 1, caller_site.bits(), tag);
        NodeRef::new(self.nodes.push(result), data)
    }

    /// What some runs of a chain take in, below its result.
    #[inline(always)]
    pub(crate) fn push_extension(&mut self, extension: NewExtension) {
        self.nodes.push(extension.into_node());
    }

    /// The result of a chain whose extensions have been pushed.
    #[inline(always)]
    pub(crate) fn push_chain(
        &mut self,
        tag: Tag,
        first: NodeId,
        runs: usize,
        data: f64,
        caller_site: SourceId,
    ) -> NodeRef {
        #[allow(clippy::cast_possible_truncation)] // The tape is shorter than 2³¹ nodes.
        let runs = runs as u32;
        let result = TapeNode::chain(data, first, runs, caller_site.bits(), tag);
        NodeRef::new(self.nodes.push(result), data)
    }

    /// Whether all operations of a chain were recorded at this position; with none, each at its own.
    #[inline(always)]
    pub(crate) fn chain_was_recorded_at(
        &mut self,
        chain: NodeId,
        caller_site: Option<Caller>,
    ) -> bool {
        self.source_of_chain(caller_site) == self.nodes.node(chain).chain_source()
    }

    #[inline]
    fn source_of_chain(&mut self, caller_site: Option<Caller>) -> SourceId {
        caller_site.map_or(SourceId::UNKNOWN, |caller| self.sources.id(caller))
    }

    /// Makes a chain of the statement at the top, whose layout this is, and one more run.
    pub(crate) fn chain_up(
        &mut self,
        tag: Tag,
        result: NodeId,
        layout: &'static Layout,
        link: NewLink,
        data: f64,
    ) -> NodeRef {
        let mut before = NewLink::new(link.layout());
        let statement = NodesOfStatement::new(self.nodes.reach(), layout, result);
        for operand in 0..link.layout().operands_of_a_run() {
            before.set_operand(operand, statement.operand(operand + 1).id());
        }
        for number in 0..link.layout().numbers_of_a_run() {
            before.set_number(number, statement.number(number));
        }
        let first = statement.operand(0).id();
        self.nodes.truncate(result.index() + 1 - layout.nodes());
        self.push_link(before);
        if link.layout().per_node() > 1 {
            let top = self.nodes.end().below(1);
            self.write_link(top, 1, link);
        } else {
            self.push_link(link);
        }
        let result = TapeNode::chain(data, first, 2, SourceId::UNKNOWN.bits(), tag);
        NodeRef::new(self.nodes.push(result), data)
    }

    /// One more run of the chain at the top.
    #[inline(always)]
    pub(crate) fn append(&mut self, result: NodeId, link: NewLink, data: f64) -> NodeRef {
        let runs = self.nodes.operation(result).chain_len();
        self.nodes.operation_mut(result).grad = 0.0;
        let runs = link.layout().in_the_last(runs);
        if runs < link.layout().per_node() {
            self.write_link(result.below(1), runs, link);
            self.nodes.operation_mut(result).lengthen(data);
            return NodeRef::new(result, data);
        }
        self.append_extension(result, link, data)
    }

    /// One more run, in an extension of its own; no sweep has reached the result.
    #[inline(always)]
    pub(in crate::tape) fn append_extension(
        &mut self,
        result: NodeId,
        link: NewLink,
        data: f64,
    ) -> NodeRef {
        let mut longer = *self.nodes.operation(result);
        longer.lengthen(data);
        self.nodes.operation_mut(result).become_extension();
        self.write_link(result, 0, link);
        NodeRef::new(self.nodes.push(longer), data)
    }

    #[inline(always)]
    fn push_link(&mut self, link: NewLink) {
        let node = self.nodes.push(TapeNode::extension());
        self.write_link(node, 0, link);
    }

    /// Writes a run after `runs` others in the same extension.
    #[inline(always)]
    fn write_link(&mut self, extension: NodeId, runs: usize, link: NewLink) {
        self.write_link_at(WordId::new(extension, runs * link.layout().words()), link);
    }

    #[inline(always)]
    pub(in crate::tape) fn write_link_at(&mut self, first: WordId, link: NewLink) {
        for index in 0..LinkLayout::WORDS {
            if index < link.layout().words() {
                self.nodes.write_word(first.above(index), link.word(index));
            }
        }
    }
}
