//! `jvp`, `vjp` and Jacobians, by both ways.

use crate::random_programs::{programs, relative_error, runner};
use micrograd_core::{
    Function, Scalar, TapeUsage, Value, jacobian, jacobian_forward, jacobian_reverse, jvp, vjp,
};
use proptest::prelude::*;
use std::cell::Cell;

/// From spherical coordinates to Cartesian ones, with the norm that they should have.
struct Spherical;

impl Function for Spherical {
    fn call<T: Scalar>(&self, x: &[T]) -> Vec<T> {
        let [r, polar, azimuth] = x else {
            panic!("3 inputs, not {}", x.len())
        };
        let radial = r * polar.sin();
        let [x, y, z] = [
            &radial * azimuth.cos(),
            &radial * azimuth.sin(),
            r * polar.cos(),
        ];
        let norm = T::sum_of_squares(&[x.clone(), y.clone(), z.clone()]).sqrt();
        vec![x, y, z, norm]
    }
}

#[track_caller]
fn assert_close(found: &[Vec<f64>], expected: &[Vec<f64>]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().flatten().zip(expected.iter().flatten()) {
        assert!(
            relative_error(*found, *expected) < 1e-14,
            "{found:?}, not {expected:?}"
        );
    }
}

#[test]
fn every_way_gives_the_jacobian_in_closed_form() {
    let [r, polar, azimuth] = [2.0_f64, 0.7, -1.3];
    let ((sp, cp), (sa, ca)) = (polar.sin_cos(), azimuth.sin_cos());
    let expected = [
        vec![sp * ca, r * cp * ca, -r * sp * sa],
        vec![sp * sa, r * cp * sa, r * sp * ca],
        vec![cp, -r * sp, 0.0],
        vec![1.0, 0.0, 0.0],
    ];
    let x = [r, polar, azimuth];
    assert_close(&jacobian(&Spherical, &x), &expected);
    assert_close(&jacobian_reverse(|x| Spherical.call(x), &x), &expected);
    // One column at a time, two, all, and more directions than inputs.
    assert_close(&jacobian_forward::<1>(|x| Spherical.call(x), &x), &expected);
    assert_close(&jacobian_forward::<2>(|x| Spherical.call(x), &x), &expected);
    assert_close(&jacobian_forward::<3>(|x| Spherical.call(x), &x), &expected);
    assert_close(&jacobian_forward::<5>(|x| Spherical.call(x), &x), &expected);
}

/// yᵢ = Σⱼ sin((i + 1)xⱼ) with any numbers of inputs and outputs, and how often it was called with which
/// number type.
struct Waves {
    outputs: u32,
    calls_in_reverse: Cell<u32>,
}

impl Waves {
    fn new(outputs: u32) -> Self {
        let calls_in_reverse = Cell::new(0);
        Waves {
            outputs,
            calls_in_reverse,
        }
    }
}

impl Function for Waves {
    fn call<T: Scalar>(&self, x: &[T]) -> Vec<T> {
        if size_of::<T>() == size_of::<Value>() {
            self.calls_in_reverse.set(self.calls_in_reverse.get() + 1);
        }
        let wave = |i: u32| x.iter().map(|x| (f64::from(i) * x).sin()).sum();
        (1..=self.outputs).map(wave).collect()
    }
}

#[test]
fn jacobians_of_every_shape_take_the_cheaper_way() {
    for (inputs, outputs, in_reverse) in [
        (1, 1, 0),
        (3, 100, 0),
        (64, 1, 0),
        (66, 1, 1),
        (66, 4, 0),
        (100, 20, 1),
        (20, 37, 0),
    ] {
        let x: Vec<f64> = (0..inputs).map(|j| 0.1 * f64::from(j)).collect();
        let waves = Waves::new(outputs);
        let found = jacobian(&waves, &x);
        let slope = |i: u32, x: f64| f64::from(i) * (f64::from(i) * x).cos();
        let expected: Vec<Vec<f64>> = (1..=outputs)
            .map(|i| x.iter().map(|&x| slope(i, x)).collect())
            .collect();
        assert_eq!(found, expected);
        assert_eq!(waves.calls_in_reverse.get(), in_reverse);
        assert_eq!(jacobian_reverse(|x| waves.call(x), &x), expected);
    }
}

