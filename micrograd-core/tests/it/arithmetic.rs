//! Operators, sums, comparisons and printing: values behave like numbers.

use micrograd_core::{Graph, NodeOperand, Op, Source, Value, grad};
use std::panic::Location;

/// Data and both gradients of every way to write `a op b`, where values and references mix.
macro_rules! every_way {
    ($a:ident $operator:tt $b:ident) => {{
        let ways: [fn(&Value, &Value) -> Value; 4] = [
            |$a, $b| $a $operator $b,
            |$a, $b| $a.clone() $operator $b,
            |$a, $b| $a $operator $b.clone(),
            |$a, $b| $a.clone() $operator $b.clone(),
        ];
        ways.map(|way| {
            let (a, b) = (Value::new(6.0), Value::new(4.0));
            let y = way(&a, &b);
            y.backward();
            (y.data(), a.grad(), b.grad())
        })
    }};
}

#[test]
fn values_and_references_mix_in_every_order() {
    assert_eq!(every_way!(a + b), [(10.0, 1.0, 1.0); 4]);
    assert_eq!(every_way!(a - b), [(2.0, 1.0, -1.0); 4]);
    assert_eq!(every_way!(a * b), [(24.0, 4.0, 6.0); 4]);
    assert_eq!(every_way!(a / b), [(1.5, 0.25, -0.375); 4]);
}

/// Data and gradient of every way to write an operator with 2 on one side.
macro_rules! with_two {
    ($operator:tt) => {{
        let ways: [fn(&Value) -> Value; 8] = [
            |x| x $operator 2.0,
            |x| x.clone() $operator 2.0,
            |x| x $operator 2,
            |x| x.clone() $operator 2,
            |x| 2.0 $operator x,
            |x| 2.0 $operator x.clone(),
            |x| 2 $operator x,
            |x| 2 $operator x.clone(),
        ];
        let results = ways.map(|way| {
            let x = Value::new(8.0);
            let y = way(&x);
            y.backward();
            (y.data(), x.grad())
        });
        let (right, left) = results.split_at(4);
        assert!(right.iter().all(|result| *result == right[0]), "{right:?}");
        assert!(left.iter().all(|result| *result == left[0]), "{left:?}");
        (right[0], left[0])
    }};
}

/// The result takes the handle of an operand that is given away, and of that one only.
#[test]
fn an_operand_that_is_given_away_stays_in_its_other_handles() {
    let (a, b) = (Value::new(2.0), Value::new(3.0));
    let product = &a * &b;
    let (left, right) = (product.clone(), product.clone());
    let difference = left - &a;
    let quotient = &a / right;
    let of_leaf = &a - b.clone();
    assert_eq!((difference.data(), quotient.data()), (4.0, 2.0 / 6.0));
    assert_eq!(of_leaf.data(), -1.0);
    assert_eq!((product.data(), b.data()), (6.0, 3.0));
    assert_eq!((product.op(), b.op()), (Op::Mul, Op::Leaf));
}

#[test]
fn numbers_stand_on_either_side() {
    assert_eq!(with_two!(+), ((10.0, 1.0), (10.0, 1.0)));
    assert_eq!(with_two!(-), ((6.0, 1.0), (-6.0, -1.0)));
    assert_eq!(with_two!(*), ((16.0, 2.0), (16.0, 2.0)));
    assert_eq!(with_two!(/), ((4.0, 0.5), (0.25, -0.03125)));
}

#[test]
fn assigning_operators_take_values_references_and_numbers() {
    let two = Value::new(2.0);
    let mut x = Value::new(3.0);
    x += &two;
    x += two.clone();
    x += 1;
    x += 0.5; // 8.5
    x -= &two;
    x -= two.clone();
    x -= 1;
    x -= 0.5; // 3
    x *= &two;
    x *= two.clone();
    x *= 3;
    x *= 0.5; // 18
    x /= &two;
    x /= two.clone();
    x /= 3;
    x /= 0.5;
    assert_eq!(x.data(), 3.0);
}

#[test]
fn negation_takes_values_and_references() {
    let x = Value::new(3.0);
    let y = -&x + -x.clone();
    y.backward();
    assert_eq!((y.data(), x.grad()), (-6.0, -2.0));
}

#[test]
fn sums_and_products_of_values_and_references() {
    let xs = [1.0, 2.0, 4.0].map(Value::new);
    let sum: Value = xs.iter().sum();
    let product: Value = xs.iter().product();
    let owned_sum: Value = xs.iter().map(|x| x * 2.0).sum();
    let owned_product: Value = xs.iter().map(|x| x * 2.0).product();
    assert_eq!((sum.data(), product.data()), (7.0, 8.0));
    assert_eq!((owned_sum.data(), owned_product.data()), (14.0, 64.0));
    product.backward();
    assert_eq!(xs.each_ref().map(Value::grad), [8.0, 4.0, 2.0]);
    let none: [Value; 0] = [];
    assert_eq!(none.iter().sum::<Value>(), 0.0);
    assert_eq!(none.iter().product::<Value>(), 1.0);
}

