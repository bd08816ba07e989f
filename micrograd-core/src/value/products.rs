//! Sums of products, as a neuron computes them: in rows where the factors lie side by side, else as chains.

use super::{Operand, Value};
use crate::expression::{CallSite, Links, OperandTerm, Participant, Product, Terms};
use crate::operations::{BinaryRow, Op, PartialsAre, row};
use crate::source::SourceId;
use crate::tape::{
    Caller, Form, NodeId, NodeRef, Part, Rows, Site, StatementKind, Sweep, Tag, Tape,
};

static CHAIN: Site = Site::of_library::<Product>();
static ROWS: Site = Site::of_library::<Product>();

/// Two factors on the tape.
type TwoNodes = (NodeRef, (NodeRef, ()));

/// The sum adds products up, so that its adjoint is that of each.
const _: () = assert!(matches!(row::Add::PARTIALS, PartialsAre::Constant));

/// How many nodes the sum of so many products takes at the most.
pub(super) fn room_for_products<X: Operand>(count: usize) -> usize {
    Links::<row::Add, (NodeRef, (X::Term, ())), Product>::room(&CHAIN, count).max(Rows::NODES + 1)
}

/// Where numbers lie that are side by side on the tape.
fn row_of<X: Operand>(tape: &Tape, xs: &[X]) -> Option<NodeId> {
    let id = |x: &X| match x.term(Some(tape)).part() {
        Part::Node(node) => Some(node.id()),
        Part::Number(_) | Part::Integer(_) | Part::Whole(_) => None,
    };
    let (first, others) = xs.split_first()?;
    let first = id(first)?;
    let mut last = first;
    for x in others {
        last = last.next(first);
        if id(x)? != last {
            return None;
        }
    }
    Some(first)
}

/// One of several sums of products with the same right factors.
pub(super) struct Sum<'a> {
    /// What it begins with, if not with its first product.
    first: Option<&'a Value>,
    /// The left factors.
    ws: &'a [Value],
    node: NodeRef,
}

impl<'a> Sum<'a> {
    /// One that is not recorded yet.
    pub(super) fn new(first: Option<&'a Value>, ws: &'a [Value]) -> Self {
        let node = NodeRef::nowhere(0.0);
        Sum { first, ws, node }
    }

    /// How many products it has.
    pub(super) fn len(&self) -> usize {
        self.ws.len()
    }

    /// Where it lies.
    pub(super) fn node_ref(&self) -> NodeRef {
        self.node
    }
}

