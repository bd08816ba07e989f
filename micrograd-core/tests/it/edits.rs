//! A changed leaf is never missed: whatever happened in between, an operation that was recorded before an edit of its operand
//! is refused, and nothing else is.

use crate::panics::caught;
use micrograd_core::{Value, grad, gradients, tangent};
use proptest::prelude::*;

/// Picks of values are taken modulo their number.
#[derive(Clone, Debug)]
enum Step {
    Leaf(f64),
    Leaves(Vec<f64>),
    Tanh(usize),
    Multiply(usize, usize),
    /// `(a * b + c * a) / 2` as one statement.
    Statement(usize, usize, usize),
    /// `s += w * x` in a loop, and an edit in it after so many runs.
    Accumulate(usize, usize, Vec<usize>, Option<(usize, usize, f64)>),
    /// `x = x * w / 2` in the place of a value.
    Replace(usize, usize),
    /// `x += w` by the operator.
    AddTo(usize, usize),
    Clone(usize),
    Name(usize),
    Edit(usize, f64),
    EditAll(Vec<usize>, f64),
    Drop(usize),
    DropLast(usize),
    /// So many values one after the other, of which each keeps the last one from being popped.
    FillTheTape(u32),
    Backward(usize),
    Gradients(usize, Vec<usize>),
    Tangent(usize, usize),
}

fn step() -> impl Strategy<Value = Step> {
    let number = || -1.0..1.0_f64;
    let any = any::<usize>;
    let some = || prop::collection::vec(any(), 1..6);
    let edit = prop::option::of((0..4_usize, any(), number()));
    prop_oneof![
        3 => number().prop_map(Step::Leaf),
        1 => prop::collection::vec(number(), 0..5).prop_map(Step::Leaves),
        2 => any().prop_map(Step::Tanh),
        4 => (any(), any()).prop_map(|(a, b)| Step::Multiply(a, b)),
        4 => (any(), any(), any()).prop_map(|(a, b, c)| Step::Statement(a, b, c)),
        3 => (any(), any(), some(), edit).prop_map(|(s, w, xs, edit)| Step::Accumulate(s, w, xs, edit)),
        2 => (any(), any()).prop_map(|(x, w)| Step::Replace(x, w)),
        2 => (any(), any()).prop_map(|(x, w)| Step::AddTo(x, w)),
        1 => any().prop_map(Step::Clone),
        1 => any().prop_map(Step::Name),
        4 => (any(), number()).prop_map(|(x, number)| Step::Edit(x, number)),
        1 => (some(), number()).prop_map(|(xs, number)| Step::EditAll(xs, number)),
        5 => any().prop_map(Step::Drop),
        3 => (1..5_usize).prop_map(Step::DropLast),
        1 => (0..600_u32).prop_map(Step::FillTheTape),
        6 => any().prop_map(Step::Backward),
        2 => (any(), some()).prop_map(|(y, xs)| Step::Gradients(y, xs)),
        1 => (any(), any()).prop_map(|(y, x)| Step::Tangent(y, x)),
    ]
}

/// What is remembered of an operand: its node, how often that had been edited, and the partial.
type Operand = (usize, u32, f64);

/// Never forgets anything.
#[derive(Default)]
struct Node {
    data: f64,
    grad: f64,
    edits: u32,
    /// None of a leaf.
    operands: Option<Vec<Operand>>,
    name: Option<String>,
}

#[derive(Default)]
struct Program {
    nodes: Vec<Node>,
    values: Vec<(Value, usize)>,
}

impl Program {
    fn pick(&self, pick: usize) -> Option<(Value, usize)> {
        let (value, node) = &self.values[pick.checked_rem(self.values.len())?];
        Some((value.clone(), *node))
    }

    fn leaf(&mut self, value: Value) {
        self.nodes.push(Node {
            data: value.data(),
            ..Node::default()
        });
        self.values.push((value, self.nodes.len() - 1));
    }

    /// An operation with the partials with respect to its operands, in the model alone.
    fn operation(&mut self, data: f64, operands: &[(usize, f64)]) -> usize {
        let operand = |&(node, partial): &(usize, f64)| (node, self.nodes[node].edits, partial);
        let operands = operands.iter().map(operand).collect();
        self.nodes.push(Node {
            data,
            operands: Some(operands),
            ..Node::default()
        });
        self.nodes.len() - 1
    }

    fn edit(&mut self, node: usize, data: f64) {
        self.nodes[node].data = data;
        self.nodes[node].edits += 1;
    }

    fn is_leaf(&self, node: usize) -> bool {
        self.nodes[node].operands.is_none()
    }

    /// The operations that a root reaches, from the highest downwards.
    fn reached(&self, root: usize) -> Vec<usize> {
        let mut reached = vec![false; root + 1];
        reached[root] = true;
        for node in (0..=root).rev().filter(|&node| !self.is_leaf(node)) {
            for &(operand, ..) in self.nodes[node].operands.iter().flatten() {
                reached[operand] |= reached[node];
            }
        }
        let nodes = (0..=root).rev();
        nodes
            .filter(|&node| reached[node] && !self.is_leaf(node))
            .collect()
    }

