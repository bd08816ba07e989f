//! What stands in `#[module(…)]` and means nothing.

use micrograd_core::Value;
use micrograd_nn::Module;

#[derive(Module)]
#[module(skip)]
struct OnType(Value);

#[derive(Module)]
#[module(crate = micrograd_nn, crate = micrograd_nn)]
struct Twice(Value);

#[derive(Module)]
#[module(crate)]
struct NoPath(Value);

#[derive(Module)]
struct OnFields {
    #[module(crate = micrograd_nn)]
    a: usize,
    #[module(skipp)]
    b: usize,
    #[module]
    c: usize,
    #[module()]
    d: usize,
    #[module = "skip"]
    e: usize,
    #[module(skip = true)]
    f: usize,
    #[module(skip, skip)]
    g: usize,
}

#[derive(Module)]
enum OnVariant {
    #[module(skip)]
    One(Value),
}

fn main() {}
