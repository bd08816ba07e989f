//! The score of one point, and its derivative with respect to all 337 parameters

use super::moons::Moons;
use super::network;
use crate::function::Function;
use crate::gradient::NN;
use crate::problem::Problem;
use crate::scalar::{LeftOf, Scalar};
use micrograd_core::Value;
use micrograd_nn::{Forward, Mlp, Module};
use rand::{SeedableRng, rngs::ChaCha8Rng};

pub(crate) fn problem() -> Problem {
    let moons = Moons::load();
    let point = moons.points[0];
    let model = Mlp::new(2, &[16, 16, 1], &mut ChaCha8Rng::seed_from_u64(0));
    model.set_parameters(&moons.parameters);
    let parameters = model.parameters();

    let mut problem = Problem::new("MLP 2-16-16-1", &Score(point), vec![moons.parameters]);
    let nn = move |gradient: &mut [f64]| {
        model.zero_grad();
        let score = model.forward_one(&point);
        score.backward();
        Value::write_grads_of(&parameters, gradient);
        score.data()
    };
    problem.variants.push((NN, Box::new(nn)));
    problem
}

#[derive(Clone)]
struct Score([f64; 2]);

impl Function for Score {
    fn with_grad(&self, p: &[Value]) -> Value {
        network::with_grad::score(p, &self.0)
    }

    fn with_operators(&self, p: &[Value]) -> Value {
        network::with_operators::score(p, &self.0)
    }

    fn with_scalars<N: Scalar>(&self, p: &[N]) -> N
    where
        f64: LeftOf<N>,
    {
        network::with_scalars::score(p, &self.0)
    }

    fn compiled(&self, p: &[f64], gradient: &mut [f64]) -> f64 {
        network::in_order::score::vjp(p, &self.0, 1.0, gradient)
    }

    fn reordered(&self, p: &[f64], gradient: &mut [f64]) -> f64 {
        network::reordered::score::vjp(p, &self.0, 1.0, gradient)
    }

    fn by_hand(&self, p: &[f64], gradient: &mut [f64]) -> f64 {
        let pass = network::by_hand::forward(p, &self.0);
        network::by_hand::backward(p, &pass, 1.0, gradient);
        pass.score
    }
}
