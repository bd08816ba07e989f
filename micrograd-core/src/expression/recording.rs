//! How a statement gets onto the tape.

use super::chain::Links;
use super::contributions::{Contributions, Regular};
use super::{Join, Kept, Loader, OperandList, Saver, TakingApart, Term, Terms, Unheld};
use crate::operations::{Number, row};
use crate::tape::{
    self, Caller, Form, Layout, NewStatement, NodeId, NodesOfStatement, Recorded, Site, Statement,
    Sweep, Swept, Tag, TakenApart, Tape,
};
use crate::value::Value;

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
    #[inline(always)]
    pub(crate) fn at(site: &'static Site, caller: Caller) -> Self {
        Places {
            site,
            caller,
            elsewhere: Some(caller),
        }
    }

    /// `here` is the place of the statement itself.
    #[inline(always)]
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

impl Kept for Value {
    type Number = f64;
    const IS_NODE: bool = true;
    type Unheld = Unheld;

    #[inline(always)]
    fn unheld<Os: OperandList, E: Term<Kept = Value>>(
        operands: Os,
        places: Places,
        build: impl FnOnce(Os::Terms) -> E,
    ) -> Unheld {
        Unheld::of(operands, places, build)
    }

    #[inline(always)]
    fn of<Os: OperandList, E: Term<Kept = Value>>(
        operands: Os,
        places: Places,
        build: impl FnOnce(Os::Terms) -> E,
    ) -> Value {
        let room = room::<Os::Terms, E>();
        Value::holding(tape::with_room(
            room,
            places.caller,
            Some(places.site),
            |tape| {
                let tag = tag::<Os::Terms, E>(places);
                let terms = operands.read(Some(tape));
                let result = record_statement(tape, terms, build(terms), places, tag);
                tape.hold_statement(result)
            },
        ))
    }

    #[inline]
    fn total<Os: OperandList, E: Term<Kept = Value>>(
        first: Option<&Value>,
        mut operands: impl ExactSizeIterator<Item = Os>,
        places: Places,
        build: impl Fn(Os::Terms) -> E,
    ) -> Value {
        let count = operands.len();
        if let (Some(first), 0) = (first, count) {
            return first.clone();
        }
        if count == 0 {
            return Value::leaf(0.0, places.caller);
        }
        let room = Links::<row::Add, Os::Terms, E>::room(count);
        Value::holding(tape::with_room(room, places.caller, None, |tape| {
            let first = first.map(|first| tape.recorded(first.slot()));
            let first = first.or_else(|| {
                let term = build(operands.next()?.read(Some(tape)));
                Some(one_by_one(tape, term, places.site, Some(places.caller)))
            });
            let first = first.expect("there is a first term");
            let result =
                Links::<row::Add, Os::Terms, E>::total(tape, first, operands, places, build);
            tape.mark_held(result);
            tape.hold_statement(result)
        }))
    }
}

/// What gives a value beside one.
pub trait JoinsValue: Join<Value, Output = Value> {}

impl JoinsValue for Value {}
impl JoinsValue for f64 {}

impl<R: JoinsValue> Join<R> for Value {
    type Output = Value;

    #[inline(always)]
    fn left(number: f64) -> f64 {
        number
    }

    #[inline(always)]
    fn right(number: R::Number) -> f64 {
        number.primal()
    }
}

/// Whether the kinds of the operands, of two bits each, fit into the half of a word that a site has for them. With more
/// operands, a statement is recorded operation by operation.
pub(super) const fn kinds_fit<Os: Terms>() -> bool {
    Os::COUNT <= 16 && Os::KINDS >> u32::BITS == 0
}

/// A kind of statement: its operands and what is done with them.
pub(super) struct Kind<Os, E>(std::marker::PhantomData<(Os, E)>);

impl<Os: Terms, E: Term<Kept = Value>> Kind<Os, E> {
    pub(super) const LAYOUT: Layout = Layout::new(Os::NODES, Os::NUMBERS + E::STORED[0]);
    /// Recorded one by one, every step takes a node.
    const ROOM: usize = max(max(E::STEPS, Self::LAYOUT.nodes()), Self::LONGER_CHAIN);

    /// A chain grows by one node or, when it begins, by two and its result.
    const LONGER_CHAIN: usize = 3;

    pub(super) const FITS: bool =
        kinds_fit::<Os>() && Self::LAYOUT.nodes() <= NewStatement::MOST_NODES;

    #[inline(always)]
    fn load(nodes: NodesOfStatement<'_>) -> E {
        let result = nodes.result();
        E::load(false, &mut Loader::<_, Os>::new(nodes)).with_result(result)
    }

