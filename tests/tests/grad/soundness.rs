//! What safe code can do to the tape at bad moments: nothing that another value notices.

#![forbid(unsafe_code)]
#![deny(
    clippy::undocumented_unsafe_blocks,
    clippy::multiple_unsafe_ops_per_block
)]

use micrograd_core::{AnomalyGuard, Graph, TapeUsage, Value, detect_anomaly, grad};
use std::cell::{Cell, RefCell};
use std::mem::forget;
use std::ops::{Index, IndexMut};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A graph of its own, recorded in every way, is differentiated as ever.
fn assert_the_tape_works() {
    let (w, mut sum) = (Value::new(2.0), Value::new(1.0));
    grad! {
        for i in 1..=5 {
            sum += w * f64::from(i);
        }
        {
            let square = w * w;
            sum += square;
            sum -= square * 0.5;
        }
        sum = sum * w;
    }
    sum.backward();
    // (1 + 15w + w²/2)·w
    assert_eq!((sum.data(), w.grad()), (66.0, 1.0 + 30.0 * 2.0 + 1.5 * 4.0));
}

#[test]
fn an_iterator_that_panics_leaves_the_sum_so_far() {
    let (w, mut sum) = (Value::new(2.0), Value::new(0.0));
    let mut dropped = Some(&w * 3.0);
    let numbers = (0..10).map(|i| {
        if i == 3 {
            dropped = None;
        }
        assert!(i < 5, "enough");
        f64::from(i)
    });
    let looped = catch_unwind(AssertUnwindSafe(|| {
        grad! {
            for x in numbers {
                sum += w * x;
            }
        }
    }));
    assert!(looped.is_err());
    assert_eq!(sum, 20.0);
    grad! {
        for x in [1.0, 2.0] {
            sum += w * x;
        }
    }
    sum.backward();
    assert_eq!((sum.data(), w.grad()), (26.0, 13.0));
    assert_the_tape_works();
}

/// A list that uses the tape, and panics, when an element is looked up.
struct Restless {
    values: Vec<Value>,
    lookups: Cell<u32>,
}

impl Restless {
    fn look_up(&self) {
        self.lookups.set(self.lookups.get() + 1);
        let y = &self.values[0] * 2.0;
        y.backward();
        assert!(!self.lookups.get().is_multiple_of(7), "no more");
    }
}

impl Index<usize> for Restless {
    type Output = Value;

    fn index(&self, index: usize) -> &Value {
        self.look_up();
        &self.values[index]
    }
}

impl IndexMut<usize> for Restless {
    fn index_mut(&mut self, index: usize) -> &mut Value {
        self.look_up();
        &mut self.values[index]
    }
}

#[test]
fn places_that_record_and_panic_when_they_are_looked_up() {
    let mut list = Restless {
        values: [1.0, 2.0, 3.0, 4.0].map(Value::new).to_vec(),
        lookups: Cell::new(0),
    };
    let mut panics = 0;
    for k in 0..3000_usize {
        let run = catch_unwind(AssertUnwindSafe(|| {
            let (c, mut sum) = (Value::new(0.5), Value::new(0.0));
            grad! {
                let t = c * c + 1;
                sum += t * c;
                list[1 + k % 3] = list[1 + k % 3] * c + list[(k + 1) % 4];
                list[2] += c * t;
                list[3] -= list[2] * list[1];
                for i in 0..4 {
                    sum += list[i] * c;
                }
                sum
            }
        }));
        panics += u32::from(run.is_err());
        if k % 10 == 0 {
            for value in &mut list.values {
                *value = Value::new(value.data().clamp(-2.0, 2.0));
            }
        }
    }
    assert!(panics > 1000);
    assert_the_tape_works();
    drop(list);
    assert_eq!(TapeUsage::of_this_thread().nodes, 0);
}

/// Records while it is dropped.
struct Last(Value);

