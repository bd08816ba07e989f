//! `target += term` and `target -= term` run many times in a row.

use super::formula::{MOST_OPERANDS, MOST_STORED};
use super::recording::{Kind, Loaded, kinds_fit, one_by_one, step_list, store_numbers};
use super::{Assigned, Formula, Join, JoinsValue, OperandList, Places, Terms, Together};
use crate::operations::{BinaryRow, PartialsAre, StepList};
use crate::source::SourceId;
use crate::tape::{
    Advanced, Form, LinkLayout, NewExtension, NewLink, NextRun, NodeId, OpenChain, Recorded, Site,
    SlotId, Statement, Sweep, Swept, Tag, Tape,
};
use crate::value::Value;
use std::marker::PhantomData;

/// A run that is a statement of its own.
type Alone<O, Os, S> = Kind<(Recorded, Os), Assigned<O, S>>;

/// What a chain is, and where it is recorded: looked up once for many.
#[derive(Clone, Copy)]
pub(crate) struct KnownChain {
    tag: Tag,
    source: SourceId,
    places: Places,
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

/// A chain of runs of `target O= E`, where the formula `S` has the operands `Os`.
pub(crate) struct Links<O, Os, S>(PhantomData<(O, Os, S)>);

impl<O: BinaryRow, Os: Together<Kept: JoinsValue>, S: Formula> Links<O, Os, S>
where
    Value: Join<Os::Kept, Output = Value>,
{
    const LAYOUT: LinkLayout = LinkLayout::new(Os::NODES, Os::NUMBERS + S::STORED);

    /// Whether the adjoint of the result is that of the target: then all runs pass the same one on.
    pub(crate) const ARE_LINKS: bool = matches!(O::PARTIALS, PartialsAre::Constant)
        && Os::KINDS.nodes != 0
        && Self::LAYOUT.fits()
        && kinds_fit::<(Recorded, Os)>();

    /// `this O= right`: one more run, if the last one of the same statement made the top of the tape; else a
    /// statement of its own.
    #[inline(always)]
    pub(crate) fn record(
        tape: &mut Tape,
        slot: SlotId,
        operands: impl OperandList<Terms = Os>,
        places: Places,
    ) -> Advanced {
        if Self::ARE_LINKS {
            if places.elsewhere.is_some() {
                return Self::record_elsewhere(tape, slot, operands, places);
            }
            let this = tape.id(slot);
            if tape.is_open(slot, this) {
                let tag = tape.node(this).tag();
                if places.site.is_chain(Self::KIND_BITS, tag) {
                    let (link, data) = Self::run(tape, tape.data(this), operands);
                    return Advanced::SamePlace(tape.append(this, link, data).id());
                }
                if places.site.is_statement(Self::KIND_BITS, tag) {
                    // By value: the operands stay in registers, which is where they are in the usual case.
                    let terms = operands.read(Some(tape));
                    return Self::second_run(tape, this, terms, places.site);
                }
            }
        }
        let tag = Alone::<O, Os, S>::tag(places);
        let target = tape.recorded(slot);
        let operands = operands.read(Some(tape));
        let result = Alone::<O, Os, S>::record(tape, (target, operands), places, tag);
        Advanced::NewPlace(result.id())
    }

    /// One more run in a loop, of a chain that is still open.
    #[inline(always)]
    pub(crate) fn lengthen(
        tape: &mut Tape,
        chain: OpenChain,
        operands: impl OperandList<Terms = Os>,
    ) -> OpenChain {
        let (link, data) = Self::run(tape, chain.data(), operands);
        tape.lengthen(chain, link, data)
    }

    /// The same in a new extension.
    #[inline(always)]
    pub(crate) fn extend(
        tape: &mut Tape,
        slot: SlotId,
        chain: OpenChain,
        operands: impl OperandList<Terms = Os>,
    ) -> OpenChain {
        let (link, data) = Self::run(tape, chain.data(), operands);
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
    fn run(tape: &Tape, before: f64, operands: impl OperandList<Terms = Os>) -> (NewLink, f64) {
        Self::run_of(before, operands.read(Some(tape)))
    }

    #[inline(always)]
    fn run_of(before: f64, terms: Os) -> (NewLink, f64) {
        let (link, right) = Self::link(&terms);
        (link, O::value(before, right))
    }

    #[inline(never)]
    fn second_run(tape: &mut Tape, this: NodeId, terms: Os, site: &'static Site) -> Advanced {
        let (link, data) = Self::run_of(tape.data(this), terms);
        let chain = site.chain(Self::KIND_BITS, Self::statement);
        let layout = Alone::<O, Os, S>::LAYOUT;
        Advanced::SamePlace(tape.chain_up(chain, this, layout, link, data).id())
    }

    #[cold]
    #[inline(never)]
    fn record_elsewhere(
        tape: &mut Tape,
        slot: SlotId,
        operands: impl OperandList<Terms = Os>,
        places: Places,
    ) -> Advanced {
        Self::record_link(tape, slot, operands, places)
    }

    /// A run of a chain, which it may begin; with `elsewhere`, all operations are recorded there.
    #[inline(always)]
    pub(crate) fn record_link(
        tape: &mut Tape,
        slot: SlotId,
        operands: impl OperandList<Terms = Os>,
        places: Places,
    ) -> Advanced {
        let Places {
            site, elsewhere, ..
        } = places;
        let this = tape.id(slot);
        let (link, data) = Self::run(tape, tape.data(this), operands);
        let chain = site.chain(Self::KIND_BITS, Self::statement);
        let joins = tape.is_open(slot, this)
            && tape.node(this).tag() == chain
            && tape.chain_was_recorded_at(this, elsewhere);
        if joins {
            return Advanced::SamePlace(tape.append(this, link, data).id());
        }
        Advanced::NewPlace(tape.begin_chain(chain, this, link, data, elsewhere).id())
    }

    const KIND_BITS: u64 = <(Recorded, Os)>::KIND_BITS;

    /// How many nodes a chain of so many runs takes at the most, with a first term recorded one by one.
    pub(crate) fn room(runs: usize) -> usize {
        S::OPERATIONS
            + if Self::ARE_LINKS {
                Self::LAYOUT.nodes(runs)
            } else {
                runs * (S::OPERATIONS + 1)
            }
    }

    /// `first O t₁ O t₂ O …`, one chain whose operations are all recorded at the caller. There is room for it.
    #[inline(never)] // By itself, the loop keeps the sum in a register.
    pub(crate) fn total<L: OperandList<Terms = Os>>(
        tape: &mut Tape,
        first: Recorded,
        operands: impl ExactSizeIterator<Item = L>,
        places: Places,
    ) -> Recorded {
        let known = Self::known(tape, places);
        Self::total_of_known(tape, first, operands, known)
    }

    /// What all chains that are recorded here have in common.
    pub(crate) fn known(tape: &mut Tape, places: Places) -> KnownChain {
        KnownChain {
            tag: places.site.chain(Self::KIND_BITS, Self::statement),
            source: tape.source(places.caller),
            places,
        }
    }

    /// The same of a chain that is known already.
    #[inline(always)]
    pub(crate) fn total_of_known<L: OperandList<Terms = Os>>(
        tape: &mut Tape,
        first: Recorded,
        mut operands: impl ExactSizeIterator<Item = L>,
        KnownChain {
            tag,
            source,
            places,
        }: KnownChain,
    ) -> Recorded {
        let runs = operands.len();
        if runs == 0 {
            return first;
        }
        if !Self::ARE_LINKS {
            return operands.fold(first, |result, operands| {
                let operands = (result, operands.read(Some(tape)));
                let elsewhere = Some(places.caller);
                one_by_one::<(Recorded, Os), Assigned<O, S>>(
                    tape,
                    &operands,
                    places.site,
                    elsewhere,
                )
            });
        }
        let per_node = Self::LAYOUT.per_node();
        let mut data = first.data();
        while operands.len() > 0 {
            let mut extension = NewExtension::new();
            for run in 0..LinkLayout::PLACES {
                if run < per_node
                    && let Some(operands) = operands.next()
                {
                    let (link, right) = Self::link(&operands.read(Some(tape)));
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
    fn link(operands: &Os) -> (NewLink, f64) {
        let (mut x, mut stored) = ([0.0; MOST_OPERANDS], [0.0; MOST_STORED]);
        operands.numbers(&mut x[..S::OPERANDS]);
        let right = S::value(&x[..S::OPERANDS], &mut stored[..S::STORED], Os::KINDS);
        let mut link = NewLink::new(Self::LAYOUT);
        operands.store(&mut link, 0, 0);
        store_numbers(&mut link, Os::NUMBERS, &stored[..S::STORED]);
        (link, right)
    }

    fn statement(site: &'static Site) -> Statement {
        Statement {
            form: Form::Chain(Self::LAYOUT),
            op: O::OP.code().op().expect("a binary row is an operation"),
            reverse: Self::reverse,
            list: StepList {
                steps: S::steps(),
                assigned_by: O::OP.code().op(),
            },
            kinds: Os::KINDS,
            positions: site.positions(),
            name: None,
        }
    }

    /// From the last run to the first, as a sweep over single operations goes.
    fn reverse(mut sweep: Sweep<'_>, result: NodeId) -> Swept {
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
                    Self::pass_on(&mut sweep, node, run, right);
                }
            }
            runs -= here;
        }
        sweep.past(node, 1)
    }

    #[inline(always)]
    fn pass_on(sweep: &mut Sweep<'_>, node: NodeId, run: usize, adjoint: f64) {
        let loaded = Loaded::of::<Os, S>(&sweep.link(Self::LAYOUT, node, run));
        if !loaded.pass_on::<Os, S>(sweep, f64::NAN, adjoint) {
            sweep.go_on(move |sweep| Self::pass_on_by_rule(sweep, node, run, adjoint));
        }
    }

    #[cold]
    #[inline(never)]
    fn pass_on_by_rule(sweep: Sweep<'_>, node: NodeId, run: usize, adjoint: f64) -> Swept {
        let (list, place) = (step_list::<S>(), (node, run));
        sweep.run_by_rule(list, Os::KINDS, Self::LAYOUT, place, adjoint)
    }
}
