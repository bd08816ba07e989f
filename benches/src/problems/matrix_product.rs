//! The sum of all entries of C = AB

use super::uniform;
use crate::function::Function;
use crate::problem::Problem;
use crate::scalar::{LeftOf, Scalar};
use micrograd_core::{Value, grad};

/// The matrices are N×N, in rows.
const N: usize = 32;

pub(crate) fn problem() -> Problem {
    Problem::new(
        "matrix product, 32×32",
        &MatrixProduct,
        vec![uniform(2 * N * N, -1.0, 1.0)],
    )
}

#[derive(Clone)]
struct MatrixProduct;

impl Function for MatrixProduct {
    fn with_grad(&self, x: &[Value]) -> Value {
        let (a, b) = x.split_at(N * N);
        let mut c = Vec::with_capacity(N * N);
        for i in 0..N {
            for j in 0..N {
                grad! {
                    let mut sum: Value = 0;
                    for k in 0..N {
                        sum += a[i * N + k] * b[k * N + j];
                    }
                }
                c.push(sum);
            }
        }
        grad! {
            let mut total: Value = 0;
            for entry in &c {
                total += entry;
            }
            total
        }
    }

    fn with_operators(&self, x: &[Value]) -> Value {
        let (a, b) = x.split_at(N * N);
        let mut c = Vec::with_capacity(N * N);
        for i in 0..N {
            for j in 0..N {
                let mut sum = Value::new(0.0);
                for k in 0..N {
                    sum += &a[i * N + k] * &b[k * N + j];
                }
                c.push(sum);
            }
        }
        let mut total = Value::new(0.0);
        for entry in &c {
            total += entry;
        }
        total
    }

    fn with_scalars<T: Scalar>(&self, x: &[T]) -> T
    where
        f64: LeftOf<T>,
    {
        let (a, b) = x.split_at(N * N);
        let mut c = Vec::with_capacity(N * N);
        for i in 0..N {
            for j in 0..N {
                let mut sum = a[0].constant(0.0);
                for k in 0..N {
                    sum = sum + a[i * N + k] * b[k * N + j];
                }
                c.push(sum);
            }
        }
        let mut total = a[0].constant(0.0);
        for &entry in &c {
            total = total + entry;
        }
        total
    }

    fn compiled(&self, x: &[f64], gradient: &mut [f64]) -> f64 {
        let (a, b) = x.split_at(N * N);
        let (da, db) = gradient.split_at_mut(N * N);
        in_order::matrix_product::vjp(a, b, 1.0, da, db)
    }

    fn reordered(&self, x: &[f64], gradient: &mut [f64]) -> f64 {
        let (a, b) = x.split_at(N * N);
        let (da, db) = gradient.split_at_mut(N * N);
        reordered::matrix_product::vjp(a, b, 1.0, da, db)
    }

    /// dA = dC·Bᵀ and dB = Aᵀ·dC, where dC is a matrix like any other.
    fn by_hand(&self, x: &[f64], gradient: &mut [f64]) -> f64 {
        let (a, b) = x.split_at(N * N);
        let (da, db) = gradient.split_at_mut(N * N);
        let mut c = [0.0; N * N];
        let dc = [1.0; N * N];
        for i in 0..N {
            for k in 0..N {
                for j in 0..N {
                    c[i * N + j] += a[i * N + k] * b[k * N + j];
                    da[i * N + k] += dc[i * N + j] * b[k * N + j];
                    db[k * N + j] += a[i * N + k] * dc[i * N + j];
                }
            }
        }
        c.iter().sum()
    }
}

macro_rules! compiled {
    ($($option:ident)?) => {
        #[differentiable($($option)?)]
        pub(super) fn matrix_product(a: &[f64], b: &[f64]) -> f64 {
            let mut c = Vec::with_capacity(N * N);
            for i in 0..N {
                for j in 0..N {
                    let mut sum = 0.0;
                    for k in 0..N {
                        sum += a[i * N + k] * b[k * N + j];
                    }
                    c.push(sum);
                }
            }
            let mut total = 0.0;
            for entry in &c {
                total += entry;
            }
            total
        }
    };
}

mod in_order {
    use super::N;
    use micrograd_core::differentiable;
    compiled! {}
}

mod reordered {
    use super::N;
    use micrograd_core::differentiable;
    compiled! { reorder }
}
