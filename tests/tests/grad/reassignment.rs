//! `x = f(x)` and `x += f(x)` are one statement, which stays in the place of x; whoever looks sees what operators give.

use crate::twins::assert_equal_to_the_last_bit;
use micrograd_core::{Value, grad};

fn leaves() -> [Value; 3] {
    [1.5, -0.25, 0.75].map(Value::new)
}

struct Cell {
    state: Value,
    gates: [Value; 2],
}

#[test]
#[allow(clippy::needless_range_loop)] // It is about places with an index.
fn places_that_become_results_of_themselves_are_as_with_operators() {
    let [x, y, z] = leaves();
    let mut states = [x.clone(), y.clone()];
    let mut cell = Cell {
        state: z.clone(),
        gates: [x.clone(), y.clone()],
    };
    let mut plain = 1.5;
    let mut list = vec![z.clone(); 2];
    {
        let borrowed = &mut list[0];
        grad! {
            for i in 0..2 {
                states[i] = states[i] * z + states[i];
                cell.state = cell.state * cell.gates[i] - cell.state;
                cell.gates[0] += cell.gates[0] * x;
                plain = plain * plain - 0.5;
                *borrowed *= 2 * (*borrowed) + plain;
            }
        }
    }
    let kept = list[0].clone();
    grad! {
        for _ in 0..2 {
            list[0] = list[0] * list[0] * y;
        }
    }
    let written = grad! { states[0] * states[1] + cell.state * cell.gates[0] + list[0] * kept };

    let mut hand_states = [x.clone(), y.clone()];
    let (mut state, mut gates) = (z.clone(), [x.clone(), y.clone()]);
    let (mut hand_plain, mut first) = (1.5, z.clone());
    for i in 0..2 {
        hand_states[i] = &hand_states[i] * &z + &hand_states[i];
        state = &state * &gates[i] - &state;
        gates[0] = &gates[0] + &gates[0] * &x;
        hand_plain = hand_plain * hand_plain - 0.5;
        first = &first * (2.0 * &first + hand_plain);
    }
    let hand_kept = first.clone();
    for _ in 0..2 {
        first = &first * &first * &y;
    }
    let by_hand = &hand_states[0] * &hand_states[1] + &state * &gates[0] + &first * &hand_kept;
    assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y, &z]);
}

#[test]
fn a_clone_keeps_what_a_variable_was_before_it_became_a_result_of_itself() {
    let [x, _, _] = leaves();
    let mut state = &x * 2.0;
    let before = state.clone();
    grad! { state = state * state; }
    assert_eq!((before.data(), state.data()), (3.0, 9.0));
    before.backward();
    assert_eq!(x.grad(), 2.0);
}
