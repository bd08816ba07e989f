//! Derivatives of one's own: inside such a function, and inside its vjp, anything may happen.

use micrograd_core::{Dual, TapeUsage, Value, differentiable, grad, gradients, hessian};
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// x³ + x = θ, solved for x.
#[differentiable(vjp = solve_vjp, jvp = solve_jvp)]
fn solve(theta: f64, #[constant] steps: usize) -> f64 {
    let mut x = 0.0;
    for _ in 0..steps {
        x -= (x * x * x + x - theta) / (3.0 * x * x + 1.0);
    }
    x
}

fn solve_vjp(theta: f64, steps: usize, seed: f64, d_theta: &mut f64) -> f64 {
    let x = solve(theta, steps);
    *d_theta += seed * slope(theta, steps);
    x
}

fn solve_jvp(theta: f64, steps: usize, along: f64) -> (f64, f64) {
    (solve(theta, steps), slope(theta, steps) * along)
}

/// By the implicit function theorem; its own derivative is compiled.
#[differentiable]
fn slope(theta: f64, steps: usize) -> f64 {
    let x = solve(theta, steps);
    1.0 / (3.0 * x * x + 1.0)
}

#[test]
fn an_implicit_function_has_its_first_and_second_derivative() {
    // x = 1 at θ = 2: x′ = 1/4, x″ = −6x·x′³.
    let (x, slope_there) = solve::gradient(2.0, 50);
    assert!((x - 1.0).abs() < 1e-15 && (slope_there - 0.25).abs() < 1e-15);
    let (_, second) = slope::gradient(2.0, 50);
    assert!((second + 6.0 / 64.0).abs() < 1e-15, "{second}");
    assert_eq!(solve::jvp(2.0, 50, 2.0).1, 2.0 * slope_there);
}

#[differentiable]
fn around(a: f64, b: f64) -> f64 {
    (solve(a * b, 50) + b).sqrt() * a
}

#[test]
fn compiled_functions_call_it() {
    let (a, b, h) = (1.7, 0.9, 1e-6);
    let (_, (da, db)) = around::gradient(a, b);
    assert!(((around(a + h, b) - around(a - h, b)) / (2.0 * h) - da).abs() < 1e-8);
    assert!(((around(a, b + h) - around(a, b - h)) / (2.0 * h) - db).abs() < 1e-8);
    assert!((around::jvp(a, b, 1.0, 0.0).1 - da).abs() < 1e-15);
    let (x, y) = (Value::new(a), Value::new(b));
    around::apply(&x, &y).backward();
    assert_eq!((x.grad(), y.grad()), (da, db));
    let (dx, dy) = around::apply(&Dual::<2>::variable(a, 0), &Dual::variable(b, 1))
        .tangents()
        .into();
    assert!((dx - da).abs() < 1e-15 && (dy - db).abs() < 1e-15);
}

#[test]
fn what_it_cannot_carry_is_refused_by_name() {
    let message = |run: &dyn Fn()| {
        let panic = catch_unwind(AssertUnwindSafe(run)).expect_err("it is refused");
        panic.downcast_ref::<String>().expect("a message").clone()
    };
    let x = Value::new(2.0);
    let y = solve::apply(&x, 50);
    let text = message(&|| drop(gradients(&y, &[&x])));
    assert!(
        text.contains("gradients() cannot go through `solve`"),
        "{text}"
    );
    let text = message(&|| drop(hessian(|v| solve::apply(&v[0], 50), &[2.0])));
    assert!(text.contains("`solve`"), "{text}");
    let text = message(&|| drop(around::hessian(1.0, 2.0)));
    assert!(
        text.contains("second derivatives cannot go through `solve`"),
        "{text}"
    );
    let text = message(&|| _ = straight_through::jvp_of_caller(1.2, 1.0));
    assert!(
        text.contains("forward mode cannot go through `rounded`"),
        "{text}"
    );
    // Nothing is left half done.
    y.backward();
    assert_eq!(x.grad(), 0.25);
}

mod straight_through {
    use super::differentiable;

    #[differentiable(vjp = rounded_vjp)]
    pub(super) fn rounded(x: f64) -> f64 {
        x.round()
    }

    fn rounded_vjp(x: f64, seed: f64, d_x: &mut f64) -> f64 {
        *d_x += seed;
        rounded(x)
    }

    #[differentiable]
    fn caller(x: f64) -> f64 {
        rounded(x) * 2.0
    }

    pub(super) fn jvp_of_caller(x: f64, along: f64) -> (f64, f64) {
        caller::jvp(x, along)
    }
}

#[test]
fn a_straight_through_estimator_passes_the_adjoint_on() {
    let x = Value::new(1.6);
    grad! { let y = 3 * straight_through::rounded::apply(&x) + x; }
    y.backward();
    assert_eq!((y.data(), x.grad()), (7.6, 4.0));
}

/// A vjp that does what the test says.
#[differentiable(vjp = does_vjp)]
fn does(x: f64, y: f64) -> f64 {
    x + y
}

type Deed = Box<dyn FnMut(f64)>;

thread_local! {
    static DEED: RefCell<Deed> = RefCell::new(Box::new(|_| {}));
}

fn does_vjp(x: f64, y: f64, seed: f64, d_x: &mut f64, d_y: &mut f64) -> f64 {
    let mut deed = DEED.replace(Box::new(|_| {}));
    deed(seed);
    DEED.set(deed);
    *d_x += seed;
    *d_y += 2.0 * seed;
    x + y
}

