//! A statement of `grad!` is one node on the tape; whoever looks sees the operations of its twin, with the same
//! numbers and the same gradients, bit for bit.

use crate::twins::assert_equal_to_the_last_bit;
use micrograd_core::{Graph, Operand, Scalar, Value, grad};

fn leaves() -> [Value; 3] {
    [1.5, -0.25, 0.75].map(Value::new)
}

#[test]
fn functions_of_plain_numbers_stay_numbers_inside_a_statement() {
    let [x, y, _] = leaves();
    let c = 0.3_f64;
    let written = grad! { x + (c * 2).exp() * y - c.sin() ** 2 / x };
    let by_hand = &x + (c * 2.0).exp() * &y - c.sin().powi(2) / &x;
    assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y]);
}

#[test]
fn all_functions_of_one_value_inside_statements() {
    let x = Value::new(0.4);
    let big = Value::new(1.7);
    macro_rules! each {
        ($($function:ident $value:ident),* $(,)?) => {$(
            let written = grad! { ($value * 1 + 0.0).$function() * 2 + $value };
            let by_hand = (&$value * 1.0 + 0.0).$function() * 2.0 + &$value;
            assert_equal_to_the_last_bit(&written, &by_hand, &[&$value]);
        )*};
    }
    each! {
        exp x, exp2 x, exp_m1 x, ln x, ln_1p x, log2 x, log10 x, sqrt x, cbrt x, recip x, abs x,
        sin x, cos x, tan x, asin x, acos x, atan x, sinh x, cosh x, tanh x, asinh x, acosh big, atanh x,
        relu x, sigmoid x, softplus x,
    }
}

#[test]
fn powers_by_methods_inside_statements() {
    let [x, y, z] = leaves();
    let written = grad! { x.powi(3) * y - (x + z).powf(1.5) + z.powi(-2) * x.pow(&z) };
    let by_hand = x.powi(3) * &y - (&x + &z).powf(1.5) + z.powi(-2) * x.pow(&z);
    assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y, &z]);
}

#[test]
fn two_handles_of_one_value_take_turns_in_the_order_of_operators() {
    for i in 0..100 {
        let x = Value::new(f64::from(i).sin() * 3.0);
        let y = Value::new(f64::from(i).cos() * 1e3 + 0.1);
        let same = x.clone();
        let written = grad! { ((x - y) * same) * x - same * (x * y) + x };
        let by_hand = ((&x - &y) * &same) * &x - &same * (&x * &y) + &x;
        assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y]);
    }
}

#[test]
fn more_than_sixteen_operands_in_one_statement() {
    let x: Vec<Value> = (1..=20).map(|i| Value::new(f64::from(i) / 7.0)).collect();
    let written = grad! {
        x[0] * x[1] + x[2] * x[3] - x[4] / x[5] + x[6] * x[7] + x[8] * x[9] - x[10] * x[11] + x[12] * x[13]
            + x[14] / x[15] + x[16] * x[17] - x[18] * x[19]
    };
    let by_hand = &x[0] * &x[1] + &x[2] * &x[3] - &x[4] / &x[5] + &x[6] * &x[7] + &x[8] * &x[9]
        - &x[10] * &x[11]
        + &x[12] * &x[13]
        + &x[14] / &x[15]
        + &x[16] * &x[17]
        - &x[18] * &x[19];
    let leaves: Vec<&Value> = x.iter().collect();
    assert_equal_to_the_last_bit(&written, &by_hand, &leaves);
}

#[test]
fn every_number_of_operands_and_numbers_around_the_bounds() {
    let x: Vec<Value> = (1..=17).map(|i| Value::new(f64::from(i) / 7.0)).collect();
    let n = |i: f64| i * 0.37;
    macro_rules! sums {
        ($([$($i:literal)*])*) => {$({
            let written = grad! { x[0] $( + x[$i] * n($i) )* };
            let by_hand = x[0].clone() $( + &x[$i] * n(f64::from($i)) )*;
            let leaves: Vec<&Value> = x.iter().collect();
            assert_equal_to_the_last_bit(&written, &by_hand, &leaves);
        })*};
    }
    sums! {
        [1] [1 2] [1 2 3] [1 2 3 4] [1 2 3 4 5] [1 2 3 4 5 6] [1 2 3 4 5 6 7] [1 2 3 4 5 6 7 8]
        [1 2 3 4 5 6 7 8 9] [1 2 3 4 5 6 7 8 9 10] [1 2 3 4 5 6 7 8 9 10 11]
        [1 2 3 4 5 6 7 8 9 10 11 12] [1 2 3 4 5 6 7 8 9 10 11 12 13]
        [1 2 3 4 5 6 7 8 9 10 11 12 13 14] [1 2 3 4 5 6 7 8 9 10 11 12 13 14 15]
        [1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16]
    }
}

