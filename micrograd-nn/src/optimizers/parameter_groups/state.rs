//! What all groups remember, as one state.

use super::{OptimizerState, OptimizerStateError, ParameterGroups};

impl ParameterGroups {
    /// The kinds of the groups; their lists, named by the place of the group, have zeros for the
    /// parameters of the others.
    pub(super) fn whole_state(&self) -> OptimizerState {
        let states: Vec<_> = self.groups.iter().map(|g| g.optimizer.state()).collect();
        let kinds: Vec<&str> = states.iter().map(OptimizerState::kind).collect();
        let kind = format!("ParameterGroups({})", kinds.join(", "));
        let lr = states.first().map_or(0.0, OptimizerState::lr);
        let steps = states.first().map_or(0, OptimizerState::steps);
        let mut whole = OptimizerState::new(kind, lr, steps);
        for (place, (group, state)) in self.groups.iter().zip(&states).enumerate() {
            for (name, numbers) in state.lists() {
                let mut all = Vec::new();
                if !numbers.is_empty() {
                    all.resize(self.names.len(), 0.0);
                }
                for (&member, &number) in group.members.iter().zip(numbers) {
                    all[member] = number;
                }
                whole = whole.with_list(format!("{place}.{name}"), all);
            }
        }
        whole
    }

    /// Hands each group its part; all of them, or none.
    pub(super) fn restore_each(
        &mut self,
        state: &OptimizerState,
    ) -> Result<(), OptimizerStateError> {
        let own = self.whole_state();
        if own.kind() != state.kind() {
            return Err(OptimizerStateError::Kind {
                expected: own.kind().to_owned(),
                found: state.kind().to_owned(),
            });
        }
        let parts = self.parts(state)?;
        let before: Vec<_> = self.groups.iter().map(|g| g.optimizer.state()).collect();
        for (place, part) in parts.into_iter().enumerate() {
            if let Err(error) = self.groups[place].optimizer.restore(part) {
                for (group, state) in self.groups.iter_mut().zip(before) {
                    let restored = group.optimizer.restore(state);
                    restored.expect("an optimiser takes its own state");
                }
                return Err(error);
            }
        }
        Ok(())
    }

    fn parts(&self, state: &OptimizerState) -> Result<Vec<OptimizerState>, OptimizerStateError> {
        let part_of = |group: &super::Group| {
            let kind = group.optimizer.state().kind().to_owned();
            OptimizerState::new(kind, state.lr() * group.ratio, state.steps())
        };
        let mut parts: Vec<_> = self.groups.iter().map(part_of).collect();
        for (name, numbers) in state.lists() {
            let found = name.split_once('.').and_then(|(place, rest)| {
                let place: usize = place.parse().ok()?;
                (place < parts.len()).then_some((place, rest))
            });
            let Some((place, rest)) = found else {
                return Err(OptimizerStateError::UnknownList(name.to_owned()));
            };
            if !numbers.is_empty() && numbers.len() != self.names.len() {
                return Err(OptimizerStateError::Length {
                    list: name.to_owned(),
                    found: numbers.len(),
                    expected: self.names.len(),
                });
            }
            let mut own = Vec::new();
            if !numbers.is_empty() {
                own.extend(self.groups[place].members.iter().map(|&i| numbers[i]));
            }
            let part = &mut parts[place];
            *part = std::mem::replace(part, OptimizerState::new("", 0.0, 0)).with_list(rest, own);
        }
        Ok(parts)
    }
}