    fn reverse(mut sweep: Sweep<'_>, result: NodeId) -> Swept {
        let term = Self::load(sweep.nodes(Self::LAYOUT, result));
        let adjoint = sweep.adjoint_of_operation(result);
        if pass_on_regular(&term, adjoint, &mut sweep) {
            sweep.past(result, Self::LAYOUT.nodes())
        } else {
            Self::reverse_by_rule(sweep, result)
        }
    }

    #[cold]
    #[inline(never)]
    fn reverse_by_rule(mut sweep: Sweep<'_>, result: NodeId) -> Swept {
        let adjoint = sweep.adjoint_of_operation(result);
        Self::load(sweep.nodes(Self::LAYOUT, result)).reverse(adjoint, &mut sweep);
        sweep.past(result, Self::LAYOUT.nodes())
    }

    fn take_apart(statement: TakenApart<'_>, tape: &mut Tape) -> Recorded {
        let nodes = NodesOfStatement::new(statement.nodes, Self::LAYOUT, statement.result);
        let term = Self::load(nodes);
        let positions = statement.positions;
        term.take_apart(&mut TakingApart::new(
            tape,
            statement.operand,
            positions,
            None,
        ))
        .node()
    }

    pub(super) fn statement(site: &'static Site) -> Statement {
        Statement {
            form: Form::Single(Self::LAYOUT),
            op: E::OP.expect("a statement ends with an operation"),
            reverse: Self::reverse,
            reverse_by_rule: Self::reverse_by_rule,
            take_apart: Self::take_apart,
            positions: site.positions(),
            name: None,
        }
    }
}

const fn max(a: usize, b: usize) -> usize {
    if a > b { a } else { b }
}

/// Passes a regular adjoint on, unless 0·∞ may be in what comes out: then each product has to go by the rule.
#[inline(always)]
pub(super) fn pass_on_regular<E: Term>(term: &E, adjoint: f64, sweep: &mut Sweep<'_>) -> bool {
    if E::STEPS <= 1 {
        term.reverse(adjoint, &mut Regular(sweep));
        return true;
    }
    if E::USES > Contributions::MOST {
        term.reverse(adjoint, sweep);
        return true;
    }
    let mut contributions = Contributions::new();
    term.reverse(adjoint, &mut contributions);
    let is_regular = contributions.are_regular(E::HAS_QUOTIENT) && contributions.are_separate();
    if is_regular {
        contributions.add_to(sweep);
    }
    is_regular
}

/// How many nodes a statement takes at the most. There must be room for them before its operands are looked up:
/// nodes may move for it.
#[inline(always)]
pub(crate) fn room<Os: Terms, E: Term<Kept = Value>>() -> usize {
    Kind::<Os, E>::ROOM
}

/// What the node of a statement is; nothing if its operations are recorded one by one. It is looked up before the
/// operands, whose numbers then stay in registers.
#[inline(always)]
pub(crate) fn tag<Os: Terms, E: Term<Kept = Value>>(places: Places) -> Option<Tag> {
    let is_one_node = Kind::<Os, E>::FITS && places.elsewhere.is_none();
    is_one_node.then(|| places.site.statement(Os::KINDS, Kind::<Os, E>::statement))
}

/// Records a statement for which there is room.
#[inline(always)]
pub(crate) fn record_statement<Os: Terms, E: Term<Kept = Value>>(
    tape: &mut Tape,
    operands: Os,
    term: E,
    places: Places,
    tag: Option<Tag>,
) -> Recorded {
    let Some(tag) = tag else {
        let result = one_by_one(tape, term, places.site, places.elsewhere);
        tape.mark_held(result);
        return result;
    };
    push(tape, operands, term, tag)
}

#[inline(always)]
pub(super) fn push<Os: Terms, E: Term<Kept = Value>>(
    tape: &mut Tape,
    operands: Os,
    term: E,
    tag: Tag,
) -> Recorded {
    let mut statement = NewStatement::new(tag, term.number(), Kind::<Os, E>::LAYOUT);
    let mut saver = Saver::of_statement(&mut statement);
    operands.store(&mut saver);
    term.store(false, &mut saver);
    tape.push_statement(&statement)
}

#[cold]
#[inline(never)]
pub(super) fn one_by_one<E: Term<Kept = Value>>(
    tape: &mut Tape,
    term: E,
    site: &'static Site,
    elsewhere: Option<Caller>,
) -> Recorded {
    let positions = site.positions();
    let operand = |id| id;
    term.take_apart(&mut TakingApart::new(tape, &operand, positions, elsewhere))
        .node()
}
