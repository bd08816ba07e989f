//! 10⁴ Euler steps of x′ = σ(y − x), y′ = x(ρ − z) − y, z′ = xy − βz; the result is x + y + z

use crate::function::Function;
use crate::problem::Problem;
use crate::scalar::{LeftOf, Scalar};
use micrograd_core::{Value, grad};

const STEPS: usize = 10_000;
const DT: f64 = 0.001;

pub(crate) fn problem() -> Problem {
    Problem::new(
        "Lorenz system, 10⁴ steps",
        &Lorenz,
        vec![vec![1.0, 1.0, 1.0, 10.0, 28.0, 8.0 / 3.0]],
    )
}

#[derive(Clone)]
struct Lorenz;

impl Function for Lorenz {
    fn with_grad(&self, input: &[Value]) -> Value {
        let [x, y, z, sigma, rho, beta] = input else {
            unreachable!("there are six inputs")
        };
        grad! {
            let mut x = x;
            let mut y = y;
            let mut z = z;
            for _ in 0..STEPS {
                let dx = sigma * (y - x);
                let dy = x * (rho - z) - y;
                let dz = x * y - beta * z;
                x += DT * dx;
                y += DT * dy;
                z += DT * dz;
            }
            x + y + z
        }
    }

    fn with_operators(&self, input: &[Value]) -> Value {
        let [x, y, z, sigma, rho, beta] = input else {
            unreachable!("there are six inputs")
        };
        let (mut x, mut y, mut z) = (x.clone(), y.clone(), z.clone());
        for _ in 0..STEPS {
            let dx = sigma * (&y - &x);
            let dy = &x * (rho - &z) - &y;
            let dz = &x * &y - beta * &z;
            x += DT * dx;
            y += DT * dy;
            z += DT * dz;
        }
        x + y + z
    }

    fn with_scalars<N: Scalar>(&self, input: &[N]) -> N
    where
        f64: LeftOf<N>,
    {
        let &[mut x, mut y, mut z, sigma, rho, beta] = input else {
            unreachable!("there are six inputs")
        };
        for _ in 0..STEPS {
            let dx = sigma * (y - x);
            let dy = x * (rho - z) - y;
            let dz = x * y - beta * z;
            x = x + DT * dx;
            y = y + DT * dy;
            z = z + DT * dz;
        }
        x + y + z
    }

    fn compiled(&self, input: &[f64], gradient: &mut [f64]) -> f64 {
        let (Some(input), Some(gradient)) = (input.first_chunk(), gradient.first_chunk_mut())
        else {
            unreachable!("there are six inputs")
        };
        in_order::lorenz::vjp(input, 1.0, gradient)
    }

    fn reordered(&self, input: &[f64], gradient: &mut [f64]) -> f64 {
        let (Some(input), Some(gradient)) = (input.first_chunk(), gradient.first_chunk_mut())
        else {
            unreachable!("there are six inputs")
        };
        reordered::lorenz::vjp(input, 1.0, gradient)
    }

    fn by_hand(&self, input: &[f64], gradient: &mut [f64]) -> f64 {
        let &[mut x, mut y, mut z, sigma, rho, beta] = input else {
            unreachable!("there are six inputs")
        };
        let mut path = Vec::with_capacity(STEPS);
        for _ in 0..STEPS {
            path.push([x, y, z]);
            let dx = sigma * (y - x);
            let dy = x * (rho - z) - y;
            let dz = x * y - beta * z;
            x += DT * dx;
            y += DT * dy;
            z += DT * dz;
        }
        // The adjoints of x, y, z, σ, ρ, β.
        let [mut ax, mut ay, mut az] = [1.0; 3];
        let [mut a_sigma, mut a_rho, mut a_beta] = [0.0; 3];
        for &[x, y, z] in path.iter().rev() {
            a_sigma += DT * ax * (y - x);
            a_rho += DT * ay * x;
            a_beta -= DT * az * z;
            [ax, ay, az] = [
                ax + DT * (-sigma * ax + (rho - z) * ay + y * az),
                ay + DT * (sigma * ax - ay + x * az),
                az + DT * (-x * ay - beta * az),
            ];
        }
        gradient.copy_from_slice(&[ax, ay, az, a_sigma, a_rho, a_beta]);
        x + y + z
    }
}

macro_rules! compiled {
    ($($option:ident)?) => {
        #[differentiable($($option)?)]
        pub(super) fn lorenz(input: &[f64; 6]) -> f64 {
            let [x, y, z, sigma, rho, beta] = *input;
            let mut x = x;
            let mut y = y;
            let mut z = z;
            for _ in 0..STEPS {
                let dx = sigma * (y - x);
                let dy = x * (rho - z) - y;
                let dz = x * y - beta * z;
                x += DT * dx;
                y += DT * dy;
                z += DT * dz;
            }
            x + y + z
        }
    };
}

mod in_order {
    use super::{DT, STEPS};
    use micrograd_core::differentiable;
    compiled! {}
}

mod reordered {
    use super::{DT, STEPS};
    use micrograd_core::differentiable;
    compiled! { reorder }
}
