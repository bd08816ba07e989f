//! The elementary operations that a value was made of, read from the tape. All derivatives but `backward` work on them.
//! No other file of theirs knows how the tape stores operations.

use crate::operations::Elementary;
use crate::tape::{
    self, Ask, Caller, EditedLeaf, HandleId, NodeId, NodeRef, NumbersOnly, Region, Tape,
};
use crate::value::Value;

/// What some roots were made of down to the lowest input, operands first. What lies below has no part in the
/// derivatives; operands there are leaves here.
pub(crate) struct ElementaryGraph {
    pub(crate) nodes: Vec<Elementary>,
    /// Where each root is among the nodes.
    pub(crate) roots: Vec<usize>,
    /// Where each input is, if a root was made of it.
    pub(crate) inputs: Vec<Option<usize>>,
    /// Where each node is on the tape; what is a part of a statement is not there by itself.
    ids: Vec<Option<NodeId>>,
    /// What holds the inputs.
    held_inputs: Vec<HandleId>,
}

impl ElementaryGraph {
    /// # Panics
    ///
    /// If a leaf was changed since a root was recorded; `function` is what the user called.
    #[track_caller]
    pub(crate) fn of(roots: &[&Value], inputs: &[&Value], function: &str) -> Self {
        let handles: Vec<HandleId> = roots.iter().map(|root| root.handle()).collect();
        if let Err(NumbersOnly { name }) = tape::ask_calls(&handles, Ask::Operations) {
            tape::with(Tape::forget_details);
            panic!(
                "{function}() cannot go through `{name}`: its derivative is the user's own, over plain numbers. Only `backward` \
                 can"
            );
        }
        let read: Result<Self, EditedLeaf> = tape::with(|tape| {
            let ids: Vec<NodeId> = roots.iter().map(|root| tape.id(root.handle())).collect();
            tape.check_for_edits(&ids)?;
            let read = Self::read(tape, roots, inputs);
            tape.forget_details();
            Ok(read)
        });
        // No closure: one would panic at its own line.
        match read {
            Ok(graph) => graph,
            Err(edited) => panic!("{function}() {}", edited.message()),
        }
    }

    fn read(tape: &mut Tape, roots: &[&Value], inputs: &[&Value]) -> Self {
        let roots: Vec<NodeId> = roots.iter().map(|root| tape.id(root.handle())).collect();
        let held_inputs: Vec<HandleId> = inputs.iter().map(|input| input.handle()).collect();
        let inputs = ids_of(tape, &held_inputs);
        let reading = Region::of(tape, &roots, &inputs).read(tape);
        let index = |&id: &NodeId| reading.find(id).map(|index| index as usize);
        ElementaryGraph {
            roots: roots.iter().filter_map(index).collect(),
            inputs: inputs.iter().map(index).collect(),
            nodes: reading.nodes,
            ids: reading.ids,
            held_inputs,
        }
    }

    /// A list of operations of which no input is on the tape.
    pub(crate) fn of_list(nodes: Vec<Elementary>, root: usize, input: usize) -> Self {
        ElementaryGraph {
            nodes,
            roots: vec![root],
            inputs: vec![Some(input)],
            ids: Vec::new(),
            held_inputs: Vec::new(),
        }
    }

    /// Whether an operation of a list that begins with the graph's is on the tape, where it can be an
    /// operand.
    pub(crate) fn is_on_tape(&self, index: usize) -> bool {
        self.ids.get(index).is_some_and(Option::is_some)
    }

    /// An operation that is on the tape, to record others on it.
    pub(crate) fn node_ref(&self, tape: &Tape, index: usize) -> NodeRef {
        tape.node_ref_at(self.ids[index].expect("it is on the tape"))
    }

    /// Makes room for `count` more operations on the tape and follows the graph, whose nodes may move.
    /// `root` is the only one.
    pub(crate) fn make_room(&mut self, root: &Value, count: usize, caller: Caller) {
        let len = tape::with(|tape| tape.nodes().len());
        tape::with_room(count, caller, None, |tape| {
            if tape.nodes().len() != len {
                let (root, inputs) = (tape.id(root.handle()), ids_of(tape, &self.held_inputs));
                let region = Region::of(tape, &[root], &inputs);
                let on_tape = self.ids.iter_mut().flatten();
                on_tape
                    .zip(region.ids())
                    .for_each(|(id, moved)| *id = moved);
            }
        });
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

fn ids_of(tape: &Tape, handles: &[HandleId]) -> Vec<NodeId> {
    handles.iter().map(|&handle| tape.id(handle)).collect()
}
