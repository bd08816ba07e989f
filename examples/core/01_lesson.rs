//! # 1. The lesson
//!
//! A neural network learns by asking, for every one of its numbers: if this grew a little, would
//! the result grow or shrink, and how fast? The answers are derivatives, and computing all of
//! them at once is what micrograd is for.
//!
//! [`Value`] is a number that remembers how it was computed. Inside `grad! { … }` you write
//! ordinary arithmetic on values; each operation also records a node of a graph. From the result
//! at the end, `backward()` walks that graph once and leaves in every value its gradient: the
//! derivative of the result with respect to it.
//!
//! This is the lesson of Karpathy's micrograd, cell by cell, with the digits that Python prints.
//!
//! ```text
//! cargo run --example 01_lesson
//! ```

use micrograd_core::{Value, grad};

fn main() {
    // Two leaves: numbers that nothing was computed from.
    let a = Value::new(-4.0);
    let b = Value::new(2.0);

    // `grad!` borrows its operands, so `c` can stand twice in one line and be used again later.
    // The names made inside are visible after it, because the macro ends with `;`.
    println!("# sums, products and powers");
    grad! { let mut c = a + b; }
    println!("{c}");
    grad! { let mut d = a * b + b ** 3; }
    println!("{d}");

    // `c += …` lets `c` name a new node; the old one stays in the graph, below it.
    grad! { c += c + 1; }
    println!("{c}");
    grad! { c += 1 + c + (-a); }
    println!("{c}");

    // relu(x) = max(0, x): what makes a network more than one big linear function.
    println!("\n# relu squashes negative numbers to zero");
    grad! { d += d * 2 + (b + a).relu(); }
    println!("{d}");
    grad! { d += 3 * d + (b - a).relu(); }
    println!("{d}");

    println!("\n# differences and quotients");
    grad! { let e = c - d; }
    println!("{e}");
    grad! { let f = e ** 2; }
    println!("{f}");
    grad! { let mut g = f / 2.0; }
    println!("{g}");
    grad! { g += 10.0 / f; }
    println!("{g}");

    // Nothing has been differentiated so far: every gradient above is 0.
    println!("\n# the result of the forward pass");
    println!("{g}");

    // The chain rule, from g down to a and b. Lesson 2 does it by hand.
    g.backward();

    println!("\n# all gradients: how fast g changes with each value");
    println!("{a}");
    println!("{b}");
    println!("{c}");
    println!("{d}");
    println!("{f}");
    println!("{g}");
}