#[test]
fn a_vjp_that_panics_leaves_a_whole_tape() {
    let (x, y) = (Value::new(1.0), Value::new(2.0));
    let middle = does::apply(&x, &y);
    let z = &middle * &x;
    DEED.set(Box::new(|_| panic!("on purpose")));
    assert!(catch_unwind(AssertUnwindSafe(|| z.backward())).is_err());
    DEED.set(Box::new(|_| {}));
    x.zero_grad();
    y.zero_grad();
    z.backward();
    assert_eq!((x.grad(), y.grad()), (1.0 + 3.0, 2.0));
    drop((middle, z, x, y));
    assert_eq!(TapeUsage::of_this_thread().nodes, 0);
}

#[test]
fn a_vjp_may_use_values_of_its_own() {
    let (x, y) = (Value::new(1.0), Value::new(2.0));
    let z = does::apply(&x, &y) * &x;
    DEED.set(Box::new(|seed| {
        // Enough to make the tape grow, with a sweep of its own.
        let inner = Value::new(seed);
        let mut kept = Vec::new();
        for _ in 0..5000 {
            kept.push(inner.exp() * &inner);
        }
        let sum: Value = kept.iter().sum();
        sum.backward();
        assert!(inner.grad() > 0.0);
    }));
    for _ in 0..3 {
        z.backward();
    }
    assert_eq!((x.grad(), y.grad()), (3.0 * (1.0 + 3.0), 3.0 * 2.0));
}

#[test]
fn no_operation_moves_while_a_sweep_waits() {
    let (x, y) = (Value::new(1.0), Value::new(2.0));
    let dead: Vec<Value> = (0..150).map(|_| &x * 1.0).collect();
    let z = does::apply(&x, &y) * &x;
    drop(dead); // They stay below z until the tape is full, and then would go.
    DEED.set(Box::new(|seed| {
        let kept: Vec<Value> = (0..200).map(|_| Value::new(seed) * 2.0).collect();
        assert_eq!(kept.len(), 200);
    }));
    z.backward();
    assert_eq!((x.grad(), y.grad()), (1.0 + 3.0, 2.0));
    DEED.set(Box::new(|_| {}));
}

#[test]
fn a_vjp_may_drop_and_make_values_that_outlive_it() {
    let (x, y) = (Value::new(1.0), Value::new(2.0));
    let z = does::apply(&x, &y) * &x;
    let outer = std::rc::Rc::new(RefCell::new(vec![Value::new(5.0)]));
    let seen = outer.clone();
    DEED.set(Box::new(move |_| {
        let mut values = seen.borrow_mut();
        let next = values.pop().expect("one is there") * 2.0;
        values.push(next);
    }));
    for _ in 0..3 {
        z.backward();
    }
    assert_eq!(outer.borrow()[0], 40.0);
    assert_eq!((x.grad(), y.grad()), (12.0, 6.0));
    DEED.set(Box::new(|_| {}));
}

#[test]
fn a_nan_of_a_vjp_stays_where_it_goes() {
    #[differentiable(vjp = bad_vjp)]
    fn bad(x: f64) -> f64 {
        x
    }
    fn bad_vjp(x: f64, _: f64, d_x: &mut f64) -> f64 {
        *d_x = f64::NAN;
        x
    }
    let (x, y) = (Value::new(1.0), Value::new(2.0));
    (bad::apply(&x) * &y).backward();
    assert!(x.grad().is_nan());
    assert_eq!(y.grad(), 1.0);
    y.zero_grad();
    (&y * &y).backward();
    assert_eq!(y.grad(), 4.0);
}

#[differentiable(vjp = picked_vjp)]
fn picked<const N: usize>(table: &[f64; N], rows: &[Vec<f64>], #[constant] at: &[usize]) -> f64 {
    at.iter().map(|&k| table[k] * rows[k][0]).sum()
}

fn picked_vjp<const N: usize>(
    table: &[f64; N],
    rows: &[Vec<f64>],
    at: &[usize],
    seed: f64,
    d_table: &mut [f64; N],
    d_rows: &mut [Vec<f64>],
) -> f64 {
    for &k in at {
        d_table[k] += seed * rows[k][0];
        d_rows[k][0] += seed * table[k];
    }
    picked(table, rows, at)
}

#[test]
fn lists_and_constants_are_handed_on() {
    let table = [1.0, 2.0, 3.0].map(Value::new);
    let rows = vec![
        Value::leaves_of(&[4.0, 0.0]),
        Value::leaves_of(&[5.0]),
        Value::leaves_of(&[6.0]),
    ];
    let y = picked::apply(&table, &rows, &[0, 2, 2]);
    (&y * 2.0).backward();
    assert_eq!(y.data(), 4.0 + 18.0 + 18.0);
    assert_eq!(table.each_ref().map(Value::grad), [8.0, 0.0, 24.0]);
    assert_eq!(
        (rows[0][0].grad(), rows[2][0].grad(), rows[0][1].grad()),
        (2.0, 12.0, 0.0)
    );
    let (value, (d_table, d_rows)) = picked::gradient(&[1.0, 2.0], &[vec![3.0], vec![4.0]], &[1]);
    assert_eq!(
        (value, d_table, d_rows),
        (8.0, [0.0, 4.0], vec![vec![0.0], vec![2.0]])
    );
}
