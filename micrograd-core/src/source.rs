//! Where a node was written: positions, expressions and names, kept once for each position in the
//! source and not once for each node.

mod cache;

pub(crate) use cache::SourceCache;

use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;
use std::panic::Location;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

/// Where in the user's source a node was made.
///
/// ```
/// use micrograd_core::{Graph, Value, grad};
/// let a = Value::new(3.0);
/// grad! { let b = a ** 2; }
/// let graph = Graph::of(&b);
/// let source = graph.root().source().unwrap();
/// assert_eq!(source.text(), Some("a ** 2"));
/// assert!(source.line() > 0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Source {
    location: &'static Location<'static>,
    text: Option<&'static str>,
}

impl Source {
    /// The file as the compiler was given it.
    #[must_use]
    pub fn file(&self) -> &'static str {
        self.location.file()
    }

    /// The line, counted from 1.
    #[must_use]
    pub fn line(&self) -> u32 {
        self.location.line()
    }

    /// The column, counted from 1: the operator's, or the first letter of the method's name.
    #[must_use]
    pub fn column(&self) -> u32 {
        self.location.column()
    }

    /// The whole expression as it was written; known for what stands inside `grad!`.
    #[must_use]
    pub fn text(&self) -> Option<&'static str> {
        self.text
    }
}

/// `file:line:column`
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.location, f)
    }
}

/// What `grad!` knows of one expression: its position, its text and the `let` that names it.
#[doc(hidden)]
#[derive(Debug)]
pub struct Expression {
    location: &'static Location<'static>,
    text: &'static str,
    name: &'static str,
}

/// Builds an [`Expression`] at the caller's position.
#[doc(hidden)]
#[derive(Debug)]
pub struct Here;

// Methods, because only the position of a method call is that of its name.
#[allow(clippy::unused_self)]
impl Here {
    /// The position of this call.
    #[must_use]
    #[track_caller]
    pub const fn position(self) -> &'static Location<'static> {
        Location::caller()
    }

    /// An expression at the position of this call; an empty name means that nothing names it.
    #[must_use]
    #[track_caller]
    pub const fn text(self, text: &'static str, name: &'static str) -> Expression {
        Expression {
            location: Location::caller(),
            text,
            name,
        }
    }
}

/// The position to call [`Here::text`] on.
#[doc(hidden)]
pub const HERE: Here = Here;

impl Expression {
    pub(crate) fn location(&self) -> &'static Location<'static> {
        self.location
    }
}

/// The operations of one statement, or the calls of one `grad!` block.
#[doc(hidden)]
#[derive(Debug)]
pub struct Expressions {
    all: &'static [Expression],
    known: std::sync::Once,
}

impl Expressions {
    #[must_use]
    pub const fn new(all: &'static [Expression]) -> Self {
        Expressions {
            all,
            known: std::sync::Once::new(),
        }
    }

    /// Makes their texts and names known; only the first call does anything.
    #[inline]
    pub fn register(&self) {
        self.known
            .call_once(|| registry().add_expressions(self.all));
    }

    /// In the order in which they were given.
    pub(crate) fn all(&self) -> &'static [Expression] {
        self.all
    }
}

/// A `grad!` block, which has texts.
#[doc(hidden)]
pub trait Block {
    fn expressions() -> &'static Expressions;
}

/// The texts of the block `B` are known. Which block that is, rustc infers from the end of the expansion.
#[doc(hidden)]
#[derive(Debug)]
pub struct Texts<B>(PhantomData<fn() -> B>);

/// Makes a block's texts known.
#[doc(hidden)]
#[inline(always)]
#[must_use]
pub fn texts<B: Block>() -> Texts<B> {
    B::expressions().register();
    Texts(PhantomData)
}

impl<B> Texts<B> {
    /// Says which block it is, where no code runs.
    #[doc(hidden)]
    pub fn are_those_of(self, _: Option<B>) -> ! {
        unreachable!("an arm that never matches")
    }
}

/// Who called a `#[track_caller]` function.
pub(crate) type Caller = &'static Location<'static>;

/// A position in the source, as a number that fits into a node; 0 is an unknown position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct SourceId(u32);

impl SourceId {
    pub(crate) const UNKNOWN: SourceId = SourceId(0);
    const LIMIT: usize = 1 << 24;

