//! The chain of a loop that does nothing else, known from run to run.

use crate::tape::memory::place_id::PlaceId;
use crate::tape::state::handles::slot::SlotId;
use crate::tape::state::tape::Tape;
use crate::tape::statements::link::{LinkLayout, NewLink};

/// What a loop knows of the chain that it makes, if its last run made the top of the tape. It is as little as can be:
/// it has to stay in registers.
#[derive(Clone, Copy, Debug)]
pub struct OpenChain {
    /// Where the next run goes, in the last extension or right above it; and in the upper half, how often the tape had
    /// been disturbed.
    next: u64,
    /// The sum so far.
    data: f64,
}

/// Where the next run of a chain goes.
pub(crate) enum NextRun {
    IntoTheExtension,
    IntoANewExtension,
    /// The chain is not as it was known.
    Elsewhere,
}

impl OpenChain {
    /// Before the first run.
    pub(crate) const NOT_BEGUN: OpenChain = OpenChain {
        next: PlaceId::NOWHERE.bits() as u64,
        data: 0.0,
    };

    /// After something else has been recorded between two runs.
    pub(crate) const BROKEN: OpenChain = OpenChain {
        data: f64::NAN,
        ..OpenChain::NOT_BEGUN
    };

    #[inline(always)]
    pub(crate) fn is_begun(self) -> bool {
        self.next != OpenChain::NOT_BEGUN.next || self.data.is_nan()
    }

    /// The sum so far.
    #[inline(always)]
    pub(crate) fn data(self) -> f64 {
        self.data
    }

    #[inline(always)]
    #[allow(clippy::cast_possible_truncation)] // The lower half is the place.
    fn next(self) -> PlaceId {
        PlaceId::from_bits(self.next as u32)
    }
}

impl Tape {
    /// What there is to know of the chain that `slot` holds, and nothing else does.
    #[inline(always)]
    pub(crate) fn open_chain(&self, slot: SlotId, layout: LinkLayout) -> OpenChain {
        let result = self.id(slot);
        if result < self.closed_below || self.nodes.top().is_at_the_end_of_counting() {
            return OpenChain::BROKEN;
        }
        let node = self.nodes.operation(result);
        let in_the_last = layout.in_the_last(node.chain_len());
        let next = PlaceId::new(result.below(1), in_the_last * layout.places());
        let disturbances = self.nodes.top().disturbances();
        OpenChain {
            next: u64::from(next.bits()) | disturbances,
            data: node.data,
        }
    }

    /// Where the next run of a chain goes.
    #[inline(always)]
    pub(crate) fn next_run(&self, chain: OpenChain, layout: LinkLayout) -> NextRun {
        // Both halves at once: a chain that is not open has no such place.
        let place = PlaceId::place_in_the_last_but_one(chain.next, self.nodes.top().bits());
        let last = LinkLayout::PLACES as u64;
        if layout.per_node() > 1 && place <= last - layout.places() as u64 {
            NextRun::IntoTheExtension
        } else if place <= last && self.nodes.has_room(1) {
            NextRun::IntoANewExtension
        } else {
            NextRun::Elsewhere
        }
    }

    /// One more run of a chain that is open, in its last extension.
    #[inline(always)]
    pub(crate) fn lengthen(&mut self, chain: OpenChain, link: NewLink, data: f64) -> OpenChain {
        self.write_link_at(chain.next(), link);
        let result = self.nodes.end().below(1);
        self.nodes.operation_mut(result).lengthen(data);
        OpenChain {
            next: chain.next + link.layout().places() as u64,
            data,
        }
    }

    /// One more run of a chain that is open, and alone in its slot, in a new extension.
    #[inline(always)]
    pub(crate) fn extend(
        &mut self,
        slot: SlotId,
        chain: OpenChain,
        link: NewLink,
        data: f64,
    ) -> OpenChain {
        let result = self.nodes.end().below(1);
        let recorded = self.append_extension(result, link, data);
        self.follow_to_the_next_node(slot, recorded);
        // The next place was in the node below the result; now it is in the result's node.
        let first = PlaceId::end_of_node(chain.next);
        OpenChain {
            next: first + link.layout().places() as u64,
            data,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::with;
    use crate::{TapeUsage, Value, grad};

    /// A loop that adds ten products, between which `disturb` is called; gives how many nodes that takes.
    fn sum_of_products(disturb: impl Fn()) -> usize {
        let (w, mut sum) = (Value::new(3.0), Value::new(0.0));
        let before = TapeUsage::of_this_thread().nodes;
        let xs = (1..=10).map(|x| {
            disturb();
            f64::from(x)
        });
        grad! {
            for x in xs {
                sum += w * x;
            }
        }
        let nodes = TapeUsage::of_this_thread().nodes - before;
        sum.backward();
        assert_eq!((sum.data(), w.grad()), (165.0, 55.0));
        nodes
    }

    #[test]
    fn a_chain_is_broken_by_so_many_edits_that_they_cannot_be_counted() {
        let chained = sum_of_products(|| {});
        let edited = Value::new(0.0);
        let broken = sum_of_products(|| edited.set_data(1.0));
        assert!(broken > chained, "{broken} nodes, {chained} in one chain");
        let found = sum_of_products(|| {
            // 2³² edits between two runs, of which the last ones are made.
            let count = with(|tape| tape.nodes.disturbances());
            with(|tape| tape.nodes.set_disturbances(u32::MAX));
            let last_ones = if count < u32::MAX { count + 1 } else { 1 };
            (0..last_ones).for_each(|_| edited.set_data(1.0));
        });
        assert_eq!(found, broken);
    }
}
