//! Every variant must find what the hand-written gradient finds.

use crate::gradient::{BY_HAND, F64};
use crate::problem::Problem;
use thiserror::Error;

/// Relative to the size of the number, at least 1: the variants round in different orders.
const TOLERANCE: f64 = 1e-9;

#[derive(Debug, Error)]
#[error("{problem}: {what} is {found:?} with {column}, but {expected:?} by hand")]
pub(crate) struct Disagreement {
    problem: &'static str,
    column: &'static str,
    what: String,
    found: f64,
    expected: f64,
}

/// Runs every variant once.
pub(crate) fn check(problem: &mut Problem) -> Result<(), Disagreement> {
    let mut expected = vec![0.0; problem.inputs];
    let (_, by_hand) = problem
        .variants
        .iter_mut()
        .find(|(column, _)| *column == BY_HAND)
        .expect("every problem has a gradient by hand");
    let expected_value = by_hand(&mut expected);

    let name = problem.name;
    for (column, run) in &mut problem.variants {
        let mut gradient = vec![f64::NAN; expected.len()];
        let value = run(&mut gradient);
        let mut pairs = vec![("the value".to_owned(), value, expected_value)];
        if *column != F64 {
            let components = gradient.iter().zip(&expected).enumerate();
            pairs.extend(components.map(|(i, (&g, &e))| (format!("component {i}"), g, e)));
        }
        for (what, found, expected) in pairs {
            // A NaN is no agreement.
            let agrees = (found - expected).abs() <= TOLERANCE * expected.abs().max(1.0);
            if !agrees {
                return Err(Disagreement {
                    problem: name,
                    column,
                    what,
                    found,
                    expected,
                });
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::gradient::{BY_HAND, COMPILED, GRAD};
    use crate::problem::{Problem, Run};
    use crate::problems::ALL;

    #[test]
    fn all_variants_of_all_problems_agree() {
        for problem in ALL {
            check(&mut problem()).unwrap();
        }
    }

    #[test]
    fn compiled_gradients_have_the_tapes_digits() {
        for problem in ALL {
            let mut problem = problem();
            let mut found = [COMPILED, GRAD].map(|wanted| {
                let variant = problem
                    .variants
                    .iter_mut()
                    .find(|(column, _)| *column == wanted);
                let (_, run) = variant.expect("every problem has this variant");
                let mut gradient = vec![f64::NAN; problem.inputs];
                let value = run(&mut gradient);
                (value, gradient)
            });
            let [(value, gradient), (expected_value, expected)] = &mut found;
            assert_eq!(value, expected_value, "{}", problem.name);
            assert_eq!(gradient, expected, "{}", problem.name);
        }
    }

    #[test]
    fn a_wrong_component_is_named() {
        let run = |dx: f64| -> Run {
            Box::new(move |gradient| {
                gradient.copy_from_slice(&[1.0, dx]);
                3.0
            })
        };
        let mut problem = Problem {
            name: "a plane",
            operations: 1,
            inputs: 2,
            variants: vec![(BY_HAND, run(2.0)), (GRAD, run(2.5))],
        };
        assert_eq!(
            check(&mut problem).unwrap_err().to_string(),
            "a plane: component 1 is 2.5 with grad!, but 2.0 by hand"
        );
    }
}
