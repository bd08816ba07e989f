//! Singular points, one row each: a function, written with operators and in `grad!`, a point, and its value, first
//! and second derivative there, which every mode has to give.
//!
//! The numbers are those of the closed forms, by the convention that 0·∞ counts as 0: a function that is constant
//! around the point has derivatives 0, whatever it is made of.

use micrograd_core::{
    Dual, Function, Scalar, Value, grad, gradient_and_hvp, gradients, hessian, hvp, jacobian,
    jacobian_forward, jacobian_reverse, jvp, tangent, vjp,
};
use std::f64::consts::{E, LN_2, PI};

const INFINITY: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

/// A function of one number with each number type.
struct Row {
    form: &'static str,
    of_numbers: fn(&f64) -> f64,
    of_values: fn(&Value) -> Value,
    of_duals: fn(&Dual<1>) -> Dual<1>,
    jvp: fn(f64, f64) -> f64,
    jacobian_forward: fn(f64) -> f64,
    of_wide_duals: fn(&Dual<3>) -> Dual<3>,
}

macro_rules! row {
    ($form:literal, $of:ident) => {
        Row {
            form: $form,
            of_numbers: $of::<f64>,
            of_values: $of::<Value>,
            of_duals: $of::<Dual<1>>,
            jvp: |x, v| jvp(|x| vec![$of(&x[0])], &[x], &[v]).1[0],
            jacobian_forward: |x| jacobian_forward::<2>(|x| vec![x[0], $of(&x[0])], &[x])[1][0],
            of_wide_duals: $of::<Dual<3>>,
        }
    };
}

/// The table: `name (point) => [value, first, second], by operators, in grad!`.
macro_rules! rows {
    ($($name:ident ($x:expr) => $expected:expr,
        |$a:ident| $operators:expr, $grad:tt;)*) => {$(
        #[test]
        fn $name() {
            fn by_operators<T: Scalar>($a: &T) -> T {
                $operators
            }

            fn in_grad<T: Scalar>($a: &T) -> T {
                grad! $grad
            }

            row!("operators", by_operators).check($x, $expected);
            row!("grad!", in_grad).check($x, $expected);
        }
    )*};
}

impl Row {
    #[track_caller]
    fn check(&self, x: f64, [value, first, second]: [f64; 3]) {
        let mut wrong = Vec::new();
        let mut compare = |mode: &str, found: f64, expected: f64| {
            let is_close = (found - expected).abs() <= 1e-12 * expected.abs();
            if !(is_close || found == expected || found.is_nan() && expected.is_nan()) {
                wrong.push(format!("{mode}: {found:e}, not {expected:e}"));
            }
        };
        let f = self.of_values;
        let leaf = Value::new(x);
        let y = f(&leaf);
        compare("data", y.data(), value);
        compare("data of f64", (self.of_numbers)(&x), value);
        compare("data of Dual", (self.of_duals)(&x.into()).data(), value);

        y.backward();
        compare("backward", leaf.grad(), first);
        y.backward();
        compare("backward again", leaf.grad(), 2.0 * first);
        let slope = gradients(&y, &[&leaf]).remove(0);
        compare("gradients", slope.data(), first);
        let along = tangent(&y, &[&leaf], &[1.0]);
        compare("tangent", along.data(), first);
        compare("tangent along 0", tangent(&y, &[&leaf], &[0.0]).data(), 0.0);
        let dual = (self.of_duals)(&Dual::variable(x, 0));
        compare("Dual<1>", dual.tangent(0), first);
        let lanes = (self.of_wide_duals)(&Dual::variable(x, 1)).tangents();
        compare("Dual<3>", lanes[1], first);
        compare("Dual<3>, others", lanes[0].abs() + lanes[2].abs(), 0.0);
        for along in [0.0, 1.0] {
            let found = (self.jvp)(x, along);
            compare("jvp", found, if along == 0.0 { 0.0 } else { first });
            let (_, found) = vjp(|x| vec![f(&x[0])], &[x], &[along]);
            compare("vjp", found[0], if along == 0.0 { 0.0 } else { first });
        }
        let found = jacobian_reverse(|x| vec![x[0].clone(), f(&x[0])], &[x]);
        compare("jacobian_reverse", found[1][0], first);
        compare("jacobian_forward", (self.jacobian_forward)(x), first);
        let (gradient, product) = gradient_and_hvp(|x| f(&x[0]), &[x], &[1.0]);
        compare("gradient_and_hvp", gradient[0], first);

        compare("gradient_and_hvp, product", product[0], second);
        compare("hvp", hvp(|x| f(&x[0]), &[x], &[1.0])[0], second);
        compare("hessian", hessian(|x| f(&x[0]), &[x])[0][0], second);
        let found = gradients(&slope, &[&leaf]).remove(0);
        compare("gradients of gradients", found.data(), second);
        let found = gradients(&along, &[&leaf]).remove(0);
        compare("gradients of tangent", found.data(), second);
        let found = tangent(&slope, &[&leaf], &[1.0]);
        compare("tangent of gradients", found.data(), second);
        let found = tangent(&along, &[&leaf], &[1.0]);
        compare("tangent of tangent", found.data(), second);
        leaf.zero_grad();
        slope.backward();
        compare("backward of gradients", leaf.grad(), second);
        assert!(wrong.is_empty(), "with {}: {wrong:#?}", self.form);
    }
}

