//! A type parameter that stands in a field has to be a module, where the type is used.

use micrograd_nn::Module;

#[derive(Module)]
struct Wrapper<T>(Vec<T>);

fn main() {
    Wrapper(vec!["text"]).parameters();
}
