//! How a statement gets onto the tape, and how its adjoint goes down from there.

use super::arithmetic::Summary;
use super::formula::{MOST_OPERANDS, NO_OPERANDS, NONE_PASSED, NONE_STORED};
use super::one_by_one::record_one_by_one;
use super::{Adjoints, Arithmetic, Part, Terms};
use crate::operations::{Known, Op, StepList};
use crate::source::Expression;
use crate::tape::{
    Caller, Form, KnownStatements, Layout, NodeId, NodeRef, Payload, Site, StatementKind, Sweep,
    Swept, Tag, Tape,
};
use std::marker::PhantomData;

/// Where a statement stands, and where it is recorded.
#[derive(Clone, Copy, Debug)]
pub struct CallSite {
    pub(crate) site: &'static Site,
    /// Where a panic is reported.
    pub(crate) caller: Caller,
    /// Inside a `#[track_caller]` function all operations are recorded at its caller, as Rust does for the
    /// operators.
    pub(crate) caller_site: Option<Caller>,
}

impl CallSite {
    /// For what is all recorded at the caller.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn at(site: &'static Site, caller: Caller) -> Self {
        CallSite {
            site,
            caller,
            caller_site: Some(caller),
        }
    }

    /// `here` is the position of the statement itself.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn new(site: &'static Site, here: Caller, caller: Caller) -> Self {
        // Mostly both are one constant, and the compiler knows it.
        let is_here = std::ptr::eq(here, caller) || here == caller;
        CallSite {
            site,
            caller,
            caller_site: (!is_here).then_some(caller),
        }
    }
}

/// The operations of a formula.
pub(crate) fn step_list(site: &'static Site, assigned_by: Option<Op>) -> StepList {
    StepList {
        steps: site.steps(),
        assigned_by,
    }
}

/// The result of a formula as a number.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn value_of<A: Arithmetic, Os: Terms>(operands: &Os, site: &Site) -> f64 {
    let mut x = NO_OPERANDS;
    operands.numbers(&mut x);
    A::value(site, &x, &mut { NONE_STORED }, Os::SIGNATURE)
}

/// Whether a site has room for the kinds of the operands.
pub(super) const fn signature_fits<Os: Terms>() -> bool {
    Os::SIGNATURE.count as usize <= Layout::MOST_OPERANDS
}

/// A kind of statement: its operands and what is done with them.
pub(crate) struct Kind<Os, A>(PhantomData<(Os, A)>);

impl<Os: Terms, A: Arithmetic> Kind<Os, A> {
    pub(super) const LAYOUT: &'static Layout = &Layout::new(Os::NODES, Os::NUMBERS + A::STORED);