// Guards before an edge of a domain: the function is constant there.
rows! {
    acos_of_clamp_above (1.000_000_1) => [0.0, 0.0, 0.0],
        |x| x.clamp(-1.0, 1.0).acos(), { x.clamp(-1.0, 1.0).acos() };
    acos_of_clamp_below (-3.0) => [PI, 0.0, 0.0],
        |x| x.clamp(-1.0, 1.0).acos(), { let y = x.clamp(-1.0, 1.0); y.acos() };
    asin_of_clamp (2.0) => [PI / 2.0, 0.0, 0.0],
        |x| x.clamp(-1.0, 1.0).asin(), { let y = x.clamp(-1.0, 1.0); y.asin() * 1.0 };
    atanh_of_clamp (2.0) => [INFINITY, 0.0, 0.0],
        |x| x.clamp(-1.0, 1.0).atanh(), { x.clamp(-1.0, 1.0).atanh() };
    acosh_of_clamp (0.5) => [0.0, 0.0, 0.0],
        |x| x.max(1.0).acosh(), { x.max(1.0).acosh() };
    acos_of_min (1.5) => [0.0, 0.0, 0.0],
        |x| x.min(1.0).acos(), { let y = x.min(1.0); y.acos() + 0.0 };
    sqrt_of_max (-1e-17) => [0.0, 0.0, 0.0],
        |x| x.max(0.0).sqrt(), { x.max(0.0).sqrt() };
    sqrt_of_max_in_a_statement (-1e-17) => [3.0, 0.0, 0.0],
        |x| x.max(0.0).sqrt() * 2.0 + 3.0, { let y = x.max(0.0); y.sqrt() * 2.0 + 3.0 };
    sqrt_of_relu (-1.0) => [0.0, 0.0, 0.0],
        |x| x.relu().sqrt(), { let y = x.relu(); y.sqrt() };
    sqrt_of_relu_of_a_difference (1.0) => [0.0, 0.0, 0.0],
        |x| (x - 2.0).relu().sqrt(), { (x - 2.0).relu().sqrt() };
    cbrt_of_relu (-1.0) => [0.0, 0.0, 0.0],
        |x| x.relu().cbrt(), { let y = x.relu(); y.cbrt() };
    ln_of_relu (-1.0) => [-INFINITY, 0.0, 0.0],
        |x| x.relu().ln(), { x.relu().ln() };
    recip_of_relu (-1.0) => [INFINITY, 0.0, 0.0],
        |x| x.relu().recip(), { 1.0 / x.relu() };
    quotient_of_relu (-1.0) => [INFINITY, 0.0, 0.0],
        |x| 3.0 / x.relu(), { let y = x.relu(); 3.0 / y };
    powf_of_relu (-2.0) => [0.0, 0.0, 0.0],
        |x| x.relu().powf(0.5), { let y = x.relu(); y ** 0.5 };
    negative_power_of_relu (-2.0) => [INFINITY, 0.0, 0.0],
        |x| x.relu().powi(-1), { let y = x.relu(); y ** (-1) };
    power_of_relu_with_a_number_as_base (-800.0) => [INFINITY, 0.0, 0.0],
        |x| T::from(0.0).pow(&(x.relu() - 1.0)), { 0.0 ** (x.relu() - 1.0) };
    sqrt_of_abs (0.0) => [0.0, 0.0, 0.0],
        |x| x.abs().sqrt(), { x.abs().sqrt() };
    sqrt_of_leaky_relu_with_slope_0 (-1.0) => [0.0, 0.0, 0.0],
        |x| x.leaky_relu(0.0).sqrt(), { x.leaky_relu(0.0).sqrt() };
    sqrt_of_a_saturated_exp (-800.0) => [0.0, 0.0, 0.0],
        |x| x.exp().sqrt(), { let y = x.exp(); y.sqrt() };
    sqrt_of_a_saturated_sigmoid (-800.0) => [0.0, 0.0, 0.0],
        |x| x.sigmoid().sqrt(), { let y = x.sigmoid(); y.sqrt() * 1.0 };
    atanh_of_a_saturated_tanh (800.0) => [INFINITY, 0.0, 0.0],
        |x| x.tanh().atanh(), { let y = x.tanh(); y.atanh() };
    acos_of_a_saturated_tanh (800.0) => [0.0, 0.0, 0.0],
        |x| x.tanh().acos(), { let y = x.tanh(); y.acos() / 2.0 };
    ln_of_a_saturated_erfc (800.0) => [-INFINITY, 0.0, 0.0],
        |x| x.erfc().ln(), { let y = x.erfc(); y.ln() };
    sqrt_of_a_saturated_softplus (-800.0) => [0.0, 0.0, 0.0],
        |x| x.softplus().sqrt(), { let y = x.softplus(); y.sqrt() };
    sqrt_of_a_saturated_gelu (-800.0) => [-0.0, 0.0, 0.0],
        |x| x.gelu().sqrt(), { let y = x.gelu(); y.sqrt() };
}