    /// The leaves that were edited after an operation on them that the root reaches.
    fn edited(&self, root: usize) -> Vec<usize> {
        let operands = |node: usize| self.nodes[node].operands.iter().flatten();
        let operands = self.reached(root).into_iter().flat_map(operands);
        let edited = operands.filter(|&&(operand, edits, _)| self.nodes[operand].edits != edits);
        edited.map(|&(operand, ..)| operand).collect()
    }

    fn backward(&mut self, root: usize) {
        let reached = self.reached(root);
        for &node in &reached {
            self.nodes[node].grad = 0.0;
        }
        self.nodes[root].grad += 1.0;
        for node in reached {
            let operands = self.nodes[node].operands.clone().unwrap();
            for (operand, _, partial) in operands {
                self.nodes[operand].grad += partial * self.nodes[node].grad;
            }
        }
    }

    /// Whether `derivative` of a root is refused as it has to be.
    fn derive(&mut self, root: usize, derivative: impl FnOnce()) -> bool {
        let edited = self.edited(root);
        let result = caught(derivative);
        let text = result.err().map(|panic| panic.message);
        assert_eq!(
            text.is_some(),
            !edited.is_empty(),
            "{text:?}, edited: {edited:?}"
        );
        if let Some(text) = text {
            assert!(text.contains("recorded before set_data changed"), "{text}");
            let said = |&leaf: &usize| match &self.nodes[leaf].name {
                Some(name) => text.contains(&format!("the leaf `{name}`")),
                None => text.contains("a leaf"),
            };
            assert!(edited.iter().any(said), "{text}");
        }
        edited.is_empty()
    }

    fn run(&mut self, step: &Step) -> Option<()> {
        match step {
            Step::Leaf(data) => self.leaf(Value::new(*data)),
            Step::Leaves(data) => {
                let leaves = Value::leaves_of(data);
                for leaf in leaves {
                    self.leaf(leaf);
                }
            }
            Step::Tanh(a) => {
                let (a, at) = self.pick(*a)?;
                let y = a.tanh();
                let node = self.operation(y.data(), &[(at, 1.0 - y.data() * y.data())]);
                self.values.push((y, node));
            }
            Step::Multiply(a, b) => {
                let ((a, at), (b, bt)) = (self.pick(*a)?, self.pick(*b)?);
                let y = &a * &b;
                let node = self.operation(y.data(), &[(at, b.data()), (bt, a.data())]);
                self.values.push((y, node));
            }
            Step::Statement(a, b, c) => {
                let ((a, at), (b, bt), (c, ct)) = (self.pick(*a)?, self.pick(*b)?, self.pick(*c)?);
                grad! { let y = (a * b + c * a) / 2; }
                let half = |x: &Value| x.data() / 2.0;
                let partials = [(at, half(&b) + half(&c)), (bt, half(&a)), (ct, half(&a))];
                let node = self.operation(y.data(), &partials);
                self.values.push((y, node));
            }
            Step::Accumulate(s, w, xs, edit) => self.accumulate(*s, *w, xs, *edit)?,
            Step::Replace(x, w) => {
                let (w, wt) = self.pick(*w)?;
                let place = x.checked_rem(self.values.len())?;
                let (x, xt) = &mut self.values[place];
                let partials = [(*xt, w.data() / 2.0), (wt, x.data() / 2.0)];
                grad! { *x = *x * w / 2; }
                let data = x.data();
                self.values[place].1 = self.operation(data, &partials);
            }
            Step::AddTo(x, w) => {
                let (w, wt) = self.pick(*w)?;
                let place = x.checked_rem(self.values.len())?;
                let (x, xt) = &mut self.values[place];
                let partials = [(*xt, 1.0), (wt, 1.0)];
                *x += &w;
                let data = x.data();
                self.values[place].1 = self.operation(data, &partials);
            }
            Step::Clone(x) => {
                let same = self.pick(*x)?;
                self.values.push(same);
            }
            Step::Name(x) => {
                let (x, node) = self.pick(*x)?;
                let name = format!("x{node}");
                drop(x.with_name(name.clone()));
                self.nodes[node].name = Some(name);
            }
            Step::Edit(x, data) => {
                let (x, node) = self.pick(*x)?;
                if self.is_leaf(node) {
                    x.set_data(*data);
                    self.edit(node, *data);
                }
            }
            Step::EditAll(picks, data) => self.edit_all(picks, *data)?,
            Step::Drop(x) => {
                let place = x.checked_rem(self.values.len())?;
                drop(self.values.remove(place));
            }
            Step::DropLast(count) => {
                let kept = self.values.len().saturating_sub(*count);
                self.values.truncate(kept);
            }
            Step::FillTheTape(count) => {
                let mut value = Value::new(0.0);
                for _ in 0..*count {
                    value = (&value + 1.0).detach();
                }
            }
            Step::Backward(y) => {
                let (y, root) = self.pick(*y)?;
                if self.derive(root, || y.backward()) {
                    self.backward(root);
                }
            }
            Step::Gradients(y, xs) => {
                let (y, root) = self.pick(*y)?;
                let xs: Option<Vec<_>> = xs.iter().map(|&x| self.pick(x)).collect();
                let xs = xs?;
                let inputs: Vec<&Value> = xs.iter().map(|(x, _)| x).collect();
                self.derive(root, || drop(gradients(&y, &inputs)));
            }
            Step::Tangent(y, x) => {
                let ((y, root), (x, _)) = (self.pick(*y)?, self.pick(*x)?);
                self.derive(root, || drop(tangent(&y, &[&x], &[1.0])));
            }
        }
        Some(())
    }

