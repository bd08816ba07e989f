//! Each thread's short way to the numbers of positions, past the registry and its lock.

use super::SourceId;
use std::collections::BTreeMap;
use std::panic::Location;

/// What was looked up, by address.
pub(crate) struct SourceCache {
    /// What was looked up last: the addresses, and beside each its position. A processor reaches both by the same index.
    addresses: [usize; SourceCache::POSITIONS],
    positions: [InAWord; SourceCache::POSITIONS],
    all_positions: BTreeMap<usize, SourceId>,
    /// A name's address and length with the position before, and the position with that name.
    names: BTreeMap<(usize, usize, u32), SourceId>,
}

/// As wide as an address.
#[derive(Clone, Copy)]
#[repr(align(8))]
struct InAWord(SourceId);

impl SourceCache {
    /// It lies on the stack of its thread, which may be small.
    const POSITIONS: usize = 256;

    pub(crate) const fn new() -> Self {
        SourceCache {
            addresses: [0; Self::POSITIONS],
            positions: [InAWord(SourceId::UNKNOWN); Self::POSITIONS],
            all_positions: BTreeMap::new(),
            names: BTreeMap::new(),
        }
    }

    /// The position of a location, if it is at hand.
    #[inline(always)]
    pub(crate) fn known(&self, location: &'static Location<'static>) -> Option<SourceId> {
        let address = std::ptr::from_ref(location).addr();
        let entry = (address >> 3) % Self::POSITIONS;
        (self.addresses[entry] == address).then_some(self.positions[entry].0)
    }

    /// The position of a location.
    #[inline(always)]
    pub(crate) fn id(&mut self, location: &'static Location<'static>) -> SourceId {
        match self.known(location) {
            Some(position) => position,
            None => self.bring(location),
        }
    }

    /// Brings a position to its entry. What was there goes to a second one, so that two that share an entry only change places.
    #[cold]
    fn bring(&mut self, location: &'static Location<'static>) -> SourceId {
        let address = std::ptr::from_ref(location).addr();
        let entry = (address >> 3) % Self::POSITIONS;
        let second = entry ^ (Self::POSITIONS / 2);
        if self.addresses[second] != address {
            let position = self.all_positions.entry(address);
            let position = *position.or_insert_with(|| SourceId::of(location));
            self.addresses[second] = address;
            self.positions[second] = InAWord(position);
        }
        self.addresses.swap(entry, second);
        self.positions.swap(entry, second);
        self.positions[entry].0
    }

    /// The same position with this name, unless it has one.
    pub(crate) fn named(&mut self, position: SourceId, name: &'static str) -> SourceId {
        let key = (name.as_ptr().addr(), name.len(), position.bits());
        let named = self.names.entry(key);
        *named.or_insert_with(|| position.named_if_unnamed(name))
    }
}
