//! A random program: variables and lists, each a value beside the number of the naive engine, and what is done with them.

use super::naive::{Naive, Outcome};
use super::templates::{self, Inputs};
use micrograd_core::{AnomalyGuard, Graph, Value, detect_anomaly, grad, gradients};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use std::cell::{Cell, LazyCell, RefCell};
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};

struct Variable {
    value: Value,
    naive: Naive,
}

#[derive(Default)]
struct List {
    values: Vec<Value>,
    naives: Vec<Naive>,
}

pub(crate) struct Machine {
    seed: u64,
    random: ChaCha8Rng,
    variables: Vec<Variable>,
    lists: Vec<List>,
    guards: Vec<AnomalyGuard>,
    /// What has been done, for a report.
    done: Vec<String>,
}

/// Numbers beyond this are replaced, so that everything stays regular.
const LARGEST: f64 = 4.0;

impl Machine {
    pub(crate) fn new(seed: u64) -> Self {
        Machine {
            seed,
            random: ChaCha8Rng::seed_from_u64(seed),
            variables: Vec::new(),
            lists: Vec::new(),
            guards: Vec::new(),
            done: Vec::new(),
        }
    }

    pub(crate) fn run(mut self) {
        for _ in 0..4 {
            self.new_leaf();
        }
        for _ in 0..self.random.random_range(5..40) {
            self.step();
            self.keep_regular();
            self.check();
        }
    }

    fn step(&mut self) {
        match self.random.random_range(0..32) {
            0 => self.new_leaf(),
            1 => self.new_list(),
            2 => self.clone_one(),
            3..=4 => self.drop_one(),
            5 => self.drop_list(),
            6..=9 => self.operator(),
            10..=11 => self.assigning_operator(),
            12..=19 => self.statement(),
            20 => self.edit(),
            21..=25 => self.backward(),
            26 => self.change_gradient(),
            27 => self.name_one(),
            28 => self.guard(),
            29 => self.pile_up(),
            30 => self.look_at_one(),
            _ => self.differentiate_otherwise(),
        }
    }

    fn note(&mut self, what: impl Into<String>) {
        self.done.push(what.into());
    }

    #[track_caller]
    fn fail(&self, what: &str) -> ! {
        panic!(
            "program {}: {what}, after\n{}",
            self.seed,
            self.done.join("\n")
        );
    }

    fn number(&mut self) -> f64 {
        self.random.random_range(-2.0..2.0)
    }

    fn any(&mut self) -> usize {
        self.random.random_range(0..self.variables.len())
    }

    fn check(&self) {
        let lists = self
            .lists
            .iter()
            .flat_map(|list| list.values.iter().zip(&list.naives));
        let variables = self
            .variables
            .iter()
            .map(|variable| (&variable.value, &variable.naive));
        for (value, naive) in variables.chain(lists) {
            let found = [value.data(), value.grad()];
            let expected = [naive.data(), naive.grad()];
            if found.map(f64::to_bits) != expected.map(f64::to_bits) {
                self.fail(&format!(
                    "data and gradient are {found:?} and not {expected:?}"
                ));
            }
        }
    }

    /// What has become large is scaled down or detached.
    fn keep_regular(&mut self) {
        for variable in &mut self.variables {
            let size = variable.naive.data().abs();
            if size > 1000.0 {
                let data = variable.naive.data().signum();
                variable.value = Value::new(data);
                variable.naive = Naive::leaf(data);
            } else if size > LARGEST {
                variable.value /= 256.0;
                variable.naive /= 256.0;
            }
        }
    }

    fn new_leaf(&mut self) {
        let data = self.number();
        self.note(format!("leaf {data}"));
        let value = if self.random.random() {
            Value::new(data)
        } else {
            Value::from(data)
        };
        let naive = Naive::leaf(data);
        self.variables.push(Variable { value, naive });
    }

    fn new_list(&mut self) {
        let len = self.random.random_range(0..9);
        self.note(format!("list of {len}"));
        let numbers: Vec<f64> = (0..len).map(|_| self.number()).collect();
        let values = match self.random.random_range(0..3) {
            0 => Value::leaves_of(&numbers),
            1 => numbers.iter().map(|&x| Value::new(x)).collect(),
            _ => {
                // Results, each with a leaf of its own.
                let leaf = self.variables[0].value.clone();
                let naive = self.variables[0].naive;
                let values = numbers.iter().map(|&x| &leaf * x).collect();
                let naives = numbers.iter().map(|&x| naive * x).collect();
                self.lists.push(List { values, naives });
                return;
            }
        };
        let naives = numbers.iter().map(|&x| Naive::leaf(x)).collect();
        self.lists.push(List { values, naives });
    }

