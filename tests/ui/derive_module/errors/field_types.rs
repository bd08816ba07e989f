//! A field that cannot be a module is underlined at its type, once.

use micrograd_core::Value;
use micrograd_nn::Module;
use std::collections::HashMap;

#[derive(Module)]
struct Model {
    scale: Value,
    width: usize,
    names: Vec<String>,
    table: HashMap<String, Value>,
}

fn main() {}
