//! The modules of the protocol and their functions, by name.

use crate::evaluation::{Evaluation, EvaluationError, evaluate_once, evaluate_repeatedly};
use crate::{ba, det, gmm, hello, ht, kmeans, llsq, lse, lstm, ode, particle, saddle};
use serde_json::value::RawValue;
use std::panic::{AssertUnwindSafe, catch_unwind};

type Evaluate = fn(&RawValue) -> Result<Evaluation, EvaluationError>;

pub(crate) struct Module {
    name: &'static str,
    functions: &'static [(&'static str, Evaluate)],
}

/// What the tool can compute, and how.
#[derive(Clone, Copy)]
pub(crate) struct Modules {
    /// How the tool calls itself with them.
    pub(crate) tool: &'static str,
    modules: &'static [Module],
}

macro_rules! modules {
    ($($module:ident: $evaluate:ident { $($($path:ident)::*),* })*) => {
        &[$(
            Module {
                name: stringify!($module),
                functions: &[$(
                    (last!($($path)*), |input| $evaluate(input, $module::$($path)::*)),
                )*],
            },
        )*]
    };
}

macro_rules! last {
    ($name:ident) => { stringify!($name) };
    ($_:ident $($rest:ident)*) => { last!($($rest)*) };
}

/// Derivatives from the tape, and forward mode.
pub(crate) const TAPED: Modules = Modules {
    tool: "micrograd",
    modules: modules! {
        hello: evaluate_once { square, double }
        gmm: evaluate_repeatedly { objective, jacobian }
        ba: evaluate_repeatedly { objective, jacobian }
        lstm: evaluate_repeatedly { objective, jacobian }
        ht: evaluate_repeatedly { objective, jacobian }
        kmeans: evaluate_repeatedly { cost, dir }
        llsq: evaluate_repeatedly { primal, gradient }
        lse: evaluate_repeatedly { primal, gradient }
        ode: evaluate_repeatedly { primal, gradient }
        det: evaluate_repeatedly { primal, gradient }
        particle: evaluate_repeatedly { ff, fr, rf, rr }
        saddle: evaluate_repeatedly { ff, fr, rf, rr }
    },
};

/// Derivatives of `#[differentiable]` functions. In `particle` and `saddle` a function is differentiated that contains a derivative
/// itself; they have none.
pub(crate) const COMPILED: Modules = Modules {
    tool: "micrograd-compiled",
    modules: modules! {
        hello: evaluate_once { square, compiled::double }
        gmm: evaluate_repeatedly { objective, compiled::jacobian }
        ba: evaluate_repeatedly { objective, compiled::jacobian }
        lstm: evaluate_repeatedly { objective, compiled::jacobian }
        ht: evaluate_repeatedly { objective, compiled::jacobian }
        kmeans: evaluate_repeatedly { cost, compiled::dir }
        llsq: evaluate_repeatedly { primal, compiled::gradient }
        lse: evaluate_repeatedly { primal, compiled::gradient }
        ode: evaluate_repeatedly { primal, compiled::gradient }
        det: evaluate_repeatedly { primal, compiled::gradient }
    },
};

impl Modules {
    /// # Errors
    ///
    /// If there is no such module.
    pub(crate) fn find(self, name: &str) -> Result<&'static Module, EvaluationError> {
        let module = self.modules.iter().find(|module| module.name == name);
        module.ok_or_else(|| EvaluationError::UnknownModule {
            module: name.to_owned(),
            known: list(self.modules.iter().map(|module| module.name)),
        })
    }

    /// # Errors
    ///
    /// If there is no such function, or its input cannot be used.
    pub(crate) fn evaluate(
        self,
        module: &str,
        function: &str,
        input: &RawValue,
    ) -> Result<Evaluation, EvaluationError> {
        let module = self.find(module)?;
        let mut functions = module.functions.iter();
        let Some((_, evaluate)) = functions.find(|(name, _)| *name == function) else {
            return Err(EvaluationError::UnknownFunction {
                module: module.name,
                function: function.to_owned(),
                known: list(module.functions.iter().map(|(name, _)| *name)),
            });
        };
        // What an input asks for may be more than a tape can hold; the next one must be served anyway.
        catch_unwind(AssertUnwindSafe(|| evaluate(input))).unwrap_or_else(|panic| {
            let text = panic.downcast_ref::<String>().cloned();
            let text = text.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string));
            Err(EvaluationError::Panicked(text.unwrap_or_default()))
        })
    }
}

fn list(names: impl Iterator<Item = &'static str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use micrograd_core::TapeUsage;
    use serde::Deserialize;

    #[derive(Deserialize)]
    struct Answers {
        cases: Vec<Case>,
    }

    #[derive(Deserialize)]
    struct Case {
        module: String,
        function: String,
        input: Box<RawValue>,
    }

    #[test]
    fn evaluations_leave_nothing_on_the_tape_and_take_no_more_memory_the_longer_they_run() {
        let answers = include_str!("../../tests/data/gradbench.json");
        let Answers { cases } = serde_json::from_str(answers).expect("the inputs can be read");
        let memory_after = |min_runs: u32| {
            for case in &cases {
                let runs = format!(r#"{{"min_runs": {min_runs}, "#);
                let input = match case.module.as_str() {
                    // Near the goal, which is far away for a build that is not optimized.
                    "particle" => r#"{"w": 0.2071994601}"#,
                    "saddle" => r#"{"start": [0.01, 0.01]}"#,
                    _ => case.input.get(),
                };
                let input = input.replacen('{', &runs, 1);
                let input = RawValue::from_string(input).expect("the input is JSON");
                let evaluation = TAPED.evaluate(&case.module, &case.function, &input);
                assert!(evaluation.is_ok(), "{}::{}", case.module, case.function);
            }
            TapeUsage::of_this_thread()
        };
        let memory = [1, 1, 3].map(memory_after);
        assert_eq!(memory[0].nodes, 0);
        assert_eq!(memory, [memory[0]; 3]);
    }
}
