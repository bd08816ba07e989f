//! A union does not tell which of its fields is there.

use micrograd_nn::Module;

#[derive(Module)]
union Either {
    small: u8,
    large: u64,
}

fn main() {}
