//! Memory like Python's: nobody resets anything, and every loop runs in constant memory.

use micrograd_core::{TapeUsage, Value};
use std::cell::OnceCell;
use std::sync::mpsc::{Sender, channel};

/// Runs `step` a thousand times, then until `steps`, and checks that the memory has not grown.
fn stays_constant(steps: i32, mut step: impl FnMut(i32)) {
    (0..1000).for_each(&mut step);
    let after_a_thousand = TapeUsage::of_this_thread();
    (1000..steps).for_each(&mut step);
    let at_the_end = TapeUsage::of_this_thread();
    assert!(
        at_the_end.bytes <= after_a_thousand.bytes,
        "{after_a_thousand:?} became {at_the_end:?}"
    );
}

/// A loss of a few dozen nodes on two parameters.
fn loss(w: &Value, b: &Value, step: i32) -> Value {
    let data = [0.1, 0.7, -0.3, 0.5];
    let errors = data.iter().map(|&x| (w * x + b - step % 7).powi(2));
    errors.sum::<Value>() / 4.0
}

fn descend(parameters: &[&Value]) {
    for p in parameters {
        p.set_data(p.data() - 0.01 * p.grad());
        p.zero_grad();
    }
}

/// Takes much memory for a while: nodes, handles, names, edits, and sets of nodes.
fn peak() {
    let w = Value::new(1.0);
    let results: Vec<Value> = (0..400_000_u32)
        .map(|step| {
            let y = &w * 2.0;
            if step % 4 == 0 {
                w.set_data(f64::from(step));
                return (&w * 2.0).with_name("y");
            }
            y
        })
        .collect();
    let last = &results[results.len() - 2] * &w;
    last.backward();
    last.backward();
    assert!(TapeUsage::of_this_thread().bytes > 15_000_000);
}

/// What is always kept, and a little more.
const KEPT_BYTES: usize = (1 << 16) * 40;

#[test]
fn memory_comes_back_after_a_peak_when_small_graphs_follow() {
    peak();
    let w = Value::new(1.0);
    for _ in 0..20_000 {
        let small: Vec<Value> = (0..100).map(|_| &w * 2.0).collect();
        drop(small);
    }
    let usage = TapeUsage::of_this_thread();
    assert!(usage.bytes <= KEPT_BYTES, "{usage:?}");
}

#[test]
fn memory_comes_back_after_a_peak_when_a_state_is_carried_on() {
    let older = Value::new(1.0);
    peak();
    let mut state = Value::new(1.0);
    for _ in 0..1_000_000 {
        state = (&state * 0.5 + &older).detach();
    }
    assert_eq!(state, 2.0);
    let usage = TapeUsage::of_this_thread();
    assert!(usage.bytes <= KEPT_BYTES, "{usage:?}");
}

#[test]
fn memory_that_is_wanted_again_and_again_is_kept() {
    let w = Value::new(1.0);
    let bytes_after = |nodes: usize, graphs: usize| {
        for _ in 0..graphs {
            drop((0..nodes).map(|_| &w * 2.0).collect::<Vec<Value>>());
        }
        TapeUsage::of_this_thread().bytes
    };
    let gives_memory_back = [(); 6].map(|()| bytes_after(100_000, 1) > bytes_after(100, 2_000));
    assert_eq!(gives_memory_back, [true, false, false, false, false, false]);
}

/// Records when its thread ends, and sends how much memory that has left.
struct Late(Sender<usize>);

impl Drop for Late {
    fn drop(&mut self) {
        let x = Value::new(1.0);
        drop(&x * 2.0);
        drop(x);
        self.0.send(TapeUsage::of_this_thread().bytes).unwrap();
    }
}

thread_local! {
    static LATE: OnceCell<Late> = const { OnceCell::new() };
}

#[test]
fn a_tape_that_is_made_while_its_thread_ends_is_given_back() {
    let (sender, bytes) = channel();
    let thread = std::thread::spawn(|| {
        // What comes first is dropped last.
        LATE.with(|late| late.set(Late(sender)).ok());
        drop(Value::new(1.0));
    });
    thread.join().unwrap();
    assert_eq!(bytes.recv(), Ok(0));
}

