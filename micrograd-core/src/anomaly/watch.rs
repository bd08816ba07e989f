//! Watching for the first number that is not finite, while a guard lives.
//!
//! Recording checks nothing. The guard checks what was recorded before it goes, before a sweep, and when it is asked.
//! The numbers keep their order until then, so the first bad one is still the first.

use super::{Anomaly, Birth};
use crate::operations::{Code, Elementary};
use crate::tape::{Listing, NodeId, Observer, Rank, Tape};

/// What the guards of a thread wait for.
#[derive(Default)]
pub(super) struct Watch {
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
pub(super) struct WatcherId(u32);

/// One more guard, which waits for what comes from now on.
pub(super) fn watch(tape: &mut Tape) -> WatcherId {
    with_watch(tape, |watch, tape| {
        let id = WatcherId(watch.next);
        watch.next += 1;
        watch.looked_below = tape.nodes().len();
        watch.guards.push(Watcher {
            id,
            waits: true,
            anomaly: None,
        });
        id
    })
}

pub(super) fn unwatch(tape: &mut Tape, id: WatcherId) {
    with_watch(tape, |watch, _| watch.guards.retain(|guard| guard.id != id));
}

/// Does something with what a guard has seen so far.
pub(super) fn watched<R>(
    tape: &mut Tape,
    id: WatcherId,
    f: impl FnOnce(&mut Option<Anomaly>) -> R,
) -> Option<R> {
    with_watch(tape, |watch, _| {
        let guard = watch.guards.iter_mut().find(|guard| guard.id == id)?;
        Some(f(&mut guard.anomaly))
    })
}

/// What was recorded before is reported first.
fn with_watch<R>(tape: &mut Tape, f: impl FnOnce(&mut Watch, &mut Tape) -> R) -> R {
    let mut watch: Box<Watch> = tape.take_observer().unwrap_or_default();
    watch.before_edit(tape);
    let result = f(&mut watch, tape);
    if !watch.guards.is_empty() {
        tape.observe(watch);
    }
    result
}

impl Observer for Watch {
    fn before_edit(&mut self, tape: &mut Tape) {
        self.look(tape);
        if self.someone_waits() {
            self.report_found(tape, None);
        }
    }

    fn before_pop(&mut self, tape: &mut Tape, len: usize) {
        self.look(tape);
        if self.found.is_some_and(|found| found >= len) {
            self.report_found(tape, None);
        }
        self.looked_below = self.looked_below.min(len);
    }

    fn before_compaction(&mut self, tape: &mut Tape, kept: &Rank<'_>) {
        self.look(tape);
        if self.found.is_some_and(|found| !kept.contains(found)) {
            self.report_found(tape, None);
        }
        self.found = self.found.map(|found| kept.of(found));
        self.looked_below = kept.of(self.looked_below);
    }

    #[cold]
    fn after_sweep(&mut self, tape: &mut Tape, root: NodeId) {
        self.look(tape);
        if self.someone_waits() {
            self.report_found(tape, Some(root));
        }
        if !self.someone_waits() {
            return;
        }
        let listing = Listing::below(tape, &[root]);
        let root = listing.index(root);
        if let Some(birth) = first_bad_adjoint(&listing, root) {
            self.report(&Anomaly::of(&listing, birth, Some(root)));
        }
    }
}

impl Watch {
    fn someone_waits(&self) -> bool {
        self.guards.iter().any(|guard| guard.waits)
    }

    /// Looks at what has been recorded since the last look.
    fn look(&mut self, tape: &mut Tape) {
        if !self.someone_waits() {
            return;
        }
        let len = tape.nodes().len();
        if self.found.is_none() {
            self.found = (self.looked_below..len).find(|&index| is_bad(tape, index));
        }
        self.looked_below = len;
    }

    /// Reports the first operation that was not finite, if there is one. The chain is to end at `root`, if the anomaly
    /// reaches it.
    fn report_found(&mut self, tape: &mut Tape, root: Option<NodeId>) {
        if let Some(index) = self.found.take() {
            let listing = Listing::of_all(tape);
            let mut parts = listing.parts(NodeId::new(index));
            let is_bad = |&index: &usize| is_bad_operation(&listing.entries[index].operation);
            let part = parts.find(is_bad).expect("it has been found");
            let root = root.map(|root| listing.index(root));
            self.report(&Anomaly::of(&listing, Birth::Data(part), root));
        }
    }

    fn report(&mut self, anomaly: &Anomaly) {
        anomaly.print();
        for guard in self.guards.iter_mut().filter(|guard| guard.waits) {
            guard.waits = false;
            guard.anomaly = Some(anomaly.clone());
        }
    }
}

/// Whether the result of a node, or what is computed on the way to it, is not finite.
fn is_bad(tape: &mut Tape, index: usize) -> bool {
    let node = &tape.nodes()[index];
    let (code, is_finite) = (node.code(), node.data.is_finite());
    if code == Code::Extension {
        return false;
    }
    if !node.is_statement() || !is_finite {
        return !is_finite && code != Code::Constant;
    }
    let mut is_bad = false;
    tape.expand(NodeId::new(index), |_| 0, 0, &mut |part, _| {
        is_bad |= !part.data.is_finite();
    });
    is_bad
}

/// Whether it was made by an operation, and is not finite.
fn is_bad_operation(operation: &Elementary) -> bool {
    !matches!(operation.code, Code::Leaf | Code::Constant) && !operation.data.is_finite()
}

/// The sweep once more, on numbers of its own: the first step after which an adjoint is not
/// finite.
fn first_bad_adjoint(listing: &Listing, root: usize) -> Option<Birth> {
    let mut adjoints: Vec<f64> = vec![0.0; root + 1];
    adjoints[root] = 1.0;
    for user in (0..=root).rev() {
        let adjoint = adjoints[user];
        let (mut operand, mut first) = (0, None);
        if adjoint != 0.0 {
            listing.each_part(user, adjoint, &mut |index, partial, part| {
                adjoints[index] += part;
                let sum = adjoints[index];
                if !sum.is_finite() && first.is_none() {
                    first = Some(Birth::Adjoint {
                        user,
                        operand,
                        adjoint,
                        partial,
                        sum,
                    });
                }
                operand += 1;
            });
        }
        if first.is_some() {
            return first;
        }
    }
    None
}
