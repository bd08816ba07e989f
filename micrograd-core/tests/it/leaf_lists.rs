//! Lists of leaves, made together and dropped in whatever order.

use micrograd_core::{TapeUsage, Value};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
    MakeList(Vec<f64>),
    MakeOne(f64),
    /// Σx² of a list, swept.
    Differentiate(usize),
    DropUpwards(usize),
    DropDownwards(usize),
    /// All of a list, so many apart, as long as there are any.
    DropScattered(usize, usize),
    DropOne(usize, usize),
    /// So many values one after the other, of which each keeps the last one from being popped.
    FillTheTape(u32),
}

fn step() -> impl Strategy<Value = Step> {
    let number = -10.0..10.0_f64;
    prop_oneof![
        3 => prop::collection::vec(number.clone(), 0..150).prop_map(Step::MakeList),
        1 => number.prop_map(Step::MakeOne),
        2 => any::<usize>().prop_map(Step::Differentiate),
        2 => any::<usize>().prop_map(Step::DropUpwards),
        1 => any::<usize>().prop_map(Step::DropDownwards),
        1 => (any::<usize>(), 2..7_usize).prop_map(|(list, stride)| Step::DropScattered(list, stride)),
        1 => (any::<usize>(), any::<usize>()).prop_map(|(list, x)| Step::DropOne(list, x)),
        1 => (0..2000_u32).prop_map(Step::FillTheTape),
    ]
}

/// A leaf, the number it has to have, and its place if nothing has been compacted away.
struct Leaf {
    value: Value,
    number: f64,
    place: usize,
}

/// Lists of leaves, and how long the tape may be at the most: up to the highest leaf that is there.
#[derive(Default)]
struct Lists {
    lists: Vec<Vec<Leaf>>,
    len: usize,
}

impl Lists {
    fn make(&mut self, numbers: &[f64], values: Vec<Value>) {
        assert_eq!(values.len(), numbers.len());
        let places = self.len..;
        self.len += numbers.len();
        let leaves = values.into_iter().zip(numbers).zip(places);
        let leaves = leaves.map(|((value, &number), place)| Leaf {
            value,
            number,
            place,
        });
        self.lists.push(leaves.collect());
    }

    fn list(&mut self, number: usize) -> Option<&mut Vec<Leaf>> {
        let count = self.lists.len();
        self.lists.get_mut(number.checked_rem(count)?)
    }

    fn run(&mut self, step: &Step) -> Option<()> {
        match step {
            Step::MakeList(numbers) => self.make(numbers, Value::leaves_of(numbers)),
            Step::MakeOne(number) => self.make(&[*number], vec![Value::new(*number)]),
            Step::Differentiate(list) => {
                let list = self.list(*list)?;
                let squares = list.iter().map(|x| x.value.powi(2));
                squares.sum::<Value>().backward();
                for leaf in list {
                    assert_eq!(leaf.value.take_grad(), 2.0 * leaf.number);
                }
            }
            Step::DropUpwards(list) => self.list(*list)?.drain(..).for_each(drop),
            Step::DropDownwards(list) => self.list(*list)?.drain(..).rev().for_each(drop),
            Step::DropScattered(list, stride) => {
                let list = self.list(*list)?;
                let mut next = 0;
                while !list.is_empty() {
                    next = (next + stride) % list.len();
                    drop(list.swap_remove(next));
                }
            }
            Step::DropOne(list, x) => {
                let list = self.list(*list)?;
                let x = x.checked_rem(list.len())?;
                drop(list.remove(x));
            }
            Step::FillTheTape(count) => {
                let mut value = Value::new(0.0);
                for _ in 0..*count {
                    value = (&value + 1.0).detach();
                }
                assert_eq!(value, f64::from(*count));
            }
        }
        Some(())
    }

    fn check(&mut self) {
        let leaves = || self.lists.iter().flatten();
        for leaf in leaves() {
            assert_eq!(leaf.value, leaf.number);
            assert_eq!(leaf.value.grad(), 0.0);
        }
        self.len = leaves().map(|leaf| leaf.place + 1).max().unwrap_or(0);
        let nodes = TapeUsage::of_this_thread().nodes;
        assert!(nodes <= self.len, "{nodes} nodes, {} are needed", self.len);
    }
}

proptest! {
    #[test]
    fn every_leaf_keeps_its_number_and_what_nothing_holds_goes_from_the_top(
        steps in prop::collection::vec(step(), 1..60)
    ) {
        let mut lists = Lists::default();
        for step in &steps {
            lists.run(step);
            lists.check();
        }
        drop(lists);
        prop_assert_eq!(TapeUsage::of_this_thread().nodes, 0);
    }
}

#[test]
fn lists_that_are_gone_keep_nothing_when_the_tape_is_compacted() {
    let numbers: Vec<f64> = (0..1000).map(f64::from).collect();
    // One goes from the tape's top, one from below what was made of it.
    drop(Value::leaves_of(&numbers));
    let x = Value::leaves_of(&numbers);
    let sum = Value::dot(&x, &numbers);
    drop(x);
    drop(sum);
    let x = Value::leaves_of(&numbers);
    let top = Value::new(0.5);
    drop(x);
    let mut state = (Value::new(0.0) + 1.0).detach();
    let before = TapeUsage::of_this_thread();
    for _ in 1..100_000 {
        state = (&state + 1.0).detach();
    }
    assert_eq!(state, 100_000.0);
    assert_eq!(top, 0.5);
    assert_eq!(TapeUsage::of_this_thread().bytes, before.bytes);
    let lists = [(); 3].map(|()| Value::leaves_of(&numbers));
    for list in &lists {
        assert_eq!(Value::data_of(list), numbers);
    }
    assert_eq!((top.data(), state.data()), (0.5, 100_000.0));
}
