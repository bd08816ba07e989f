//! All statements of the program, each with a number, and what a thread knows of them.

use crate::tape::memory::statement_id::StatementId;
use crate::tape::memory::unchecked::list::Unchecked;
use crate::tape::statements::statement::{Reverse, Statement};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

/// A site by its address, the kinds of the operands, and whether they belong to a chain.
pub(in crate::tape) type SiteKey = (usize, u64, bool);

thread_local! {
    /// What the thread has looked up, past the registry's lock: a site remembers a few kinds only.
    pub(in crate::tape) static OF_SITES: RefCell<BTreeMap<SiteKey, StatementId>> = const { RefCell::new(BTreeMap::new()) };
}

pub(in crate::tape) struct Registry {
    statements: Vec<Statement>,
    of_sites: HashMap<SiteKey, StatementId>,
    named: HashMap<(StatementId, &'static str), StatementId>,
}

/// How many statements the registry knows.
static KNOWN: AtomicUsize = AtomicUsize::new(0);

pub(in crate::tape) fn registry() -> MutexGuard<'static, Registry> {
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
    pub(in crate::tape) fn of_site(&mut self, key: SiteKey, statement: Statement) -> StatementId {
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
pub(crate) struct Statements {
    all: Vec<Statement>,
    /// What a sweep calls for each.
    reverse: Unchecked<Reverse>,
    /// Statements with names, by the one without and the name's address and length.
    named: BTreeMap<(u32, usize, usize), StatementId>,
}

impl Statements {
    pub(in crate::tape) const fn new() -> Self {
        Statements {
            all: Vec::new(),
            reverse: Unchecked::new(),
            named: BTreeMap::new(),
        }
    }

    /// How a regular adjoint of a statement is passed on.
    #[inline(always)]
    pub(in crate::tape) fn reverse(&self, id: StatementId) -> Reverse {
        *self.reverse.at(id.index())
    }

    /// Learns what has been recorded for the first time since the last call.
    #[inline]
    pub(in crate::tape) fn update(&mut self) {
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
    pub(in crate::tape) fn get(&self, id: StatementId) -> &Statement {
        &self.all[id.index()]
    }

    /// The same statement whose result has this name, unless it has one.
    pub(in crate::tape) fn named(&mut self, id: StatementId, name: &'static str) -> StatementId {
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
