//! `target += term` and `target -= term` run many times in a row.

use super::recording::{Kind, kinds_fit, pass_on_regular, record_statement, tag};
use super::{
    At, Join, JoinsValue, Loader, OperandList, Operator, Part, Places, Saver, TakingApart, Term,
    Terms,
};
use crate::operations::{BinaryRow, PartialsAre};
use crate::tape::{
    Advanced, Caller, Chain, Form, LinkLayout, NewExtension, NewLink, NextRun, NodeId, OpenChain,
    Recorded, Site, SlotId, Statement, Sweep, Swept, TakenApart, Tape,
};
use crate::value::Value;
use std::marker::PhantomData;

/// The target of an assigning operator.
pub(crate) type Target = At<0, Recorded>;

/// A chain of runs of `target O= E`, where `E` has the operands `Os`.
pub(crate) struct Links<O, Os, E>(PhantomData<(O, Os, E)>);

impl<O: Operator + BinaryRow, Os: Terms, E: Term<Kept: JoinsValue>> Links<O, Os, E> {
    const LAYOUT: LinkLayout = LinkLayout::new(Os::NODES, Os::NUMBERS + E::STORED[0]);

    /// Whether the adjoint of the result is that of the target: then all runs pass the same one on.
    pub(crate) const ARE_LINKS: bool = matches!(O::PARTIALS, PartialsAre::Constant)
        && E::IS_NODE
        && Self::LAYOUT.fits()
        && kinds_fit::<(Target, Os)>();

    /// `this O= right`: one more run, if the last one of the same statement made the top of the tape; else a
    /// statement of its own.
    #[inline(always)]
    pub(crate) fn record(
        tape: &mut Tape,
        slot: SlotId,
        operands: impl OperandList<Terms = Os>,
        build: impl FnOnce(Os) -> E,
        places: Places,
    ) -> Advanced
    where
        Value: Join<E::Kept, Output = Value>,
    {
        if Self::ARE_LINKS {
            if places.elsewhere.is_some() {
                return Self::record_elsewhere(tape, slot, operands, build, places);
            }
            let this = tape.id(slot);
            if tape.is_open(slot, this) {
                let tag = tape.node(this).tag();
                if places.site.is_chain(Self::KINDS, tag) {
                    let (link, data) = Self::run(tape, tape.data(this), operands, build);
                    return Advanced::SamePlace(tape.append(this, link, data).id());
                }
                if places.site.is_statement(Self::KINDS, tag) {
                    // By value: the operands stay in registers, which is where they are in the usual case.
                    let terms = operands.read(Some(tape));
                    return Self::second_run(tape, this, terms, build, places.site);
                }
            }
        }
        let tag = tag::<(Target, Os), O::Term<Target, E>>(places);
        let target: Target = At::new(tape.recorded(slot));
        let terms = operands.read(Some(tape));
        let term = O::apply(target, build(terms));
        let result = record_statement(tape, (target, terms), term, places, tag);
        Advanced::NewPlace(result.id())
    }

    /// One more run in a loop, of a chain that is still open.
    #[inline(always)]
    pub(crate) fn lengthen(
        tape: &mut Tape,
        chain: OpenChain,
        operands: impl OperandList<Terms = Os>,
        build: impl FnOnce(Os) -> E,
    ) -> OpenChain {
        let (link, data) = Self::run(tape, chain.data(), operands, build);
        tape.lengthen(chain, link, data)
    }

    /// The same in a new extension.
    #[inline(always)]
    pub(crate) fn extend(
        tape: &mut Tape,
        slot: SlotId,
        chain: OpenChain,
        operands: impl OperandList<Terms = Os>,
        build: impl FnOnce(Os) -> E,
    ) -> OpenChain {
        let (link, data) = Self::run(tape, chain.data(), operands, build);
        tape.extend(slot, chain, link, data)
    }

    /// Where the next run in a loop goes.
    #[inline(always)]
    pub(crate) fn next_run(tape: &Tape, chain: OpenChain) -> NextRun {
        tape.next_run(chain, Self::LAYOUT)
    }

    /// What a loop knows of the chain that its target is now.
    #[inline(always)]
    pub(crate) fn open_chain(tape: &Tape, slot: SlotId) -> OpenChain {
        tape.open_chain(slot, Self::LAYOUT)
    }

