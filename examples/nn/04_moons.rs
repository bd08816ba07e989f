//! # 4. Two moons
//!
//! A hundred points lie on two crescents that reach into each other; no straight line parts them.
//! A network of two hidden layers with 16 neurons each learns a bent one. It maps a point to one
//! number, the score, which should be positive on the one crescent and negative on the other.
//!
//! The loss is what a support vector machine minimises: a point costs max(0, 1 − y·score), where
//! y = ±1 is its side, so that it is free once its score is right by a margin of 1; a small price
//! on the squares of the parameters, α·Σp², keeps the network from shouting. Each of the 100 steps
//! looks at all points; the learning rate falls from 1 towards 0.1.
//!
//! Points and initial weights are those of micrograd's notebook, and so are the losses printed.
//!
//! ```text
//! cargo run --release --example 04_moons
//! ```

use micrograd_core::{Value, grad};
use micrograd_nn::{
    Forward, Mlp, Module, Optimizer, Sgd, binary_accuracy, l2_penalty, max_margin_loss,
};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use serde::Deserialize;

/// What the notebook starts from.
#[derive(Deserialize)]
struct Moons {
    /// The points.
    #[serde(rename = "X")]
    points: Vec<[f64; 2]>,
    /// The side of each point, 1 or −1.
    #[serde(rename = "y")]
    sides: Vec<f64>,
    /// The notebook's random weights, in the order of `parameters()`.
    initial_params: Vec<f64>,
}

fn main() {
    let moons: Moons =
        serde_json::from_str(include_str!("../data/moons.json")).expect("the data is valid");
    let model = Mlp::new(2, &[16, 16, 1], &mut ChaCha8Rng::seed_from_u64(1337));
    model.set_parameters(&moons.initial_params);
    let parameters = model.parameters();
    println!("{model}\nnumber of parameters {}", parameters.len());

    let mut sgd = Sgd::new(1.0);
    for k in 0..100 {
        // Forward: a score for every point, and one loss for all of them.
        let scores: Vec<Value> = moons
            .points
            .iter()
            .map(|point| model.forward_one(point))
            .collect();
        let data_loss = max_margin_loss(&scores, &moons.sides);
        let reg_loss = l2_penalty(1e-4, &parameters);
        let total_loss = grad! { data_loss + reg_loss };
        let accuracy = binary_accuracy(&scores, &moons.sides);

        // Backward: one sweep gives all 337 derivatives.
        model.zero_grad();
        total_loss.backward();

        sgd.set_lr(1.0 - 0.9 * f64::from(k) / 100.0);
        sgd.step(&parameters);
        println!(
            "step {k} loss {:?}, accuracy {:.1}%",
            total_loss.data(),
            accuracy * 100.0
        );
    }

    draw(&model, &moons);
}

/// The sign of the score over the plane, with the points on top.
fn draw(model: &Mlp, moons: &Moons) {
    const COLUMNS: u32 = 72;
    const ROWS: u32 = 28;
    let x = Axis::around(moons.points.iter().map(|point| point[0]), COLUMNS);
    let y = Axis::around(moons.points.iter().map(|point| point[1]), ROWS);

    let mut picture: Vec<Vec<char>> = (0..ROWS)
        .map(|row| {
            let shade = |column| {
                let score = model.forward_one(&[x.centre(column), y.centre(row)]);
                if score > 0.0 { '░' } else { ' ' }
            };
            (0..COLUMNS).map(shade).collect()
        })
        .collect();
    for (point, &side) in moons.points.iter().zip(&moons.sides) {
        picture[y.cell(point[1])][x.cell(point[0])] = if side > 0.0 { '●' } else { 'o' };
    }

    println!("\nThe plane as the network sees it: ░ where the score is positive.");
    println!("The points that should be there are ●, the others o.\n");
    let edge = "─".repeat(COLUMNS as usize);
    println!("┌{edge}┐");
    for row in picture.iter().rev() {
        println!("│{}│", row.iter().collect::<String>());
    }
    println!("└{edge}┘");
}

/// A stretch of one coordinate, cut into equal cells.
struct Axis {
    start: f64,
    cell: f64,
}

impl Axis {
    /// All `coordinates` and some room on both sides.
    fn around(coordinates: impl Iterator<Item = f64> + Clone, cells: u32) -> Self {
        let low = coordinates.clone().fold(f64::INFINITY, f64::min) - 0.3;
        let high = coordinates.fold(f64::NEG_INFINITY, f64::max) + 0.3;
        Axis {
            start: low,
            cell: (high - low) / f64::from(cells),
        }
    }

    fn centre(&self, cell: u32) -> f64 {
        self.start + (f64::from(cell) + 0.5) * self.cell
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 ≤ quotient < cells
    fn cell(&self, coordinate: f64) -> usize {
        ((coordinate - self.start) / self.cell) as usize
    }
}
