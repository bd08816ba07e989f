//! The engine that programs are compared with: a list of nodes that nobody pops, moves, joins or optimises.
//!
//! It knows the derivatives of a few operations from calculus, sums adjoints in the order of the textbook (from the last node to
//! the first one, for each its operands from left to right), and counts the versions of leaves.

use std::cell::RefCell;
use std::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Sub, SubAssign};

/// A number of the engine of this thread.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Naive(usize);

/// An operand with ∂node/∂operand.
struct Edge {
    operand: usize,
    partial: f64,
    /// Of a leaf, when the node was recorded.
    version: u32,
}

struct Node {
    data: f64,
    grad: f64,
    is_leaf: bool,
    version: u32,
    name: Option<String>,
    edges: Vec<Edge>,
}

thread_local! {
    static NODES: RefCell<Vec<Node>> = const { RefCell::new(Vec::new()) };
}

/// What `backward` does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Swept,
    /// It panics: an operation was recorded before an edit of its operand.
    Edited,
    /// There are adjoints that are not finite.
    Irregular,
}

pub(crate) fn forget_everything() {
    NODES.take();
}

impl Naive {
    fn push(data: f64, is_leaf: bool, operands: &[(Naive, f64)]) -> Naive {
        NODES.with_borrow_mut(|nodes| {
            let edge = |&(Naive(operand), partial): &(Naive, f64)| Edge {
                operand,
                partial,
                version: nodes[operand].version,
            };
            let edges = operands.iter().map(edge).collect();
            nodes.push(Node {
                data,
                grad: 0.0,
                is_leaf,
                version: 0,
                name: None,
                edges,
            });
            Naive(nodes.len() - 1)
        })
    }

    pub(crate) fn leaf(data: f64) -> Naive {
        Naive::push(data, true, &[])
    }

    pub(crate) fn data(self) -> f64 {
        NODES.with_borrow(|nodes| nodes[self.0].data)
    }

    pub(crate) fn grad(self) -> f64 {
        NODES.with_borrow(|nodes| nodes[self.0].grad)
    }

    pub(crate) fn is_leaf(self) -> bool {
        NODES.with_borrow(|nodes| nodes[self.0].is_leaf)
    }

    pub(crate) fn set_grad(self, grad: f64) {
        NODES.with_borrow_mut(|nodes| nodes[self.0].grad = grad);
    }

    pub(crate) fn set_data(self, data: f64) {
        NODES.with_borrow_mut(|nodes| {
            nodes[self.0].data = data;
            nodes[self.0].version += 1;
        });
    }

    pub(crate) fn set_name(self, name: String) {
        NODES.with_borrow_mut(|nodes| nodes[self.0].name = Some(name));
    }

    /// The names of the nodes that this one was made of, in their order.
    pub(crate) fn names(self) -> Vec<String> {
        NODES.with_borrow(|nodes| {
            let made_of = self.made_of(nodes).into_iter();
            let mut names: Vec<String> = made_of
                .filter_map(|index| nodes[index].name.clone())
                .collect();
            names.sort_unstable();
            names
        })
    }

    /// The nodes that this one was made of, itself included, from the last one to the first one.
    fn made_of(self, nodes: &[Node]) -> Vec<usize> {
        let mut is_reached = vec![false; self.0 + 1];
        is_reached[self.0] = true;
        for index in (0..=self.0).rev() {
            if is_reached[index] {
                for edge in &nodes[index].edges {
                    is_reached[edge.operand] = true;
                }
            }
        }
        (0..=self.0)
            .rev()
            .filter(|&index| is_reached[index])
            .collect()
    }

    /// What sweeping from here does, and the gradients of the nodes after it.
    fn sweep(self, nodes: &[Node]) -> (Outcome, Vec<(usize, f64)>) {
        let made_of = self.made_of(nodes);
        let mut grads = vec![0.0; self.0 + 1];
        for &index in &made_of {
            let node = &nodes[index];
            if node.is_leaf {
                grads[index] = node.grad;
            }
            let is_edited = |edge: &Edge| nodes[edge.operand].version != edge.version;
            if node.edges.iter().any(is_edited) {
                return (Outcome::Edited, Vec::new());
            }
        }
        grads[self.0] += 1.0;
        for &index in &made_of {
            let adjoint = grads[index];
            if adjoint != 0.0 {
                for edge in &nodes[index].edges {
                    grads[edge.operand] += edge.partial * adjoint;
                }
            }
        }
        let grads: Vec<(usize, f64)> = made_of.iter().map(|&index| (index, grads[index])).collect();
        let is_regular = grads.iter().all(|(_, grad)| grad.abs() < 1e100);
        let outcome = if is_regular {
            Outcome::Swept
        } else {
            Outcome::Irregular
        };
        (outcome, grads)
    }

    /// What `backward` will do.
    pub(crate) fn outcome(self) -> Outcome {
        NODES.with_borrow(|nodes| self.sweep(nodes).0)
    }

    pub(crate) fn backward(self) {
        NODES.with_borrow_mut(|nodes| {
            for (index, grad) in self.sweep(nodes).1 {
                nodes[index].grad = grad;
            }
        });
    }

