//! One step of micrograd's notebook on all hundred points: forward, backward, SGD

use super::moons::Moons;
use super::network;
use crate::counted::count_operations;
use crate::function::Function;
use crate::gradient::{GRAD, Gradient, NN, OPERATORS, gradients};
use crate::problem::{Problem, Run};
use crate::scalar::{LeftOf, Scalar};
use micrograd_core::{Value, grad};
use micrograd_nn::{Forward, Mlp, Module, Optimizer, Sgd, l2_penalty, max_margin_loss};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use std::rc::Rc;

/// So small that every step does the same work.
const LR: f64 = 1e-12;
const ALPHA: f64 = 1e-4;

pub(crate) fn problem() -> Problem {
    let moons = Rc::new(Moons::load());
    let loss = Loss(Rc::clone(&moons));
    let start = &moons.parameters;

    let mut variants: Vec<(&'static str, Run)> = Vec::new();
    for (column, gradient) in gradients(&loss) {
        let loss = loss.clone();
        let run = match column {
            GRAD => step_of_leaves(start, move |p| loss.with_grad(p)),
            OPERATORS => step_of_leaves(start, move |p| loss.with_operators(p)),
            _ => step_of_numbers(start, gradient),
        };
        variants.push((column, run));
    }
    variants.push((NN, step_of_model(Rc::clone(&moons))));
    Problem {
        name: "moons, one step",
        operations: count_operations(&loss, start),
        inputs: network::PARAMETERS,
        variants,
    }
}

fn step_of_numbers(start: &[f64], mut loss: Gradient) -> Run {
    let mut p = start.to_vec();
    Box::new(move |gradient| {
        let value = loss(&p, gradient);
        for (p, g) in p.iter_mut().zip(gradient) {
            *p -= LR * *g;
        }
        value
    })
}

/// The leaves live as long as the training.
fn step_of_leaves(start: &[f64], loss: impl Fn(&[Value]) -> Value + 'static) -> Run {
    let p: Vec<Value> = start.iter().map(|&p| Value::new(p)).collect();
    Box::new(move |gradient| {
        p.iter().for_each(Value::zero_grad);
        let value = {
            let loss = loss(&p);
            loss.backward();
            loss.data()
        };
        Value::write_grads_of(&p, gradient);
        for (p, g) in p.iter().zip(gradient) {
            p.set_data(p.data() - LR * *g);
        }
        value
    })
}

fn step_of_model(moons: Rc<Moons>) -> Run {
    let model = Mlp::new(2, &[16, 16, 1], &mut ChaCha8Rng::seed_from_u64(0));
    model.set_parameters(&moons.parameters);
    let parameters = model.parameters();
    let mut sgd = Sgd::new(LR);
    Box::new(move |gradient| {
        let value = {
            let scores: Vec<Value> = moons.points.iter().map(|p| model.forward_one(p)).collect();
            let data_loss = max_margin_loss(&scores, &moons.sides);
            let loss = grad! { data_loss + l2_penalty(ALPHA, &parameters) };
            model.zero_grad();
            loss.backward();
            loss.data()
        };
        Value::write_grads_of(&parameters, gradient);
        sgd.step(&parameters);
        value
    })
}

/// (1/n)·Σᵢ max(0, 1 − yᵢsᵢ) + α·Σp²
#[derive(Clone)]
struct Loss(Rc<Moons>);

impl Loss {
    #[expect(clippy::cast_precision_loss)] // There are a hundred points.
    fn points(&self) -> f64 {
        self.0.points.len() as f64
    }
}

impl Function for Loss {
    fn with_grad(&self, p: &[Value]) -> Value {
        let Moons { points, sides, .. } = &*self.0;
        grad! {
            let mut margin: Value = 0;
            for (point, side) in points.iter().zip(sides) {
                let score = network::with_grad::score(p, point);
                margin += (1 - side * score).relu();
            }
            let mut squares: Value = 0;
            for p in p {
                squares += p * p;
            }
            margin / self.points() + ALPHA * squares
        }
    }

    fn with_operators(&self, p: &[Value]) -> Value {
        let Moons { points, sides, .. } = &*self.0;
        let mut margin = Value::new(0.0);
        for (point, &side) in points.iter().zip(sides) {
            let score = network::with_operators::score(p, point);
            margin += (1.0 - side * score).relu();
        }
        let mut squares = Value::new(0.0);
        for p in p {
            squares += p * p;
        }
        margin / self.points() + ALPHA * squares
    }

    fn with_scalars<N: Scalar>(&self, p: &[N]) -> N
    where
        f64: LeftOf<N>,
    {
        let Moons { points, sides, .. } = &*self.0;
        let mut margin = p[0].constant(0.0);
        for (point, &side) in points.iter().zip(sides) {
            let score = network::with_scalars::score(p, point);
            margin = margin + (1.0 - side * score).relu();
        }
        let mut squares = p[0].constant(0.0);
        for &p in p {
            squares = squares + p * p;
        }
        margin / self.points() + ALPHA * squares
    }

    fn compiled(&self, p: &[f64], gradient: &mut [f64]) -> f64 {
        in_order::loss::vjp(p, &self.0.points, &self.0.sides, 1.0, gradient)
    }

    fn reordered(&self, p: &[f64], gradient: &mut [f64]) -> f64 {
        reordered::loss::vjp(p, &self.0.points, &self.0.sides, 1.0, gradient)
    }

    fn by_hand(&self, p: &[f64], gradient: &mut [f64]) -> f64 {
        let Moons { points, sides, .. } = &*self.0;
        let mut margin = 0.0;
        for (point, &side) in points.iter().zip(sides) {
            let pass = network::by_hand::forward(p, point);
            let loss = 1.0 - side * pass.score;
            if loss > 0.0 {
                margin += loss;
                network::by_hand::backward(p, &pass, -side / self.points(), gradient);
            }
        }
        let mut squares = 0.0;
        for (p, g) in p.iter().zip(gradient) {
            squares += p * p;
            *g += 2.0 * ALPHA * p;
        }
        margin / self.points() + ALPHA * squares
    }
}

macro_rules! compiled {
    ($($option:ident)?) => {
        #[differentiable($($option)?)]
        #[expect(clippy::cast_precision_loss)] // There are a hundred points.
        pub(super) fn loss(
            p: &[f64],
            #[constant] points: &[[f64; 2]],
            #[constant] sides: &[f64],
        ) -> f64 {
            let mut margin = 0.0;
            for (point, side) in points.iter().zip(sides) {
                let score = score(p, point);
                margin += (1.0 - side * score).relu();
            }
            let mut squares = 0.0;
            for p in p {
                squares += p * p;
            }
            margin / points.len() as f64 + ALPHA * squares
        }
    };
}

mod in_order {
    use super::ALPHA;
    use crate::problems::network::in_order::score;
    use micrograd_core::{Scalar, differentiable};
    compiled! {}
}

mod reordered {
    use super::ALPHA;
    use crate::problems::network::reordered::score;
    use micrograd_core::{Scalar, differentiable};
    compiled! { reorder }
}