// A slope of 0 behind, or before, an infinite one.
rows! {
    sqrt_of_a_square (0.0) => [0.0, 0.0, 0.0],
        |x| x.powi(2).sqrt(), { (x ** 2).sqrt() };
    sqrt_of_a_square_in_a_statement (0.0) => [3.0, 0.0, 0.0],
        |x| (x * x).sqrt() * 2.0 + 3.0, { let y = x * x; y.sqrt() * 2.0 + 3.0 };
    square_root_as_a_power_of_a_square (0.0) => [0.0, 0.0, 0.0],
        |x| (x * x).powf(0.5), { (x * x) ** 0.5 };
    norm_of_equal_numbers (3.0) => [0.0, 0.0, 0.0],
        |x| ((x - 3.0).powi(2) + (x - 3.0).powi(2)).sqrt(),
        { ((x - 3.0) ** 2 + (x - 3.0) ** 2).sqrt() };
    sqrt_of_a_sum_of_squares (0.0) => [0.0, 0.0, 0.0],
        |x| T::sum_of_squares(&[x.clone(), 2.0 * x]).sqrt(),
        { let s = x * x + 4.0 * x * x; s.sqrt() };
    square_of_a_sqrt (0.0) => [0.0, 0.0, 0.0],
        |x| x.sqrt().powi(2), { x.sqrt() ** 2 };
    square_of_a_cbrt (0.0) => [0.0, 0.0, 0.0],
        |x| x.cbrt().powi(2), { let y = x.cbrt(); y * y };
    relu_of_a_sqrt (0.0) => [0.0, 0.0, 0.0],
        |x| (x.sqrt() - 1.0).relu(), { let y = x.sqrt() - 1.0; y.relu() };
    zero_times_a_sqrt (0.0) => [0.0, 0.0, 0.0],
        |x| x.sqrt() * 0.0, { x.sqrt() * 0.0 };
    a_logarithm_to_the_power_of_0 (0.0) => [1.0, 0.0, 0.0],
        |x| x.ln().powi(0), { x.ln() ** 0 };
    exp_of_minus_a_reciprocal (0.0) => [0.0, 0.0, 0.0],
        |x| (-1.0 / x).exp(), { let y = -1.0 / x; y.exp() };
    exp_of_a_logarithm (0.0) => [0.0, 0.0, 0.0],
        |x| x.ln().exp(), { let y = x.ln(); y.exp() };
    tanh_of_a_reciprocal (0.0) => [1.0, 0.0, 0.0],
        |x| x.recip().tanh(), { let y = 1.0 / x; y.tanh() };
    sigmoid_of_a_logarithm (0.0) => [0.0, 0.0, 0.0],
        |x| x.ln().sigmoid(), { let y = x.ln(); y.sigmoid() + 0.0 };
    atan_of_a_reciprocal (0.0) => [PI / 2.0, 0.0, 0.0],
        |x| x.recip().atan(), { let y = x.recip(); y.atan() };
    reciprocal_of_a_reciprocal (0.0) => [0.0, 0.0, 0.0],
        |x| x.recip().recip(), { 1.0 / (1.0 / x) };
    minimum_of_a_pole (0.0) => [2.0, 0.0, 0.0],
        |x| x.recip().min(2.0), { x.recip().min(2.0) };
    maximum_of_a_pole (0.0) => [2.0, 0.0, 0.0],
        |x| x.ln().max(2.0), { x.ln().max(2.0) };
    clamped_pole (0.0) => [2.0, 0.0, 0.0],
        |x| x.recip().clamp(-1.0, 2.0), { x.recip().clamp(-1.0, 2.0) };
    logistic_function_far_left (-800.0) => [0.0, 0.0, 0.0],
        |x| 1.0 / (1.0 + (-x).exp()), { 1.0 / (1.0 + (-x).exp()) };
    tanh_far_right (800.0) => [1.0, 0.0, 0.0],
        |x| x.tanh(), { x.tanh() * 1.0 };
    sigmoid_far_left (-800.0) => [0.0, 0.0, 0.0],
        |x| x.sigmoid(), { x.sigmoid() * 1.0 };
    erfc_far_right (800.0) => [0.0, 0.0, 0.0],
        |x| x.erfc(), { x.erfc() + 0.0 };
    elu_of_minus_infinity (-INFINITY) => [-1.0, 0.0, 0.0],
        |x| x.elu(1.0), { x.elu(1.0) };
    x_times_one_minus_a_power (0.0) => [0.0, 1.0, 0.0],
        |x| x * (1.0 - x.powf(1.1)), { x * (1.0 - x ** 1.1) };
    product_with_a_pole_that_is_cut_off (0.0) => [5.0, 0.0, 0.0],
        |x| x.recip().relu().min(5.0), { let y = x.recip(); y.relu().min(5.0) };
    a_sum_with_a_singular_part (0.0) => [1.0, 2.0, 4.0],
        |x| (2.0 * x).exp() + x.powi(2).sqrt(), { let y = x * x; (2.0 * x).exp() + y.sqrt() };
    a_product_with_a_singular_part (0.0) => [0.0, 0.0, 0.0],
        |x| x.powi(3).sqrt() * x.cos(), { let y = x ** 3; y.sqrt() * x.cos() };
    two_singular_parts (0.0) => [0.0, 0.0, 0.0],
        |x| x.powi(2).sqrt() + x.powi(4).sqrt(), { (x ** 2).sqrt() + (x ** 4).sqrt() };
    hypot_at_the_origin (0.0) => [0.0, 0.0, 0.0],
        |x| x.hypot(x), { let y = x + 0.0; y.hypot(&y) };
    sqrt_of_hypot_at_the_origin (0.0) => [0.0, 0.0, 0.0],
        |x| x.hypot(0.0).sqrt(), { x.hypot(0.0).sqrt() };
    a_radius_times_the_cosine_of_an_angle (0.0) => [0.0, 0.0, 0.0],
        |x| x.atan2(x) * 0.0, { let y = x + 0.0; y.atan2(&y) * 0.0 };
    power_with_a_variable_exponent_of_relu (-1.0) => [1.0, 0.0, 0.0],
        |x| x.relu().pow(&x.relu()), { let y = x.relu(); y ** y };
}

