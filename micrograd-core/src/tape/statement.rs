//! Statements of `grad!`: what one keeps on the tape is data; its operations and its reverse are known once for each place
//! in the source.

use super::NodeId;
use super::link::LinkLayout;
use super::node::Node;
use super::payload::Layout;
use super::reverse_sweep::{Sweep, Swept};
use super::rows::Rows;
use super::tag::Tag;
use super::unchecked::Unchecked;
use crate::operations::{Kinds, Op, StepList};
use crate::source::SourceId;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::panic::Location;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

/// A kind of statement, as a number that fits into a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct StatementId(u32);

impl StatementId {
    const LIMIT: u32 = 1 << 24;

    #[inline(always)]
    pub(super) fn bits(self) -> u32 {
        self.0
    }

    #[inline(always)]
    pub(super) fn from_bits(bits: u32) -> Self {
        StatementId(bits)
    }

    #[inline(always)]
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// Passes the adjoint of a result on.
pub(crate) type Reverse = fn(Sweep<'_>, NodeId) -> Swept;

/// What there is to know of a kind of statement: of one place in the source, with operands of given kinds.
#[derive(Clone, Copy)]
pub(crate) struct Statement {
    pub(crate) form: Form,
    /// The operation that makes the result.
    pub(crate) op: Op,
    /// Passes regular adjoints on.
    pub(crate) reverse: Reverse,
    /// Its operations, for all who look.
    pub(crate) list: StepList,
    /// What its operands are; of a chain, those of a run.
    pub(crate) kinds: Kinds,
    pub(crate) positions: &'static [&'static Location<'static>],
    /// The name that the result got later than its statement.
    pub(crate) name: Option<&'static str>,
}

impl Statement {
    /// The name of its result: that of its `let`, or the one it got later.
    pub(crate) fn result_name(&self) -> Option<&'static str> {
        let position = self.positions.last()?;
        SourceId::of(position).name().or(self.name)
    }
}

/// How a statement lies on the tape.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    Single(Layout),
    Chain(LinkLayout),
    Rows,
}

impl Form {
    /// How many nodes a statement with this result is made of.
    pub(super) fn nodes(self, result: &Node) -> usize {
        match self {
            Form::Single(layout) => layout.nodes(),
            Form::Chain(layout) => layout.nodes(result.chain_len()),
            Form::Rows => Rows::NODES,
        }
    }

    pub(super) fn operands(self, result: &Node) -> usize {
        match self {
            Form::Single(layout) => layout.operands(),
            Form::Chain(layout) => layout.operands(result.chain_len()),
            Form::Rows => Rows::operands(result.chain_len()),
        }
    }

    /// How many operands its nodes keep: the others of a row follow from the first.
    pub(super) fn kept_operands(self, result: &Node) -> usize {
        match self {
            Form::Single(_) | Form::Chain(_) => self.operands(result),
            Form::Rows => Rows::KEPT,
        }
    }

    /// An operand, where `below(k)` is the k-th node below the result.
    #[inline]
    pub(super) fn operand<'n>(self, below: impl Fn(usize) -> &'n Node, operand: usize) -> NodeId {
        match self {
            Form::Single(layout) => layout.operand(below, operand),
            Form::Chain(layout) => layout.operand(below, operand),
            Form::Rows => Rows::operand(below, operand),
        }
    }

    /// Sets an operand that is kept; `nodes` go downwards from the result.
    pub(super) fn set_operand(self, nodes: &mut [Node], operand: usize, id: NodeId) {
        match self {
            Form::Single(layout) => layout.set_operand(nodes, operand, id),
            Form::Chain(layout) => layout.set_operand(nodes, operand, id),
            Form::Rows => Rows::set_kept(nodes, operand, id),
        }
    }
}

/// A place in the source where a statement is recorded.
#[derive(Debug)]
pub struct Site {
    /// Where its operations were written, in the order of recording.
    positions: &'static [&'static Location<'static>],
    /// While it is recorded all nodes stay where they are: results without handles are in use.
    is_in_place: bool,
    /// The kinds of its operands and the tag of its statement when it was last recorded. A few, for code in generic
    /// functions.
    last: [AtomicU64; Site::REMEMBERED],
    /// The same for chains of it.
    last_chain: [AtomicU64; Site::REMEMBERED],
}

