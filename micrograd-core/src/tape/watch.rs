//! Watching for the first number that is not finite, while someone asks for it.
//!
//! Nothing is looked at while recording. What has been recorded is looked at before it goes away
//! or is differentiated, and when a guard is asked: the first one is then still the first one.

use crate::anomaly::{Anomaly, Birth};
use crate::operations::Code;
use crate::tape::memory::bits::Rank;
use crate::tape::memory::node::Node;
use crate::tape::memory::node_id::NodeId;
use crate::tape::reading::elementary_copy::ElementaryCopy;
use crate::tape::state::Tape;

/// What the guards of a thread wait for.
#[derive(Default)]
pub(in crate::tape) struct Watch {
    guards: Vec<Watcher>,
    next: u32,
    /// Nodes below this index have been looked at.
    looked_below: usize,
    /// The first operation that is not finite, until it is reported with all that came of it.
    found: Option<usize>,
}

struct Watcher {
    id: WatcherId,
    waits: bool,
    anomaly: Option<Anomaly>,
}

/// One guard among those of its thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WatcherId(u32);

impl Tape {
    /// One more guard, which waits for what comes from now on.
    pub(crate) fn watch(&mut self) -> WatcherId {
        self.report_what_was_recorded();
        let len = self.nodes.len();
        self.care_below = usize::MAX;
        self.edited_at = NodeId::NONE;
        self.close_below();
        let watch = self.watch.get_or_insert_default();
        let id = WatcherId(watch.next);
        watch.next += 1;
        watch.looked_below = len;
        watch.guards.push(Watcher {
            id,
            waits: true,
            anomaly: None,
        });
        id
    }

    pub(crate) fn unwatch(&mut self, id: WatcherId) {
        self.report_what_was_recorded();
        if let Some(watch) = &mut self.watch {
            watch.guards.retain(|guard| guard.id != id);
            if watch.guards.is_empty() {
                self.watch = None;
            }
        }
    }

    /// What the guard has seen so far; it stays there to be taken.
    pub(crate) fn watched(&mut self, id: WatcherId) -> Option<&mut Option<Anomaly>> {
        self.report_what_was_recorded();
        let guards = &mut self.watch.as_mut()?.guards;
        let guard = guards.iter_mut().find(|guard| guard.id == id)?;
        Some(&mut guard.anomaly)
    }

    fn someone_waits(&self) -> bool {
        let guards = self.watch.iter().flat_map(|watch| &watch.guards);
        guards.into_iter().any(|guard| guard.waits)
    }

    /// Looks at what has been recorded since the last look.
    fn look(&mut self) {
        let Some(watch) = &self.watch else { return };
        let (start, is_found) = (watch.looked_below, watch.found.is_some());
        if !is_found && start < self.nodes.len() {
            self.statements.update();
            let found = (start..self.nodes.len()).find(|&index| self.is_bad(index));
            if let Some(watch) = &mut self.watch {
                watch.found = found;
            }
        }
        if let Some(watch) = &mut self.watch {
            watch.looked_below = self.nodes.len();
        }
    }

    /// Whether the result of a node, or what is computed on the way to it, is not finite.
    fn is_bad(&mut self, index: usize) -> bool {
        let node = self.nodes.at(index);
        if !node.is_statement() {
            return node.is_bad_operation();
        }
        if !node.data.is_finite() {
            return true;
        }
        let mut is_bad = false;
        self.expand(NodeId::new(index), |_| 0, 0, &mut |part, _| {
            is_bad |= !part.data.is_finite();
        });
        is_bad
    }

    /// Reports the first operation that was not finite, if there is one.
    pub(in crate::tape) fn report_what_was_recorded(&mut self) {
        if self.someone_waits() {
            self.look();
            self.report_found(None);
        }
    }