#[test]
fn shapes_without_inputs_or_outputs() {
    assert_eq!(jacobian(Waves::new(2), &[]), [[0.0; 0]; 2]);
    assert!(jacobian(Waves::new(0), &[1.0, 2.0]).is_empty());
    assert_eq!(jacobian_reverse(|_| vec![Value::new(1.0)], &[2.0]), [[0.0]]);
    assert_eq!(
        jacobian_reverse(|x| vec![x[0].clone(); 2], &[2.0]),
        [[1.0], [1.0]]
    );
    assert_eq!(jvp(|_| vec![], &[], &[]), (vec![], vec![]));
    assert_eq!(vjp(|_| vec![], &[1.0], &[]), (vec![], vec![0.0]));
}

#[test]
fn products_with_vectors_are_those_of_the_jacobian() {
    let (x, v, u) = ([2.0, 0.7, -1.3], [0.3, -2.0, 1.1], [1.0, -0.5, 0.25, 3.0]);
    let j = jacobian(&Spherical, &x);
    let values = Spherical.call(&x);

    let (y, derivative) = jvp(|x| Spherical.call(x), &x, &v);
    assert_eq!(y, values);
    let expected: Vec<f64> = j.iter().map(|row| f64::dot(row, &v)).collect();
    assert_close(&[derivative], &[expected]);

    let (y, gradient) = vjp(|x| Spherical.call(x), &x, &u);
    assert_eq!(y, values);
    let column = |k: usize| j.iter().zip(&u).map(|(row, u)| u * row[k]).sum();
    assert_close(&[gradient], &[(0..3).map(column).collect()]);
}

#[test]
fn random_programs_have_the_same_gradient_in_both_modes() {
    runner(100)
        .run(&programs(300), |program| {
            let forward = jacobian_forward::<3>(
                |x| vec![program.run(x, |case, x| (case.of_branded_duals)(x), |a, b| a + b)],
                &program.inputs,
            );
            let reverse = jacobian_reverse(
                |x| vec![program.run(x, |case, x| (case.of_values)(x), |a, b| a + b)],
                &program.inputs,
            );
            let scale = reverse[0]
                .iter()
                .fold(1.0, |scale: f64, x| scale.max(x.abs()));
            for (a, b) in forward[0].iter().zip(&reverse[0]) {
                prop_assert!((a - b).abs() / scale < 1e-10, "{forward:?} {reverse:?}");
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn an_adjoint_of_0_passes_nothing_on_in_every_lane() {
    let j = jacobian_reverse(
        |x| vec![x[0].sqrt() * 0.0, x[0].sqrt() * 2.0, x[0].sqrt() * &x[1]],
        &[0.0, 0.0],
    );
    assert_eq!(j, [[0.0, 0.0], [f64::INFINITY, 0.0], [0.0, 0.0]]);
}

#[test]
fn jacobians_leave_nothing_on_the_tape() {
    let before = TapeUsage::of_this_thread().nodes;
    for _ in 0..1000 {
        let _ = jacobian(Waves::new(3), &[0.1; 40]);
    }
    assert_eq!(TapeUsage::of_this_thread().nodes, before);
}

#[test]
#[should_panic(expected = "jvp: a vector of 1 for 2 inputs")]
fn a_vector_of_another_length_is_named() {
    let _ = jvp(|x| vec![x[0]], &[1.0, 2.0], &[1.0]);
}

#[test]
#[should_panic(expected = "vjp: a vector of 1 for 2 outputs")]
fn a_covector_of_another_length_is_named() {
    let _ = vjp(|x| vec![x[0].clone(), x[0].exp()], &[1.0], &[1.0]);
}

#[test]
#[should_panic(expected = "jacobian_forward: 0 directions for 1 inputs")]
fn no_directions_differentiate_nothing() {
    let _ = jacobian_forward::<0>(|x| x.to_vec(), &[1.0]);
}