// What is infinite stays infinite, and what is NaN stays NaN.
rows! {
    sqrt_at_0 (0.0) => [0.0, INFINITY, -INFINITY],
        |x| x.sqrt(), { x.sqrt() };
    ln_at_0 (0.0) => [-INFINITY, INFINITY, -INFINITY],
        |x| x.ln(), { x.ln() * 1.0 };
    asin_at_1 (1.0) => [PI / 2.0, INFINITY, INFINITY],
        |x| x.asin(), { x.asin() };
    reciprocal_at_0 (0.0) => [INFINITY, -INFINITY, INFINITY],
        |x| 1.0 / x, { 1.0 / x };
    x_times_its_sqrt (0.0) => [0.0, 0.0, INFINITY],
        |x| x * x.sqrt(), { x * x.sqrt() };
    x_to_the_power_of_one_and_a_half (0.0) => [0.0, 0.0, INFINITY],
        |x| x.powf(1.5), { x ** 1.5 };
    scaled_sqrt_at_0 (0.0) => [3.0, -INFINITY, INFINITY],
        |x| 3.0 - 2.0 * x.sqrt(), { 3.0 - 2.0 * x.sqrt() };
    ln_of_a_negative_number (-1.0) => [NAN, -1.0, -1.0],
        |x| x.ln(), { x.ln() };
    sqrt_of_a_negative_number (-1.0) => [NAN, NAN, NAN],
        |x| x.sqrt(), { x.sqrt() * 2.0 };
    zero_by_zero (0.0) => [NAN, NAN, NAN],
        |x| x / x, { x / x };
    relu_of_nan (NAN) => [NAN, NAN, NAN],
        |x| x.relu(), { x.relu() };
    leaky_relu_of_nan (NAN) => [NAN, NAN, NAN],
        |x| x.leaky_relu(0.1), { x.leaky_relu(0.1) };
    abs_of_nan (NAN) => [NAN, NAN, NAN],
        |x| x.abs(), { x.abs() };
    clamp_of_nan (NAN) => [NAN, NAN, NAN],
        |x| x.clamp(0.0, 1.0), { x.clamp(0.0, 1.0) };
    sqrt_of_relu_of_nan (NAN) => [NAN, NAN, NAN],
        |x| x.relu().sqrt(), { let y = x.relu(); y.sqrt() };
    square_of_nan (NAN) => [NAN, NAN, 2.0],
        |x| x * x, { x * x };
}

