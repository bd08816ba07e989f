//! The observer of the tape, which looks at nodes before they change.

use super::tape::{Observer, Tape};
use crate::tape::memory::NodeId;
use std::any::Any;

impl Tape {
    /// From now on nothing is lost that this one has not seen.
    pub(crate) fn observe(&mut self, observer: Box<dyn Observer>) {
        self.observed_below = usize::MAX;
        self.edited_at = NodeId::NONE;
        self.freeze_below();
        self.observer = Some(observer);
    }

    /// Takes the observer away.
    pub(crate) fn take_observer<O: Observer>(&mut self) -> Option<Box<O>> {
        let observer: Box<dyn Any> = self.observer.take()?;
        observer.downcast().ok()
    }

    pub(crate) fn is_observed(&self) -> bool {
        self.observer.is_some()
    }

    /// Tells the observer something, if there is one.
    pub(in crate::tape) fn tell(&mut self, what: impl FnOnce(&mut dyn Observer, &mut Tape)) {
        if self.observer.is_some() {
            self.tell_observer(what);
        }
    }

    #[cold]
    #[inline(never)]
    fn tell_observer(&mut self, what: impl FnOnce(&mut dyn Observer, &mut Tape)) {
        if let Some(mut observer) = self.observer.take() {
            what(&mut *observer, self);
            self.observer = Some(observer);
        }
    }
}