impl Site {
    const REMEMBERED: usize = 4;

    /// Sixteen integers: no statement of them is recorded.
    const NOTHING: u64 = u32::MAX as u64;

    /// Where operands of these kinds are remembered.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // The remainder is small.
    const fn remembered(kinds: u64) -> usize {
        // Kinds have two bits each.
        (kinds % (Self::REMEMBERED as u64 + 1)) as usize % Self::REMEMBERED
    }

    /// A place with the positions of its operations, in the order of recording. It is given to one kind of statement for
    /// each list of kinds of operands.
    #[must_use]
    pub(crate) const fn at(positions: &'static [&'static Location<'static>]) -> Self {
        Site {
            positions,
            is_in_place: false,
            last: [const { AtomicU64::new(Site::NOTHING) }; Site::REMEMBERED],
            last_chain: [const { AtomicU64::new(Site::NOTHING) }; Site::REMEMBERED],
        }
    }

    /// The same amid results without handles.
    #[must_use]
    pub const fn in_place(self) -> Self {
        Site {
            is_in_place: true,
            ..self
        }
    }

    pub(super) fn is_in_place(&'static self) -> bool {
        self.is_in_place
    }

    pub(crate) fn positions(&self) -> &'static [&'static Location<'static>] {
        self.positions
    }

    /// The tag of the statement that is recorded here with operands of these kinds.
    ///
    /// Code in a generic function is at the same place for all types; the kinds of the operands are all that
    /// makes a difference.
    #[inline(always)]
    pub(crate) fn statement(
        &'static self,
        kinds: u64,
        make: fn(&'static Site) -> Statement,
    ) -> Tag {
        let last = self.last[Self::remembered(kinds)].load(Ordering::Acquire);
        tag_of(kinds, last).unwrap_or_else(|| self.look_up(kinds, make))
    }

    /// The same for chains of it.
    #[inline(always)]
    pub(crate) fn chain(&'static self, kinds: u64, make: fn(&'static Site) -> Statement) -> Tag {
        let last = self.last_chain[Self::remembered(kinds)].load(Ordering::Acquire);
        tag_of(kinds, last).unwrap_or_else(|| self.look_up(kinds, make))
    }

    /// Whether a node with this tag is the result of the statement that was recorded here last.
    #[inline(always)]
    pub(crate) fn is_statement(&'static self, kinds: u64, tag: Tag) -> bool {
        let last = self.last[Self::remembered(kinds)].load(Ordering::Acquire);
        last == remember(kinds, tag)
    }

    /// Whether a node with this tag is the result of a chain of it.
    #[inline(always)]
    pub(crate) fn is_chain(&'static self, kinds: u64, tag: Tag) -> bool {
        let last = self.last_chain[Self::remembered(kinds)].load(Ordering::Acquire);
        last == remember(kinds, tag)
    }

    #[cold]
    #[inline(never)]
    fn look_up(&'static self, kinds: u64, make: fn(&'static Site) -> Statement) -> Tag {
        let statement = make(self);
        let is_chain = !matches!(statement.form, Form::Single(_));
        let key = (std::ptr::from_ref(self).addr(), kinds, is_chain);
        let ask = || registry().of_site(key, statement);
        let id = OF_SITES.try_with(|known| *known.borrow_mut().entry(key).or_insert_with(ask));
        // A thread that ends has no such table any more.
        let id = id.unwrap_or_else(|_| ask());
        let (last, tag) = if is_chain {
            (&self.last_chain, Tag::of_chain(id))
        } else {
            (&self.last, Tag::of_statement(id))
        };
        last[Self::remembered(kinds)].store(remember(kinds, tag), Ordering::Release);
        tag
    }
}

/// Kinds in the lower half, where they are compared in one instruction, and a tag above them.
#[inline(always)]
fn remember(kinds: u64, tag: Tag) -> u64 {
    debug_assert!(u32::try_from(kinds).is_ok());
    (u64::from(tag.0) << u32::BITS) | kinds
}

/// The tag beside these kinds.
#[inline(always)]
#[allow(clippy::cast_possible_truncation)] // Halves are wanted.
fn tag_of(kinds: u64, remembered: u64) -> Option<Tag> {
    (u64::from(remembered as u32) == kinds).then_some(Tag((remembered >> u32::BITS) as u32))
}

