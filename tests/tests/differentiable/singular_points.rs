//! Compiled derivatives at singular points are those of the tape.

use micrograd_core::{Lanes, Value, gradient_and_hvp, tangent};

macro_rules! functions {
    ($($name:ident($x:ident, $y:ident) { $($body:tt)* })*) => {
        mod compiled {
            use micrograd_core::{Scalar as _, differentiable};

            $(#[differentiable]
            pub(super) fn $name($x: f64, $y: f64) -> f64 {
                $($body)*
            })*
        }

        $(fn $name($x: &Value, $y: &Value) -> Value {
            $($body)*
        })*

        /// Every function at one point, compiled and by operators.
        fn check(x: f64, y: f64) {
            $({
                use compiled::$name as f;
                let (leaves, at) = ([Value::new(x), Value::new(y)], format!("{} at {x:?}, {y:?}", stringify!($name)));
                let root = $name(&leaves[0], &leaves[1]);
                root.backward();
                let expected = [leaves[0].grad(), leaves[1].grad()];

                let (data, gradient) = f::gradient(x, y);
                assert_same(&at, "data", [root.data(); 2], [data; 2], 0.0);
                assert_same(&at, "gradient", expected, [gradient.0, gradient.1], 0.0);

                let mut by_vjp = [0.0; 2];
                let [dx, dy] = &mut by_vjp;
                f::vjp(x, y, 1.0, dx, dy);
                assert_same(&at, "vjp", expected, by_vjp, 0.0);

                let (mut dx, mut dy) = (Lanes([0.0; 2]), Lanes([0.0; 2]));
                f::vjp_lanes(Lanes([x, 1.0]), Lanes([y, 1.0]), Lanes([1.0; 2]), &mut dx, &mut dy);
                assert_same(&at, "vjp_lanes", expected, [dx.0[0], dy.0[0]], 0.0);

                let along = tangent(&root, &[&leaves[0], &leaves[1]], &[1.0, 0.5]).data();
                let found = f::jvp(x, y, 1.0, 0.5).1;
                assert_same(&at, "jvp", [along; 2], [found; 2], 1e-12);

                let second = gradient_and_hvp(|x| $name(&x[0], &x[1]), &[x, y], &[1.0, 0.5]).1;
                let found = f::hvp(x, y, 1.0, 0.5);
                assert_same(&at, "hvp", [second[0], second[1]], [found.0, found.1], 1e-9);
            })*
        }
    };
}

functions! {
    guarded_root(x, y) { x.max(0.0).sqrt() + y }
    clamped_angle(x, y) { x.clamp(-1.0, 1.0).acos() * y }
    root_of_square(x, y) { x.powi(2).sqrt() * y }
    root_of_relu(x, y) { x.relu().sqrt() - y }
    zero_times_root(x, y) { y * x.sqrt() }
    logistic_by_hand(x, y) { 1.0 / (1.0 + (-x).exp()) + 0.0 * y }
    flat_at_zero(x, y) { (-1.0 / x).exp() * y }
    entropy(x, y) { x * x.ln() + y * y.ln() }
    tiny_denominator(x, y) { x / 1e-310 * 1e-10 + y }
    tiny_quotient(x, y) { x / y * 1e-10 }
    overflowing_reciprocal(x, y) { 1e-10 * x.recip() * y }
    power(x, y) { x.powf(0.5) * y }
    negative_power(x, y) { x.powi(-2) * (y * 0.0) }
    other_power(x, y) { x.pow(y) }
    distance(x, y) { x.hypot(y) }
    angle(x, y) { x.atan2(y) }
    smooth_steps(x, y) { x.sigmoid() * y.softplus() + x.tanh() * y.gelu() + (x * x + 1.0).sqrt() }
    masked(x, y) { (x * 0.0) * y.sqrt().recip() }
    cube_root(x, y) { x.cbrt() * y }
    fused(x, y) { x.mul_add(y, 1.0).sqrt() }
}

fn assert_same(at: &str, what: &str, expected: [f64; 2], found: [f64; 2], tolerance: f64) {
    for (expected, found) in expected.into_iter().zip(found) {
        let is_same = expected == found
            || expected.is_nan() && found.is_nan()
            || (expected - found).abs() <= tolerance * expected.abs();
        assert!(
            is_same,
            "{at}: {what} is {found:e}, by operators {expected:e}"
        );
    }
}

#[test]
fn compiled_derivatives_at_singular_points_are_the_tapes() {
    // Without −0.0: which zero `f64::max` gives is not specified, nor the sign of the slope of √x there.
    let numbers = [
        0.0,
        1.0,
        -1.0,
        0.3,
        1.000_000_1,
        800.0,
        -800.0,
        1e-310,
        1e300,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN,
    ];
    for x in numbers {
        for y in numbers {
            check(x, y);
        }
    }
}
