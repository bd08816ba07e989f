//! Several rules for the parameters of one model.

mod state;

use super::{Optimizer, OptimizerState, OptimizerStateError, StepError};
use crate::Module;
use micrograd_core::Value;

/// An optimiser for each group of a model's parameters: rates of their own, no weight decay for biases,
/// parts that stay as they are.
///
/// Groups are chosen by the names of the [`named_parameters`](Module::named_parameters). Each takes
/// what no group before it has taken; at the first step every parameter must be in a group, or
/// [frozen](ParameterGroups::freeze). The [learning rate](Optimizer::lr) is that of the first group;
/// where it is set, as by a [`Schedule`](crate::Schedule), the others keep their ratios to it. PyTorch's
/// parameter groups, and its `requires_grad_(False)`.
///
/// ```
/// use micrograd_nn::{AdamW, Forward, Linear, Module, Optimizer, ParameterGroups, Sequential};
/// use rand::{SeedableRng, rngs::ChaCha8Rng};
///
/// let mut rng = ChaCha8Rng::seed_from_u64(1337);
/// let model = Sequential::new((Linear::new(2, 4, &mut rng), Linear::new(4, 1, &mut rng)));
/// let before = model.parameters()[0].data();
///
/// let mut optimizer = ParameterGroups::of(&model)
///     .freeze(|name| name.starts_with("0.")) // only the last map learns
///     .group(|name| name.contains("bias"), AdamW::new(0.01).weight_decay(0.0))
///     .rest(AdamW::new(0.001).weight_decay(0.1));
/// model.forward_one(&[1.0, -2.0]).backward();
/// optimizer.step(&model.parameters());
/// assert_eq!(model.parameters()[0], before);
/// ```
pub struct ParameterGroups {
    names: Vec<String>,
    places: Vec<Place>,
    groups: Vec<Group>,
}

/// Where a parameter belongs.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Nowhere,
    Frozen,
    Group(usize),
}

struct Group {
    optimizer: Box<dyn Optimizer>,
    /// Its learning rate, in those of the first group.
    ratio: f64,
    /// Its parameters, by their places.
    members: Vec<usize>,
}

impl ParameterGroups {
    /// No group yet, for the parameters of this model.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Module, Optimizer, ParameterGroups, Sgd};
    /// let model = [Value::new(3.0), Value::new(2.0)];
    /// let mut optimizer = ParameterGroups::of(&model)
    ///     .group(|name| name == "0", Sgd::new(0.5))
    ///     .rest(Sgd::new(0.25));
    /// model.parameters().iter().for_each(|p| p.set_grad(1.0));
    /// optimizer.step(&model.parameters());
    /// assert_eq!(model.parameters(), [2.5, 1.75]);
    /// ```
    #[must_use]
    pub fn of(model: &(impl Module + ?Sized)) -> Self {
        let named = model.named_parameters();
        ParameterGroups {
            places: vec![Place::Nowhere; named.len()],
            names: named.into_iter().map(|(name, _)| name).collect(),
            groups: Vec::new(),
        }
    }