#[test]
fn every_number_of_stored_slopes_around_the_bounds() {
    let [x, y, _] = leaves();
    macro_rules! nested {
        ($([$($function:ident)*])*) => {$({
            let written = grad! { (x * y) $( .$function() )* + y };
            let by_hand = (&x * &y) $( .$function() )* + &y;
            assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y]);
        })*};
    }
    nested! {
        [sin] [sin exp] [sin exp tanh] [sin exp tanh cos] [sin exp tanh cos exp] [sin exp tanh cos exp sin]
        [sin exp tanh cos exp sin atan] [sin exp tanh cos exp sin atan exp]
        [sin exp tanh cos exp sin atan exp ln] [sin exp tanh cos exp sin atan exp ln tanh]
        [sin exp tanh cos exp sin atan exp ln tanh exp] [sin exp tanh cos exp sin atan exp ln tanh exp sin]
        [sin exp tanh cos exp sin atan exp ln tanh exp sin cos exp sin tanh]
    }
}

#[test]
fn more_than_fourteen_operators_on_few_operands() {
    let [x, y, z] = leaves();
    let written = grad! {
        -(x * y - z / (x + 2 * y) + (x - 1) * (y + 1) * (z - 2) - x / z / y + 3 - x * x * x + y ** 2 - z ** 3 - 1)
    };
    let by_hand = -(&x * &y - &z / (&x + 2.0 * &y) + (&x - 1.0) * (&y + 1.0) * (&z - 2.0)
        - &x / &z / &y
        + 3.0
        - &x * &x * &x
        + y.powi(2)
        - z.powi(3)
        - 1.0);
    assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y, &z]);
}

#[test]
fn an_operand_that_stands_several_times_and_two_handles_of_it() {
    let [x, ..] = leaves();
    let other = x.clone();
    let written = grad! { x * other + x * x / other - (other - x).exp() * x };
    let by_hand = &x * &x + &x * &x / &x - (&x - &x).exp() * &x;
    assert_equal_to_the_last_bit(&written, &by_hand, &[&x]);
    assert_eq!(
        Graph::of(&written).nodes().len(),
        Graph::of(&by_hand).nodes().len()
    );
}

#[test]
fn a_zero_adjoint_passes_nothing_on_inside_a_statement_as_between_operators() {
    for data in [-1.0, 0.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
        let (x, y) = (Value::new(data), Value::new(2.0));
        let written = grad! { (-x.abs()).relu() * x.ln() + y };
        let by_hand = (-x.abs()).relu() * x.ln() + &y;
        assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y]);

        let written = grad! { 0 * x.sqrt() + y * x.recip() };
        let by_hand = 0.0 * x.sqrt() + &y * x.recip();
        assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y]);

        let written = grad! { (x * x).sqrt().relu() * 0 + (x * 0 - 1).relu() * (y / x) };
        let by_hand = (&x * &x).sqrt().relu() * 0.0 + (&x * 0.0 - 1.0).relu() * (&y / &x);
        assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y]);
    }
    // The slope of √x at 0 is ∞; 0·∞ counts as 0, so only y's term is left.
    let (x, y) = (Value::new(0.0), Value::new(2.0));
    grad! { let z = 0 * x.sqrt() + x * y; }
    z.backward();
    assert_eq!((x.grad(), y.grad()), (2.0, 0.0));
}

#[test]
fn infinite_adjoints_come_out_as_between_operators() {
    let (x, y) = (Value::new(0.0), Value::new(1e200));
    let written = grad! { x.sqrt() * 3 + x.ln() + y * y * y - y ** 4 };
    let by_hand = x.sqrt() * 3.0 + x.ln() + &y * &y * &y - y.powi(4);
    assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y]);
}

#[track_caller]
fn blend(x: &Value, y: &Value) -> Value {
    grad! { x * y + (x - y).tanh() * 2 }
}

#[test]
fn in_a_track_caller_function_everything_stands_at_the_caller() {
    let [x, y, _] = leaves();
    let (first, line) = (blend(&x, &y), line!());
    let second = blend(&x, &y);
    for (result, line) in [(&first, line), (&second, line + 1)] {
        let graph = Graph::of(result);
        let operations = graph.iter().filter(|node| !node.is_leaf());
        assert!(operations.clone().count() > 3);
        for node in operations {
            let source = node.source().unwrap();
            assert_eq!((source.file(), source.line()), (file!(), line));
        }
    }
    let by_hand = &x * &y + (&x - &y).tanh() * 2.0;
    assert_equal_to_the_last_bit(&first, &by_hand, &[&x, &y]);
}