    fn clone_one(&mut self) {
        let from = self.any();
        self.note(format!("clone {from}"));
        let Variable { value, naive } = &self.variables[from];
        let (value, naive) = (value.clone(), *naive);
        self.variables.push(Variable { value, naive });
    }

    fn drop_one(&mut self) {
        if self.variables.len() > 4 {
            let index = self.any();
            self.note(format!("drop {index}"));
            self.variables.remove(index);
        }
    }

    fn drop_list(&mut self) {
        if self.lists.is_empty() {
            return;
        }
        let index = self.random.random_range(0..self.lists.len());
        let mut list = self.lists.swap_remove(index);
        self.note(format!("drop list {index}"));
        if self.random.random() {
            // In any order.
            while !list.values.is_empty() {
                let index = self.random.random_range(0..list.values.len());
                list.values.swap_remove(index);
            }
        }
    }

    fn operator(&mut self) {
        let (left, right) = (self.any(), self.any());
        let (kind, number) = (self.random.random_range(0..12), self.number());
        self.note(format!("operator {kind} on {left} and {right}, {number}"));
        let [a, b] = [left, right].map(|index| &self.variables[index].value);
        let [x, y] = [left, right].map(|index| self.variables[index].naive);
        let (value, naive) = match kind {
            0 => (a + b, x + y),
            1 => (a.clone() - b, x - y),
            2 => (a * b.clone(), x * y),
            3 if y.data().abs() > 0.25 => (a / b, x / y),
            4 => (-a, -x),
            5 => (a * number, x * number),
            6 => (number - b, number - y),
            7 => (number + a, number + x),
            8 => (a.sin(), x.sin()),
            9 => (a.relu(), x.relu()),
            10 => (a.max(b), x.max(y)),
            _ => (a.powi(2), x.powi(2)),
        };
        self.variables.push(Variable { value, naive });
    }

    fn assigning_operator(&mut self) {
        let (target, operand) = (self.any(), self.any());
        let (kind, number) = (self.random.random_range(0..6), self.number());
        self.note(format!(
            "assigning operator {kind} on {target} with {operand}, {number}"
        ));
        let (b, y) = (
            self.variables[operand].value.clone(),
            self.variables[operand].naive,
        );
        let Variable { value, naive } = &mut self.variables[target];
        match kind {
            0 => {
                *value += &b;
                *naive += y;
            }
            1 => {
                *value *= b;
                *naive *= y;
            }
            2 => {
                *value -= number;
                *naive -= number;
            }
            3 => {
                grad! { *value += b * number; }
                *naive += y * number;
            }
            4 => {
                *value = b;
                *naive = y;
            }
            _ => {
                grad! { *value = *value * b - number; }
                *naive = *naive * y - number;
            }
        }
    }

    /// One of the templates, with random operands.
    fn statement(&mut self) {
        let (name, statement, arithmetic) =
            templates::ALL[self.random.random_range(0..templates::ALL.len())];
        let largest = self.random.random_range(0..5);
        self.note(format!("{name}, {largest} times"));
        let (first, second) = (self.any(), self.any());
        let (first, second) = (first.max(second), first.min(second));
        if first == second {
            return;
        }
        let s = self.variables.remove(first);
        let t = self.variables.remove(second);
        let clone = |variable: &Variable| Variable {
            value: variable.value.clone(),
            naive: variable.naive,
        };
        // A target may be an operand too, and is then held twice.
        let held_twice: Vec<Variable> = match self.random.random_range(0..6) {
            0 => vec![clone(&s)],
            1 => vec![clone(&s), clone(&t)],
            _ => Vec::new(),
        };
        let numbers = [self.number(), self.number()];
        let mut picks: [usize; 3] = std::array::from_fn(|_| {
            self.random
                .random_range(0..self.variables.len() + held_twice.len())
        });
        if self.random.random() {
            // Two operands are one node.
            picks[self.random.random_range(0..2)] = picks[2];
        }
        let everything: Vec<&Variable> = self.variables.iter().chain(&held_twice).collect();
        let operands = picks.map(|pick| everything[pick]);
        let empty = List::default();
        let list = match self.lists.len() {
            0 => &empty,
            len => &self.lists[self.random.random_range(0..len)],
        };
        let disturbance = Disturbance::new(self.random.random(), operands);
        let values = operands.map(|operand| &operand.value);
        let naives = operands.map(|operand| &operand.naive);
        let (mut s, mut t) = (s, t);
        for again in (0..self.random.random_range(1..4)).rev() {
            let [s_value, t_value] = statement(Inputs {
                operands: values,
                targets: [s.value, t.value],
                numbers,
                list: &list.values,
                times: largest,
                between: &|| disturbance.happen(),
            });
            let [s_naive, t_naive] = arithmetic(Inputs {
                operands: naives,
                targets: [s.naive, t.naive],
                numbers,
                list: &list.naives,
                times: largest,
                between: &|| disturbance.happen_to_naive(),
            });
            (s.value, t.value) = (s_value, t_value);
            (s.naive, t.naive) = (s_naive, t_naive);
            let swept = if self.random.random() { &s } else { &t };
            if swept.naive.data().abs() > LARGEST {
                break;
            }
            if again > 0 && swept.naive.outcome() == Outcome::Swept {
                swept.value.backward();
                swept.naive.backward();
            }
            if again > 0 && self.random.random_range(0..4) == 0 {
                let name = format!("named {name} {again} {}", self.done.len());
                s.value = s.value.with_name(name.as_str());
                s.naive.set_name(name);
            }
        }
        drop(disturbance);
        drop(held_twice);
        self.variables.extend([s, t]);
    }

