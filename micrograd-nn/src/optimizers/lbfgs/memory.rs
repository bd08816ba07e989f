//! What L-BFGS remembers of the curvature.

use super::{OptimizerState, OptimizerStateError, dot};
use std::collections::VecDeque;

const KIND: &str = "LBFGS";
const STEP: &str = "step";
const PREVIOUS_GRADIENT: &str = "prev_flat_grad";
const OLD_DIRS: &str = "old_dirs";
const OLD_STPS: &str = "old_stps";

/// The last changes of the gradient and of the parameters.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Memory {
    /// How many directions were asked for, over all steps.
    pub(super) iterations: u64,
    changes: VecDeque<Change>,
    /// The gradient before the last iteration, and what this one added to the parameters.
    last: Option<(Vec<f64>, Vec<f64>)>,
}

#[derive(Clone, Debug, PartialEq)]
struct Change {
    /// Of the gradient: y.
    gradient: Vec<f64>,
    /// Of the parameters: s.
    step: Vec<f64>,
    /// y·s, which is above 0.
    product: f64,
}

impl Change {
    fn new(gradient: Vec<f64>, step: Vec<f64>) -> Self {
        let product = dot(&gradient, &step);
        Change {
            gradient,
            step,
            product,
        }
    }
}

impl Memory {
    #[track_caller]
    pub(super) fn assert_fits(&self, parameters: usize) {
        if let Some((gradient, _)) = &self.last {
            assert!(
                gradient.len() == parameters,
                "an optimiser that remembers {} parameters was given {parameters}",
                gradient.len()
            );
        }
    }

    /// −H·g, after taking in how the gradient has changed with the last step: the recursion in two
    /// loops of Nocedal and Wright, *Numerical Optimization* (2006), algorithm 7.4.
    pub(super) fn direction(&mut self, gradient: &[f64], history_size: usize) -> Vec<f64> {
        self.iterations += 1;
        if let Some((before, step)) = self.last.take() {
            let difference = gradient.iter().zip(&before).map(|(now, then)| now - then);
            let change = Change::new(difference.collect(), step);
            // PyTorch's bound: below it the curvature would be noise.
            if change.product > 1e-10 {
                while self.changes.len() >= history_size {
                    self.changes.pop_front();
                }
                self.changes.push_back(change);
            }
        }
        let zeros = vec![0.0; gradient.len()];
        self.last = Some((gradient.to_vec(), zeros));

        let mut direction: Vec<f64> = gradient.iter().map(|g| -g).collect();
        let mut shares = Vec::with_capacity(self.changes.len());
        for change in self.changes.iter().rev() {
            let share = dot(&change.step, &direction) * (1.0 / change.product);
            add(&mut direction, &change.gradient, -share);
            shares.push(share);
        }
        if let Some(newest) = self.changes.back() {
            let scale = newest.product / dot(&newest.gradient, &newest.gradient);
            for d in &mut direction {
                *d *= scale;
            }
        }
        for (change, share) in self.changes.iter().zip(shares.into_iter().rev()) {
            let other = dot(&change.gradient, &direction) * (1.0 / change.product);
            add(&mut direction, &change.step, share - other);
        }
        direction
    }

    /// The step along the last direction.
    pub(super) fn moved(&mut self, step: Vec<f64>) {
        if let Some(last) = &mut self.last {
            last.1 = step;
        }
    }

    pub(super) fn state(&self, lr: f64) -> OptimizerState {
        let mut state = OptimizerState::new(KIND, lr, self.iterations);
        if let Some((gradient, step)) = &self.last {
            state = state
                .with_list(STEP, step.clone())
                .with_list(PREVIOUS_GRADIENT, gradient.clone());
        }
        for (i, change) in self.changes.iter().enumerate() {
            state = state
                .with_list(format!("{OLD_DIRS}.{i}"), change.gradient.clone())
                .with_list(format!("{OLD_STPS}.{i}"), change.step.clone());
        }
        state
    }

    pub(super) fn from_state(state: OptimizerState) -> Result<Self, OptimizerStateError> {
        let mut memory = Memory {
            iterations: state.steps(),
            ..Memory::default()
        };
        let changes = state
            .lists()
            .filter(|(name, _)| name.starts_with(OLD_DIRS))
            .count();
        let (mut last, mut pairs) = (
            [Vec::new(), Vec::new()],
            vec![[Vec::new(), Vec::new()]; changes],
        );
        let mut lists = Vec::new();
        if memory.iterations > 0 {
            let [gradient, step] = &mut last;
            lists.push((STEP.to_owned(), step));
            lists.push((PREVIOUS_GRADIENT.to_owned(), gradient));
        }
        for (i, [gradient, step]) in pairs.iter_mut().enumerate() {
            lists.push((format!("{OLD_DIRS}.{i}"), gradient));
            lists.push((format!("{OLD_STPS}.{i}"), step));
        }
        state.fill(KIND, lists)?;
        if memory.iterations > 0 {
            memory.last = Some(last.into());
        }
        for (i, [gradient, step]) in pairs.into_iter().enumerate() {
            let change = Change::new(gradient, step);
            if change.product <= 0.0 {
                return Err(OptimizerStateError::Curvature {
                    change: i,
                    product: change.product,
                });
            }
            memory.changes.push_back(change);
        }
        Ok(memory)
    }
}

/// a ← a + share·b
fn add(a: &mut [f64], b: &[f64], share: f64) {
    for (a, b) in a.iter_mut().zip(b) {
        *a += share * b;
    }
}
