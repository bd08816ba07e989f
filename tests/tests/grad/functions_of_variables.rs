//! `x.exp()` inside of arithmetic belongs to its statement if x is a number; if x is anything else with such a method,
//! that method is called. Whoever looks sees what operators give.

use crate::twins::assert_equal_to_the_last_bit;
use micrograd_core::{Dual, Graph, Scalar, TapeUsage, Value, detect_anomaly, grad};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

fn leaves() -> [Value; 3] {
    [1.5, 0.25, 0.75].map(Value::new)
}

#[test]
fn functions_of_variables_give_what_calls_give() {
    let [x, y, z] = leaves();
    let list = [x.clone(), y.clone()];
    let pair = (&y, z.clone());
    let i = 1;
    let written = grad! {
        x.exp() * y - z.sin() / list[i].sqrt() + pair.1.tanh() * pair.0.ln() - -(*pair.0).cos() ** 2
    };
    let by_hand = x.exp() * &y - z.sin() / y.sqrt() + z.tanh() * y.ln() - -(y.cos().powi(2));
    assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y, &z]);
}

#[test]
fn special_functions_and_steps_give_what_calls_give() {
    let [x, y, z] = leaves();
    let written = grad! {
        x.erf() * y.erfcx() + z.ln_normal_cdf() - x.ln_gamma() * z.digamma() + y.ln_sigmoid() * x.floor()
            + x.ceil() * y - z.round() * x + x.trunc() * x.fract() - y.signum() * z + x.to_degrees() * y.to_radians()
    };
    let by_hand = x.erf() * y.erfcx() + z.ln_normal_cdf() - x.ln_gamma() * z.digamma()
        + y.ln_sigmoid() * x.floor()
        + x.ceil() * &y
        - z.round() * &x
        + x.trunc() * x.fract()
        - y.signum() * &z
        + x.to_degrees() * y.to_radians();
    assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y, &z]);
}

#[test]
fn methods_with_operands_borrow_them() {
    let [x, y, z] = leaves();
    let written = grad! {
        x.log(y + 2) * x.xlogy(y) + y.logaddexp(z) * x.rem_euclid(y) - z.copysign(-y) + x.polygamma(2) * y.erfcx_derivative(1)
            + x.log(3) + x.logaddexp(1.5)
    };
    let by_hand = x.log(&y + 2) * x.xlogy(&y) + y.logaddexp(&z) * x.rem_euclid(&y)
        - z.copysign(-&y)
        + x.polygamma(2) * y.erfcx_derivative(1)
        + x.log(3)
        + x.logaddexp(1.5);
    assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y, &z]);
    // They are still there, and other types keep methods of their own.
    let (n, c) = (-7_i32, 2.5_f32);
    assert_eq!(
        (n.signum(), n.rem_euclid(4), c.floor()),
        grad! { (n.signum(), n.rem_euclid(4), c.floor()) }
    );
    assert_eq!(y, 0.25);
}

#[test]
fn a_statement_with_functions_of_variables_is_one_node() {
    let [x, y, _] = leaves();
    let before = TapeUsage::of_this_thread().nodes;
    let _kept = grad! { x.relu() * y };
    assert_eq!(TapeUsage::of_this_thread().nodes - before, 1);
}

#[test]
fn a_variable_beside_its_functions_gets_its_adjoint_in_the_order_of_operators() {
    let [x, y, z] = [1.234_567, 0.765_432_1, 0.333_333].map(Value::new);
    let written = grad! {
        (x * y) + x.sin() * x + (x - z) * x.exp() * x.sin() - x.cos() * x + (x.exp() - x.exp()) * z
    };
    let by_hand = (&x * &y) + x.sin() * &x + (&x - &z) * x.exp() * x.sin() - x.cos() * &x
        + (x.exp() - x.exp()) * &z;
    assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y, &z]);

    // The function stands before the variable, and is between its uses in the sweep.
    for i in 0..100 {
        let x = Value::new(f64::from(i).sin() * 3.0);
        let y = Value::new(f64::from(i).cos() * 1e3 + 0.1);
        let written = grad! { x.sin() * y + ((x * y - x.exp()) + x.cos() * x) * x };
        let by_hand = x.sin() * &y + ((&x * &y - x.exp()) + x.cos() * &x) * &x;
        assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y]);
    }
}

#[test]
fn loops_and_temporaries_take_functions_of_variables_in() {
    let x: Vec<Value> = (1..=20).map(|i| Value::new(f64::from(i) / 7.0)).collect();
    let written = grad! {
        let mut sum: Value = 0;
        for x in &x {
            sum += x.exp();
        }
        for x in &x {
            let sine = x.sin();
            let square = sine * sine;
            sum -= square.sqrt() * x.ln();
        }
        sum * sum
    };
    let mut sum = Value::new(0.0);
    for x in &x {
        sum += x.exp();
    }
    for x in &x {
        let sine = x.sin();
        let square = &sine * &sine;
        sum -= square.sqrt() * x.ln();
    }
    let leaves: Vec<&Value> = x.iter().collect();
    assert_equal_to_the_last_bit(&written, &(&sum * &sum), &leaves);
}

