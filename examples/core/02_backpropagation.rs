//! # 2. Backpropagation
//!
//! What `backward()` does is the chain rule, applied from the result down to the inputs. Here it
//! is done by hand, on y = (a·b + c)² + a, and then by the engine: the numbers must be the same.
//!
//! Call ∂y/∂v the *gradient* of v. Every operation knows its *partials*, the derivatives of its
//! own output with respect to its operands, from the numbers that went through it. The rule is:
//!
//! > gradient of an operand = Σ over its users of (gradient of the user) · (partial of that use)
//!
//! So the gradients are found from the top down: first that of y, which is 1, then those of the
//! values y was computed from, and so on. A value used twice, as `a` is here, gets two terms.
//!
//! `backward_step()` does it for one operation, as the lecture's `o._backward()`; `backward()` for all of them.
//!
//! ```text
//! cargo run --release --example 02_backpropagation            # draws into target/course
//! cargo run --release --example 02_backpropagation -- folder  # draws into folder
//! ```

use micrograd_core::{Graph, Value, grad};
use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::args().nth(1).unwrap_or("target/course".into()));
    fs::create_dir_all(&folder)?;

    let a = Value::new(2.0).with_name("a");
    let b = Value::new(-3.0).with_name("b");
    let c = Value::new(10.0).with_name("c");
    grad! {
        let product = a * b;
        let sum = product + c;
        let square = sum ** 2;
        let y = square + a;
    }

    println!("Forward, y = (a·b + c)² + a:");
    println!(
        "  a = {:?}, b = {:?}, c = {:?}",
        a.data(),
        b.data(),
        c.data()
    );
    println!("  product = a·b         = {:?}", product.data());
    println!("  sum     = product + c = {:?}", sum.data());
    println!("  square  = sum²        = {:?}", square.data());
    println!("  y       = square + a  = {:?}", y.data());

    // The partials of each operation, times the gradient of its result, from the top down.
    let dy = 1.0;
    let dsquare = dy * 1.0; // ∂(square + a)/∂square = 1
    let dsum = dsquare * 2.0 * sum.data(); // ∂(sum²)/∂sum = 2·sum
    let dproduct = dsum * 1.0; // ∂(product + c)/∂product = 1
    let dc = dsum * 1.0; // ∂(product + c)/∂c = 1
    let db = dproduct * a.data(); // ∂(a·b)/∂b = a
    let da = dproduct * b.data() + dy * 1.0; // through the product: b, and through y directly: 1

    // The engine does it for one operation at a time, if it is told to: y's gradient is 1, and each operation passes on what it
    // has, times its partials. A drawing after each step shows how the gradients come down: `dot -Tsvg` makes a picture of it.
    println!("\nOne operation at a time:");
    y.set_grad(1.0);
    for (name, value) in [
        ("y", &y),
        ("square", &square),
        ("sum", &sum),
        ("product", &product),
    ] {
        value.backward_step();
        let gradients = [&a, &b, &c, &product, &sum, &square].map(Value::grad);
        println!("  after {name:<8} a, b, c, product, sum, square: {gradients:?}");
        Graph::of(&y).save(folder.join(format!("after_{name}.dot")))?;
    }
    println!(
        "  drawn after each step: {}",
        folder.join("after_….dot").display()
    );
    assert_eq!([&a, &b, &c].map(Value::grad), [da, db, dc]);

    // All of it at once. Leaves add up what comes to them, so they begin at 0.
    for leaf in [&a, &b, &c] {
        leaf.zero_grad();
    }
    y.backward();

    println!("\nBackward, from the top down:");
    println!(
        "  {:<9}{:<36}{:>8}{:>15}",
        "value", "chain rule", "by hand", "by backward()"
    );
    for (name, rule, by_hand, value) in [
        ("y", "1", dy, &y),
        ("square", "∂y·1", dsquare, &square),
        ("sum", "∂square·2·sum", dsum, &sum),
        ("product", "∂sum·1", dproduct, &product),
        ("c", "∂sum·1", dc, &c),
        ("b", "∂product·a", db, &b),
        ("a", "∂product·b + ∂y·1", da, &a),
    ] {
        println!("  {name:<9}{rule:<36}{by_hand:>8}{:>15}", value.grad());
        assert_eq!(by_hand, value.grad());
    }

    // A derivative is what a small change does: nudge a, and look at y.
    let y_at = |a: f64| (a * b.data() + c.data()).powi(2) + a;
    let h = 1e-6;
    let slope = (y_at(a.data() + h) - y_at(a.data() - h)) / (2.0 * h);
    println!(
        "\nNudging a by ±{h}: y changes {slope:.4} times as much; a.grad() is {}.",
        a.grad()
    );

    // Leaves collect gradients, so that losses can be summed over several backward() calls; what
    // an operation made shows the last call only. Hence zero_grad() before each training step.
    y.backward();
    println!(
        "\nA second backward(): the leaf a holds {}, twice as much;",
        a.grad()
    );
    println!(
        "  sum, which an operation made, still holds {}.",
        sum.grad()
    );
    a.zero_grad();
    println!("After a.zero_grad(): {}.", a.grad());
    Ok(())
}
