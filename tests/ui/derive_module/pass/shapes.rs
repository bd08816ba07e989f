//! Structs and enums of every shape, and their parameters.

use micrograd_core::Value;
use micrograd_nn::{Activation, Mlp, Module};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use std::marker::PhantomData;
use std::rc::Rc;

fn value(number: f64) -> Value {
    Value::new(number)
}

fn names(module: &dyn Module) -> Vec<String> {
    module.named_parameters().into_iter().map(|(name, _)| name).collect()
}

#[derive(Module)]
struct Named {
    scale: Value,
    r#type: [Value; 2],
    network: Mlp,
    gate: Option<Box<Value>>,
    #[module(skip)]
    size: usize,
    rows: Vec<[Value; 1]>,
    pair: (Value, Activation),
}

#[derive(Module)]
struct Tuple(Value, #[module(skip)] &'static str, Value);

#[derive(Module)]
struct Shared<'a, M> {
    tied: Rc<M>,
    lent: &'a M,
    both: &'a [Value],
}

#[derive(Module)]
struct Unit;

#[derive(Module)]
struct Generic<T, const N: usize>
where
    T: Clone,
{
    modules: [T; N],
    kind: PhantomData<fn(T) -> usize>,
}

#[derive(Module)]
struct Tagged<K> {
    value: Value,
    tag: PhantomData<fn(K) -> Vec<K>>,
}

#[derive(Module)]
struct Skipping<K> {
    value: Value,
    #[module(skip)]
    key: Vec<K>,
}

trait Family {
    type Member;
}

struct Numbers;

impl Family for Numbers {
    type Member = Value;
}

#[derive(Module)]
struct Associated<F: Family> {
    member: F::Member,
    #[module(skip)]
    family: F,
}

#[derive(Module)]
struct Tree<T: ?Sized> {
    children: Vec<Tree<T>>,
    leaf: Box<T>,
}

#[derive(Module)]
enum Choice<'a, M> {
    One(M),
    Two { left: Value, right: Value, #[module(skip)] name: &'a str },
    Neither,
}

#[derive(Module)]
enum Never {}

fn main() {
    let (pair, one) = ([value(1.0), value(2.0)], value(3.0));
    let shared = Shared { tied: Rc::new(one.clone()), lent: &one, both: &pair };
    assert_eq!(names(&shared), ["tied", "both.0", "both.1"]);
    assert_eq!(shared.parameters().len(), 3, "a shared parameter is one");

    let named = Named {
        scale: value(1.0),
        r#type: [value(2.0), value(3.0)],
        network: Mlp::new(1, &[1], &mut ChaCha8Rng::seed_from_u64(0)),
        gate: Some(Box::new(value(4.0))),
        size: 5,
        rows: vec![[value(6.0)]],
        pair: (value(7.0), Activation::Tanh),
    };
    assert_eq!(
        names(&named),
        [
            "scale",
            "type.0",
            "type.1",
            "network.layers.0.neurons.0.weights.0",
            "network.layers.0.neurons.0.bias",
            "gate",
            "rows.0.0",
            "pair.0",
        ]
    );
    assert_eq!(named.size, 5);
    let tensors = named.tensors();
    let shapes: Vec<(&str, &[usize])> = tensors.iter().map(|t| (t.name(), t.shape())).collect();
    assert_eq!(
        shapes,
        [
            ("scale", &[][..]),
            ("type", &[2]),
            ("network.layers.0.weight", &[1, 1]),
            ("network.layers.0.bias", &[1]),
            ("gate", &[]),
            ("rows", &[1, 1]),
            ("pair.0", &[]),
        ]
    );

    let tuple = Tuple(value(1.0), "skipped", value(2.0));
    assert_eq!(names(&tuple), ["0", "2"]);
    assert_eq!(tuple.1, "skipped");
    assert!(names(&Unit).is_empty());

    let generic = Generic { modules: [value(1.0), value(2.0)], kind: PhantomData };
    assert_eq!(names(&generic), ["modules.0", "modules.1"]);
    // Neither parameter is a module, and neither stands in a field that has to be one.
    let tagged = Tagged::<String> { value: value(1.0), tag: PhantomData };
    let skipping = Skipping { value: value(1.0), key: vec!["key"] };
    assert_eq!([names(&tagged), names(&skipping)], [["value"], ["value"]]);
    assert_eq!(skipping.key, ["key"]);
    let associated = Associated { member: value(1.0), family: Numbers };
    assert_eq!(names(&associated), ["member"]);
    let Numbers = associated.family;

    let leaf = |number| -> Box<dyn Module> { Box::new(value(number)) };
    let tree: Tree<dyn Module> =
        Tree { children: vec![Tree { children: Vec::new(), leaf: leaf(1.0) }], leaf: leaf(2.0) };
    assert_eq!(names(&tree), ["children.0.leaf", "leaf"]);

    let mut choice = Choice::One(value(1.0));
    assert_eq!(names(&choice), ["0"]);
    choice = Choice::Two { left: value(1.0), right: value(2.0), name: "two" };
    assert_eq!(names(&choice), ["left", "right"]);
    if let Choice::Two { name, .. } = choice {
        assert_eq!(name, "two");
    }
    assert!(names(&Choice::<Value>::Neither).is_empty());
    let never: Option<Never> = None;
    assert!(names(&never).is_empty());
}
