//! The way from an operation up to the root.

use super::AnomalyStep;
use crate::tape::Listing;

/// From `start` to `root`, or to the last operation that was made of it. Of several ways, one that
/// takes large steps.
pub(super) fn steps(listing: &Listing, start: usize, root: Option<usize>) -> Vec<AnomalyStep> {
    // From `start` upwards: the lowest operand that was made of `start`; itself at `start`.
    let mut from: Vec<Option<usize>> = vec![None; listing.entries.len()];
    from[start] = Some(start);
    for user in start + 1..from.len() {
        let operands = listing.entries[user].operands().iter();
        let operands = operands.map(|&operand| operand as usize);
        from[user] = operands.filter(|&operand| from[operand].is_some()).min();
    }
    let reached_root = root.filter(|&root| from[root].is_some());
    let highest = || from.iter().rposition(Option::is_some).unwrap_or(start);
    let mut index = reached_root.unwrap_or_else(highest);
    let mut steps = vec![step(listing, index)];
    while let Some(operand) = from[index].filter(|&operand| operand != index) {
        index = operand;
        steps.push(step(listing, index));
    }
    steps.reverse();
    steps
}

fn step(listing: &Listing, index: usize) -> AnomalyStep {
    let entry = &listing.entries[index];
    AnomalyStep {
        op: entry.op(),
        call: entry.call_name(),
        name: entry.name(),
        data: entry.operation.data,
        source: entry.source.source(),
    }
}
