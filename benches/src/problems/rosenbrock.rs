//! Σᵢ 100(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)²

use super::uniform;
use crate::function::Function;
use crate::problem::Problem;
use crate::scalar::{LeftOf, Scalar};
use micrograd_core::{Value, grad};

pub(crate) fn problem(name: &'static str, n: usize) -> Problem {
    Problem::new(name, &Rosenbrock, vec![uniform(n, -1.0, 1.5)])
}

#[derive(Clone)]
struct Rosenbrock;

impl Function for Rosenbrock {
    fn with_grad(&self, x: &[Value]) -> Value {
        grad! {
            let mut f: Value = 0;
            for i in 0..x.len() - 1 {
                let t1 = x[i + 1] - x[i] * x[i];
                let t2 = 1 - x[i];
                f += 100 * t1 * t1 + t2 * t2;
            }
            f
        }
    }

    fn with_operators(&self, x: &[Value]) -> Value {
        let mut f = Value::new(0.0);
        for i in 0..x.len() - 1 {
            let t1 = &x[i + 1] - &x[i] * &x[i];
            let t2 = 1.0 - &x[i];
            f += 100.0 * &t1 * &t1 + &t2 * &t2;
        }
        f
    }

    fn with_scalars<N: Scalar>(&self, x: &[N]) -> N
    where
        f64: LeftOf<N>,
    {
        let mut f = x[0].constant(0.0);
        for i in 0..x.len() - 1 {
            let t1 = x[i + 1] - x[i] * x[i];
            let t2 = 1.0 - x[i];
            f = f + (100.0 * t1 * t1 + t2 * t2);
        }
        f
    }

    fn compiled(&self, x: &[f64], gradient: &mut [f64]) -> f64 {
        in_order::rosenbrock::vjp(x, 1.0, gradient)
    }

    fn reordered(&self, x: &[f64], gradient: &mut [f64]) -> f64 {
        reordered::rosenbrock::vjp(x, 1.0, gradient)
    }

    fn by_hand(&self, x: &[f64], gradient: &mut [f64]) -> f64 {
        let mut f = 0.0;
        for i in 0..x.len() - 1 {
            let t1 = x[i + 1] - x[i] * x[i];
            let t2 = 1.0 - x[i];
            f += 100.0 * t1 * t1 + t2 * t2;
            gradient[i] -= 400.0 * t1 * x[i] + 2.0 * t2;
            gradient[i + 1] += 200.0 * t1;
        }
        f
    }
}

macro_rules! compiled {
    ($($option:ident)?) => {
        #[differentiable($($option)?)]
        pub(super) fn rosenbrock(x: &[f64]) -> f64 {
            let mut f = 0.0;
            for i in 0..x.len() - 1 {
                let t1 = x[i + 1] - x[i] * x[i];
                let t2 = 1.0 - x[i];
                f += 100.0 * t1 * t1 + t2 * t2;
            }
            f
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
