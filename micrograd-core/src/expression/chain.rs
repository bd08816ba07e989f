//! `target += term` and `target -= term` run many times in a row.

use super::recording::{Kind, MOST_OPERANDS, pass_on_regular};
use super::{At, JoinsValue, Loader, Operator, Part, Places, Saver, TakingApart, Term, Terms};
use crate::operations::{BinaryRow, PartialsAre};
use crate::tape::{
    Chain, Form, LinkLayout, NewLink, NodeId, Recorded, Site, SlotId, Statement, Sweep, Tag, TakenApart,
    Tape,
};
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
        && Os::COUNT <= MOST_OPERANDS;

    /// One more run if the last one of the same statement made the top of the tape.
    #[inline(always)]
    pub(crate) fn join(
        tape: &mut Tape,
        slot: SlotId,
        this: Recorded,
        (operands, right): (Os, E),
        places: Places,
    ) -> Option<Recorded> {
        if !Self::ARE_LINKS || !tape.is_open(slot, this.id()) {
            return None;
        }
        let tag = tape.node(this.id()).tag();
        let chain = Self::tag(places.site)?;
        let data = O::value(this.data(), right.primal());
        if tag == chain {
            if places.elsewhere.is_some() && !tape.chain_was_recorded_at(this.id(), places.caller) {
                return None;
            }
            let link = Self::link(&operands, &right);
            return Some(tape.append(this.id(), link, data));
        }
        if places.elsewhere.is_some() || tag != Self::single(places.site)? {
            return None;
        }
        let link = Self::link(&operands, &right);
        let layout = Kind::<(Target, Os), O::Term<Target, E>>::LAYOUT;
        Some(tape.chain_up(chain, this.id(), layout, link, data))
    }

    /// A chain of one run, which is recorded elsewhere.
    #[inline(always)]
    pub(crate) fn begin(
        tape: &mut Tape,
        this: Recorded,
        (operands, right): (Os, E),
        places: Places,
    ) -> Option<Recorded> {
        if !Self::ARE_LINKS {
            return None;
        }
        let elsewhere = places.elsewhere?;
        let tag = Self::tag(places.site)?;
        let link = Self::link(&operands, &right);
        let data = O::value(this.data(), right.primal());
        Some(tape.begin_chain(tag, this.id(), link, data, elsewhere))
    }

    #[inline(always)]
    fn tag(site: &'static Site) -> Option<Tag> {
        site.chain(<(Target, Os)>::KINDS, Self::statement)
    }

    #[inline(always)]
    fn single(site: &'static Site) -> Option<Tag> {
        site.statement(
            <(Target, Os)>::KINDS,
            Kind::<(Target, Os), O::Term<Target, E>>::statement,
        )
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
            take_apart: Self::take_apart,
            positions: site.positions(),
            name: None,
        }
    }

    /// From the last run to the first, as a sweep over single operations goes.
    fn reverse(mut sweep: Sweep<'_>, result: NodeId) -> NodeId {
        let adjoint = sweep.adjoint(result);
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
        sweep.low()
    }

    #[inline(always)]
    fn pass_on(sweep: &mut Sweep<'_>, node: NodeId, run: usize, adjoint: f64) {
        let term = Self::load(sweep, node, run);
        if !pass_on_regular(&term, adjoint, sweep) {
            Self::load(sweep, node, run).reverse(adjoint, sweep);
        }
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
