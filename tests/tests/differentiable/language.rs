//! The language of `grad!` under `#[differentiable]`, its options, and what stands beside a function.

use micrograd_core::{Lanes, Scalar, Value, differentiable, grad, micrograd};

mod in_order {
    use micrograd_core::differentiable;

    #[differentiable]
    pub(crate) fn powers(x: f64, y: f64) -> f64 {
        -x * *2 + 2.0 * x * *3 * *2 / y * *-1 + x * *0.5 * (x + y) * *2
    }
}

#[test]
fn powers_have_pythons_precedence() {
    let f = |x: f64, y: f64| -(x * x) + 2.0 * x.powi(9) * y + x.sqrt() * (x + y).powi(2);
    let (value, (dx, dy)) = in_order::powers::gradient(1.5, 0.5);
    assert!((value - f(1.5, 0.5)).abs() < 1e-12 * value);
    assert_eq!(in_order::powers(1.5, 0.5), value);
    let (x, y) = (1.5_f64, 0.5_f64);
    let expected_dx = -2.0 * x
        + 18.0 * x.powi(8) * y
        + 0.5 / x.sqrt() * (x + y).powi(2)
        + x.sqrt() * 2.0 * (x + y);
    let expected_dy = 2.0 * x.powi(9) + x.sqrt() * 2.0 * (x + y);
    assert!((dx - expected_dx).abs() < 1e-12 * expected_dx, "{dx}");
    assert!((dy - expected_dy).abs() < 1e-12 * expected_dy, "{dy}");
}

micrograd! {
    mod written_in_micrograd {
        use micrograd_core::differentiable;

        #[differentiable]
        pub(crate) fn half(x: f64, n: usize) -> f64 {
            let mut sum = 0;
            for i in 1..n - 1 {
                sum += 1/2 * x ** 2 * i as f64;
            }
            if x > 1 { sum } else { 3 * x - 1 }
        }
    }
}

#[test]
fn numbers_are_floats_inside_of_grad_and_micrograd() {
    use written_in_micrograd::half;
    assert_eq!(half::gradient(3.0, 5), (27.0, 18.0)); // (1 + 2 + 3)·x²/2
    assert_eq!(half(3.0, 5), 27.0);
    assert_eq!(half::gradient(0.5, 5), (0.5, 3.0));

    grad! {
        #[differentiable]
        fn third(x: f64) -> f64 {
            1/3 * x ** 3
        }
    }
    assert_eq!(third::gradient(3.0), (9.0, 9.0));
}

#[differentiable(reorder)]
fn reordered(x: &[f64], rate: f64) -> f64 {
    let mut state = 0.5;
    let mut sum = 0.0;
    for x in x {
        state = rate * state * (1.0 - state) + 0.01 * x / (1.0 + state);
        sum += state.sin() * x;
    }
    sum
}

#[differentiable]
fn ordered(x: &[f64], rate: f64) -> f64 {
    let mut state = 0.5;
    let mut sum = 0.0;
    for x in x {
        state = rate * state * (1.0 - state) + 0.01 * x / (1.0 + state);
        sum += state.sin() * x;
    }
    sum
}

#[test]
fn another_order_gives_the_same_but_for_rounding() {
    let x = [0.3, -1.2, 0.7, 2.0, -0.4];
    let (value, (dx, d_rate)) = ordered::gradient(&x, 3.3);
    let (again, (dx2, d_rate2)) = reordered::gradient(&x, 3.3);
    assert_eq!(value, again);
    assert!((d_rate - d_rate2).abs() < 1e-12 * d_rate.abs());
    for (a, b) in dx.iter().zip(&dx2) {
        assert!((a - b).abs() < 1e-12 * a.abs().max(1e-3), "{a} {b}");
    }
}

#[differentiable]
fn branching(x: &[f64], limit: f64) -> f64 {
    let mut sum = 0.0;
    for &x in x {
        if x > limit {
            sum += x * limit;
        } else {
            sum += (limit - x).sqrt();
        }
    }
    sum
}

/// The second lane takes other branches than the first, and the third divides 0 by 0 on the way back.
#[test]
fn each_lane_has_its_own_gradient() {
    let points = [[0.5, 2.0], [2.0, 0.5], [1.0, 3.0]];
    let seeds = [1.0, 2.0, 0.0];
    let x: Vec<Lanes<3>> = (0..2)
        .map(|i| Lanes([0, 1, 2].map(|l| points[l][i])))
        .collect();
    let mut dx = vec![Lanes([1.0; 3]); 2];
    let mut d_limit = Lanes([0.0; 3]);
    let value = branching::vjp_lanes(&x, Lanes([1.0; 3]), Lanes(seeds), &mut dx, &mut d_limit);
    for lane in 0..3 {
        let (mut expected, mut expected_limit) = ([1.0, 1.0], 0.0);
        let y = branching::vjp(
            &points[lane],
            1.0,
            seeds[lane],
            &mut expected,
            &mut expected_limit,
        );
        assert_eq!(value.0[lane], y);
        assert_eq!([dx[0].0[lane], dx[1].0[lane]], expected);
        assert_eq!(d_limit.0[lane], expected_limit);
        assert!(expected.iter().all(|d| d.is_finite()));
    }
}

#[differentiable]
fn norm(x: &[f64]) -> f64 {
    let mut sum = 0.0;
    for x in x {
        sum += x * x;
    }
    sum.sqrt()
}

#[differentiable]
fn angle(x: f64) -> f64 {
    x.clamp(-1.0, 1.0).acos()
}

#[differentiable]
fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

#[differentiable]
fn distance_in_units(x: f64, y: f64, unit: f64) -> f64 {
    unit * x.hypot(y)
}