/// Records b + Σₖ wₖxₖ for each sum, from the left, for which there is room; without a b it begins with w₀x₀. Handles will hold
/// them, or not. There is at least one x, or a b.
pub(super) fn record_sums<X: Operand>(
    tape: &mut Tape,
    sums: &mut [Sum<'_>],
    xs: &[X],
    caller: Caller,
    are_held: bool,
) {
    let row = if xs.len() > 1 { row_of(tape, xs) } else { None };
    let Some(row) = row else {
        return chains(tape, sums, xs, (caller, are_held));
    };
    let side_by_side = SideBySide::new(tape, row, caller, are_held);
    let mut recorded = 0;
    while recorded < sums.len() {
        let more = side_by_side.record(tape, &mut sums[recorded..]);
        if more == 0 {
            chains(tape, &mut sums[recorded..=recorded], xs, (caller, are_held));
        }
        recorded += more.max(1);
    }
}

/// Sums whose factors lie anywhere.
#[inline(never)]
fn chains<X: Operand>(
    tape: &mut Tape,
    sums: &mut [Sum<'_>],
    xs: &[X],
    (caller, are_held): (Caller, bool),
) {
    type Chain<X> = Links<row::Add, (NodeRef, (<X as Participant>::Term, ())), Product>;
    let held = Chain::<X>::known(tape, CallSite::at(&CHAIN, caller));
    let known = if are_held {
        held
    } else {
        held.without_handles()
    };
    for Sum { first, ws, node } in sums {
        let mut factors = ws.iter().zip(xs).map(|(w, x)| (w, (x, ())));
        let first = if let Some(first) = first {
            first.term(Some(tape))
        } else {
            let (w, (x, ())) = factors.next().expect("there is a product");
            let (w, x) = (w.term(Some(tape)), x.term(Some(tape)));
            let source = tape.source(caller);
            let product = tape.binary_of_parts::<row::Mul>(w.part(), x.part(), source);
            if are_held && ws.len() == 1 {
                tape.mark_held(product);
            }
            product
        };
        *node = Chain::<X>::total_of_known(tape, first, factors, known);
    }
}

/// Right factors that lie in a row, for all rows of left factors. Everything that the sums share is looked up once.
struct SideBySide {
    xs: NodeId,
    tag: Tag,
    source: SourceId,
}

impl SideBySide {
    fn new(tape: &mut Tape, xs: NodeId, caller: Caller, are_held: bool) -> Self {
        let tag = ROWS.chain(TwoNodes::SIGNATURE_BITS, SUM_OF_ROWS);
        SideBySide {
            xs,
            tag: if are_held { tag } else { tag.without_handle() },
            source: tape.source(caller),
        }
    }

    /// Records the sums up to the first that begins in another way than the first one, or whose factors do not lie in a row; tells
    /// how many.
    fn record(&self, tape: &mut Tape, sums: &mut [Sum<'_>]) -> usize {
        match sums.first() {
            Some(Sum { first: Some(_), .. }) => self.record_alike::<true>(tape, sums),
            _ => self.record_alike::<false>(tape, sums),
        }
    }

    #[inline(never)] // By itself, each loop keeps what it needs in registers.
    fn record_alike<const HAS_FIRST: bool>(&self, tape: &mut Tape, sums: &mut [Sum<'_>]) -> usize {
        let mut recorded = 0;
        while let Some(four) = sums[recorded..].first_chunk_mut::<4>()
            && self.record_group::<HAS_FIRST, 4>(tape, four)
        {
            recorded += 4;
        }
        while let Some(one) = sums[recorded..].first_chunk_mut::<1>()
            && self.record_group::<HAS_FIRST, 1>(tape, one)
        {
            recorded += 1;
        }
        recorded
    }

    /// Sums that are computed at once, in the time of one; tells whether they are as they should be.
    #[inline(always)]
    fn record_group<const HAS_FIRST: bool, const N: usize>(
        &self,
        tape: &mut Tape,
        sums: &mut [Sum<'_>; N],
    ) -> bool {
        let x = tape.node_ref_at(self.xs);
        let (mut firsts, mut rows) = ([x; N], [self.xs; N]);
        for (j, sum) in sums.iter().enumerate() {
            let Some(row) = row_of_weights(tape, sum.ws) else {
                return false;
            };
            firsts[j] = match sum.first {
                Some(first) if HAS_FIRST => first.term(Some(tape)),
                None if !HAS_FIRST => tape.node_ref_at(row),
                _ => return false,
            };
            rows[j] = row;
        }
        let (mut xs, mut len) = (self.xs, sums[0].ws.len());
        let mut totals = firsts.map(|first| first.data());
        if !HAS_FIRST {
            (xs, len) = (xs.next(xs), len - 1);
            rows = rows.map(|row| row.next(row));
            totals = totals.map(|w| row::Mul::value(w, x.data()));
        }
        totals = tape.add_products(totals, rows, xs, len);
        for (j, sum) in sums.iter_mut().enumerate() {
            let mut first = firsts[j];
            if !HAS_FIRST {
                first = tape.binary::<row::Mul>(first, x, self.source);
            }
            let row = Rows::new(rows[j], xs, len);
            sum.node = tape.push_rows(self.tag, first, row, totals[j], self.source);
        }
        true
    }
}

#[inline(always)]
fn row_of_weights(tape: &Tape, ws: &[Value]) -> Option<NodeId> {
    Value::row_of_leaves(ws).or_else(|| row_of(tape, ws))
}

const SUM_OF_ROWS: &StatementKind = &StatementKind {
    form: Form::Rows,
    reverse: |sweep, _, sum| Sweep::pass_on_rows(sweep, sum),
    signature: TwoNodes::SIGNATURE,
    assigned_by: Some(Op::Add),
};
