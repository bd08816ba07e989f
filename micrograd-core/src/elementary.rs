//! The elementary operations that a value was made of, read from the tape: what the derivatives other
//! than `backward` work on. No other file of theirs knows how the tape stores operations.

mod partials;

pub(crate) use partials::Sweep;

use crate::graph::find;
use crate::operations::Code;
use crate::tape::{self, Caller, EditedLeaf, NodeId, Operation, Recorded, SlotId, Tape};
use crate::value::Value;

/// An operation, with its operands as places in a list in which they come before it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Elementary {
    pub(crate) data: f64,
    /// The plain number; of a unary operation the slope, if it was recorded.
    pub(crate) number: f64,
    /// As many as are no plain numbers.
    pub(crate) operands: [u32; 3],
    pub(crate) code: Code,
}

/// All that some roots were made of down to the lowest input, operands first. What lies below has no part
/// in derivatives: those operands are read as leaves, and nothing that they were made of.
pub(crate) struct ElementaryGraph {
    pub(crate) nodes: Vec<Elementary>,
    /// Where each root is among the nodes.
    pub(crate) roots: Vec<usize>,
    /// Where each input is, if a root was made of it.
    pub(crate) inputs: Vec<Option<usize>>,
    /// Where each node is on the tape.
    ids: Vec<NodeId>,
    /// What keeps the roots and the inputs on the tape.
    slots: [Vec<SlotId>; 2],
}

impl ElementaryGraph {
    /// # Panics
    ///
    /// If a leaf was changed since a root was recorded; `function` is what the user called.
    #[track_caller]
    pub(crate) fn of(roots: &[&Value], inputs: &[&Value], function: &str) -> Self {
        let read = tape::with(|tape| {
            for root in roots {
                tape.check_for_edits(tape.id(root.slot()))
                    .map_err(|EditedLeaf(leaf)| (tape.name(leaf), tape.data(leaf)))?;
            }
            let slots = [roots, inputs];
            Ok(Self::read(
                tape,
                slots.map(|values| values.iter().map(|value| value.slot()).collect()),
            ))
        });
        read.unwrap_or_else(|(name, data): (Option<String>, f64)| {
            let leaf = name.map_or("a leaf".to_owned(), |name| format!("the leaf `{name}`"));
            panic!(
                "{function}() on a graph that was recorded before set_data changed {leaf} \
                 (its data is now {data:?}): record the graph again after each change"
            )
        })
    }

    fn read(tape: &Tape, slots: [Vec<SlotId>; 2]) -> Self {
        let [roots, inputs] = ids_of(tape, &slots);
        let Region { ids, below } = Region::of(tape, &roots, &inputs);
        let nodes = (0..ids.len())
            .map(|position| {
                if position < below {
                    read_as_leaf(tape, ids[position])
                } else {
                    read_node(tape, &ids, position)
                }
            })
            .collect();
        let position = |id: &NodeId| ids.binary_search_by_key(&id.index(), |id| id.index()).ok();
        ElementaryGraph {
            nodes,
            roots: roots.iter().filter_map(position).collect(),
            inputs: inputs.iter().map(position).collect(),
            ids,
            slots,
        }
    }

    /// Whether an operation of a list that begins with the graph's is on the tape, where it can be an
    /// operand.
    pub(crate) fn is_on_tape(&self, place: usize) -> bool {
        place < self.ids.len()
    }

    /// An operation that is on the tape, to record others on it.
    pub(crate) fn recorded(&self, tape: &Tape, place: usize) -> Recorded {
        tape.recorded_at(self.ids[place])
    }

    /// Makes room for `count` more operations on the tape and follows the graph, whose nodes may move.
    pub(crate) fn make_room(
        &mut self,
        tape: &mut Tape,
        _root: &Value,
        count: usize,
        caller: Caller,
    ) {
        let len = tape.nodes().len();
        tape.make_room(count, caller);
        if tape.nodes().len() != len {
            let [roots, inputs] = ids_of(tape, &self.slots);
            self.ids = Region::of(tape, &roots, &inputs).ids;
        }
    }

    /// For each node, whether it was made of an input: only those have derivatives.
    pub(crate) fn depends_on_inputs(&self) -> Vec<bool> {
        let mut depends = vec![false; self.nodes.len()];
        for &input in self.inputs.iter().flatten() {
            depends[input] = true;
        }
        for (position, node) in self.nodes.iter().enumerate() {
            depends[position] |= node.operands().iter().any(|&x| depends[x as usize]);
        }
        depends
    }
}

impl Elementary {
    /// The operands that are no plain numbers.
    pub(crate) fn operands(&self) -> &[u32] {
        &self.operands[..self.code.shape().operands()]
    }
}

fn ids_of(tape: &Tape, slots: &[Vec<SlotId>; 2]) -> [Vec<NodeId>; 2] {
    let ids = |slots: &Vec<SlotId>| slots.iter().map(|&slot| tape.id(slot)).collect();
    [ids(&slots[0]), ids(&slots[1])]
}

/// The part of the tape that derivatives can go through.
struct Region {
    ids: Vec<NodeId>,
    /// How many of these lie below all inputs.
    below: usize,
}

impl Region {
    fn of(tape: &Tape, roots: &[NodeId], inputs: &[NodeId]) -> Self {
        let index = |id: &NodeId| id.index();
        let end = roots.iter().map(index).max().map_or(0, |top| top + 1);
        let floor = inputs.iter().map(index).min().unwrap_or(end).min(end);

        let mut marks = vec![None; end - floor];
        let mut ids = Vec::new();
        let mut mark =
            |id: NodeId, marks: &mut [Option<NodeId>]| match id.index().checked_sub(floor) {
                Some(place) => marks[place] = Some(id),
                None => ids.push(id),
            };
        for &root in roots {
            mark(root, &mut marks);
        }
        for place in (0..marks.len()).rev() {
            if let Some(id) = marks[place] {
                tape.node(id)
                    .each_operand(|operand| mark(operand, &mut marks));
            }
        }
        ids.sort_unstable_by_key(|id| id.index());
        ids.dedup();
        let below = ids.len();
        ids.extend(marks.into_iter().flatten());
        Region { ids, below }
    }
}

fn read_as_leaf(tape: &Tape, id: NodeId) -> Elementary {
    Elementary {
        data: tape.data(id),
        number: 0.0,
        operands: [0; 3],
        code: Code::Leaf,
    }
}

fn read_node(tape: &Tape, ids: &[NodeId], position: usize) -> Elementary {
    let node = tape.node(ids[position]);
    #[allow(clippy::cast_possible_truncation)] // The tape is shorter than 2³¹ nodes.
    let place = |operand: NodeId| find(ids, position, operand) as u32;
    let (operands, number) = match node.operation() {
        Operation::Leaf | Operation::Constant => ([0; 3], 0.0),
        Operation::Unary(_, x, slope) => ([place(x), 0, 0], slope.0),
        Operation::Parametric(_, x, c)
        | Operation::BinaryWithNumber(_, x, c)
        | Operation::BinaryOfNumber(_, c, x) => ([place(x), 0, 0], c),
        Operation::Binary(_, a, b) => ([place(a), place(b), 0], 0.0),
        Operation::Ternary(_, operands) => (operands.map(place), 0.0),
    };
    Elementary {
        data: node.data,
        number,
        operands,
        code: node.code(),
    }
}
