//! ln Σᵢ exp(xᵢ − m) + m, m = maxᵢ xᵢ

use super::uniform;
use crate::function::Function;
use crate::problem::Problem;
use crate::scalar::{LeftOf, Scalar};
use micrograd_core::{Value, grad};

pub(crate) fn problem() -> Problem {
    Problem::new(
        "log-sum-exp, n = 10³",
        &LogSumExp,
        vec![uniform(1000, -5.0, 5.0)],
    )
}

#[derive(Clone)]
struct LogSumExp;

impl Function for LogSumExp {
    fn with_grad(&self, x: &[Value]) -> Value {
        let m = maximum(x.iter().map(Value::data));
        grad! {
            let mut sum: Value = 0;
            for x in x {
                sum += (x - m).exp();
            }
            sum.ln() + m
        }
    }

    fn with_operators(&self, x: &[Value]) -> Value {
        let m = maximum(x.iter().map(Value::data));
        let mut sum = Value::new(0.0);
        for x in x {
            sum += (x - m).exp();
        }
        sum.ln() + m
    }

    fn with_scalars<N: Scalar>(&self, x: &[N]) -> N
    where
        f64: LeftOf<N>,
    {
        let m = maximum(x.iter().map(|x| x.value()));
        let mut sum = x[0].constant(0.0);
        for &x in x {
            sum = sum + (x - m).exp();
        }
        sum.ln() + m
    }

    fn compiled(&self, x: &[f64], gradient: &mut [f64]) -> f64 {
        let m = maximum(x.iter().copied());
        in_order::log_sum_exp::vjp(x, m, 1.0, gradient)
    }

    fn reordered(&self, x: &[f64], gradient: &mut [f64]) -> f64 {
        let m = maximum(x.iter().copied());
        reordered::log_sum_exp::vjp(x, m, 1.0, gradient)
    }

    fn by_hand(&self, x: &[f64], gradient: &mut [f64]) -> f64 {
        let m = maximum(x.iter().copied());
        let mut sum = 0.0;
        for (x, g) in x.iter().zip(&mut *gradient) {
            *g = (x - m).exp();
            sum += *g;
        }
        for g in gradient {
            *g /= sum;
        }
        sum.ln() + m
    }
}

fn maximum(numbers: impl Iterator<Item = f64>) -> f64 {
    numbers.fold(f64::NEG_INFINITY, f64::max)
}

macro_rules! compiled {
    ($($option:ident)?) => {
        #[differentiable($($option)?)]
        pub(super) fn log_sum_exp(x: &[f64], #[constant] m: f64) -> f64 {
            let mut sum = 0.0;
            for x in x {
                sum += (x - m).exp();
            }
            sum.ln() + m
        }
    };
}

mod in_order {
    use micrograd_core::differentiable;
    compiled! {}
}

mod reordered {
    use micrograd_core::differentiable;
    compiled! { reorder }
}
