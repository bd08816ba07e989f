//! `f::apply`: a function under `#[differentiable]` called with values is one node, with the gradients of the same arithmetic by
//! `grad!`.

use micrograd_core::{
    Dual, Graph, Op, Scalar, TapeUsage, Value, detect_anomaly, differentiable, grad, gradients,
    hessian, tangent,
};
use std::rc::Rc;

#[differentiable]
fn blend(x: f64, y: f64, weights: &[f64]) -> f64 {
    let mut sum = x * y;
    for w in weights {
        sum += (w * x).tanh() / (y + 2.0);
    }
    sum * x
}

fn blend_on_the_tape(x: &Value, y: &Value, weights: &[Value]) -> Value {
    grad! {
        let mut sum = x * y;
        for w in weights {
            sum += (w * x).tanh() / (y + 2);
        }
        sum * x
    }
}

#[differentiable]
fn product(a: f64, b: f64) -> f64 {
    a * b.sin()
}

#[differentiable]
fn mixed(first: f64, two: &[f64], middle: f64, one: &[f64], last: f64) -> f64 {
    first * two[0] + 2.0 * first * two[1] + middle * one[0] + last
}

fn bits(values: &[Value]) -> Vec<u64> {
    values.iter().map(|x| x.grad().to_bits()).collect()
}

fn leaves() -> Vec<Value> {
    Value::leaves_of(&[0.7, -0.3, 1.9, 0.4, -1.2])
}

#[test]
fn value_and_gradients_are_those_of_grad_bit_for_bit() {
    let [compiled, recorded] = [leaves(), leaves()].map(|v| {
        // Leaves that have accumulated something before.
        grad! { let before = v[0] * v[1] * v[3]; }
        before.backward();
        v
    });
    let y = blend::apply(&compiled[0], &compiled[1], &compiled[2..]);
    let twin = blend_on_the_tape(&recorded[0], &recorded[1], &recorded[2..]);
    assert_eq!(y.data().to_bits(), twin.data().to_bits());
    y.backward();
    twin.backward();
    assert_eq!(bits(&compiled), bits(&recorded));
}

#[test]
fn it_stands_amid_other_arithmetic() {
    let run = |apply: fn(&Value, &Value, &[Value]) -> Value| {
        let v = leaves();
        grad! {
            let t = v[0] * 2 + v[1];
            let mut sum: Value = 1;
            for k in 0..3 {
                let u = v[k + 1] * t;
                sum += apply(&t, &u, &v[2..]) * t;
            }
            let y = sum.exp() + apply(&sum, &t, &v[..1]);
        }
        let twice = [(); 2].map(|()| {
            y.backward();
            bits(&v)
        });
        (y.data().to_bits(), twice)
    };
    let compiled = run(|x, y, weights| blend::apply(x, y, weights));
    assert_eq!(compiled, run(blend_on_the_tape));
}

#[test]
fn an_argument_may_be_there_twice() {
    let x = Value::new(0.5);
    let y = product::apply(&x, &x);
    y.backward();
    assert_eq!(x.grad(), 0.5_f64.sin() + 0.5 * 0.5_f64.cos());
    let z = blend::apply(&x, &x, &[x.clone(), x.clone()]);
    let twin = Value::new(0.5);
    let again = blend_on_the_tape(&twin, &twin, &[twin.clone(), twin.clone()]);
    x.zero_grad();
    z.backward();
    again.backward();
    assert!((x.grad() - twin.grad()).abs() < 1e-15);
}

#[test]
fn a_sweep_after_others_leaves_what_it_does_not_reach() {
    let (a, b) = (Value::new(2.0), Value::new(0.3));
    let inner = product::apply(&a, &b);
    let (left, right) = (&inner * 3.0, inner.exp());
    left.backward();
    assert_eq!(inner.grad(), 3.0);
    right.backward();
    assert_eq!((left.grad(), inner.grad()), (1.0, right.data()));
    assert_eq!(a.grad(), (3.0 + right.data()) * 0.3_f64.sin());
}