fn combine<A: Operand + Copy>(x: &Value, a: A) -> Value {
    grad! { x * a - (x + a) ** 2 }
}

#[test]
fn one_place_in_the_source_with_operands_of_alternating_kinds() {
    let [x, y, _] = leaves();
    for turn in 0..6 {
        let (written, by_hand) = match turn % 3 {
            0 => (combine(&x, &y), &x * &y - (&x + &y).powi(2)),
            1 => (combine(&x, 0.5), &x * 0.5 - (&x + 0.5).powi(2)),
            _ => (combine(&x, 3), &x * 3.0 - (&x + 3.0).powi(2)),
        };
        assert_equal_to_the_last_bit(&written, &by_hand, &[&x, &y]);
    }
}

fn bump<T: Scalar>(x: &T, y: &T) -> T {
    grad! { (x * y + 1).exp() / (x - y) }
}

#[test]
fn one_generic_function_over_numbers_and_values_in_turn_and_on_other_threads() {
    let work = || {
        let [x, y, _] = leaves();
        for _ in 0..3 {
            assert_eq!(bump(&x, &y).data().to_bits(), bump(&1.5, &-0.25).to_bits());
            let by_hand = (&x * &y + 1.0).exp() / (&x - &y);
            assert_equal_to_the_last_bit(&bump(&x, &y), &by_hand, &[&x, &y]);
        }
    };
    let threads: Vec<_> = (0..3).map(|_| std::thread::spawn(work)).collect();
    work();
    for thread in threads {
        thread.join().unwrap();
    }
}

#[test]
fn operations_between_live_handles_keep_their_own_adjoints() {
    let [x, y, z] = leaves();
    grad! {
        let a = x * y + z;
        let b = (a * x).exp() + a;
        let c = a * b - b / 2;
    }
    c.backward();
    let (in_c, in_b) = (b.grad(), a.grad());
    b.backward();
    // c = ab − b/2, so ∂c/∂b = a − ½ and ∂b/∂a = x·e^(ax) + 1.
    assert_eq!(in_c, a.data() - 0.5);
    assert_ne!(in_b, a.grad());
    assert_eq!(a.grad(), 1.0 + (a.data() * x.data()).exp() * x.data());
    assert_eq!(c.grad(), 1.0);
}

/// ∂y/∂x of x / 10⁻³¹⁰ · 10⁻¹⁰ is 10³⁰⁰, although the slope of the quotient alone is no f64.
#[test]
fn the_slope_of_a_quotient_may_overflow_on_its_way() {
    let tiny = 1e-310;
    let right = 1e-10 / tiny;
    let slope = |x: &Value, y: &Value| {
        y.backward();
        x.grad()
    };
    let x = Value::new(2e-310);
    grad! { let y = x / tiny * 1e-10; }
    assert_eq!(slope(&x, &y), right);
    // A run of a chain, and a variable that becomes the result.
    let x = Value::new(2e-310);
    grad! {
        let mut y: Value = 0;
        for _ in 0..3 {
            y += x / tiny * 1e-10;
        }
    }
    assert_eq!(slope(&x, &y), right + right + right);
    let x = Value::new(2e-310);
    grad! {
        let mut y = x * 1;
        y /= tiny;
        y *= 1e-10;
    }
    assert_eq!(slope(&x, &y), right);
}

#[test]
fn two_variables_that_are_one_node_get_the_digits_of_operators() {
    type OfThree = fn(&Value, &Value, &Value) -> Value;
    let gradient = |f: OfThree, apart: bool, data: f64| {
        let (x, other) = (Value::new(data), Value::new(data));
        let y = if apart { &other } else { &x };
        let mut result = f(&x, y, &x);
        result *= 0.7;
        result.backward();
        [x.grad(), other.grad()].map(f64::to_bits)
    };
    let pairs: [[OfThree; 2]; 3] = [
        [
            |x, y, _| grad! { x * y * (1 - x) },
            |x, y, _| x * y * (1.0 - x),
        ],
        [
            |x, y, z| grad! { (x / y - z) * x + y * 0.3 },
            |x, y, z| (x / y - z) * x + y * 0.3,
        ],
        [
            |x, y, z| {
                let mut sum = x * 1.0;
                grad! { sum -= x * y * (x + z) / y; }
                sum
            },
            |x, y, z| {
                let mut sum = x * 1.0;
                sum -= x * y * (x + z) / y;
                sum
            },
        ],
    ];
    for [statement, operators] in pairs {
        for k in 1..200 {
            let data = f64::from(k) * 0.137 - 11.3;
            for apart in [false, true] {
                let (found, expected) = (
                    gradient(statement, apart, data),
                    gradient(operators, apart, data),
                );
                assert_eq!(found, expected, "at {data}, apart: {apart}");
            }
        }
    }
}