/// A site by its address, the kinds of the operands, and whether they belong to a chain.
type SiteKey = (usize, u64, bool);

thread_local! {
    /// What the thread has looked up, past the registry's lock: a site remembers a few kinds only.
    static OF_SITES: RefCell<BTreeMap<SiteKey, StatementId>> = const { RefCell::new(BTreeMap::new()) };
}

struct Registry {
    statements: Vec<Statement>,
    of_sites: HashMap<SiteKey, StatementId>,
    named: HashMap<(StatementId, &'static str), StatementId>,
}

/// How many statements the registry knows.
static KNOWN: AtomicUsize = AtomicUsize::new(0);

fn registry() -> MutexGuard<'static, Registry> {
    static REGISTRY: LazyLock<Mutex<Registry>> = LazyLock::new(|| {
        Mutex::new(Registry {
            statements: Vec::new(),
            of_sites: HashMap::new(),
            named: HashMap::new(),
        })
    });
    // Nothing that can panic leaves the registry half changed.
    REGISTRY.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Registry {
    fn of_site(&mut self, key: SiteKey, statement: Statement) -> StatementId {
        if let Some(&known) = self.of_sites.get(&key) {
            return known;
        }
        let id = self.add(statement, StatementId::LIMIT);
        let id = id.expect("the source has fewer than 2²³ statements");
        self.of_sites.insert(key, id);
        id
    }

    fn add(&mut self, statement: Statement, limit: u32) -> Option<StatementId> {
        let number = u32::try_from(self.statements.len()).ok();
        let id = StatementId(number.filter(|&number| number < limit)?);
        self.statements.push(statement);
        KNOWN.store(self.statements.len(), Ordering::Release);
        Some(id)
    }
}

/// A thread's own copy of the statements, past the registry's lock.
pub(super) struct Statements {
    all: Vec<Statement>,
    /// What a sweep calls for each.
    reverse: Unchecked<Reverse>,
    /// Statements with names, by the one without and the name's address and length.
    named: BTreeMap<(u32, usize, usize), StatementId>,
}

impl Statements {
    pub(super) const fn new() -> Self {
        Statements {
            all: Vec::new(),
            reverse: Unchecked::new(),
            named: BTreeMap::new(),
        }
    }

    /// How a regular adjoint of a statement is passed on.
    #[inline(always)]
    pub(super) fn reverse(&self, id: StatementId) -> Reverse {
        *self.reverse.at(id.index())
    }

    /// Learns what has been recorded for the first time since the last call.
    #[inline]
    pub(super) fn update(&mut self) {
        // What is on this thread's tape became known to this thread before.
        if self.all.len() < KNOWN.load(Ordering::Acquire) {
            self.learn();
        }
    }

    #[cold]
    fn learn(&mut self) {
        let registry = registry();
        let new = &registry.statements[self.all.len()..];
        self.all.extend_from_slice(new);
        self.reverse.reserve_exact(new.len());
        for statement in new {
            self.reverse.push(statement.reverse);
        }
    }

    /// A statement that has been recorded before the last update.
    #[inline(always)]
    pub(super) fn get(&self, id: StatementId) -> &Statement {
        &self.all[id.index()]
    }

    /// The same statement whose result has this name, unless it has one.
    pub(super) fn named(&mut self, id: StatementId, name: &'static str) -> StatementId {
        let key = (id.bits(), name.as_ptr().addr(), name.len());
        if let Some(&known) = self.named.get(&key) {
            return known;
        }
        let named = self.name(id, name);
        self.named.insert(key, named);
        named
    }

    fn name(&self, id: StatementId, name: &'static str) -> StatementId {
        let statement = *self.get(id);
        if statement.result_name().is_some() {
            return id;
        }
        let mut registry = registry();
        if let Some(&known) = registry.named.get(&(id, name)) {
            return known;
        }
        let named = Statement {
            name: Some(name),
            ..statement
        };
        // Half of the numbers are left for those without names: however many names there are, the source can grow.
        let Some(named) = registry.add(named, StatementId::LIMIT / 2) else {
            return id;
        };
        registry.named.insert((id, name), named);
        named
    }
}