#[test]
fn a_step_by_hand_goes_through_it() {
    let (a, b) = (Value::new(2.0), Value::new(0.3));
    let inner = &a * 1.0;
    let y = product::apply(&inner, &b);
    y.set_grad(2.0);
    y.backward_step();
    inner.backward_step();
    assert_eq!(
        (a.grad(), b.grad()),
        (2.0 * 0.3_f64.sin(), 2.0 * (2.0 * 0.3_f64.cos()))
    );
    a.zero_grad();
    y.backward();
    assert_eq!((a.grad(), inner.grad()), (0.3_f64.sin(), 0.3_f64.sin()));
}

#[test]
fn plain_numbers_may_stand_among_values() {
    let (b, w) = (Value::new(0.3), Value::new(1.5));
    product::apply(2.0, &b).backward();
    assert_eq!(b.grad(), 2.0 * 0.3_f64.cos());
    b.zero_grad();
    blend::apply(0.7, &b, &[w.clone(), w.clone()]).backward();
    let (_, (_, dy, dw)) = blend::gradient(0.7, 0.3, &[1.5, 1.5]);
    assert_eq!((b.grad(), w.grad()), (dy, dw[0] + dw[1]));
    w.zero_grad();
    b.zero_grad();
    // A number first, between values, and last.
    let weights = [1.5, 0.25].map(Value::new);
    let y = mixed::apply(
        3.0,
        &[&weights[0], &w].map(Clone::clone),
        2.0,
        &[b.clone()],
        7.0,
    );
    (y * 2.0).backward();
    assert_eq!((weights[0].grad(), w.grad(), b.grad()), (6.0, 12.0, 4.0));
    assert_eq!(product::apply(2, 0.0), 0.0);
    let plain: f64 = blend::apply(0.7, 0.3, &[1.5, 2.0]);
    assert_eq!(plain, blend(0.7, 0.3, &[1.5, 2.0]));
}

#[test]
fn every_scalar_may_be_an_argument() {
    fn twice<T: Scalar>(x: &T, y: &T, weights: &[T]) -> T {
        grad! { 2 * blend::apply(x, y, weights) + product::apply(x, 1.0) * product::apply(x - y, 2) }
    }
    let expected = twice(&0.7, &0.3, &[1.5]);
    let variable = |x: f64, k| Dual::<3>::variable(x, k);
    let dual = twice(&variable(0.7, 0), &variable(0.3, 1), &[variable(1.5, 2)]);
    let v = Value::leaves_of(&[0.7, 0.3, 1.5]);
    let value = twice(&v[0], &v[1], &v[2..]);
    value.backward();
    assert_eq!((dual.data(), value.data()), (expected, expected));
    for (found, expected) in dual.tangents().iter().zip(&v) {
        assert!((found - expected.grad()).abs() <= 1e-15 * found.abs());
    }
}

#[test]
fn derivatives_of_any_order_go_through_it() {
    let (x, y) = (Value::new(0.7), Value::new(0.3));
    let z = blend::apply(&x, &y, &[1.5, -0.4]);
    let first = gradients(&z, &[&x, &y]);
    let second = gradients(&first[0], &[&x, &y]);
    let third = gradients(&second[1], &[&y]);
    let twin = blend_on_the_tape(&x, &y, &[Value::new(1.5), Value::new(-0.4)]);
    let of_twin = gradients(&twin, &[&x, &y]);
    let of_second = gradients(&of_twin[0], &[&x, &y]);
    assert_eq!(first, of_twin);
    assert_eq!(second, of_second);
    let of_third = gradients(&of_second[1], &[&y]);
    assert!((third[0].data() - of_third[0].data()).abs() < 1e-15);
    assert_eq!(
        tangent(&z, &[&x, &y], &[1.0, 2.0]),
        tangent(&twin, &[&x, &y], &[1.0, 2.0])
    );
    let rows = hessian(|v| blend::apply(&v[0], &v[1], &[1.5, -0.4]), &[0.7, 0.3]);
    let compiled = blend::hessian(0.7, 0.3, &[1.5, -0.4]);
    for (row, compiled) in rows.iter().zip(compiled) {
        for (found, expected) in row.iter().zip(compiled) {
            assert!((found - expected).abs() < 1e-14, "{found} {expected}");
        }
    }
}

