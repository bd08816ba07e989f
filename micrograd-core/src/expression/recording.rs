//! How a statement gets onto the tape, and how its adjoint goes down from there.

use super::by_rule::record_one_by_one;
use super::formula::{MOST_OPERANDS, MOST_STORED, MOST_USES};
use super::{Formula, Part, Terms, each};
use crate::operations::{Kinds, Known, Op, StepList};
use crate::tape::{
    Caller, Form, Layout, NewStatement, NodeId, Payload, PayloadMut, Recorded, Site, Statement,
    Sweep, Swept, Tag, Tape,
};

/// Where a statement stands, and where it is recorded.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    pub(crate) site: &'static Site,
    /// Where a panic is reported.
    pub(crate) caller: Caller,
    /// Inside a `#[track_caller]` function all operations are recorded at its caller, as Rust does for the
    /// operators.
    pub(crate) elsewhere: Option<Caller>,
}

impl Places {
    /// For what is all recorded at the caller.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn at(site: &'static Site, caller: Caller) -> Self {
        Places {
            site,
            caller,
            elsewhere: Some(caller),
        }
    }

    /// `here` is the place of the statement itself.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn new(site: &'static Site, here: Caller, caller: Caller) -> Self {
        // Mostly both are one constant, and the compiler knows it.
        let is_here = std::ptr::eq(here, caller) || here == caller;
        Places {
            site,
            caller,
            elsewhere: (!is_here).then_some(caller),
        }
    }
}

/// The operations of a formula.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn step_list<S: Formula>() -> StepList {
    StepList {
        steps: S::steps(),
        assigned_by: S::ASSIGNED_BY,
    }
}

/// The result of a formula as a number.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn value_of<S: Formula, Os: Terms>(operands: &Os) -> f64 {
    let mut x = [0.0; MOST_OPERANDS];
    operands.numbers(&mut x[..S::OPERANDS]);
    S::value(&x[..S::OPERANDS], &mut [0.0; MOST_STORED], Os::KINDS)
}

/// Whether the kinds of the operands, of two bits each, fit into the half of a word that a site has for them. With more
/// operands, a statement is recorded operation by operation.
pub(super) const fn kinds_fit<Os: Terms>() -> bool {
    Os::KINDS.count <= 16
}

/// A kind of statement: its operands and what is done with them.
pub(crate) struct Kind<Os, S>(std::marker::PhantomData<(Os, S)>);

impl<Os: Terms, S: Formula> Kind<Os, S> {
    pub(super) const LAYOUT: Layout = Layout::new(Os::NODES, Os::NUMBERS + S::STORED);

    /// How many nodes a statement takes at the most. There must be room for them before its operands are looked up: nodes may
    /// move for it. Recorded one by one, every operation takes a node.
    pub(crate) const ROOM: usize =
        max(max(S::OPERATIONS, Self::LAYOUT.nodes()), Self::LONGER_CHAIN);

    /// A chain grows by one node or, when it begins, by two and its result.
    const LONGER_CHAIN: usize = 3;

    const FITS: bool = kinds_fit::<Os>() && Self::LAYOUT.nodes() <= NewStatement::MOST_NODES;

    /// What the node of a statement is; nothing if its operations are recorded one by one. It is looked up before the
    /// operands, whose numbers then stay in registers.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn tag(places: Places) -> Option<Tag> {
        let is_one_node = Self::FITS && places.elsewhere.is_none();
        is_one_node.then(|| places.site.statement(Os::KIND_BITS, Self::statement))
    }

    /// Records a statement for which there is room.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn record(
        tape: &mut Tape,
        operands: Os,
        places: Places,
        tag: Option<Tag>,
    ) -> Recorded {
        let Some(tag) = tag else {
            let result = one_by_one::<Os, S>(tape, &operands, places.site, places.elsewhere);
            tape.mark_held(result);
            return result;
        };
        Self::push(tape, operands, tag)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn push(tape: &mut Tape, operands: Os, tag: Tag) -> Recorded {
        let (mut x, mut stored) = ([0.0; MOST_OPERANDS], [0.0; MOST_STORED]);
        operands.numbers(&mut x[..S::OPERANDS]);
        let y = S::value(&x[..S::OPERANDS], &mut stored[..S::STORED], Os::KINDS);
        let mut statement = NewStatement::new(tag, y, Self::LAYOUT);
        operands.store(&mut statement, 0, 0);
        store_numbers(&mut statement, Os::NUMBERS, &stored[..S::STORED]);
        tape.push_statement(&statement)
    }

    fn reverse(mut sweep: Sweep<'_>, result: NodeId) -> Swept {
        let nodes = sweep.statement(Self::LAYOUT, result);
        let (y, loaded) = (nodes.result(), Loaded::of::<Os, S>(&nodes));
        let adjoint = sweep.adjoint_of_operation(result);
        if loaded.pass_on::<Os, S>(&mut sweep, y, adjoint) {
            sweep.past(result, Self::LAYOUT.nodes())
        } else {
            sweep.statement_by_rule(step_list::<S>(), Os::KINDS, Self::LAYOUT, result)
        }
    }

    pub(super) fn statement(site: &'static Site) -> Statement {
        let op = match S::ASSIGNED_BY {
            Some(Op::Pow) if Os::KINDS.is_whole(1) => Some(Op::Powi),
            Some(op) => Some(op),
            None => S::steps().all().last().map(|step| step.op_on(Os::KINDS)),
        };
        Statement {
            form: Form::Single(Self::LAYOUT),
            op: op.expect("a statement ends with an operation"),
            reverse: Self::reverse,
            list: step_list::<S>(),
            kinds: Os::KINDS,
            positions: site.positions(),
            name: None,
        }
    }
}

