//! # 12. Gradients at compile time
//!
//! A graph is built while the program runs, one node for each statement, and swept afterwards. Where a function is
//! known when it is compiled, none of that is needed: `#[differentiable]` reads it and writes its derivatives beside it,
//! as plain Rust. rustc optimises them like any other code, so a gradient takes about as long as one that you would
//! write by hand.
//!
//! ```text
//! cargo run --release --example 12_compiled
//! ```

use micrograd_core::{Value, differentiable, grad};
use std::time::{Duration, Instant};

/// What the page prints of the expansion: the way forward and the way back of `product`, as `cargo expand` shows them, with
/// the names shortened.
const EXPANSION: &str =
    "   fn pullback(x: Num, y: Num) -> (Num, impl FnOnce(&Num, &mut Num, &mut Num)) {
       let result1 = Sin::value(y);
       let slope2 = Sin::slope(y, result1);      // kept: a cosine costs more than memory
       let result = x * result1;
       (result, move |seed, to_x, to_y| {
           let mut d_x = *to_x;
           let mut d_y = *to_y;
           let a4 = *seed;
           let a5 = a4.times(x);
           d_x += a4.times(result1);             // ∂/∂x = sin y
           d_y += a5.times(slope2);              // ∂/∂y = x·cos y
           *to_x = d_x;
           *to_y = d_y;
       })
   }";

/// x·sin y
#[differentiable]
fn product(x: f64, y: f64) -> f64 {
    x * y.sin()
}

/// How far a mass on a spring is from where it was seen, at each of the times: Σᵢ (position(tᵢ) − seenᵢ)².
///
/// position″ = −stiffness·position − friction·velocity, in small steps of time. It is a loop that carries two numbers from
/// run to run; the way back takes them from a stack.
#[differentiable]
fn misfit(stiffness: f64, friction: f64, #[constant] seen: &[f64], #[constant] dt: f64) -> f64 {
    let mut position = 1.0;
    let mut velocity = 0.0;
    let mut sum = 0.0;
    for seen in seen {
        for _ in 0..10 {
            velocity += dt * (-stiffness * position - friction * velocity);
            position += dt * velocity;
        }
        sum += (position - seen) * *2;
    }
    sum
}

/// The same on the tape.
fn misfit_on_the_tape(stiffness: &Value, friction: &Value, seen: &[f64], dt: f64) -> Value {
    grad! {
        let mut position: Value = 1;
        let mut velocity: Value = 0;
        let mut sum: Value = 0;
        for seen in seen {
            for _ in 0..10 {
                velocity += dt * (-stiffness * position - friction * velocity);
                position += dt * velocity;
            }
            sum += (position - seen) ** 2;
        }
        sum
    }
}

const DT: f64 = 0.02;

fn main() {
    println!("1. A function, and its gradient beside it.");
    let (value, (dx, dy)) = product::gradient(3.0, 0.0);
    println!("   x·sin y at (3, 0) is {value}; its derivatives are {dx} and {dy}");
    println!("   What the macro writes:\n{EXPANSION}");

    println!("\n2. The digits of the tape.");
    let seen = seen();
    let (value, gradient) = misfit::gradient(5.0, 0.5, &seen, DT);
    let [stiffness, friction] = [5.0, 0.5].map(Value::new);
    let on_the_tape = misfit_on_the_tape(&stiffness, &friction, &seen, DT);
    on_the_tape.backward();
    assert_eq!(on_the_tape, value);
    assert_eq!((stiffness.grad(), friction.grad()), gradient);
    println!("   misfit {value:.6}, gradient {gradient:.6?}, both ways");

    println!("\n3. Newton's method: the Hessian is forward mode over the way back.");
    let (mut stiffness, mut friction) = (4.1, 0.4);
    for step in 1..=6 {
        let (value, (ds, df)) = misfit::gradient(stiffness, friction, &seen, DT);
        let hessian = misfit::hessian(stiffness, friction, &seen, DT);
        let [[a, b], [_, d]] = [
            [hessian[0][0], hessian[0][1]],
            [hessian[1][0], hessian[1][1]],
        ];
        let determinant = a * d - b * b;
        stiffness -= (d * ds - b * df) / determinant;
        friction -= (a * df - b * ds) / determinant;
        println!(
            "   step {step}: misfit {value:.3e}, then stiffness {stiffness:.6}, friction {friction:.6}"
        );
    }

    println!("\n4. What it saves.");
    let compiled = time(|| misfit::gradient(5.0, 0.5, &seen, DT).0);
    let taped = time(|| {
        let [stiffness, friction] = [5.0, 0.5].map(Value::new);
        let misfit = misfit_on_the_tape(&stiffness, &friction, &seen, DT);
        misfit.backward();
        stiffness.grad() + friction.grad()
    });
    let ratio = taped.as_secs_f64() / compiled.as_secs_f64();
    println!("   the tape takes {ratio:.1} times as long");

    println!("\n5. When to take which.");
    println!(
        "   The tape: the function is made while the program runs, or a graph is to be looked at."
    );
    println!("   This: the function stands in the source, and its gradient is wanted often.");
}

/// Where the mass was seen: with stiffness 4 and friction 0.3.
fn seen() -> Vec<f64> {
    let (mut position, mut velocity) = (1.0, 0.0);
    let mut seen = Vec::new();
    for _ in 0..40 {
        for _ in 0..10 {
            velocity += DT * (-4.0 * position - 0.3 * velocity);
            position += DT * velocity;
        }
        seen.push(position);
    }
    seen
}

/// The fastest of many runs.
fn time(run: impl Fn() -> f64) -> Duration {
    let times = (0..200).map(|_| {
        let start = Instant::now();
        std::hint::black_box(run());
        start.elapsed()
    });
    times.min().unwrap_or_default()
}
