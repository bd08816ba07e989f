//! A place is evaluated no more often than it stands in the source, with whatever its index does.

use micrograd_core::{Dual, Scalar, Value, grad};
use std::cell::Cell;
use std::ops::{Index, IndexMut};

/// A list that counts how often it is asked.
struct Counting<T> {
    items: Vec<T>,
    asked: Cell<usize>,
}

impl<T> Counting<T> {
    fn new(items: Vec<T>) -> Self {
        Counting {
            items,
            asked: Cell::new(0),
        }
    }

    fn asked_since(&self) -> usize {
        self.asked.take()
    }
}

impl<T> Index<usize> for Counting<T> {
    type Output = T;

    fn index(&self, i: usize) -> &T {
        self.asked.set(self.asked.get() + 1);
        &self.items[i]
    }
}

impl<T> IndexMut<usize> for Counting<T> {
    fn index_mut(&mut self, i: usize) -> &mut T {
        self.asked.set(self.asked.get() + 1);
        &mut self.items[i]
    }
}

struct Model {
    rows: Counting<Counting<Value>>,
    at: usize,
    asked: Cell<usize>,
}

impl Model {
    fn row(&self) -> &Value {
        self.asked.set(self.asked.get() + 1);
        &self.rows.items[0].items[1]
    }

    fn next(&self) -> usize {
        self.asked.set(self.asked.get() + 1);
        0
    }

    fn run(&self, y: &Value) {
        let here = grad! { self.rows[self.at][1].tanh() + y * self.rows[0][self.at].exp() };
        assert_eq!(here, 2_f64.tanh() + 3.0 * 1_f64.exp());
        assert_eq!(self.rows.asked_since(), 2);
        assert_eq!(self.rows.items[0].asked_since(), 2);
        let here = grad! { self.row().sin() * y + self.rows[self.next()][1].cos() };
        assert_eq!(here, 2_f64.sin() * 3.0 + 2_f64.cos());
        assert_eq!((self.asked.take(), self.rows.asked_since()), (2, 1));
    }
}

fn two_rows() -> Model {
    Model {
        rows: Counting::new(vec![Counting::new([1.0, 2.0].map(Value::new).into())]),
        at: 0,
        asked: Cell::new(0),
    }
}

#[test]
fn parts_of_fields_and_results_of_methods_are_found_once() {
    two_rows().run(&Value::new(3.0));
}

/// Every kind of statement, over any number.
fn every_kind_of_statement<T: Scalar>(one: T, two: T) {
    let xs = Counting::new(vec![one, two]);
    let mut ys = Counting::new(vec![T::from(5.0), T::from(7.0)]);
    let i = 1;
    grad! {
        let a = xs[i].exp();
    }
    assert_eq!((a.data(), xs.asked_since()), (2_f64.exp(), 1));
    grad! {
        let b = a * xs[i].ln() - xs[0].sin() / xs[i];
        let c = -xs[i].sqrt();
    }
    assert!(b > 0.0 && c < 0.0);
    assert_eq!(xs.asked_since(), 4);
    let mut d;
    grad! {
        d = xs[i].cos() * 2 + b * 0;
    }
    assert_eq!((d.data(), xs.asked_since()), (2_f64.cos() * 2.0, 1));
    grad! {
        d = d + xs[i].cos();
        d += xs[i].abs();
        d *= c * xs[i].recip();
    }
    assert_eq!(xs.asked_since(), 3);
    grad! {
        ys[0] = xs[i].tanh();
        ys[1] += xs[i].tanh() * d;
        ys[0] = ys[0] * xs[i].relu();
    }
    assert_eq!((xs.asked_since(), ys.asked_since()), (3, 3));
    grad! {
        for _ in 0..3 {
            d += xs[i].sigmoid();
        }
        for k in 0..2 {
            let s = xs[k].silu();
            d += s * xs[i].exp();
        }
    }
    assert_eq!(xs.asked_since(), 3 + 4);
    let branch = grad! { if xs[0] < xs[i] { xs[i].exp() + d } else { d } };
    assert!(branch.data().is_finite());
    assert_eq!(xs.asked_since(), 3);
    let mut n = 0;
    let power = grad! { xs[{ n += 1; n }].exp() ** 2 + xs[i].exp() ** d };
    assert!(power.data().is_finite());
    assert_eq!((n, xs.asked_since()), (1, 2));
}

#[test]
fn every_kind_of_statement_asks_once() {
    every_kind_of_statement(1.0, 2.0);
    every_kind_of_statement(Value::new(1.0), Value::new(2.0));
    every_kind_of_statement(Dual::<2>::variable(1.0, 0), Dual::variable(2.0, 1));
}

#[test]
fn what_is_no_number_of_ours_has_its_method_called_once() {
    struct Angle(f64);
    impl Angle {
        fn sin(&self) -> f64 {
            self.0 * 10.0
        }
    }
    let angles = Counting::new(vec![Angle(1.0), Angle(2.0)]);
    let boxed = Counting::new(vec![Box::new(Value::new(3.0))]);
    let y = Value::new(1.0);
    let z = grad! { y * angles[1].sin() + boxed[0].exp() };
    assert_eq!(z, 20.0 + 3_f64.exp());
    assert_eq!((angles.asked_since(), boxed.asked_since()), (1, 1));
}
