//! `target += term` and `target -= term` run many times in a row.

use super::formula::{NO_OPERANDS, NONE_STORED};
use super::kind::{Kind, Loaded, one_by_one, signature_fits};
use super::{Arithmetic, Assigned, CallSite, OperandList, Terms};
use crate::operations::{BinaryRow, PartialsAre};
use crate::source::SourceId;
use crate::tape::{
    Form, HandleId, KnownStatements, LinkLayout, NewExtension, NewLink, NextRun, NodeId, NodeRef,
    OpenChain, Rebound, Site, StatementKind, Sweep, Swept, Tag, Tape,
};
use std::marker::PhantomData;

/// A run that is a statement of its own.
type Alone<O, Os, A> = Kind<(NodeRef, Os), Assigned<O, A>>;

/// What a chain is, and where it is recorded: looked up once for many.
#[derive(Clone, Copy)]
pub(crate) struct KnownChain {
    tag: Tag,
    source: SourceId,
    at: CallSite,
}

impl KnownChain {
    /// The same of chains that no handle will hold.
    pub(crate) fn without_handles(self) -> Self {
        KnownChain {
            tag: self.tag.without_handle(),
            ..self
        }
    }
}

/// A chain of runs of `target O= E`, where the arithmetic `A` has the operands `Os`.
pub(crate) struct Links<O, Os, A>(PhantomData<(O, Os, A)>);

impl<O: BinaryRow, Os: Terms, A: Arithmetic> Links<O, Os, A> {
    const LAYOUT: LinkLayout = LinkLayout::new(Os::NODES, Os::NUMBERS + A::STORED);

