//! What the derive writes for the user sets off none of rustc's lints.
#![deny(warnings, missing_docs, rust_2018_idioms, unused, nonstandard_style, unreachable_pub, single_use_lifetimes, unused_qualifications, unused_results)]

use micrograd_core::Value;
use micrograd_nn::Module;

/// A public one.
#[derive(Debug, Module)]
pub struct Public<'a, T> {
    /// Some modules.
    pub modules: Vec<T>,
    #[module(skip)]
    name: &'a str,
}

#[derive(Module)]
struct Unit;

#[derive(Module)]
enum Choice {
    One(Value),
    Other { value: Value },
}

fn main() {
    let public = Public { modules: vec![Value::new(1.0)], name: "one" };
    assert_eq!(public.parameters().len() + public.name.len(), 4);
    assert!(Unit.parameters().is_empty());
    let choices = [Choice::One(Value::new(1.0)), Choice::Other { value: Value::new(2.0) }];
    assert_eq!(choices.parameters(), [1.0, 2.0]);
}