impl Drop for Last {
    fn drop(&mut self) {
        let mut y = &self.0 * 2.0;
        for _ in 0..300 {
            y = &y * 0.5 + &self.0;
        }
        y.backward();
        assert_the_tape_works();
    }
}

#[test]
fn values_that_record_while_others_are_dropped() {
    let x = Value::new(1.0);
    let mut list: Vec<Last> = (0..50).map(|i| Last(&x * i)).collect();
    let mut sum = Value::new(0.0);
    let taken = (0..50).map(|i| {
        list.swap_remove((i * 7) % list.len());
        f64::from(u32::try_from(i).unwrap())
    });
    grad! {
        for i in taken {
            sum += x * i;
        }
    }
    x.zero_grad();
    sum.backward();
    assert_eq!((sum.data(), x.grad()), (1225.0, 1225.0));
}

#[test]
fn values_and_guards_that_are_forgotten() {
    std::thread::spawn(|| {
        let x = Value::new(3.0);
        for i in 0..2000 {
            let y = &x * i;
            if i % 5 == 0 {
                forget(y.clone());
            }
            if i % 100 == 0 {
                forget(detect_anomaly());
            }
            if i % 7 == 0 {
                forget(y);
            }
        }
        assert_the_tape_works();
        forget(x);
    })
    .join()
    .unwrap();
}

#[test]
fn values_and_guards_of_thread_locals_outlive_the_tape() {
    thread_local! {
        static FIRST: RefCell<Option<(Last, AnomalyGuard)>> = const { RefCell::new(None) };
        static SECOND: RefCell<Option<(Last, AnomalyGuard)>> = const { RefCell::new(None) };
    }
    std::thread::spawn(|| {
        // One is dropped after the tape's own destructor, the other one before it.
        FIRST.with(|_| ());
        let x = Value::new(1.0);
        let list: Vec<Value> = (0..1000).map(|_| &x * 2.0).collect();
        SECOND.set(Some((Last(&x * 3.0), detect_anomaly())));
        FIRST.set(Some((Last(&x * 4.0), detect_anomaly())));
        drop(list);
    })
    .join()
    .unwrap();
}

/// A name that looks at the graph when it is asked for.
struct Telling<'a>(&'a Value);

impl From<Telling<'_>> for String {
    fn from(name: Telling<'_>) -> String {
        name.0.backward();
        Graph::of(name.0).to_string()
    }
}

#[test]
fn a_name_that_uses_values_while_it_is_made() {
    let x = Value::new(2.0);
    let y = &x * &x;
    let named = (&y + 1.0).with_name(Telling(&y));
    assert!(named.name().is_some());
    assert_eq!(x.grad(), 4.0);
}

#[test]
fn lists_of_no_leaves() {
    let none = Value::leaves_of(&[]);
    let x = Value::new(1.0);
    drop(none);
    let lists = [0, 3, 0, 1].map(|len| Value::leaves_of(&vec![1.0; len]));
    drop(lists);
    (&x * 2.0).backward();
    assert_eq!(x.grad(), 2.0);
    assert_the_tape_works();
}

/// Whatever stands between, a `let` without a handle is never read from a tape that has been popped or compacted: what could do
/// either gives it a handle.
#[test]
fn what_drops_values_after_a_let_gives_it_a_handle() {
    let pile = || {
        (0..400)
            .map(|i| Value::new(1.0) * i)
            .collect::<Vec<Value>>()
    };
    let (a, mut y) = (Value::new(3.0), Value::new(0.0));
    let mut values = pile();
    grad! {
        {
            let v = a * a;
            y += v;
            drop(std::mem::take(&mut values));
            y += v * 2;
        }
        {
            let v = a + 1;
            y += v;
            let several = pile();
            y -= v * several[399];
        }
    }
    y.backward();
    assert_eq!((y.data(), a.grad()), (27.0 - 398.0 * 4.0, 18.0 - 398.0));
}