    const STATEMENT: &'static StatementKind = &StatementKind {
        form: Form::Single(Self::LAYOUT),
        reverse: Self::reverse,
        signature: Os::SIGNATURE,
        assigned_by: A::ASSIGNED_BY,
    };

    /// How many nodes a statement takes.
    pub(crate) const NODES: usize = Self::LAYOUT.nodes();

    /// How many nodes a statement takes at the most. There must be room for them before its operands are looked up: nodes may
    /// move for it. Recorded one by one, every operation takes a node.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn room(site: &Site) -> usize {
        A::SUMMARY
            .operations(site)
            .max(const { larger(Self::NODES, Self::LONGER_CHAIN) })
    }

    /// A chain grows by one node or, when it begins, by two and its result.
    const LONGER_CHAIN: usize = 3;

    /// Whether it is recorded as a statement, and not operation by operation.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn is_one_statement(at: CallSite) -> bool {
        let fits = const { signature_fits::<Os>() && Self::NODES <= Layout::MOST_NODES };
        fits && at.caller_site.is_none()
    }

    /// What the node of a statement is. It is looked up before the operands, whose numbers then stay in registers.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn tag_of_statement(site: &'static Site) -> Tag {
        site.statement(Os::SIGNATURE_BITS, Self::STATEMENT)
    }

    /// The same; nothing if its operations are recorded one by one.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn tag(at: CallSite) -> Option<Tag> {
        Self::is_one_statement(at).then(|| Self::tag_of_statement(at.site))
    }

    /// Records a statement for which there is room.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn record(tape: &mut Tape, operands: Os, at: CallSite, tag: Option<Tag>) -> NodeRef {
        let Some(tag) = tag else {
            let result = one_by_one(tape, &operands, A::ASSIGNED_BY, at);
            tape.mark_held(result);
            return result;
        };
        Self::push(tape, operands, at.site, tag)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn push(tape: &mut Tape, operands: Os, site: &Site, tag: Tag) -> NodeRef {
        let mut x = NO_OPERANDS;
        let mut stored = NONE_STORED;
        operands.numbers(&mut x);
        let y = A::value(site, &x, &mut stored, Os::SIGNATURE);
        let mut statement = tape.push_statement(tag, y, Self::LAYOUT);
        operands.store(&mut statement, 0, 0);
        A::store(site, &stored, &mut statement, Os::NUMBERS);
        statement.result()
    }

    fn reverse(mut sweep: Sweep<'_>, statements: &KnownStatements, result: NodeId) -> Swept {
        let site = A::SUMMARY.site(&sweep, statements, result);
        let nodes = sweep.statement(Self::LAYOUT, result);
        let y = nodes.result().data();
        let mut loaded = Loaded::NOTHING;
        loaded.load::<Os, A>(&nodes, site);
        let adjoint = sweep.adjoint_of_operation(result);
        if loaded.pass_on::<Os, A>(&mut sweep, site, [y, adjoint]) {
            sweep.past(result, Self::NODES)
        } else {
            sweep.statement_by_rule(statements, result)
        }
    }
}

const fn larger(a: usize, b: usize) -> usize {
    if a > b { a } else { b }
}

/// What a statement or a run of a chain keeps.
pub(super) struct Loaded {
    x: [f64; MOST_OPERANDS],
    ids: [NodeId; MOST_OPERANDS],
    stored: [f64; NONE_STORED.len()],
}

impl Loaded {
    pub(super) const NOTHING: Loaded = Loaded {
        x: NO_OPERANDS,
        ids: [NodeId::NONE; MOST_OPERANDS],
        stored: NONE_STORED,
    };

    /// Reads what a statement or a run keeps.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn load<Os: Terms, A: Arithmetic>(&mut self, payload: &impl Payload, site: &Site) {
        Os::load(payload, 0, 0, &mut self.x, &mut self.ids);
        A::load(site, payload, Os::NUMBERS, &mut self.stored);
    }

    /// Passes a regular adjoint on, unless 0·∞ may be in what comes out, or the digits depend on an order that is lost: then each product
    /// has to go by the rule.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn pass_on<Os: Terms, A: Arithmetic>(
        &self,
        sweep: &mut Sweep<'_>,
        site: &Site,
        result: [f64; 2],
    ) -> bool {
        let mut passed = NONE_PASSED;
        A::reverse(
            site,
            &self.x,
            &self.stored,
            result,
            &mut passed,
            Os::SIGNATURE,
        );
        const { assert!(!A::SUMMARY.is_regrouped || Os::SIGNATURE.count <= 4) };
        if A::SUMMARY.is_regrouped && !are_distinct::<Os>(&self.ids) {
            return false;
        }
        let mut sum = SumOfNodes::<Os>::NOTHING;
        A::add(site, &passed, &mut sum, 0);
        if !sum.is_regular(A::SUMMARY, site) {
            return false;
        }
        let mut operands = OfOperands::<Os> {
            sweep,
            ids: &self.ids,
            operands: PhantomData,
        };
        A::add(site, &passed, &mut operands, 0);
        true
    }
}