    /// What one run takes in, and its result.
    #[inline(always)]
    fn run(
        tape: &Tape,
        before: f64,
        operands: impl OperandList<Terms = Os>,
        build: impl FnOnce(Os) -> E,
    ) -> (NewLink, f64) {
        Self::run_of(before, operands.read(Some(tape)), build)
    }

    #[inline(always)]
    fn run_of(before: f64, terms: Os, build: impl FnOnce(Os) -> E) -> (NewLink, f64) {
        let right = build(terms);
        let data = O::value(before, right.primal());
        (Self::link(&terms, &right), data)
    }

    #[inline(never)]
    fn second_run(
        tape: &mut Tape,
        this: NodeId,
        terms: Os,
        build: impl FnOnce(Os) -> E,
        site: &'static Site,
    ) -> Advanced {
        let (link, data) = Self::run_of(tape.data(this), terms, build);
        let chain = site.chain(Self::KINDS, Self::statement);
        let layout = Kind::<(Target, Os), O::Term<Target, E>>::LAYOUT;
        Advanced::SamePlace(tape.chain_up(chain, this, layout, link, data).id())
    }

    #[cold]
    #[inline(never)]
    fn record_elsewhere(
        tape: &mut Tape,
        slot: SlotId,
        operands: impl OperandList<Terms = Os>,
        build: impl FnOnce(Os) -> E,
        places: Places,
    ) -> Advanced {
        Self::record_link(tape, slot, operands, build, places)
    }

    /// A run of a chain, which it may begin; with `elsewhere`, all operations are recorded there.
    #[inline(always)]
    pub(crate) fn record_link(
        tape: &mut Tape,
        slot: SlotId,
        operands: impl OperandList<Terms = Os>,
        build: impl FnOnce(Os) -> E,
        places: Places,
    ) -> Advanced {
        let Places {
            site, elsewhere, ..
        } = places;
        let this = tape.id(slot);
        let (link, data) = Self::run(tape, tape.data(this), operands, build);
        let chain = site.chain(Self::KINDS, Self::statement);
        let joins = tape.is_open(slot, this)
            && tape.node(this).tag() == chain
            && tape.chain_was_recorded_at(this, elsewhere);
        if joins {
            return Advanced::SamePlace(tape.append(this, link, data).id());
        }
        Advanced::NewPlace(tape.begin_chain(chain, this, link, data, elsewhere).id())
    }

    const KINDS: u64 = <(Target, Os)>::KINDS;

    /// How many nodes a chain of so many runs takes at the most, with a first term recorded one by one.
    pub(crate) fn room(runs: usize) -> usize {
        E::STEPS
            + if Self::ARE_LINKS {
                Self::LAYOUT.nodes(runs)
            } else {
                runs * (E::STEPS + 1)
            }
    }

    /// `first O t₁ O t₂ O …`, one chain whose operations are all recorded at the caller. There is room for it.
    #[inline(never)] // By itself, the loop keeps the sum in a register.
    pub(crate) fn total<L: OperandList<Terms = Os>>(
        tape: &mut Tape,
        first: Recorded,
        mut operands: impl ExactSizeIterator<Item = L>,
        places: Places,
        build: impl Fn(Os) -> E,
    ) -> Recorded {
        let runs = operands.len();
        if runs == 0 {
            return first;
        }
        if !Self::ARE_LINKS {
            return Self::total_one_by_one(tape, first, operands, places.caller, build);
        }
        let per_node = Self::LAYOUT.per_node();
        let mut data = first.data();
        while operands.len() > 0 {
            let mut extension = NewExtension::new();
            for run in 0..LinkLayout::PLACES {
                if run < per_node
                    && let Some(operands) = operands.next()
                {
                    let terms = operands.read(Some(tape));
                    let term = build(terms);
                    data = O::value(data, term.primal());
                    extension.set(run, Self::link(&terms, &term));
                }
            }
            tape.push_extension(extension);
        }
        let tag = places.site.chain(Self::KINDS, Self::statement);
        tape.push_chain(tag, first.id(), runs, data, places.caller)
    }

