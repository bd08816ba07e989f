//! x ← r·x·(1 − x), a thousand times, at the onset of chaos

use crate::function::Function;
use crate::problem::Problem;
use crate::scalar::{LeftOf, Scalar};
use micrograd_core::{Value, grad};

const STEPS: usize = 1000;

pub(crate) fn problem() -> Problem {
    Problem::new(
        "logistic map, 10³ steps",
        &LogisticMap,
        vec![vec![3.57, 0.3]],
    )
}

#[derive(Clone)]
struct LogisticMap;

impl Function for LogisticMap {
    fn with_grad(&self, input: &[Value]) -> Value {
        let r = &input[0];
        let mut x = input[1].clone();
        grad! {
            for _ in 0..STEPS {
                x = r * x * (1 - x);
            }
        }
        x
    }

    fn with_operators(&self, input: &[Value]) -> Value {
        let r = &input[0];
        let mut x = input[1].clone();
        for _ in 0..STEPS {
            x = r * &x * (1.0 - &x);
        }
        x
    }

    fn with_scalars<N: Scalar>(&self, input: &[N]) -> N
    where
        f64: LeftOf<N>,
    {
        let r = input[0];
        let mut x = input[1];
        for _ in 0..STEPS {
            x = r * x * (1.0 - x);
        }
        x
    }

    fn compiled(&self, input: &[f64], gradient: &mut [f64]) -> f64 {
        let [dr, dx] = gradient else {
            unreachable!("there are two inputs")
        };
        in_order::logistic_map::vjp(input[0], input[1], 1.0, dr, dx)
    }

    fn reordered(&self, input: &[f64], gradient: &mut [f64]) -> f64 {
        let [dr, dx] = gradient else {
            unreachable!("there are two inputs")
        };
        reordered::logistic_map::vjp(input[0], input[1], 1.0, dr, dx)
    }

    /// Two inputs and one output: the derivatives go along with x.
    fn by_hand(&self, input: &[f64], gradient: &mut [f64]) -> f64 {
        let r = input[0];
        let mut x = input[1];
        let (mut dr, mut dx) = (0.0, 1.0);
        for _ in 0..STEPS {
            let slope = r * (1.0 - 2.0 * x);
            dr = x * (1.0 - x) + slope * dr;
            dx *= slope;
            x = r * x * (1.0 - x);
        }
        gradient.copy_from_slice(&[dr, dx]);
        x
    }
}

macro_rules! compiled {
    ($($option:ident)?) => {
        #[differentiable($($option)?)]
        pub(super) fn logistic_map(r: f64, start: f64) -> f64 {
            let mut x = start;
            for _ in 0..STEPS {
                x = r * x * (1.0 - x);
            }
            x
        }
    };
}

mod in_order {
    use super::STEPS;
    use micrograd_core::differentiable;
    compiled! {}
}

mod reordered {
    use super::STEPS;
    use micrograd_core::differentiable;
    compiled! { reorder }
}
