//! Each thread's short way to the numbers of places, past the registry and its lock.

use super::SourceId;
use std::collections::BTreeMap;
use std::panic::Location;

/// What was looked up, by address.
pub(crate) struct SourceCache {
    /// What was looked up last.
    places: [(usize, SourceId); SourceCache::PLACES],
    all_places: BTreeMap<usize, SourceId>,
    /// A name's address and length with the place before, and the place with that name.
    names: BTreeMap<(usize, usize, u32), SourceId>,
}

impl SourceCache {
    /// It lies on the stack of its thread.
    const PLACES: usize = 256;

    pub(crate) const fn new() -> Self {
        SourceCache {
            places: [(0, SourceId::UNKNOWN); Self::PLACES],
            all_places: BTreeMap::new(),
            names: BTreeMap::new(),
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
        let (known, place) = self.places[(address >> 3) % Self::PLACES];
        if known == address {
            place
        } else {
            self.bring(location)
        }
    }

    /// Brings a place to its entry. What was there goes to a second one, so that two that share an entry only change places.
    #[cold]
    fn bring(&mut self, location: &'static Location<'static>) -> SourceId {
        let address = std::ptr::from_ref(location).addr();
        let entry = (address >> 3) % Self::PLACES;
        let second = entry ^ (Self::PLACES / 2);
        if self.places[second].0 != address {
            let place = self.all_places.entry(address);
            let place = *place.or_insert_with(|| SourceId::of(location));
            self.places[second] = (address, place);
        }
        self.places.swap(entry, second);
        self.places[entry].1
    }

    /// The same place with this name, unless it has one.
    pub(crate) fn named(&mut self, place: SourceId, name: &'static str) -> SourceId {
        let key = (name.as_ptr().addr(), name.len(), place.bits());
        let named = self.names.entry(key);
        *named.or_insert_with(|| place.named_if_unnamed(name))
    }
}