#[differentiable]
fn first(x: f64, y: f64) -> f64 {
    let _unused = x * y;
    x
}

#[differentiable]
fn constant(_x: f64) -> f64 {
    2.5
}

#[test]
fn a_result_that_is_an_argument_or_a_number_has_its_derivatives() {
    let (x, y) = (Value::new(-0.0), Value::new(3.0));
    let z = first::apply(&x, &y) * &y + constant::apply(&x);
    assert_eq!(gradients(&z, &[&x, &y]), [3.0, 0.0]);
    z.backward();
    assert_eq!((x.grad(), y.grad()), (3.0, 0.0));
    assert!(first::apply(&x, &y).data().is_sign_negative());
}

#[test]
fn a_call_is_one_node_and_a_million_calls_take_constant_memory() {
    let v = leaves();
    let before = TapeUsage::of_this_thread().nodes;
    let y = blend::apply(&v[0], &v[1], &v[2..]);
    assert_eq!(TapeUsage::of_this_thread().nodes, before + 1);
    drop(y);
    let mut state = Value::new(0.1);
    let mut most = [0, 0];
    for call in 0..1_000_000 {
        state = product::apply(&state, &v[3]).detach();
        let late = usize::from(call >= 10_000);
        most[late] = most[late].max(TapeUsage::of_this_thread().bytes);
    }
    assert!(most[1] <= most[0], "{most:?}");
}

#[test]
fn calls_move_with_the_tape() {
    let v = leaves();
    let mut kept = Vec::new();
    for step in 0..3000 {
        let dead: Vec<Value> = (0..20).map(|k| &v[k % 5] * f64::from(step)).collect();
        let call = product::apply(&dead[3], &v[1]);
        if step % 100 == 0 {
            kept.push(product::apply(&call, &v[step as usize % 5]));
        }
        // What died below it stays until the tape is full.
        kept.push(&v[0] * 0.0);
    }
    let sum = kept.iter().sum::<Value>();
    let expected: f64 = (0..3000)
        .step_by(100)
        .map(|step| 0.4 * f64::from(step) * (-0.3_f64).sin() * 0.7_f64.sin())
        .sum();
    assert!(
        (sum.data() - expected).abs() < 1e-9,
        "{} {expected}",
        sum.data()
    );
    sum.backward();
    let slope: f64 = (0..3000)
        .step_by(100)
        .map(|step| f64::from(step) * (-0.3_f64).sin() * 0.7_f64.sin())
        .sum();
    assert!(
        (v[3].grad() - slope).abs() < 1e-9,
        "{} {slope}",
        v[3].grad()
    );
}

#[test]
fn what_a_call_keeps_goes_with_its_value() {
    #[derive(Clone)]
    struct Scale(Rc<f64>, Vec<Value>);

    fn of(scale: &Scale) -> f64 {
        *scale.0 + scale.1.iter().map(Value::data).sum::<f64>()
    }

    #[differentiable]
    fn scaled(x: f64, #[constant] scale: &Scale) -> f64 {
        let factor = of(scale);
        x * factor
    }

    let x = Value::new(3.0);
    let scale = Scale(Rc::new(2.0), Value::leaves_of(&[1.0, 1.0]));
    let y = scaled::apply(&x, &scale);
    assert_eq!(Rc::strong_count(&scale.0), 2);
    y.backward();
    assert_eq!((y.data(), x.grad()), (12.0, 4.0));
    let above = &y * 2.0;
    drop(y);
    assert_eq!(Rc::strong_count(&scale.0), 2);
    drop(above);
    assert_eq!(Rc::strong_count(&scale.0), 1);
    drop((x, scale));
    assert_eq!(TapeUsage::of_this_thread().nodes, 0);
}

#[test]
fn an_edit_of_an_argument_is_not_missed() {
    let (a, b) = (Value::new(2.0), Value::new(0.3));
    let y = product::apply(&a, &b);
    b.set_data(1.0);
    for derivative in [Value::backward, |y: &Value| drop(gradients(y, &[]))] {
        let refused = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| derivative(&y)));
        assert!(refused.is_err());
    }
}

