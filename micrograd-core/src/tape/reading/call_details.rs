//! Asks calls of `f::apply` for their operations before the tape is read. A call runs the user's function, so nothing
//! may hold the tape meanwhile.

use crate::operations::Elementary;
use crate::tape::memory::NodeId;
use crate::tape::state::{Call, Details, HandleId, Tape, with};
use std::rc::Rc;

/// What is to be known of the calls below some roots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    Partials,
    Operations,
}

/// A call with a derivative of the user's own was asked for its operations.
#[derive(Debug)]
pub(crate) struct NumbersOnly {
    pub(crate) name: &'static str,
}

/// Asks all calls that the roots can reach. What they tell stays on the tape until `forget_details`.
pub(crate) fn ask_calls(roots: &[HandleId], ask: Ask) -> Result<(), NumbersOnly> {
    if with(|tape| tape.calls.end()) == 0 {
        return Ok(());
    }
    // A call that panicked may have left some of others.
    with(Tape::forget_details);
    loop {
        let unknown = with(|tape| tape.calls_to_ask(roots));
        if unknown.is_empty() {
            return Ok(());
        }
        for (id, call, x) in unknown {
            let details = ask.of(&*call, &x)?;
            // If a call has moved nodes, those that are not found are asked once more.
            with(|tape| tape.tell_details(id, &call, details));
        }
    }
}

impl Ask {
    fn of(self, call: &dyn Call, x: &[f64]) -> Result<Details, NumbersOnly> {
        match self {
            Ask::Partials => {
                let mut partials = vec![0.0; x.len()];
                call.pull_back(x, 1.0, &mut partials);
                Ok(Details::Partials(partials))
            }
            Ask::Operations => {
                let name = call.name();
                let operations = call.operations(x).ok_or(NumbersOnly { name })?;
                Ok(Details::Operations(operations))
            }
        }
    }
}

/// A call that is to be asked: its node, and the numbers of its arguments.
type Unknown = (NodeId, Rc<dyn Call>, Vec<f64>);

impl Tape {
    fn calls_to_ask(&mut self, roots: &[HandleId]) -> Vec<Unknown> {
        let roots: Vec<NodeId> = roots.iter().map(|&root| self.id(root)).collect();
        let reached = self.reachable(&roots).into_iter();
        let unknown = reached.filter_map(|id| {
            let call = self.calls.get(self.node(id))?;
            let is_known = !matches!(call.details, Details::None);
            (!is_known).then(|| (id, Rc::clone(&call.call), self.arguments_of(id)))
        });
        unknown.collect()
    }

    /// The numbers of a call's arguments.
    pub(in crate::tape) fn arguments_of(&self, id: NodeId) -> Vec<f64> {
        let mut x = Vec::new();
        if let Some(call) = self.calls.get(self.node(id)) {
            self.read_data(&call.arguments, &mut x);
        }
        x
    }

    /// Unless the tape has changed since, so that something else is there.
    fn tell_details(&mut self, id: NodeId, told: &Rc<dyn Call>, details: Details) {
        let Tape { nodes, calls, .. } = self;
        if id.index() < nodes.len()
            && let Some(call) = calls.get_mut(nodes.node(id))
            && Rc::ptr_eq(&call.call, told)
        {
            call.details = details;
        }
    }

    /// The operations of a call that has been asked for them, of which the first has the index `next`.
    pub(in crate::tape) fn expand_call(
        &self,
        id: NodeId,
        index: impl Fn(NodeId) -> u32,
        next: u32,
        push: &mut dyn FnMut(Elementary, usize),
    ) {
        let call = self.calls.get(self.node(id)).expect("it is a call");
        let Details::Operations(operations) = &call.details else {
            return;
        };
        let mut indices: Vec<u32> = call.arguments.ids().map(index).collect();
        let count = indices.len();
        indices.extend((next..).take(operations.len() - count));
        for operation in &operations[count..] {
            push(
                operation.with_operands(|operand| indices[operand as usize]),
                0,
            );
        }
    }

    /// Nobody looks any more.
    pub(crate) fn forget_details(&mut self) {
        self.calls.forget_details();
    }
}
