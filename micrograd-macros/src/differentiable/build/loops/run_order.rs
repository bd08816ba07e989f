//! Whether the way back may take a loop's runs in their order.

use crate::differentiable::build::{Builder, Effect};
use crate::differentiable::program::{Forward, LoopHead, RegionId};
use crate::differentiable::tree::VariableId;
use std::collections::HashMap;

impl Builder {
    /// Whether the way back may take the runs in their order, which is the cheaper one.
    pub(super) fn any_order(
        &self,
        head: &LoopHead,
        stop: Option<VariableId>,
        body: RegionId,
        effects_before: usize,
        steps: &[Forward],
    ) -> bool {
        let LoopHead::For { pattern, .. } = head else {
            return false;
        };
        let outside = self.effects[effects_before..]
            .iter()
            .filter(|effect| self.outlives(effect.variable(), body));
        let outside: Vec<&Effect> = outside.collect();
        // What a run reads, no run may change.
        let is_read = |id: VariableId| {
            let mut reads = outside.iter();
            reads.any(|effect| matches!(effect, Effect::Reads(read) if *read == id))
        };
        let is_ordered = outside.iter().any(|effect| match effect {
            Effect::Sets(_) => true,
            Effect::Reads(_) => false,
            effect => is_read(effect.variable()),
        });
        if stop.is_some() || is_ordered {
            return false;
        }
        if self.reorder {
            return true;
        }
        // Each run adds to elements of its own: no sum depends on the order.
        let is_innermost = !steps.iter().any(|step| matches!(step, Forward::Loop(_)));
        let counter = pattern.to_string();
        let mut places: HashMap<VariableId, &String> = HashMap::new();
        is_innermost
            && outside.iter().all(|effect| match effect {
                Effect::AddsToElement {
                    root,
                    place,
                    strides,
                } => strides.contains(&counter) && **places.entry(*root).or_insert(place) == *place,
                Effect::Reads(_) => true,
                _ => false,
            })
    }
}
