//! Sums of products, as a neuron computes them: in rows where the factors lie side by side, else as chains.

use super::{Operand, Value};
use crate::expression::{CallSite, Links, OperandTerm, Participant, Product, Terms};
use crate::operations::{BinaryRow, Op, PartialsAre, StepList, row};
use crate::source::SourceId;
use crate::tape::{Caller, Form, NodeId, Part, Recorded, Rows, Site, Statement, Sweep, Tag, Tape};

static CHAIN: Site = Site::of_library::<Product>();
static ROWS: Site = Site::of_library::<Product>();

/// Two factors on the tape.
type TwoNodes = (Recorded, (Recorded, ()));

/// The sum adds products up, so that its adjoint is that of each.
const _: () = assert!(matches!(row::Add::PARTIALS, PartialsAre::Constant));

/// How many nodes the sum of so many products takes at the most.
pub(super) fn room_for_products<X: Operand>(count: usize) -> usize {
    Links::<row::Add, (Recorded, (X::Term, ())), Product>::room(&CHAIN, count).max(Rows::NODES + 1)
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

/// What a sum begins with, if not with its first product, and the left factors of its products.
pub(super) type Row<'a> = (Option<&'a Value>, &'a [Value]);

/// b + Σₖ wₖxₖ for each row, summed from the left, for which there is room; without a b it begins with w₀x₀. Handles will hold
/// them, or not. There is at least one x, or a b.
pub(super) fn sums_of_products<X: Operand>(
    tape: &mut Tape,
    rows: &[Row<'_>],
    xs: &[X],
    caller: Caller,
    are_held: bool,
) -> Vec<Recorded> {
    let mut sums = Vec::with_capacity(rows.len());
    let row = if xs.len() > 1 { row_of(tape, xs) } else { None };
    let side_by_side = row.map(|row| SideBySide::new(tape, row, caller, are_held));
    while let Some((b, _)) = rows.get(sums.len()) {
        if let Some(side_by_side) = &side_by_side {
            let others = &rows[sums.len()..];
            let before = sums.len();
            match b {
                Some(_) => side_by_side.with_first(tape, others, &mut sums),
                None => side_by_side.without_first(tape, others, &mut sums),
            }
            if sums.len() > before {
                continue;
            }
        }
        // This one, and where nothing is side by side, all that follow.
        let others = if side_by_side.is_some() {
            &rows[sums.len()..=sums.len()]
        } else {
            &rows[sums.len()..]
        };
        chains(tape, others, xs, (caller, are_held), &mut sums);
    }
    sums
}

/// Sums whose factors lie anywhere.
#[inline(never)]
fn chains<X: Operand>(
    tape: &mut Tape,
    rows: &[Row<'_>],
    xs: &[X],
    (caller, are_held): (Caller, bool),
    sums: &mut Vec<Recorded>,
) {
    type Chain<X> = Links<row::Add, (Recorded, (<X as Participant>::Term, ())), Product>;
    let held = Chain::<X>::known(tape, CallSite::at(&CHAIN, caller));
    let known = if are_held {
        held
    } else {
        held.without_handles()
    };
    for (first, ws) in rows {
        let mut factors = ws.iter().zip(xs).map(|(w, x)| (w, (x, ())));
        let first = if let Some(first) = first {
            first.term(Some(tape))
        } else {
            let (w, (x, ())) = factors.next().expect("there is a product");
            let (w, x) = (w.term(Some(tape)), x.term(Some(tape)));
            let product = tape.binary_of_parts::<row::Mul>(w.part(), x.part(), caller);
            if are_held && ws.len() == 1 {
                tape.mark_held(product);
            }
            product
        };
        let sum = Chain::<X>::total_of_known(tape, first, factors, known);
        sums.push(sum);
    }
}

/// Right factors that lie in a row, for all rows of left factors. Everything that the sums share is looked up once.
struct SideBySide {
    xs: NodeId,
    tag: Tag,
    caller: Caller,
    source: SourceId,
}

impl SideBySide {
    fn new(tape: &mut Tape, xs: NodeId, caller: Caller, are_held: bool) -> Self {
        let tag = ROWS.chain(TwoNodes::KIND_BITS, rows);
        SideBySide {
            xs,
            tag: if are_held { tag } else { tag.without_handle() },
            caller,
            source: tape.source(caller),
        }
    }

    /// The sums up to the first that does not begin with a number of its own, or whose factors do not lie in a row.
    #[inline(never)] // By itself, each loop keeps what it needs in registers.
    fn with_first(&self, tape: &mut Tape, rows: &[Row<'_>], sums: &mut Vec<Recorded>) {
        let &SideBySide {
            xs, tag, source, ..
        } = self;
        for &(first, ws) in rows {
            let Some(first) = first else { return };
            let Some(weights) = row_of_weights(tape, ws) else {
                return;
            };
            let first = first.term(Some(tape));
            sums.push(tape.push_rows(tag, first, Rows::new(weights, xs, ws.len()), source));
        }
    }

    /// The sums up to the first that begins with a number of its own, or whose factors do not lie in a row.
    #[inline(never)]
    fn without_first(&self, tape: &mut Tape, rows: &[Row<'_>], sums: &mut Vec<Recorded>) {
        let &SideBySide {
            xs,
            tag,
            source,
            caller,
        } = self;
        let x = tape.recorded_at(xs);
        for &(first, ws) in rows {
            let Some(weights) = row_of_weights(tape, ws) else {
                return;
            };
            if first.is_some() {
                return;
            }
            let w = tape.recorded_at(weights);
            let first = tape.binary::<row::Mul>(w, x, caller);
            let others = Rows::new(weights.next(weights), xs.next(xs), ws.len() - 1);
            sums.push(tape.push_rows(tag, first, others, source));
        }
    }
}

#[inline(always)]
fn row_of_weights(tape: &Tape, ws: &[Value]) -> Option<NodeId> {
    Value::row_of_leaves(ws).or_else(|| row_of(tape, ws))
}

fn rows(site: &'static Site) -> Statement {
    Statement {
        form: Form::Rows,
        op: Op::Add,
        reverse: |sweep, _, sum| Sweep::pass_on_rows(sweep, sum),
        list: StepList {
            steps: site.steps(),
            assigned_by: Some(Op::Add),
        },
        kinds: TwoNodes::KINDS,
        site,
        name: None,
    }
}