#[test]
fn a_sum_records_one_addition_less_than_it_has_terms() {
    let xs = [1.0, 2.0, 4.0].map(Value::new);
    let sum: Value = xs.iter().sum();
    assert_eq!(Graph::of(&sum).nodes().len(), 3 + 2);
}

#[test]
fn values_compare_by_data_with_values_and_numbers() {
    let (two, three) = (Value::new(2.0), Value::new(3.0));
    assert_eq!(two, Value::new(2.0));
    assert_ne!(two, three);
    assert!(two < three && two <= 2.0 && two >= 2 && 1.0 < two && 3 > two);
    assert_eq!([two == 2, 2 == two, two == 2.0, 2.0 == two], [true; 4]);
    let by_reference = [&two, &three]
        .into_iter()
        .filter(|&x| x > 2.0 && 4 > x && x != 5);
    assert_eq!(by_reference.count(), 1);
    let nan = Value::new(f64::NAN);
    assert_ne!(nan, nan);
    assert_eq!([nan < 1.0, nan > 1.0, nan < two, nan > two], [false; 4]);
}

#[test]
fn values_print_as_micrograd_prints_them() {
    let x = Value::new(-4.0);
    assert_eq!(x.to_string(), "Value(data=-4.0, grad=0)");
    (&x * 0.1).backward();
    assert_eq!(x.to_string(), "Value(data=-4.0, grad=0.1)");
    assert_eq!(format!("{x:.3}"), "Value(data=-4.000, grad=0.100)");
    assert_eq!(Value::new(1e300).to_string(), "Value(data=1e300, grad=0)");
    assert_eq!(Value::new(f64::NAN).to_string(), "Value(data=NaN, grad=0)");
}

#[test]
fn debug_tells_name_and_operation_too() {
    let x = (Value::new(1.0) * 2.0).with_name("x");
    let debug = format!("{x:?}");
    assert_eq!(
        debug,
        r#"Value { name: "x", data: 2.0, grad: 0.0, op: Mul }"#
    );
}

#[test]
fn numbers_become_leaves() {
    assert_eq!(Value::from(2.5).data(), 2.5);
    assert_eq!(Value::from(-3).data(), -3.0);
    assert_eq!(Value::default().data(), 0.0);
    assert_eq!(Value::from(1).op(), Op::Leaf);
}

#[test]
fn a_plain_number_is_an_operand_and_no_node() {
    let y = 10.0 / Value::new(4.0);
    let graph = Graph::of(&y);
    assert_eq!(graph.nodes().len(), 2);
    let operands = [
        NodeOperand::Number(10.0),
        NodeOperand::Node {
            index: 0,
            partial: -0.625,
        },
    ];
    assert_eq!(graph.root().operands(), operands);
}

#[test]
fn every_operation_remembers_where_it_was_written() {
    let x = Value::new(1.0);
    let (line, y) = (line!(), &x * 2.0);
    let (next_line, z) = (line!(), (&y - 1.0).exp());
    let graph = Graph::of(&z);
    let sources: Vec<_> = graph
        .nodes()
        .iter()
        .map(|node| node.source().unwrap())
        .collect();
    assert!(
        sources
            .iter()
            .all(|source| source.file() == Location::caller().file())
    );
    let lines: Vec<u32> = sources.iter().map(Source::line).collect();
    assert_eq!(lines, [line - 1, line, next_line, next_line]);
    assert_eq!(sources[1].column(), 31);
    assert_eq!(
        sources[3].to_string(),
        format!("{}:{next_line}:47", file!())
    );
}

#[test]
#[should_panic(expected = "clamp(2.0, 1.0): the lower end must not be above the upper one")]
fn clamp_between_crossed_ends_panics_with_both_numbers() {
    let _ = Value::new(0.0).clamp(2, 1);
}

#[cfg(feature = "approx")]
#[test]
fn approx_compares_by_data() {
    let x = Value::new(1.0);
    approx::assert_relative_eq!(x, 1.0 + 1e-16);
    approx::assert_abs_diff_eq!(x, Value::new(1.1), epsilon = 0.2);
    approx::assert_ulps_eq!(x, Value::new(1.0 + f64::EPSILON));
    approx::assert_relative_ne!(x, 1.1);
}

#[test]
fn a_power_is_the_operation_that_its_exponent_makes_it() {
    let (mut x, n, c) = (Value::new(2.0), 3_i32, 3.0);
    let y = grad! { (x + 1) ** n };
    assert_eq!((y.op(), y.data()), (Op::Powi, 27.0));
    assert_eq!(Graph::of(&y).root().op(), Op::Powi);
    assert_eq!(grad! { (x + 1) ** c }.op(), Op::Pow);
    grad! { x **= 2; }
    assert_eq!((x.op(), x.data()), (Op::Powi, 4.0));
}