// Second derivatives near 0 keep their digits.
rows! {
    asin_near_0 (1e-17) => [1e-17, 1.0, 1e-17],
        |x| x.asin(), { x.asin() };
    acos_near_0 (1e-9) => [(1e-9_f64).acos(), -1.0, -1e-9],
        |x| x.acos(), { x.acos() };
    atanh_near_0 (1e-12) => [1e-12, 1.0, 2e-12],
        |x| x.atanh(), { x.atanh() };
    sigmoid_near_0 (1e-10) => [0.5 + 2.5e-11, 0.25, -1.25e-11],
        |x| x.sigmoid(), { x.sigmoid() };
    softplus_at_0 (0.0) => [LN_2, 0.5, 0.25],
        |x| x.softplus(), { x.softplus() };
    exp_at_1 (1.0) => [E, E, E],
        |x| x.exp(), { x.exp() };
}

/// Functions of several numbers, with their gradients at a singular point.
macro_rules! gradients_of_several {
    ($($name:ident at $x:expr => $expected:expr, |$a:ident| $function:expr;)*) => {$(
        #[test]
        fn $name() {
            fn f<T: Scalar>($a: &[T]) -> T {
                $function
            }

            let by_duals = jacobian_forward::<1>(|x| vec![f(x)], &$x);
            check_gradient(f::<Value>, &by_duals[0], &$x, &$expected);
        }
    )*};
}

