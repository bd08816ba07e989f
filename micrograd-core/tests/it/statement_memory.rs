//! Memory like Python's, for statements of `grad!`: every loop runs in constant memory.

use micrograd_core::{Scalar, TapeUsage, Value, grad};

/// Runs `step` a thousand times, then until 20 000, and checks that the memory has not grown.
fn stays_constant(mut step: impl FnMut(i32)) {
    (0..1000).for_each(&mut step);
    let after_a_thousand = TapeUsage::of_this_thread();
    (1000..20_000).for_each(&mut step);
    let at_the_end = TapeUsage::of_this_thread();
    assert!(
        at_the_end.bytes <= after_a_thousand.bytes,
        "{after_a_thousand:?} became {at_the_end:?}"
    );
}

/// A loss of single statements, a chain and a total.
fn loss(w: &Value, b: &Value, step: i32) -> Value {
    let xs = [0.1, 0.7, -0.3, 0.5];
    let shift = step % 7;
    grad! {
        let mut sum = b * 0.5;
        for x in xs {
            sum += (w * x + b - shift) ** 2;
        }
        let penalty = (w * w + b * b).sqrt() / (1 + w ** 2) + Scalar::dot(std::slice::from_ref(w), std::slice::from_ref(b));
        sum / 4 + penalty * 0.01
    }
}

fn descend(parameters: &[&Value]) {
    for p in parameters {
        p.set_data(p.data() - 0.01 * p.grad());
        p.zero_grad();
    }
}

fn parameters() -> (Value, Value) {
    (Value::new(0.5), Value::new(0.25))
}

#[test]
fn a_dropped_graph_of_statements_leaves_nothing_behind() {
    let (w, b) = parameters();
    let before = TapeUsage::of_this_thread().nodes;
    drop(loss(&w, &b, 3));
    assert_eq!(TapeUsage::of_this_thread().nodes, before);
}

#[test]
fn short_lived_statements() {
    stays_constant(|step| {
        let x = Value::from(step);
        grad! { let y = x * x + 1; }
        y.backward();
        assert_eq!(x.grad(), 2.0 * f64::from(step));
    });
}

#[test]
fn a_plain_training_loop() {
    let (w, b) = parameters();
    stays_constant(|step| {
        loss(&w, &b, step).backward();
        descend(&[&w, &b]);
    });
}

#[test]
fn a_detached_state_made_after_the_graph() {
    let (w, b) = parameters();
    let mut state = Value::new(0.1);
    stays_constant(|step| {
        let shift = step % 3;
        grad! {
            let next = (w * state + b + shift).tanh();
            let error = next * next;
        }
        error.backward();
        state = next.detach();
        descend(&[&w, &b]);
    });
    assert!(state.data().is_finite());
}

#[test]
fn keep_the_best_loss_so_far() {
    let (w, b) = parameters();
    let mut best = Value::new(f64::INFINITY);
    let mut improvements = 0;
    stays_constant(|step| {
        // Better all the time, so that each kept graph catches the next one above it.
        grad! { let loss = loss(&w, &b, step) - 100 * step; }
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
fn a_running_average_and_a_running_sum_cut_off_at_every_step() {
    let (w, b) = parameters();
    let mut average = Value::new(0.0);
    let mut total = Value::new(0.0);
    stays_constant(|step| {
        let loss = loss(&w, &b, step);
        loss.backward();
        grad! {
            average = average * 0.9 + loss * 0.1;
            total += loss;
        }
        average = average.detach();
        total = total.detach();
        descend(&[&w, &b]);
    });
    assert!(average.data().is_finite() && total.data().is_finite());
}

#[test]
fn a_model_created_while_another_graph_is_alive() {
    let x = Value::new(2.0);
    grad! { let other = (x * x + 1).exp(); }
    let (w, b) = parameters();
    drop(other);
    stays_constant(|step| {
        loss(&w, &b, step).backward();
        descend(&[&w, &b]);
    });
}

#[test]
fn models_replaced_while_the_last_graph_is_alive() {
    let (mut w, b) = parameters();
    stays_constant(|step| {
        let loss = loss(&w, &b, step);
        loss.backward();
        w = Value::new(w.data() - 0.01 * w.grad());
    });
}

#[test]
fn a_chain_that_catches_dead_statements_below_it_at_every_step() {
    let (w, b) = parameters();
    let mut kept = Value::new(0.0);
    stays_constant(|step| {
        grad! {
            let dead = (w * step + b).sin() * w;
            let mut sum = w * 2;
            for _ in 0..10 {
                sum += w * b;
            }
        }
        kept = sum;
        drop(dead);
    });
    kept.backward();
    assert_eq!(w.grad(), 2.0 + 10.0 * 0.25);
}

#[test]
fn a_node_takes_at_most_32_bytes_with_its_gradient() {
    let x = Value::new(0.5);
    let count = 1 << 17;
    let values: Vec<Value> = (1..count).map(|i| grad! { x * f64::from(i) + 1 }).collect();
    grad! { let mut sum = x; }
    for value in &values {
        grad! { sum += value; }
    }
    sum.backward();
    // A quarter for the room that doubling leaves and one slot for each handle.
    let usage = TapeUsage::of_this_thread();
    let handles = values.len().next_power_of_two() * 16;
    let room = usage.nodes.next_power_of_two() * 32;
    assert!(usage.bytes <= room + room / 64 + handles, "{usage:?}");
}

#[test]
fn sweeping_ten_thousand_live_graphs_one_by_one_touches_each_once() {
    let graphs: Vec<[Value; 3]> = (0..10_000)
        .map(|i| {
            let x = Value::new(1.0 + f64::from(i % 100));
            grad! {
                let inner = x * x + 3;
                let mut y = inner / 2;
                for _ in 0..5 {
                    y += inner * x;
                }
            }
            [x, inner, y]
        })
        .collect();
    // y = (x² + 3)/2 + 5x(x² + 3)
    let dy_dinner = |x: f64| 0.5 + 5.0 * x;
    let dy_dx = |x: f64| dy_dinner(x) * 2.0 * x + 5.0 * (x * x + 3.0);
    let grads = |graph: &[Value; 3]| graph.each_ref().map(Value::grad);
    for (i, graph) in graphs.iter().enumerate() {
        graph[2].backward();
        // Neighbours are the first that a sweep too wide would touch.
        if let Some(next) = graphs.get(i + 1) {
            assert_eq!(grads(next), [0.0; 3]);
        }
        if let Some(before) = i.checked_sub(1) {
            assert_eq!(grads(&graphs[before])[2], 1.0);
        }
    }
    for graph in &graphs {
        let x = graph[0].data();
        assert_eq!(grads(graph), [dy_dx(x), dy_dinner(x), 1.0]);
    }
}
