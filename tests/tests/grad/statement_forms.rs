//! Statements of `grad!`: what they bind, what they assign to, and what they leave untouched.

use crate::twins::assert_twins;
use micrograd_core::{Graph, Value, grad};

fn leaves() -> (Value, Value) {
    (Value::new(-4.0), Value::new(2.0))
}

#[test]
fn the_lesson_is_its_twin_node_for_node() {
    let (a, b) = leaves();
    grad! {
        let mut c = a + b;
        let mut d = a * b + b ** 3;
        c += c + 1;
        c += 1 + c + (-a);
        d += d * 2 + (b + a).relu();
        d += 3 * d + (b - a).relu();
        let e = c - d;
        let f = e ** 2;
        let mut g = f / 2.0;
        g += 10.0 / f;
    }
    let mut c2 = &a + &b;
    let mut d2 = &a * &b + b.powi(3);
    c2 = &c2 + (&c2 + 1.0);
    c2 = &c2 + (1.0 + &c2 + (-&a));
    d2 = &d2 + (&d2 * 2.0 + (&b + &a).relu());
    d2 = &d2 + (3.0 * &d2 + (&b - &a).relu());
    let e2 = c2 - d2;
    let f2 = e2.powi(2);
    let mut g2 = &f2 / 2.0;
    g2 = &g2 + 10.0 / &f2;
    assert_twins(&g, &g2);
}

#[test]
fn operands_are_borrowed_and_stay_usable() {
    let (a, b) = leaves();
    grad! {
        let c = a + a;
        let d = c;
        let e = c * d + b;
    }
    assert_eq!(a.data() + b.data() + c.data() + d.data(), -18.0);
    assert_eq!(e, 66.0);
}

#[test]
fn a_bare_name_is_a_second_handle_of_the_same_node() {
    let (a, _) = leaves();
    let lent = &a;
    grad! {
        let same = a;
        let also = lent;
    }
    let both: Value = same + also;
    assert_eq!(Graph::of(&both).nodes().len(), 2);
}

#[test]
fn an_expression_at_the_end_is_the_value() {
    let (a, b) = leaves();
    let sum = grad! { a + b };
    assert_twins(&sum, &(&a + &b));
    let square = grad! {
        let difference = a - b;
        difference * difference
    };
    assert_eq!(square, 36.0);
    let same = grad! { a };
    assert_eq!(same, a);
}

#[test]
fn arithmetic_on_numbers_stays_numbers() {
    let k = 3_i32;
    let half: f64 = grad! { 1 / 2 };
    assert_eq!(half, 0.5);
    let shifted: f64 = grad! { k / 2 - 1 };
    assert_eq!(shifted, 0.5);
    let (a, _) = leaves();
    grad! { let y = 1 / 2 * a; }
    assert_twins(&y, &(0.5 * &a));
}

#[test]
fn every_compound_assignment_equals_its_operator() {
    let (a, b) = leaves();
    grad! {
        let mut x = a;
        x += b;
        x -= 3;
        x *= a + b;
        x /= b;
        x **= 2;
        x **= b;
    }
    let y = ((((&a + &b) - 3.0) * (&a + &b)) / &b).powi(2).pow(&b);
    // The right-hand side is evaluated first, so only the order of two nodes differs.
    assert_eq!(x.data(), y.data());
    assert_eq!(x.op(), y.op());
}

#[test]
fn assignments_reach_names_fields_elements_and_references() {
    struct Layer {
        bias: Value,
        weights: Vec<Value>,
        pair: (Value, f64),
    }
    let (a, b) = leaves();
    let mut layer = Layer {
        bias: a.clone(),
        weights: vec![a.clone(), b.clone()],
        pair: (a.clone(), 1.0),
    };
    let mut total = Value::new(1.0);
    let reference = &mut total;
    grad! {
        layer.bias += b;
        layer.weights[0] *= layer.weights[1];
        layer.weights[1] = layer.bias + 1;
        layer.pair.0 -= layer.pair.1;
        layer.pair.1 += 2;
        *reference += layer.pair.0;
        *reference = *reference * 2;
    }
    assert_eq!(layer.bias, -2.0);
    assert_eq!(layer.weights[0], -8.0);
    assert_eq!(layer.weights[1], -1.0);
    assert_eq!(layer.pair.0, -5.0);
    assert_eq!(layer.pair.1, 3.0);
    assert_eq!(total, -8.0);
}