#[test]
fn who_looks_sees_the_function() {
    let (a, b) = (
        Value::new(2.0).with_name("a"),
        Value::new(0.0).with_name("b"),
    );
    grad! { let y = product::apply(&a, &b); }
    let line = line!() - 1;
    let graph = Graph::of(&y);
    let root = graph.root();
    assert_eq!(
        (root.op(), root.call(), root.name()),
        (Op::Call, Some("product"), Some("y"))
    );
    assert_eq!(root.source().unwrap().line(), line);
    assert_eq!((y.op(), graph.nodes().len()), (Op::Call, 3));
    assert!(graph.to_dot().contains("product(…)"));
    assert!(
        graph.to_string().contains("y = product(a, b) = 0.0"),
        "{graph}"
    );
    let trace = graph.trace();
    let parts: Vec<f64> = trace.backward[1]
        .parts
        .iter()
        .map(|part| part.part)
        .collect();
    assert_eq!(parts, [0.0, 2.0]);
}

#[differentiable]
fn root_of_sum(a: f64, b: f64) -> f64 {
    let sum = a + b;
    sum.ln() + 1.0
}

#[test]
fn an_anomaly_inside_is_found() {
    let guard = detect_anomaly();
    let (a, b) = (Value::new(2.0), Value::new(-3.0));
    let y = root_of_sum::apply(&a, &b);
    let anomaly = guard.anomaly().expect("the result is NaN");
    assert_eq!(anomaly.call, Some("root_of_sum"));
    assert_eq!(anomaly.inside.as_deref(), Some("ln(-1.0) = NaN"));
    let text = anomaly.to_string();
    assert!(text.contains("`root_of_sum(…)` gives NaN"), "{text}");
    assert!(text.contains("= inside: ln(-1.0) = NaN"), "{text}");
    drop(y);
}

#[test]
fn an_anomaly_of_the_way_back_names_the_call() {
    #[differentiable]
    fn root(x: f64) -> f64 {
        x.sqrt()
    }

    let guard = detect_anomaly();
    let x = Value::new(0.0);
    root::apply(&x).backward();
    let anomaly = guard.anomaly().expect("the slope is infinite");
    assert_eq!(anomaly.call, Some("root"));
    assert!(anomaly.backward.is_some());
}

#[differentiable]
fn of_lists(
    rows: &[Vec<f64>],
    pairs: &[[f64; 2]],
    three: [f64; 3],
    all: Vec<f64>,
    one: &f64,
) -> f64 {
    let mut sum = *one;
    for row in rows {
        for x in row {
            sum += x * three[0];
        }
    }
    for pair in pairs {
        sum += pair[0] * pair[1];
    }
    sum * all[0] + three[2]
}

#[differentiable]
fn horner<const N: usize>(coefficients: &[f64; N], x: f64) -> f64 {
    let mut y = 0.0;
    for i in 0..N {
        y = y * x + coefficients[i];
    }
    y
}

#[test]
fn lists_of_every_form_are_arguments() {
    let rows = vec![Value::leaves_of(&[1.0, 2.0]), Value::leaves_of(&[3.0])];
    let pairs = [[2.0, 3.0], [0.5, 4.0]].map(|pair| pair.map(Value::new));
    let three = [0.5, 9.0, 1.0].map(Value::new);
    let all = Value::leaves_of(&[2.0, 7.0]);
    let one = Value::new(0.25);
    let y = of_lists::apply(&rows, &pairs, &three, &all, &one);
    y.backward();
    assert_eq!(y.data(), (0.25 + 3.0 + 8.0) * 2.0 + 1.0);
    let grads = |values: &[Value]| values.iter().map(Value::grad).collect::<Vec<_>>();
    assert_eq!(grads(&rows[0]), [1.0, 1.0]);
    assert_eq!(grads(&rows[1]), [1.0]);
    assert_eq!(grads(&pairs[1]), [8.0, 1.0]);
    assert_eq!(grads(&three), [12.0, 0.0, 1.0]);
    assert_eq!(grads(&all), [11.25, 0.0]);
    assert_eq!(one.grad(), 2.0);
    let x = Value::new(2.0);
    let y = horner::apply(&three, &x);
    y.backward();
    assert_eq!((y.data(), x.grad()), (21.0, 11.0));
}
