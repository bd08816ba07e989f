//! A sweep through calls. It waits at each one and gives the tape back while the call runs.

use crate::tape::memory::NodeId;
use crate::tape::reading::{Ask, ask_calls};
use crate::tape::state::{Call, EditedLeaf, HandleId, Tape, with};
use crate::tape::statements::{sweep_down_to, sweep_one};
use std::rc::Rc;

/// Adds ∂root/∂leaf to what each leaf has accumulated, and leaves in every operation that the root reaches its adjoint.
pub(crate) fn backward(root: HandleId) -> Result<(), EditedLeaf> {
    let meets_calls = with(|tape| {
        let id = tape.id(root);
        if id.is_leaf() || tape.calls.highest_below(id.index() + 1).is_none() {
            return tape.backward(id).map(|()| false);
        }
        tape.begin_sweep(id).map(|()| true)
    })?;
    if meets_calls {
        sweep_through_calls(root);
    }
    Ok(())
}

/// Passes the adjoint of one node on to its operands.
pub(crate) fn backward_step(handle: HandleId) -> Result<(), EditedLeaf> {
    let stop = with(|tape| {
        let id = tape.id(handle);
        if id.is_leaf() {
            return Ok(None);
        }
        tape.begin_sweep(id)?;
        if tape.node(id).call().is_some() {
            return Ok(Some(tape.stop_at(id, tape.grad(id))));
        }
        let low = sweep_one(&mut tape.nodes, &tape.statements, (id, id));
        tape.lowest_swept = tape.lowest_swept.min(low.index());
        Ok(None)
    })?;
    let Some(stop) = stop else { return Ok(()) };
    let mut waiting = with(|tape| Waiting::at(tape, stop.id));
    waiting.run(stop);
    Ok(())
}

#[cold]
#[inline(never)]
fn sweep_through_calls(root: HandleId) {
    let mut waiting = Waiting::new(root);
    while let Some(stop) = with(|tape| waiting.way.go_on(tape)) {
        waiting.run(stop);
    }
    drop(waiting);
    if with(|tape| tape.is_observed()) {
        ask_calls(&[root], Ask::Partials).expect("all calls know their partials");
        with(|tape| {
            let root = tape.id(root);
            tape.tell(|observer, tape| observer.after_sweep(tape, root));
            tape.forget_details();
        });
    }
}

/// A sweep that may wait for a call. When it ends, also by a panic of a call, nodes may move again.
struct Waiting {
    way: Way,
}

/// How far a sweep has come.
struct Way {
    /// The lowest operation that something was passed on to.
    low: NodeId,
    next: Option<NodeId>,
    /// What else the root reaches, from the lowest upwards, if earlier sweeps have left adjoints.
    reached: Option<Vec<NodeId>>,
}

/// A call that is to run.
struct Stop {
    id: NodeId,
    call: Rc<dyn Call>,
    x: Vec<f64>,
    adjoint: f64,
    /// What the adjoints of its arguments begin with.
    begin: Vec<f64>,
    /// Whether they take the place of what is there, and are not added to it.
    sets: bool,
}

impl Waiting {
    /// Before anything has been passed on from this node.
    fn at(tape: &mut Tape, id: NodeId) -> Self {
        tape.calls.waiting += 1;
        Waiting {
            way: Way {
                low: id,
                next: Some(id),
                reached: None,
            },
        }
    }

    /// Runs a call and passes on what it gives.
    fn run(&mut self, stop: Stop) {
        let mut adjoints = stop.begin;
        stop.call.pull_back(&stop.x, stop.adjoint, &mut adjoints);
        with(|tape| tape.pass_on_of_call(&mut self.way, stop.id, &adjoints, stop.sets));
    }

    fn new(root: HandleId) -> Self {
        with(|tape| {
            let root = tape.id(root);
            let mut reached = (tape.lowest_swept <= root.index()).then(|| tape.reachable(&[root]));
            for &id in reached.iter().flatten().filter(|id| !id.is_leaf()) {
                tape.nodes.operation_mut(id).grad = 0.0;
            }
            tape.nodes.operation_mut(root).grad = 1.0;
            if let Some(reached) = &mut reached {
                reached.pop();
            }
            let mut waiting = Waiting::at(tape, root);
            waiting.way.reached = reached;
            waiting
        })
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        with(|tape| {
            tape.calls.waiting -= 1;
            tape.lowest_swept = tape.lowest_swept.min(self.way.low.index());
        });
    }
}

impl Way {
    /// Sweeps on to the next call that has an adjoint.
    fn go_on(&mut self, tape: &mut Tape) -> Option<Stop> {
        while let Some(id) = self.next.take() {
            if tape.node(id).call().is_some() {
                let adjoint = tape.grad(id);
                if adjoint != 0.0 {
                    return Some(tape.stop_at(id, adjoint));
                }
                self.step(id);
                continue;
            }
            let (nodes, statements) = (&mut tape.nodes, &tape.statements);
            if self.reached.is_none() {
                let stop = tape.calls.highest_below(id.index());
                (self.low, self.next) = sweep_down_to(nodes, statements, (id, self.low), stop);
                continue;
            }
            if !id.is_leaf() {
                self.low = sweep_one(nodes, statements, (id, self.low));
            }
            self.step(id);
        }
        None
    }

    /// After a node by itself.
    fn step(&mut self, id: NodeId) {
        self.next = match &mut self.reached {
            Some(reached) => reached.pop(),
            None => (id > self.low).then(|| id.past(1)),
        };
    }
}

impl Tape {
    fn stop_at(&self, id: NodeId, adjoint: f64) -> Stop {
        let recorded = self.calls.get(self.node(id)).expect("it is a call");
        let (arguments, call) = (&recorded.arguments, Rc::clone(&recorded.call));
        let sets = call.goes_on_adding() && !arguments.has_repetitions();
        Stop {
            id,
            call,
            x: self.arguments_of(id),
            adjoint,
            begin: if sets {
                self.read_adjoints(arguments)
            } else {
                vec![0.0; arguments.len()]
            },
            sets,
        }
    }

    fn pass_on_of_call(&mut self, way: &mut Way, id: NodeId, adjoints: &[f64], sets: bool) {
        let Tape { nodes, calls, .. } = self;
        let recorded = calls.get(nodes.node(id)).expect("it stays where it is");
        let mut adjoints = adjoints.iter();
        for run in recorded.arguments.runs() {
            for (argument, adjoint) in run.ids().zip(&mut adjoints) {
                way.low = way.low.min(argument);
                let grad = &mut nodes.node_mut(argument).grad;
                *grad = if sets { *adjoint } else { *grad + adjoint };
            }
        }
        way.step(id);
    }
}