/// Counts how often it is asked.
struct Signal<'a> {
    value: &'a Value,
    calls: Cell<u32>,
}

impl Signal<'_> {
    fn exp(&self) -> Value {
        self.calls.set(self.calls.get() + 1);
        self.value * 2.0
    }

    fn sin(&self) -> f64 {
        self.calls.set(self.calls.get() + 1);
        0.5
    }
}

/// Its method takes it by value.
#[derive(Clone, Copy)]
struct Angle(f64);

impl Angle {
    fn cos(self) -> f64 {
        self.0.to_radians().cos()
    }
}

#[test]
fn methods_of_other_types_are_called_each_time() {
    let [x, y, _] = leaves();
    let signal = Signal {
        value: &x,
        calls: Cell::new(0),
    };
    let angle = Angle(60.0);
    let mut sum = y.clone();
    let written = grad! {
        sum += signal.exp();
        signal.exp() * signal.exp() + signal.sin() * angle.cos() * y + sum
    };
    assert_eq!(signal.calls.get(), 4);
    let by_hand =
        (&x * 2.0) * (&x * 2.0) + 0.5 * 60.0_f64.to_radians().cos() * &y + (&y + &x * 2.0);
    assert_eq!(written, by_hand);
    let graph = Graph::of(&written);
    let texts: Vec<_> = graph
        .nodes()
        .iter()
        .filter_map(|node| Some(node.source()?.text()?.to_owned()))
        .collect();
    for text in [
        "sum += signal.exp()",
        "signal.exp() * signal.exp()",
        "signal.sin() * angle.cos() * y",
    ] {
        assert!(
            texts.iter().any(|found| found == text),
            "{text} in {texts:?}"
        );
    }
    written.backward();
    assert_eq!(x.grad(), 8.0 * 1.5 + 2.0);
}

#[test]
fn functions_of_plain_temporaries_are_plain_numbers() {
    let [x, y, _] = leaves();
    let k = 0.3_f64;
    let written = grad! {
        let c = 2 * k;
        let d = c.exp() + c;
        x * d.sin() + c - y * (c ** 1.5) + c.sqrt()
    };
    let c = 2.0 * k;
    let d = c.exp() + c;
    let by_hand = &x * d.sin() + c - &y * c.powf(1.5) + c.sqrt();
    assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y]);
}

#[test]
fn what_points_to_a_value_is_a_value() {
    let [x, y, z] = leaves();
    let (boxed, shared, cell) = (
        Box::new(x.clone()),
        Rc::new(y.clone()),
        RefCell::new(z.clone()),
    );
    let borrowed = cell.borrow();
    let mut owned = z.clone();
    let unique = &mut owned;
    let written = grad! { boxed.exp() * shared.sin() + borrowed.ln() * unique.sqrt() };
    let by_hand = x.exp() * y.sin() + z.ln() * z.sqrt();
    assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y, &z]);
}

fn damped<T: Scalar>(t: &T, decay: f64) -> T {
    grad! {
        let c = -decay;
        let envelope = (c * t).exp() + decay.sqrt();
        envelope * t.cos() - t.sin() ** 2
    }
}

#[test]
fn numbers_of_every_kind_have_functions() {
    let (t, decay) = (0.7_f64, 0.25_f64);
    let envelope = (-decay * t).exp() + decay.sqrt();
    let expected = envelope * t.cos() - t.sin().powi(2);
    let slope =
        -decay * (-decay * t).exp() * t.cos() - envelope * t.sin() - 2.0 * t.sin() * t.cos();
    assert_eq!(damped(&t, decay), expected);
    let value = Value::new(t);
    let result = damped(&value, decay);
    result.backward();
    let dual = damped(&Dual::<1>::variable(t, 0), decay);
    assert_eq!((result.data(), dual.data()), (expected, expected));
    for found in [value.grad(), dual.tangents()[0]] {
        assert!((found - slope).abs() < 1e-15, "{found} instead of {slope}");
    }
}

#[test]
fn functions_of_variables_have_their_text_and_their_line() {
    let [x, y, _] = leaves();
    let line = line!() + 3;
    let written = grad! {
        let shifted =
            x.sin() + y;
        shifted * 2
    };
    let graph = Graph::of(&written);
    let sine = graph
        .nodes()
        .iter()
        .find(|node| node.op().name() == "sin")
        .expect("there is a sine");
    let source = sine.source().expect("it has a place");
    assert_eq!((source.line(), source.text()), (line, Some("x.sin()")));
}

#[test]
fn an_anomaly_in_a_function_of_a_variable_is_reported() {
    let [x, y, _] = leaves();
    let negative = -&x;
    let guard = detect_anomaly();
    let result = grad! { y * negative.ln() };
    assert!(result.data().is_nan());
    let report = guard.anomaly().expect("the result is NaN").to_string();
    assert!(report.contains("negative.ln()"), "{report}");
}
