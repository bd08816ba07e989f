//! Each thread's short way to the numbers of positions, past the registry and its lock.

use super::SourceId;
use std::collections::BTreeMap;
use std::panic::Location;

/// What was looked up, by address.
pub(crate) struct SourceCache {
    /// What was looked up last.
    positions: [(usize, SourceId); SourceCache::POSITIONS],
    all_positions: BTreeMap<usize, SourceId>,
    /// A name's address and length with the position before, and the position with that name.
    names: BTreeMap<(usize, usize, u32), SourceId>,
}

impl SourceCache {
    /// It lies on the stack of its thread.
    const POSITIONS: usize = 256;

    pub(crate) const fn new() -> Self {
        SourceCache {
            positions: [(0, SourceId::UNKNOWN); Self::POSITIONS],
            all_positions: BTreeMap::new(),
            names: BTreeMap::new(),
        }
    }

    /// Whether the position of a location is at hand.
    #[inline(always)]
    pub(crate) fn knows(&self, location: &'static Location<'static>) -> bool {
        let address = std::ptr::from_ref(location).addr();
        self.positions[(address >> 3) % Self::POSITIONS].0 == address
    }

    /// The position of a location.
    #[inline(always)]
    pub(crate) fn id(&mut self, location: &'static Location<'static>) -> SourceId {
        let address = std::ptr::from_ref(location).addr();
        let (known, position) = self.positions[(address >> 3) % Self::POSITIONS];
        if known == address {
            position
        } else {
            self.bring(location)
        }
    }

    /// Brings a position to its entry. What was there goes to a second one, so that two that share an entry only change places.
    #[cold]
    fn bring(&mut self, location: &'static Location<'static>) -> SourceId {
        let address = std::ptr::from_ref(location).addr();
        let entry = (address >> 3) % Self::POSITIONS;
        let second = entry ^ (Self::POSITIONS / 2);
        if self.positions[second].0 != address {
            let position = self.all_positions.entry(address);
            let position = *position.or_insert_with(|| SourceId::of(location));
            self.positions[second] = (address, position);
        }
        self.positions.swap(entry, second);
        self.positions[entry].1
    }

    /// The same position with this name, unless it has one.
    pub(crate) fn named(&mut self, position: SourceId, name: &'static str) -> SourceId {
        let key = (name.as_ptr().addr(), name.len(), position.bits());
        let named = self.names.entry(key);
        *named.or_insert_with(|| position.named_if_unnamed(name))
    }
}
