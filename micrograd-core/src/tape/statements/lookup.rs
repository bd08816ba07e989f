//! Which statement is recorded at a position.

use super::form::Form;
use super::registry::{OF_SITES, registry};
use super::site::{Site, remember, tag_of};
use super::statement::{Statement, StatementKind};
use crate::tape::memory::Tag;
use std::sync::atomic::Ordering;

impl Site {
    /// The tag of the statement that is recorded here with operands of these kinds.
    ///
    /// Code in a generic function is at the same position for all types; the kinds of the operands are all that
    /// makes a difference.
    #[inline(always)]
    pub(crate) fn statement(&'static self, signature: u64, kind: &'static StatementKind) -> Tag {
        let last = self.last[Self::remembered(signature)].load(Ordering::Acquire);
        tag_of(signature, last).unwrap_or_else(|| self.look_up(signature, kind))
    }

    /// The same for chains of it.
    #[inline(always)]
    pub(crate) fn chain(&'static self, signature: u64, kind: &'static StatementKind) -> Tag {
        let last = self.last_chain[Self::remembered(signature)].load(Ordering::Acquire);
        tag_of(signature, last).unwrap_or_else(|| self.look_up(signature, kind))
    }

    #[cold]
    #[inline(never)]
    fn look_up(&'static self, signature: u64, kind: &'static StatementKind) -> Tag {
        self.register();
        let statement = Statement::new(kind, self);
        let is_chain = !matches!(statement.form, Form::Single(_));
        let key = (std::ptr::from_ref(self).addr(), signature, is_chain);
        let ask = || registry().of_site(key, statement);
        let id = OF_SITES.try_with(|known| *known.borrow_mut().entry(key).or_insert_with(ask));
        // A thread that ends has no such table any more.
        let id = id.unwrap_or_else(|_| ask());
        let (last, tag) = if is_chain {
            (&self.last_chain, Tag::of_chain(id))
        } else {
            (&self.last, Tag::of_statement(id))
        };
        last[Self::remembered(signature)].store(remember(signature, tag), Ordering::Release);
        tag
    }
}
