//! # 15. A differential equation
//!
//! The Poisson equation asks for a surface u over a square, 0 at its edge, whose curvature is given:
//!
//! ∂²u/∂x² + ∂²u/∂y² = −2π²·sin πx·sin πy
//!
//! It is the shape of a membrane under a load. A network can be that surface. No data are needed: at
//! a hundred points in the square, the loss is the square of what is left of the equation. The second
//! derivatives of the network by its inputs are values, as every result of `gradients` is, so that
//! `backward` differentiates them once more, by the weights. The factor x(1 − x)·y(1 − y) keeps the
//! surface at 0 along the edge, whatever the network says.
//!
//! The loss is smooth and exact, so L-BFGS fits: it estimates the curvature of the loss from its last
//! steps, and gets further in a few hundred evaluations than gradient descent in many thousands. Here
//! the answer is known, sin πx·sin πy, and shows how good the surface is.
//!
//! ```text
//! cargo run --release --example 15_poisson
//! ```

use micrograd_core::{Value, grad, gradients};
use micrograd_nn::{Activation, Forward, Init, Lbfgs, Mlp, Module};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use std::f64::consts::PI;

/// The collocation points lie on a grid of so many rows and columns.
const POINTS: u32 = 10;
const STEPS: usize = 30;

/// The surface: the network, held at 0 along the edge.
fn surface(model: &Mlp, x: &Value, y: &Value) -> Value {
    let network = model.forward_one(&[x.clone(), y.clone()]);
    grad! { x * (1 - x) * y * (1 - y) * network }
}

/// What is left of the equation at a point: ∂²u/∂x² + ∂²u/∂y² + 2π²·sin πx·sin πy.
fn residual(model: &Mlp, x: &Value, y: &Value) -> Value {
    let u = surface(model, x, y);
    let slopes = gradients(&u, &[x, y]);
    let curvature_x = gradients(&slopes[0], &[x]).remove(0);
    let curvature_y = gradients(&slopes[1], &[y]).remove(0);
    let load = 2.0 * PI * PI * solution(x.data(), y.data());
    grad! { curvature_x + curvature_y + load }
}

fn solution(x: f64, y: f64) -> f64 {
    (PI * x).sin() * (PI * y).sin()
}

/// The middles of the cells of a grid over the square.
fn grid(size: u32) -> Vec<[f64; 2]> {
    let at = |i: u32| (f64::from(i) + 0.5) / f64::from(size);
    let points = (0..size * size).map(|i| [at(i % size), at(i / size)]);
    points.collect()
}

fn main() {
    let mut rng = ChaCha8Rng::seed_from_u64(1337);
    let model = Mlp::builder(2)
        .layer(12, Activation::Tanh)
        .layer(1, Activation::Linear)
        .init(Init::XavierNormal)
        .build(&mut rng);
    let parameters = model.parameters();
    let points: Vec<[Value; 2]> = grid(POINTS).iter().map(|p| p.map(Value::new)).collect();
    println!("{} points, {} parameters", points.len(), parameters.len());

    let count = f64::from(POINTS * POINTS);
    let mut lbfgs = Lbfgs::new(1.0);
    let mut evaluations = 0;
    for step in 0..STEPS {
        let loss = lbfgs.step(&parameters, || {
            evaluations += 1;
            let mut sum = Value::new(0.0);
            for [x, y] in &points {
                let residual = residual(&model, x, y);
                grad! { sum += residual ** 2; }
            }
            grad! { sum / count }
        });
        if step % 5 == 0 {
            println!("step {step:2}: loss {loss:.3e}");
        }
    }

    // Between the collocation points, too.
    let mut largest = 0.0_f64;
    for [x, y] in grid(31) {
        let u = surface(&model, &Value::new(x), &Value::new(y)).data();
        largest = largest.max((u - solution(x, y)).abs());
    }
    println!("{evaluations} evaluations of the loss");
    println!("largest error {largest:.2e}");
}
