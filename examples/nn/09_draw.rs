//! # 9. Look at the graph
//!
//! Every value knows what it was computed from, so the graph can be drawn. This page draws the
//! neuron of micrograd's README, with the same numbers, and the graph of the first lesson:
//!
//! - `neuron.dot` for Graphviz: `dot -Tpng neuron.dot -o neuron.png`;
//! - `neuron.svg`, laid out without Graphviz, to be opened in a browser or put into a document;
//! - `neuron.html`, a page on which you step through the forward and the backward pass;
//! - `lesson_names.svg`, the first lesson without its unnamed steps.
//!
//! A box shows a value's name, its data and its gradient; the small box before it is the operation
//! that made it. Read the gradients from the right to the left: that is the way `backward()` goes.
//!
//! ```text
//! cargo run --release --features svg --example 09_draw            # writes to target/course
//! cargo run --release --features svg --example 09_draw -- folder  # writes to folder
//! ```

use micrograd_core::{Graph, Value, grad};
use micrograd_nn::{Activation, Forward, Module, Neuron};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::args().nth(1).unwrap_or("target/course".into()));
    fs::create_dir_all(&folder)?;

    // The weights that Python's micrograd draws after random.seed(1337).
    let neuron = Neuron::new(2, Activation::Relu, &mut ChaCha8Rng::seed_from_u64(1337));
    neuron.set_parameters(&[0.235_505_713_902_941_28, 0.066_531_147_210_001_64, 0.0]);
    // Names are for the drawings; two values that are both called x become x₀ and x₁.
    neuron.name_parameters();
    let x = [1.0, -2.0].map(|x| Value::new(x).with_name("x"));
    let y = neuron.forward(&x).with_name("y");
    y.backward();
    let graph = Graph::of(&y);
    write(&folder, "neuron", &graph)?;

    // A graph of a few nodes can be read as a table as well.
    println!("{neuron}: {}\n", graph.counts());
    print!("{}", graph.trace());

    let lesson = Graph::of(&lesson());
    write(&folder, "lesson", &lesson)?;
    // Only what has a name: the picture in the README.
    let names = lesson.drawing().names_only().precision(2).top_down();
    names.save(folder.join("lesson_names.svg"))?;
    println!(
        "\nOpen {} in a browser.",
        folder.join("neuron.html").display()
    );
    Ok(())
}

fn write(folder: &Path, name: &str, graph: &Graph) -> io::Result<()> {
    // The ending says the format.
    for ending in ["dot", "svg", "html"] {
        graph.save(folder.join(name).with_extension(ending))?;
    }
    Ok(())
}

/// The result of the first lesson, differentiated.
fn lesson() -> Value {
    let a = Value::new(-4.0).with_name("a");
    let b = Value::new(2.0).with_name("b");
    grad! {
        let mut c = a + b;
        let mut d = a * b + b ** 3;
        c += c + 1;
        c += 1 + c + (-a);
        d += d * 2 + (b + a).relu();
        d += 3 * d + (b - a).relu();
        let e = c - d;
        let f = e ** 2;
        let mut g = f / 2.0;
        g += 10.0 / f;
    }
    g.backward();
    g
}