    fn edit_all(&mut self, picks: &[usize], data: f64) -> Option<()> {
        let picked: Option<Vec<_>> = picks.iter().map(|&pick| self.pick(pick)).collect();
        let mut picked = picked?;
        picked.retain(|&(_, node)| self.is_leaf(node));
        let (leaves, nodes): (Vec<Value>, Vec<usize>) = picked.into_iter().unzip();
        Value::set_data_of(&leaves, &vec![data; leaves.len()]);
        for node in nodes {
            self.edit(node, data);
        }
        Some(())
    }

    fn accumulate(
        &mut self,
        s: usize,
        w: usize,
        xs: &[usize],
        edit: Option<(usize, usize, f64)>,
    ) -> Option<()> {
        let ((mut s, mut st), (w, wt)) = (self.pick(s)?, self.pick(w)?);
        let xs: Option<Vec<_>> = xs.iter().map(|&x| self.pick(x)).collect();
        let xs = xs?;
        let edit = edit.and_then(|(run, leaf, data)| {
            let (leaf, node) = self.pick(leaf)?;
            self.is_leaf(node).then_some((run, leaf, node, data))
        });
        let mut data = s.data();
        let values = xs.iter().enumerate().map(|(run, (x, xt))| {
            if let Some((at, leaf, node, number)) = &edit
                && *at == run
            {
                leaf.set_data(*number);
                self.edit(*node, *number);
            }
            // An edit may have been one of what the sum began with.
            if run == 0 {
                data = self.nodes[st].data;
            }
            data += w.data() * x.data();
            st = self.operation(data, &[(st, 1.0), (wt, x.data()), (*xt, w.data())]);
            x
        });
        grad! {
            for x in values {
                s += w * x;
            }
        }
        self.values.push((s, st));
        Some(())
    }

    fn check(&self) {
        for (value, node) in &self.values {
            let node = &self.nodes[*node];
            assert_eq!(value.data(), node.data);
            let error = (value.grad() - node.grad).abs();
            assert!(
                error <= 1e-9 * node.grad.abs().max(1.0),
                "{} for {}",
                value.grad(),
                node.grad
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn derivatives_are_refused_exactly_if_an_operation_is_older_than_an_edit_of_its_operand(
        steps in prop::collection::vec(step(), 1..80)
    ) {
        let mut program = Program::default();
        for step in &steps {
            program.run(step);
            program.check();
        }
    }
}

fn is_refused(y: &Value) -> bool {
    caught(|| y.backward()).is_err()
}

#[test]
fn an_edit_is_noticed_after_younger_values_have_gone() {
    let x = Value::new(3.0);
    let y = &x * &x;
    let z = &x + 1.0;
    x.set_data(5.0);
    drop(z);
    drop(&x + 2.0);
    assert!(is_refused(&y));
    assert_eq!(x.grad(), 0.0);
}

#[test]
fn an_edit_is_noticed_after_a_compaction() {
    let (x, w) = (Value::new(3.0), Value::new(2.0));
    grad! { let y = x * w + w; }
    w.set_data(5.0);
    let mut state = Value::new(0.0);
    for _ in 0..1000 {
        state = (&state * 0.5 + 1.0).detach();
    }
    assert!(is_refused(&y));
    grad! { let again = x * w + w; }
    assert!(!is_refused(&again));
    assert_eq!((x.grad(), w.grad()), (5.0, 4.0));
}

#[test]
fn an_edit_is_noticed_below_a_younger_root_and_nothing_has_been_accumulated() {
    let x = Value::new(3.0);
    let y = &x * &x;
    x.set_data(5.0);
    let z = &y + &x;
    drop(y);
    assert!(is_refused(&z));
    assert_eq!(x.grad(), 0.0);
    assert!(caught(|| drop(gradients(&z, &[&x]))).is_err());
    assert!(caught(|| drop(tangent(&z, &[&x], &[1.0]))).is_err());
}

#[test]
fn an_operation_of_a_younger_root_on_other_leaves_is_no_matter() {
    let (x, w) = (Value::new(3.0), Value::new(2.0));
    let old = w.powi(2);
    let unused = &x * &x;
    x.set_data(5.0);
    let y = &old * &x;
    assert!(!is_refused(&y));
    assert_eq!((x.grad(), w.grad()), (4.0, 20.0));
    assert!(is_refused(&unused));
}