    /// `root`: where the chain is to end, if the anomaly reaches it.
    fn report_found(&mut self, root: Option<NodeId>) {
        let found = self.watch.as_mut().and_then(|watch| watch.found.take());
        if let Some(index) = found {
            let mut elementary = ElementaryCopy::of_all(self);
            let part = elementary.first_bad_part(NodeId::new(index));
            let birth = Birth::Data(part.expect("it has been found"));
            let root = root.map(|root| elementary.place(root));
            let anomaly = Anomaly::of(elementary.tape(), birth, root);
            self.report(&anomaly);
        }
    }

    fn report(&mut self, anomaly: &Anomaly) {
        anomaly.print();
        let guards = self.watch.iter_mut().flat_map(|watch| &mut watch.guards);
        for guard in guards.filter(|guard| guard.waits) {
            guard.waits = false;
            guard.anomaly = Some(anomaly.clone());
        }
    }

    /// Before everything from `len` upwards goes away.
    pub(in crate::tape) fn watch_pop(&mut self, len: usize) {
        if self.someone_waits() {
            self.look();
        }
        if self
            .watch
            .as_ref()
            .and_then(|watch| watch.found)
            .is_some_and(|found| found >= len)
        {
            self.report_found(None);
        }
        if let Some(watch) = &mut self.watch {
            watch.looked_below = watch.looked_below.min(len);
        }
    }

    /// Before nodes that are not marked go away, and those above them move down.
    pub(in crate::tape) fn watch_squeeze(&mut self) {
        if self.watch.is_none() {
            return;
        }
        if self.someone_waits() {
            self.look();
        }
        let found = self.watch.as_ref().and_then(|watch| watch.found);
        if found.is_some_and(|found| !self.marks.contains(found)) {
            self.report_found(None);
        }
        let kept = Rank::new(&self.marks);
        if let Some(watch) = &mut self.watch {
            watch.found = watch.found.map(|found| kept.of(found));
            watch.looked_below = kept.of(watch.looked_below);
        }
    }

    /// After a sweep from `root`.
    #[cold]
    pub(in crate::tape) fn watch_backward(&mut self, root: NodeId) {
        if !self.someone_waits() {
            return;
        }
        self.look();
        self.report_found(Some(root));
        if !self.someone_waits() {
            return;
        }
        let mut elementary = ElementaryCopy::below(self, &[root]);
        let root = elementary.place(root);
        if let Some(birth) = first_bad_adjoint(elementary.tape(), root) {
            let anomaly = Anomaly::of(elementary.tape(), birth, Some(root));
            self.report(&anomaly);
        }
    }
}

impl ElementaryCopy {
    /// The first operation that is not finite among those of a node of the original.
    fn first_bad_part(&mut self, original: NodeId) -> Option<NodeId> {
        let mut parts = self.parts(original);
        let tape = self.tape();
        let first = parts.find(|&part| tape.nodes()[part].is_bad_operation());
        first.map(NodeId::new)
    }
}

impl Node {
    /// Whether it was made by an operation, and is not finite.
    fn is_bad_operation(&self) -> bool {
        !matches!(self.code(), Code::Leaf | Code::Constant | Code::Extension)
            && !self.data.is_finite()
    }
}

/// The sweep once more, on numbers of its own: the first step after which an adjoint is not
/// finite.
fn first_bad_adjoint(tape: &Tape, root: NodeId) -> Option<Birth> {
    let mut adjoints: Vec<f64> = vec![0.0; root.index() + 1];
    adjoints[root.index()] = 1.0;
    let mut first = None;
    for index in (0..=root.index()).rev() {
        let adjoint = adjoints[index];
        if adjoint == 0.0 {
            continue;
        }
        let mut position = 0;
        let visit = |operand: NodeId, partial, part| {
            let sum = &mut adjoints[operand.index()];
            *sum += part;
            if !sum.is_finite() && first.is_none() {
                first = Some(Birth::Adjoint {
                    user: NodeId::new(index),
                    operand: position,
                    adjoint,
                    partial,
                    sum: *sum,
                });
            }
            position += 1;
        };
        tape.each_part(NodeId::new(index), adjoint, visit);
        if first.is_some() {
            break;
        }
    }
    first
}