#[test]
fn a_value_can_be_combined_with_itself_in_an_assignment() {
    let (mut a, _) = leaves();
    let mut w = [Value::new(2.0), Value::new(3.0)];
    grad! {
        a += a;
        a *= a;
        w[0] += w[1];
        w[1] -= w[1];
    }
    assert_eq!(a, 64.0);
    assert_eq!(w[0], 5.0);
    assert_eq!(w[1], 0.0);
}

#[test]
fn the_right_hand_side_is_evaluated_before_the_target_and_each_operand_once() {
    let mut order = Vec::new();
    let mut w = [Value::new(1.0), Value::new(2.0)];
    let mut step = |name: &'static str| {
        order.push(name);
        Value::new(1.0)
    };
    grad! {
        let first = step("left") + step("right") * step("factor");
        w[1] += step("value") - first;
    }
    assert_eq!(order, ["left", "right", "factor", "value"]);
    assert_eq!(w[1], 1.0);
}

#[test]
fn a_written_type_turns_numbers_into_values() {
    let k = 3.0;
    let (a, _) = leaves();
    grad! {
        let zero: Value = 0;
        let negative: Value = -1.5;
        let six: Value = 2 * k;
        let copied: Value = k;
        let constant: Value = std::f64::consts::PI;
        let nothing: Option<f64> = None;
        let either: Value = if k > 2.0 { 0 } else { a };
        let sum: Value = a + 1;
        let n: usize = 2;
        let plain: f64 = 7;
        let many: Vec<f64> = (0..n).map(f64::from_index).collect();
        let mut reset = a * 2;
        reset = 0;
    }
    assert_eq!(zero, 0.0);
    assert_eq!(negative, -1.5);
    assert_eq!(six, 6.0);
    assert_eq!(copied, 3.0);
    assert_eq!(constant, std::f64::consts::PI);
    assert_eq!((nothing, either.data()), (None, 0.0));
    assert_eq!(sum, -3.0);
    assert_eq!((n, plain, many), (2, 7.0, vec![0.0, 1.0]));
    assert_eq!(reset, 0.0);
}

trait FromIndex {
    fn from_index(index: usize) -> f64;
}

impl FromIndex for f64 {
    fn from_index(index: usize) -> f64 {
        f64::from(u32::try_from(index).expect("small"))
    }
}

#[test]
#[allow(clippy::items_after_statements)]
fn patterns_items_and_plain_statements_pass_through() {
    let (a, b) = leaves();
    let nothing: Option<Value> = None;
    grad! {
        fn double(x: &Value) -> Value { x + x }
        const SCALE: f64 = 2.0 * 1.5;
        let pair = || (a.clone(), b.clone());
        let (p, q) = pair();
        let Some(r) = Some(p.clone()) else { panic!() };
        let late;
        #[allow(unused_variables)]
        let unused = p * q;
        late = double(&r) * SCALE;
        let matched = match &nothing { Some(v) => v.clone(), None => q.clone() };
        let list = vec![p.clone(), q.clone()];
        let closure = |x: f64| x * 2.0;
        let text = "plain";
        let flag = true;
    }
    assert_eq!(late, -24.0);
    assert_eq!(matched, 2.0);
    assert_eq!(
        (list.len(), closure(2.0), text, flag),
        (2, 4.0, "plain", true)
    );
}

#[test]
fn a_block_without_names_can_stand_where_an_expression_is_expected() {
    let (a, mut b) = leaves();
    match a.partial_cmp(&b) {
        Some(std::cmp::Ordering::Less) => grad! { b += a; },
        Some(_) => grad! { b -= a; },
        None => (),
    }
    let mut update = || grad! { for _ in 0..2 { b *= 2; } };
    update();
    assert_eq!(b, -8.0);
}

#[test]
fn elements_of_arrays_and_tuples_stay_usable() {
    let a = Value::new(2.0);
    grad! {
        let pair = (a, a * 2);
        let list = [a, pair.1, 3 * a];
        let sum = list[0] + list[1] + list[2] + pair.0 + a;
    }
    assert_eq!(sum, 16.0);
}

#[test]
fn counters_stay_integers() {
    let x = Value::new(2.0);
    let mut steps = 0_usize;
    let mut left = 10_i64;
    let mut doubled = 1_i32;
    grad! {
        let mut y = x;
        while steps < 3 {
            steps += 1;
            left -= 2;
            doubled *= 2;
            y *= x;
        }
        left /= 2;
        left **= 3;
    }
    assert_eq!((steps, left, doubled), (3, 8, 8));
    assert_eq!(y, 16.0);
}

#[test]
#[should_panic(expected = "0 -= 1: the result is no `usize`")]
fn a_counter_that_leaves_its_type_panics_with_both_numbers() {
    let mut steps = 0_usize;
    grad! { steps -= 1; }
}