#[track_caller]
fn check_gradient(of_values: fn(&[Value]) -> Value, by_duals: &[f64], x: &[f64], expected: &[f64]) {
    let leaves = Value::leaves_of(x);
    let y = of_values(&leaves);
    y.backward();
    assert_eq!(Value::grads_of(&leaves), expected, "backward");
    let leaves: Vec<&Value> = leaves.iter().collect();
    let found = gradients(&y, &leaves);
    let found: Vec<f64> = found.iter().map(Value::data).collect();
    assert_eq!(found, expected, "gradients");
    let found = jacobian_reverse(|x| vec![of_values(x)], x);
    assert_eq!(found[0], expected, "jacobian_reverse");
    assert_eq!(by_duals, expected, "jacobian_forward");
    let (found, _) = gradient_and_hvp(of_values, x, &vec![0.0; x.len()]);
    assert_eq!(found, expected, "gradient_and_hvp");
    for (input, &expected) in expected.iter().enumerate() {
        let mut direction = vec![0.0; x.len()];
        direction[input] = 1.0;
        assert_eq!(tangent(&y, &leaves, &direction), expected, "tangent");
    }
}

gradients_of_several! {
    deviation_of_equal_numbers at [1.0; 3] => [0.0; 3], |x| {
        let mean = T::sum_of(x) / 3.0;
        (x.iter().map(|x| (x - &mean).powi(2)).sum::<T>() / 3.0).sqrt()
    };
    deviation_of_equal_numbers_in_grad at [1.0; 3] => [0.0; 3], |x| {
        grad! {
            let mut mean = T::from(0.0);
            for x in x { mean += x / 3.0; }
            let mut sum = T::from(0.0);
            for x in x { let d = x - mean; sum += d * d; }
            (sum / 3.0).sqrt()
        }
    };
    distance_of_equal_points at [1.0, 2.0, 1.0, 2.0] => [0.0; 4], |x|
        T::squared_distance(&x[..2], &x[2..]).sqrt();
    distance_of_equal_points_in_grad at [1.0, 2.0, 1.0, 2.0] => [0.0; 4], |x| {
        let [a, b, c, d] = x else { unreachable!() };
        grad! { ((a - c) ** 2 + (b - d) ** 2).sqrt() }
    };
    a_distance_as_hypot at [1.0, 2.0, 1.0, 2.0] => [0.0; 4], |x|
        (&x[0] - &x[2]).hypot(&(&x[1] - &x[3]));
    a_polar_coordinate at [0.0, 0.0] => [0.0; 2], |x|
        x[0].hypot(&x[1]) * x[0].atan2(&x[1]).cos();
    an_angle_that_is_clamped at [2.0, 1.0, 2.0, 1.0] => [0.0; 4], |x| {
        let length = T::sum_of_squares(&x[..2]).sqrt() * T::sum_of_squares(&x[2..]).sqrt();
        (T::dot(&x[..2], &x[2..]) / length * 1.000_001).clamp(-1.0, 1.0).acos()
    };
    a_sum_of_which_one_part_is_singular at [3.0, 0.0] => [6.0, 0.0], |x|
        x[0].powi(2) + x[1].powi(2).sqrt();
    a_loop_over_singular_parts at [0.0, 0.0, 2.0] => [0.0, 0.0, 1.0], |x| {
        grad! {
            let mut sum = T::from(0.0);
            for x in x { sum += (x * x).sqrt(); }
            sum
        }
    };
}

