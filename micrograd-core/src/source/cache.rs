//! Each thread's short way to the numbers of places, past the registry and its lock.

use super::SourceId;
use std::panic::Location;

/// What was looked up last, by address.
pub(crate) struct SourceCache {
    places: [(usize, SourceId); SourceCache::PLACES],
    /// A name's address and length with the place before, and the place with that name.
    names: [((usize, usize, SourceId), SourceId); SourceCache::NAMES],
}

impl SourceCache {
    const PLACES: usize = 256;
    const NAMES: usize = 64;

    pub(crate) const fn new() -> Self {
        SourceCache {
            places: [(0, SourceId::UNKNOWN); Self::PLACES],
            names: [((0, 0, SourceId::UNKNOWN), SourceId::UNKNOWN); Self::NAMES],
        }
    }

    /// Whether the place of a location is at hand.
    #[inline(always)]
    pub(crate) fn knows(&self, location: &'static Location<'static>) -> bool {
        let address = std::ptr::from_ref(location).addr();
        self.places[(address >> 3) % Self::PLACES].0 == address
    }

    /// The place of a location.
    #[inline(always)]
    pub(crate) fn id(&mut self, location: &'static Location<'static>) -> SourceId {
        let address = std::ptr::from_ref(location).addr();
        let entry = &mut self.places[(address >> 3) % Self::PLACES];
        if entry.0 != address {
            *entry = (address, look_up(location));
        }
        entry.1
    }

    /// The same place with this name, unless it has one.
    pub(crate) fn named(&mut self, place: SourceId, name: &'static str) -> SourceId {
        let key = (name.as_ptr().addr(), name.len(), place);
        let entry = &mut self.names[(key.0 ^ place.index()) % Self::NAMES];
        if entry.0 != key {
            *entry = (key, place.named_if_unnamed(name));
        }
        entry.1
    }
}

#[cold]
fn look_up(location: &'static Location<'static>) -> SourceId {
    SourceId::of(location)
}