#[test]
fn zero_times_infinity_is_zero() {
    assert_eq!(norm::gradient(&[0.0, 0.0]), (0.0, vec![0.0, 0.0]));
    let mut d = [1.0, 2.0];
    norm::vjp(&[0.0, 0.0], 1.0, &mut d);
    assert_eq!(d, [1.0, 2.0], "what was there stays");
    assert_eq!(norm::jvp(&[0.0, 0.0], &[1.0, 0.0]), (0.0, 0.0));
    assert_eq!(angle::gradient(1.000_000_1), (0.0, 0.0));
    assert_eq!(angle::jvp(1.000_000_1, 1.0), (0.0, 0.0));
    assert_eq!(angle::hvp(1.000_000_1, 1.0), 0.0);
    assert_eq!(logistic::gradient(-800.0), (0.0, 0.0));
    assert_eq!(logistic::hessian(-800.0), [[0.0]]);
    // Here the slope is finite, and its own derivative is not.
    let product = distance_in_units::hvp(1e-320, 0.0, 0.0, 0.0, 1.0, 0.0);
    assert_eq!(product, (0.0, 0.0, 0.0));
}

#[test]
#[should_panic(expected = "`x` has 2 numbers, and there is room for 3 derivatives")]
fn a_buffer_of_another_length_is_refused() {
    norm::vjp(&[1.0, 2.0], 1.0, &mut [0.0; 3]);
}

#[test]
#[should_panic(expected = "`x` has 2 numbers, and its direction 1")]
fn a_direction_of_another_length_is_refused() {
    let _ = norm::jvp(&[1.0, 2.0], &[1.0]);
}

#[differentiable]
fn shrinking(x: &[f64]) -> f64 {
    let mut list = x.to_vec();
    while list.len() > 1 {
        list = list[1..].to_vec();
    }
    list[0]
}

#[test]
#[should_panic(expected = "a list of 3 numbers was replaced by one of 2")]
fn a_list_that_changes_its_length_gives_no_wrong_number() {
    let _ = shrinking::gradient(&[1.0, 2.0, 3.0]);
}

#[differentiable]
fn spiral(t: f64, rate: f64) -> f64 {
    let (y, x) = t.sin_cos();
    let (sine, cosine) = (rate * t).sin_cos();
    let (a, b) = f64::sin_cos(x * y);
    x * sine + y * y * cosine + a - b
}

#[differentiable]
fn spiral_in_words(t: f64, rate: f64) -> f64 {
    let (y, x) = (t.sin(), t.cos());
    let angle = rate * t;
    let (sine, cosine) = (angle.sin(), angle.cos());
    let product = x * y;
    let (a, b) = (product.sin(), product.cos());
    x * sine + y * y * cosine + a - b
}

#[test]
fn a_sine_and_cosine_at_once_are_both() {
    for (t, rate) in [(0.3, 2.0), (-1.7, 0.5), (0.0, 0.0)] {
        assert_eq!(spiral(t, rate), spiral_in_words(t, rate));
        assert_eq!(
            spiral::gradient(t, rate),
            spiral_in_words::gradient(t, rate)
        );
        assert_eq!(spiral::hessian(t, rate), spiral_in_words::hessian(t, rate));
    }
    let (_, (by_t, by_rate)) = spiral::gradient(0.3, 2.0);
    let h = 1e-6;
    let along_t = (spiral(0.3 + h, 2.0) - spiral(0.3 - h, 2.0)) / (2.0 * h);
    let along_rate = (spiral(0.3, 2.0 + h) - spiral(0.3, 2.0 - h)) / (2.0 * h);
    assert!((by_t - along_t).abs() < 1e-8 && (by_rate - along_rate).abs() < 1e-8);
}

#[differentiable]
fn length(xs: &[f64], scale: f64) -> f64 {
    scale * f64::norm(xs)
}

#[test]
fn a_norm_has_the_numbers_and_slopes_of_the_tape() {
    let lists: [&[f64]; 9] = [
        &[],
        &[-3.0],
        &[3.0, 4.0],
        &[0.0, 0.0],
        &[3e-200, -4e-200],
        &[3e200, 4e200, 0.0],
        &[1e-300, 1.0, -2.5],
        &[0.1, -0.7, 0.3, 1e-120],
        &[f64::INFINITY, 1.0],
    ];
    for xs in lists {
        let values = Value::leaves_of(xs);
        let taped = 2.0 * Value::norm(&values);
        taped.backward();
        let (value, (by_xs, by_scale)) = length::gradient(xs, 2.0);
        assert_eq!(value.to_bits(), taped.data().to_bits(), "{xs:?}");
        // As text, since a NaN is not equal to itself.
        assert_eq!(
            format!("{by_xs:?}"),
            format!("{:?}", Value::grads_of(&values))
        );
        assert_eq!(by_scale, f64::norm(xs));
        assert_eq!(length(xs, 2.0), value);
    }
    let (_, (by_xs, _)) = length::gradient(&[3.0, 4.0], 10.0);
    assert_eq!(by_xs, [6.0, 8.0]); // 10·x/‖x‖
    // ∂²‖x‖/∂x² = (1 − xxᵀ/‖x‖²)/‖x‖
    let hessian = length::hessian(&[3.0, 4.0], 1.0);
    let expected = [[0.128, -0.096, 0.6], [-0.096, 0.072, 0.8], [0.6, 0.8, 0.0]];
    for (found, expected) in hessian.iter().flatten().zip(expected.iter().flatten()) {
        assert!((found - expected).abs() < 1e-15, "{hessian:?}");
    }
    let y = length::apply(&Value::leaves_of(&[3.0, 4.0]), 2.0);
    assert_eq!(y, 10.0);
}
