//! Statements of `grad!`: what they bind, what they assign to, and what they leave untouched.

use crate::twins::{assert_equal_to_the_last_bit, assert_twins};
use micrograd_core::{Graph, Scalar, Value, grad};

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

#[test]
fn a_tuple_or_an_array_binds_and_replaces_several() {
    let (mut p, mut q) = leaves();
    grad! {
        let (sum, product) = (p + q, p * q);
        let [double, mut next] = [p * 2, q + 1];
        next += sum;
        (p, q) = (q, p);
        [*double_of(&mut p), _] = [product, double];
    }
    assert_eq!((sum.data(), product.data(), next.data()), (-2.0, -8.0, 1.0));
    assert_eq!((p.data(), q.data()), (-8.0, -4.0));
    assert_eq!(sum.name().as_deref(), Some("sum"));
}

fn double_of(x: &mut Value) -> &mut Value {
    x
}

#[test]
fn a_conditional_let_takes_a_place() {
    struct Layer {
        bias: Option<Value>,
        gates: [Option<Value>; 1],
    }
    let (a, b) = leaves();
    let layer = Layer {
        bias: Some(a.clone()),
        gates: [Some(b.clone())],
    };
    let nothing: Option<Value> = None;
    let sum = |layer: &Layer| -> Value {
        grad! {
            let Some(bias) = layer.bias else { return b ** 2 };
            let Some(gate) = layer.gates[0] else { return bias };
            let Some(same) = (layer.bias) else { unreachable!() };
            let Some(_) = nothing else { return bias * gate + same };
        }
        unreachable!("nothing is there")
    };
    assert_twins(&sum(&layer), &(&a * &b + &a));
    let empty = Layer {
        bias: None,
        gates: [None],
    };
    assert_twins(&sum(&empty), &b.powi(2));
}

#[test]
fn a_type_parameter_turns_numbers_into_its_own() {
    fn power<T: Scalar>(x: &T, n: usize) -> T {
        grad! {
            let mut p: T = 1.0;
            for _ in 0..n {
                p = p * x;
            }
            p
        }
    }
    let (a, _) = leaves();
    assert_eq!(power(&a, 3), -64.0);
    assert_eq!(power(&2.0, 3), 8.0);
}

#[test]
fn what_points_to_a_value_is_an_operand() {
    use std::cell::RefCell;
    use std::rc::Rc;
    let (a, b) = leaves();
    let (shared, boxed) = (Rc::new(a.clone()), Box::new(b.clone()));
    let (cell, nested) = (RefCell::new(a.clone()), Rc::new(Box::new(2.0)));
    let (borrowed, mut changed) = (cell.borrow(), RefCell::new(b.clone()));
    grad! {
        let y = shared * boxed - borrowed ** 2 / nested;
        let z = boxed.exp() * shared.tanh() + borrowed.abs();
        *changed.borrow_mut() += shared;
        let w = changed.borrow_mut() * 1;
    }
    assert_equal_to_the_last_bit(&y, &(&a * &b - a.powi(2) / 2.0), &[&a, &b]);
    assert_equal_to_the_last_bit(&z, &(b.exp() * a.tanh() + a.abs()), &[&a, &b]);
    assert_eq!((w.data(), changed.get_mut().data()), (-2.0, -2.0));
}

#[test]
fn two_hundred_minuses_are_read() {
    let (a, _) = leaves();
    let y = grad! { - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - a };
    assert_eq!(y.data(), -4.0);
    y.backward();
    assert_eq!(a.grad(), 1.0);
}

#[test]
fn an_assigning_operator_reaches_through_a_reference() {
    let (mut a, b) = leaves();
    let start = a.clone();
    let mut counts = [0_usize; 2];
    {
        let target = &mut a;
        let count = &mut counts[0];
        grad! {
            target += b;
            target *= b ** 2;
            target **= 2;
            for w in [&b, &b] { target -= w; }
            count += 2;
        }
    }
    let by_hand = ((&start + &b) * b.powi(2)).powi(2) - &b - &b;
    assert_eq!((a.data(), counts), (by_hand.data(), [2, 0]));
    let gradients = |root: &Value| {
        start.zero_grad();
        b.zero_grad();
        root.backward();
        (start.grad(), b.grad())
    };
    assert_eq!(gradients(&a), gradients(&by_hand));
}

#[test]
fn a_literal_near_a_constant_is_no_lint_of_the_whole_macro() {
    let (a, _) = leaves();
    grad! { let y = a * 3.14; }
    assert_twins(&y, &(&a * (314.0 / 100.0)));
}
