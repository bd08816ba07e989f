//! # 3. A neuron
//!
//! A neuron weighs its inputs, adds a bias and bends the sum: y = max(0, w₁x₁ + w₂x₂ + b). Its
//! weights and its bias are the numbers that learning changes.
//!
//! To teach it one answer, measure how wrong it is, L = (y − target)², and move every parameter a
//! little against its gradient: w ← w − lr·∂L/∂w. The step size lr is the *learning rate*. A
//! gradient points to where L grows fastest, so the opposite direction makes L smaller.
//!
//! ```text
//! cargo run --release --example 03_neuron
//! ```

use micrograd_core::{Value, grad};
use micrograd_nn::{Activation, Forward, Module, Neuron, Optimizer, Sgd};
use rand::{SeedableRng, rngs::ChaCha8Rng};

fn main() {
    let (x, target) = ([2.0, -1.0], 3.0);
    println!("A neuron for the inputs {x:?} should answer {target:?}.");

    // Written out: inputs and target are plain numbers, only the parameters are values.
    let w = [Value::new(0.5), Value::new(-0.25)];
    let b = Value::new(0.125);
    grad! {
        let y = (w[0] * x[0] + w[1] * x[1] + b).relu();
        let loss = (y - target) ** 2;
    }
    loss.backward();
    println!("\nBy hand:    y = {:?}, loss = {:?}", y.data(), loss.data());
    println!(
        "  ∂L/∂w₁ = {}, ∂L/∂w₂ = {}, ∂L/∂b = {}",
        w[0].grad(),
        w[1].grad(),
        b.grad()
    );

    // The same neuron from micrograd-nn. Its own weights are random; ours replace them.
    let neuron = Neuron::new(2, Activation::Relu, &mut ChaCha8Rng::seed_from_u64(1337));
    neuron.set_parameters(&[0.5, -0.25, 0.125]); // w₁, w₂, b
    let parameters = neuron.parameters();
    let y = neuron.forward(&x);
    let loss = grad! { (y - target) ** 2 };
    loss.backward();
    println!("\n{neuron}: y = {:?}, loss = {:?}", y.data(), loss.data());
    for (name, parameter) in neuron.named_parameters() {
        println!("  {name:<10}{:>6}", parameter.grad());
    }

    // One step against the gradient, and the loss is smaller.
    let mut sgd = Sgd::new(0.05);
    sgd.step(&parameters);
    let before = loss.data();
    let after = grad! { (neuron.forward(&x) - target) ** 2 }.data();
    println!(
        "\nOne step with lr = {}: the loss falls from {before:?} to {after:.4}.",
        sgd.lr()
    );
    assert!(after < before);

    // Training is that step again and again, each time with fresh gradients.
    println!("\nTen more:");
    for step in 1..=10 {
        let y = neuron.forward(&x);
        let loss = grad! { (y - target) ** 2 };
        neuron.zero_grad();
        loss.backward();
        sgd.step(&parameters);
        println!(
            "  step {step:>2}  y = {:.6}  loss = {:.2e}",
            y.data(),
            loss.data()
        );
    }
    let numbers: Vec<String> = parameters
        .iter()
        .map(|p| format!("{:.4}", p.data()))
        .collect();
    println!(
        "\nWhat it has learned: w = [{}, {}], b = {}",
        numbers[0], numbers[1], numbers[2]
    );
}