    #[cold]
    fn total_one_by_one<L: OperandList<Terms = Os>>(
        tape: &mut Tape,
        first: Recorded,
        operands: impl Iterator<Item = L>,
        caller: Caller,
        build: impl Fn(Os) -> E,
    ) -> Recorded {
        let mut result = first;
        for operands in operands {
            let term = build(operands.read(Some(tape)));
            let mut parts = TakingApart::new(tape, &|id| id, &[], Some(caller));
            let right = term.take_apart(&mut parts);
            result = parts
                .tape
                .binary_of_parts::<O>(Part::Node(result), right, caller);
        }
        result
    }

    #[inline(always)]
    fn link(operands: &Os, right: &E) -> NewLink {
        let mut link = NewLink::new(Self::LAYOUT);
        let mut saver = Saver::of_link(&mut link);
        operands.store(&mut saver);
        right.store(false, &mut saver);
        link
    }

    fn statement(site: &'static Site) -> Statement {
        Statement {
            form: Form::Chain(Self::LAYOUT),
            op: O::OP.code().op().expect("a binary row is an operation"),
            reverse: Self::reverse,
            reverse_by_rule: Self::reverse_by_rule,
            take_apart: Self::take_apart,
            positions: site.positions(),
            name: None,
        }
    }

    fn reverse(sweep: Sweep<'_>, result: NodeId) -> Swept {
        Self::reverse_runs(sweep, result, Self::pass_on)
    }

    #[cold]
    #[inline(never)]
    fn reverse_by_rule(sweep: Sweep<'_>, result: NodeId) -> Swept {
        Self::reverse_runs(sweep, result, Self::pass_on_by_rule)
    }

    /// From the last run to the first, as a sweep over single operations goes.
    #[inline(always)]
    fn reverse_runs(
        mut sweep: Sweep<'_>,
        result: NodeId,
        pass_on: impl Fn(&mut Sweep<'_>, NodeId, usize, f64),
    ) -> Swept {
        let adjoint = sweep.adjoint_of_operation(result);
        let right = O::right_partial(0.0, 0.0, 0.0) * adjoint;
        let chain = sweep.chain(Self::LAYOUT, result);
        let (first, mut runs) = (chain.first().id(), chain.len());
        let mut node = result;
        while runs > 0 {
            node = node.below(1);
            let here = (runs - 1) % Self::LAYOUT.per_node() + 1;
            for run in (0..Self::LAYOUT.per_node()).rev() {
                if run < here {
                    if run == 0 && runs == here {
                        sweep.add(first, adjoint);
                    }
                    pass_on(&mut sweep, node, run, right);
                }
            }
            runs -= here;
        }
        sweep.past(node, 1)
    }

    #[inline(always)]
    fn pass_on(sweep: &mut Sweep<'_>, node: NodeId, run: usize, adjoint: f64) {
        let term = Self::load(sweep, node, run);
        if !pass_on_regular(&term, adjoint, sweep) {
            Self::pass_on_by_rule(sweep, node, run, adjoint);
        }
    }

    #[inline(always)]
    fn pass_on_by_rule(sweep: &mut Sweep<'_>, node: NodeId, run: usize, adjoint: f64) {
        sweep.go_on(|sweep| Self::run_by_rule(sweep, node, run, adjoint));
    }

    #[cold]
    #[inline(never)]
    fn run_by_rule(mut sweep: Sweep<'_>, node: NodeId, run: usize, adjoint: f64) -> Swept {
        Self::load(&mut sweep, node, run).reverse(adjoint, &mut sweep);
        sweep.past(node, 1)
    }

    #[inline(always)]
    fn load(sweep: &mut Sweep<'_>, node: NodeId, run: usize) -> E {
        let link = sweep.link(Self::LAYOUT, node, run);
        E::load(false, &mut Loader::<_, Os>::new(link))
    }

    fn take_apart(statement: TakenApart<'_>, tape: &mut Tape) -> Recorded {
        let mut chain = Chain::new(statement.nodes, Self::LAYOUT, statement.result);
        let elsewhere = chain.source().location();
        let first = chain.first();
        let mut result = first.moved_to((statement.operand)(first.id()));
        for run in 0..chain.len() {
            let term = E::load(false, &mut Loader::<_, Os>::new(chain.link(run)));
            let mut parts =
                TakingApart::new(tape, statement.operand, statement.positions, elsewhere);
            let right = term.take_apart(&mut parts);
            let position = parts.next_position();
            let left = Part::Node(result);
            result = parts.tape.binary_of_parts::<O>(left, right, position);
        }
        result
    }
}