/// Keeps the numbers that a reverse wants, after so many others.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn store_numbers(payload: &mut impl PayloadMut, first: usize, numbers: &[f64]) {
    each(numbers.len(), |number| {
        payload.set_number(first + number, numbers[number]);
    });
}

/// What a statement or a run of a chain keeps.
pub(super) struct Loaded {
    x: [f64; MOST_OPERANDS],
    ids: [NodeId; MOST_OPERANDS],
    stored: [f64; MOST_STORED],
}

impl Loaded {
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn of<Os: Terms, S: Formula>(payload: &impl Payload) -> Self {
        let mut loaded = Loaded {
            x: [0.0; MOST_OPERANDS],
            ids: [NodeId::NONE; MOST_OPERANDS],
            stored: [0.0; MOST_STORED],
        };
        Os::load(
            payload,
            0,
            0,
            &mut loaded.x[..S::OPERANDS],
            &mut loaded.ids[..S::OPERANDS],
        );
        each(S::STORED, |number| {
            loaded.stored[number] = payload.number(Os::NUMBERS + number);
        });
        loaded
    }

    /// Passes a regular adjoint on, unless 0·∞ may be in what comes out: then each product has to go by the rule.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn pass_on<Os: Terms, S: Formula>(
        &self,
        sweep: &mut Sweep<'_>,
        y: f64,
        adjoint: f64,
    ) -> bool {
        let mut passed = [0.0; MOST_USES];
        S::reverse(
            &self.x[..S::OPERANDS],
            &self.stored[..S::STORED],
            y,
            adjoint,
            &mut passed[..S::USES.len()],
            Os::KINDS,
        );
        if !is_regular::<S>(&passed, Os::KINDS) {
            return false;
        }
        each(S::USES.len(), |k| {
            let operand = S::USES[k];
            if Os::KINDS.is_node(operand) {
                sweep.add(self.ids[operand], passed[k]);
            }
        });
        true
    }
}

/// Whether 0·∞ can be in nothing that is passed on of a regular adjoint: it would be NaN, and so would the sum. A quotient's
/// slope that overflowed would be infinite or NaN there.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn is_regular<S: Formula>(passed: &[f64; MOST_USES], kinds: Kinds) -> bool {
    if S::OPERATIONS <= 1 && !S::HAS_QUOTIENT {
        return true;
    }
    // Adding to −0 changes nothing, and costs nothing.
    let mut sum = -0.0;
    each(S::USES.len(), |k| {
        if kinds.is_node(S::USES[k]) {
            sum += passed[k];
        }
    });
    if S::HAS_QUOTIENT {
        f64::is_finite(sum)
    } else {
        !f64::is_nan(sum)
    }
}

const fn max(a: usize, b: usize) -> usize {
    if a > b { a } else { b }
}

#[cold]
#[inline(never)]
pub(crate) fn one_by_one<Os: Terms, S: Formula>(
    tape: &mut Tape,
    operands: &Os,
    site: &'static Site,
    elsewhere: Option<Caller>,
) -> Recorded {
    let elsewhere = (site.positions(), elsewhere);
    let result = if S::OPERANDS <= FEW_OPERANDS {
        one_by_one_of::<FEW_OPERANDS, Os>(tape, step_list::<S>(), operands, elsewhere)
    } else {
        one_by_one_of::<MOST_OPERANDS, Os>(tape, step_list::<S>(), operands, elsewhere)
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
    (positions, elsewhere): (&[Caller], Option<Caller>),
) -> Part {
    let (mut known, mut ids) = ([Known::Number(f64::NAN); N], [NodeId::NONE; N]);
    let mut place = 0;
    operands.each(&mut |part| {
        known[place as usize] = part.known(place);
        if let Part::Node(node) = part {
            ids[place as usize] = node.id();
        }
        place += 1;
    });
    let count = place as usize;
    let operands = (&known[..count], &ids[..count]);
    record_one_by_one(tape, list, operands, Os::KINDS, positions, elsewhere)
}