#[test]
fn a_dropped_graph_leaves_nothing_behind() {
    let before = TapeUsage::of_this_thread().nodes;
    let x = Value::new(1.0);
    drop(loss(&x, &x, 3));
    assert_eq!(TapeUsage::of_this_thread().nodes, before + 1);
    drop(x);
    assert_eq!(TapeUsage::of_this_thread().nodes, before);
}

#[test]
fn a_result_keeps_its_operands_after_their_handles_are_gone() {
    let x = Value::new(3.0);
    let y = {
        let hidden = Value::new(5.0);
        let product = &x * &hidden;
        product * hidden
    };
    y.backward();
    assert_eq!(y.data(), 75.0);
    assert_eq!(x.grad(), 25.0);
}

#[test]
fn lists_of_leaves_that_go_in_any_order() {
    let parameter = Value::new(1.0);
    stays_constant(20_000, |step| {
        let mut lists = [40, 17, 90].map(|len| Value::leaves_of(&vec![0.5; len]));
        let sums = lists.each_ref().map(|list| list.iter().sum::<Value>());
        (&sums[0] * &sums[1] + &sums[2] * &parameter).backward();
        assert_eq!(lists[0][0].grad(), 8.5);
        match step % 4 {
            0 => {}
            1 => lists.reverse(),
            2 => lists.iter_mut().for_each(|list| list.reverse()),
            _ => lists.iter_mut().for_each(|list| list.rotate_left(7)),
        }
        for list in lists {
            list.into_iter().for_each(drop);
        }
    });
}

#[test]
fn a_million_short_lived_graphs() {
    stays_constant(1_000_000, |step| {
        let x = Value::from(step);
        let y = &x * &x + 1.0;
        y.backward();
        assert_eq!(x.grad(), 2.0 * f64::from(step));
    });
}

#[test]
fn a_plain_training_loop() {
    let (w, b) = (Value::new(0.5), Value::new(0.0));
    stays_constant(20_000, |step| {
        let loss = loss(&w, &b, step);
        loss.backward();
        descend(&[&w, &b]);
    });
}

#[test]
fn a_detached_state_made_after_the_graph() {
    let (w, b) = (Value::new(0.5), Value::new(0.0));
    let mut state = Value::new(0.1);
    stays_constant(20_000, |step| {
        let next = (&w * &state + &b + step % 3).tanh();
        (&next * &next).backward();
        state = next.detach();
        descend(&[&w, &b]);
    });
    assert!(state.data().is_finite());
}

#[test]
fn keep_the_best_loss_so_far() {
    let (w, b) = (Value::new(0.5), Value::new(0.0));
    let mut best = Value::new(f64::INFINITY);
    let mut improvements = 0;
    stays_constant(20_000, |step| {
        // Better all the time, so that each kept graph catches the next one above it.
        let loss = loss(&w, &b, step) - 100.0 * f64::from(step);
        loss.backward();
        if loss < best {
            best = loss;
            improvements += 1;
        }
        w.zero_grad();
        b.zero_grad();
    });
    assert!(improvements > 10_000);
    best.backward();
    assert_eq!(best.grad(), 1.0);
}

#[test]
fn a_running_average_kept_as_a_value() {
    let (w, b) = (Value::new(0.5), Value::new(0.0));
    let mut average = Value::new(0.0);
    stays_constant(20_000, |step| {
        let loss = loss(&w, &b, step);
        loss.backward();
        average = (&average * 0.9 + &loss * 0.1).detach();
        descend(&[&w, &b]);
    });
    assert!(average.data() > 0.0);
}

#[test]
fn a_model_created_while_another_graph_is_alive() {
    let x = Value::new(2.0);
    let other = loss(&x, &x, 1).exp();
    let (w, b) = (Value::new(0.5), Value::new(0.0));
    drop(other);
    stays_constant(20_000, |step| {
        let loss = loss(&w, &b, step);
        loss.backward();
        descend(&[&w, &b]);
    });
}