/// Whether no two of at most four operands are one node. The macro regroups with at most three, and a target may come before them.
#[cfg_attr(not(debug_assertions), inline(always))]
fn are_distinct<Os: Terms>(ids: &[NodeId; MOST_OPERANDS]) -> bool {
    let differ = |a: usize, b: usize| !is_node::<Os>(a) || !is_node::<Os>(b) || ids[a] != ids[b];
    differ(0, 1) && differ(0, 2) && differ(1, 2) && differ(0, 3) && differ(1, 3) && differ(2, 3)
}

/// The adjoints of a statement's operands, in a sweep.
struct OfOperands<'a, 'b, Os> {
    sweep: &'a mut Sweep<'b>,
    ids: &'a [NodeId; MOST_OPERANDS],
    operands: PhantomData<Os>,
}

impl<Os: Terms> Adjoints for OfOperands<'_, '_, Os> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn add(&mut self, operand: usize, adjoint: f64) {
        if is_node::<Os>(operand) {
            self.sweep.add(self.ids[operand], adjoint);
        }
    }
}

/// Whether an operand has a derivative. LLVM knows it before it looks at anything else.
#[cfg_attr(not(debug_assertions), inline(always))]
fn is_node<Os: Terms>(operand: usize) -> bool {
    let nodes = const { Os::SIGNATURE.nodes };
    nodes >> operand & 1 == 1
}

/// The sum of what is passed on to nodes. Adding to −0 changes nothing, and costs nothing.
pub(crate) struct SumOfNodes<Os>(f64, PhantomData<Os>);

impl<Os: Terms> SumOfNodes<Os> {
    pub(crate) const NOTHING: Self = SumOfNodes(-0.0, PhantomData);

    /// Whether 0·∞ can be in nothing that is passed on of a regular adjoint: it would be NaN, and so would the sum. A quotient's
    /// slope that overflowed would be infinite or NaN there.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn is_regular(&self, summary: Summary, site: &Site) -> bool {
        if summary.has_quotient(site) {
            self.0.is_finite()
        } else {
            summary.operations(site) <= 1 || !self.0.is_nan()
        }
    }
}

impl<Os: Terms> Adjoints for SumOfNodes<Os> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn add(&mut self, operand: usize, adjoint: f64) {
        if is_node::<Os>(operand) {
            self.0 += adjoint;
        }
    }
}

#[cold]
#[inline(never)]
pub(crate) fn one_by_one<Os: Terms>(
    tape: &mut Tape,
    operands: &Os,
    assigned_by: Option<Op>,
    at: CallSite,
) -> NodeRef {
    let CallSite {
        site, caller_site, ..
    } = at;
    if caller_site.is_none() {
        site.register();
    }
    let list = step_list(site, assigned_by);
    let caller_site = (site.expressions(), caller_site);
    let result = if const { Os::SIGNATURE.count as usize <= FEW_OPERANDS } {
        one_by_one_of::<FEW_OPERANDS, Os>(tape, list, operands, caller_site)
    } else {
        one_by_one_of::<MOST_OPERANDS, Os>(tape, list, operands, caller_site)
    };
    result.node()
}

/// So many operands take little room while they are recorded one by one.
const FEW_OPERANDS: usize = 4;

/// The same for at most `N` operands.
fn one_by_one_of<const N: usize, Os: Terms>(
    tape: &mut Tape,
    list: StepList,
    operands: &Os,
    (expressions, caller_site): (&[Expression], Option<Caller>),
) -> Part {
    let (mut known, mut ids) = ([Known::Number(f64::NAN); N], [NodeId::NONE; N]);
    let mut index = 0;
    operands.each(&mut |part| {
        known[index as usize] = part.known(index);
        if let Part::Node(node) = part {
            ids[index as usize] = node.id();
        }
        index += 1;
    });
    let count = index as usize;
    let operands = (&known[..count], &ids[..count]);
    record_one_by_one(
        tape,
        list,
        operands,
        Os::SIGNATURE,
        expressions,
        caller_site,
    )
}
