//! An operand's code would run while the tape is taken.
use micrograd_core::__macro_support::Participant;

struct Mine;

impl Participant for Mine {
    type Term = f64;
    type Itself = Mine;

    fn itself(&self) -> &Mine {
        self
    }
}

fn main() {}
