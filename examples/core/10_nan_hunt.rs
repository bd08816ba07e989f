//! # 10. Find where the NaN was born
//!
//! "My loss is NaN" is the first wall that everybody meets. The NaN shows up at the end of the
//! program, but it was made somewhere in the middle, and every operation after that only passed
//! it on. While the guard of `detect_anomaly()` lives, the first operation whose number is not
//! finite is reported with its line, its operands and the way from there to the root.
//!
//! There are two kinds. Some are made in the forward pass: the logarithm of a negative number. The
//! others are made by `backward()` although every number was fine before: √x has an infinite slope
//! at 0.
//!
//! ```text
//! cargo run --release --example 10_nan_hunt
//! ```

use micrograd_core::{Value, detect_anomaly, grad};

fn main() {
    println!("1. The loss is NaN.");
    let guard = detect_anomaly();
    let a = Value::new(1.0).with_name("a");
    let b = Value::new(1.5).with_name("b");
    let loss = loss(&a, &b);
    loss.backward(); // The warning is printed here, on stderr.
    println!("   loss = {:?}, ∂loss/∂a = {}", loss.data(), a.grad());

    // The report can also be taken from the guard, to be handled by the program.
    let anomaly = guard.take().expect("there is a NaN");
    let place = anomaly.source.expect("the expression is in this file");
    println!(
        "   born in line {}: {}",
        place.line(),
        place.text().unwrap_or_default()
    );
    println!(
        "   from a number that is negative: {:?}",
        anomaly.operands[0].data
    );
    drop(guard);

    println!("\n2. The loss is fine, and its gradient is not.");
    let guard = detect_anomaly();
    let x = Value::new(3.0).with_name("x");
    let y = Value::new(3.0).with_name("y");
    grad! { let distance = ((x - y) ** 2).sqrt(); }
    println!("   distance = {:?}", distance.data());
    distance.backward();
    println!("   ∂distance/∂x = {}", x.grad());
    let anomaly = guard.take().expect("the slope of sqrt at 0 is infinite");
    let backward = anomaly.backward.expect("the forward pass was fine");
    println!(
        "   the partial of {} at 0 is {}",
        anomaly.op.name(),
        backward.partial
    );
    drop(guard);

    println!("\n3. A little more under the root, and all is well.");
    let guard = detect_anomaly();
    x.zero_grad();
    grad! { let distance = ((x - y) ** 2 + 1e-12).sqrt(); }
    distance.backward();
    println!("   ∂distance/∂x = {}", x.grad());
    assert!(guard.anomaly().is_none());
}

fn loss(a: &Value, b: &Value) -> Value {
    let score = score(a, b);
    grad! { let loss = (score - 1) ** 2; loss }
}

fn score(a: &Value, b: &Value) -> Value {
    let likelihood = log_difference(a, b);
    grad! { let score = 2 * likelihood + a; score }
}

fn log_difference(a: &Value, b: &Value) -> Value {
    grad! { (a - b).ln() }
}