#[test]
fn models_replaced_while_the_last_graph_is_alive() {
    let mut w = Value::new(0.5);
    stays_constant(20_000, |step| {
        let loss = loss(&w, &w, step);
        loss.backward();
        w = Value::new(w.data() - 0.01 * w.grad());
    });
}

#[test]
fn names_go_with_their_nodes() {
    let x = Value::new(1.0).with_name("x");
    stays_constant(20_000, |step| {
        let y = (&x + 1.0).with_name(format!("y{step}"));
        assert_eq!(y.name(), Some(format!("y{step}")));
    });
    assert_eq!((&x + 1.0).name(), None);
    assert_eq!(x.name().as_deref(), Some("x"));
}

#[test]
fn compaction_keeps_numbers_gradients_and_names() {
    let w = Value::new(1.5).with_name("w");
    let mut kept: Vec<Value> = Vec::new();
    for step in 0..5000 {
        // Most of each graph is dead, but a value on top of it lives on for a while.
        let graph: Value = (0..10).map(|i| &w * f64::from(i)).sum();
        let value = (&w * f64::from(step)).with_name(format!("kept{step}"));
        value.backward();
        w.zero_grad();
        kept.push(value);
        drop(graph);
        if kept.len() > 20 {
            kept.remove(0);
        }
    }
    for (value, step) in kept.iter().zip(4980..) {
        assert_eq!(value.data(), 1.5 * f64::from(step));
        assert_eq!(value.grad(), 1.0);
        assert_eq!(value.name(), Some(format!("kept{step}")));
        value.backward();
        assert_eq!(w.grad(), f64::from(step));
        w.zero_grad();
    }
    assert_eq!(w.name().as_deref(), Some("w"));
}

#[test]
fn memory_of_a_huge_graph_is_given_back_in_time() {
    let x = Value::new(1.0);
    let mut y = x.clone();
    for _ in 0..2_000_000 {
        y += 1.0;
    }
    drop(y);
    let huge = TapeUsage::of_this_thread().bytes;
    for step in 0..400_000 {
        loss(&x, &x, step).backward();
    }
    let later = TapeUsage::of_this_thread().bytes;
    assert!(later < huge / 10, "{huge} bytes became {later}");
}

#[test]
fn ten_million_operations_on_a_stack_of_two_mebibytes() {
    let chain = || {
        let x = Value::new(1.0);
        let mut y = &x * 1.0;
        for _ in 1..10_000_000 {
            y += 1.0;
        }
        y.backward();
        assert_eq!(x.grad(), 1.0);
        assert_eq!(y.data(), 10_000_000.0);
        drop(y);
        assert_eq!(TapeUsage::of_this_thread().nodes, 1);
    };
    std::thread::Builder::new()
        .stack_size(2 << 20)
        .spawn(chain)
        .unwrap()
        .join()
        .unwrap();
}

#[test]
fn ten_thousand_live_graphs_are_each_differentiated_on_their_own() {
    let graphs: Vec<(Value, Value)> = (0..10_000)
        .map(|i| {
            let x = Value::new(f64::from(i));
            let y = (0..50).fold(x.clone(), |y, _| y + &x);
            (x, y)
        })
        .collect();
    for (_, y) in &graphs {
        y.backward();
    }
    for (x, y) in &graphs {
        assert_eq!(x.grad(), 51.0);
        assert_eq!(y.grad(), 1.0);
    }
}

#[test]
fn values_may_outlive_their_thread_s_tape() {
    thread_local! {
        static KEPT: std::cell::RefCell<Vec<Value>> = const { std::cell::RefCell::new(Vec::new()) };
    }
    std::thread::spawn(|| {
        KEPT.with_borrow_mut(|kept| kept.push(Value::new(1.0)));
        KEPT.with_borrow_mut(|kept| kept.push(Value::new(2.0) * 3.0));
    })
    .join()
    .unwrap();
}
