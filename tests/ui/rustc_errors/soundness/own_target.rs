//! A target could record a statement that is not the one of its site.
use micrograd_core::Value;
use micrograd_core::__macro_support::Assign;

struct Mine;

impl Assign<Value> for Mine {}

fn main() {}
