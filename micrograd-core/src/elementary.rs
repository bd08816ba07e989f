//! The elementary operations that a value was made of, read from the tape: what the derivatives other
//! than `backward` work on. No other file of theirs knows how the tape stores operations.

mod partials;

pub(crate) use partials::Sweep;

use crate::operations::Code;
use crate::tape::{self, Caller, EditedLeaf, ElementaryCopy, NodeId, Operation, Recorded, Tape};
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

/// All that some roots were made of, operands first.
pub(crate) struct ElementaryGraph {
    pub(crate) nodes: Vec<Elementary>,
    /// Where each root is among the nodes.
    pub(crate) roots: Vec<usize>,
    /// Where each input is, if a root was made of it.
    pub(crate) inputs: Vec<Option<usize>>,
    /// Where each node is on the tape; what is a part of a statement is not there by itself.
    ids: Vec<Option<NodeId>>,
}

impl ElementaryGraph {
    /// # Panics
    ///
    /// If a leaf was changed since a root was recorded; `function` is what the user called.
    #[track_caller]
    pub(crate) fn of(roots: &[&Value], inputs: &[&Value], function: &str) -> Self {
        let read = tape::with(|tape| {
            let ids = |values: &[&Value]| -> Vec<NodeId> {
                values.iter().map(|value| tape.id(value.slot())).collect()
            };
            let (roots, inputs) = (ids(roots), ids(inputs));
            for &root in &roots {
                tape.check_for_edits(root)
                    .map_err(|EditedLeaf(leaf)| (tape.name(leaf), tape.data(leaf)))?;
            }
            Ok(Self::read(tape, &roots, &inputs))
        });
        read.unwrap_or_else(|(name, data): (Option<String>, f64)| {
            let leaf = name.map_or("a leaf".to_owned(), |name| format!("the leaf `{name}`"));
            panic!(
                "{function}() on a graph that was recorded before set_data changed {leaf} \
                 (its data is now {data:?}): record the graph again after each change"
            )
        })
    }

    fn read(tape: &mut Tape, roots: &[NodeId], inputs: &[NodeId]) -> Self {
        let mut copy = ElementaryCopy::below(tape, roots);
        let ids = copy.originals(tape);
        let place = |id: &NodeId| copy.find(*id).map(NodeId::index);
        ElementaryGraph {
            roots: roots.iter().filter_map(place).collect(),
            inputs: inputs.iter().map(place).collect(),
            nodes: copy.tape().nodes().iter().map(read_node).collect(),
            ids,
        }
    }

    /// Whether an operation of a list that begins with the graph's is on the tape, where it can be an
    /// operand.
    pub(crate) fn is_on_tape(&self, place: usize) -> bool {
        self.ids.get(place).is_some_and(Option::is_some)
    }

    /// An operation that is on the tape, to record others on it.
    pub(crate) fn recorded(&self, tape: &Tape, place: usize) -> Recorded {
        tape.recorded_at(self.ids[place].expect("it is on the tape"))
    }

    /// Makes room for `count` more operations on the tape and follows the graph, whose nodes may move.
    pub(crate) fn make_room(
        &mut self,
        tape: &mut Tape,
        root: &Value,
        count: usize,
        caller: Caller,
    ) {
        let len = tape.nodes().len();
        tape.make_room(count, caller);
        if tape.nodes().len() != len {
            let root = tape.id(root.slot());
            let moved = tape.reachable(&[root]);
            let on_tape = self.ids.iter_mut().flatten();
            on_tape.zip(moved).for_each(|(id, moved)| *id = moved);
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

fn read_node(node: &tape::Node) -> Elementary {
    #[allow(clippy::cast_possible_truncation)] // The tape is shorter than 2³¹ nodes.
    let place = |operand: NodeId| operand.index() as u32;
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