    fn edit(&mut self) {
        let (index, data) = (self.any(), self.number());
        let Variable { value, naive } = &self.variables[index];
        if naive.is_leaf() {
            value.set_data(data);
            naive.set_data(data);
            self.note(format!("edit {index}: {data}"));
        } else {
            let set = expecting_a_panic(|| value.set_data(data));
            assert!(set.is_err(), "only leaves can be edited");
        }
    }

    fn backward(&mut self) {
        let index = self.any();
        let Variable { value, naive } = &self.variables[index];
        let outcome = naive.outcome();
        if outcome == Outcome::Irregular {
            return;
        }
        let swept = expecting_a_panic(|| value.backward());
        self.note(format!("backward from {index}: {outcome:?}"));
        match (outcome, swept) {
            (Outcome::Swept, Ok(())) => self.variables[index].naive.backward(),
            (Outcome::Edited, Err(_)) | (Outcome::Irregular, Ok(())) => {}
            (Outcome::Edited, Ok(())) => self.fail("an edit is missed"),
            (_, Err(_)) => self.fail("backward panics"),
        }
    }

    fn change_gradient(&mut self) {
        let (index, grad) = (self.any(), self.number());
        self.note(format!("gradient of {index}: {grad}"));
        let Variable { value, naive } = &self.variables[index];
        if self.random.random() {
            value.set_grad(grad);
            naive.set_grad(grad);
        } else {
            assert_eq!(value.take_grad(), naive.grad());
            naive.set_grad(0.0);
        }
    }

    fn name_one(&mut self) {
        let index = self.any();
        let Variable { value, naive } = self.variables.remove(index);
        let name = format!("named {}", self.done.len());
        self.note(format!("name {index}"));
        let value = value.with_name(name.as_str());
        assert_eq!(value.name().as_ref(), Some(&name));
        naive.set_name(name);
        self.variables.push(Variable { value, naive });
    }

    fn guard(&mut self) {
        if self.guards.is_empty() || self.random.random() {
            self.note("guard");
            self.guards.push(detect_anomaly());
        } else {
            let guard = self
                .guards
                .remove(self.random.random_range(0..self.guards.len()));
            self.note("end of a guard");
            if let Some(anomaly) = guard.take() {
                self.fail(&format!("an anomaly: {anomaly}"));
            }
        }
    }

    /// Many nodes, of which few stay: the tape runs full and is compacted.
    fn pile_up(&mut self) {
        let (len, kept) = (
            self.random.random_range(50..400),
            self.random.random_range(0..50),
        );
        self.note(format!("pile up {len}, keep number {kept}"));
        let Variable { value, naive } = &self.variables[0];
        let mut values: Vec<Value> = (0..len).map(|i| value * f64::from(i)).collect();
        let value = values.swap_remove(kept);
        #[allow(clippy::cast_precision_loss)] // It is small.
        let naive = *naive * kept as f64;
        if self.random.random() {
            values.reverse();
        }
        self.variables.push(Variable { value, naive });
    }

    /// A graph can be looked at without a change to anything.
    fn look_at_one(&mut self) {
        let index = self.any();
        self.note(format!("look at {index}"));
        let Variable { value, naive } = &self.variables[index];
        let graph = Graph::of(value);
        assert_eq!(graph.root().data(), naive.data());
        assert_eq!(graph.nodes().len(), naive.graph_len(), "nodes in the graph");
        let names = graph.nodes().iter().filter_map(|node| node.name());
        let mut given: Vec<&str> = names.filter(|name| name.starts_with("named ")).collect();
        given.sort_unstable();
        assert_eq!(given, naive.names(), "names in the graph");
    }

