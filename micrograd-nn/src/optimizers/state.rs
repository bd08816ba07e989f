//! What an optimiser remembers, as plain data.

use super::OptimizerStateError;

/// Everything that an [`Optimizer`](crate::Optimizer) has learnt since it was made: its learning
/// rate, its number of steps, and its lists, which hold one number for each parameter.
///
/// It is what a checkpoint stores. [`state`](crate::Optimizer::state) makes one,
/// [`restore`](crate::Optimizer::restore) puts it back, and training goes on as if it had never
/// stopped, bit for bit. Options such as the momentum are not part of it: they stand in the
/// program. Kinds and lists have PyTorch's names: `"AdamW"`, `"exp_avg"`.
///
/// ```
/// use micrograd_core::Value;
/// use micrograd_nn::{Module, Optimizer, OptimizerState, Sgd};
///
/// let x = Value::new(1.0);
/// (&x * 3.0).backward();
/// let mut sgd = Sgd::new(0.1).momentum(0.9);
/// sgd.step(&x.parameters());
///
/// let state = sgd.state();
/// assert_eq!((state.kind(), state.lr(), state.steps()), ("SGD", 0.1, 1));
/// assert_eq!(state.list("momentum_buffer"), Some(&[3.0][..]));
///
/// let mut read = OptimizerState::new("SGD", 0.1, 1).with_list("momentum_buffer", vec![3.0]);
/// assert_eq!(read, state);
/// let mut resumed = Sgd::new(0.1).momentum(0.9);
/// resumed.restore(read)?;
/// assert_eq!(resumed, sgd);
/// # Ok::<(), micrograd_nn::OptimizerStateError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct OptimizerState {
    kind: String,
    lr: f64,
    steps: u64,
    lists: Vec<(String, Vec<f64>)>,
}

/// The lists in which no rule makes a number below 0; its root would be a NaN.
const SQUARES: [&str; 4] = ["exp_avg_sq", "max_exp_avg_sq", "square_avg", "sum"];

impl OptimizerState {
    /// The state of an optimiser of this kind, without lists.
    ///
    /// ```
    /// # use micrograd_nn::{Optimizer, OptimizerState, Sgd};
    /// assert_eq!(OptimizerState::new("SGD", 0.1, 0), Sgd::new(0.1).state());
    /// ```
    #[must_use]
    pub fn new(kind: impl Into<String>, lr: f64, steps: u64) -> Self {
        OptimizerState {
            kind: kind.into(),
            lr,
            steps,
            lists: Vec::new(),
        }
    }

    /// The same with one more list, after those that it has.
    ///
    /// # Panics
    ///
    /// If it has a list of that name.
    ///
    /// ```
    /// # use micrograd_nn::OptimizerState;
    /// let state = OptimizerState::new("SGD", 0.1, 4).with_list("momentum_buffer", vec![0.5, 2.0]);
    /// assert_eq!(state.list("momentum_buffer"), Some(&[0.5, 2.0][..]));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn with_list(mut self, name: impl Into<String>, numbers: Vec<f64>) -> Self {
        let name = name.into();
        assert!(
            self.list(&name).is_none(),
            "the state has the list `{name}` twice"
        );
        self.lists.push((name, numbers));
        self
    }

    /// The rule that it belongs to, by PyTorch's name: `"SGD"`, `"Adam"`, `"AdamW"`, `"RMSprop"`.
    ///
    /// ```
    /// # use micrograd_nn::{Optimizer, Sgd};
    /// assert_eq!(Sgd::new(0.1).state().kind(), "SGD");
    /// ```
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// The learning rate.
    ///
    /// ```
    /// # use micrograd_nn::{Optimizer, Sgd};
    /// assert_eq!(Sgd::new(0.1).state().lr(), 0.1);
    /// ```
    #[must_use]
    pub fn lr(&self) -> f64 {
        self.lr
    }

    /// How many steps were made.
    ///
    /// ```
    /// # use micrograd_nn::{Optimizer, Sgd};
    /// assert_eq!(Sgd::new(0.1).state().steps(), 0);
    /// ```
    #[must_use]
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// The list of that name, if there is one.
    ///
    /// ```
    /// # use micrograd_nn::{Optimizer, Sgd};
    /// assert_eq!(Sgd::new(0.1).state().list("exp_avg"), None);
    /// ```
    #[must_use]
    pub fn list(&self, name: &str) -> Option<&[f64]> {
        self.lists().find(|list| list.0 == name).map(|list| list.1)
    }

    /// All lists with their names, in a fixed order. They are empty before the first step; after
    /// it, each has one number for each parameter, in the order of the parameters.
    ///
    /// ```
    /// # use micrograd_nn::{Optimizer, Sgd};
    /// let state = Sgd::new(0.1).momentum(0.9).state();
    /// let lists: Vec<_> = state.lists().collect();
    /// assert_eq!(lists, [("momentum_buffer", &[][..])]);
    /// ```
    pub fn lists(&self) -> impl Iterator<Item = (&str, &[f64])> {
        self.lists
            .iter()
            .map(|(name, numbers)| (name.as_str(), numbers.as_slice()))
    }

    /// Moves the numbers into the lists of an optimiser, once all is known to fit them.
    pub(super) fn fill<'a>(
        mut self,
        kind: &'static str,
        lists: impl IntoIterator<Item = (impl AsRef<str>, &'a mut Vec<f64>)>,
    ) -> Result<(), OptimizerStateError> {
        let lists: Vec<_> = lists.into_iter().collect();
        let names: Vec<&str> = lists.iter().map(|list| list.0.as_ref()).collect();
        self.check(kind, &names)?;
        for (name, list) in lists {
            let name = name.as_ref();
            let found = self.lists.iter_mut().find(|found| found.0 == name);
            *list = found
                .map(|found| std::mem::take(&mut found.1))
                .unwrap_or_default();
        }
        Ok(())
    }

    fn check(&self, kind: &'static str, names: &[&str]) -> Result<(), OptimizerStateError> {
        if self.kind != kind {
            return Err(OptimizerStateError::Kind {
                expected: kind.to_owned(),
                found: self.kind.clone(),
            });
        }
        if !(self.lr >= 0.0 && self.lr.is_finite()) {
            return Err(OptimizerStateError::Lr(self.lr));
        }
        if let Some((name, _)) = self.lists().find(|(name, _)| !names.contains(name)) {
            return Err(OptimizerStateError::UnknownList(name.to_owned()));
        }
        for &name in names {
            let Some(numbers) = self.list(name) else {
                return Err(OptimizerStateError::MissingList(name.to_owned()));
            };
            let first = self.lists[0].1.len();
            if numbers.len() != first {
                return Err(OptimizerStateError::Length {
                    list: name.to_owned(),
                    found: numbers.len(),
                    expected: first,
                });
            }
            let is_negative = |number: &f64| SQUARES.contains(&name) && *number < 0.0;
            if let Some(index) = numbers.iter().position(is_negative) {
                return Err(OptimizerStateError::Negative {
                    list: name.to_owned(),
                    index,
                    number: numbers[index],
                });
            }
            if let Some(index) = numbers.iter().position(|number| !number.is_finite()) {
                return Err(OptimizerStateError::NotFinite {
                    list: name.to_owned(),
                    index,
                    number: numbers[index],
                });
            }
        }
        Ok(())
    }
}