    /// One more group: the parameters whose names `is_in` accepts, of those that are in none.
    ///
    /// # Panics
    ///
    /// If there is no such parameter; or if the rate of the first group is 0 and this one is not, so that
    /// they have no ratio.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Optimizer, ParameterGroups, Sgd};
    /// let model = [Value::new(3.0), Value::new(2.0)];
    /// let mut optimizer = ParameterGroups::of(&model)
    ///     .group(|name| name == "0", Sgd::new(0.5))
    ///     .group(|name| name == "1", Sgd::new(0.25));
    /// optimizer.set_lr(1.0); // and 0.5 for the second
    /// assert_eq!(optimizer.lr(), 1.0);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn group(
        mut self,
        is_in: impl Fn(&str) -> bool,
        mut optimizer: impl Optimizer + 'static,
    ) -> Self {
        let members = self.take(is_in, Place::Group(self.groups.len()));
        let lr = optimizer.lr();
        let first = self.groups.first().map_or(lr, |group| group.optimizer.lr());
        let ratio = if lr == first { 1.0 } else { lr / first };
        assert!(
            ratio.is_finite(),
            "the learning rate {lr:?} has no ratio to {first:?}, that of the first group"
        );
        // A rate that is set again later has the same bits.
        optimizer.set_lr(first * ratio);
        self.groups.push(Group {
            optimizer: Box::new(optimizer),
            ratio,
            members,
        });
        self
    }

    /// The last group: all parameters that are in none.
    ///
    /// # Panics
    ///
    /// As [`group`](ParameterGroups::group).
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Optimizer, ParameterGroups, Sgd};
    /// let optimizer = ParameterGroups::of(&Value::new(3.0)).rest(Sgd::new(0.5));
    /// assert_eq!(optimizer.lr(), 0.5);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn rest(self, optimizer: impl Optimizer + 'static) -> Self {
        self.group(|_| true, optimizer)
    }

    /// Parameters that no step moves: those whose names `is_frozen` accepts, of those that are in no
    /// group.
    ///
    /// # Panics
    ///
    /// If there is no such parameter.
    ///
    /// ```
    /// # use micrograd_core::Value;
    /// # use micrograd_nn::{Module, Optimizer, ParameterGroups, Sgd};
    /// let model = [Value::new(3.0), Value::new(2.0)];
    /// let mut optimizer = ParameterGroups::of(&model).freeze(|name| name == "1").rest(Sgd::new(0.5));
    /// model.parameters().iter().for_each(|p| p.set_grad(1.0));
    /// optimizer.step(&model.parameters());
    /// assert_eq!(model.parameters(), [2.5, 2.0]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn freeze(mut self, is_frozen: impl Fn(&str) -> bool) -> Self {
        self.take(is_frozen, Place::Frozen);
        self
    }

    /// Gives parameters that are nowhere their place.
    #[track_caller]
    fn take(&mut self, is_in: impl Fn(&str) -> bool, to: Place) -> Vec<usize> {
        let mut taken = Vec::new();
        for (i, (name, place)) in self.names.iter().zip(&mut self.places).enumerate() {
            if *place == Place::Nowhere && is_in(name) {
                *place = to;
                taken.push(i);
            }
        }
        assert!(
            !taken.is_empty(),
            "of {} parameters, {} are in no group, and none of these was chosen",
            self.names.len(),
            self.places
                .iter()
                .filter(|&&place| place == Place::Nowhere)
                .count()
        );
        taken
    }

    #[track_caller]
    fn assert_complete(&self, parameters: &[Value]) {
        assert!(
            parameters.len() == self.names.len(),
            "groups of {} parameters were given {}",
            self.names.len(),
            parameters.len()
        );
        let nowhere = self.places.iter().position(|&p| p == Place::Nowhere);
        if let Some(index) = nowhere {
            panic!(
                "the parameter `{}` is in no group; ParameterGroups::rest takes what is left, and \
                 freeze lets it be",
                self.names[index]
            );
        }
    }
}

impl Optimizer for ParameterGroups {
    fn try_step(&mut self, parameters: &[Value]) -> Result<(), StepError> {
        self.assert_complete(parameters);
        let before = Value::data_of(parameters);
        let mut states = Vec::with_capacity(self.groups.len());
        for place in 0..self.groups.len() {
            let group = &mut self.groups[place];
            states.push(group.optimizer.state());
            let members: Vec<Value> = group
                .members
                .iter()
                .map(|&i| parameters[i].clone())
                .collect();
            if let Err(error) = group.optimizer.try_step(&members) {
                let error = error.of_members(&group.members, parameters.len());
                // The groups before it have moved.
                Value::set_data_of(parameters, &before);
                for (group, state) in self.groups.iter_mut().zip(states) {
                    let restored = group.optimizer.restore(state);
                    restored.expect("an optimiser takes its own state");
                }
                return Err(error);
            }
        }
        Ok(())
    }

    fn lr(&self) -> f64 {
        self.groups
            .first()
            .map_or(0.0, |group| group.optimizer.lr())
    }

    fn set_lr(&mut self, lr: f64) {
        super::assert_at_least_zero("learning rate", lr);
        for group in &mut self.groups {
            group.optimizer.set_lr(lr * group.ratio);
        }
    }

    fn state(&self) -> OptimizerState {
        self.whole_state()
    }

    fn restore(&mut self, state: OptimizerState) -> Result<(), OptimizerStateError> {
        self.restore_each(&state)
    }
}