/// f(√(a² + b²)) and f(|a|) with f′(0) = 0 are smooth: f″(0) is their second derivative with respect to a and b.
#[test]
fn a_smooth_function_of_a_distance_of_0_has_its_second_derivatives() {
    let check = |f: fn(&[Value]) -> Value, x: &[f64], expected: &[&[f64]]| {
        assert_eq!(hessian(f, x), expected);
        let leaves = Value::leaves_of(x);
        let leaves: Vec<&Value> = leaves.iter().collect();
        let owned: Vec<Value> = leaves.iter().map(|&x| x.clone()).collect();
        for (slope, expected) in gradients(&f(&owned), &leaves).iter().zip(expected) {
            let row = gradients(slope, &leaves);
            assert_eq!(row.iter().map(Value::data).collect::<Vec<_>>(), *expected);
        }
    };
    let two_i: &[&[f64]] = &[&[2.0, 0.0], &[0.0, 2.0]];
    check(|x| x[0].hypot(&x[1]).powi(2), &[0.0, 0.0], two_i);
    check(|x| 2.0 - 2.0 * x[0].hypot(&x[1]).cos(), &[0.0, 0.0], two_i);
    let three: &[&[f64]] = &[&[2.0, 0.0, 0.0], &[0.0, 2.0, 0.0], &[0.0, 0.0, 2.0]];
    check(|x| x[0].hypot(&x[1]).hypot(&x[2]).powi(2), &[0.0; 3], three);
    let difference: &[&[f64]] = &[&[2.0, -2.0], &[-2.0, 2.0]];
    check(|x| (&x[0] - &x[1]).abs().powi(2), &[3.0, 3.0], difference);
    // A cone has no second derivative at its tip; by convention it is 0.
    check(
        |x| x[0].hypot(&x[1]),
        &[0.0, 0.0],
        &[&[0.0, 0.0], &[0.0, 0.0]],
    );
}

/// arccos of a coordinate of x/|x|: along the axis itself the slopes ∞ and −∞ meet in reverse mode, where forward
/// mode has ∞·0.
#[test]
fn a_jacobian_does_not_change_with_the_number_of_inputs() {
    struct Angle;

    impl Function for Angle {
        fn call<T: Scalar>(&self, x: &[T]) -> Vec<T> {
            vec![(&x[0] / T::sum_of_squares(x).sqrt()).acos()]
        }
    }

    for inputs in [2, 64, 65, 200] {
        let mut x = vec![0.0; inputs];
        x[0] = 1.0;
        assert_eq!(jacobian(&Angle, &x), [vec![0.0; inputs]], "{inputs} inputs");
    }
}

/// 1/b is infinite where b is tiny, but d/b is not.
#[test]
fn a_quotient_of_a_tiny_number_keeps_its_slope() {
    let close = |found: f64, expected: f64| (found / expected - 1.0).abs() < 1e-14;
    let tiny = f64::MIN_POSITIVE / 256.0;
    let expected = [1e-10 / tiny, -1e-10 / tiny];
    let f = |a: &Value, b: &Value| a / b * 1e-10;
    let in_grad = |a: &Value, b: &Value| grad! { a / b * 1e-10 };
    for f in [f, in_grad as fn(&Value, &Value) -> Value] {
        let (a, b) = (Value::new(tiny), Value::new(tiny));
        let y = f(&a, &b);
        y.backward();
        let by_gradients = gradients(&y, &[&a, &b]);
        let by_vjp = vjp(|x| vec![f(&x[0], &x[1])], &[tiny; 2], &[1.0]).1;
        let (by_hvp, _) = gradient_and_hvp(|x| f(&x[0], &x[1]), &[tiny; 2], &[0.0; 2]);
        for (k, leaf) in [&a, &b].into_iter().enumerate() {
            let expected = expected[k];
            assert!(close(leaf.grad(), expected), "{}", leaf.grad());
            assert!(close(by_gradients[k].data(), expected));
            assert!(close(by_vjp[k], expected));
            assert!(close(by_hvp[k], expected));
        }
    }
    let slope = jvp(|x| vec![x[0] * 1e-10 / tiny], &[tiny], &[1.0]).1[0];
    assert!(close(slope, 1e-10 / tiny), "{slope}");
}