    #[inline]
    fn from_index(index: usize) -> Self {
        match u32::try_from(index) {
            Ok(number) if index < Self::LIMIT => SourceId(number),
            _ => Self::UNKNOWN,
        }
    }

    fn index(self) -> usize {
        self.0 as usize
    }

    /// Three bytes, which is what a node has room for.
    #[inline]
    pub(crate) fn bits(self) -> u32 {
        self.0
    }

    #[inline]
    pub(crate) fn from_bits(bits: u32) -> Self {
        SourceId(bits)
    }

    /// The position of a location, if that is one of the user's lines.
    pub(crate) fn of(location: &'static Location<'static>) -> Self {
        if is_in_a_library(location.file()) {
            return Self::UNKNOWN;
        }
        registry().intern(NamedPosition {
            location: Some(location),
            name: None,
        })
    }

    /// The same position with this name, unless it has one.
    fn named_if_unnamed(self, name: &'static str) -> Self {
        if self.name().is_some() {
            return self;
        }
        let mut registry = registry();
        let location = registry.positions[self.index()].location;
        registry.intern(NamedPosition {
            location,
            name: Some(name),
        })
    }

    pub(crate) fn location(self) -> Option<&'static Location<'static>> {
        registry().positions[self.index()].location
    }

    pub(crate) fn source(self) -> Option<Source> {
        let registry = registry();
        let location = registry.positions[self.index()].location?;
        let text = registry.expression(location).map(|(text, _)| text);
        Some(Source { location, text })
    }

    pub(crate) fn name(self) -> Option<&'static str> {
        let registry = registry();
        let position = &registry.positions[self.index()];
        position.name.or_else(|| {
            let (_, name) = registry.expression(position.location?)?;
            Some(name).filter(|name| !name.is_empty())
        })
    }
}

/// Compared by address: it is what the compiler made once for each position.
#[derive(Clone, Copy)]
struct NamedPosition {
    location: Option<&'static Location<'static>>,
    name: Option<&'static str>,
}

type Position = (&'static str, u32, u32);

struct Registry {
    positions: Vec<NamedPosition>,
    numbers: HashMap<(usize, Option<&'static str>), SourceId>,
    /// `None` where several expressions claim one position, as inside a user's own macro.
    expressions: HashMap<Position, Option<(&'static str, &'static str)>>,
}

fn registry() -> MutexGuard<'static, Registry> {
    static REGISTRY: LazyLock<Mutex<Registry>> = LazyLock::new(|| {
        Mutex::new(Registry {
            positions: vec![NamedPosition {
                location: None,
                name: None,
            }],
            numbers: HashMap::new(),
            expressions: HashMap::new(),
        })
    });
    // Nothing that can panic leaves the registry half changed.
    REGISTRY.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Registry {
    fn intern(&mut self, position: NamedPosition) -> SourceId {
        let address = position
            .location
            .map_or(0, |location| std::ptr::from_ref(location).addr());
        let positions = &mut self.positions;
        *self
            .numbers
            .entry((address, position.name))
            .or_insert_with(|| {
                let id = SourceId::from_index(positions.len());
                if id != SourceId::UNKNOWN {
                    positions.push(position);
                }
                id
            })
    }

    fn expression(
        &self,
        location: &'static Location<'static>,
    ) -> Option<(&'static str, &'static str)> {
        *self.expressions.get(&position(location))?
    }

    fn add_expressions(&mut self, block: &'static [Expression]) {
        for &Expression {
            location,
            text,
            name,
        } in block
        {
            self.expressions
                .entry(position(location))
                .and_modify(|known| {
                    if *known != Some((text, name)) {
                        *known = None;
                    }
                })
                .or_insert(Some((text, name)));
        }
    }
}

/// Whether a file belongs to Rust or to this crate. `xs.iter().sum()` and `map(Value::new)` call us from there: the position
/// of a caller does not pass through an iterator, nor through a pointer to a function.
fn is_in_a_library(file: &str) -> bool {
    let this_crate = file!().trim_end_matches("source.rs");
    file.starts_with("/rustc/") || file.contains("rustlib") || file.starts_with(this_crate)
}

fn position(location: &'static Location<'static>) -> Position {
    (location.file(), location.line(), location.column())
}
