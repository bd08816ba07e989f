//! How an expansion grows with the function.

use super::expand;
use proc_macro2::TokenStream;

/// What a function with so many early returns expands to.
fn with_early_returns(count: usize) -> String {
    let returns = (0..count).map(|i| format!("if x < {i}.0 {{ return x * {i}.0; }}"));
    let returns = returns.collect::<Vec<String>>().concat();
    let function = format!("fn f(x: f64) -> f64 {{ {returns} x }}");
    let function = function.parse().expect("it is Rust");
    expand(TokenStream::new(), function).to_string()
}

/// Each moves what follows into a branch: to visit branches twice would double the time for each of them.
#[test]
fn early_returns_do_not_multiply() {
    let [none, twenty, forty] = [0, 20, 40].map(|count| with_early_returns(count).len());
    assert!(forty - none < 3 * (twenty - none));
}
