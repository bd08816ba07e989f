//! Results that only later statements of their block use: places on the tape that no handle holds.
//!
//! The macro knows that nothing but arithmetic on variables is run until the last use, and asks for room for all of it: so
//! nothing is squeezed out, and nothing is dropped from the top of the tape.

use super::recording::{one_by_one, push, tag};
use super::{OperandList, Places, Term};
use crate::operand::Participant;
use crate::tape::{self, Recorded, Tape};
use crate::value::Value;

/// A result of the kind [`Value`] without a handle.
#[derive(Clone, Copy, Debug)]
pub struct Unheld {
    recorded: Recorded,
    #[cfg(debug_assertions)]
    room: Room,
}

impl Participant for Unheld {
    type Leaf = Recorded;
    type Itself = Unheld;

    #[inline(always)]
    fn itself(&self) -> &Unheld {
        self
    }

    #[inline(always)]
    fn leaf(&self, tape: Option<&Tape>) -> Recorded {
        #[cfg(debug_assertions)]
        self.room.check(tape);
        let _ = tape;
        self.recorded
    }
}

impl Unheld {
    /// Records a statement, with room for so many nodes from here on.
    #[inline(always)]
    pub(super) fn of<Os: OperandList, E: Term<Kept = Value>>(
        room: usize,
        operands: Os,
        places: Places,
        build: impl FnOnce(Os::Terms) -> E,
    ) -> Unheld {
        debug_assert!(super::room::<Os::Terms, E>() <= room);
        tape::with(|tape| {
            tape.make_room(room, places.caller);
            #[cfg(debug_assertions)]
            let room_from_here = Room::from_here(tape, room);
            let tag = tag::<Os::Terms, E>(places);
            let terms = operands.read(Some(tape));
            let term = build(terms);
            let recorded = match tag {
                Some(tag) => push(tape, terms, term, tag.without_handle()),
                None => one_by_one(tape, term, places.site, places.elsewhere),
            };
            Unheld {
                recorded,
                #[cfg(debug_assertions)]
                room: room_from_here,
            }
        })
    }
}

/// What has to be as it was, as long as there are results without handles.
#[cfg(debug_assertions)]
#[derive(Clone, Copy, Debug)]
struct Room {
    disturbances: u64,
    end: usize,
}

#[cfg(debug_assertions)]
impl Room {
    fn from_here(tape: &Tape, nodes: usize) -> Self {
        Room {
            disturbances: tape.disturbances(),
            end: tape.nodes().len() + nodes,
        }
    }

    fn check(self, tape: Option<&Tape>) {
        let tape = tape.expect("a statement with a value has a tape");
        assert!(
            tape.disturbances() == self.disturbances && tape.nodes().len() <= self.end,
            "a result without a handle may have moved"
        );
    }
}