    /// ∂self/∂inputs, without a change to any gradient.
    pub(crate) fn gradients(self, inputs: &[Naive]) -> Vec<f64> {
        NODES.with_borrow(|nodes| {
            let mut grads = vec![0.0; nodes.len()];
            grads[self.0] = 1.0;
            for index in (0..=self.0).rev() {
                let adjoint = grads[index];
                for edge in &nodes[index].edges {
                    grads[edge.operand] += edge.partial * adjoint;
                }
            }
            inputs.iter().map(|input| grads[input.0]).collect()
        })
    }

    /// How many nodes this one was made of, itself included.
    pub(crate) fn graph_len(self) -> usize {
        NODES.with_borrow(|nodes| self.made_of(nodes).len())
    }

    fn unary(self, data: f64, slope: f64) -> Naive {
        Naive::push(data, false, &[(self, slope)])
    }

    pub(crate) fn exp(self) -> Naive {
        let y = self.data().exp();
        self.unary(y, y)
    }

    pub(crate) fn sin(self) -> Naive {
        let x = self.data();
        self.unary(x.sin(), x.cos())
    }

    pub(crate) fn cos(self) -> Naive {
        let x = self.data();
        self.unary(x.cos(), -x.sin())
    }

    pub(crate) fn relu(self) -> Naive {
        let x = self.data();
        if x > 0.0 {
            self.unary(x, 1.0)
        } else {
            self.unary(0.0, 0.0)
        }
    }

    pub(crate) fn powi(self, n: i32) -> Naive {
        let x = self.data();
        let slope = if n == 2 {
            x + x
        } else {
            f64::from(n) * x.powi(n - 1)
        };
        self.unary(x.powi(n), slope)
    }

    pub(crate) fn max(self, other: Naive) -> Naive {
        let (a, b) = (self.data(), other.data());
        let share = if a > b {
            1.0
        } else if a < b {
            0.0
        } else {
            0.5
        };
        let larger = if a > b || b.is_nan() { a } else { b };
        Naive::push(larger, false, &[(self, share), (other, 1.0 - share)])
    }
}

/// An operand that may be a plain number.
pub(crate) trait Operand: Copy {
    fn number(self) -> f64;
    fn node(self) -> Option<Naive>;
}

impl Operand for Naive {
    fn number(self) -> f64 {
        self.data()
    }

    fn node(self) -> Option<Naive> {
        Some(self)
    }
}

impl Operand for &Naive {
    fn number(self) -> f64 {
        self.data()
    }

    fn node(self) -> Option<Naive> {
        Some(*self)
    }
}

impl Operand for f64 {
    fn number(self) -> f64 {
        self
    }

    fn node(self) -> Option<Naive> {
        None
    }
}

fn binary(
    left: impl Operand,
    right: impl Operand,
    value: fn(f64, f64) -> f64,
    partials: fn(f64, f64, f64) -> [f64; 2],
) -> Naive {
    let (a, b) = (left.number(), right.number());
    let y = value(a, b);
    let partials = partials(a, b, y);
    let operands = [left.node(), right.node()].into_iter().zip(partials);
    let operands: Vec<(Naive, f64)> = operands
        .filter_map(|(operand, partial)| Some((operand?, partial)))
        .collect();
    Naive::push(y, false, &operands)
}

macro_rules! operators {
    ($($Trait:ident $name:ident $Assign:ident $assign:ident |$a:ident, $b:ident, $y:ident| $value:expr, $partials:expr;)*) => {$(
        operators! { $Trait $name |$a, $b, $y| $value, $partials; Naive, Naive; Naive, &Naive; &Naive, Naive; &Naive, &Naive;
            Naive, f64; &Naive, f64; f64, Naive; f64, &Naive }

        impl<R: Operand> $Assign<R> for Naive {
            fn $assign(&mut self, right: R) {
                *self = binary(*self, right, |$a, $b| $value, |$a, $b, $y| $partials);
            }
        }
    )*};
    ($Trait:ident $name:ident |$a:ident, $b:ident, $y:ident| $value:expr, $partials:expr; $($Left:ty, $Right:ty);*) => {$(
        impl $Trait<$Right> for $Left {
            type Output = Naive;

            fn $name(self, right: $Right) -> Naive {
                binary(self, right, |$a, $b| $value, |$a, $b, $y| $partials)
            }
        }
    )*};
}

operators! {
    Add add AddAssign add_assign |_a, _b, _y| _a + _b, [1.0, 1.0];
    Sub sub SubAssign sub_assign |_a, _b, _y| _a - _b, [1.0, -1.0];
    Mul mul MulAssign mul_assign |_a, _b, _y| _a * _b, [_b, _a];
    Div div DivAssign div_assign |_a, _b, _y| _a / _b, [_b.recip(), -(_y / _b)];
}

impl Neg for Naive {
    type Output = Naive;

    fn neg(self) -> Naive {
        self.unary(-self.data(), -1.0)
    }
}

impl Neg for &Naive {
    type Output = Naive;

    fn neg(self) -> Naive {
        -*self
    }
}