    const CHAIN: &'static StatementKind = &StatementKind {
        form: Form::Chain(Self::LAYOUT),
        reverse: Self::reverse,
        signature: Os::SIGNATURE,
        assigned_by: O::OP.code().op(),
    };

    /// Whether the adjoint of the result is that of the target: then all runs pass the same one on.
    pub(crate) const ARE_LINKS: bool = matches!(O::PARTIALS, PartialsAre::Constant)
        && Os::SIGNATURE.nodes != 0
        && Self::LAYOUT.fits()
        && signature_fits::<(NodeRef, Os)>();

    /// `this O= right`: one more run, if the last one of the same statement made the top of the tape; else a
    /// statement of its own.
    #[inline(always)]
    pub(crate) fn record(
        tape: &mut Tape,
        handle: HandleId,
        operands: impl OperandList<Terms = Os>,
        at: CallSite,
    ) -> Rebound {
        let site = at.site;
        if Self::ARE_LINKS {
            if at.caller_site.is_some() {
                return Self::record_at_the_caller(tape, handle, operands, at);
            }
            let this = tape.id(handle);
            if tape.is_open(handle, this) {
                let tag = tape.node(this).tag();
                if site.is_chain(Self::SIGNATURE_BITS, tag) {
                    let (link, data) = Self::run(tape, site, tape.data(this), operands);
                    return Rebound::SamePlace(tape.append(this, link, data).id());
                }
                if site.is_statement(Self::SIGNATURE_BITS, tag) {
                    // By value: the operands stay in registers, which is where they are in the usual case.
                    let terms = operands.read(Some(tape));
                    return Self::second_run(tape, this, terms, site);
                }
            }
        }
        let tag = Alone::<O, Os, A>::tag(at);
        let target = tape.node_ref(handle);
        let operands = operands.read(Some(tape));
        let result = Alone::<O, Os, A>::record(tape, (target, operands), at, tag);
        Rebound::NewPlace(result.id())
    }

    /// One more run in a loop, of a chain that is still open.
    #[inline(always)]
    pub(crate) fn lengthen(
        tape: &mut Tape,
        site: &'static Site,
        chain: OpenChain,
        operands: impl OperandList<Terms = Os>,
    ) -> OpenChain {
        let (link, data) = Self::run(tape, site, chain.data(), operands);
        tape.lengthen(chain, link, data)
    }

    /// The same in a new extension.
    #[inline(always)]
    pub(crate) fn extend(
        tape: &mut Tape,
        site: &'static Site,
        handle: HandleId,
        chain: OpenChain,
        operands: impl OperandList<Terms = Os>,
    ) -> OpenChain {
        let (link, data) = Self::run(tape, site, chain.data(), operands);
        tape.extend(handle, chain, link, data)
    }

    /// Where the next run in a loop goes.
    #[inline(always)]
    pub(crate) fn next_run(tape: &Tape, chain: OpenChain) -> NextRun {
        tape.next_run(chain, Self::LAYOUT)
    }

    /// What a loop knows of the chain that its target is now.
    #[inline(always)]
    pub(crate) fn open_chain(tape: &Tape, handle: HandleId) -> OpenChain {
        tape.open_chain(handle, Self::LAYOUT)
    }

    /// What one run takes in, and its result.
    #[inline(always)]
    fn run(
        tape: &Tape,
        site: &Site,
        before: f64,
        operands: impl OperandList<Terms = Os>,
    ) -> (NewLink, f64) {
        Self::run_of(site, before, operands.read(Some(tape)))
    }

    #[inline(always)]
    fn run_of(site: &Site, before: f64, terms: Os) -> (NewLink, f64) {
        let (link, right) = Self::link(site, &terms);
        (link, O::value(before, right))
    }

    #[inline(never)]
    fn second_run(tape: &mut Tape, this: NodeId, terms: Os, site: &'static Site) -> Rebound {
        let (link, data) = Self::run_of(site, tape.data(this), terms);
        let chain = site.chain(Self::SIGNATURE_BITS, Self::CHAIN);
        let layout = Alone::<O, Os, A>::LAYOUT;
        Rebound::SamePlace(tape.chain_up(chain, this, layout, link, data).id())
    }

    #[cold]
    #[inline(never)]
    fn record_at_the_caller(
        tape: &mut Tape,
        handle: HandleId,
        operands: impl OperandList<Terms = Os>,
        at: CallSite,
    ) -> Rebound {
        Self::record_link(tape, handle, operands, at)
    }

    /// A run of a chain, which it may begin; with `caller_site`, all operations are recorded there.
    #[inline(always)]
    pub(crate) fn record_link(
        tape: &mut Tape,
        handle: HandleId,
        operands: impl OperandList<Terms = Os>,
        at: CallSite,
    ) -> Rebound {
        let CallSite {
            site, caller_site, ..
        } = at;
        let this = tape.id(handle);
        let (link, data) = Self::run(tape, site, tape.data(this), operands);
        let chain = site.chain(Self::SIGNATURE_BITS, Self::CHAIN);
        let joins = tape.is_open(handle, this)
            && tape.node(this).tag() == chain
            && tape.chain_was_recorded_at(this, caller_site);
        if joins {
            return Rebound::SamePlace(tape.append(this, link, data).id());
        }
        Rebound::NewPlace(tape.begin_chain(chain, this, link, data, caller_site).id())
    }

    const SIGNATURE_BITS: u64 = <(NodeRef, Os)>::SIGNATURE_BITS;

    /// How many nodes a chain of so many runs takes at the most, with a first term recorded one by one.
    pub(crate) fn room(site: &Site, runs: usize) -> usize {
        let operations = A::SUMMARY.operations(site);
        operations
            + if Self::ARE_LINKS {
                Self::LAYOUT.nodes(runs)
            } else {
                runs * (operations + 1)
            }
    }

    /// `first O t₁ O t₂ O …`, one chain whose operations are all recorded at the caller. There is room for it.
    #[inline(never)] // By itself, the loop keeps the sum in a register.
    pub(crate) fn total<L: OperandList<Terms = Os>>(
        tape: &mut Tape,
        first: NodeRef,
        operands: impl ExactSizeIterator<Item = L>,
        at: CallSite,
    ) -> NodeRef {
        let known = Self::known(tape, at);
        Self::total_of_known(tape, first, operands, known)
    }

    /// What all chains that are recorded here have in common.
    pub(crate) fn known(tape: &mut Tape, at: CallSite) -> KnownChain {
        KnownChain {
            tag: at.site.chain(Self::SIGNATURE_BITS, Self::CHAIN),
            source: tape.source(at.caller),
            at,
        }
    }

    /// The same of a chain that is known already.
    #[inline(always)]
    pub(crate) fn total_of_known<L: OperandList<Terms = Os>>(
        tape: &mut Tape,
        first: NodeRef,
        mut operands: impl ExactSizeIterator<Item = L>,
        KnownChain { tag, source, at }: KnownChain,
    ) -> NodeRef {
        let runs = operands.len();
        if runs == 0 {
            return first;
        }
        let site = at.site;
        if !Self::ARE_LINKS {
            return operands.fold(first, |result, operands| {
                let operands = (result, operands.read(Some(tape)));
                let assigned_by = Assigned::<O, A>::ASSIGNED_BY;
                one_by_one(tape, &operands, assigned_by, CallSite::at(site, at.caller))
            });
        }
        let per_node = Self::LAYOUT.per_node();
        let mut data = first.data();
        while operands.len() > 0 {
            let mut extension = NewExtension::new();
            for run in 0..LinkLayout::WORDS {
                if run < per_node
                    && let Some(operands) = operands.next()
                {
                    let (link, right) = Self::link(site, &operands.read(Some(tape)));
                    data = O::value(data, right);
                    extension.set(run, link);
                }
            }
            tape.push_extension(extension);
        }
        tape.push_chain(tag, first.id(), runs, data, source)
    }

    /// What one run takes in, and its right-hand side.
    #[inline(always)]
    fn link(site: &Site, operands: &Os) -> (NewLink, f64) {
        let mut x = NO_OPERANDS;
        let mut stored = NONE_STORED;
        operands.numbers(&mut x);
        let right = A::value(site, &x, &mut stored, Os::SIGNATURE);
        let mut link = NewLink::new(Self::LAYOUT);
        operands.store(&mut link, 0, 0);
        A::store(site, &stored, &mut link, Os::NUMBERS);
        (link, right)
    }

    /// From the last run to the first, as a sweep over single operations goes.
    fn reverse(mut sweep: Sweep<'_>, statements: &KnownStatements, result: NodeId) -> Swept {
        let site = A::SUMMARY.site(&sweep, statements, result);
        let layout = Self::LAYOUT;
        let adjoint = sweep.adjoint_of_operation(result);
        let right = O::right_partial(0.0, 0.0, 0.0) * adjoint;
        let chain = sweep.chain(layout, result);
        let (first, mut runs) = (chain.first().id(), chain.len());
        let mut node = result;
        while runs > 0 {
            node = node.below(1);
            let here = (runs - 1) % layout.per_node() + 1;
            for run in (0..layout.per_node()).rev() {
                if run < here {
                    if run == 0 && runs == here {
                        sweep.add(first, adjoint);
                    }
                    Self::pass_on(&mut sweep, (statements, site), [result, node], run, right);
                }
            }
            runs -= here;
        }
        sweep.past(node, 1)
    }

    #[inline(always)]
    fn pass_on(
        sweep: &mut Sweep<'_>,
        (statements, site): (&KnownStatements, &Site),
        [result, node]: [NodeId; 2],
        run: usize,
        adjoint: f64,
    ) {
        let link = sweep.link(Self::LAYOUT, node, run);
        let mut loaded = Loaded::NOTHING;
        loaded.load::<Os, A>(&link, site);
        if !loaded.pass_on::<Os, A>(sweep, site, [f64::NAN, adjoint]) {
            sweep.go_on(move |sweep| sweep.run_by_rule(statements, [result, node], run, adjoint));
        }
    }
}