    /// The other derivatives are those of `backward`, and change nothing.
    fn differentiate_otherwise(&mut self) {
        let root = self.any();
        if self.variables[root].naive.outcome() != Outcome::Swept {
            return;
        }
        let inputs: Vec<usize> = (0..3).map(|_| self.any()).collect();
        self.note(format!("gradients of {root} with respect to {inputs:?}"));
        let values: Vec<&Value> = inputs
            .iter()
            .map(|&input| &self.variables[input].value)
            .collect();
        let naives: Vec<Naive> = inputs
            .iter()
            .map(|&input| self.variables[input].naive)
            .collect();
        let found: Vec<f64> = gradients(&self.variables[root].value, &values)
            .iter()
            .map(Value::data)
            .collect();
        let expected = self.variables[root].naive.gradients(&naives);
        for (found, expected) in found.iter().zip(&expected) {
            let error = (found - expected).abs();
            if error > 1e-9 * expected.abs().max(1.0) {
                self.fail(&format!("gradients gives {found} and not {expected}"));
            }
        }
    }
}

thread_local! {
    static PANIC_IS_EXPECTED: Cell<bool> = const { Cell::new(false) };
}

/// Panics that programs ask for say nothing.
pub(crate) fn silence_expected_panics() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !PANIC_IS_EXPECTED.get() {
            usual(panic);
        }
    }));
}

fn expecting_a_panic(f: impl FnOnce()) -> std::thread::Result<()> {
    PANIC_IS_EXPECTED.set(true);
    let result = catch_unwind(AssertUnwindSafe(f));
    PANIC_IS_EXPECTED.set(false);
    result
}

/// What an iterator does between two runs of a loop, on values of its own.
struct Disturbance<'a> {
    random: RefCell<ChaCha8Rng>,
    /// Made when it is used: a leaf at the top of the tape ends a chain.
    scratch: LazyCell<Value>,
    operands: [&'a Variable; 3],
    kept: RefCell<Vec<Value>>,
    /// What leaf got which number, each time.
    edits: RefCell<VecDeque<Option<(Naive, f64)>>>,
}

impl<'a> Disturbance<'a> {
    fn new(seed: u64, operands: [&'a Variable; 3]) -> Self {
        Disturbance {
            random: RefCell::new(ChaCha8Rng::seed_from_u64(seed)),
            scratch: LazyCell::new(|| Value::new(1.0)),
            operands,
            kept: RefCell::default(),
            edits: RefCell::default(),
        }
    }

    fn happen(&self) {
        let what = self.random.borrow_mut().random_range(0..20);
        let operand = &self.operands[0].value;
        let mut edit = None;
        match what {
            0 => drop(operand * 2.0),
            1 => {
                let y = &*self.scratch * &*self.scratch;
                y.backward();
            }
            2 => self.scratch.set_data(2.0),
            3 => drop(operand.clone()),
            4 => {
                let mut list: Vec<Value> = (0..300).map(|i| &*self.scratch * i).collect();
                self.kept.borrow_mut().extend(list.pop());
            }
            5 => self.kept.borrow_mut().push(operand + &*self.scratch),
            6 => self.kept.borrow_mut().clear(),
            7 => {
                let guard = detect_anomaly();
                let y = &*self.scratch + 1.0;
                drop(guard);
                self.kept.borrow_mut().push(y);
            }
            8 => {
                let scratch = Value::clone(&self.scratch);
                let mut sum = Value::new(0.0);
                grad! { for i in 0..5 { sum += scratch * f64::from(i); } }
                if self.random.borrow_mut().random() {
                    self.kept.borrow_mut().push(sum);
                }
            }
            9 => drop(Graph::of(operand)),
            10 => drop(Value::clone(&self.scratch).with_name("scratch")),
            11 => {
                let Variable { value, naive } = self.operands[1];
                if naive.is_leaf() {
                    let data = self.random.borrow_mut().random_range(-1.0..1.0);
                    value.set_data(data);
                    edit = Some((*naive, data));
                }
            }
            _ => {}
        }
        self.edits.borrow_mut().push_back(edit);
    }

    /// The same as far as it changes something in the engine that the program is compared with.
    fn happen_to_naive(&self) {
        let edit = self.edits.borrow_mut().pop_front();
        if let Some((leaf, data)) = edit.expect("both iterators take the same steps") {
            leaf.set_data(data);
        }
    }
}
